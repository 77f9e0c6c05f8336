// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import ArgumentParser
internal import Foundation
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// `diva protokoll zeigen`: the entries, oldest first.
struct Protokollanzeige: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zeigen",
    abstract: "Zeigt die Einträge, die ältesten zuerst.",
    discussion: Nennung.hilfe)

  @Argument(help: ArgumentHelp("Nur Einträge zu diesem Objekt.", valueName: "OBJEKT"))
  var objekt: String?

  @Flag(help: "Nur abgelehnte Ereignisse.")
  var abgelehnte = false

  @Option(help: ArgumentHelp("Erst ab dieser Nummer.", valueName: "NUMMER"))
  var ab: Int64 = 1

  @OptionGroup var ort: Speicherangabe

  @Flag(help: "Je Eintrag eine Zeile JSON ausgeben.")
  var json = false

  func validate() throws {
    if ab < 1 { throw ValidationError("»--ab« beginnt bei 1.") }
  }

  func run() throws {
    let speicher = try ort.oeffne(.lesend)
    // Entries are one reading under way; names are looked up by another one.
    let nennung = Nennung(try ort.oeffne(.lesend))
    let id = try objekt.map { try nennung.objekt($0).id }
    try speicher.protokoll(ueber: id, nach: ab - 1) { bild in
      if case .angenommen = bild.eintrag.ausgang, abgelehnte { return true }
      if json { try Ausgabe.zeile(bild.json) } else { try zeige(bild, nennung) }
      return true
    }
  }

  private func zeige(_ bild: Protokollbild, _ nennung: Nennung) throws {
    let worum = bild.worum.map { nennung.lesbar($0) + ": " } ?? ""
    for (stelle, h) in bild.eintrag.historie(bild.nutzlast).enumerated() {
      let nummer = stelle == 0 ? "Nr. \(bild.eintrag.folge)" : "      "
      try Ausgabe.zeile("\(nummer)  \(worum)\(nennung.lesbar(h.zeile))".sichtbar)
    }
  }
}

extension Protokollbild {
  /// The id or the Kennzeichen of what the event happened to; nil if nobody can read it any more.
  fileprivate var worum: String? {
    guard let text = nutzlast?.ereignis,
      let handlung = try? JSONDecoder().decode(Handlung.self, from: Data(text.utf8))
    else { return nil }
    return switch handlung.ereignis {
    case .schriftgut(let id, _, _), .dokument(let id, _, _): id.text
    case .paket(let id, _): "Paket \(id)"
    case .einheit(let kennzeichen, _): kennzeichen
    }
  }
}

extension Protokollbild {
  fileprivate var json: String {
    var o = JSONObjekt()
    o.setze("werkzeug", Werkzeug.kennung)
    o.setze("schemaVersion", 1)
    o.setze("nummer", eintrag.folge)
    o.setze("zeitpunkt", eintrag.zeitpunkt.text)
    o.setze("art", eintrag.art)
    if case .abgelehnt(let grund) = eintrag.ausgang {
      o.setze("abgelehnt", grund)
    } else {
      o.setze("abgelehnt", nil as String?)
    }
    o.setze("objekte", eintrag.betroffene.map(\.id.text))
    o.setze("lesbar", nutzlast != nil)
    o.setze("historie", eintrag.historie(nutzlast).map(\.json))
    o.setze("hash", eintrag.hash.hex)
    return o.text
  }
}
