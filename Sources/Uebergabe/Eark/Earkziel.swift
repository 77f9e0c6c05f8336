// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Behaelter
internal import Glibc
internal import Pruefsummen
internal import XMLStrom

/// Where an E-ARK SIP under construction goes: a folder, or the folder of that name in an archive.
struct Earkziel {
  /// Size and digest of a file that was written.
  struct Mass {
    let groesse: Int64
    let sha512: String
  }

  private let pfad: String
  private let bau: Bauordner?
  private let archiv: Baumschreiber?
  /// The folder within an archive, with a slash.
  private let vorsatz: String

  init(
    _ pfad: String, _ form: Bagschreiber.Form, objid: String, gesichert: Bool
  ) throws(UebergabeFehler) {
    self.pfad = pfad
    do throws(BehaelterFehler) {
      switch form {
      case .ordner:
        bau = try Bauordner(pfad, gesichert: gesichert, mitData: false)
        archiv = nil
        vorsatz = ""
      case .zip, .tar:
        bau = nil
        archiv = try Baumschreiber(pfad, form == .zip ? .zip : .tar)
        vorsatz = objid + "/"
      }
    } catch { throw .behaelter(error) }
  }

  /// Writes a file that `lies` delivers.
  func datei(
    _ name: String, _ groesse: Int64, _ bildner: inout Pruefsummenbildner,
    _ lies: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws -> Mass {
    bildner.beginne()
    func gehasht(_ puffer: UnsafeMutableRawBufferPointer) throws -> Int {
      let n = try lies(puffer)
      if n > 0 { bildner.nimm(UnsafeRawBufferPointer(rebasing: puffer[..<n])) }
      return n
    }
    do {
      try bau?.datei(name, groesse: groesse, gehasht)
      try archiv?.datei(vorsatz + name, groesse: groesse, gehasht)
    } catch let fehler as BehaelterFehler {
      throw UebergabeFehler.behaelter(fehler)
    }
    return Mass(groesse: groesse, sha512: bildner.abschluss().first?.hex ?? "")
  }

  /// Writes a file whose size is known only when it is written.
  ///
  /// An archive wants the size first: there `body` is called twice, the first time to measure, so that
  /// no copy of the file is needed.
  ///
  /// - Parameters:
  ///   - name: The path in the package.
  ///   - body: Writes the same bytes each time.
  /// - Returns: Size and digest.
  /// - Throws: ``UebergabeFehler``.
  func strom(
    _ name: String, _ body: (consuming Bausenke) throws -> Bausenke
  ) throws -> Mass {
    do {
      let stand = try Bausenke.Stand()
      if let bau {
        let fd = try bau.neue(name)
        var istOffen = true
        defer { if istOffen { close(fd) } }
        _ = try body(Bausenke(stand) { try bau.schreibe($0, fd, name) })
        istOffen = false
        guard close(fd) == 0 else {  // network file systems fail late
          throw BehaelterFehler.schreiben(pfad: "\(pfad)/\(name)", grund: systemgrund(errno))
        }
      } else if let archiv {
        _ = try body(Bausenke(stand) { _ in })
        try archiv.beginne(vorsatz + name, groesse: stand.groesse)
        _ = try body(Bausenke(nil) { try archiv.schreibe($0) })
        try archiv.schliesse()
      }
      return Mass(groesse: stand.groesse, sha512: stand.bildner.abschluss().first?.hex ?? "")
    } catch let fehler as BehaelterFehler {
      throw UebergabeFehler.behaelter(fehler)
    } catch let fehler as XMLFehler {
      throw UebergabeFehler.schreiben(pfad: name, grund: fehler.description)
    }
  }

  func beende() throws(UebergabeFehler) {
    do throws(BehaelterFehler) {
      try bau?.beende()
      try archiv?.beende()
    } catch { throw .behaelter(error) }
  }
}

/// A file under construction whose bytes are counted and hashed.
struct Bausenke: Bytesenke {
  final class Stand {
    var groesse: Int64 = 0
    var bildner: Pruefsummenbildner
    init() throws { bildner = try Pruefsummenbildner([.sha512]) }
  }

  private let stand: Stand?
  private let ziel: (UnsafeRawBufferPointer) throws -> Void

  init(_ stand: Stand?, _ ziel: @escaping (UnsafeRawBufferPointer) throws -> Void) {
    self.stand = stand
    self.ziel = ziel
  }

  func schreibe(_ bytes: UnsafeRawBufferPointer) throws {
    if let stand {
      stand.groesse += Int64(bytes.count)
      stand.bildner.nimm(bytes)
    }
    try ziel(bytes)
  }
}
