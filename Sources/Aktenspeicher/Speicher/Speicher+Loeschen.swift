// SPDX-License-Identifier: Apache-2.0
internal import GRDB

/// What became of the open orders to delete files.
package struct Loeschergebnis: Hashable, Sendable {
  /// Files that are gone now.
  package var geloescht: [Dateihash] = []
  /// Files that were gone before.
  package var fehlten: [Dateihash] = []
  /// Files that belong to the store again, or are being taken in again; they stay.
  package var geblieben: [Dateihash] = []
  /// Files that the system did not delete, with its reason; the order stays open.
  package var fehlgeschlagen: [Dateihash: String] = [:]

  /// An empty result.
  package init() {}
}

extension Speicher {
  /// Deletes the files whose deletion was ordered by a commit.
  ///
  /// An order is done when the file is gone for good and the order itself is removed; after a crash
  /// in between, opening the store carries on. Bytes that belong to the store again by then stay.
  ///
  /// - Parameter vorher: Called with the files about to be deleted, before anything happens: the
  ///   place to write the deletion ledger. If it throws, nothing is deleted.
  /// - Returns: What became of each file (FAKTEN 2.8).
  /// - Throws: ``SpeicherFehler`` or what `vorher` throws.
  @discardableResult
  package func erledigeLoeschauftraege(
    vorher: ([Dateihash]) throws -> Void
  ) throws -> Loeschergebnis {
    var ergebnis = Loeschergebnis()
    var nach: Dateihash?
    // A thousand at a time: a writer never waits long, and memory stays bounded.
    while let letzter = try erledigeBlock(nach: nach, vorher, &ergebnis) { nach = letzter }
    return ergebnis
  }

  /// Deletes the files whose deletion was ordered by a commit; see
  /// ``erledigeLoeschauftraege(vorher:)``.
  @discardableResult
  package func erledigeLoeschauftraege() throws(SpeicherFehler) -> Loeschergebnis {
    do {
      return try erledigeLoeschauftraege { _ in }
    } catch {
      throw .eigen(error, Speicherordner(ordner).datenbank)
    }
  }

  /// Deals with the next orders and returns the last one of them; nil if there was none.
  ///
  /// Inside of one transaction, so that nobody commits a row for the same bytes in between.
  private func erledigeBlock(
    nach: Dateihash?, _ vorher: ([Dateihash]) throws -> Void, _ ergebnis: inout Loeschergebnis
  ) throws -> Dateihash? {
    try schreibe { zugriff in
      let suche = try zugriff.anweisung(
        """
        SELECT hash, EXISTS(SELECT 1 FROM datei d WHERE d.hash = l.hash) FROM loeschauftrag l \
        WHERE hash > ? ORDER BY hash LIMIT 1000
        """)
      if let nach { suche.binde(1, nach) } else { suche.binde(1, [UInt8]()) }
      var faellige: [Dateihash] = []
      var hinfaellige: [Dateihash] = []
      var letzter: Dateihash?
      try suche.jedeZeile {
        let hash = try suche.hash(0)
        letzter = hash
        if suche.zahl(1) == 1 { hinfaellige.append(hash) } else { faellige.append(hash) }
        return true
      }
      if !faellige.isEmpty { try vorher(faellige) }
      var erledigt = hinfaellige
      ergebnis.geblieben += hinfaellige
      for (hash, ausgang) in zip(faellige, try ablage.loesche(faellige)) {
        switch ausgang {
        case .geloescht: ergebnis.geloescht.append(hash)
        case .fehlte: ergebnis.fehlten.append(hash)
        case .gebraucht: ergebnis.geblieben.append(hash)
        case .fehlgeschlagen(let grund): ergebnis.fehlgeschlagen[hash] = grund
        }
        if ausgang == .geloescht || ausgang == .fehlte { erledigt.append(hash) }
      }
      let a = try zugriff.anweisung("DELETE FROM loeschauftrag WHERE hash = ?")
      for hash in erledigt {
        a.binde(1, hash)
        try a.fuehreAus()
      }
      return letzter
    }
  }

