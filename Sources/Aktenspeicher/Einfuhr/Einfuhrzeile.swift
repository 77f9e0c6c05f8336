// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle

/// One object on its way into the store.
struct Einfuhrzeile {
  /// What it becomes.
  let ebene: Objektebene
  /// Its metadata; what lies in it is a line of its own, except documents without files.
  var objekt: Schriftgutobjekt
  /// The object it lies in; nil for an Akte.
  let eltern: ObjektID?
  /// The id of the event that brings it in; the same for each run of the same import.
  let ereignis: EreignisID
  /// The files that its metadata name, each once.
  var dateinamen: [String] = []
  /// The bytes of these files, as far as the source says.
  var dateibytes: Int64 = 0
  /// Its files in the store, each once.
  var dateien: [Dateiangabe] = []
  /// The digest of the file at each place of the metadata.
  var stellen: [(stelle: Dateistelle, datei: Dateiangabe)] = []
  /// Why it cannot come in, if that is known before the event.
  var mangel: (meldung: String, grund: Ablehnungsgrund)?

  /// The object's id.
  var id: ObjektID { objekt.id }

  /// The object for people.
  var bezeichnung: String {
    let art =
      switch ebene {
      case .akte: "Akte"
      case .teilakte: "Teilakte"
      case .vorgang: "Vorgang"
      case .teilvorgang: "Teilvorgang"
      case .dokument: "Dokument"
      }
    let m = objekt.allgemeineMetadaten
    let kennzeichen = m?.kennzeichen.map { " " + $0.text } ?? ""
    return art + kennzeichen + (m?.betreff.map { " »\($0)«" } ?? " \(id)")
  }
}

extension Objektebene {
  /// The level as the life cycle names it; nil for a Dokument.
  var ebene: Ebene? {
    switch self {
    case .akte: .akte
    case .teilakte: .teilakte
    case .vorgang: .vorgang
    case .teilvorgang: .teilvorgang
    case .dokument: nil
    }
  }
}
