// SPDX-License-Identifier: Apache-2.0
import Pruefung

/// Rules and reports that the tests share.
enum Beispiele {
  static let r5 = Regel(
    id: "R5", titel: "Namen sind eindeutig", schwere: .fehler,
    erklaerung: "Gleiche Namen überschreiben sich.", abhilfe: "Benennen Sie eine Datei um.")
  static let r52 = Regel(
    id: "R52", titel: "Genannte Dateien sind vorhanden", schwere: .fehler,
    erklaerung: "Das Archiv übernimmt nur, was im Container liegt.",
    abhilfe: "Nehmen Sie die Datei auf.")
  static let r54 = Regel(
    id: "R54", titel: "Keine überzähligen Dateien", schwere: .warnung,
    erklaerung: "Nicht genannte Dateien gehen verloren.", abhilfe: "Entfernen Sie die Datei.")

  static func leer(hoechstzahl: Int = 200) -> Pruefbericht {
    Pruefbericht(
      werkzeug: "diva 0.1.0", datei: "a.zip", art: "container", version: "4.0.0",
      nachricht: "0503", schemageprueft: true, hoechstzahlJeRegel: hoechstzahl)
  }

  /// A report with two errors and a warning, reported in the wrong order.
  static func gemischt() -> Pruefbericht {
    var bericht = leer()
    bericht.angaben = [("Objekte", "12")]
    bericht.melde(
      Befund(r54, "Datei x.txt wird in der Nachricht nicht genannt.", ort: Ort(datei: "x.txt")))
    bericht.melde(
      Befund(
        r52, "Datei b.pdf fehlt im Container.",
        ort: Ort(zeile: 120, objekt: "0c1d", betreff: "Bauantrag")))
    bericht.melde(Befund(r5, "Eintrag c.pdf ist mehrfach vorhanden.", ort: Ort()))
    return bericht
  }

  /// Values as someone would choose them who wants to deceive.
  static let boesartig = [
    "<script>alert(1)</script>",
    "\" onmouseover=\"alert(1)",
    "' style='x:y",
    "a&amp;b &lt; c",
    "Rechnung\u{202E}fdp.exe",
    "\u{1B}[31mrot\u{1B}]8;;http://x\u{7}",
    "erste\nzweite\r\ndritte\tTab",
    "zeile\u{2028}absatz\u{2029}ende\u{85}",
    "null\u{0}\u{7F}\u{9B}31m",
    "back\\slash \\\" \\u0041",
    "null\u{200B}breit\u{FEFF}\u{AD}\u{E0041}",
    "\u{301}akzent zuerst 👩\u{200D}💻 ÄÖÜß",
    "</title></style></bdi>--><!--]]>",
  ]
}
