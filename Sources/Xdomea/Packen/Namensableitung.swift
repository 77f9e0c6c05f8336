// SPDX-License-Identifier: Apache-2.0
package import Akte
internal import Pruefsummen

/// Makes UUIDs from names (version 5, RFC 9562), so that the same folder gives the same container.
package final class Namensableitung {
  private var bildner: Pruefsummenbildner
  private let raum: [UInt8]

  /// Names within the process.
  ///
  /// - Throws: `PruefsummenFehler` if the system lacks SHA-1.
  package init(_ prozess: ProzessID) throws {
    bildner = try Pruefsummenbildner([.sha1])
    let (h, t) = prozess.bytes
    raum = (0..<16).map { i in
      UInt8(truncatingIfNeeded: (i < 8 ? h : t) >> UInt64(56 - 8 * (i & 7)))
    }
  }

  /// The UUID for a kind of thing and its path.
  package func kennung<T>(_ art: String, _ pfad: String, _: T.Type) -> Kennung<T> {
    bildner.beginne()
    raum.withUnsafeBytes { bildner.nimm($0) }
    Array((art + "\u{0}" + pfad).utf8).withUnsafeBytes { bildner.nimm($0) }
    let bytes = bildner.abschluss().first?.bytes ?? []
    func halb(_ teil: ArraySlice<UInt8>) -> UInt64 { teil.reduce(0) { $0 << 8 | UInt64($1) } }
    let h = halb(bytes.prefix(8)) & ~0xF000 | 0x5000
    let t = halb(bytes.dropFirst(8).prefix(8)) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    return Kennung(bytes: (h, t))
  }

  /// The id of an object.
  package func objekt(_ art: String, _ pfad: String) -> ObjektID {
    kennung(art, pfad, Objektbezug.self)
  }
}
