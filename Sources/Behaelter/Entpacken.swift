// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Pruefsummen

/// Unpacks a container into a new folder, completely or not at all.
///
/// The files are written to a hidden folder beside the target, which gets its name at the end.
/// Refused are encrypted entries, all but regular files, and every ``Namensmangel`` except
/// ``Namensmangel/nichtUTF8``, so folders too. The files are not forced to the disk: after a
/// power failure unpack again.
///
/// - Parameters:
///   - pfad: The container.
///   - ordner: The folder to make; must not exist, its parent must.
///   - grenzen: What is accepted of the container.
///   - geschrieben: Called for each file with its name and size.
/// - Throws: ``BehaelterFehler``; then nothing stands at the target.
public func entpacke(
  _ pfad: String, nach ordner: String, grenzen: Grenzen = .standard,
  _ geschrieben: ((String, Int64) -> Void)? = nil
) throws(BehaelterFehler) {
  var leser = try Containerleser(pfad: pfad, grenzen: grenzen)
  for eintrag in leser.verzeichnis.eintraege { try pruefe(eintrag, pfad) }
  let ziel = try Zielort(ordner)
  try ziel.pruefeFrei(ueberschreiben: false)
  let teil = try Teilordner(ziel)
  let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 4096)
  defer { puffer.deallocate() }
  while let kopf = try leser.naechster() {
    let groesse = try teil.datei(kopf.name, puffer) { (p) throws(BehaelterFehler) in
      try leser.lies(p)
    }
    geschrieben?(kopf.name, groesse)
  }
  try teil.beende()
}

private func pruefe(_ eintrag: Eintrag, _ pfad: String) throws(BehaelterFehler) {
  for mangel in eintrag.maengel where mangel != .nichtUTF8 {
    if case .doppelt = mangel { throw .doppelterName(eintrag: eintrag.name) }
    throw .unzulaessigerName(eintrag: eintrag.name, grund: mangel.grund)
  }
  guard !eintrag.verschluesselt else {
    throw .verschluesselt(pfad: pfad, eintrag: eintrag.name)
  }
  guard eintrag.art == .datei else {
    throw .nichtUnterstuetzt(
      pfad: pfad, eintrag: eintrag.name, grund: "der Eintrag ist keine gewöhnliche Datei")
  }
}

/// A folder under construction; removed with its files unless it is finished.
private final class Teilordner {
  private let ziel: Zielort
  private let fd: Int32
  private var namen: [String] = []
  private var istFertig = false

  init(_ ziel: Zielort) throws(BehaelterFehler) {
    guard mkdirat(ziel.ordner, ziel.teilname, 0o700) == 0 else {
      throw .schreiben(pfad: ziel.pfad, grund: systemgrund(errno))
    }
    let fd = openat(ziel.ordner, ziel.teilname, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard fd >= 0 else {
      let nummer = errno
      unlinkat(ziel.ordner, ziel.teilname, AT_REMOVEDIR)
      throw .schreiben(pfad: ziel.pfad, grund: systemgrund(nummer))
    }
    self.ziel = ziel
    self.fd = fd
  }

  deinit {
    if !istFertig {
      for name in namen { unlinkat(fd, name, 0) }
      unlinkat(ziel.ordner, ziel.teilname, AT_REMOVEDIR)
    }
    close(fd)
  }

  /// Writes one file and returns its size.
  func datei(
    _ name: String, _ puffer: UnsafeMutableRawBufferPointer,
    _ lies: (UnsafeMutableRawBufferPointer) throws(BehaelterFehler) -> Int
  ) throws(BehaelterFehler) -> Int64 {
    let datei = openat(fd, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard datei >= 0 else { throw fehler(name, errno) }
    namen.append(name)
    var istOffen = true
    defer { if istOffen { close(datei) } }
    var groesse: Int64 = 0
    while true {
      let anzahl = try lies(puffer)
      guard anzahl > 0 else { break }
      var geschrieben = 0
      while geschrieben < anzahl {
        let n = write(datei, puffer.baseAddress.map { $0 + geschrieben }, anzahl - geschrieben)
        if n < 0 {
          if errno == EINTR { continue }
          throw fehler(name, errno)
        }
        geschrieben += n
      }
      groesse += Int64(anzahl)
    }
    istOffen = false
    guard close(datei) == 0 else { throw fehler(name, errno) }  // network file systems fail late
    return groesse
  }

  func beende() throws(BehaelterFehler) {
    guard fchmod(fd, 0o755) == 0 else {
      throw .schreiben(pfad: ziel.pfad, grund: systemgrund(errno))
    }
    try ziel.benenneOrdner()
    istFertig = true
  }

  private func fehler(_ name: String, _ nummer: Int32) -> BehaelterFehler {
    .schreiben(pfad: "\(ziel.pfad)/\(name)", grund: systemgrund(nummer))
  }
}
