// SPDX-License-Identifier: Apache-2.0
internal import Pruefung
internal import Tabellen
internal import Uebergabe
internal import Xdomea

/// The table of formats and the findings on the terminal.
enum Formatanzeige {
  static func zeige(_ b: Formatbericht) throws {
    let zeilen = b.tabelle.map { gruppe, menge in
      [
        gruppe.code.isEmpty ? "–" : gruppe.code, gruppe.puid ?? "–", menge.dateien.deutsch,
        menge.bytes.alsGroesse, gruppe.name,
      ]
    }
    let kopf = ["Code", "PRONOM", "Dateien", "Größe", "Format"]
    let breiten = kopf.indices.map { i in ([kopf] + zeilen).map { $0[i].count }.max() ?? 0 }
    for z in [kopf] + zeilen {
      let felder = z.indices.map { i in
        let luft = String(repeating: " ", count: breiten[i] - z[i].count)
        return i == 2 || i == 3 ? luft + z[i] : i == 4 ? z[i] : z[i] + luft
      }
      try Ausgabe.zeile(felder.joined(separator: "  ").sichtbar)
    }
    try Ausgabe.zeile()
    try Ausgabe.zeile(
      "Zusammen: \(b.alle.dateien.mal("Datei", "Dateien")), \(b.alle.bytes.alsGroesse)")
    if let satz = b.pdfaSatz { try Ausgabe.zeile(satz) }
    try Ausgabe.zeile()
    try Ausgabe.text(b.bericht.text(farbe: Ausgabe.farbig))
  }
}

/// One file, or the sums, as a line of JSON.
enum Formatzeile {
  static func json(_ posten: Formatgang.Posten, ort: String, _ befunde: [Befund]) -> String {
    var o = JSONObjekt()
    o.setze("werkzeug", Werkzeug.kennung)
    o.setze("schemaVersion", 1)
    o.setze("ort", ort)
    switch posten {
    case .datei(let pfad, let e):
      o.setze("datei", pfad)
      setze(e, &o)
    case .nichtLesbar(let pfad, let grund):
      o.setze("datei", pfad)
      o.setze("fehler", grund)
    case .ausgelassen(let pfad):
      o.setze("datei", pfad)
      o.setze("ausgelassen", true)
    }
    o.setze("befunde", befunde.map(befund))
    return o.text
  }

  private static func setze(_ e: Formatergebnis, _ o: inout JSONObjekt) {
    o.setze("groesse", e.groesse)
    o.setze("code", e.code)
    o.setze("codeliste", Dateiformat.listenURI)
    o.setze("codelistenversion", Dateiformat.listenversion)
    o.setze("puid", e.puid)
    o.setze("mime", e.haupt == nil ? nil : e.mime)
    o.setze("verschluesselt", e.istVerschluesselt)
    o.setze(
      "kandidaten",
      e.kandidaten.map { k in
        var kandidat = JSONObjekt()
        kandidat.setze("format", k.format.kennung)
        kandidat.setze("name", k.format.name)
        kandidat.setze("fassung", k.fassung)
        kandidat.setze("code", k.code)
        kandidat.setze("puid", k.puid)
        kandidat.setze("sicherheit", "\(k.sicherheit)")
        kandidat.setze("grund", k.grund)
        return kandidat
      })
    if let pdf = e.pdf {
      var p = JSONObjekt()
      p.setze("version", pdf.version)
      p.setze("pdfaAngabe", pdf.pdfa?.stufe)
      p.setze("ohneObjektbaum", pdf.istOhneObjektbaum)
      p.setze("stand", e.pdfaStand)
      o.setze("pdf", p)
    }
    guard let u = e.urteil else { return }
    var urteil = JSONObjekt()
    urteil.setze("urteil", u.wort)
    urteil.setze("werkzeug", u.werkzeug)
    urteil.setze("version", u.version)
    urteil.setze("profil", u.profil)
    urteil.setze("meldungen", u.meldungen)
    if case .nichtGeprueft(let grund) = u.ergebnis { urteil.setze("grund", grund) }
    o.setze("pruefung", urteil)
  }

  private static func befund(_ b: Befund) -> JSONObjekt {
    var o = JSONObjekt()
    o.setze("regel", b.regel)
    o.setze("schwere", b.schwere.rawValue)
    o.setze("meldung", b.meldung)
    o.setze("abhilfe", b.abhilfe)
    return o
  }

  static func json(_ b: Formatbericht) -> String {
    var o = JSONObjekt()
    o.setze("werkzeug", Werkzeug.kennung)
    o.setze("schemaVersion", 1)
    o.setze("ort", b.bericht.datei)
    o.setze("dateien", b.alle.dateien)
    o.setze("bytes", b.alle.bytes)
    o.setze("nichtLesbar", b.nichtLesbar)
    o.setze("pdfaAngaben", b.pdfaAngaben)
    o.setze("ohneFehler", b.bericht.gueltig)
    o.setze(
      "formate",
      b.tabelle.map { gruppe, menge in
        var g = JSONObjekt()
        g.setze("code", gruppe.code)
        g.setze("name", gruppe.name)
        g.setze("puid", gruppe.puid)
        g.setze("dateien", menge.dateien)
        g.setze("bytes", menge.bytes)
        return g
      })
    return o.text
  }
}

/// All files as CSV.
struct Formattabelle: ~Copyable {
  private var schreiber: CSVSchreiber

  init(_ pfad: String) throws {
    var neuer = try CSVSchreiber(pfad)
    try neuer.zeile([
      "Ort", "Datei", "Größe", "Code", "PRONOM", "MIME-Typ", "Format", "Sicherheit", "PDF/A",
      "Verschlüsselt", "Befunde",
    ])
    schreiber = neuer
  }

  mutating func nimm(_ posten: Formatgang.Posten, ort: String, _ befunde: [Befund]) throws {
    let meldungen = befunde.map { "\($0.regel): \($0.meldung)" }.joined(separator: " ")
    switch posten {
    case .datei(let pfad, let e):
      try schreiber.zeile([
        ort, pfad, "\(e.groesse)", e.code ?? "", e.puid ?? "", e.haupt == nil ? "" : e.mime,
        e.haupt?.anzeige ?? "leere Datei", e.haupt?.sicherheit.anzeige ?? "", e.pdfaStand ?? "",
        e.istVerschluesselt ? "ja" : "nein", meldungen,
      ])
    case .nichtLesbar(let pfad, _), .ausgelassen(let pfad):
      try schreiber.zeile([ort, pfad, "", "", "", "", "", "", "", "", meldungen])
    }
  }

  consuming func beende() throws { try schreiber.beende() }
}
