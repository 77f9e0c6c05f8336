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
  /// The file that was begun last.
  private var offen: (name: String, groesse: Int64, gelesen: Int64) = ("", 0, 0)

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
    try beginne(name, groesse: groesse, packart: packart)
    while true {
      let n = try lies(ausgabe.puffer)
      guard n > 0 else { break }
      try schreibe(UnsafeRawBufferPointer(rebasing: ausgabe.puffer[..<n]))
    }
    try schliesse()
  }

  /// Begins a file whose content ``schreibe(_:)`` brings and ``schliesse()`` ends.
  ///
  /// - Parameters:
  ///   - name: The path within the archive, separated by slashes.
  ///   - groesse: The number of bytes that will come.
  ///   - packart: Stored or deflated.
  /// - Throws: ``BehaelterFehler``.
  package func beginne(
    _ name: String, groesse: Int64, packart: Containerschreiber.Packart = .nachTyp
  ) throws(BehaelterFehler) {
    guard !istOffen else { throw unterbrochen }
    istOffen = true
    offen = (name, groesse, 0)
    let packen = groesse > 0 && packart.packt(name)
    try ausgabe.beginne(
      name, groesse: groesse, packen: packen, geprueft: packart == .nachTyp)
  }

  /// Writes the next bytes of the file that was begun.
  ///
  /// - Throws: ``BehaelterFehler``, also if there are more than announced.
  package func schreibe(_ bytes: UnsafeRawBufferPointer) throws(BehaelterFehler) {
    offen.gelesen += Int64(bytes.count)
    guard offen.gelesen <= offen.groesse else { throw falscheGroesse }
    try ausgabe.schreibe(bytes)
  }

  /// Ends the file that was begun.
  ///
  /// - Throws: ``BehaelterFehler``, also if there were less bytes than announced.
  package func schliesse() throws(BehaelterFehler) {
    guard offen.gelesen == offen.groesse else { throw falscheGroesse }
    try ausgabe.schliesseEintrag()
    istOffen = false
  }

  private var falscheGroesse: BehaelterFehler {
    .groesseFalsch(eintrag: offen.name, erwartet: offen.groesse, gelesen: offen.gelesen)
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
