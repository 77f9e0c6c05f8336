// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Glibc
internal import Pruefsummen

/// Writes a container: streaming, repeatable byte for byte, and complete or not at all.
///
/// The bytes go to a hidden file beside the target, which gets its name in ``beende()``; a
/// writer that ends without it leaves nothing behind. The same entries in the same order give
/// the same bytes on every machine with the same libarchive and zlib, in any time zone.
/// Zip64 is used where it is needed. Memory: about 250 bytes per entry.
///
/// Stored entries have their sizes behind the content (libarchive knows the CRC only then).
/// Readers that use the directory, as nearly all do, do not care; a stream reader such as Java's
/// `ZipInputStream` refuses them: for such a recipient use ``Packart/gepackt``.
public struct Containerschreiber: ~Copyable {
  private let ausgabe: Ausgabe
  private let optionen: Optionen
  private var bildner: Pruefsummenbildner
  private var namen: Set<String> = []
  /// True from the beginning of an entry to its good end; stays true after a failure.
  private var istOffen = false

  /// Begins a container that shall stand at `pfad`.
  ///
  /// - Throws: ``BehaelterFehler/zielVorhanden(pfad:)``, ``BehaelterFehler/schreiben(pfad:grund:)``.
  public init(pfad: String, optionen: Optionen = .init()) throws(BehaelterFehler) {
    let bildner: Pruefsummenbildner
    do throws(PruefsummenFehler) {
      bildner = try Pruefsummenbildner(optionen.hashverfahren)
    } catch {
      throw .schreiben(pfad: pfad, grund: error.description)
    }
    let ziel = try Zielort(pfad)
    try ziel.pruefeFrei(ueberschreiben: optionen.ueberschreiben)
    let ausgabe = try Ausgabe(ziel, zeit: optionen.zeit)
    self.ausgabe = ausgabe
    self.optionen = optionen
    self.bildner = bildner
  }

  /// Writes an entry whose content `lies` delivers.
  ///
  /// - Parameters:
  ///   - name: The entry's name; any ``Namensmangel`` is refused.
  ///   - groesse: The number of bytes that `lies` will deliver.
  ///   - packart: Stored or deflated.
  ///   - lies: Fills the buffer from its beginning and returns the number of bytes; 0 at the end.
  /// - Returns: The digests of the content, in the order of the options.
  /// - Throws: ``BehaelterFehler``, or what `lies` throws. After a failure within the content
  ///   the container cannot be finished.
  public mutating func eintrag(
    _ name: String, groesse: Int64, packart: Packart = .nachTyp,
    _ lies: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws -> [Pruefsumme] {
    try beginne(name, groesse, packart)
    var gelesen: Int64 = 0
    while true {
      let n = try lies(ausgabe.puffer)
      guard n > 0 else { break }
      try nimm(UnsafeRawBufferPointer(rebasing: ausgabe.puffer[..<n]), name, groesse, &gelesen)
    }
    return try schliesse(name, groesse, gelesen)
  }

  /// Writes the file at `pfad` as an entry.
  ///
  /// - Parameters:
  ///   - name: The entry's name; any ``Namensmangel`` is refused.
  ///   - pfad: A regular file; a link is refused.
  ///   - packart: Stored or deflated.
  /// - Returns: The file's size and the digests of its content, in the order of the options.
  /// - Throws: ``BehaelterFehler``; also if the file changes while it is read.
  public mutating func datei(
    _ name: String, pfad: String, packart: Packart = .nachTyp
  ) throws(BehaelterFehler) -> (groesse: Int64, pruefsummen: [Pruefsumme]) {
    let quelle = try Quelldatei(pfad)
    try beginne(name, quelle.groesse, packart)
    var gelesen: Int64 = 0
    while true {
      let n = try quelle.lies(ausgabe.puffer)
      guard n > 0 else { break }
      try nimm(
        UnsafeRawBufferPointer(rebasing: ausgabe.puffer[..<n]), name, quelle.groesse, &gelesen)
    }
    try quelle.pruefeUnveraendert()
    return (quelle.groesse, try schliesse(name, quelle.groesse, gelesen))
  }

  /// Writes `bytes` as an entry.
  ///
  /// - Parameters:
  ///   - name: The entry's name; any ``Namensmangel`` is refused.
  ///   - bytes: The content.
  ///   - packart: Stored or deflated.
  /// - Returns: The digests of the content, in the order of the options.
  /// - Throws: ``BehaelterFehler``.
  public mutating func eintrag(
    _ name: String, bytes: [UInt8], packart: Packart = .nachTyp
  ) throws(BehaelterFehler) -> [Pruefsumme] {
    let groesse = Int64(bytes.count)
    try beginne(name, groesse, packart)
    var gelesen: Int64 = 0
    do {
      try bytes.withUnsafeBytes { try nimm($0, name, groesse, &gelesen) }
    } catch let fehler as BehaelterFehler {
      throw fehler
    } catch {
      throw .schreiben(pfad: ausgabe.ziel.pfad, grund: "\(error)")
    }
    return try schliesse(name, groesse, gelesen)
  }

  /// Completes the container and gives it its name.
  ///
  /// - Throws: ``BehaelterFehler``; then nothing stands at the target, or what stood there before.
  public consuming func beende() throws(BehaelterFehler) {
    guard !istOffen else { throw unterbrochen }
    try ausgabe.beende(ueberschreiben: optionen.ueberschreiben)
  }

  private var unterbrochen: BehaelterFehler {
    .schreiben(pfad: ausgabe.ziel.pfad, grund: "ein Eintrag wurde nicht zu Ende geschrieben")
  }

  private mutating func beginne(
    _ name: String, _ groesse: Int64, _ packart: Packart
  ) throws(BehaelterFehler) {
    guard !istOffen else { throw unterbrochen }
    if let mangel = Namensmangel.maengel(name).first {
      throw .unzulaessigerName(eintrag: name, grund: mangel.grund)
    }
    guard groesse >= 0 else {
      throw .groesseFalsch(eintrag: name, erwartet: groesse, gelesen: 0)
    }
    guard namen.insert(Namensmangel.schluessel(name)).inserted else {
      throw .doppelterName(eintrag: name)
    }
    istOffen = true
    bildner.beginne()
    try ausgabe.beginne(
      name, groesse: groesse, packen: groesse > 0 && packart.packt(name),
      geprueft: packart == .nachTyp)
  }

  private mutating func nimm(
    _ bytes: UnsafeRawBufferPointer, _ name: String, _ groesse: Int64, _ gelesen: inout Int64
  ) throws(BehaelterFehler) {
    gelesen += Int64(bytes.count)
    guard gelesen <= groesse else {
      throw .groesseFalsch(eintrag: name, erwartet: groesse, gelesen: gelesen)
    }
    bildner.nimm(bytes)
    try ausgabe.schreibe(bytes)
  }

  private mutating func schliesse(
    _ name: String, _ groesse: Int64, _ gelesen: Int64
  ) throws(BehaelterFehler) -> [Pruefsumme] {
    guard gelesen == groesse else {
      throw .groesseFalsch(eintrag: name, erwartet: groesse, gelesen: gelesen)
    }
    try ausgabe.schliesseEintrag()
    istOffen = false
    return bildner.abschluss()
  }
}
