// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import GRDBSQLite
internal import Glibc
internal import Pruefsummen

extension SpeicherFehler {
  /// The error for a failed write at `pfad` with the system's error number.
  static func schreiben(_ pfad: String, _ nummer: Int32) -> SpeicherFehler {
    switch nummer {
    case ENOSPC, EDQUOT, EFBIG: .keinPlatz(pfad: pfad, grund: systemgrund(nummer))
    default: .nichtSchreibbar(pfad: pfad, grund: systemgrund(nummer))
    }
  }

  /// The error for a failed read at `pfad` with the system's error number.
  static func lesen(_ pfad: String, _ nummer: Int32) -> SpeicherFehler {
    .nichtLesbar(pfad: pfad, grund: systemgrund(nummer))
  }

  /// The error for a result code of SQLite.
  ///
  /// - Parameters:
  ///   - code: The extended result code.
  ///   - meldung: SQLite's own message.
  ///   - pfad: The database file.
  ///   - system: The system's error number if SQLite knows it, else 0.
  /// - Returns: The error with a German reason.
  static func sqlite(
    _ code: Int32, _ meldung: String, _ pfad: String, system: Int32 = 0
  ) -> SpeicherFehler {
    switch code & 0xFF {
    case SQLITE_FULL: .keinPlatz(pfad: pfad, grund: systemgrund(ENOSPC))
    case SQLITE_IOERR where [ENOSPC, EDQUOT, EFBIG].contains(system):
      .keinPlatz(pfad: pfad, grund: systemgrund(system))
    case SQLITE_IOERR:
      .datenbank(pfad: pfad, grund: "\(systemgrund(EIO)) (Fehler \(code) von SQLite)")
    case SQLITE_READONLY, SQLITE_PERM: .nichtSchreibbar(pfad: pfad, grund: systemgrund(EACCES))
    case SQLITE_CANTOPEN: .nichtLesbar(pfad: pfad, grund: "sie lässt sich nicht öffnen")
    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: .beschaeftigt(pfad: pfad)
    case SQLITE_CORRUPT, SQLITE_NOTADB:
      .beschaedigt(pfad: pfad, grund: Datenbankmeldung.deutsch(meldung))
    case SQLITE_CONSTRAINT, SQLITE_MISMATCH:
      .widerspruch(pfad: pfad, grund: Datenbankmeldung.deutsch(meldung, code: code))
    default:
      Datenbankmeldung.istSchaden(meldung)
        ? .beschaedigt(pfad: pfad, grund: Datenbankmeldung.deutsch(meldung, code: code))
        : .datenbank(pfad: pfad, grund: Datenbankmeldung.deutsch(meldung, code: code))
    }
  }

  /// The error as one of this library if GRDB threw it, else as it is.
  static func uebersetzt(_ fehler: any Error, _ pfad: String) -> any Error {
    guard let fehler = fehler as? DatabaseError else { return fehler }
    return sqlite(
      fehler.extendedResultCode.rawValue, fehler.message ?? "\(fehler.resultCode)", pfad)
  }

  /// The error about a place that people know by another name.
  func umbenannt(von alt: String, nach neu: String) -> SpeicherFehler {
    func pfad(_ pfad: String) -> String {
      pfad.hasPrefix(alt) ? neu + pfad.dropFirst(alt.count) : pfad
    }
    return switch self {
    case .keinPlatz(let ort, let grund): .keinPlatz(pfad: pfad(ort), grund: grund)
    case .nichtSchreibbar(let ort, let grund): .nichtSchreibbar(pfad: pfad(ort), grund: grund)
    case .nichtLesbar(let ort, let grund): .nichtLesbar(pfad: pfad(ort), grund: grund)
    case .datenbank(let ort, let grund): .datenbank(pfad: pfad(ort), grund: grund)
    default: self
    }
  }

  /// The error of a block that throws nothing but errors of this library and of GRDB.
  static func eigen(_ fehler: any Error, _ pfad: String) -> SpeicherFehler {
    let fehler = uebersetzt(fehler, pfad)
    return fehler as? SpeicherFehler ?? .datenbank(pfad: pfad, grund: "\(fehler)")
  }
}
