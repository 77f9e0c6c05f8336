// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import ArgumentParser
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// `diva speicher fristlauf`: lets a day come (A15, A34).
struct Fristlaufbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fristlauf",
    abstract: "Tut, was der Tag bringt: Transferfristen enden, der 30-Jahres-Wächter schaut nach.",
    discussion: """
      Am besten jede Nacht von selbst. Es handelt das System; was schon getan ist, geschieht nicht \
      noch einmal.
      """)

  @OptionGroup var ort: Speicherangabe
  @OptionGroup var tag: Tagesangabe

  @Flag(help: "Das Ergebnis als eine Zeile JSON ausgeben.")
  var json = false

  func run() throws {
    let speicher = try ort.oeffne(.schreibend)
    let (heute, zeitpunkt) = try tag.jetzt(in: speicher)
    let lauf = Handlungslauf(
      speicher: speicher, akteur: .system, zweitePerson: nil, heute: heute, zeitpunkt: zeitpunkt,
      json: json)
    let e = try speicher.fristlauf(am: heute) { lauf.kopf() }
    try speicher.schliesse()
    guard json else {
      let angaben = [
        Angabe("", "Fristlauf am", heute.anzeige),
        Angabe("", "Neu in Aufbewahrung", e.inAufbewahrung.deutsch),
        Angabe("", "Bald anzubieten", e.anzumahnen.deutsch),
        Angabe("", "Zu spät zum Anbieten", e.anbietungspflichtVerletzt.deutsch),
      ]
      for zeile in angaben.zeilen { try Ausgabe.zeile(zeile) }
      return
    }
    var o = JSONObjekt()
    o.setze("werkzeug", Werkzeug.kennung)
    o.setze("schemaVersion", 1)
    o.setze("am", heute.text)
    o.setze("inAufbewahrung", e.inAufbewahrung)
    o.setze("anzumahnen", e.anzumahnen)
    o.setze("anbietungspflichtVerletzt", e.anbietungspflichtVerletzt)
    try Ausgabe.zeile(o.text)
  }
}
