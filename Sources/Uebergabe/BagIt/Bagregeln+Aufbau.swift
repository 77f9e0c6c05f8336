// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

extension Bagregeln {
  private static let neuVomErsteller = "Bitten Sie den Ersteller um ein neues Paket."

  /// The archive around a bag.
  static let huelle = [
    regel(
      "ARCHIV-ORDNER", .fehler, "Das Archiv enthält genau einen Ordner mit dem Paket",
      "Ein gepacktes Paket liegt in einem einzigen Ordner, damit beim Auspacken nichts vermischt wird.",
      abhilfe: "Packen Sie den Ordner des Pakets als Ganzes und nichts daneben."),
    regel(
      "ARCHIV-NAME", .hinweis, "Archiv und Ordner heißen gleich",
      "Üblich ist, dass das Archiv wie der Ordner darin heißt.", abhilfe: ""),
    regel(
      "ARCHIV-PFAD", .fehler, "Pfade im Archiv bleiben im Archiv",
      "Ein solcher Pfad würde beim Auspacken fremde Dateien überschreiben. Die Datei wurde nicht gelesen.",
      abhilfe: "Nehmen Sie das Paket nicht an und fragen Sie den Ersteller."),
    regel(
      "ARCHIV-DOPPELT", .fehler, "Jede Datei ist im Archiv einmal vorhanden",
      "Bei zwei gleichnamigen Dateien hängt es vom Programm ab, welche gilt.",
      abhilfe: neuVomErsteller),
  ]

  /// `bagit.txt` and the least that makes a bag.
  static let grundlage = [
    regel(
      "BAGIT-FEHLT", .fehler, "Die Datei bagit.txt ist vorhanden",
      "Ohne bagit.txt ist der Ordner kein BagIt-Paket.",
      abhilfe: "Prüfen Sie, ob Sie den richtigen Ordner gewählt haben."),
    regel(
      "BAGIT-BOM", .fehler, "bagit.txt beginnt ohne Bytefolge (BOM)",
      "Die Datei ist UTF-8 und darf kein unsichtbares Zeichen am Anfang haben.",
      abhilfe: neuVomErsteller),
    regel(
      "BAGIT-VERSION-FORM", .fehler, "Die erste Zeile von bagit.txt nennt die Version",
      "Sie lautet »BagIt-Version: M.N« mit zwei Zahlen.", abhilfe: neuVomErsteller),
    regel(
      "BAGIT-VERSION-UNBEKANNT", .fehler, "Die Version ist bekannt",
      "Geprüft werden die Versionen 0.93 bis 0.97 und 1.0. Eine andere kann andere Regeln haben.",
      abhilfe: "Bitten Sie um ein Paket nach BagIt 1.0."),
    regel(
      "BAGIT-LEERRAUM", .fehler, "In bagit.txt steht genau ein Leerzeichen nach dem Doppelpunkt",
      "BagIt 1.0 erlaubt keine weiteren Leerzeichen, auch nicht am Zeilenende.",
      abhilfe: neuVomErsteller),
    regel(
      "BAGIT-KODIERUNG-FEHLT", .fehler, "Die zweite Zeile von bagit.txt nennt die Zeichenkodierung",
      "Sie lautet »Tag-File-Character-Encoding: UTF-8« oder nennt eine andere Kodierung.",
      abhilfe: neuVomErsteller),
    regel(
      "BAGIT-ZEILENZAHL", .fehler, "bagit.txt hat genau zwei Zeilen",
      "Weitere Angaben gehören in bag-info.txt.", abhilfe: neuVomErsteller),
    regel(
      "ZEICHENSATZ-UNBEKANNT", .fehler, "Die Zeichenkodierung ist bekannt",
      "Ohne sie lassen sich die Namen in den Manifesten nicht lesen. Gelesen wurde UTF-8.",
      abhilfe: "Bitten Sie um ein Paket mit UTF-8."),
    regel(
      "TAG-ZEICHEN", .fehler, "Textdateien des Pakets entsprechen der angegebenen Kodierung",
      "Sonst sind Namen mit Umlauten nicht sicher zu lesen.", abhilfe: neuVomErsteller),
    regel(
      "TAG-BOM", .fehler, "Textdateien in UTF-8 beginnen ohne Bytefolge (BOM)",
      "Das unsichtbare Zeichen am Anfang würde zum ersten Wort gezählt.", abhilfe: neuVomErsteller),
    regel(
      "DATA-FEHLT", .fehler, "Der Ordner data ist vorhanden",
      "In ihm liegen die übergebenen Dateien; er muss auch da sein, wenn er leer ist.",
      abhilfe: neuVomErsteller),
  ]

