// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

extension Faelle {
  /// Messages that are no safe XML, or XML of another kind.
  static let xml: [Fall] = feindlich + unlesbar + fremd

  private static let ersteZeile = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private static let betreff = "Neubau Wohnhaus und Garage"

  /// Puts a document type before the root and a reference into the text.
  private static func dtd(_ was: String, _ dtd: String, _ text: String = "&x;") -> Fall {
    .nachricht(was, "R11", sagt: ["DOCTYPE"], umsetzen: 1) { muster in
      try muster.ersetze(ersteZeile, ersteZeile + dtd + "\n")
      try muster.ersetze(betreff, text)
    }
  }

  private static let feindlich: [Fall] = [
    dtd(
      "Entitätenbombe",
      "<!DOCTYPE x [<!ENTITY a0 \"lol\">"
        + (1...12).map { i in
          "<!ENTITY a\(i) \"\(String(repeating: "&a\(i - 1);", count: 10))\">"
        }.joined() + "]>", "&a12;"),
    dtd("externe Entität", "<!DOCTYPE x [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"),
    dtd("externe DTD", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">", "x"),
    dtd("DTD aus dem Netz", "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">", "x"),
    dtd(
      "Parameterentität",
      "<!DOCTYPE x [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>", "x"),
    .nachricht("Entität ohne DTD", "R11", umsetzen: 1) { try $0.ersetze(betreff, "&x;") },
    .nachricht("10.000 Ebenen", "R7", sagt: ["Verschachtelungstiefe"], umsetzen: 1) { muster in
      try muster.ersetze(
        betreff,
        String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000))
    },
    .nachricht("10.000 Attribute", "R7", sagt: ["Attribute"], umsetzen: 1) { muster in
      let attribute = (0..<10_000).map { " a\($0)=\"\"" }.joined()
      try muster.ersetze("<xdomea:Akteninhalt>", "<xdomea:Akteninhalt\(attribute)>")
    },
    .nachricht("10.000 Namensräume", "R7", sagt: ["Namensraum"], umsetzen: 1) { muster in
      let raeume = (0..<10_000).map { " xmlns:a\($0)=\"u\($0)\"" }.joined()
      try muster.ersetze("<xdomea:Akteninhalt>", "<xdomea:Akteninhalt\(raeume)>")
    },
    .nachricht("10.000 verschiedene Elementnamen", "R7", sagt: ["Namen"], umsetzen: 1) { muster in
      let namen = (0..<10_000).map { "<n\($0)/>" }.joined()
      try muster.fuegeEin(namen, vor: "<xdomea:Akteninhalt>")
    },
    .nachricht("riesiger Text", "R7", umsetzen: 1) { muster in
      try muster.ersetze(betreff, String(repeating: "x", count: 70_000_000))
    },
    .nachricht("riesiger Attributwert", "R7", umsetzen: 1) { muster in
      try muster.ersetze(
        "<xdomea:Akteninhalt>",
        "<xdomea:Akteninhalt a=\"\(String(repeating: "x", count: 12_000_000))\">")
    },
    .nachricht("riesiger Kommentar", "R7", umsetzen: 1) { muster in
      try muster.fuegeEin(
        "<!--\(String(repeating: "x", count: 2_000_000))-->", vor: "<xdomea:Akteninhalt>")
    },
    .nachricht("500.000 fremde Elemente", "H2", ende: 2) { muster in
      try muster.fuegeEin(
        String(repeating: "<a/>", count: 500_000), vor: "<xdomea:Akteninhalt>")
      try muster.ersetze("<code>0503</code>", "<code>0501</code>")
    },
    .nachricht("10.000.000 fremde Elemente", "R7", sagt: ["Teilbaums"], umsetzen: 1) { muster in
      try muster.fuegeEin(
        String(repeating: "<a/>", count: 10_000_000), vor: "<xdomea:Akteninhalt>")
    },
    .nachricht("500.000 leere Vorgänge", "R7", sagt: ["fehlende Pflichtelemente"], umsetzen: 1) {
      muster in
      try muster.fuegeEin(
        String(repeating: "<xdomea:Vorgang/>", count: 500_000), vor: "</xdomea:Akteninhalt>")
    },
  ]

  /// A message of other bytes, as container and alone.
  private static func rohe(
    _ was: String, _ regel: String, sagt: [String] = [],
    _ bytes: @escaping @Sendable (Muster) throws -> [UInt8]
  ) -> [Fall] {
    [
      Fall(
        name: was, ende: 2, regel: regel, ort: .zeile, sagt: sagt, nennt: .nachricht,
        umsetzen: 1
      ) { muster, ordner in
        var zip = muster.zip
        zip.saetze[zip.saetze.count - 1].bytes = try bytes(muster)
        return try zip.schreibe(ordner, muster.stamm + ".zip")
      },
      Fall(
        name: was + ", ohne Container", ende: 2, regel: regel, ort: .zeile, sagt: sagt,
        umsetzen: 1
      ) { muster, ordner in
        let ziel = ordner.appendingPathComponent(muster.nachricht)
        try Data(try bytes(muster)).write(to: ziel)
        return ziel.path
      },
    ]
  }

