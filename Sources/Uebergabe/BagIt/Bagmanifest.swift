// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// A manifest as it was read.
struct Bagmanifest {
  /// What a manifest is about.
  enum Art {
    case nutzlast
    case tag

    var vorsilbe: String { self == .nutzlast ? "manifest-" : "tagmanifest-" }
  }

  /// One sound line.
  struct Zeile {
    /// The path as it stands there.
    let roh: String
    /// The path that is meant; `*` and `./` already taken off.
    let pfad: Bagpfad
    let summe: [UInt8]
    let nummer: Int
  }

  let art: Art
  /// The file's name.
  let name: String
  /// The file's place in the bag.
  let index: Int
  /// Nil if the algorithm is unknown.
  let verfahren: Hashverfahren?
  var zeilen: [Zeile] = []

  /// The name of the algorithm in a file's name such as `manifest-sha512.txt`; nil for another file.
  static func verfahrensname(_ datei: Bagpfad, _ art: Art) -> String? {
    let text = datei.text
    guard text.utf8.starts(with: art.vorsilbe.utf8), text.hasSuffix(".txt"),
      !text.utf8.contains(0x2F)
    else { return nil }
    let mitte = text.dropFirst(art.vorsilbe.count).dropLast(4)
    return mitte.isEmpty ? nil : String(mitte)
  }
}

extension Hashverfahren {
  /// The algorithm in the name of a manifest: lower case, letters and digits (RFC 8493, section 2.4).
  var manifestname: String { rawValue.lowercased().filter { $0 != "-" } }

  /// Whether it is out of date.
  var istSchwach: Bool { self == .md5 || self == .sha1 }
}
