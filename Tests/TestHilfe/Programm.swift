// SPDX-License-Identifier: Apache-2.0
public import Foundation

/// A foreign program run by a test: `xmllint`, `unzip`, `bsdtar`, or our own `diva`.
public struct Programm {
  /// What a finished run left behind.
  public struct Ergebnis: Sendable {
    /// The exit status.
    public let status: Int32
    /// All of standard output.
    public let ausgabe: String
    /// All of standard error.
    public let fehler: String
  }

  /// The program's path if it is installed.
  public static func pfad(_ name: String) -> String? {
    if name.contains("/") { return FileManager.default.isExecutableFile(atPath: name) ? name : nil }
    let ordner = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(
      separator: ":")
    for o in ordner {
      let p = "\(o)/\(name)"
      if FileManager.default.isExecutableFile(atPath: p) { return p }
    }
    return nil
  }

  /// True if the program is installed.
  public static func vorhanden(_ name: String) -> Bool { pfad(name) != nil }

  /// Runs the program to its end; output goes through files, so that no pipe can fill up.
  public static func starte(
    _ name: String, _ argumente: [String], umgebung: [String: String] = [:], ordner: URL? = nil
  ) throws -> Ergebnis {
    try mitTemporaeremOrdner { tmp in
      let aus = tmp.appendingPathComponent("aus")
      let err = tmp.appendingPathComponent("err")
      try Data().write(to: aus)
      try Data().write(to: err)
      let p = Process()
      p.executableURL = URL(fileURLWithPath: pfad(name) ?? name)
      p.arguments = argumente
      p.environment = ProcessInfo.processInfo.environment.merging(umgebung) { $1 }
      if let ordner { p.currentDirectoryURL = ordner }
      p.standardOutput = try FileHandle(forWritingTo: aus)
      p.standardError = try FileHandle(forWritingTo: err)
      p.standardInput = FileHandle.nullDevice
      try p.run()
      p.waitUntilExit()
      return Ergebnis(
        status: p.terminationStatus,
        ausgabe: String(decoding: try Data(contentsOf: aus), as: UTF8.self),
        fehler: String(decoding: try Data(contentsOf: err), as: UTF8.self))
    }
  }
}
