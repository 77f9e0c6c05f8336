// SPDX-License-Identifier: Apache-2.0
internal import Behaelter
internal import GRDB
internal import Glibc

/// One backup under way.
final class Sicherungslauf {
  private let quelle: Speicher
  private let ort: Speicherordner
  private let art: Speicher.Dateiuebernahme
  private let ziel: Dateiablage
  private(set) var ergebnis = Sicherungsergebnis()

  /// The copy of the database until it takes its place.
  private var teil: String { ort.datenbank + ".teil" }
  /// The copy of the pass before, if that has to be repeated.
  private var vorher: String { ort.datenbank + ".teil-vorher" }

  init(
    _ quelle: Speicher, _ ort: Speicherordner, _ art: Speicher.Dateiuebernahme
  ) throws(SpeicherFehler) {
    self.quelle = quelle
    self.ort = ort
    self.art = art
    ziel = try Dateiablage(ort.pfad, schreibend: true)
    try ziel.raeumeAuf()
  }

  func erledige(_ fortschritt: (Int, Int) -> Void) throws(SpeicherFehler) {
    do {
      defer {
        unlink(teil)
        unlink(vorher)
      }
      try leereLog()
      // Files may be deleted, and rightly so, after the copy of the database named them. Then the
      // copy is made anew, and most files are there already.
      try kopiereDatenbank()
      while try !uebernimmDateien(fortschritt) {
        guard rename(teil, vorher) == 0 else { throw SpeicherFehler.schreiben(teil, errno) }
        try kopiereDatenbank()
      }
      // The files last before a database names them, and the database lasts before any goes.
      try sichereAlles()
      guard rename(teil, ort.datenbank) == 0 else { throw SpeicherFehler.schreiben(teil, errno) }
      try sichereOrdner()
      try entferneUeberzaehlige()
    } catch {
      throw .eigen(error, ort.pfad)
    }
  }

  /// Brings everything on the file system of the backup to the disk.
  private func sichereAlles() throws {
    let nummer = Dateisystem.sichere(ziel.ordner)
    guard nummer == 0 else { throw SpeicherFehler.schreiben(ort.pfad, nummer) }
  }

