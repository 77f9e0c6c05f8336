// SPDX-License-Identifier: Apache-2.0

/// What a container's reader knows of an entry before its content.
public struct Eintragskopf: Hashable, Sendable {
  /// The decoded name, as in ``Eintrag/name``.
  public let name: String
  /// The unpacked size in bytes, as the directory announces it; the content is checked against it.
  public let groesse: Int64?
  /// What the entry is.
  public let art: Eintragsart
}

/// Streams the content of a container's entries in the order they lie in the file.
///
/// Opening reads and checks the ``Verzeichnis``; each local header must agree with it. Content
/// is checked against size and CRC-32, and never more than the announced and allowed bytes come
/// out. Memory: the directory and one block.
public struct Containerleser: ~Copyable {
  /// The directory of the container.
  public let verzeichnis: Verzeichnis

  private let strom: Archivstrom
  /// How many entries have begun.
  private var begonnen = 0
  /// The bytes of the current entry that are still to come, and those handed out.
  private var inhalt = Inhalt.keiner
  private var rest = UnsafeRawBufferPointer(start: nil, count: 0)

  private enum Inhalt {
    case keiner
    case offen(Eintrag, gelesen: Int64)
  }

  /// Opens the container at `pfad` and reads its directory.
  ///
  /// - Throws: ``BehaelterFehler``, as ``Verzeichnis/init(pfad:grenzen:)``.
  public init(pfad: String, grenzen: Grenzen = .standard) throws(BehaelterFehler) {
    let datei = try Containerdatei(pfad: pfad)
    let verzeichnis = try Verzeichnis(datei, grenzen)
    let strom = try Archivstrom(datei)
    self.verzeichnis = verzeichnis
    self.strom = strom
  }

  /// Opens the container of a directory that was read before, without reading it again.
  ///
  /// What a file that was exchanged since holds is not taken for what the directory says: each local header
  /// and each content is checked against it.
  ///
  /// - Throws: ``BehaelterFehler``.
  public init(_ verzeichnis: Verzeichnis) throws(BehaelterFehler) {
    let datei = try Containerdatei(pfad: verzeichnis.pfad)
    strom = try Archivstrom(datei)
    self.verzeichnis = verzeichnis
  }

  /// Goes to the next entry, whether or not the current one was read; nil after the last.
  ///
  /// - Throws: ``BehaelterFehler``: encrypted, or local header and directory disagree.
  public mutating func naechster() throws(BehaelterFehler) -> Eintragskopf? {
    rest = UnsafeRawBufferPointer(start: nil, count: 0)
    inhalt = .keiner
    guard begonnen < verzeichnis.reihenfolge.count else { return nil }
    let eintrag = verzeichnis.eintrag(anStelle: begonnen)
    begonnen += 1
    let ende =
      begonnen < verzeichnis.reihenfolge.count
      ? verzeichnis.eintrag(anStelle: begonnen).ort : verzeichnis.inhaltsende
    guard !eintrag.verschluesselt else {
      // The stream steps along, so that the next entry is not this one.
      try strom.naechster(eintrag)
      throw .verschluesselt(pfad: verzeichnis.pfad, eintrag: eintrag.name)
    }
    try strom.pruefeKopf(eintrag, ende: ende)
    try strom.naechster(eintrag)
    if eintrag.art == .datei || eintrag.art == .ordner { inhalt = .offen(eintrag, gelesen: 0) }
    return Eintragskopf(name: eintrag.name, groesse: eintrag.groesse, art: eintrag.art)
  }

  /// Calls `body` for each block of the current entry that has not been read yet.
  ///
  /// The block is lent: it is valid until `body` returns. For a link or a device no block comes.
  ///
  /// - Throws: ``BehaelterFehler``, or what `body` throws.
  public mutating func jederBlock(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    while try fuelle() {
      let block = rest
      rest = UnsafeRawBufferPointer(start: nil, count: 0)
      try body(block)
    }
  }

  /// Copies the next bytes of the current entry to `puffer`.
  ///
  /// - Parameter puffer: Room for at least one byte.
  /// - Returns: The number of bytes copied; 0 at the end of the entry.
  /// - Throws: ``BehaelterFehler``.
  public mutating func lies(
    _ puffer: UnsafeMutableRawBufferPointer
  ) throws(BehaelterFehler) -> Int {
    var kopiert = 0
    while kopiert < puffer.count {
      guard try fuelle() else { break }
      let anzahl = min(rest.count, puffer.count - kopiert)
      UnsafeMutableRawBufferPointer(rebasing: puffer[kopiert...])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: rest[..<anzahl]))
      rest = UnsafeRawBufferPointer(rebasing: rest[anzahl...])
      kopiert += anzahl
    }
    return kopiert
  }

  /// Goes to the entry of exactly this name, wherever it lies; its content can be read next.
  ///
  /// Forward it costs a step per entry; backward the stream begins anew.
  ///
  /// - Parameter name: The name, compared byte for byte.
  /// - Returns: False if there is no such entry; the current entry then stays.
  /// - Throws: ``BehaelterFehler``, as ``naechster()``.
  public mutating func springe(zu name: String) throws(BehaelterFehler) -> Bool {
    guard let eintrag = verzeichnis[name] else { return false }
    let stelle = verzeichnis.stelle(eintrag)
    if stelle < begonnen {
      rest = UnsafeRawBufferPointer(start: nil, count: 0)
      inhalt = .keiner
      strom.beginneNeu()
      begonnen = 0
    }
    while begonnen < stelle {
      try strom.naechster(verzeichnis.eintrag(anStelle: begonnen))
      begonnen += 1
    }
    return try naechster() != nil
  }

  /// Makes sure that `rest` holds bytes of the current entry; false at its end.
  private mutating func fuelle() throws(BehaelterFehler) -> Bool {
    while rest.isEmpty {
      guard case .offen(let eintrag, let gelesen) = inhalt else { return false }
      inhalt = .keiner  // after an error the entry has no more content
      let block = try strom.block(eintrag)
      guard let block else {
        guard gelesen == eintrag.groesse else {
          throw falscheLaenge(eintrag, "nur \(gelesen)")
        }
        return false
      }
      let neu = gelesen + Int64(block.count)
      guard neu <= eintrag.groesse else { throw falscheLaenge(eintrag, "mehr als \(gelesen)") }
      inhalt = .offen(eintrag, gelesen: neu)
      rest = block
    }
    return true
  }

  private func falscheLaenge(_ eintrag: Eintrag, _ gelesen: String) -> BehaelterFehler {
    .beschaedigt(
      pfad: verzeichnis.pfad, eintrag: eintrag.name,
      grund: "angekündigt sind \(eintrag.groesse) Byte, enthalten sind \(gelesen)")
  }
}
