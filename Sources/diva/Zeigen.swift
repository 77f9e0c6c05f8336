// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Foundation
internal import Pruefung
internal import Xdomea

/// `diva zeigen`: what is in a container, a folder or a message.
struct Zeigen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zeigen",
    abstract: "Zeigt, welche Akten und Dateien enthalten sind.",
    discussion: """
      Ohne weitere Angabe erscheint ein Baum mit Kennzeichen, Betreff, Laufzeit, Aussonderungsart \
      und Dateigrößen. Dateien stehen darin mit dem Namen, den sie vor dem Einpacken hatten; die \
      Namen im Container nennt »--json«.
      """)

  @Argument(
    help: ArgumentHelp(
      "Container (ZIP), einzelne Nachricht (XML) oder Ordner eines ausgepackten Containers.",
      valueName: "DATEI"))
  var datei: String

  @Flag(help: "Als Baum zeigen (das geschieht auch ohne diese Angabe).")
  var baum = false

  @Flag(help: "Je Objekt und Datei eine Zeile JSON ausgeben, zuerst den Nachrichtenkopf.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Alle Angaben zu einem einzelnen Objekt zeigen; mit »--json« als JSON.", valueName: "UUID"))
  var objekt: ObjektID?

  func validate() throws {
    if baum, json || objekt != nil {
      throw ValidationError("»--baum« verträgt sich nicht mit »--json« und »--objekt«.")
    }
  }

  func run() throws {
    if let objekt {
      try zeige(objekt)
    } else if json {
      try Inhaltsanzeige.json(datei) { try Ausgabe.zeile($0) }
    } else {
      try Inhaltsanzeige.baum(datei) { try Ausgabe.zeile($0) }
    }
  }

  private func zeige(_ id: ObjektID) throws {
    guard let auskunft = try Inhaltsanzeige.objekt(id, in: datei) else {
      throw Hinderung(
        "In »\(datei.sichtbar)« gibt es kein Objekt mit der UUID \(id). "
          + "Alle UUIDs nennt »diva zeigen --json«.")
    }
    guard json else {
      for zeile in auskunft.zeilen { try Ausgabe.zeile(zeile) }
      return
    }
    let kodierer = JSONEncoder()
    kodierer.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var o = JSONObjekt()
    o.setze("werkzeug", Werkzeug.kennung)
    o.setze("schemaVersion", 1)
    o.setze("datei", datei)
    o.setze("art", auskunft.art)
    o.setze("id", auskunft.id?.text)
    o.setze("liegtIn", auskunft.liegtIn.map(\.text))
    o.setze("kinder", auskunft.kinder.map(\.text))
    let metadaten = String(decoding: try kodierer.encode(auskunft), as: UTF8.self)
    o.setze("objekt", roh: metadaten.jsonMaskiert)
    try Ausgabe.zeile(o.text)
  }
}
