// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle

extension Schriftgutobjekt {
  /// The same without what lies below: each object is a row of its own.
  var ohneInhalt: Schriftgutobjekt {
    switch self {
    case .akte(var a):
      a.dokumente = []
      a.vorgaenge = []
      a.teilakten = []
      return .akte(a)
    case .vorgang(var v):
      v.dokumente = []
      v.teilvorgaenge = []
      return .vorgang(v)
    case .dokument: return self
    }
  }

  /// What remains of a destroyed object: its id and its Kennzeichen, no content
  /// (lebenszyklus FAKTEN 0 rule 12, 2.8).
  var grabstein: Schriftgutobjekt {
    let kennzeichen = allgemeineMetadaten?.kennzeichen
    switch self {
    case .akte(let a):
      var rest = Akte(a.identifikation)
      rest.allgemeineMetadaten = AllgemeineMetadaten(betreff: nil, kennzeichen: kennzeichen)
      return .akte(rest)
    case .vorgang(let v):
      var rest = Vorgang(v.identifikation)
      rest.allgemeineMetadaten = AllgemeineMetadaten(betreff: nil, kennzeichen: kennzeichen)
      return .vorgang(rest)
    case .dokument(let d):
      var rest = Dokument(d.angaben.identifikation)
      rest.allgemeineMetadaten = AllgemeineMetadaten(betreff: nil, kennzeichen: kennzeichen)
      return .dokument(rest)
    }
  }

  /// The general metadata.
  var allgemeineMetadaten: AllgemeineMetadaten? {
    get {
      switch self {
      case .akte(let a): a.allgemeineMetadaten
      case .vorgang(let v): v.allgemeineMetadaten
      case .dokument(let d): d.angaben.allgemeineMetadaten
      }
    }
    set {
      switch self {
      case .akte(var a):
        a.allgemeineMetadaten = newValue
        self = .akte(a)
      case .vorgang(var v):
        v.allgemeineMetadaten = newValue
        self = .vorgang(v)
      case .dokument(var d):
        d.angaben.allgemeineMetadaten = newValue
        self = .dokument(d)
      }
    }
  }

  /// Takes over a changed metadatum that descriptive metadata hold; others live in the state.
  mutating func wende(_ a: Aenderung) {
    var m = allgemeineMetadaten ?? AllgemeineMetadaten()
    switch a.feld {
    case "Betreff": m.betreff = a.neu
    case "Kennzeichen": m.kennzeichen = a.neu.map { Kennzeichen($0) }
    case "Federfuehrung": m.federfuehrung = a.neu
    case "Aktenfuehrung": m.aktenfuehrung = a.neu
    case "Bemerkung": m.bemerkung = a.neu
    case "Geheimhaltung": m.geheimhaltung = a.neu.map { Geheimhaltung(grad: Code($0)) }
    case "Aktenplaneinheit":
      m.aktenplaneinheit = a.neu.map { Aktenplanverweis(kennzeichen: $0) }
    case "Standort":
      if case .akte(var akte) = self {
        akte.standort = a.neu
        self = .akte(akte)
        return
      }
    default: return
    }
    allgemeineMetadaten = m
  }
}

extension Anlageangaben {
  /// Metadata for an object made without richer ones.
  func schriftgutobjekt(_ id: ObjektID) -> Schriftgutobjekt {
    var m = AllgemeineMetadaten(
      betreff: betreff, kennzeichen: kennzeichen,
      medium: papierteil ? .mediumHybrid : .mediumElektronisch)
    m.federfuehrung = federfuehrung
    m.aktenplaneinheit = einheit.map { Aktenplanverweis(kennzeichen: $0) }
    if ebene.istAkte {
      var a = Akte(Identifikation(id))
      a.allgemeineMetadaten = m
      return .akte(a)
    }
    var v = Vorgang(Identifikation(id))
    v.allgemeineMetadaten = m
    return .vorgang(v)
  }
}
