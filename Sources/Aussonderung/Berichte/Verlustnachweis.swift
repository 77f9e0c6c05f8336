// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung
public import Xdomea

/// What a message cannot carry in the version that was agreed with the archive: for whoever has to
/// accept it before it goes out, and for the file afterwards.
///
/// JSON: `schemaVersion` (1), `bericht` = `verluste`, `kopf` as in ``Anbieteverzeichnisbericht``, then
/// `summen`, the number for each rule, then `verluste`, each with `regel`, `art`, `folge`, `feld`,
/// `objekt`, `betreff` and `text`.
public struct Verlustnachweis: Aussonderungsbericht {
  /// Which message, between whom.
  public var kopf: Berichtskopf
  /// The kind of message.
  public var typ: Nachrichtentyp
  /// The losses in the order of the message.
  public var verluste: Berichtszeilen<Uebertragungsverlust>

  /// A report on losses.
  ///
  /// - Parameters:
  ///   - kopf: Which message, between whom.
  ///   - typ: The kind of message.
  ///   - verluste: The losses in the order of the message.
  public init(
    _ kopf: Berichtskopf, _ typ: Nachrichtentyp, _ verluste: Berichtszeilen<Uebertragungsverlust>
  ) {
    self.kopf = kopf
    self.typ = typ
    self.verluste = verluste
  }

  /// See ``Aussonderungsbericht/dateiname``.
  public var dateiname: String { "verlustbericht-\(typ.rawValue)" }

  static let form = Tabellenform(
    klasse: "verluste",
    spalten: [
      .init(name: "Regel", breite: 8), .init(name: "Angabe", breite: 20),
      .init(name: "Betreff und Kennung", breite: 30), .init(name: "Was geschieht", breite: 42),
    ])

  private func summen() throws -> [String: Int] {
    var je: [String: Int] = [:]
    try verluste.jede { je[$0.regel, default: 0] += 1 }
    return je
  }

  /// See ``Aussonderungsbericht/html(into:)``.
  public func html(into senke: (UnsafeRawBufferPointer) throws -> Void) throws {
    try withoutActuallyEscaping(senke) { senke in
      let je = try summen()
      let seite = try Seitenschreiber(
        "Verlustbericht zur \(typ.rawValue)", unter: [kopf.untertitel],
        tabellen: [Self.form, Berichtskopf.nachrichtenform], senke)
      let zahl = je.values.reduce(0, +)
      let satz =
        "xdomea \(kopf.fassung?.rawValue ?? "") kann "
        + "\(zahl.mal("Angabe", "Angaben")) nicht oder nicht unverändert ausdrücken."
      if let ersetzt = je["R66"] {
        seite.ergebnis(
          .warnung, satz,
          [
            "\(ersetzt.mal("Text geht", "Texte gehen")) mit anderen Zeichen hinaus. Prüfen Sie die "
              + "Stellen, und nehmen Sie sie hin, bevor die Nachricht gesandt wird."
          ])
      } else {
        seite.ergebnis(.gut, satz, ["Die Unterlagen bleiben in der Behörde, wie sie sind."])
      }
      seite.angaben(
        "Welche Regel wie oft",
        Regelwerk.alle.compactMap { r in
          je[r.id].map { ("\(r.id) \(r.titel)", $0.deutsch) }
        })
      try seite.abschnitt("Die Stellen", "verluste") {
        try seite.tabelle(Self.form, "Was nicht oder anders in der Nachricht steht") {
          try verluste.jede { v in
            try seite.zeile(v.regel) {
              seite.zelle(v.feld)
              seite.zelle(v.betreff, klein: v.objekt.map { ["Kennung \($0.text)"] } ?? [])
              seite.zelle(v.text)
            }
          }
        }
      }
      try kopf.schreibeNachrichten(seite)
      try seite.unterschriften([("Hingenommen für die Behörde", kopf.behoerde)])
      try seite.beende()
    }
  }

  /// See ``Aussonderungsbericht/json(into:)``; the type says which keys there are.
  public func json(into senke: (UnsafeRawBufferPointer) throws -> Void) throws {
    try withoutActuallyEscaping(senke) { senke in
      let je = try summen()
      let json = JSONStrom(senke)
      try json.objekt {
        json.zahl("schemaVersion", 1)
        json.text("bericht", "verluste")
        try kopf.schreibe(json)
        try json.objekt("summen") {
          for (r, n) in je.sorted(by: { $0.key < $1.key }) { json.zahl(r, n) }
        }
        try json.liste("verluste") {
          try verluste.jede { v in
            try json.objekt {
              json.text("regel", v.regel)
              json.text("art", v.art.rawValue)
              json.text("folge", v.folge.rawValue)
              json.text("feld", v.feld)
              json.text("objekt", v.objekt?.text)
              json.text("betreff", v.betreff)
              json.text("text", v.text)
            }
          }
        }
      }
      try json.beende()
    }
  }
}