  private static func latin1(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(exactly: $0.value) ?? 0x3F }
  }

  private static let unlesbar: [Fall] =
    rohe("XML abgeschnitten", "R11", sagt: ["vorzeitig"]) { Array($0.xml.utf8.prefix(20_000)) }
    + rohe("XML abgeschnitten im Kopf", "R11") { Array($0.xml.utf8.prefix(600)) }
    + rohe("leere Nachricht", "R11") { _ in [] }
    + rohe("Nullbyte", "R11", sagt: ["Byte 0"]) { muster in
      var m = muster
      try m.ersetze(betreff, "a\0b")
      return Array(m.xml.utf8)
    }
    + rohe("UTF-16", "R11", sagt: ["UTF-16"]) { muster in
      [0xFF, 0xFE] + muster.xml.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    }
    + rohe("ISO-8859-1 angegeben", "R11", sagt: ["ISO-8859-1"]) { muster in
      var m = muster
      try m.ersetze("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"")
      return latin1(m.xml)
    }
    + rohe("ISO-8859-1 ohne Angabe", "R11", sagt: ["UTF-8"]) { muster in
      latin1(muster.xml)
    }
    + rohe("Steuerzeichen im Text", "R11") { muster in
      var m = muster
      try m.ersetze(betreff, "\u{1B}[31mrot")
      return Array(m.xml.utf8)
    }
    + rohe("Text statt XML", "R11") { _ in Array("Guten Tag".utf8) }

  private static let fremd: [Fall] = [
    .nachricht("Fehler vor dem Ende, davor ein Befund", "R11", auch: ["R27", "R13"]) { muster in
      try muster.ersetze(
        "0e648871-73bd-51b8-bf8f-7f8ba3839aeb", "47e76326-0e5e-5f4f-9c3c-cc78468ae950")
      try muster.ersetze("xdomea:", "x:", alle: true)
      muster.xml = muster.xml.replacingOccurrences(of: "de:x:", with: "de:xdomea:")
        .replacingOccurrences(of: "xmlns:xdomea=", with: "xmlns:x=")
      muster.xml += "<noch etwas"
    },
    .nachricht("Element nicht geschlossen", "R11", umsetzen: 1) {
      try $0.ersetze("</xdomea:Akteninhalt>", "")
    },
    .nachricht("zwei Wurzeln", "R11", umsetzen: 1) { $0.xml += "<zweite/>" },
    .nachricht("unbekannte Version", "R12", sagt: ["9.9.9"], umsetzen: 1) {
      try $0.ersetze("schema:4.0.0\" xmlns:xsi", "schema:9.9.9\" xmlns:xsi")
    },
    .nachricht("XML ohne Namensraum", "R12", umsetzen: 1) {
      $0.xml = "<Nachricht><a/></Nachricht>"
    },
    .nachricht("HTML statt xdomea", "R12", umsetzen: 1) {
      $0.xml = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>"
    },
    .nachricht("Präfix nicht gebunden", "R11", umsetzen: 1) {
      try $0.ersetze("xmlns:xdomea=", "xmlns:andere=")
    },
    .nachricht("Attribut version widerspricht", "R12", sagt: ["3.1.0"]) {
      try $0.ersetze("version=\"4.0.0\">", "version=\"3.1.0\">")
    },
    .nachricht("anderes Präfix", "R13", ende: 0, umsetzen: 0) { muster in
      try muster.ersetze("<xdomea:", "<x:", alle: true)
      try muster.ersetze("</xdomea:", "</x:", alle: true)
      try muster.ersetze("xmlns:xdomea=", "xmlns:x=")
    },
    .nachricht("Kopf im fremden Namensraum", "H3", sagt: ["nachrichtenkopf"], auch: ["H2"]) {
      try $0.ersetze("<xdomea:nachrichtenkopf>", "<nachrichtenkopf xmlns=\"urn:fremd\">")
      try $0.ersetze("</xdomea:nachrichtenkopf>", "</nachrichtenkopf>")
    },
    .nachricht("nur die Wurzel", "R2", .datei, sagt: ["keine Nachricht"], umsetzen: 1) { muster in
      try muster.ersetzeZwischen("version=\"4.0.0\">", "</xdomea:Aussonderung.Aussond", "")
    },
    Fall(
      name: "anderer Nachrichtentyp (0401)", ende: 1,
      sagt: ["0401", "_0503_1.zip", "Prüfen Sie", "0503"], umsetzen: 1
    ) { muster, ordner in
      try muster.ersetze(
        "xdomea:Aussonderung.Aussonderung.0503", "xdomea:Abgabe.Abgabe.0401", alle: true)
      return try muster.container(ordner)
    },
  ]
}
