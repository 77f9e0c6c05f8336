// SPDX-License-Identifier: Apache-2.0
internal import Behaelter
internal import Glibc
internal import Pruefsummen

/// Where a bag under construction goes.
struct Bagziel {
  private let pfad: String
  private let bau: Bauordner?
  private let archiv: Baumschreiber?
  /// The folder within an archive, with a slash.
  private let vorsatz: String

  init(
    _ pfad: String, _ form: Bagschreiber.Form, gesichert: Bool = true
  ) throws(BehaelterFehler) {
    self.pfad = pfad
    switch form {
    case .ordner:
      bau = try Bauordner(pfad, gesichert: gesichert)
      archiv = nil
      vorsatz = ""
    case .zip, .tar:
      bau = nil
      vorsatz = try Self.stamm(pfad) + "/"
      let schreiber = try Baumschreiber(pfad, form == .zip ? .zip : .tar)
      // Also without payload there must be the folder (RFC 8493, section 2.1.2).
      try schreiber.ordner(vorsatz + "data")
      archiv = schreiber
    }
  }

  var unterbrochen: UebergabeFehler {
    .schreiben(pfad: pfad, grund: "eine Datei wurde nicht zu Ende geschrieben")
  }

  func datei(
    _ name: String, groesse: Int64, _ lies: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws {
    if let bau { return try bau.datei(name, groesse: groesse, lies) }
    try archiv?.datei(vorsatz + name, groesse: groesse, lies)
  }

  func beende() throws(BehaelterFehler) {
    if let bau { return try bau.beende() }
    try archiv?.beende()
  }

  /// The name of the archive without its extension.
  private static func stamm(_ pfad: String) throws(BehaelterFehler) -> String {
    let name = Bagpfad(String(pfad.reversed().drop { $0 == "/" }.reversed())).name
    let punkt = name.utf8.lastIndex(of: 0x2E) ?? name.endIndex
    let stamm = punkt == name.startIndex ? name : String(name[..<punkt])
    guard Pfadgefahr(stamm) == nil, !stamm.isEmpty, stamm != "." else {
      throw .unzulaessigerName(eintrag: name, grund: "er taugt nicht als Ordnername im Archiv")
    }
    return stamm
  }
}

/// A folder under construction with folders in it; removed again unless it is finished.
final class Bauordner {
  private let ziel: Zielort
  private let fd: Int32
  private let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 4096)
  private var dateien: [String] = []
  private var ordner: [String] = []
  private var vorhanden: Set<Bagpfad> = []
  private let gesichert: Bool
  private var istFertig = false

  init(
    _ pfad: String, gesichert: Bool, mitData: Bool = true
  ) throws(BehaelterFehler) {
    let ziel = try Zielort(pfad)
    try ziel.pruefeFrei(ueberschreiben: false)
    guard mkdirat(ziel.ordner, ziel.teilname, 0o700) == 0 else {
      throw .schreiben(pfad: pfad, grund: systemgrund(errno))
    }
    let fd = openat(ziel.ordner, ziel.teilname, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard fd >= 0, !mitData || mkdirat(fd, "data", 0o755) == 0 else {
      let nummer = errno
      if fd >= 0 { close(fd) }
      unlinkat(ziel.ordner, ziel.teilname, AT_REMOVEDIR)
      throw .schreiben(pfad: pfad, grund: systemgrund(nummer))
    }
    self.ziel = ziel
    self.fd = fd
    self.gesichert = gesichert
    if mitData {
      ordner = ["data"]
      vorhanden = [Bagpfad("data")]
    }
  }

  deinit {
    if !istFertig {
      for name in dateien { unlinkat(fd, name, 0) }
      for name in ordner.reversed() { unlinkat(fd, name, AT_REMOVEDIR) }
      unlinkat(ziel.ordner, ziel.teilname, AT_REMOVEDIR)
    }
    close(fd)
    puffer.deallocate()
  }

  func datei(
    _ name: String, groesse: Int64, _ lies: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws {
    let datei = try neue(name)
    var istOffen = true
    defer { if istOffen { close(datei) } }
    var gelesen: Int64 = 0
    while true {
      let n = try lies(puffer)
      guard n > 0 else { break }
      gelesen += Int64(n)
      guard gelesen <= groesse else { break }
      try schreibe(UnsafeRawBufferPointer(rebasing: puffer[..<n]), datei, name)
    }
    guard gelesen == groesse else {
      throw BehaelterFehler.groesseFalsch(eintrag: name, erwartet: groesse, gelesen: gelesen)
    }
    istOffen = false
    guard close(datei) == 0 else { throw fehler(name, errno) }  // network file systems fail late
  }

  /// A new file, open for writing; the caller closes it.
  func neue(_ name: String) throws(BehaelterFehler) -> Int32 {
    try legeOrdnerAn(name)
    let datei = openat(fd, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard datei >= 0 else { throw fehler(name, errno) }
    dateien.append(name)
    return datei
  }

  /// Writes all of the bytes to a file that ``neue(_:)`` has opened.
  func schreibe(
    _ bytes: UnsafeRawBufferPointer, _ datei: Int32, _ name: String
  ) throws(BehaelterFehler) {
    var geschrieben = 0
    while geschrieben < bytes.count {
      let n = write(datei, bytes.baseAddress.map { $0 + geschrieben }, bytes.count - geschrieben)
      if n < 0 {
        if errno == EINTR { continue }
        throw fehler(name, errno)
      }
      geschrieben += n
    }
  }

  private func legeOrdnerAn(_ name: String) throws(BehaelterFehler) {
    let bytes = Array(name.utf8)
    for stelle in bytes.indices where bytes[stelle] == 0x2F {
      let pfad = String(decoding: bytes[..<stelle], as: UTF8.self)
      guard vorhanden.insert(Bagpfad(pfad)).inserted else { continue }
      guard mkdirat(fd, pfad, 0o755) == 0 else { throw fehler(pfad, errno) }
      ordner.append(pfad)
    }
  }

  func beende() throws(BehaelterFehler) {
    var nummer = fchmod(fd, 0o755) == 0 ? 0 : errno
    if nummer == 0, gesichert { nummer = Dateisystem.sichere(fd) }
    guard nummer == 0 else { throw .schreiben(pfad: ziel.pfad, grund: systemgrund(nummer)) }
    try ziel.benenneOrdner(dauerhaft: gesichert)
    istFertig = true
  }

  private func fehler(_ name: String, _ nummer: Int32) -> BehaelterFehler {
    .schreiben(pfad: "\(ziel.pfad)/\(name)", grund: systemgrund(nummer))
  }
}
