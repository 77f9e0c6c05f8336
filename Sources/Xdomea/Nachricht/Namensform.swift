// SPDX-License-Identifier: Apache-2.0

/// Which form the names of container and message have (FAKTEN 7).
///
/// The standard's form is what receiving systems expect; another one is for those that were told to
/// send so. Reading takes all of them.
public enum Namensform: String, Hashable, Sendable, Codable, CaseIterable {
  /// What the version prescribes: long up to 3.1, short from 4.0 (R1).
  case nachFassung
  /// `ProzessID_NNNN_LfdNr`, as from 4.0, in every version.
  case kurz
  /// `ProzessID_NNNN` up to 3.1, the short form of x-man; from 4.0 parts need their number.
  case kurzOhneNummer
}
