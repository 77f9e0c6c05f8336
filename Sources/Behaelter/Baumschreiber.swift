// SPDX-License-Identifier: Apache-2.0
internal import CLibArchive

/// The kind of archive that a whole tree of files is written to.
package enum Archivform: Hashable, Sendable {
  /// ZIP with UTF-8 names, Zip64 where it is needed.
  case zip
  /// TAR in GNU's format: names of any length, their bytes as they are.
  ///
  /// The pax format would do, but libarchive composes decomposed umlauts in it, and a manifest's
  /// names would not match.
  case tar

  /// Tells libarchive's writer the format; false if it refuses.
  func richteEin(_ handle: OpaquePointer) -> Bool {
    switch self {
    case .zip:
      archive_write_set_format_zip(handle) == ARCHIVE_OK
        && archive_write_set_format_option(handle, "zip", "compression-level", "6") == ARCHIVE_OK
    case .tar:
      archive_write_set_format_gnutar(handle) == ARCHIVE_OK
        && archive_write_add_filter_none(handle) == ARCHIVE_OK
    }
  }
}

/// Writes an archive of a tree of files: streaming, repeatable byte for byte, complete or not at all.
///
/// The sibling of ``Containerschreiber`` for packages with folders; the caller vouches for the names
/// and for their being different. Nothing stands at the target before ``beende()``.
package final class Baumschreiber {
  private let ausgabe: Ausgabe
  /// True from the beginning of an entry to its good end; stays true after a failure.
  private var istOffen = false

  /// Begins an archive that shall stand at `pfad`.
  ///
  /// - Throws: ``BehaelterFehler/zielVorhanden(pfad:)``, ``BehaelterFehler/schreiben(pfad:grund:)``.
  package init(_ pfad: String, _ form: Archivform) throws(BehaelterFehler) {
    let ziel = try Zielort(pfad)
    try ziel.pruefeFrei(ueberschreiben: false)
    ausgabe = try Ausgabe(ziel, zeit: Ausgabe.fruehesteZeit, form: form)
  }

  /// Writes a folder, which may stay empty.
  ///
  /// - Parameter name: The path within the archive, without a slash at its end.
  /// - Throws: ``BehaelterFehler``.
  package func ordner(_ name: String) throws(BehaelterFehler) {
    guard !istOffen else { throw unterbrochen }
    istOffen = true
    try ausgabe.beginne(name + "/", groesse: 0, packen: false)
    try ausgabe.schliesseEintrag()
    istOffen = false
  }

  /// Writes a file whose content `lies` delivers.
  ///
  /// - Parameters:
  ///   - name: The path within the archive, separated by slashes.
  ///   - groesse: The number of bytes that `lies` will deliver.
  ///   - packart: Stored or deflated.
  ///   - lies: Fills the buffer from its beginning and returns the number of bytes; 0 at the end.
  /// - Throws: ``BehaelterFehler``, or what `lies` throws; the archive cannot be finished then.
  package func datei(
    _ name: String, groesse: Int64, packart: Containerschreiber.Packart = .nachTyp,
    _ lies: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws {
    guard !istOffen else { throw unterbrochen }
    istOffen = true
    let packen = groesse > 0 && packart.packt(name)
    try ausgabe.beginne(name, groesse: groesse, packen: packen)
    var gelesen: Int64 = 0
    while true {
      let n = try lies(ausgabe.puffer)
      guard n > 0 else { break }
      gelesen += Int64(n)
      guard gelesen <= groesse else { break }
      try ausgabe.schreibe(UnsafeRawBufferPointer(rebasing: ausgabe.puffer[..<n]))
    }
    guard gelesen == groesse else {
      throw BehaelterFehler.groesseFalsch(eintrag: name, erwartet: groesse, gelesen: gelesen)
    }
    try ausgabe.schliesseEintrag()
    istOffen = false
  }

  /// Completes the archive and gives it its name.
  ///
  /// - Throws: ``BehaelterFehler``; then nothing stands at the target.
  package func beende() throws(BehaelterFehler) {
    guard !istOffen else { throw unterbrochen }
    try ausgabe.beende(ueberschreiben: false)
  }

  private var unterbrochen: BehaelterFehler {
    .schreiben(pfad: ausgabe.ziel.pfad, grund: "eine Datei wurde nicht zu Ende geschrieben")
  }
}
