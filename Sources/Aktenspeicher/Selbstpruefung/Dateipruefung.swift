// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import GRDB
internal import Glibc
internal import Pruefsummen
internal import Pruefung

/// The part of the check that concerns the files.
struct Dateipruefung {
  /// So many files are digested at a time.
  private static let block = 1024

  private let speicher: Speicher
  private let fortschritt: (Speicher.Pruefstand) -> Void
  private let befund: (Befund) -> Void

  init(
    _ speicher: Speicher, _ fortschritt: @escaping (Speicher.Pruefstand) -> Void,
    _ befund: @escaping (Befund) -> Void
  ) {
    self.speicher = speicher
    self.fortschritt = fortschritt
    self.befund = befund
  }

  private var ablage: Dateiablage { speicher.ablage }

  func erledige(_ umfang: Speicher.Pruefumfang) throws {
    let gesamt = Int(try speicher.lies { try $0.anzahlen().dateien })
    var erledigt = 0
    var nach: Dateihash?
    // Each block has a snapshot of its own: a long one would keep the log from being emptied.
    while let block = try naechster(nach), let letzte = block.last {
      try pruefe(block, umfang)
      nach = letzte.hash
      erledigt += block.count
      fortschritt(
        Speicher.Pruefstand(abschnitt: "Dateien", erledigt: erledigt, gesamt: max(gesamt, erledigt))
      )
    }
    try pruefeOrdner()
    try pruefeUnterwegs()
  }

  /// Compares the files that are there with their names, since a damaged database says nothing.
  func pruefeOhneDatenbank(_ umfang: Speicher.Pruefumfang) throws {
    var erledigt = 0
    try ablage.jedeTranche { tranche in
      if umfang == .vollstaendig { try vergleiche(tranche) }
      erledigt += tranche.count
      fortschritt(Speicher.Pruefstand(abschnitt: "Dateien", erledigt: erledigt, gesamt: nil))
    }
  }

  private func naechster(_ nach: Dateihash?) throws -> [Dateiangabe]? {
    let block = try speicher.lies { zugriff in
      let a = try zugriff.anweisung(
        "SELECT hash, groesse FROM datei WHERE hash > ? AND length(hash) = 32 ORDER BY hash LIMIT \(Self.block)"
      )
      if let nach { a.binde(1, nach) } else { a.binde(1, [UInt8]()) }
      var block: [Dateiangabe] = []
      try a.jedeZeile {
        block.append(Dateiangabe(hash: try a.hash(0), groesse: a.zahl(1)))
        return true
      }
      return block
    }
    return block.isEmpty ? nil : block
  }

  private func pruefe(_ block: [Dateiangabe], _ umfang: Speicher.Pruefumfang) throws {
    var lesbare: [Dateiangabe] = []
    for datei in block {
      do {
        guard let groesse = try ablage.groesse(datei.hash) else {
          if try speicher.hat(datei.hash) { melde(Speicherregeln.s3, datei.hash, "fehlt.") }
          continue
        }
        guard groesse == datei.groesse else {
          let text =
            "ist verändert: sie sollte \(datei.groesse.mal("Byte", "Byte")) haben und hat "
            + "\(groesse.deutsch)."
          melde(Speicherregeln.s5, datei.hash, text)
          continue
        }
        lesbare.append(datei)
      } catch SpeicherFehler.nichtLesbar(_, let grund) {
        melde(Speicherregeln.s9, datei.hash, "ist nicht lesbar: \(grund).")
      }
    }
    if umfang == .vollstaendig { try vergleiche(lesbare) }
  }

