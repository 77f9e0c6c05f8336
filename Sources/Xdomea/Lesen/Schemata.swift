// SPDX-License-Identifier: Apache-2.0
internal import Synchronization
package import XMLStrom

/// The folder of the official schemas; compiles the schema of a version when it is first needed.
///
/// The schemas are not part of this suite: the user names a folder with one subfolder per version
/// and a `catalog.xml` that resolves absolute imports. Nothing is ever loaded from a network.
public final class Schemata: Sendable {
  /// The folder.
  public let ordner: String
  private let fertig = Mutex<[XdomeaFassung: XMLSchema]>([:])

  /// The schemas in a folder; nothing is read yet.
  public init(ordner: String) { self.ordner = ordner }

  /// The compiled schema of a version's Aussonderung messages.
  ///
  /// - Throws: `XMLFehler.schema` if the folder lacks the version or the schema does not compile.
  package func schema(_ version: XdomeaFassung) throws -> XMLSchema {
    if let s = fertig.withLock({ $0[version] }) { return s }
    let neu = try XMLSchema(
      datei: ordner + "/" + version.rawValue + "/" + version.schemadatei, ordner: ordner)
    fertig.withLock { $0[version] = neu }
    return neu
  }

  /// The schema for the version that the first bytes of a message name; nil if they name none.
  package func schema(anfang: [UInt8], datei: String) throws -> XMLSchema? {
    var genannt: Set<XdomeaFassung> = []
    let namensraeume = XdomeaFassung.allCases.map { ($0, Array($0.namensraum.utf8)) }
    // Each package of a hand-over has a message of its own: bytes are compared, not characters.
    for (ende, byte) in anfang.enumerated() where byte == 0x22 || byte == 0x27 {
      for (version, name) in namensraeume where anfang[..<ende].hatEnde(name) {
        genannt.insert(version)
      }
    }
    guard let version = XdomeaFassung.allCases.first(where: genannt.contains) else { return nil }
    return try schema(version)
  }
}

extension ArraySlice<UInt8> {
  /// Whether these bytes end with others.
  fileprivate func hatEnde(_ ende: [UInt8]) -> Bool {
    count >= ende.count && suffix(ende.count).elementsEqual(ende)
  }
}
