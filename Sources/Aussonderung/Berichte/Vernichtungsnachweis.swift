// SPDX-License-Identifier: Apache-2.0
internal import Akte
public import Lifecycle
internal import Pruefung
internal import Xdomea

/// The Vernichtungsprotokoll for the file: everything that the proofs of a deletion say
/// (lebenszyklus FAKTEN 2.8), as a form to be signed, with the way to verify their hashes.
///
/// A Betreff appears only if the proof has one: what was destroyed for its content must not live on in a
/// report. Files that were deleted are counted; those that were not are named.
///
/// JSON: `schemaVersion` (1), `bericht` = `vernichtungsprotokoll`, `behoerde`, `archiv`, then
/// `summen` with `protokolle`, `objekte`, `dokumente`, `dateien`, `bytes`, `geloescht`, `nichtGefunden`
/// and `gescheitert`, then `protokolle`: the canonical JSON of each `Vernichtungsprotokoll`, byte by
/// byte that of its `kanonisch()`, so that its hash can be verified from the file alone.
public struct Vernichtungsnachweis: Aussonderungsbericht {
  /// The agency.
  public var behoerde: String
  /// The archive, for proofs that name none.
  public var archiv: String?
  /// The proofs of the deletion.
  public var protokolle: Berichtszeilen<Vernichtungsprotokoll>
  /// See ``Aussonderungsbericht/dateiname``.
  public var dateiname: String

  /// A report on a deletion.
  ///
  /// - Parameters:
  ///   - behoerde: The agency.
  ///   - archiv: The archive, for proofs that name none.
  ///   - dateiname: The name of the files, without extension.
  ///   - protokolle: The proofs of the deletion, closed.
  public init(
    behoerde: String, archiv: String? = nil, dateiname: String = "vernichtungsprotokoll",
    _ protokolle: Berichtszeilen<Vernichtungsprotokoll>
  ) {
    self.behoerde = behoerde
    self.archiv = archiv
    self.dateiname = dateiname
    self.protokolle = protokolle
  }

  /// See ``Aussonderungsbericht/html(into:)``.
  public func html(into senke: (UnsafeRawBufferPointer) throws -> Void) throws {
    try withoutActuallyEscaping(senke) { senke in
      let summen = try Vernichtungssummen(protokolle)
      let seite = try Seitenschreiber(
        "Vernichtungsprotokoll", unter: [behoerde],
        tabellen: [Self.objektform, Self.dateiform], senke)
      seite.erklaere(.kennung, .laufzeit, .fristregel, .vernichtungsgrund, .sicherung)
      summen.schreibeErgebnis(seite)
      try seite.abschnitt("Die Vernichtung im Ganzen", "umfang") {
        seite.angaben(
          "Wie viel vernichtet wurde",
          [
            ("Behörde", behoerde), ("Protokolle", summen.protokolle.deutsch),
            ("Akten und Vorgänge", summen.objekte.deutsch),
            ("Dokumente", summen.dokumente.deutsch),
            ("Dateien", summen.dateien.inWorten),
          ])
      }
      var nummer = 0
      try protokolle.jede { p in
        nummer += 1
        try schreibe(p, nummer, von: summen.protokolle, seite)
      }
      try schreibePruefweg(seite)
      try seite.unterschriften([
        ("Ausgeführt", summen.ausfuehrend), ("Freigegeben", summen.freigebend),
      ])
      try seite.beende()
    }
  }

  /// See ``Aussonderungsbericht/json(into:)``; the type says which keys there are.
  public func json(into senke: (UnsafeRawBufferPointer) throws -> Void) throws {
    try withoutActuallyEscaping(senke) { senke in
      let summen = try Vernichtungssummen(protokolle)
      let json = JSONStrom(senke)
      try json.objekt {
        json.zahl("schemaVersion", 1)
        json.text("bericht", "vernichtungsprotokoll")
        json.text("behoerde", behoerde)
        json.text("archiv", archiv)
        try json.objekt("summen") {
          json.zahl("protokolle", summen.protokolle)
          json.zahl("objekte", summen.objekte)
          json.zahl("dokumente", summen.dokumente)
          json.zahl("dateien", summen.dateien.zahl)
          json.zahl("bytes", summen.dateien.bytes)
          for ergebnis in Vernichtungsdatei.Ergebnis.allCases {
            json.zahl(ergebnis.rawValue, summen.dateien.je[ergebnis] ?? 0)
          }
        }
        try json.liste("protokolle") {
          try protokolle.jede { try json.roh(try $0.kanonisch()) }
        }
      }
      try json.beende()
    }
  }
}