  /// Removes what deleted rows left in the full-text index and in the log.
  ///
  /// SQLite overwrites deleted rows with zeros, but the full-text index keeps the words of a deleted
  /// row until its parts are merged, and the log keeps older pages until it is emptied. After a
  /// Kassation this method makes sure that nothing readable remains in the database. It rewrites the
  /// whole index: a few seconds for a million objects. Waits for readers.
  ///
  /// - Throws: ``SpeicherFehler``.
  package func tilgeSpuren() throws(SpeicherFehler) {
    try tilgeSpuren(wartezeit: Datenbank.wartezeit)
  }

  /// Bytes of the record that describes the levels of the full-text index: about 250 of them.
  private static var hoechsterAufbau: Int64 { 512 }

  private func tilgeSpuren(wartezeit: Int) throws(SpeicherFehler) {
    do {
      try schreibe { s in
        // Each merge of all parts puts its result on a level of its own; with some two thousand
        // levels SQLite cannot open the index any more. Made anew it has one.
        let aufbau = try s.anweisung("SELECT length(block) FROM suche_data WHERE id = 10").eineZahl
        let befehl = aufbau > Self.hoechsterAufbau ? "rebuild" : "optimize"
        try s.db.execute(sql: "INSERT INTO suche(suche) VALUES('\(befehl)')")
      }
      try datenbank.leereLog(wartezeit: wartezeit)
    } catch {
      throw .eigen(error, datenbank.pfad)
    }
  }

  /// Removes the traces of destructions as ``tilgeSpuren()`` does, if there are any.
  ///
  /// A reader that looks at an older state for longer than a second keeps them from going; then they
  /// go when the store is opened next, or with the next destruction.
  func tilgeOffeneSpuren() throws {
    guard try lies({ try $0.angabe("spuren") }) != nil else { return }
    do throws(SpeicherFehler) {
      try tilgeSpuren(wartezeit: 1)
    } catch {
      if case .beschaeftigt = error { return }
      throw error
    }
    try schreibe { try $0.entferneAngabe("spuren") }
  }

  /// Deletes files that no row names: left by an import that was interrupted between publishing
  /// its files and its commit.
  ///
  /// - Returns: The files deleted.
  /// - Throws: ``SpeicherFehler``.
  @discardableResult
  package func raeumeUeberzaehlige() throws(SpeicherFehler) -> [Dateihash] {
    do {
      var weg: [Dateihash] = []
      try ablage.jedeTranche { tranche in
        try schreibe { zugriff in
          let a = try zugriff.anweisung(
            """
            SELECT EXISTS(SELECT 1 FROM datei WHERE hash = ?1) \
            OR EXISTS(SELECT 1 FROM loeschauftrag WHERE hash = ?1)
            """)
          let ohne = try tranche.filter { datei in
            a.binde(1, datei.hash)
            return try a.eineZahl == 0
          }.map(\.hash)
          for (hash, ausgang) in zip(ohne, try ablage.loesche(ohne)) where ausgang == .geloescht {
            weg.append(hash)
          }
        }
      }
      return weg
    } catch {
      throw .eigen(error, ordner)
    }
  }
}

extension Dateiablage {
  /// Calls `body` for all files, some thousands at a time, in no particular order.
  func jedeTranche(_ body: ([Dateiangabe]) throws -> Void) throws(SpeicherFehler) {
    var tranche: [Dateiangabe] = []
    func gibWeiter() throws(SpeicherFehler) {
      guard !tranche.isEmpty else { return }
      do { try body(tranche) } catch { throw .eigen(error, speicherordner) }
      tranche.removeAll(keepingCapacity: true)
    }
    try jederEintrag { (eintrag) throws(SpeicherFehler) in
      guard case .datei(let datei) = eintrag else { return }
      tranche.append(datei)
      if tranche.count == 4096 { try gibWeiter() }
    }
    try gibWeiter()
  }
}
