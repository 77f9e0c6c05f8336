// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import Akte
import Foundation
import Pruefsummen
import Pruefung
import TestHilfe

@testable import Uebergabe

/// A bag laid out file by file, so that a test can make any part of it wrong.
struct Bagbau {
  var dateien: [String: [UInt8]] = [:]

  /// A valid bag of these payload files.
  init(version: String = "1.0", verfahren: [String] = ["sha256"], _ nutzlast: [String: String]) {
    dateien["bagit.txt"] = Array(
      "BagIt-Version: \(version)\nTag-File-Character-Encoding: UTF-8\n".utf8)
    for (pfad, text) in nutzlast { dateien["data/" + pfad] = Array(text.utf8) }
    for v in verfahren { schreibeManifest(v) }
  }

  /// Makes the manifest anew from the files in `data/`; paths as they are.
  mutating func schreibeManifest(_ verfahren: String) {
    let zeilen = dateien.keys.filter { $0.hasPrefix("data/") }.sorted().map {
      "\(Self.summe(dateien[$0]!, verfahren))  \($0)\n"
    }
    self["manifest-\(verfahren).txt"] = zeilen.joined()
  }

  /// The file as text.
  subscript(name: String) -> String {
    get { String(decoding: dateien[name] ?? [], as: UTF8.self) }
    set { dateien[name] = Array(newValue.utf8) }
  }

  static func summe(_ bytes: [UInt8], _ verfahren: String) -> String {
    var bildner = try! Pruefsummenbildner([Hashverfahren(bezeichnung: verfahren)!])
    bytes.withUnsafeBytes { bildner.nimm($0) }
    return bildner.abschluss()[0].hex
  }

  /// Lays the bag out in a new folder.
  @discardableResult
  func lege(_ ordner: URL) throws -> String {
    try FileManager.default.createDirectory(
      at: ordner.appendingPathComponent("data"), withIntermediateDirectories: true)
    for (pfad, bytes) in dateien {
      let ort = ordner.appendingPathComponent(pfad)
      try FileManager.default.createDirectory(
        at: ort.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: ort)
    }
    return ordner.path
  }

  /// The findings of a check, hints left out.
  func befunde(_ strenge: Bagpruefer.Strenge = .streng) throws -> Set<String> {
    try mitBag { try Bagpruefer(strenge).pruefe($0).regeln(ab: .warnung) }
  }

  /// Calls `body` with the bag in a folder.
  func mitBag<T>(_ body: (String) throws -> T) throws -> T {
    try mitTemporaeremOrdner { try body(lege($0.appendingPathComponent("bag"))) }
  }
}

extension Bagergebnis {
  /// The rules of the findings from a severity on.
  func regeln(ab schwere: Schwere) -> Set<String> {
    Set(bericht.befunde.filter { $0.schwere >= schwere }.map(\.regel))
  }

  /// The files that findings of a rule name.
  func orte(_ regel: String) -> [String] {
    bericht.befunde.filter { $0.regel == regel }.compactMap(\.ort.datei)
  }
}

/// All that a bag holds as payload, by the path below `data/`.
func gelesen(_ pfad: String) throws -> [Bagpfad: [UInt8]] {
  var aus: [Bagpfad: [UInt8]] = [:]
  try Bagleser(pfad: pfad).jederBlock { datei, block in
    guard datei.pfad.istNutzlast else { return }
    aus[Bagpfad(String(datei.pfad.text.utf8.dropFirst(5))!), default: []] += block
  }
  return aus
}
