// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

extension Bagregeln {
  private static let erneut = "Übertragen Sie das Paket erneut oder fordern Sie es neu an."
  private static let neuVomErsteller = "Bitten Sie den Ersteller um ein neues Paket."

  /// The files handed over.
  static let nutzlast = [
    regel(
      "NUTZLAST-FEHLT", .fehler, "Jede Datei des Manifests ist vorhanden",
      "Das Paket ist unvollständig.", abhilfe: erneut),
    regel(
      "NUTZLAST-PRUEFSUMME", .fehler, "Der Inhalt jeder Datei passt zu ihrer Prüfsumme",
      "Die Datei wurde verändert oder beschädigt, nachdem das Paket gebildet wurde.",
      abhilfe: erneut),
    regel(
      "NUTZLAST-NICHT-IM-MANIFEST", .fehler, "Jede Datei in data steht in den Manifesten",
      "Eine Datei ohne Prüfsumme kann nachträglich hinzugekommen sein. BagIt 1.0 verlangt sie in "
        + "jedem Manifest, ältere Versionen in wenigstens einem.",
      abhilfe: "Klären Sie, ob die Datei zum Paket gehört."),
    regel(
      "UMBENANNT", .hinweis, "Keine Datei wurde umbenannt",
      "Eine Datei ohne Eintrag hat genau den Inhalt, den eine fehlende haben sollte.",
      abhilfe: "Geben Sie der Datei den Namen aus dem Manifest."),
    regel(
      "NICHT-LESBAR", .fehler, "Jede Datei ist lesbar", "Ihr Inhalt wurde nicht geprüft.",
      abhilfe: "Prüfen Sie Leserechte und Datenträger."),
  ]

  /// Tag files and their manifests.
  static let tags = [
    regel(
      "TAG-FEHLT", .fehler, "Jede Datei des Tag-Manifests ist vorhanden",
      "Eine Begleitdatei des Pakets fehlt.", abhilfe: erneut),
    regel(
      "TAG-PRUEFSUMME", .fehler, "Der Inhalt jeder Begleitdatei passt zu ihrer Prüfsumme",
      "Die Datei wurde nach der Bildung des Pakets verändert.", abhilfe: erneut),
    regel(
      "TAGMANIFEST-SELBST", .fehler, "Ein Tag-Manifest nennt kein Tag-Manifest",
      "Seine eigene Prüfsumme kann eine Datei nicht enthalten.", abhilfe: neuVomErsteller),
    regel(
      "TAGMANIFEST-NUTZLAST", .fehler, "Ein Tag-Manifest nennt keine Datei in data",
      "Die Dateien in data gehören in das Manifest der Nutzlast.", abhilfe: neuVomErsteller),
    regel(
      "TAGMANIFEST-OHNE-MANIFEST", .fehler, "Ein Tag-Manifest nennt jedes Manifest der Nutzlast",
      "Sonst ließe sich das Manifest unbemerkt ändern.", abhilfe: neuVomErsteller),
    regel(
      "TAGMANIFEST-UNGLEICH", .hinweis, "Alle Tag-Manifeste nennen dieselben Dateien",
      "Die Norm empfiehlt es.", abhilfe: ""),
    regel(
      "TAGMANIFEST-FEHLT", .hinweis, "Ein Paket hat ein Tag-Manifest",
      "Die Norm verlangt es nicht; ohne Tag-Manifest lassen sich Begleitdateien und Manifeste "
        + "unbemerkt ändern, und es fällt nicht auf, wenn es verloren ging.", abhilfe: ""),
    regel(
      "TAG-OHNE-EINTRAG", .hinweis, "Begleitdateien stehen im Tag-Manifest",
      "Die Norm empfiehlt es; ohne Eintrag kann sich die Datei unbemerkt ändern.", abhilfe: ""),
  ]

