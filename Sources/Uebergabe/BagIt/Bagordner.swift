// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Behaelter
internal import Glibc
internal import Pruefsummen

/// A bag in a folder.
///
/// Symbolic links are never followed, neither to folders nor to files; only the folder that the caller
/// named may be one.
struct Bagordner: Bagquelle {
  let bestand: Bagbestand
  private let wurzel: String
  private let grenzen: Baggrenzen

  /// Lists a folder.
  ///
  /// - Parameters:
  ///   - pfad: The folder.
  ///   - grenzen: What is accepted.
  ///   - nachsichtig: Whether a folder below that cannot be read, or a file that vanishes meanwhile, is
  ///     noted (``Bagbestand/unlesbar``) and does not end the reading.
  ///   - ausgenommen: A folder right below that is not listed.
  /// - Throws: ``UebergabeFehler``.
  init(
    _ pfad: String, _ grenzen: Baggrenzen, nachsichtig: Bool = false, ausgenommen: String? = nil
  ) throws(UebergabeFehler) {
    let fd = open(pfad, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard fd >= 0 else { throw .nichtLesbar(pfad: pfad, grund: systemgrund(errno)) }
    var gang = Ordnergang(pfad, grenzen, nachsichtig, ausgenommen)
    try gang.betritt(fd, [], tiefe: 0)
    wurzel = pfad
    self.grenzen = grenzen
    var bestand = gang.fertig()
    if let echt = realpath(pfad, nil) {
      bestand.ordnername = Bagpfad(String(cString: echt)).name
      free(echt)
    }
    self.bestand = bestand
  }

  private func ort(_ index: Int) -> String { wurzel + "/" + bestand.dateien[index].pfad.text }

  func inhalt(_ index: Int) throws(UebergabeFehler) -> [UInt8] {
    let datei = bestand.dateien[index]
    guard datei.groesse <= grenzen.tagdatei else {
      throw .nichtLesbar(
        pfad: datei.pfad.text, grund: "sie ist größer als \(grenzen.tagdatei) Byte")
    }
    do throws(BehaelterFehler) {
      let quelle = try Quelldatei(ort(index))
      return try alles(quelle.groesse) { (p) throws(BehaelterFehler) in try quelle.lies(p) }
    } catch { throw .behaelter(error) }
  }

  func strom(_ index: Int) throws(UebergabeFehler) -> Paketstrom {
    let datei = Offen(try oeffneQuelle(ort(index)))
    return Paketstrom { try datei.quelle.lies($0) }
  }

  private final class Offen {
    let quelle: Quelldatei
    init(_ quelle: consuming Quelldatei) { self.quelle = quelle }
  }

  func hashe(_ auftraege: [Int: [Hashverfahren]], faeden: Int?) -> [Int: Hashergebnis] {
    var ergebnis: [Int: Hashergebnis] = [:]
    for (verfahren, gruppe) in Dictionary(grouping: auftraege.keys, by: { auftraege[$0] ?? [] }) {
      let indizes = gruppe.sorted()
      // In portions, so that the full paths of a large bag are not all in memory.
      for anfang in stride(from: 0, to: indizes.count, by: 8192) {
        let teil = indizes[anfang..<min(anfang + 8192, indizes.count)]
        do throws(PruefsummenFehler) {
          let summen = try pruefsummenEinzeln(
            dateien: teil.map { ort($0) }, verfahren, faeden: faeden)
          for (index, eine) in zip(teil, summen) {
            switch eine {
            case .success(let s): ergebnis[index] = .summen(s)
            case .failure(let fehler): ergebnis[index] = .fehler(fehler.description)
            }
          }
        } catch {
          for index in teil { ergebnis[index] = .fehler(error.description) }
        }
      }
    }
    return ergebnis
  }

  func durchlaufe(
    nur: (Int) -> Bool, misslungen: (Int, UebergabeFehler) throws -> Void,
    block body: (Int, UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 4096)
    defer { puffer.deallocate() }
    for index in bestand.dateien.indices where nur(index) {
      do {
        let quelle = try oeffneQuelle(ort(index))
        while true {
          let n = try quelle.lies(puffer)
          try body(index, UnsafeRawBufferPointer(rebasing: puffer[..<n]))
          if n == 0 { break }
        }
      } catch let fehler as UebergabeFehler {
        try misslungen(index, fehler)
      } catch let fehler as BehaelterFehler {
        try misslungen(index, .behaelter(fehler))
      }
    }
  }
}

/// Opens a regular file for reading.
///
/// - Throws: ``UebergabeFehler/behaelter(_:)``.
func oeffneQuelle(_ pfad: String) throws(UebergabeFehler) -> Quelldatei {
  do throws(BehaelterFehler) {
    return try Quelldatei(pfad)
  } catch { throw .behaelter(error) }
}

/// All bytes that `lies` delivers, not more than announced.
///
/// - Throws: What `lies` throws.
func alles<F: Error>(
  _ groesse: Int64, _ lies: (UnsafeMutableRawBufferPointer) throws(F) -> Int
) throws(F) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(Int(clamping: min(groesse, 1 << 26)))
  let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  defer { puffer.deallocate() }
  while Int64(bytes.count) < groesse {
    let n = try lies(puffer)
    guard n > 0 else { break }
    bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: puffer[..<n]))
  }
  return bytes
}