  /// The manifests.
  static let manifest = [
    regel(
      "MANIFEST-FEHLT", .fehler, "Es gibt ein Manifest der Nutzlast",
      "Ohne manifest-….txt ist nichts über die Dateien bewiesen.", abhilfe: neuVomErsteller),
    regel(
      "ALGORITHMUS-UNBEKANNT", .fehler, "Das Prüfsummenverfahren ist bekannt",
      "Die Prüfsummen dieses Manifests wurden nicht geprüft.",
      abhilfe: "Bitten Sie um ein Paket mit SHA-512 oder SHA-256."),
    regel(
      "ALGORITHMUS-SCHWACH", .hinweis, "Das Prüfsummenverfahren ist zeitgemäß",
      "MD5 und SHA-1 erkennen Versehen, aber keine absichtlichen Änderungen.",
      abhilfe: "Bitten Sie künftig um SHA-512."),
    regel(
      "MANIFEST-ZEILE", .fehler, "Jede Zeile eines Manifests nennt Prüfsumme und Pfad",
      "Eine Zeile besteht aus der Prüfsumme in Hexadezimalziffern, Leerraum und dem Pfad.",
      abhilfe: neuVomErsteller),
    regel(
      "MANIFEST-AUSSERHALB-DATA", .fehler, "Ein Manifest der Nutzlast nennt nur Dateien in data",
      "Alle anderen Dateien gehören in ein Tag-Manifest.", abhilfe: neuVomErsteller),
    regel(
      "DOPPELT-ABWEICHEND", .fehler, "Eine Datei hat in einem Manifest nur eine Prüfsumme",
      "Bei zwei verschiedenen Prüfsummen ist nicht zu entscheiden, welche gilt.",
      abhilfe: neuVomErsteller),
    regel(
      "DOPPELT-GLEICH", .fehler, "Eine Datei steht in einem Manifest nur einmal",
      "BagIt 1.0 verbietet die Wiederholung; ältere Versionen dulden sie.",
      abhilfe: neuVomErsteller),
  ]

  /// Paths in manifests.
  static let pfade =
    Pfadgefahr.allCases.map { gefahr in
      regel(
        gefahr.rawValue, .fehler, "Pfade in Manifesten bleiben im Paket",
        "Ein solcher Pfad zeigt aus dem Paket hinaus. Er wurde nicht verfolgt.",
        abhilfe: "Nehmen Sie das Paket nicht an und fragen Sie den Ersteller.")
    } + [
      regel(
        "PFAD-PUNKT", .warnung, "Pfade beginnen nicht mit »./«",
        "Manche Werkzeuge setzen »./« davor; andere finden die Datei dann nicht.", abhilfe: ""),
      regel(
        "MD5SUM-STERN", .warnung, "Vor dem Pfad steht kein Stern",
        "Den Stern schreiben md5sum und ähnliche Werkzeuge. Er gehört nicht zum Namen.", abhilfe: ""
      ),
      regel(
        "PROZENT-UNKODIERT", .warnung, "Prozentzeichen in Namen sind kodiert",
        "BagIt 1.0 verlangt im Manifest %25 für ein Prozentzeichen. Viele Werkzeuge lassen es aus.",
        abhilfe: "Die Datei ist auffindbar; der Ersteller sollte sein Werkzeug erneuern."),
      regel(
        "PROZENT-FREMD", .warnung, "Nur Zeilenumbruch und Prozentzeichen sind kodiert",
        "Das Manifest kodiert den Namen anders, als die Version des Pakets es vorsieht.",
        abhilfe: "Der Ersteller sollte sein Werkzeug erneuern."),
      regel(
        "NUR-NORMALFORM", .hinweis, "Umlaute sind im Manifest wie im Dateinamen gespeichert",
        "Manche Programme speichern »ä« als Buchstabe und Punkte. Die Namen wurden als gleich gewertet.",
        abhilfe: ""),
      regel(
        "NUR-GROSSKLEIN", .warnung,
        "Namen unterscheiden sich nicht nur in Groß- und Kleinschreibung",
        "Windows und macOS halten solche Namen für gleich; beim Kopieren geht eine Datei verloren.",
        abhilfe: "Benennen Sie eine der Dateien um."),
    ]
}