  /// `bag-info.txt`.
  static let angaben = [
    regel(
      "INFO-ZEILE", .fehler, "Jede Zeile von bag-info.txt hat eine Bezeichnung und einen Wert",
      "Eine Zeile lautet »Bezeichnung: Wert«; Fortsetzungen beginnen mit einem Leerzeichen.",
      abhilfe: neuVomErsteller),
    regel(
      "INFO-LEERRAUM", .hinweis, "Nach dem Doppelpunkt steht ein Leerzeichen, davor keines",
      "BagIt 1.0 schreibt es so vor. Gelesen wurde der Wert ohne die Leerzeichen.", abhilfe: ""),
    regel(
      "INFO-MEHRFACH", .hinweis, "Einmalige Angaben stehen nur einmal in bag-info.txt",
      "Bagging-Date, Bag-Size, Bag-Group-Identifier und Bag-Count sollen nicht wiederholt werden.",
      abhilfe: ""),
    regel(
      "OXUM-FORM", .fehler, "Payload-Oxum lautet »Byte.Dateien«",
      "Es nennt die Größe der Nutzlast und die Zahl ihrer Dateien.", abhilfe: neuVomErsteller),
    regel(
      "OXUM-MEHRFACH", .fehler, "Payload-Oxum steht nur einmal in bag-info.txt",
      "Bei mehreren Angaben ist nicht zu entscheiden, welche gilt.", abhilfe: neuVomErsteller),
    regel(
      "OXUM-ABWEICHUNG", .fehler, "Größe und Zahl der Dateien stimmen mit Payload-Oxum überein",
      "Dateien fehlen, sind hinzugekommen oder haben eine andere Größe.", abhilfe: erneut),
  ]

  /// `fetch.txt`.
  static let nachladen =
    [
      regel(
        "FETCH-VORHANDEN", .warnung, "Das Paket lädt nichts nach",
        "fetch.txt nennt Adressen, von denen Dateien zu holen wären. Geprüft wird nur, was vorhanden "
          + "ist; es wird nichts aus dem Netz geladen.",
        abhilfe: "Bitten Sie um ein vollständiges Paket."),
      regel(
        "FETCH-ZEILE", .fehler, "Jede Zeile von fetch.txt nennt Adresse, Länge und Pfad",
        "Die Länge ist eine Zahl oder »-«.", abhilfe: neuVomErsteller),
      regel(
        "FETCH-NICHT-IM-MANIFEST", .fehler, "Jede Datei aus fetch.txt steht in den Manifesten",
        "Sonst ließe sich nach dem Laden nicht prüfen, ob sie die richtige ist.",
        abhilfe: neuVomErsteller),
    ]
    + Pfadgefahr.allCases.map { gefahr in
      regel(
        "FETCH-" + gefahr.rawValue, .fehler, "Pfade in fetch.txt bleiben im Paket",
        "Ein solcher Pfad zeigt aus dem Paket hinaus. Er wurde nicht verfolgt.",
        abhilfe: "Nehmen Sie das Paket nicht an und fragen Sie den Ersteller.")
    }

  /// What the disk holds beside what the rules of BagIt know.
  static let umfeld = [
    regel(
      "VERKNUEPFUNG", .fehler, "Im Paket liegt keine Verknüpfung",
      "Eine Verknüpfung kann aus dem Paket hinausführen. Sie wurde nicht verfolgt.",
      abhilfe: "Legen Sie statt der Verknüpfung die Datei selbst in das Paket."),
    regel(
      "SONDERDATEI", .fehler, "Im Paket liegen nur gewöhnliche Dateien",
      "Geräte und Leitungen lassen sich nicht archivieren.", abhilfe: "Entfernen Sie den Eintrag."),
    regel(
      "NAME-KODIERUNG", .fehler, "Dateinamen sind gültiges UTF-8",
      "Kein Manifest kann einen solchen Namen nennen.", abhilfe: "Benennen Sie die Datei um."),
    regel(
      "NAME-WINDOWS", .hinweis, "Namen sind auch unter Windows möglich",
      "Windows verbietet einige Zeichen und Namen und begrenzt die Länge.",
      abhilfe: "Benennen Sie die Datei um, wenn das Paket mit Windows gelesen werden soll."),
    regel(
      "SYSTEMDATEI", .warnung, "Im Paket liegen keine Dateien des Betriebssystems",
      "Solche Dateien entstehen von selbst und verschwinden beim Kopieren.",
      abhilfe: "Löschen Sie die Datei, bevor das Paket gebildet wird."),
    regel(
      "LEERER-ORDNER", .hinweis, "Im Paket liegt kein leerer Ordner",
      "Leere Ordner stehen in keinem Manifest und gehen leicht verloren.",
      abhilfe: "Legen Sie eine leere Datei ».keep« hinein, wenn der Ordner wichtig ist."),
    regel(
      "GRENZE", .fehler, "Das Paket hält die Grenzen des Prüfers ein",
      "Die Prüfung wurde abgebrochen, um den Rechner zu schützen.",
      abhilfe: "Ist der Inhalt vertrauenswürdig, erhöhen Sie die Grenze."),
    regel(
      "ARCHIV-BESCHAEDIGT", .fehler, "Das Archiv ist lesbar",
      "Das Archiv mit dem Paket ist beschädigt oder verschlüsselt.", abhilfe: erneut),
  ]
}
