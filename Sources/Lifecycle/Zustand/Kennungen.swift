// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Marks the ids of holds.
public enum Sperrbezug {}
/// Marks the ids of Wiedervorlagen.
public enum Wiedervorlagebezug {}
/// Marks the ids of Aussonderungspakete.
public enum Paketbezug {}

/// The id of a hold.
public typealias SperrID = Kennung<Sperrbezug>
/// The id of a Wiedervorlage.
public typealias WiedervorlageID = Kennung<Wiedervorlagebezug>
/// The id of a batch of objects that are offered together.
public typealias PaketID = Kennung<Paketbezug>
