// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

/// A broken input and what `diva pruefen` must say about it.
struct Fall: Sendable, CustomTestStringConvertible {
  /// How exact the place of the finding must be.
  enum Ort: Sendable {
    /// The name of a file.
    case datei
    /// Also the line in the message.
    case zeile
    /// Also line and UUID of the object.
    case objekt
  }

  /// Which file the place of the finding must name.
  enum Nennung: Sendable {
    case egal
    /// The message.
    case nachricht
    /// The file of the sound container whose name ends so, or a new one of this name.
    case datei(String)

    func name(_ muster: Muster) -> String? {
      switch self {
      case .egal: nil
      case .nachricht: muster.nachricht
      case .datei(let ende): muster.dateien.first { $0.name.hasSuffix(ende) }?.name ?? ende
      }
    }
  }

  /// What is wrong.
  let name: String
  /// The exit code of `diva pruefen`.
  let ende: Int32
  /// The rule that the finding names; empty if there is no report (exit 1).
  var regel = ""
  /// The place of the finding.
  var ort = Ort.datei
  /// What message, or standard error with exit 1, must contain.
  var sagt: [String] = []
  /// The file that the place must name, if it is another than the container.
  var nennt = Nennung.egal
  /// Further rules that must be found beside the first.
  var auch: [String] = []
  /// Whether the official schemas are used.
  var mitSchema = false
  /// The exit code of `diva umsetzen`; nil if both 0 and 1 are right.
  var umsetzen: Int32?
  /// Writes the input into the folder and returns its path.
  let baue: @Sendable (_ muster: inout Muster, _ ordner: URL) throws -> String

  var testDescription: String { name }

  /// A container with another message.
  static func nachricht(
    _ name: String, _ regel: String, _ ort: Ort = .zeile, ende: Int32 = 2, sagt: [String] = [],
    auch: [String] = [], mitSchema: Bool = false, umsetzen: Int32? = nil,
    _ aendere: @escaping @Sendable (inout Muster) throws -> Void
  ) -> Fall {
    Fall(
      name: name, ende: ende, regel: regel, ort: ort, sagt: sagt, auch: auch,
      mitSchema: mitSchema, umsetzen: umsetzen
    ) { muster, ordner in
      try aendere(&muster)
      return try muster.container(ordner)
    }
  }

  /// A container whose ZIP has other entries or fields.
  static func zip(
    _ name: String, _ regel: String, ende: Int32 = 2, sagt: [String] = [], auch: [String] = [],
    umsetzen: Int32? = nil, nennt: Nennung = .egal,
    _ aendere: @escaping @Sendable (inout Testzip, Muster) throws -> Void
  ) -> Fall {
    Fall(
      name: name, ende: ende, regel: regel, sagt: sagt, nennt: nennt, auch: auch,
      umsetzen: umsetzen
    ) { muster, ordner in
      var zip = muster.zip
      try aendere(&zip, muster)
      return try zip.schreibe(ordner, muster.stamm + ".zip")
    }
  }

  /// A container whose finished bytes are changed.
  static func bytes(
    _ name: String, _ regel: String, ende: Int32 = 2, sagt: [String] = [], umsetzen: Int32? = 1,
    _ aendere: @escaping @Sendable (inout [UInt8], Muster) throws -> Void
  ) -> Fall {
    Fall(name: name, ende: ende, regel: regel, sagt: sagt, umsetzen: umsetzen) { muster, ordner in
      var bytes = muster.zip.bytes
      try aendere(&bytes, muster)
      let ziel = ordner.appendingPathComponent(muster.stamm + ".zip")
      try Data(bytes).write(to: ziel)
      return ziel.path
    }
  }
}
