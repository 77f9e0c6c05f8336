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
    let text = String(decoding: anfang, as: UTF8.self)
    guard
      let version = XdomeaFassung.allCases.first(where: {
        text.contains("\($0.namensraum)\"") || text.contains("\($0.namensraum)'")
      })
    else { return nil }
    return try schema(version)
  }
}
