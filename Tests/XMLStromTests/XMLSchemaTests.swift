// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing
import XMLStrom

@Suite("XMLSchema")
struct XMLSchemaTests {
  static let xsd = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:eins"
      xmlns="urn:eins" elementFormDefault="qualified">
      <xs:include schemaLocation="teil/typ.xsd"/>
      <xs:element name="wurzel"><xs:complexType><xs:sequence>
        <xs:element name="a" type="zahl" minOccurs="0" maxOccurs="unbounded"/>
      </xs:sequence><xs:attribute name="x"/></xs:complexType></xs:element>
    </xs:schema>
    """
  static let typ = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:eins">
      <xs:simpleType name="zahl"><xs:restriction base="xs:int"/></xs:simpleType>
    </xs:schema>
    """

  private func mitSchema<R>(
    _ xsd: String = xsd, typ: String? = typ, _ body: (URL, () throws -> XMLSchema) throws -> R
  ) throws -> R {
    try mitTemporaeremOrdner { oben in
      // A blank and an umlaut in the path.
      let ordner = oben.appendingPathComponent("schemata ü%20")
      try FileManager.default.createDirectory(
        at: ordner.appendingPathComponent("teil"), withIntermediateDirectories: true)
      let datei = ordner.appendingPathComponent("haupt ä.xsd")
      try Data(xsd.utf8).write(to: datei)
      if let typ { try Data(typ.utf8).write(to: ordner.appendingPathComponent("teil/typ.xsd")) }
      return try body(ordner) { try XMLSchema(datei: datei.path, ordner: ordner.path) }
    }
  }

  private func befunde(_ xml: String, _ schema: XMLSchema, stueck: Int = 65536) throws
    -> [Schemafehler]
  {
    let leser = try leser(xml, stueck: stueck) { $0.schema = schema }
    while try leser.naechster() != nil {}
    return leser.schemafehler
  }

  @Test("findings carry the right line, beyond 65,535 lines too")
  func zeilen() throws {
    try mitSchema { _, schema in
      let schema = try schema()
      #expect(try befunde("<wurzel xmlns='urn:eins'><a>1</a></wurzel>", schema).isEmpty)
      var zeilen = Array(repeating: "<a>1</a>", count: 200_000)
      zeilen[10] = "<a>eins</a>"
      zeilen[150_000] = "<b/>"
      zeilen[199_999] = "<a>\n1x</a>"
      let xml = "<wurzel xmlns='urn:eins'>\n" + zeilen.joined(separator: "\n") + "</wurzel>"
      for stueck in [1000, 65536] {
        let befunde = try befunde(xml, schema, stueck: stueck)
        #expect(befunde.map(\.zeile).contains(12), "\(befunde)")
        #expect(befunde.map(\.zeile).contains(150_002), "\(befunde)")
        #expect(befunde.first?.code == 1824)
        #expect(befunde.first?.text.contains("\n") == false)
      }
    }
  }

  @Test("the tape is the same with and without a schema, and values with & reach both")
  func band() throws {
    try mitSchema { _, schema in
      let schema = try schema()
      let xml = "<wurzel xmlns='urn:eins' x='a&amp;b'>\n<a>1</a><a><![CDATA[2]]>3</a></wurzel>"
      for stueck in [1, 7, 65536] {
        let mit = try leser(xml, stueck: stueck) { $0.schema = schema }
        #expect(alles(mit).baeume == alles(try leser(xml)).baeume)
        #expect(try mit.wurzel()?.attribute.first?.wert == "a&b")
        #expect(mit.schemafehler.isEmpty)
      }
      for schlecht in ["<wurzel xmlns='urn:eins'><a>1</b></wurzel>", "<!DOCTYPE a><a/>"] {
        #expect(alles(try leser(schlecht) { $0.schema = schema }).fehler != nil)
      }
    }
  }

  @Test("the number of findings is limited, the rest is counted")
  func hoechstzahl() throws {
    try mitSchema { _, schema in
      let schema = try schema()
      let xml =
        "<wurzel xmlns='urn:eins'>" + String(repeating: "<a>x</a>", count: 500) + "</wurzel>"
      let leser = try leser(xml) {
        $0.schema = schema
        $0.maxSchemafehler = 10
      }
      while try leser.naechster() != nil {}
      #expect(leser.schemafehler.count == 10 && leser.weitereSchemafehler == 490)
    }
  }

