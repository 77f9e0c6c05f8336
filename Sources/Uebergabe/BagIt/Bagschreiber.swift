// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Behaelter
internal import Pruefsummen
public import Pruefung

/// Writes a bag of BagIt 1.0 (RFC 8493): streaming, repeatable byte for byte, complete or not at all.
///
/// Every file is read once and gets all its digests in that pass. A folder is built under a hidden
/// name beside the target, brought to the disk by one barrier and then renamed; an archive is a hidden
/// or nameless file until ``beende()``. The same files in the same order give the same bytes; in a folder
/// the order does not matter. Memory: path and digests of each file.
public struct Bagschreiber: ~Copyable {
  /// The form in which a bag is kept.
  public enum Form: Hashable, Sendable {
    /// A folder.
    case ordner
    /// A ZIP file with the folder in it.
    case zip
    /// A TAR file with the folder in it.
    case tar
  }

  /// How a bag is written.
  public struct Optionen: Hashable, Sendable {
    /// The form.
    public var form = Form.ordner
    /// The algorithms, each with a manifest and a tag manifest; MD5 and SHA-1 are refused.
    public var hashverfahren: [Hashverfahren] = [.sha512]
    /// The descriptions, to which `Payload-Oxum` is added.
    ///
    /// Nil: the bag gets no `bag-info.txt`.
    public var info: Baginfo? = Baginfo()
    /// Whether the bag is brought to the disk before it gets its name; false if the caller does that
    /// for many at once.
    package var istGesichert = true

    /// The default options: a folder with SHA-512.
    public init() {}
  }

  /// What was written.
  public struct Quittung: Hashable, Sendable {
    /// Size and number of the payload files.
    public let oxum: Oxum
    /// The digests of each payload file, in the order of the algorithms.
    public let pruefsummen: [Bagpfad: [Pruefsumme]]
    /// Warnings about names that other systems will not take, by the rules of ``Bagregeln``.
    public let warnungen: [Befund]
  }

  private let optionen: Optionen
  private let ziel: Bagziel
  private var bildner: Pruefsummenbildner
  private var namen = Bagnamen()
  private var nutzlast: [Bagpfad: [Pruefsumme]] = [:]
  private var tags: [Bagpfad: [Pruefsumme]] = [:]
  private var oxum = Oxum()
  /// True from the beginning of a file to its good end; stays true after a failure.
  private var istOffen = false

  /// Begins a bag that shall stand at `pfad`.
  ///
  /// - Parameters:
  ///   - pfad: The folder or file to make; its parent exists.
  ///   - optionen: How.
  /// - Throws: ``UebergabeFehler``.
  public init(pfad: String, optionen: Optionen = .init()) throws(UebergabeFehler) {
    var optionen = optionen
    optionen.hashverfahren = try Self.verfahren(optionen)
    // A value that cannot be written is refused before the first file is read.
    if let info = optionen.info { _ = try info.bytes(oxum: Oxum()) }
    var bildner = try Self.bildner(optionen.hashverfahren, pfad)
    let ziel = try Self.ziel(optionen, pfad)
    let summen = try Self.schreibe("bagit.txt", Self.kopf, ziel, &bildner)
    self.bildner = bildner
    self.ziel = ziel
    self.optionen = optionen
    tags[Bagpfad("bagit.txt")] = summen
  }

