// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Uebergabe

/// Measures writing and checking of E-ARK SIPs with many files, and how both grow.
///
///     Earkmessung FOLDER SCHEMA.xsd [FILES] [BYTES]     default 100,000 files of 1,000 bytes
///
/// Each run is a process of its own (`lauf`), so that its peak memory is its own; the bytes are hashed with
/// `sha512sum` as well, for comparison.
@main
struct Earkmessung {
  static func main() throws {
    let argumente = Array(CommandLine.arguments.dropFirst())
    if argumente.first == "lauf", argumente.count == 6 {
      return try lauf(
        argumente[1], argumente[2], argumente[3], Int(argumente[4]) ?? 0, Int(argumente[5]) ?? 0)
    }
    guard argumente.count >= 2 else {
      print("Earkmessung ORDNER SCHEMA.xsd [DATEIEN] [BYTES]")
      exit(64)
    }
    let groesste = argumente.count > 2 ? Int(argumente[2]) ?? 100_000 : 100_000
    let bytes = argumente.count > 3 ? argumente[3] : "1000"
    for zahl in [groesste / 10, groesste / 3, groesste] {
      for form in ["ordner", "zip", "tar"] {
        let ziel = argumente[0] + "/sip-\(zahl)-\(form)" + (form == "ordner" ? "" : "." + form)
        for schritt in ["schreiben-" + form, "pruefen"] {
          try starte(
            CommandLine.arguments[0], ["lauf", schritt, ziel, argumente[1], "\(zahl)", bytes])
        }
        if form == "ordner" {
          let (_, zeit) = try gemessen {
            try starte(
              "/bin/sh",
              ["-c", "find '\(ziel)' -type f -print0 | xargs -0 sha512sum > /dev/null"])
          }
          print("\(zahl) Dateien: sha512sum über den Ordner \(s(zeit))")
          fflush(nil)
        }
        try FileManager.default.removeItem(atPath: ziel)
      }
    }
  }

  static func lauf(
    _ schritt: String, _ ziel: String, _ schema: String, _ zahl: Int, _ bytes: Int
  ) throws {
    let zeit: Double
    switch schritt {
    case "pruefen":
      let ergebnis: Earkergebnis
      (ergebnis, zeit) = try gemessen { try Earkpruefer().pruefe(ziel) }
      let fehler = ergebnis.bericht.anzahl.fehler
      guard ergebnis.urteil == .gueltig, fehler == 0 else {
        print("ungültig: \(ergebnis.bericht.befunde.prefix(3))")
        exit(1)
      }
    default:
      let form: Bagschreiber.Form =
        schritt.hasSuffix("zip") ? .zip : schritt.hasSuffix("tar") ? .tar : .ordner
      (_, zeit) = try gemessen { try schreibe(ziel, form, schema, zahl, bytes) }
    }
    print(
      "\(zahl) Dateien: \(schritt) \(URL(fileURLWithPath: ziel).pathExtension) \(s(zeit)), "
        + "\(Int(zeit / Double(max(zahl, 1)) * 1e6)) µs je Datei, Speicher \(spitze()) MB")
  }

  static func schreibe(
    _ ziel: String, _ form: Bagschreiber.Form, _ schema: String, _ zahl: Int, _ bytes: Int
  ) throws {
    guard let jetzt = Zeitpunkt("2026-01-15T10:00:00Z") else { return }
    let name = URL(fileURLWithPath: ziel).deletingPathExtension().lastPathComponent
    let angaben = Earkangaben(
      objid: name, titel: "Messung", erstellt: jetzt, ersteller: .init("A"),
      ablieferer: .init("B"), archiv: .init("C"))
    var sip = try Earkschreiber(pfad: ziel, angaben, form: form, schemata: [schema])
    let inhalt = [UInt8](repeating: 0x61, count: bytes)
    for i in 0..<zahl {
      var rest = inhalt[...]
      if bytes >= 8 { withUnsafeBytes(of: UInt64(i)) { rest.replaceSubrange(..<8, with: $0) } }
      try sip.datei("ordner \(i / 1000)/Dokument Nr. \(i).txt", groesse: Int64(bytes)) { puffer in
        let n = min(puffer.count, rest.count)
        puffer.copyBytes(from: rest.prefix(n))
        rest = rest.dropFirst(n)
        return n
      }
    }
    var nachricht = Array("<nachricht/>".utf8)[...]
    try sip.nachricht("x_0503_1.xml", groesse: Int64(nachricht.count)) { puffer in
      let n = nachricht.count
      puffer.copyBytes(from: nachricht)
      nachricht = []
      return n
    }
    _ = try sip.beende()
  }

  static func starte(_ programm: String, _ argumente: [String]) throws {
    let p = Process()
    p.executableURL = URL(fileURLWithPath: programm)
    p.arguments = argumente
    try p.run()
    p.waitUntilExit()
    guard p.terminationStatus == 0 else { exit(1) }
  }

  static func gemessen<T>(_ body: () throws -> T) throws -> (T, Double) {
    let uhr = ContinuousClock()
    let anfang = uhr.now
    let wert = try body()
    let dauer = uhr.now - anfang
    return (
      wert, Double(dauer.components.seconds) + Double(dauer.components.attoseconds) / 1e18
    )
  }

  static func s(_ sekunden: Double) -> String { "\((sekunden * 100).rounded() / 100) s" }

  /// The peak of resident memory in MB.
  static func spitze() -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let zeile = text.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
    return (zeile.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
  }
}
