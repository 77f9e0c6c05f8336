// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Xdomea

/// What an agency and its archive agreed on: who they are, which version they speak, and how large a
/// transfer may be.
public struct Vereinbarung: Hashable, Sendable, Codable {
  /// The agency.
  public var behoerde: Kontakt
  /// The archive.
  public var archiv: Kontakt
  /// The version that is written; every known one is read.
  public var fassung: XdomeaFassung
  /// Receipts are asked for (0504, 0505, 0507).
  public var empfangsbestaetigung = true
  /// The archive shall report its own ids (0503).
  public var archivkennung = true
  /// How large one message may be.
  public var teilgrenzen = Teilgrenzen()
  /// Extensions of files that the archive takes, in small letters without the dot; nil: all.
  public var dateiendungen: Set<String>?
  /// The form of the names of messages.
  ///
  /// An archive answers in the form in which it was asked.
  public var namensform: Namensform {
    get { gewaehlteNamensform ?? .nachFassung }
    set { gewaehlteNamensform = newValue == .nachFassung ? nil : newValue }
  }
  /// Optional, so that states without it stay readable.
  private var gewaehlteNamensform: Namensform?

  /// An agreement.
  public init(behoerde: Kontakt, archiv: Kontakt, fassung: XdomeaFassung) {
    self.behoerde = behoerde
    self.archiv = archiv
    self.fassung = fassung
  }

  /// The agreement that follows from a message that came in: the answers have its version and the form
  /// of its name.
  init(aus eingang: Eingangsnachricht) {
    self.init(
      behoerde: eingang.kopf.absender, archiv: eingang.kopf.empfaenger, fassung: eingang.fassung)
    namensform = Nachrichtenname(dateiname: eingang.name)?.form ?? .nachFassung
  }
}

/// How large one message of a process may be; what does not fit goes into the next part.
///
/// A single chosen object is never divided. The memory that a step needs grows with these limits, and not
/// with the process.
public struct Teilgrenzen: Hashable, Sendable, Codable {
  /// Largest number of Akten, Teilakten, Vorgänge and Teilvorgänge.
  public var objekte = 5_000
  /// Largest number of documents.
  public var dokumente = 50_000
  /// Largest number of bytes of the files.
  public var bytes: Int64 = 2_000_000_000

  /// The house's limits: 5,000 objects, 50,000 documents, 2 GB.
  public init() {}

  /// Limits.
  public init(objekte: Int = 5_000, dokumente: Int, bytes: Int64) {
    self.objekte = objekte
    self.dokumente = dokumente
    self.bytes = bytes
  }
}