/// Lists a folder with all below it.
private struct Ordnergang {
  private let wurzel: String
  private let grenzen: Baggrenzen
  private let nachsichtig: Bool
  private let ausgenommen: [UInt8]?
  private var bestand = Bagbestand()
  private var anzahl = 0
  private var summe: Int64 = 0

  init(
    _ wurzel: String, _ grenzen: Baggrenzen, _ nachsichtig: Bool, _ ausgenommen: String?
  ) {
    self.ausgenommen = ausgenommen.map { Array($0.utf8) }
    self.wurzel = wurzel
    self.grenzen = grenzen
    self.nachsichtig = nachsichtig
  }

  /// Notes that something cannot be read, or ends the reading.
  private mutating func vermisse(_ pfad: [UInt8], _ nummer: Int32) throws(UebergabeFehler) {
    guard nachsichtig, !pfad.isEmpty else {
      throw .nichtLesbar(pfad: anzeige(pfad), grund: systemgrund(nummer))
    }
    bestand.unlesbar.append((anzeige(pfad), systemgrund(nummer)))
  }

  consuming func fertig() -> Bagbestand {
    bestand.dateien.sort { $0.pfad < $1.pfad }
    bestand.leereOrdner.sort()
    bestand.verknuepfungen.sort()
    bestand.sonderdateien.sort()
    return bestand
  }

  /// Lists the open folder `fd`, which this closes; `vorne` is its path with a slash at the end.
  mutating func betritt(_ fd: Int32, _ vorne: [UInt8], tiefe: Int) throws(UebergabeFehler) {
    guard let ordner = fdopendir(fd) else {
      let nummer = errno
      close(fd)
      return try vermisse(vorne, nummer)
    }
    defer { closedir(ordner) }
    guard tiefe <= grenzen.tiefe else {
      throw grenze("höchstens \(grenzen.tiefe) Ordner ineinander", anzeige(vorne))
    }
    var istLeer = true
    while true {
      errno = 0
      guard let eintrag = readdir(ordner) else {
        guard errno == 0 else { return try vermisse(vorne, errno) }
        break
      }
      let name = withUnsafePointer(to: &eintrag.pointee.d_name) { feld in
        feld.withMemoryRebound(to: UInt8.self, capacity: 256) { zeichen in
          Array(UnsafeBufferPointer(start: zeichen, count: strlen(feld)))
        }
      }
      if name == [0x2E] || name == [0x2E, 0x2E] { continue }
      if tiefe == 0, name == ausgenommen { continue }
      istLeer = false
      try nimm(name, dirfd(ordner), vorne, tiefe)
    }
    if istLeer, tiefe > 0, vorne != Array("data/".utf8) {
      bestand.leereOrdner.append(anzeige(vorne))
    }
  }

  private mutating func nimm(
    _ name: [UInt8], _ ordner: Int32, _ vorne: [UInt8], _ tiefe: Int
  ) throws(UebergabeFehler) {
    let pfad = vorne + name
    let cname = name.map { CChar(bitPattern: $0) } + [0]
    var angaben = stat()
    guard fstatat(ordner, cname, &angaben, AT_SYMLINK_NOFOLLOW) == 0 else {
      return try vermisse(pfad, errno)
    }
    anzahl += 1
    guard anzahl <= grenzen.behaelter.eintraege else {
      throw grenze("höchstens \(grenzen.behaelter.eintraege) Dateien und Ordner", anzeige(pfad))
    }
    switch angaben.st_mode & S_IFMT {
    case S_IFDIR:
      if pfad == Array("data".utf8) { bestand.hatData = true }
      let fd = openat(ordner, cname, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
      guard fd >= 0 else { return try vermisse(pfad, errno) }
      try betritt(fd, pfad + [0x2F], tiefe: tiefe + 1)
    case S_IFREG: try datei(pfad, Int64(angaben.st_size))
    case S_IFLNK: bestand.verknuepfungen.append(anzeige(pfad))
    default: bestand.sonderdateien.append(anzeige(pfad))
    }
  }

  private mutating func datei(_ pfad: [UInt8], _ groesse: Int64) throws(UebergabeFehler) {
    let (neu, ueberlauf) = summe.addingReportingOverflow(groesse)
    guard groesse <= grenzen.behaelter.eintragsgroesse, !ueberlauf,
      neu <= grenzen.behaelter.gesamtgroesse
    else { throw grenze("höchstens \(grenzen.behaelter.gesamtgroesse) Byte", anzeige(pfad)) }
    summe = neu
    if let text = String(validating: pfad, as: UTF8.self) {
      bestand.dateien.append(Bagdatei(pfad: Bagpfad(text), groesse: groesse))
    } else {
      bestand.fremdnamen.append(
        .init(
          anzeige: anzeige(pfad), groesse: groesse,
          istNutzlast: pfad.starts(with: Array("data/".utf8))))
    }
  }

  private func anzeige(_ pfad: [UInt8]) -> String {
    pfad.isEmpty ? wurzel : String(decoding: pfad, as: UTF8.self)
  }

  private func grenze(_ grenze: String, _ pfad: String) -> UebergabeFehler {
    .behaelter(.grenze(pfad: wurzel, eintrag: pfad, grenze: grenze, wert: Int64(anzahl)))
  }
}
