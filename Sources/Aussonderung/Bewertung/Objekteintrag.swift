// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Lifecycle

/// What a list says about one Akte, Teilakte, Vorgang or Teilvorgang of an offer or a transfer.
public struct Objekteintrag: Hashable, Sendable, Codable {
  /// The object.
  public let id: ObjektID
  /// What it is.
  public var ebene: Ebene
  /// The object it lies in; nil at the top of the message.
  public var eltern: ObjektID?
  /// It only shows where the others belong: neither appraised nor confirmed (FAKTEN 3).
  public var istKontext: Bool
  /// The part of the message it stands in.
  public var teil: Int
  /// Its Kennzeichen.
  public var kennzeichen: String?
  /// Its Betreff.
  public var betreff: String?
  /// First and last document date.
  public var laufzeit = Zeitraum()
  /// Day of the zdA-Verfügung.
  public var zdADatum: Kalendertag?
  /// Last day of the Aufbewahrungsfrist.
  public var aufbewahrungsende: Teildatum?
  /// Documents directly in it.
  public var dokumente = 0
  /// Files of these documents, known from the transfer.
  public var dateien = 0
  /// Bytes of these files.
  public var bytes: Int64 = 0
  /// The agency's proposal, `A` or `V`.
  public var vorschlag: String?
  /// Why the agency proposes it.
  public var vorschlagBegruendung: String?
  /// What the archive decided; nil: not yet.
  public var entscheidung: Archiventscheidung?
  /// What the archive noted.
  public var notiz: String?
  /// What became of its import; nil: not yet.
  public var uebernahme: Uebernahmestand?
  /// The archive's own id.
  public var archivkennung: String?

  /// An object of which nothing more is known.
  public init(_ id: ObjektID, _ ebene: Ebene, in eltern: ObjektID?, istKontext: Bool, teil: Int) {
    self.id = id
    self.ebene = ebene
    self.eltern = eltern
    self.istKontext = istKontext
    self.teil = teil
  }
}

/// What an archive decides about an object (R47); `B` is no decision.
public enum Archiventscheidung: String, Hashable, Sendable, Codable, CaseIterable {
  /// Worth archiving.
  case archivwuerdig = "A"
  /// Not worth archiving: to be destroyed by the agency.
  case nichtArchivwuerdig = "V"

  /// The decision for people.
  public var anzeige: String {
    switch self {
    case .archivwuerdig: "archivwürdig"
    case .nichtArchivwuerdig: "nicht archivwürdig"
    }
  }
}

/// Whether the archive has an object.
public enum Uebernahmestand: Hashable, Sendable, Codable {
  /// It is in the archive.
  case uebernommen
  /// It could not be taken over.
  case gescheitert(grund: String)
}
