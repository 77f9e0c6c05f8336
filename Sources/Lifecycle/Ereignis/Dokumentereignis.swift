// SPDX-License-Identifier: Apache-2.0
public import Akte

/// What can happen to a Dokument; the row of the transition table stands beside each.
public enum Dokumentereignis: Hashable, Sendable, Codable {
  /// A03, A04: a new document in an open object.
  case anlegen(angaben: Dokumentanlage)
  /// A document that comes with an object that already had a life elsewhere (import, migration).
  case uebernehmen(angaben: Dokumentanlage)
  /// A04, G04: a new version; a running Geschäftsgang becomes void.
  case neueFassung(fassung: Fassung?)
  /// Somebody begins to edit.
  case auschecken
  /// Somebody ends editing without a new version.
  case einchecken
  /// G01: order steps.
  case verfuegen(schritte: [Schrittvorgabe])
  /// G02: a step is done.
  case erledigen(schritt: Int, vermerk: String)
  /// G02: a step is refused.
  case ablehnen(schritt: Int, vermerk: String)
  /// G02: a step is left out.
  case ueberspringen(schritt: Int, vermerk: String)
  /// G03: final signature under the version with this digest.
  case schlusszeichnen(fassung: Pruefsumme)
  /// G06: sent.
  case versenden(kanal: String, empfaenger: String)
  /// A20: a further format of a version whose primary file has this digest.
  case repraesentatHinzu(nummer: Int, original: Pruefsumme, repraesentat: Pruefsumme)
  /// A19: content of a closed object is to be deleted; always refused.
  case loeschen
  /// Section 4: an event of mail, scan or dispatch.
  case lauf(meldung: Laufmeldung)
}

/// What a new document needs.
public struct Dokumentanlage: Hashable, Sendable, Codable {
  /// Its first version; nil if the file's digest is not computed (refused: hashFehlt).
  public var fassung: Fassung?
  /// True for incoming mail: it is registered, not a draft.
  public var eingehend: Bool
  /// The date the document bears.
  public var dokumentdatum: Kalendertag?
  /// What it is about.
  public var betreff: String
  /// Its further versions, oldest first; only for a document that comes in with an earlier life.
  public var weitereFassungen: [Fassung]?
  /// Digests of its files beyond its versions: Anlagen, Schriftstücke, signatures, in document order.
  public var weitereDateien: [Pruefsumme]?

  /// A new document.
  public init(
    fassung: Fassung?, betreff: String, eingehend: Bool = false, dokumentdatum: Kalendertag? = nil
  ) {
    self.fassung = fassung
    self.betreff = betreff
    self.eingehend = eingehend
    self.dokumentdatum = dokumentdatum
  }
}
