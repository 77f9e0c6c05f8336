// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import TestHilfe
import Testing

/// A piece of Swift in a document.
private struct Ausschnitt {
  let datei: String
  let nummer: Int
  let zeilen: [String]

  var importe: [String] { zeilen.filter { $0.hasPrefix("import ") } }
  var rumpf: String {
    zeilen.filter { !$0.hasPrefix("import ") }.joined(separator: "\n")
      .trimmingCharacters(in: .newlines)
  }
  /// True for parts of a `Package.swift`, which no module can compile.
  var istManifest: Bool { zeilen.contains { $0.contains(".package(") } }
  var name: String { "Ausschnitt \(nummer) aus \(datei)" }
}

/// What stands in the documents must be what the compiler saw: each piece of Swift is compiled in
/// `Ausschnitte`, between two marks, and compared here word by word.
@Suite("Swift in den Texten")
struct AusschnittTests {
  private static let wurzel = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ pfad: String) throws -> String {
    try String(contentsOf: wurzel.appendingPathComponent(pfad), encoding: .utf8)
  }

  /// All documents that are for readers of the project.
  private static func dokumente() throws -> [String] {
    let alle = FileManager.default.enumerator(atPath: wurzel.path)
    var pfade: [String] = []
    while let pfad = alle?.nextObject() as? String {
      if pfad.hasPrefix(".") || pfad.hasSuffix("/.build") {
        alle?.skipDescendants()
      } else if pfad.hasSuffix(".md") {
        pfade.append(pfad)
      }
    }
    return pfade.sorted()
  }

  private static func ausschnitte(_ pfad: String) throws -> [Ausschnitt] {
    var liste: [Ausschnitt] = []
    var offen: [String]?
    for zeile in try text(pfad).components(separatedBy: "\n") {
      if let zeilen = offen {
        if zeile.hasPrefix("```") {
          liste.append(Ausschnitt(datei: pfad, nummer: liste.count + 1, zeilen: zeilen))
          offen = nil
        } else {
          offen = zeilen + [zeile]
        }
      } else if zeile == "```swift" {
        offen = []
      }
    }
    #expect(offen == nil, "\(pfad): ein Ausschnitt endet nicht")
    return liste
  }

  /// The compiled pieces by name, with the imports of their file.
  private static func uebersetzte() throws -> [String: (importe: [String], rumpf: String)] {
    var liste: [String: (importe: [String], rumpf: String)] = [:]
    let ordner = "Tests/AusschnittTests/Ausschnitte"
    for datei in try FileManager.default.contentsOfDirectory(
      atPath: wurzel.appendingPathComponent(ordner).path) where datei.hasSuffix(".swift")
    {
      let zeilen = try text("\(ordner)/\(datei)").components(separatedBy: "\n")
      let importe = zeilen.filter { $0.hasPrefix("import ") }
      let beginn = try #require(zeilen.firstIndex { $0.hasPrefix("// Ausschnitt ") }, "\(datei)")
      let ende = try #require(zeilen.firstIndex(of: "// Ende des Ausschnitts"), "\(datei)")
      let rumpf = zeilen[(beginn + 1)..<ende].joined(separator: "\n")
      liste[String(zeilen[beginn].dropFirst(3))] = (importe, rumpf)
    }
    return liste
  }

  @Test("Jeder Ausschnitt ist der, den der Übersetzer gesehen hat")
  func gleich() throws {
    var uebrig = try Self.uebersetzte()
    var gefunden = 0
    for pfad in try Self.dokumente() {
      for a in try Self.ausschnitte(pfad) where !a.istManifest {
        gefunden += 1
        let vorhanden = uebrig.removeValue(forKey: a.name)
        let b = try #require(vorhanden, "\(a.name) wird nicht übersetzt")
        #expect(a.rumpf == b.rumpf, "\(a.name)")
        if !a.importe.isEmpty { #expect(a.importe == b.importe, "\(a.name)") }
      }
    }
    #expect(gefunden >= 9)
    #expect(uebrig.keys.sorted() == [], "übersetzt, aber in keinem Text")
  }

  @Test("Ein Ausschnitt aus Package.swift nennt Produkte, die es gibt")
  func manifeste() throws {
    let manifest = try Self.text("Package.swift")
    let produkte = Set(
      manifest.matches(of: /\.library\(\s*name: "(\w+)"/).map { String($0.output.1) })
    #expect(produkte.contains("Akte"))
    let texte = try Self.dokumente().flatMap(Self.ausschnitte).filter(\.istManifest)
    #expect(!texte.isEmpty)
    for a in texte {
      let genannt = a.zeilen.joined(separator: "\n")
        .matches(of: /\.product\(name: "(\w+)", package: "([\w-]+)"/)
      #expect(Set(genannt.map { String($0.output.1) }) == produkte, "\(a.name)")
      #expect(genannt.allSatisfy { $0.output.2 == "diva-toolbox" })
      try pruefe(a)
    }
  }

  /// Lets the compiler look at a piece of a manifest, with SwiftPM's own interface if it is there.
  private func pruefe(_ a: Ausschnitt) throws {
    try mitTemporaeremOrdner { ordner in
      let datei = ordner.appendingPathComponent("Package.swift")
      let text =
        "import PackageDescription\nlet package = Package(name: \"probe\",\n" + a.rumpf + "\n)\n"
      try Data(text.utf8).write(to: datei)
      let p = Process()
      p.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      p.arguments = ["swiftc", "-parse", datei.path]
      p.standardError = FileHandle.nullDevice
      try p.run()
      p.waitUntilExit()
      #expect(p.terminationStatus == 0, "\(a.name) ist kein Swift")
    }
  }

  @Test("Die Anleitung nennt jede Frage, die eine Quelle beantworten muss, und keine andere")
  func fragen() throws {
    let quelle = try Self.text("Sources/Lifecycle/Bestand/Zustandsquelle.swift")
    let beginn = try #require(quelle.range(of: "public protocol Zustandsquelle {"))
    let ende = try #require(quelle.range(of: "\n}", range: beginn.upperBound..<quelle.endIndex))
    let verlangt: [String] = quelle[beginn.upperBound..<ende.lowerBound]
      .matches(of: /func (\w+)\(([^)]*)\)/).map { treffer in
        let namen = treffer.output.2.split(separator: ",").map {
          $0.split(whereSeparator: { $0 == ":" || $0 == " " }).first.map(String.init) ?? ""
        }
        return "\(treffer.output.1)(\(namen.map { $0 + ":" }.joined()))"
      }
    let genannt = try Self.text("Docs/anbieter.md").components(separatedBy: "\n")
      .compactMap { $0.firstMatch(of: /^\| `(\w+\([\w:]*\))` \|/).map { String($0.output.1) } }
    #expect(verlangt.count == 13)
    #expect(genannt == verlangt)
  }

  @Test("Die Beispiele ohne Dateien laufen")
  func laufen() throws {
    try liesmichAkte()
    try liesmichLifecycle()
    #expect(try doccAkte().allgemeineMetadaten?.kennzeichen?.text == "63-11/2011-0005")
  }
}
