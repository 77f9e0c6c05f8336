// SPDX-License-Identifier: Apache-2.0
public import Pruefung

/// The rules that evidence is checked against: RFC 4998 and RFC 3161, and what practice adds.
///
/// The identifiers never change.
public enum Nachweisregeln {
  /// All rules.
  public static let alle: [Regel] = nachweis + daten + beweis + stempel + wald + xaip

  /// The rule with an identifier; nil if there is none.
  public static func regel(_ id: String) -> Regel? { alle.first { $0.id == id } }

  /// The rule with an identifier; one without an explanation if there is none.
  static subscript(id: String) -> Regel { regel(id) ?? regel(id, .fehler, "Regel \(id)", "", "") }

  private static let neuHolen = "Holen Sie die Datei aus der Sicherung oder fordern Sie sie neu an."

  private static let nachweis = [
    regel(
      "NACHWEIS-FORM", .fehler, "Der Nachweis ist lesbar",
      "Jede seiner Dateien hat die Form, die ihr Standard verlangt.", neuHolen),
    regel(
      "NACHWEIS-WURZEL", .fehler, "Die Wurzel folgt aus der Hashliste",
      "Der Hashbaum wird aus der Liste neu gebildet. Weicht seine Wurzel ab, wurde eine der Dateien des "
        + "Nachweises geändert.", neuHolen),
    regel(
      "NACHWEIS-FOLGE", .fehler, "Jeder Baum handelt von denselben Dateien",
      "Ein erneuerter Hashbaum nennt dieselben Pfade und Gruppen wie der erste.", neuHolen),
    regel(
      "NACHWEIS-OFFEN", .hinweis, "Eine Anfrage wartet auf ihren Zeitstempel",
      "Die Anfrage liegt im Nachweis; ihre Antwort wurde noch nicht übernommen.",
      "Senden Sie die Anfrage an Ihren Zeitstempeldienst und übernehmen Sie die Antwort. »diva nachweis "
        + "anfrage« stellt sie neu oder verwirft sie."),
    regel(
      "NACHWEIS-NAMEN", .hinweis, "Die Zeitstempel schützen auch die Namen der Dateien",
      "In Nachweisen der ersten Form ist die Hashliste kein Blatt des Baums. Ihre Prüfsumme steht in "
        + "»wurzel-1.txt«; nur wer diese Datei signiert hat, kann Namen und Gruppen belegen.",
      "Legen Sie einen neuen Nachweis an, wenn es auf die Namen ankommt."),
  ]

  private static let daten = [
    regel(
      "DATEI-FEHLT", .fehler, "Jede Datei des Nachweises ist da",
      "Die Datei steht in der Liste, aber nicht auf dem Datenträger.",
      "Holen Sie die Datei aus der Sicherung."),
    regel(
      "DATEI-GEAENDERT", .fehler, "Jede Datei ist unverändert",
      "Der Hashwert der Datei ist ein anderer als der im Nachweis.",
      "Holen Sie die unveränderte Datei aus der Sicherung."),
    regel(
      "DATEI-NICHT-LESBAR", .fehler, "Jede Datei ist lesbar",
      "Was nicht gelesen werden kann, ist nicht geprüft.", "Prüfen Sie Leserechte und Datenträger."),
    regel(
      "DATEI-FREMD", .warnung, "Neben den Dateien des Nachweises liegt nichts anderes",
      "Der Nachweis sagt über diese Datei nichts.",
      "Klären Sie, woher die Datei kommt; für sie braucht es einen eigenen Nachweis."),
    regel(
      "DATEI-NAME", .warnung, "Die Namen sind geschrieben wie im Nachweis",
      "Manche Programme und Datenträger schreiben Umlaute als ein Zeichen (NFC), andere als zwei (NFD). Für "
        + "Menschen ist es derselbe Name; der Inhalt wurde verglichen.",
      "Der Inhalt ist geprüft. Benennen Sie die Datei um, wenn andere Programme den Namen genau brauchen."
    ),
    regel(
      "DATEI-VERKNUEPFUNG", .warnung, "Im Ordner liegen nur gewöhnliche Dateien",
      "Verknüpfungen wird nie gefolgt, Geräte werden nicht gelesen; der Nachweis sagt über sie nichts.",
      "Klären Sie, woher der Eintrag kommt; ersetzen Sie eine Verknüpfung durch die Datei, wenn sie dort "
        + "liegen soll."),
    regel(
      "ORDNER-LEER", .hinweis, "Jeder Ordner enthält Dateien",
      "Ein Nachweis handelt von Dateien; über leere Ordner sagt er nichts.",
      "Klären Sie, ob in dem Ordner etwas liegen müsste."),
  ]

