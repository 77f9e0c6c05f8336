// SPDX-License-Identifier: Apache-2.0
internal import Behaelter
internal import Glibc
internal import Pruefsummen

/// The rows of a sheet as they were written, in the library's file without a name.
final class Blattrohdaten {
  private let fd: Int32
  /// How many bytes the rows have.
  let laenge: Int64

  /// Keeps the file behind a stream open when the library closes the stream.
  init?(_ datei: UnsafeMutablePointer<FILE>) {
    fd = fcntl(fileno(datei), F_DUPFD_CLOEXEC, 0)
    var angaben = stat()
    guard fd >= 0, fstat(fd, &angaben) == 0 else { return nil }
    laenge = Int64(angaben.st_size)
  }

  deinit { if fd >= 0 { close(fd) } }

  /// True if these bytes stand in the file at this place.
  func enthaelt(_ bytes: UnsafeRawBufferPointer, bei stelle: Int64) -> Bool {
    let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    defer { puffer.deallocate() }
    var gelesen = 0
    while gelesen < bytes.count {
      let n = pread(
        fd, puffer.baseAddress?.advanced(by: gelesen), bytes.count - gelesen,
        off_t(stelle) + off_t(gelesen))
      if n > 0 {
        gelesen += n
      } else if n == 0 || errno != EINTR {
        return false
      }
    }
    return bytes.elementsEqual(puffer)
  }
}

/// Compares a packed workbook with what was written.
///
/// libxlsxwriter copies the rows of a sheet without looking whether the copy succeeds. On a full disk
/// it would pack a sheet that ends in the middle, and report nothing.
struct Mappenpruefung {
  /// The target as it was named, for messages.
  let pfad: String
  /// The packed file.
  let teilpfad: String

  /// Reads all entries once.
  ///
  /// - Parameter blaetter: The rows of each sheet.
  /// - Throws: ``TabellenFehler/schreiben(pfad:grund:)``.
  func pruefe(_ blaetter: [Blattrohdaten]) throws(TabellenFehler) {
    do {
      var grenzen = Grenzen.standard
      grenzen.verhaeltnis = .max
      var leser = try Containerleser(pfad: teilpfad, grenzen: grenzen)
      var gefunden = 0
      while let kopf = try leser.naechster() {
        let stelle = blaetter.indices.first { kopf.name == "xl/worksheets/sheet\($0 + 1).xml" }
        var lauf = Eintragslauf(zeilen: stelle.map { blaetter[$0] })
        try leser.jederBlock { lauf.nimm($0) }
        guard lauf.istVollstaendig else { throw unvollstaendig(kopf.name) }
        if stelle != nil { gefunden += 1 }
      }
      guard gefunden == blaetter.count else { throw unvollstaendig("xl/worksheets") }
    } catch let fehler as TabellenFehler {
      throw fehler
    } catch {
      throw unvollstaendig("\(error)")
    }
  }

  private func unvollstaendig(_ was: String) -> TabellenFehler {
    .schreiben(
      pfad: pfad,
      grund: "die gepackte Mappe ist unvollständig (\(was)), wahrscheinlich ist der Datenträger "
        + "voll")
  }
}

/// One pass over an entry of a workbook.
private struct Eintragslauf {
  /// The rows that the entry must hold; nil for an entry that is no sheet.
  let zeilen: Blattrohdaten?
  /// What comes before the rows, or the whole of a small entry.
  private var kopf: [UInt8] = []
  /// The last bytes.
  private var ende: [UInt8] = []
  /// How many bytes of the rows have been compared; nil before the rows.
  private var verglichen: Int64?
  private var stimmt = true

  private static let beginn = Array("<sheetData>".utf8)

  init(zeilen: Blattrohdaten?) { self.zeilen = zeilen }

  mutating func nimm(_ block: UnsafeRawBufferPointer) {
    ende = Array((ende + block.suffix(64)).suffix(64))
    guard verglichen == nil else { return vergleiche(block) }
    kopf += block
    guard let zeilen, zeilen.laenge > 0, let anfang = ersterTreffer else { return }
    verglichen = 0
    let rest = Array(kopf[anfang...])
    rest.withUnsafeBytes { vergleiche($0) }
  }

  private mutating func vergleiche(_ block: UnsafeRawBufferPointer) {
    guard let zeilen, let bisher = verglichen else { return }
    let anzahl = Int(min(Int64(block.count), zeilen.laenge - bisher))
    guard anzahl > 0 else { return }
    stimmt =
      stimmt && zeilen.enthaelt(UnsafeRawBufferPointer(rebasing: block[..<anzahl]), bei: bisher)
    verglichen = bisher + Int64(anzahl)
  }

  /// Where the rows begin.
  private var ersterTreffer: Int? {
    guard kopf.count >= Self.beginn.count else { return nil }
    return (0...(kopf.count - Self.beginn.count)).first {
      kopf[$0...].starts(with: Self.beginn)
    }.map { $0 + Self.beginn.count }
  }

  /// True if all rows are there and the entry ends with the end of its first element.
  var istVollstaendig: Bool {
    if let zeilen, zeilen.laenge > 0, verglichen != zeilen.laenge { return false }
    let schluss = ende.reversed().drop { $0 == 10 }
    return stimmt && schluss.starts(with: "</\(wurzel)>".utf8.reversed())
  }

  /// The name of the first element.
  private var wurzel: String {
    var i = 0
    while i + 1 < kopf.count {
      if kopf[i] == UInt8(ascii: "<"), kopf[i + 1] != UInt8(ascii: "?") {
        let name = kopf[(i + 1)...].prefix { $0 != 32 && $0 != 62 && $0 != 47 }
        return String(decoding: name, as: UTF8.self)
      }
      i += 1
    }
    return ""
  }
}
