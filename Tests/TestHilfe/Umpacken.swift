// SPDX-License-Identifier: Apache-2.0
public import Foundation

/// Packs a container anew, as somebody with other programs, or a bad disk, would change it.
///
/// - Parameters:
///   - container: The container; it is replaced.
///   - zusatz: An entry that comes besides.
///   - aendere: Gets name and bytes of each entry in order; returns the new bytes, nil to leave it out.
/// - Throws: If `unzip` cannot read it, or what `aendere` throws.
public func packeUm(
  _ container: URL, zusatz: Testzip.Satz? = nil,
  _ aendere: (_ name: String, _ bytes: [UInt8]) throws -> [UInt8]?
) throws {
  try mitTemporaeremOrdner { tmp in
    let liste = try Programm.starte("unzip", ["-Z1", container.path])
    let aus = try Programm.starte("unzip", ["-q", container.path, "-d", tmp.path])
    guard liste.status == 0, aus.status == 0 else { throw CocoaError(.fileReadCorruptFile) }
    var saetze: [Testzip.Satz] = []
    for name in liste.ausgabe.split(separator: "\n").map(String.init) {
      let bytes = [UInt8](try Data(contentsOf: tmp.appendingPathComponent(name)))
      if let neu = try aendere(name, bytes) { saetze.append(Testzip.Satz(name, bytes: neu)) }
    }
    if let zusatz { saetze.append(zusatz) }
    try Testzip(saetze).schreibe(
      container.deletingLastPathComponent(), container.lastPathComponent)
  }
}