  private static let beweis = [
    regel(
      "BEWEIS-VERSION", .fehler, "Der Evidence Record hat die Version 1",
      "RFC 4998 kennt nur diese Version.", neuHolen),
    regel(
      "BEWEIS-VERFAHREN", .fehler, "Eine Kette hat ein bekanntes Hashverfahren",
      "Baum und Zeitstempel einer Kette verwenden dasselbe Verfahren.", neuHolen),
    regel(
      "BEWEIS-SCHWACH", .fehler, "Das Hashverfahren gilt als sicher",
      "MD5 und SHA-1 lassen sich fälschen. SHA-1 ist nur eine Warnung, wenn der Hashbaum später mit einem "
        + "sicheren Verfahren erneuert wurde; MD5 ist immer ein Fehler.",
      "Abhilfe ist die Erneuerung des Hashbaums mit einem neuen Verfahren, solange der Nachweis noch "
        + "glaubhaft ist. Ist sie unterblieben, klären Sie, was der alte Nachweis noch belegt."),
    regel(
      "BEWEIS-OBJEKT", .fehler, "Der Evidence Record handelt von dieser Datei",
      "Der Hashwert der Datei steht nicht in der ersten Liste des Baums.",
      "Prüfen Sie, ob Datei und Evidence Record zusammengehören."),
    regel(
      "BEWEIS-BAUM", .fehler, "Der reduzierte Hashbaum führt zum Zeitstempel",
      "Aus den Listen des Baums folgt nicht der Hashwert, den der Zeitstempel nennt.", neuHolen),
    regel(
      "BEWEIS-VORGAENGER", .fehler, "Jeder Zeitstempel deckt seinen Vorgänger",
      "Der erneuerte Zeitstempel muss über den Bytes des vorigen gebildet sein.", neuHolen),
    regel(
      "BEWEIS-LESART", .hinweis, "Der Baum ist so gelesen, wie ihn das andere Programm meint",
      "RFC 4998 wird bei Listen mit einem Wert, bei doppelten Werten und bei der Erneuerung verschieden "
        + "gelesen. Es passt nur eine abweichende Lesart.", "Nichts ist zu tun."),
    regel(
      "BEWEIS-OHNE-DATEI", .hinweis, "Die Dateien zum Evidence Record wurden genannt",
      "Ohne sie ist nur geprüft, ob der Evidence Record in sich stimmt.",
      "Nennen Sie mit »--daten« die Dateien."),
  ]

  private static let stempel = [
    regel(
      "STEMPEL-FEHLT", .warnung, "Die Wurzel ist mit einem Zeitstempel versehen",
      "Ohne Zeitstempel sagt der Nachweis, dass nichts geändert wurde, aber nicht, seit wann.",
      "Senden Sie die Anfrage im Nachweis an Ihren Zeitstempeldienst und übernehmen Sie die Antwort."
    ),
    regel(
      "STEMPEL-FORMAT", .fehler, "Der Zeitstempel ist lesbar",
      "Er ist ein Token nach RFC 3161.", neuHolen),
    regel(
      "STEMPEL-ABDRUCK", .fehler, "Der Zeitstempel handelt von dieser Wurzel",
      "Der gestempelte Hashwert ist ein anderer.", neuHolen),
    regel(
      "STEMPEL-SIGNATUR", .fehler, "Die Signatur des Zeitstempels ist echt",
      "Sie muss zum Inhalt und zu einem Zertifikat für Zeitstempel passen, das zur angegebenen Zeit galt.",
      neuHolen),
    regel(
      "STEMPEL-PFAD", .fehler, "Der Zertifikatspfad führt zu einer genannten Wurzel",
      "Das Zertifikat des Dienstes muss von einer Stelle stammen, der Sie vertrauen.",
      "Nennen Sie mit »--vertrauen« die Zertifikate des Dienstes, oder klären Sie die Herkunft."),
    regel(
      "STEMPEL-UNGEPRUEFT", .hinweis, "Die Vertrauenskette ist geprüft",
      "Zeitstempel vorhanden, Vertrauenskette nicht geprüft: Es wurden keine Wurzelzertifikate genannt.",
      "Nennen Sie mit »--vertrauen« die Wurzelzertifikate des Zeitstempeldienstes."),
    regel(
      "STEMPEL-ABGELAUFEN", .fehler, "Der Zeitstempel wurde rechtzeitig erneuert",
      "Sein Zertifikat muss noch gelten, wenn der nächste Zeitstempel ihn deckt, und der letzte bis heute.",
      "Erneuern Sie Nachweise künftig, bevor die Zertifikate ablaufen; klären Sie mit dem Dienst, was der "
        + "alte Zeitstempel noch belegt."),
    regel(
      "STEMPEL-SCHWACH", .fehler, "Die Signatur des Zeitstempels verwendet sichere Verfahren",
      "Mit veralteten Verfahren (SHA-1, kurze Schlüssel) lässt sich eine Signatur fälschen. Sie sind nur eine "
        + "Warnung, wenn ein späterer Zeitstempel mit sicheren Verfahren sie deckt; MD5 und Schlüssel unter "
        + "1024 Bit (Kurven: 160 Bit) sind immer ein Fehler.",
      "Abhilfe ist die Erneuerung des Zeitstempels, bevor ein Verfahren veraltet. Ist sie unterblieben, "
        + "klären Sie mit dem Dienst, was der Zeitstempel noch belegt."),
    regel(
      "STEMPEL-ZEITFOLGE", .fehler, "Die Zeitstempel stehen in der Folge ihrer Zeiten",
      "Ein späterer Zeitstempel nennt keine frühere Zeit.", neuHolen),
  ]

