// SPDX-License-Identifier: Apache-2.0
internal import CLibXML2
internal import Glibc

/// A compiled schema set; compile it once and use it for any number of readers at the same time.
///
/// `@unchecked Sendable`: libxml2 writes to a schema only while it compiles it, which is over when
/// `init` returns; each reader has a validation context of its own.
public final class XMLSchema: @unchecked Sendable {
  let zeiger: xmlSchemaPtr

  /// Compiles the schema in `datei` with all that it includes and imports.
  ///
  /// References by http(s) are looked up in `ordner/catalog.xml` (entries `uri` and `system`);
  /// nothing outside `ordner` is opened, whatever a reference, `..` or a symbolic link says. Other
  /// threads may use libxml2 meanwhile.
  ///
  /// - Throws: ``XMLFehler/schema(_:)`` if the folder or a file is missing, or if the schema is
  ///   faulty.
  public init(datei: String, ordner: String) throws(XMLFehler) {
    zeiger = try Schemalader.uebersetze(datei: datei, ordner: ordner)
  }

  deinit { xmlSchemaFree(zeiger) }
}
