// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Uebergabe

/// `diva nachweis anfrage`: what can be done about a request without an answer.
struct Nachweisanfrage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anfrage",
    abstract: "Zeigt die offene Anfrage, sendet sie noch einmal, stellt sie neu oder verwirft sie.",
    discussion: """
      Für den Fall, dass der Zeitstempeldienst ablehnt, nicht antwortet oder die Anfrage verloren ist.

      Ohne weitere Angabe wird der Stand gezeigt. »--dienst« sendet die offene Anfrage noch einmal. »--neu« \
      ersetzt sie durch eine neue über denselben Hashwert, etwa mit anderer oder ohne Richtlinie; eine Antwort \
      auf die alte wird dann nicht mehr übernommen. »--verwerfen« nimmt eine begonnene Erneuerung zurück; die \
      Zeitstempel davor bleiben, wie sie sind. Die erste Anfrage eines Nachweises lässt sich nur neu stellen.
      """)

  @Argument(help: ArgumentHelp("Der Ordner mit dem Nachweis.", valueName: "NACHWEIS"))
  var nachweis: String

  @Flag(help: "Die Anfrage neu stellen.")
  var neu = false

  @Flag(help: "Die begonnene Erneuerung mit ihrer Anfrage verwerfen.")
  var verwerfen = false

  @OptionGroup var dienst: Dienstangabe

  @Flag(help: "Das Ergebnis als eine Zeile JSON ausgeben.")
  var json = false

  func validate() throws {
    if neu, verwerfen {
      throw ValidationError("»--neu« und »--verwerfen« schließen einander aus.")
    }
    if verwerfen, dienst.dienst != nil {
      throw ValidationError("»--verwerfen« und »--dienst« schließen einander aus.")
    }
    if !neu, dienst.richtlinie != nil {
      throw ValidationError("»--richtlinie« gilt nur für eine neue Anfrage (»--neu«).")
    }
  }

  func run() throws {
    var ordner = try Nachweisordner(pfad: nachweis)
    if neu {
      var zufall = SystemRandomNumberGenerator()
      try ordner.stelleAnfrageNeu(richtlinie: dienst.richtlinie, zufall: &zufall)
    } else if verwerfen {
      try ordner.verwirfAnfrage()
    } else if dienst.dienst != nil, ordner.offeneAnfrage == nil {
      throw Hinderung(
        ordner.erwartetStempel
          ? "Die Anfrage fehlt oder ist beschädigt. Stellen Sie sie mit »--neu« neu."
          : "Es ist keine Anfrage offen. Einen weiteren Zeitstempel beginnt »diva nachweis erneuern«."
      )
    }
    _ = try dienst.stemple(&ordner)
    try Nachweisausgabe(ordner).zeige(json: json)
  }
}
