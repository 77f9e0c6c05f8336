// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Pruefung
internal import Xdomea

extension Importbericht {
  /// The report as German lines, as `diva` prints them.
  public var zeilen: [String] {
    var zeilen = ["Quelle:        " + quelle.sichtbar]
    let zahlen = [
      akten.mal("Akte", "Akten"), vorgaenge.mal("Vorgang", "Vorgänge"),
      dokumente.mal("Dokument", "Dokumente"),
    ]
    zeilen.append("Übernommen:    " + zahlen.joined(separator: ", "))
    if dateien > 0 || dubletten > 0 {
      zeilen.append(
        "Dateien:       \(dateien.deutsch), \(bytes.alsGroesse)"
          + (dubletten > 0 ? ", davon schon vorhanden: \(dubletten.deutsch)" : ""))
    }
    if einheiten > 0 {
      zeilen.append("Angelegt:      " + einheiten.mal("Aktenplaneinheit", "Aktenplaneinheiten"))
    }
    if bereitsUebernommen > 0 {
      zeilen.append(
        "Schon da:      " + bereitsUebernommen.mal("Objekt", "Objekte")
          + " aus einem früheren Lauf")
    }
    if beschreibungen > 0 {
      zeilen.append("Ohne Datei:    " + beschreibungen.mal("Dokument", "Dokumente"))
    }
    for h in hinweise { zeilen.append("Hinweis: " + h.text.sichtbar) }
    let ausgelassen = uebergangen.count + weitereUebergangene
    if ausgelassen > 0 {
      zeilen.append("Nicht übernommen (\(ausgelassen.deutsch)):")
      zeilen += uebergangen.prefix(20).map { "  " + $0.sichtbar }
    }
    if anzahlAbgelehnt > 0 {
      zeilen.append(
        "Abgelehnt (\(anzahlAbgelehnt.deutsch)"
          + (mitAbgelehnt > 0
            ? ", mit \(mitAbgelehnt.mal("Objekt", "Objekten")) darin" : "") + "):")
      for a in abgelehnt.prefix(20) {
        zeilen.append("  \(a.was.sichtbar): \(a.meldung.sichtbar)")
      }
      if anzahlAbgelehnt > 20 { zeilen.append("  Alle nennt »--json«.") }
    }
    return zeilen
  }

  /// The report as text.
  public var text: String { zeilen.joined(separator: "\n") }

  /// The report as one line of JSON.
  public var json: String {
    var o = JSONObjekt()
    o.setze("werkzeug", Werkzeug.kennung)
    o.setze("schemaVersion", 1)
    o.setze("quelle", quelle)
    o.setze("akten", akten)
    o.setze("vorgaenge", vorgaenge)
    o.setze("dokumente", dokumente)
    o.setze("beschreibungen", beschreibungen)
    o.setze("dateien", dateien)
    o.setze("bytes", bytes)
    o.setze("dubletten", dubletten)
    o.setze("bereitsUebernommen", bereitsUebernommen)
    o.setze("einheiten", einheiten)
    o.setze("uebergangenAnzahl", uebergangen.count + weitereUebergangene)
    o.setze("uebergangen", uebergangen)
    o.setze(
      "hinweise",
      hinweise.map { h in
        var eintrag = JSONObjekt()
        eintrag.setze("art", h.art.rawValue)
        eintrag.setze("anzahl", h.anzahl)
        eintrag.setze("erstes", h.erstes)
        eintrag.setze("text", h.text)
        return eintrag
      })
    o.setze("abgelehntAnzahl", anzahlAbgelehnt)
    o.setze("mitAbgelehnt", mitAbgelehnt)
    o.setze(
      "abgelehnt",
      abgelehnt.map { a in
        var eintrag = JSONObjekt()
        eintrag.setze("was", a.was)
        eintrag.setze("objekt", a.objekt?.text)
        eintrag.setze("meldung", a.meldung)
        eintrag.setze("regel", a.fehler?.regel)
        eintrag.setze("grund", a.fehler?.grund.code)
        return eintrag
      })
    return o.text
  }
}