  /// The content of `bagit.txt`.
  static let kopf = Array("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8)

  /// The algorithms of the options, each once, whatever the caller lists.
  ///
  /// - Throws: ``UebergabeFehler/verfahrenFehlt``, ``UebergabeFehler/verfahrenUnzulaessig(_:)``.
  static func verfahren(_ optionen: Optionen) throws(UebergabeFehler) -> [Hashverfahren] {
    guard !optionen.hashverfahren.isEmpty else { throw .verfahrenFehlt }
    for v in optionen.hashverfahren where v.istSchwach { throw .verfahrenUnzulaessig(v) }
    var gesehen: Set<Hashverfahren> = []
    return optionen.hashverfahren.filter { gesehen.insert($0).inserted }
  }

  private static func bildner(
    _ verfahren: [Hashverfahren], _ pfad: String
  ) throws(UebergabeFehler) -> Pruefsummenbildner {
    do throws(PruefsummenFehler) {
      return try Pruefsummenbildner(verfahren)
    } catch { throw .schreiben(pfad: pfad, grund: error.description) }
  }

  private static func ziel(
    _ optionen: Optionen, _ pfad: String
  ) throws(UebergabeFehler) -> Bagziel {
    do throws(BehaelterFehler) {
      return try Bagziel(pfad, optionen.form, gesichert: optionen.istGesichert)
    } catch { throw .behaelter(error) }
  }

  /// Writes a payload file whose content `lies` delivers.
  ///
  /// - Parameters:
  ///   - name: The path below `data/`, with slashes.
  ///   - groesse: The number of bytes that `lies` will deliver.
  ///   - lies: Fills the buffer from its beginning and returns the number of bytes; 0 at the end.
  /// - Returns: The digests, in the order of the algorithms.
  /// - Throws: ``UebergabeFehler``, or what `lies` throws. After a failure within the content the bag
  ///   cannot be finished.
  @discardableResult
  public mutating func nutzlast(
    _ name: String, groesse: Int64, _ lies: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws -> [Pruefsumme] {
    let pfad = Bagpfad("data/" + name)
    try namen.nimm(pfad, art: .nutzlast)
    guard !istOffen else { throw ziel.unterbrochen }
    istOffen = true
    let summen = try Self.schreibe(pfad.text, groesse, ziel, &bildner, lies)
    istOffen = false
    nutzlast[pfad] = summen
    oxum.dateien += 1
    oxum.oktette += groesse
    return summen
  }

  /// Writes the file at `quelle` as payload.
  ///
  /// - Parameters:
  ///   - name: The path below `data/`, with slashes.
  ///   - quelle: A regular file; a link is refused.
  /// - Returns: The digests, in the order of the algorithms.
  /// - Throws: ``UebergabeFehler``; also if the file changes while it is read.
  @discardableResult
  public mutating func nutzlast(_ name: String, datei quelle: String) throws -> [Pruefsumme] {
    let datei = try oeffneQuelle(quelle)
    let summen = try nutzlast(name, groesse: datei.groesse) { try datei.lies($0) }
    do throws(BehaelterFehler) {
      try datei.pruefeUnveraendert()
    } catch {
      istOffen = true  // what was written is not what was there
      throw UebergabeFehler.behaelter(error)
    }
    return summen
  }

  /// Writes `bytes` as a payload file.
  ///
  /// - Parameters:
  ///   - name: The path below `data/`, with slashes.
  ///   - bytes: The content.
  /// - Returns: The digests, in the order of the algorithms.
  /// - Throws: ``UebergabeFehler``.
  @discardableResult
  public mutating func nutzlast(_ name: String, bytes: [UInt8]) throws -> [Pruefsumme] {
    var rest = bytes[...]
    return try nutzlast(name, groesse: Int64(bytes.count)) { puffer in
      let n = min(rest.count, puffer.count)
      puffer.copyBytes(from: rest.prefix(n))
      rest = rest.dropFirst(n)
      return n
    }
  }

  /// Writes a file beside `data/`, such as `dimag/control.xml`; the tag manifests will list it.
  ///
  /// - Parameters:
  ///   - name: The path, with slashes; reserved names are refused.
  ///   - bytes: The content.
  /// - Throws: ``UebergabeFehler``.
  public mutating func tagdatei(_ name: String, bytes: [UInt8]) throws(UebergabeFehler) {
    try namen.nimm(Bagpfad(name), art: .tag)
    try tag(name, bytes)
  }

  /// Writes descriptions and manifests, completes the bag and gives it its name.
  ///
  /// - Returns: What was written.
  /// - Throws: ``UebergabeFehler``; then nothing stands at the target.
  public consuming func beende() throws(UebergabeFehler) -> Quittung {
    if let info = optionen.info { try tag("bag-info.txt", try info.bytes(oxum: oxum)) }
    for (platz, verfahren) in optionen.hashverfahren.enumerated() {
      try tag("manifest-\(verfahren.manifestname).txt", Self.manifest(nutzlast, platz))
    }
    let gelistet = tags
    for (platz, verfahren) in optionen.hashverfahren.enumerated() {
      try tag("tagmanifest-\(verfahren.manifestname).txt", Self.manifest(gelistet, platz))
    }
    let quittung = Quittung(oxum: oxum, pruefsummen: nutzlast, warnungen: namen.warnungen())
    guard !istOffen else { throw ziel.unterbrochen }
    do throws(BehaelterFehler) {
      try ziel.beende()
    } catch { throw .behaelter(error) }
    return quittung
  }

  /// The lines of a manifest, sorted by the bytes of the paths.
  static func manifest(_ dateien: [Bagpfad: [Pruefsumme]], _ platz: Int) -> [UInt8] {
    var aus: [UInt8] = []
    for pfad in dateien.keys.sorted() {
      guard let summe = dateien[pfad]?[platz] else { continue }
      aus += Array(summe.hex.utf8)
      aus += [0x20, 0x20]
      aus += Array(Prozentregel.kodiert(pfad.text).utf8)
      aus.append(0x0A)
    }
    return aus
  }

  private mutating func tag(_ name: String, _ bytes: [UInt8]) throws(UebergabeFehler) {
    guard !istOffen else { throw ziel.unterbrochen }
    istOffen = true
    tags[Bagpfad(name)] = try Self.schreibe(name, bytes, ziel, &bildner)
    istOffen = false
  }

  private static func schreibe(
    _ name: String, _ bytes: [UInt8], _ ziel: Bagziel, _ bildner: inout Pruefsummenbildner
  ) throws(UebergabeFehler) -> [Pruefsumme] {
    var rest = bytes[...]
    do {
      return try schreibe(name, Int64(bytes.count), ziel, &bildner) { puffer in
        let n = min(rest.count, puffer.count)
        puffer.copyBytes(from: rest.prefix(n))
        rest = rest.dropFirst(n)
        return n
      }
    } catch let fehler as UebergabeFehler {
      throw fehler
    } catch {
      throw .schreiben(pfad: name, grund: "\(error)")
    }
  }

  private static func schreibe(
    _ name: String, _ groesse: Int64, _ ziel: Bagziel, _ bildner: inout Pruefsummenbildner,
    _ lies: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws -> [Pruefsumme] {
    bildner.beginne()
    do {
      try ziel.datei(name, groesse: groesse) { puffer in
        let n = try lies(puffer)
        if n > 0 { bildner.nimm(UnsafeRawBufferPointer(rebasing: puffer[..<n])) }
        return n
      }
    } catch let fehler as BehaelterFehler {
      throw UebergabeFehler.behaelter(fehler)
    }
    return bildner.abschluss()
  }
}