  private static let wald = [
    regel(
      "WALD-REIHENFOLGE", .fehler, "Die Liste der Dateien ist unverändert",
      "Die erste Zeile von »integritycomponent-order.txt« ist die Prüfsumme der übrigen.", neuHolen),
    regel(
      "WALD-KOPF", .fehler, "Die Datei mit dem Hashwald ist unverändert und vollständig",
      "Ihre letzte Zeile ist die Prüfsumme der übrigen; Zahl der Blätter und Bäume passen zusammen.",
      neuHolen),
    regel(
      "WALD-BAUM", .fehler, "Die Wurzeln des Hashwaldes stimmen",
      "Wenigstens eine der Dateien dieses Baums wurde geändert oder fehlt. Die Datei mit den Wurzeln sagt "
        + "nicht, welche.", "Vergleichen Sie die genannten Dateien mit der Sicherung."),
  ]

  private static let xaip = [
    regel(
      "XAIP-FORM", .fehler, "Das XAIP ist aufgebaut, wie TR-ESOR es verlangt",
      "Kopf, Versionen, Daten und Beweise stehen an ihrem Platz; jede Kennung gibt es einmal.",
      neuHolen),
    regel(
      "XAIP-VERSION", .warnung, "Das XAIP hat die Version 1.3",
      "Gelesen wird nach TR-ESOR-F 1.3; ältere Fassungen sind anders aufgebaut.",
      "Lassen Sie das Paket mit der Middleware prüfen, die es erzeugt hat."),
    regel(
      "XAIP-ZEIGER", .fehler, "Jeder Zeiger im Versionsmanifest führt zu einem Objekt",
      "Ein geschütztes Objekt, das fehlt, ist nicht bewiesen.", neuHolen),
    regel(
      "XAIP-PRUEFSUMME", .fehler, "Jede Prüfsumme im XAIP stimmt",
      "Der Inhalt des Objekts hat einen anderen Hashwert.", neuHolen),
    regel(
      "XAIP-VERWEIS", .fehler, "Jede Datei, auf die ein LXAIP verweist, ist da und unverändert",
      "Ein LXAIP enthält die Dateien nicht, sondern nennt Pfad und Hashwert.",
      "Legen Sie die Dateien neben das LXAIP; holen Sie geänderte aus der Sicherung."),
    regel(
      "XAIP-UNGEPRUEFT", .warnung, "Alles im XAIP ist geprüft",
      "Dieser Teil wird von diesem Programm nicht geprüft.",
      "Lassen Sie ihn mit einem Prüfwerkzeug für TR-ESOR prüfen."),
    regel(
      "XAIP-OHNE-BEWEIS", .warnung, "Das XAIP enthält einen Evidence Record",
      "Ohne ihn belegt das Paket nichts über die Zeit.",
      "Prüfen Sie, ob der Evidence Record getrennt geliefert wurde."),
    regel(
      "XAIP-OHNE-SCHUTZ", .fehler, "Der Evidence Record schützt etwas",
      "Ein Evidence Record belegt nur, worauf das Versionsmanifest mit »protectedObjectPointer« zeigt; "
        + "TR-ESOR verlangt wenigstens einen solchen Zeiger.",
      "Verlassen Sie sich nicht auf dieses Paket; fordern Sie es bei der Stelle neu an, die es erzeugt hat."
    ),
    regel(
      "XAIP-UNGENANNT", .fehler, "Jedes Objekt im XAIP steht in einem Versionsmanifest",
      "Was kein Manifest nennt, gehört zu keiner Version und kann nachträglich hinzugekommen sein.",
      "Klären Sie mit der Stelle, die das Paket erzeugt hat, woher das Objekt stammt."),
    regel(
      "XAIP-UNGESCHUETZT", .warnung,
      "Jedes Objekt im XAIP ist durch einen Evidence Record geschützt",
      "Ungeschützte Objekte sind nach TR-ESOR erlaubt; über sie belegt das Paket nichts.",
      "Verwenden Sie das Objekt nicht als Beleg; lassen Sie es bei Bedarf in eine neue Version aufnehmen."
    ),
  ]

  private static func regel(
    _ id: String, _ schwere: Schwere, _ titel: String, _ erklaerung: String, _ abhilfe: String
  ) -> Regel {
    Regel(id: id, titel: titel, schwere: schwere, erklaerung: erklaerung, abhilfe: abhilfe)
  }
}
