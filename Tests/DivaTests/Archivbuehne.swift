// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

/// An archive's folder with one process, received by the program itself.
struct Archivbuehne {
  static let prozess = "20000000-0000-4000-8000-000000000001"
  /// The folder of the processes.
  let verfahren: String
  private let ordner: URL

  /// Receives an offer of an Akte with one Vorgang, both undecided.
  init(_ ordner: URL) throws {
    self.ordner = ordner
    verfahren = ordner.appendingPathComponent("verfahren").path
    let eingang = ordner.appendingPathComponent("eingang")
    let ausgang = ordner.appendingPathComponent("ausgang")
    for o in [eingang, ausgang] {
      try FileManager.default.createDirectory(at: o, withIntermediateDirectories: true)
    }
    let name = "\(Self.prozess)_Aussonderung.Anbieteverzeichnis.0501"
    try Testzip([Testzip.Satz(name + ".xml", Self.nachricht)]).schreibe(eingang, name + ".zip")
    let eingerichtet = try Diva.starte([
      "archiv", "einrichten", "--verfahren", verfahren, "--eingang", eingang.path, "--ausgang",
      ausgang.path,
    ])
    try #require(eingerichtet.status == 0, "\(eingerichtet.fehler)")
    let empfangen = try Diva.starte(["archiv", "empfangen", "--verfahren", verfahren])
    try #require(empfangen.status == 0, "\(empfangen.ausgabe)\(empfangen.fehler)")
  }

  /// The id of the object with this number; 1 is the Akte, 2 the Vorgang.
  static func id(_ nummer: Int) -> String {
    let ziffern = String(nummer, radix: 16)
    return "10000000-0000-4000-8000-" + String(repeating: "0", count: 12 - ziffern.count) + ziffern
  }

  private var objekte: URL {
    URL(fileURLWithPath: "\(verfahren)/\(Self.prozess)/objekte/1.jsonl")
  }

  /// The stored objects.
  func gespeichert() throws -> String { try String(contentsOf: objekte, encoding: .utf8) }

  /// Makes so many Akten with four Vorgänge each of the one that was received.
  func vervielfache(akten: Int) throws {
    let zeilen = try gespeichert().split(separator: "\n").map(String.init)
    try #require(zeilen.count >= 2)
    var aus = ""
    for akte in 0..<akten {
      let oben = Self.id(akte * 5 + 1)
      aus += zeilen[0].replacing(Self.id(1), with: oben) + "\n"
      for n in 2...5 {
        aus +=
          zeilen[1].replacing(Self.id(2), with: Self.id(akte * 5 + n))
          .replacing(Self.id(1), with: oben) + "\n"
      }
    }
    try Data(aus.utf8).write(to: objekte)
  }

  private static let nachricht =
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <xdomea:Aussonderung.Anbieteverzeichnis.0501 xmlns:xdomea="urn:xoev-de:xdomea:schema:3.1.0" \
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
    xsi:schemaLocation="urn:xoev-de:xdomea:schema:3.1.0 \
    xdomea-Nachrichten-AussonderungDurchfuehren.xsd"><xdomea:Kopf>
    <xdomea:ProzessID>\(prozess)</xdomea:ProzessID>
    <xdomea:Nachrichtentyp><code>0501</code></xdomea:Nachrichtentyp>
    <xdomea:Erstellungszeitpunkt>2026-01-02T03:04:05.000Z</xdomea:Erstellungszeitpunkt>
    <xdomea:Absender><xdomea:Institution><xdomea:Name>Stadt</xdomea:Name></xdomea:Institution>\
    </xdomea:Absender>
    <xdomea:Empfaenger><xdomea:Institution><xdomea:Name>Archiv</xdomea:Name>\
    </xdomea:Institution></xdomea:Empfaenger>
    <xdomea:Empfangsbestaetigung>0</xdomea:Empfangsbestaetigung></xdomea:Kopf>
    <xdomea:Schriftgutobjekt><xdomea:Akte>
    \(objektkopf(1, "=HYPERLINK(1); Bauakte Straße"))<xdomea:Akteninhalt><xdomea:Vorgang>
    \(objektkopf(2, "Bauantrag"))</xdomea:Vorgang></xdomea:Akteninhalt>
    <xdomea:ZdA>1</xdomea:ZdA><xdomea:ZdADatum>2010-12-31</xdomea:ZdADatum>
    </xdomea:Akte></xdomea:Schriftgutobjekt></xdomea:Aussonderung.Anbieteverzeichnis.0501>
    """

  private static func objektkopf(_ nummer: Int, _ betreff: String) -> String {
    """
    <xdomea:Identifikation><xdomea:ID>\(id(nummer))</xdomea:ID></xdomea:Identifikation>
    <xdomea:AllgemeineMetadaten><xdomea:Betreff>\(betreff)</xdomea:Betreff>\
    </xdomea:AllgemeineMetadaten>
    <xdomea:ArchivspezifischeMetadaten><xdomea:Aufbewahrungsdauer><xdomea:AnzahlJahre>10\
    </xdomea:AnzahlJahre></xdomea:Aufbewahrungsdauer><xdomea:Aussonderungsart>\
    <xdomea:Aussonderungsart><code>B</code></xdomea:Aussonderungsart></xdomea:Aussonderungsart>\
    <xdomea:Aufbewahrungsende>2020-12-31</xdomea:Aufbewahrungsende>\
    </xdomea:ArchivspezifischeMetadaten>
    """
  }
}
