// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Tabellen
internal import Xdomea

/// The rows of a list for appraisal, as both forms show them.
struct Listenzeilen {
  /// What stands in the row of an object that is not appraised, in the column for notes.
  static let nurZusammenhang = "nur Zusammenhang, nicht bewerten"

  let liste: Objektliste
  let gefuege: Objektgefuege
  private let dokumente: [Int64]
  private let bytes: [Int64]

  init(_ liste: Objektliste) {
    self.liste = liste
    let gefuege = Objektgefuege(liste.eintraege.map { Listenposten($0) })
    self.gefuege = gefuege
    dokumente = gefuege.summen(liste.eintraege.map { Int64($0.dokumente) })
    bytes = gefuege.summen(liste.eintraege.map(\.bytes))
  }

  /// The value of a cell.
  ///
  /// - Parameters:
  ///   - spalte: The column.
  ///   - stelle: The place of the object in the list.
  /// - Returns: The value, texts not protected.
  func wert(_ spalte: Listenspalte, _ stelle: Int) -> Zellwert {
    let e = liste.eintraege[stelle]
    func text(_ text: String?) -> Zellwert { text.map { $0.isEmpty ? .leer : .text($0) } ?? .leer }
    return switch spalte {
    case .nummer: .zahl(Int64(stelle + 1))
    case .ebene: .text(e.ebene.anzeige)
    case .kennzeichen: text(e.kennzeichen)
    case .betreff: text(e.betreff)
    case .enthaltenIn: text(e.eltern.map(name))
    case .laufzeit: text(e.laufzeit.anzeige)
    case .dokumente: .zahl(dokumente[stelle])
    // An offer has no files; 0 bytes would be taken for an empty file.
    case .umfang: bytes[stelle] > 0 ? .text(bytes[stelle].alsGroesse) : .leer
    case .bytes: bytes[stelle] > 0 ? .zahl(bytes[stelle]) : .leer
    case .zdA: text(e.zdADatum?.anzeige)
    case .aufbewahrungsende: text(e.aufbewahrungsende?.anzeige)
    case .vorschlag: text(e.vorschlag)
    case .begruendung: text(e.vorschlagBegruendung)
    case .entscheidung: e.istKontext ? .leer : text(e.entscheidung?.rawValue)
    case .notiz: e.istKontext ? .text(Self.nurZusammenhang) : text(e.notiz)
    case .uuid: .text(e.id.text)
    case .bezeichnung, .stillgelegt: .leer
    }
  }

  /// How people call the object.
  private func name(_ id: ObjektID) -> String {
    let e = liste[id]
    return e?.kennzeichen ?? e?.betreff ?? id.text
  }
}

extension Zeitraum {
  /// The span as people read it; nil if nothing is known.
  fileprivate var anzeige: String? {
    switch (beginn, ende) {
    case (let b?, let e?): "\(b.anzeige) – \(e.anzeige)"
    case (let b?, nil): "ab \(b.anzeige)"
    case (nil, let e?): "bis \(e.anzeige)"
    case (nil, nil): nil
    }
  }
}