  @Test("schemaLocation in a document opens nothing")
  func schemaLocation() throws {
    try mitSchema { ordner, schema in
      let schema = try schema()
      // Opening a FIFO for reading would block for ever.
      let fifo = ordner.appendingPathComponent("fifo.xsd").path
      try #require(mkfifo(fifo, 0o600) == 0)
      let link = ordner.appendingPathComponent("f").path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: fifo)
      let xsi = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
      for ort in [link, "file://\(link)", "http://127.0.0.1:9/x.xsd"] {
        let xml =
          "<wurzel xmlns='urn:eins' \(xsi) xsi:schemaLocation='urn:eins \(ort) urn:x \(ort)'"
          + " xsi:noNamespaceSchemaLocation='\(ort)'><a>1</a></wurzel>"
        #expect(try befunde(xml, schema).isEmpty)
      }
    }
  }

  @Test("faulty schema folders are named in German")
  func fehlerhaft() throws {
    func text(_ body: () throws -> XMLSchema) -> String {
      do {
        _ = try body()
        return ""
      } catch {
        guard case XMLFehler.schema(let text) = error else { return "falsch: \(error)" }
        return text
      }
    }
    #expect(
      text { try XMLSchema(datei: "/gibt/es/nicht/x.xsd", ordner: "/gibt/es/nicht") }
        .contains("Schemaordner /gibt/es/nicht fehlt"))
    try mitSchema(typ: nil) { _, schema in #expect(text(schema).contains("teil/typ.xsd")) }
    try mitSchema("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element/>") {
      #expect(text($1).contains("übersetzen"))
    }
    try mitSchema(typ: Self.typ.replacingOccurrences(of: "xs:int", with: "xs:gibtsnicht")) {
      #expect(text($1).contains("gibtsnicht"))
    }
    try mitSchema { ordner, _ in
      #expect(
        text { try XMLSchema(datei: ordner.path + "/weg.xsd", ordner: ordner.path) }
          .contains("weg.xsd"))
      #expect(
        text { try XMLSchema(datei: ordner.path + "/haupt ä.xsd", ordner: ordner.path + "/teil") }
          .contains("nicht im Schemaordner"))
    }
  }

  @Test("nothing outside the folder is read: .., links, absolute paths, http")
  func eingesperrt() throws {
    try mitTemporaeremOrdner { draussen in
      let fremd = draussen.appendingPathComponent("typ.xsd")
      try Data(Self.typ.utf8).write(to: fremd)
      try mitSchema { ordner, schema in
        _ = try schema()
        let teil = ordner.appendingPathComponent("teil/typ.xsd")
        try FileManager.default.removeItem(at: teil)
        try FileManager.default.createSymbolicLink(at: teil, withDestinationURL: fremd)
        #expect(throws: XMLFehler.self) { try schema() }
      }
      for ort in [
        fremd.path, "file://\(fremd.path)", "../../\(draussen.lastPathComponent)/typ.xsd",
        "http://127.0.0.1:9/typ.xsd", "%2e%2e/%2e%2e/\(draussen.lastPathComponent)/typ.xsd",
      ] {
        _ = try mitSchema(Self.xsd.replacingOccurrences(of: "teil/typ.xsd", with: ort)) {
          #expect(throws: XMLFehler.self, "\(ort)", performing: $1)
        }
      }
    }
  }

  static let versionen = ["2.3.0", "2.4.0", "3.0.0", "3.1.0", "4.0.0"]

  private static func datei(_ version: String) throws -> String {
    let ordner = Gemeinsam.schemata.appendingPathComponent(version)
    let alle = try FileManager.default.contentsOfDirectory(atPath: ordner.path)
    let name = alle.first { $0.contains("Nachrichten-AussonderungDurchfuehren") }
    return ordner.appendingPathComponent(try #require(name)).path
  }

  @Test(
    "every version compiles offline", .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"),
    arguments: versionen)
  func version(_ version: String) throws {
    _ = try XMLSchema(datei: Self.datei(version), ordner: Gemeinsam.schemata.path)
  }

  @Test(
    "compiling and validating on many threads at once",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
  func nebenlaeufig() async throws {
    let ordner = Gemeinsam.schemata.path
    let gemeinsam = try XMLSchema(datei: Self.datei("4.0.0"), ordner: ordner)
    try await withThrowingTaskGroup(of: Int.self) { gruppe in
      for i in 0..<16 {
        gruppe.addTask {
          if i % 4 == 0 {
            _ = try XMLSchema(datei: Self.datei(Self.versionen[i % 5]), ordner: ordner)
          }
          return try befunde("<a xmlns='urn:xdomea:gibt-es-nicht'/>", gemeinsam).count
        }
      }
      for try await anzahl in gruppe { #expect(anzahl == 1) }
    }
  }
}
