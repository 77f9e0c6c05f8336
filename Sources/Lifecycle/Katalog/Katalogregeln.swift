// SPDX-License-Identifier: Apache-2.0
public import Pruefung

/// The rules that a catalogue is checked against (FAKTEN 5, loader checks).
public enum Katalogregeln {
  /// All rules, K1 first.
  public static let alle: [Regel] = datei + felder + zusammenhang

  private static func regel(
    _ id: String, _ schwere: Schwere, _ titel: String, _ erklaerung: String, abhilfe: String
  ) -> Regel {
    Regel(id: id, titel: titel, schwere: schwere, erklaerung: erklaerung, abhilfe: abhilfe)
  }

  // MARK: The file

  static let k1 = regel(
    "K1", .fehler, "Die Datei ist UTF-8",
    "In einer anderen Kodierung gehen Umlaute verloren.",
    abhilfe: "Speichern Sie die Tabelle als »CSV UTF-8«.")
  static let k2 = regel(
    "K2", .hinweis, "Bytefolge am Anfang (BOM)",
    "Manche Programme setzen ein unsichtbares Zeichen an den Anfang. Es wird übergangen.",
    abhilfe: "")
  static let k3 = regel(
    "K3", .hinweis, "Zeilenenden",
    "Üblich ist ein einzelnes Zeilenende (LF). Andere Zeilenenden werden gelesen, gemischte deuten "
      + "auf eine Bearbeitung mit verschiedenen Programmen.",
    abhilfe: "")
  static let k4 = regel(
    "K4", .fehler, "Anführungszeichen sind paarig",
    "Ein Feld, das mit einem Anführungszeichen beginnt, endet mit einem; im Feld stehen sie doppelt.",
    abhilfe: "Ergänzen oder verdoppeln Sie die Anführungszeichen in dieser Zeile.")
  static let k5 = regel(
    "K5", .fehler, "Die Kopfzeile nennt alle Spalten",
    "Die Spalten werden an ihrem Namen erkannt und dürfen in beliebiger Reihenfolge stehen.",
    abhilfe: "Ergänzen Sie die Kopfzeile; die Spalten sind mit Semikolon getrennt.")
  static let k6 = regel(
    "K6", .fehler, "Jede Zeile hat so viele Felder wie die Kopfzeile",
    "Fehlt ein Semikolon oder steht eines zu viel, verschieben sich die Angaben.",
    abhilfe: "Prüfen Sie die Semikolons; enthält ein Text eines, setzen Sie ihn in "
      + "Anführungszeichen.")
  static let k7 = regel(
    "K7", .fehler, "Pflichtangaben sind ausgefüllt",
    "Ohne diese Angabe lässt sich die Regel nicht anwenden.", abhilfe: "Füllen Sie das Feld aus.")
  static let k8 = regel(
    "K8", .fehler, "Die Datei hat wenigstens eine brauchbare Zeile und bleibt im üblichen Umfang",
    "Ein leerer Katalog gibt keine Auskunft, ein übergroßer ist sicher eine andere Datei.",
    abhilfe: "Prüfen Sie, ob Sie die richtige Datei gewählt haben.")
  static let k9 = regel(
    "K9", .warnung, "Texte haben keine unsichtbaren Zeichen",
    "Unsichtbare Zeichen lassen zwei gleich aussehende Angaben verschieden sein.",
    abhilfe: "Tippen Sie den Text neu ein.")
  static let k10 = regel(
    "K10", .hinweis, "Umlaute sind ein Zeichen",
    "Manche Programme speichern Umlaute als Buchstabe und Punkte (nicht NFC). Sie wurden "
      + "zusammengesetzt.",
    abhilfe: "")

  static let datei = [k1, k2, k3, k4, k5, k6, k7, k8, k9, k10]

  // MARK: The fields of a row

