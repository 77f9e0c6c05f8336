// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Where a batch stands (lebenszyklus FAKTEN 2.3).
///
/// A batch is a view: every object keeps its own state.
public enum Paketlage: String, Hashable, Sendable, Codable, CaseIterable {
  case entwurf, angeboten, empfangsbestaetigt, teilweiseBewertet, bewertet, abgegeben
  case teilweiseImportiert, importiert, abgeschlossen, zurueckgezogen, abgebrochen

  /// True if nothing more happens.
  public var istEnde: Bool {
    self == .abgeschlossen || self == .zurueckgezogen || self == .abgebrochen
  }

  /// The name for people.
  public var anzeige: String {
    switch self {
    case .entwurf: "Entwurf"
    case .angeboten: "dem Archiv angeboten"
    case .empfangsbestaetigt: "vom Archiv empfangen"
    case .teilweiseBewertet: "vom Archiv teilweise bewertet"
    case .bewertet: "vom Archiv bewertet"
    case .abgegeben: "an das Archiv abgegeben"
    case .teilweiseImportiert: "vom Archiv teilweise übernommen"
    case .importiert: "vom Archiv übernommen"
    case .abgeschlossen: "abgeschlossen"
    case .zurueckgezogen: "zurückgezogen"
    case .abgebrochen: "abgebrochen"
    }
  }
}

/// Everything the machine must know about one Aussonderungspaket.
public struct Paketzustand: Hashable, Sendable, Codable {
  /// The batch.
  public let id: PaketID
  /// The process its messages carry.
  public let prozess: ProzessID
  /// Where it stands.
  public internal(set) var lage: Paketlage
  /// The objects that are offered, those below the chosen ones included; sorted by id.
  public internal(set) var objekte: [ObjektID]
  /// Ancestors that only show where the objects belong (Kontextobjekte); sorted by id.
  public internal(set) var kontextobjekte: [ObjektID]
  /// The 0501 that was sent.
  public internal(set) var angebotsnachricht: NachrichtenID?
  /// Day of the 0501.
  public internal(set) var angebotenAm: Kalendertag?
  /// Day on which the archive received it, by 0504 or by another proof of delivery.
  public internal(set) var empfangenAm: Kalendertag?
  /// Objects that were handed over, by 0503; sorted by id.
  public internal(set) var abgegeben: [ObjektID] = []
  /// The 0503 messages that were sent.
  public internal(set) var abgabenachrichten: [NachrichtenID] = []
  /// Results of the archive that wait for the missing parts of a numbered process (P10).
  public internal(set) var wartendeErgebnisse: [Importergebnis] = []
  /// Numbers of the parts of the 0506 that came in.
  public internal(set) var eingegangeneTeile: [Int] = []
  /// How many parts the answer has of which some came in; parts of another total start anew.
  public internal(set) var gesamtTeile: Int?
  /// Messages that were worked on; a repeated one changes nothing.
  public internal(set) var bekannteNachrichten: [NachrichtenID] = []

  init(id: PaketID, prozess: ProzessID, objekte: [ObjektID], kontextobjekte: [ObjektID]) {
    self.id = id
    self.prozess = prozess
    lage = .entwurf
    self.objekte = objekte
    self.kontextobjekte = kontextobjekte
  }
}

/// What the archive decided about one object (0502).
public struct Bewertungsentscheidung: Hashable, Sendable, Codable {
  /// The object.
  public var objekt: ObjektID
  /// `A`, `B`, `V` or a value agreed with the archive.
  public var wert: String

  /// A decision.
  public init(_ objekt: ObjektID, _ wert: String) {
    self.objekt = objekt
    self.wert = wert
  }
}

/// What the archive says about the import of one object (0506).
public struct Importergebnis: Hashable, Sendable, Codable {
  /// The object.
  public var objekt: ObjektID
  /// True if it is in the archive.
  public var erfolgreich: Bool
  /// The archive's own id.
  public var archivkennung: String?
  /// Why not.
  public var fehlertext: String?
  /// The message that says so, where the results of several come together; nil: that of the event.
  public var nachricht: NachrichtenID?

  /// A result.
  public init(
    _ objekt: ObjektID, erfolgreich: Bool, archivkennung: String? = nil, fehlertext: String? = nil,
    nachricht: NachrichtenID? = nil
  ) {
    self.objekt = objekt
    self.erfolgreich = erfolgreich
    self.archivkennung = archivkennung
    self.fehlertext = fehlertext
    self.nachricht = nachricht
  }
}

/// Whether an object may be put into a 0503 (P08).
public struct Abgabepruefung: Hashable, Sendable, Codable {
  /// The object.
  public var objekt: ObjektID
  /// All files have the hash that was recorded when they came in.
  public var hashesGeprueft: Bool
  /// All files are in formats agreed with the archive.
  public var formateVereinbart: Bool
  /// A virus scan found nothing.
  public var virenfrei: Bool

  /// The result of the checks.
  public init(
    _ objekt: ObjektID, hashesGeprueft: Bool, formateVereinbart: Bool, virenfrei: Bool
  ) {
    self.objekt = objekt
    self.hashesGeprueft = hashesGeprueft
    self.formateVereinbart = formateVereinbart
    self.virenfrei = virenfrei
  }
}
