// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Answers of any size, written by hand: a 0502 of 4.0.0 and a 0506 of 2.4.0.
enum Antwortart: CaseIterable, Sendable {
  case bewertung4
  case import2

  /// What the sum of `diva zeigen --json` calls the entries.
  var zaehler: String { self == .bewertung4 ? "bewertungen" : "rueckmeldungen" }

  func schreibe(_ datei: URL, _ zahl: Int) throws {
    try Data().write(to: datei)
    let ausgabe = try FileHandle(forWritingTo: datei)
    defer { try? ausgabe.close() }
    try ausgabe.write(contentsOf: Data(anfang.utf8))
    var block = ""
    for n in 0..<zahl {
      let hex = String(n, radix: 16)
      let id = "10000000-0000-4000-8000-" + String(repeating: "0", count: 12 - hex.count) + hex
      block += eintrag(id, n)
      if n % 1000 == 999 || n == zahl - 1 {
        try ausgabe.write(contentsOf: Data(block.utf8))
        block = ""
      }
    }
    try ausgabe.write(contentsOf: Data(ende.utf8))
  }

  private var name: String {
    self == .bewertung4
      ? "Aussonderung.Bewertungsverzeichnis.0502"
      : "Aussonderung.AussonderungImportBestaetigen.0506"
  }

  private func kontakt(_ element: String, _ huelle: String, _ stelle: String) -> String {
    "<xdomea:\(element)><xdomea:\(huelle)><xdomea:Name>\(stelle)</xdomea:Name></xdomea:\(huelle)>"
      + "</xdomea:\(element)>"
  }

  private var anfang: String {
    let version = self == .bewertung4 ? "4.0.0" : "2.4.0"
    let ns = "urn:xoev-de:xdomea:schema:\(version)"
    let wurzel =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xdomea:\(name) xmlns:xdomea=\"\(ns)\" "
      + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"\(ns) "
      + "xdomea-Nachrichten-AussonderungDurchfuehren.xsd\""
    let prozess = "<xdomea:ProzessID>20000000-0000-4000-8000-000000000001</xdomea:ProzessID>"
    switch self {
    case .bewertung4:
      return wurzel
        + """
         produkt="P" produkthersteller="H" standard="xdomea" version="4.0.0">
        <xdomea:nachrichtenkopf><xdomea:identifikation.nachricht>
        <nachrichtenUUID>30000000-0000-4000-8000-000000000001</nachrichtenUUID>
        <nachrichtentyp><code>0502</code></nachrichtentyp>
        <erstellungszeitpunkt>2026-01-02T03:04:05.000Z</erstellungszeitpunkt>
        </xdomea:identifikation.nachricht>

        """ + kontakt("leser", "NameInstitution", "Stadt")
        + kontakt("autor", "NameInstitution", "Archiv") + prozess
          + """
          </xdomea:nachrichtenkopf>
          <xdomea:Empfangsbestaetigung>0</xdomea:Empfangsbestaetigung>
          <xdomea:UUIDUrsprungsnachricht>30000000-0000-4000-8000-000000000002\
          </xdomea:UUIDUrsprungsnachricht>
          <xdomea:LfdNrNachrichtProTyp>1</xdomea:LfdNrNachrichtProTyp>
          <xdomea:GesamtanzahlNachrichtenProTyp>1</xdomea:GesamtanzahlNachrichtenProTyp>

          """
    case .import2:
      return wurzel + "><xdomea:Kopf>" + prozess
        + """
        <xdomea:Nachrichtentyp><code>0506</code></xdomea:Nachrichtentyp>
        <xdomea:Erstellungszeitpunkt>2026-01-02T03:04:05.000Z</xdomea:Erstellungszeitpunkt>

        """ + kontakt("Absender", "Institution", "Archiv")
        + kontakt("Empfaenger", "Institution", "Stadt")
          + """
          <xdomea:SendendesSystem/></xdomea:Kopf>
          <xdomea:ErfolgOderMisserfolg><xdomea:Erfolgreich>1</xdomea:Erfolgreich>

          """
    }
  }

  private func eintrag(_ id: String, _ n: Int) -> String {
    switch self {
    case .bewertung4:
      "<xdomea:BewertetesSGO><xdomea:xdomeaUUID>\(id)</xdomea:xdomeaUUID><xdomea:Aussonderungsart>"
        + "<xdomea:Aussonderungsart><code>\(n % 3 == 0 ? "A" : "V")</code>"
        + "</xdomea:Aussonderungsart></xdomea:Aussonderungsart></xdomea:BewertetesSGO>\n"
    case .import2:
      "<xdomea:Rueckgabeparameter><xdomea:ID>\(id)</xdomea:ID><xdomea:Archivkennung>Archiv/\(n)"
        + "</xdomea:Archivkennung></xdomea:Rueckgabeparameter>\n"
    }
  }

  private var ende: String {
    (self == .import2 ? "</xdomea:ErfolgOderMisserfolg>" : "") + "</xdomea:\(name)>\n"
  }
}