  private func vergleiche(_ dateien: [Dateiangabe]) throws {
    let pfade = dateien.map { ablage.pfad($0.hash) }
    if let summen = try? pruefsummen(dateien: pfade, .sha256) {
      for (datei, summe) in zip(dateien, summen) { vergleiche(datei.hash, summe) }
      return
    }
    // One of them cannot be read, or was deleted meanwhile: one after the other.
    for (datei, pfad) in zip(dateien, pfade) {
      do {
        vergleiche(datei.hash, try pruefsumme(datei: pfad, .sha256))
      } catch {
        // Deleted in the meantime? A damaged database cannot say.
        guard (try? speicher.hat(datei.hash)) ?? true else { continue }
        guard case .nichtLesbar(_, let grund) = error else {
          throw SpeicherFehler.nichtLesbar(pfad: pfad, grund: "\(error)")
        }
        melde(Speicherregeln.s9, datei.hash, "ist nicht lesbar: \(grund).")
      }
    }
  }

  private func vergleiche(_ hash: Dateihash, _ summe: Pruefsumme) {
    guard summe != hash.pruefsumme else { return }
    melde(
      Speicherregeln.s5, hash, "ist verändert: ihr Inhalt hat die SHA-256-Prüfsumme \(summe.hex).")
  }

  /// Looks for files that no row names and for what does not belong into the folder.
  private func pruefeOrdner() throws {
    var gesehen = 0
    var tranche: [Dateihash] = []
    func pruefeTranche() throws(SpeicherFehler) {
      do {
        try pruefeUeberzaehlige(tranche)
      } catch {
        throw .eigen(error, ablage.speicherordner)
      }
      tranche.removeAll(keepingCapacity: true)
      fortschritt(Speicher.Pruefstand(abschnitt: "Ordner", erledigt: gesehen, gesamt: nil))
    }
    try ablage.jederEintrag { (eintrag) throws(SpeicherFehler) in
      gesehen += 1
      switch eintrag {
      case .datei(let datei): tranche.append(datei.hash)
      case .fremd(let name):
        let name = "dateien/\(name)"
        befund(
          Befund(
            Speicherregeln.s6, "»\(name.sichtbar)« gehört nicht in den Speicher.",
            ort: Ort(datei: name)))
      }
      if tranche.count == 4096 { try pruefeTranche() }
    }
    try pruefeTranche()
  }

  private func pruefeUeberzaehlige(_ tranche: [Dateihash]) throws {
    let ohne = try speicher.lies { zugriff in
      let a = try zugriff.anweisung(
        """
        SELECT EXISTS(SELECT 1 FROM datei WHERE hash = ?1) \
        OR EXISTS(SELECT 1 FROM loeschauftrag WHERE hash = ?1)
        """)
      return try tranche.filter { hash in
        a.binde(1, hash)
        return try a.eineZahl == 0
      }
    }
    // Not those of a batch under way, here or in another process, nor those that are gone by now.
    let vorgemerkt = ohne.isEmpty ? [] : try Vormerkung.alle(Speicherordner(speicher.ordner))
    for hash in ohne where !ablage.istGebraucht(hash) && !vorgemerkt.contains(hash) {
      guard try ablage.groesse(hash) != nil, try !speicher.hat(hash) else { continue }
      melde(Speicherregeln.s4, hash, "gehört zu keinem Objekt.")
    }
  }

  private func pruefeUnterwegs() throws {
    let pfad = Speicherordner(speicher.ordner).unterwegs
    let fd = open(pfad, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard fd >= 0 else { throw SpeicherFehler.lesen(pfad, errno) }
    defer { close(fd) }
    let eigene = "\(getpid())-"
    try Ordnerinhalt.jederName(fd, pfad) { name in
      guard !(speicher.istSchreibend && name.hasPrefix(eigene)) else { return }
      befund(
        Befund(
          Speicherregeln.s7, "Die Datei »unterwegs/\(name.sichtbar)« blieb liegen.",
          ort: Ort(datei: "unterwegs/\(name)")))
    }
  }

  private func melde(_ regel: Regel, _ hash: Dateihash, _ text: String) {
    let name = "dateien/" + hash.ablageort
    befund(Befund(regel, "Die Datei »\(name)« \(text)", ort: Ort(datei: name)))
  }
}