  /// Brings the name of the database to the disk.
  private func sichereOrdner() throws {
    let fd = open(ort.pfad, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard fd >= 0 else { throw SpeicherFehler.schreiben(ort.pfad, errno) }
    defer { close(fd) }
    // Some network file systems do not know it for folders.
    guard fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP else {
      throw SpeicherFehler.schreiben(ort.pfad, errno)
    }
  }

  /// Empties a log that somebody left who opened the backup for writing and was interrupted: it must
  /// not be taken for that of the new database.
  private func leereLog() throws {
    guard access(ort.datenbank + "-wal", F_OK) == 0 else { return }
    let alte = try DatabaseQueue(path: ort.datenbank)
    _ = try alte.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    try alte.close()
    for endung in ["-wal", "-shm"] { unlink(ort.datenbank + endung) }
  }

  private func kopiereDatenbank() throws {
    guard unlink(teil) == 0 || errno == ENOENT else {
      throw SpeicherFehler.schreiben(teil, errno)
    }
    try quelle.datenbank.kopiere(nach: teil)
    // What waits to be deleted never comes into the backup, so there is no order left.
    let kopie = try DatabaseQueue(path: teil)
    try kopie.write { try $0.execute(sql: "DELETE FROM loeschauftrag") }
    try kopie.close()
    let fd = open(teil, O_RDONLY | O_CLOEXEC)
    guard fd >= 0 else { throw SpeicherFehler.schreiben(teil, errno) }
    defer { close(fd) }
    guard fsync(fd) == 0 else { throw SpeicherFehler.schreiben(teil, errno) }
    ergebnis.durchgaenge += 1
  }

  private func mitKopie<T>(_ pfad: String, _ body: (Lesezugriff) throws -> T) throws -> T {
    var einstellungen = Configuration()
    einstellungen.readonly = true
    let kopie = try DatabaseQueue(path: pfad, configuration: einstellungen)
    defer { try? kopie.close() }
    return try kopie.read { try body(Lesezugriff($0, pfad)) }
  }

  /// Takes over the files that the copy names; false if some were deleted meanwhile.
  private func uebernimmDateien(_ fortschritt: (Int, Int) -> Void) throws -> Bool {
    try mitKopie(teil) { kopie in
      guard access(vorher, F_OK) == 0 else { return try uebernimm(kopie, nil, fortschritt) }
      return try mitKopie(vorher) { try uebernimm(kopie, $0, fortschritt) }
    }
  }

  /// Takes over the files that the copy names, some thousands at a time.
  ///
  /// - Parameters:
  ///   - kopie: The copy of the database.
  ///   - vorige: The copy of the pass before: the files it names were checked or copied then.
  ///   - fortschritt: As in ``Speicher/sichere(nach:_:fortschritt:)``.
  /// - Returns: Whether all of them are there now.
  /// - Throws: ``SpeicherFehler``.
  private func uebernimm(
    _ kopie: Lesezugriff, _ vorige: Lesezugriff?, _ fortschritt: (Int, Int) -> Void
  ) throws -> Bool {
    let alle = Int(try kopie.anzahlen().dateien)
    var erledigt = 0
    var vollstaendig = true
    var stapel = Sicherungsstapel()
    func erledige() throws {
      if try !uebernimm(stapel) { vollstaendig = false }
      erledigt += stapel.anzahl
      stapel = Sicherungsstapel()
      fortschritt(erledigt, alle)
    }
    try kopie.jedeDatei { datei in
      let da = try ziel.groesse(datei.hash)
      let bekannt = try da == datei.groesse && vorige.map { try $0.kennt(datei.hash) } ?? false
      stapel.nimm(datei, groesse: da, geprueft: bekannt)
      if stapel.istVoll { try erledige() }
      return true
    }
    try erledige()
    return vollstaendig
  }

  private func uebernimm(_ stapel: Sicherungsstapel) throws -> Bool {
    var vollstaendig = true
    let schadhafte = try stapel.schadhafte(in: ziel)
    let neue = try Aufnahmestapel(ziel)
    for datei in stapel.fehlende + schadhafte {
      do {
        try uebernimm(datei, neue)
      } catch SpeicherFehler.dateiFehlt(let hash, let pfad) {
        guard try !quelle.hat(hash) else { throw SpeicherFehler.dateiFehlt(hash, pfad: pfad) }
        vollstaendig = false
      }
    }
    try neue.veroeffentliche()
    if ergebnis.durchgaenge == 1 {
      ergebnis.vorhandeneDateien += stapel.vorhandene.count - schadhafte.count
    }
    return vollstaendig
  }

  private func uebernimm(_ datei: Dateiangabe, _ stapel: Aufnahmestapel) throws {
    if try ziel.groesse(datei.hash) != nil {
      // A damaged copy goes only if there is a sound one to take its place.
      try quelle.ablage.lies(datei.hash) { _ in }
      for case .fehlgeschlagen(let grund) in try ziel.loesche([datei.hash]) {
        throw SpeicherFehler.nichtSchreibbar(pfad: ziel.pfad(datei.hash), grund: grund)
      }
      ergebnis.ersetzteDateien += 1
    } else {
      ergebnis.neueDateien += 1
      ergebnis.neueBytes += datei.groesse
    }
    if art == .verknuepfung, try ziel.verknuepfe(datei.hash, aus: quelle.ablage) { return }
    let leser = try Dateileser(datei.hash, quelle.ablage)
    try stapel.nimm(aus: leser.lies)
  }

  /// Removes files from the backup that its database does not name.
  private func entferneUeberzaehlige() throws {
    try mitKopie(ort.datenbank) { kopie in
      try ziel.jedeTranche { tranche in
        let ueberzaehlige = try tranche.filter { try !kopie.kennt($0.hash) }
        for ausgang in try ziel.loesche(ueberzaehlige.map(\.hash)) where ausgang == .geloescht {
          ergebnis.entfernteDateien += 1
        }
      }
    }
  }
}

extension Lesezugriff {
  /// Whether the database names the file.
  fileprivate func kennt(_ hash: Dateihash) throws -> Bool {
    let a = try anweisung("SELECT 1 FROM datei WHERE hash = ?")
    a.binde(1, hash)
    return try a.ersteZeile { true } ?? false
  }
}