  static let k11 = regel(
    "K11", .fehler, "Die Id kommt nur einmal vor",
    "Auf die Id verweist jede Begründung einer Frist.",
    abhilfe: "Geben Sie jeder Zeile eine eigene Id.")
  static let k12 = regel(
    "K12", .fehler, "Der Aktenplan ist eine Nummer wie 20.11",
    "Die Nummer wird in ihre Teile zerlegt; ein Teil darf nicht leer sein. »*« ist die Vorgabe für "
      + "den ganzen Plan.",
    abhilfe: "Berichtigen Sie die Nummer.")
  static let k13 = regel(
    "K13", .fehler, "Die Dauer ist eine Zahl oder »unbefristet«",
    "Beides zugleich widerspricht sich; Dezimalzahlen und Vorzeichen gibt es nicht.",
    abhilfe: "Geben Sie eine ganze Zahl oder »unbefristet« an.")
  static let k14 = regel(
    "K14", .fehler, "Die Dauer ist plausibel",
    "Sehr lange Fristen sind meist Tippfehler.", abhilfe: "Prüfen Sie die Dauer.")
  static let k15 = regel(
    "K15", .fehler, "Die Einheit ist J (Jahre) oder M (Monate)",
    "Andere Einheiten kennt die Berechnung nicht.", abhilfe: "Geben Sie J oder M an.")
  static let k16 = regel(
    "K16", .fehler, "Die Startregel ist bekannt",
    "Sie sagt, wie gezählt wird.",
    abhilfe: "Möglich sind jahresende, taggenau, folgejahrFeststellung und ereignis.")
  static let k17 = regel(
    "K17", .fehler, "Der Bezug ist bekannt",
    "Er sagt, ab welchem Tag gezählt wird.",
    abhilfe: "Möglich sind zdA, letzterVorgang, letzteBearbeitung und ereignis:NAME; der Name "
      + "besteht aus Buchstaben, Ziffern, »-« und »_«.")
  static let k18 = regel(
    "K18", .fehler, "Startregel und Bezug passen zusammen",
    "Die Startregeln »ereignis« und »folgejahrFeststellung« brauchen ein Ereignis als Bezug.",
    abhilfe: "Geben Sie als Bezug ereignis:NAME an oder ändern Sie die Startregel.")
  static let k19 = regel(
    "K19", .fehler, "»mindestbis« ist ein Tag oder ein Ereignis",
    "Vor diesem Tag endet die Frist nicht.",
    abhilfe: "Möglich sind zum Beispiel 2030-12-31, ereignis:Entlastung und ereignis:Entlastung+6M."
  )
  static let k20 = regel(
    "K20", .fehler, "Die Aussonderungsart ist A, B oder V",
    "A steht für archivieren, B für bewerten, V für vernichten.",
    abhilfe: "Geben Sie A, B oder V an.")
  static let k21 = regel(
    "K21", .fehler, "Die Basis ist bekannt",
    "Sie entscheidet, ob spätestens nach 30 Jahren anzubieten ist.",
    abhilfe: "Möglich sind gesetz, vwvOberste und ortsrecht.")
  static let k22 = regel(
    "K22", .fehler, "Die Gültigkeit ist ein Zeitraum",
    "Der erste Tag darf nicht nach dem letzten liegen.",
    abhilfe: "Geben Sie Tage in der Form JJJJ-MM-TT an, den früheren zuerst.")
  static let k23 = regel(
    "K23", .fehler, "Die Wirkung ist nurNeue oder laufendeFristen",
    "Sie sagt, ob die Zeile auch für schon geschlossene Akten gilt.",
    abhilfe: "Geben Sie nurNeue oder laufendeFristen an.")
  static let k24 = regel(
    "K24", .fehler, "»nieLoeschen« ist ja oder nein",
    "Ein anderes Wort wird nicht gedeutet, weil ein Irrtum zum Löschen führen könnte.",
    abhilfe: "Geben Sie ja oder nein an.")
  static let k25 = regel(
    "K25", .fehler, "Was nie gelöscht wird, ist nicht zu vernichten",
    "»nieLoeschen« und die Aussonderungsart V widersprechen sich.",
    abhilfe: "Setzen Sie die Aussonderungsart auf A oder B, oder nieLoeschen auf nein.")
  static let k26 = regel(
    "K26", .warnung, "Was unbefristet aufbewahrt wird, ist nicht zu vernichten",
    "Eine Frist ohne Ende führt nie zur Vernichtung.",
    abhilfe: "Prüfen Sie Dauer und Aussonderungsart.")
  static let k27 = regel(
    "K27", .warnung, "Die Rechtsgrundlage ist genannt",
    "Sie steht in jeder Begründung einer Frist und im Vernichtungsprotokoll.",
    abhilfe: "Nennen Sie Gesetz, Vorschrift oder Beschluss.")
  static let k28 = regel(
    "K28", .fehler, "Die Einschränkung liegt innerhalb der Frist",
    "Nach so vielen Jahren darf nur noch eingeschränkt verarbeitet werden.",
    abhilfe: "Geben Sie eine ganze Zahl an, die nicht größer als die Dauer ist.")

  static let felder = [
    k11, k12, k13, k14, k15, k16, k17, k18, k19, k20, k21, k22, k23, k24, k25, k26, k27, k28,
  ]

  // MARK: Rows together

  static let k29 = regel(
    "K29", .fehler, "Zum selben Aktenplan gilt an jedem Tag nur eine Zeile",
    "Gelten zwei Zeilen zugleich, lässt sich nicht sagen, welche Regel anzuwenden ist.",
    abhilfe: "Beenden Sie die ältere Zeile am Tag vor dem Beginn der neueren.")
  static let k30 = regel(
    "K30", .hinweis, "Zwischen zwei Zeilen zum selben Aktenplan ist keine Lücke",
    "In der Lücke gilt die Regel der übergeordneten Einheit oder keine.",
    abhilfe: "Prüfen Sie, ob die Lücke gewollt ist.")
  static let k31 = regel(
    "K31", .warnung, "Für jedes Ereignis gibt es ein Verfahren, das seinen Tag liefert",
    "Ohne diesen Tag läuft die Frist nie, und die Akten werden nie ausgesondert.",
    abhilfe: "Klären Sie, welches Fachverfahren den Tag liefert, oder wählen Sie einen anderen "
      + "Bezug.")
  static let k32 = regel(
    "K32", .warnung, "Ortsrecht hebt die Anbietung nach 30 Jahren nicht auf",
    "Eine längere Frist nach Ortsrecht verschiebt die Pflicht nicht, spätestens 30 Jahre nach der "
      + "letzten Bearbeitung anzubieten.",
    abhilfe:
      "Sorgen Sie für eine Wiedervorlage vor Ablauf der 30 Jahre, oder nennen Sie das Gesetz "
      + "als Basis.")
  static let k33 = regel(
    "K33", .warnung, "Eine Verkürzung laufender Fristen ist zu begründen",
    "Sie braucht eine Rechtsgrundlage und die Zustimmung einer zweiten Person.",
    abhilfe: "Prüfen Sie, ob die neue Zeile für laufende Fristen gelten soll.")
  static let k34 = regel(
    "K34", .hinweis, "Es gibt eine Vorgabe für den ganzen Plan",
    "Ohne Vorgabe haben Akten, zu denen keine Zeile passt, keine Regel.",
    abhilfe: "Ergänzen Sie bei Bedarf eine Zeile mit dem Aktenplan »*«.")

  static let zusammenhang = [k29, k30, k31, k32, k33, k34]
}
