// SPDX-License-Identifier: Apache-2.0

/// Which kind of object, from the top down (lebenszyklus FAKTEN 1.1).
public enum Ebene: String, Hashable, Sendable, Codable, CaseIterable {
  case akte, teilakte, vorgang, teilvorgang

  /// The kinds an object of this kind may lie in; an Akte lies directly in an Aktenplaneinheit.
  public var moeglicheEltern: [Ebene] {
    switch self {
    case .akte: []
    case .teilakte: [.akte, .teilakte]
    case .vorgang: [.akte, .teilakte]
    case .teilvorgang: [.vorgang, .teilvorgang]
    }
  }

  /// True for an Akte and its Teilakten.
  public var istAkte: Bool { self == .akte || self == .teilakte }

  /// The name for people.
  public var anzeige: String {
    switch self {
    case .akte: "Akte"
    case .teilakte: "Teilakte"
    case .vorgang: "Vorgang"
    case .teilvorgang: "Teilvorgang"
    }
  }
}

/// Where an Akte or a Vorgang stands in its life (lebenszyklus FAKTEN 2.1).
///
/// `aussonderungsreif` is not stored: it follows from the period, the day and the holds.
public enum Lage: String, Hashable, Sendable, Codable, CaseIterable {
  /// Made, still empty.
  case angelegt
  /// In work.
  case inBearbeitung
  /// Closed; the Transferfrist runs.
  case zdA
  /// In the Altregistratur until the end of the period.
  case inAufbewahrung
  /// Offered to the archive (0501).
  case angeboten
  /// The archive decided (0502), or its time ran out.
  case bewertet
  /// Handed over (0503).
  case abgegeben
  /// The archive confirmed the import (0506); the content is still here.
  case uebernommen
  /// Destroyed; a tombstone remains.
  case vernichtet
  /// Made by mistake and cancelled.
  case storniert
  /// Passed to another body.
  case abgetreten

  /// True while content may be added.
  public var istOffen: Bool { self == .angelegt || self == .inBearbeitung }

  /// True from the zdA-Verfügung on, as long as the content is here.
  public var istGeschlossen: Bool {
    switch self {
    case .zdA, .inAufbewahrung, .angeboten, .bewertet, .abgegeben, .uebernommen, .abgetreten: true
    case .angelegt, .inBearbeitung, .vernichtet, .storniert: false
    }
  }

  /// True if nothing ever happens to the object again.
  public var istEnde: Bool { self == .vernichtet || self == .storniert }

  /// The number a store keeps; never changed, never used again.
  public var nummer: Int {
    switch self {
    case .angelegt: 0
    case .inBearbeitung: 1
    case .zdA: 2
    case .inAufbewahrung: 3
    case .angeboten: 4
    case .bewertet: 5
    case .abgegeben: 6
    case .uebernommen: 7
    case .vernichtet: 8
    case .storniert: 9
    case .abgetreten: 10
    }
  }

  /// The name for people.
  public var anzeige: String {
    switch self {
    case .angelegt: "angelegt"
    case .inBearbeitung: "in Bearbeitung"
    case .zdA: "zu den Akten verfügt"
    case .inAufbewahrung: "in Aufbewahrung"
    case .angeboten: "dem Archiv angeboten"
    case .bewertet: "vom Archiv bewertet"
    case .abgegeben: "an das Archiv abgegeben"
    case .uebernommen: "vom Archiv übernommen"
    case .vernichtet: "vernichtet"
    case .storniert: "storniert"
    case .abgetreten: "an eine andere Stelle abgegeben"
    }
  }
}

/// What became of an offer.
public enum Bewertung: String, Hashable, Sendable, Codable, CaseIterable {
  /// Worth archiving.
  case archivwuerdig = "A"
  /// Still to be appraised: counts as no decision (P05).
  case nochZuBewerten = "B"
  /// Not worth archiving.
  case nichtArchivwuerdig = "V"
  /// The archive let the configured time pass (P06).
  case fristablauf = "F"

  /// The appraisal for people.
  public var anzeige: String {
    switch self {
    case .archivwuerdig: "A (archivwürdig)"
    case .nochZuBewerten: "B (noch zu bewerten)"
    case .nichtArchivwuerdig: "V (nicht archivwürdig)"
    case .fristablauf: "Frist ohne Entscheidung abgelaufen"
    }
  }
}
