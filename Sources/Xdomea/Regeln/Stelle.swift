// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// The kinds of objects that have a UUID of their own.
enum Objektart: UInt8 {
  case akte
  case teilakte
  case vorgang
  case teilvorgang
  case dokument
  case schriftstueck
  case anlage
  case geschaeftsgang
  case anschreiben
  case aktenplan
  case aktenplaneinheit
  /// An object of which only the UUID is known.
  case objekt

  /// The German word.
  var anzeige: String {
    switch self {
    case .akte: "Akte"
    case .teilakte: "Teilakte"
    case .vorgang: "Vorgang"
    case .teilvorgang: "Teilvorgang"
    case .dokument: "Dokument"
    case .schriftstueck: "Schriftstück"
    case .anlage: "Anlage"
    case .geschaeftsgang: "Geschäftsgang"
    case .anschreiben: "Anschreiben"
    case .aktenplan: "Aktenplan"
    case .aktenplaneinheit: "Aktenplaneinheit"
    case .objekt: "Objekt"
    }
  }
}

/// The object at hand, for the place of findings.
struct Stelle {
  let art: Objektart
  let id: ObjektID
  let betreff: String?
  let zeile: Int?

  /// Kind and UUID as findings name the object.
  var bezeichnung: String {
    id.istLeer ? "\(art.anzeige) ohne gültige UUID" : "\(art.anzeige) \(id)"
  }
}

/// What an object has from the objects above it.
struct Umgebung {
  /// The level of the object: 1 at the top.
  var stufe = 1
  /// An object above is to be disposed of (Kontextobjekt 0).
  var unterAuszusonderndem = false
  /// An object above is closed.
  var geschlossen = false
  /// The Medium of the nearest object above that states one.
  var medium: String?
}

/// What an object tells the objects above it.
struct Ertrag {
  /// The highest rank of secrecy, with its code and object.
  var grad: (rang: UInt8, code: String, objekt: Stelle)?
  /// The latest year of classification, with its object.
  var frist: (jahr: Int, objekt: Stelle)?
  /// Something below is to be disposed of.
  var hatAuszusonderndes = false

  /// Takes the higher of both.
  mutating func nimm(_ anderer: Ertrag) {
    if let a = anderer.grad, a.rang > grad?.rang ?? 0 { grad = a }
    if let a = anderer.frist, a.jahr > frist?.jahr ?? 0 { frist = a }
    hatAuszusonderndes = hatAuszusonderndes || anderer.hatAuszusonderndes
  }
}
