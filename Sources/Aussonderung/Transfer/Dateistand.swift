// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Behaelter
internal import Glibc

/// Which file lies under a name, and when it was last touched.
///
/// Two of the same say that nobody wrote to it in between or put another one in its place.
struct Dateistand: Hashable {
  let geraet: UInt64
  let nummer: UInt64
  let bytes: Int64
  /// When the content changed, as the one who wrote it says; seconds since 1970.
  let geaendert: Int64
  /// When the system saw the last change of content, length or name; seconds since 1970.
  let beruehrt: Int64
  /// The fractions of both.
  private let bruchteile: [Int]

  /// The regular file at a path; nil if there is none: nothing, or a folder, a link, a pipe.
  init?(_ pfad: String) {
    var art = stat()
    guard lstat(pfad, &art) == 0, art.st_mode & S_IFMT == S_IFREG else { return nil }
    geraet = UInt64(art.st_dev)
    nummer = UInt64(art.st_ino)
    bytes = Int64(art.st_size)
    geaendert = Int64(art.st_mtim.tv_sec)
    beruehrt = Int64(art.st_ctim.tv_sec)
    bruchteile = [art.st_mtim.tv_nsec, art.st_ctim.tv_nsec]
  }

  /// When the content changed, to the nanosecond.
  var zeitDerAenderung: (Int64, Int) { (geaendert, bruchteile[0]) }

  /// True if neither size nor content has changed for so many seconds.
  ///
  /// What the system saw counts, for a copying program may set the other time to that of its source.
  /// A time of the writer that lies in the future says nothing; one of the system means that the
  /// clocks differ, and is waited for.
  func ruht(seit sekunden: Int, jetzt: Zeitpunkt) -> Bool {
    guard let jetzt = jetzt.unixSekunden else { return false }
    let grenze = jetzt - Int64(max(0, sekunden))
    return beruehrt <= grenze && (geaendert <= grenze || geaendert > jetzt)
  }

  /// True if a file is a complete ZIP: its directory is there, and each entry has the bytes and the
  /// checksum that the directory says.
  static func istGanz(_ pfad: String) -> Bool {
    do {
      var leser = try Containerleser(pfad: pfad)
      while try leser.naechster() != nil { try leser.jederBlock { _ in } }
      return true
    } catch let fehler as BehaelterFehler {
      switch fehler {
      case .nichtLesbar, .keinZip, .beschaedigt: return false
      // It is all there, whatever else is wrong with it.
      default: return true
      }
    } catch {
      return false
    }
  }
}
