// SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Phasenmodell
internal import Pruefung

/// A toolbox on the disk.
enum Toolboxordner {
  /// The largest file that is read.
  private static let groessteDatei = 16 << 20

  /// Reads all files of a folder that are not hidden; links are not followed.
  ///
  /// - Throws: ``Hinderung`` if the folder cannot be read or is too large.
  static func lies(_ pfad: String) throws -> Toolbox {
    var istOrdner: ObjCBool = false
    guard FileManager.default.fileExists(atPath: pfad, isDirectory: &istOrdner), istOrdner.boolValue
    else { throw Hinderung("»\(pfad.sichtbar)« ist kein Ordner.") }
    let wurzel = URL(fileURLWithPath: pfad, isDirectory: true).standardizedFileURL
    guard let alle = FileManager.default.enumerator(atPath: wurzel.path) else {
      throw Hinderung("»\(pfad.sichtbar)« kann nicht gelesen werden.")
    }
    var dateien: [String: [UInt8]] = [:]
    for fall in alle {
      guard let name = fall as? String,
        !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }),
        alle.fileAttributes?[.type] as? FileAttributeType == .typeRegular
      else { continue }
      guard dateien.count < 10_000 else {
        throw Hinderung("»\(pfad.sichtbar)« hat zu viele Dateien.")
      }
      let bytes = try Katalogdatei.bytes(
        wurzel.appendingPathComponent(name).path, hoechstens: groessteDatei)
      guard bytes.count <= groessteDatei else {
        throw Hinderung("»\(name.sichtbar)« ist größer als \(groessteDatei >> 20) MB.")
      }
      if !bytes.isEmpty { dateien[name] = bytes }
    }
    return Toolbox(dateien: dateien)
  }
}
