// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

/// A sound container taken apart: the message as text and the files, for a test to break.
struct Muster: Sendable {
  /// The name of container and message without its extension.
  var stamm: String
  /// The message.
  var xml: String
  /// The files with their names.
  var dateien: [(name: String, bytes: [UInt8])]

  /// The sample files of the project, packed with fixed time and process, so the same in every run.
  static func packe() throws -> Muster { try gepackt.get() }

  private static let gepackt = Result { try neu() }

  private static func neu() throws -> Muster {
    try mitTemporaeremOrdner { tmp in
      let container = try Diva.packe(
        nach: tmp,
        [
          "--prozess-id", "5b0f5d2e-7c1a-4f7e-9a36-1d0c8e4b2a90", "--zeitpunkt",
          "2026-03-02T09:30:00.000Z",
        ])
      let aus = tmp.appendingPathComponent("aus")
      let e = try Programm.starte(
        "python3",
        ["-c", "import sys,zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])"]
          + [container, aus.path])
      try #require(e.status == 0, "\(e.fehler)")
      let stamm = URL(fileURLWithPath: container).deletingPathExtension().lastPathComponent
      var muster = Muster(stamm: stamm, xml: "", dateien: [])
      for name in try FileManager.default.contentsOfDirectory(atPath: aus.path).sorted() {
        let bytes = [UInt8](try Data(contentsOf: aus.appendingPathComponent(name)))
        if name == stamm + ".xml" {
          muster.xml = String(decoding: bytes, as: UTF8.self)
        } else {
          // Our own names are ASCII; one with an umlaut is as good and breaks in more ways.
          muster.dateien.append((Self.mitUmlaut(name), bytes))
        }
      }
      muster.xml = mitUmlaut(muster.xml)
      try #require(!muster.xml.isEmpty)
      return muster
    }
  }

  private static func mitUmlaut(_ text: String) -> String {
    text.replacingOccurrences(of: "_Aktenuebersicht.txt", with: "_Aktenübersicht.txt")
  }

  /// The message's name.
  var nachricht: String { stamm + ".xml" }

  /// The place of the file whose name ends so.
  func stelle(_ endung: String) throws -> Int {
    try #require(dateien.firstIndex { $0.name.hasSuffix(endung) }, "no file \(endung)")
  }

  /// The name of the file that ends so.
  func name(_ endung: String) throws -> String { dateien[try stelle(endung)].name }

  /// Replaces the first occurrence in the message, or all; there must be one.
  mutating func ersetze(_ alt: String, _ neu: String, alle: Bool = false) throws {
    let ort = try #require(xml.range(of: alt), "»\(alt)« is not in the message")
    if alle {
      xml = xml.replacingOccurrences(of: alt, with: neu)
    } else {
      xml.replaceSubrange(ort, with: neu)
    }
  }

  /// Inserts text before the first occurrence.
  mutating func fuegeEin(_ text: String, vor stelle: String) throws {
    try ersetze(stelle, text + stelle)
  }

  /// Replaces what stands between the first `von` and the next `bis`.
  mutating func ersetzeZwischen(_ von: String, _ bis: String, _ neu: String) throws {
    let anfang = try #require(xml.range(of: von), "»\(von)« is not in the message")
    let ende = try #require(xml.range(of: bis, range: anfang.upperBound..<xml.endIndex))
    xml.replaceSubrange(anfang.upperBound..<ende.lowerBound, with: neu)
  }

  /// The container, the message last.
  var zip: Testzip {
    Testzip(
      dateien.map { Testzip.Satz($0.name, bytes: $0.bytes) }
        + [Testzip.Satz(nachricht, bytes: Array(xml.utf8))])
  }

  /// Writes the container with the right name and returns its path.
  func container(_ ordner: URL) throws -> String { try zip.schreibe(ordner, stamm + ".zip") }

  /// Writes the message alone and returns its path.
  func nachricht(_ ordner: URL) throws -> String {
    let ziel = ordner.appendingPathComponent(nachricht)
    try Data(xml.utf8).write(to: ziel)
    return ziel.path
  }

  /// Writes a folder with all files and returns its path.
  func ordner(_ ordner: URL) throws -> String {
    let ziel = ordner.appendingPathComponent(stamm)
    try FileManager.default.createDirectory(at: ziel, withIntermediateDirectories: true)
    for d in dateien { try Data(d.bytes).write(to: ziel.appendingPathComponent(d.name)) }
    _ = try nachricht(ziel)
    return ziel.path
  }
}
