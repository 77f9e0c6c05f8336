// SPDX-License-Identifier: Apache-2.0

/// German words for what a row of the transition table does, as people read them in a history.
enum Aktionswort {
  /// The words for the event, else for the row with which `art` begins; `art` itself if the row is
  /// unknown.
  static func wort(_ art: String) -> String {
    let zeile = art.prefix { $0 != " " }
    return eigene[art] ?? worte[String(zeile)] ?? art
  }

  /// By row and name, where events share a row and the words of the row would tell something else.
  private static let eigene: [String: String] = [
    "A01 uebernehmen": "Akte übernommen", "A02 uebernehmen": "Vorgang übernommen",
    "A03 uebernehmen": "Dokument übernommen", "A04 auschecken": "Dokument ausgecheckt",
    "A04 einchecken": "Dokument eingecheckt", "A11 bezugsereignis": "Ereignis festgehalten",
    "A18 papierteil": "Verbleib des Papierteils festgehalten",
    "A35 anlegen": "Aktenplaneinheit angelegt", "A35 vorabbewerten": "Aktenplaneinheit bewertet",
    "A36 katalogGeladen": "Aufbewahrungskatalog aufgenommen",
    "E01 richtlinie": "Richtlinie gesetzt",
    "G02 ablehnen": "Schritt abgelehnt", "G02 ueberspringen": "Schritt übersprungen",
    "G05 wiedervorlageErledigen": "Wiedervorlage erledigt",
    "P01 herausnehmen": "Aus dem Angebot genommen",
  ]

  /// By row of FAKTEN 2.2, and `E01` … for the rows of FAKTEN 4 (see ``Laufereignis/art``).
  private static let worte: [String: String] = [
    "A01": "Akte angelegt", "A02": "Vorgang angelegt", "A03": "Erstes Dokument hinzugefügt",
    "A04": "Dokument oder Version hinzugefügt", "A05": "Storniert", "A06": "Umgehängt",
    "A07": "Federführung geändert", "A10": "zdA verfügt", "A11": "Akte geschlossen",
    "A12": "Akte mit allen Vorgängen geschlossen", "A13": "Wieder aufgenommen",
    "A14": "Aus der Aufbewahrung wieder aufgenommen", "A15": "Transferfrist abgelaufen",
    "A16": "Aufbewahrungsfrist verlängert", "A17": "Aufbewahrungsfrist verkürzt",
    "A18": "Metadaten berichtigt", "A19": "Inhaltsänderung nach Abschluss",
    "A20": "Format hinzugefügt", "A30": "Löschverlangen aufgenommen",
    "A31": "Übernahme durch andere Stelle ersucht", "A32": "Übernahme abgelehnt",
    "A33": "An andere Stelle abgetreten", "A34": "Anbietungspflicht überschritten",
    "A35": "Aktenplaneinheit stillgelegt", "A36": "Aufbewahrungskatalog geändert",
    "G01": "Verfügung erteilt", "G02": "Schritt erledigt", "G03": "Schlussgezeichnet",
    "G04": "Inhalt geändert", "G05": "Wiedervorlage gesetzt", "G06": "Versandt",
    "L01": "Löschsperre gesetzt", "L02": "Löschsperre aufgehoben",
    "L03": "Aussonderung wegen Löschsperre abgewiesen",
    "L04": "Löschsperre nach Abgabe gesetzt", "L99": "Löschung nachgeholt",
    "P01": "Angebot erstellt", "P02": "Angeboten", "P03": "Empfang des Angebots bestätigt",
    "P04": "Bewertet", "P05": "Zur Bewertung zurückgestellt",
    "P06": "Bewertungsfrist abgelaufen", "P07": "Angebot zurückgezogen", "P08": "Abgegeben",
    "P09": "Empfang der Abgabe bestätigt", "P10": "Vom Archiv übernommen",
    "P10f": "Übernahme im Archiv gescheitert", "P11": "Nach Ablieferung gelöscht",
    "P12": "Vernichtet", "P13": "Vernichtung von Archivwürdigem",
    "P14": "Aufgrund allgemeiner Genehmigung vernichtet", "P15": "Im Kurzverfahren abgegeben",
    "P16": "Zugriff auf Vernichtetes",
    "E01": "Posteingang erfasst", "E02": "Eingangsstempel gesetzt", "E03": "Signatur geprüft",
    "E04": "Scan begonnen", "E05": "Seite gescannt", "E06": "Scanqualität geprüft",
    "E07": "Transfervermerk erstellt", "E08": "Scanprodukt versiegelt",
    "E09": "Verbleib des Originals festgelegt", "E10": "Original vernichtet",
    "E11": "Dokument registriert", "E12": "Zugewiesen", "E12u": "Umgeleitet",
    "E13": "Verfügung erteilt", "E13e": "Schritt erledigt", "E13s": "Schlussgezeichnet",
    "E14": "Postausgang erstellt", "E15": "Zugestellt", "E16": "Versand fehlgeschlagen",
  ]
}
