// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Pruefsummen

/// Reads the files of some lines into a batch and proves them against what the metadata say.
struct Dateieinzug {
  let quelle: Quelldateien
  let stapel: Aufnahmestapel
  private var gelesen: [String: Ergebnis] = [:]

  private enum Ergebnis {
    case gelesen(Dateiangabe, [Pruefsumme])
    case gescheitert(String)
  }

  init(_ quelle: Quelldateien, _ stapel: Aufnahmestapel) {
    self.quelle = quelle
    self.stapel = stapel
  }

  /// Reads the files of the lines, each once, in the order in which they lie in the source.
  ///
  /// A file that cannot be read is a defect of the lines that name it, not an error; errors of the
  /// store, such as a full disk, are.
  mutating func lies(_ zeilen: inout [Einfuhrzeile]) throws {
    var verfahren: [String: Set<Hashverfahren>] = [:]
    for i in zeilen.indices where !zeilen[i].dateinamen.isEmpty && zeilen[i].mangel == nil {
      try zeilen[i].objekt.jedeEigeneDatei { _, nennung in
        var noetig = verfahren[nennung.name] ?? []
        if let v = nennung.hash?.pruefsumme?.verfahren, v != .sha256 { noetig.insert(v) }
        verfahren[nennung.name] = noetig
      }
    }
    for name in quelle.geordnet(verfahren.keys) {
      gelesen[name] = try lies(name, verfahren[name] ?? [])
    }
    for i in zeilen.indices where !zeilen[i].dateinamen.isEmpty && zeilen[i].mangel == nil {
      try weiseZu(&zeilen[i])
    }
  }

  private func lies(_ name: String, _ verfahren: Set<Hashverfahren>) throws -> Ergebnis {
    let schreiber = try stapel.beginne()
    var bildner = try Pruefsummenbildner(verfahren.sorted { $0.rawValue < $1.rawValue })
    let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 4096)
    defer { puffer.deallocate() }
    var schreibfehler: SpeicherFehler?
    do {
      try quelle.mitDatei(name) { lies in
        while true {
          let n = try lies(puffer)
          guard n > 0 else { return }
          let bytes = UnsafeRawBufferPointer(rebasing: puffer[..<n])
          do throws(SpeicherFehler) {
            try schreiber.schreibe(bytes)
          } catch {
            schreibfehler = error
            throw error
          }
          bildner.nimm(bytes)
        }
      }
    } catch {
      // The source may be bad; the store must not be.
      if let schreibfehler { throw schreibfehler }
      return .gescheitert("\(error)")
    }
    return .gelesen(try schreiber.beende(), bildner.abschluss())
  }

  /// Gives a line its files, sets the digests that the metadata lack and compares the others.
  private func weiseZu(_ zeile: inout Einfuhrzeile) throws {
    var mangel: (String, Ablehnungsgrund)?
    var stellen: [(stelle: Dateistelle, datei: Dateiangabe)] = []
    var hashes: Set<Dateihash> = []
    var dateien: [Dateiangabe] = []
    try zeile.objekt.jedeEigeneDatei { stelle, nennung in
      switch gelesen[nennung.name] {
      case .gelesen(let datei, let summen):
        if let fehler = abweichung(&nennung, datei, summen) { mangel = mangel ?? fehler }
        stellen.append((stelle, datei))
        if hashes.insert(datei.hash).inserted { dateien.append(datei) }
      case .gescheitert(let grund): mangel = mangel ?? (grund, .hashFehlt)
      case nil: mangel = mangel ?? ("Die Datei »\(nennung.name)« wurde nicht gelesen.", .hashFehlt)
      }
    }
    zeile.stellen = stellen
    zeile.dateien = dateien
    if let mangel { zeile.mangel = mangel }
  }

  /// What is wrong with the statement about a file; fills in a missing one.
  private func abweichung(
    _ nennung: inout Dateinennung, _ datei: Dateiangabe, _ summen: [Pruefsumme]
  ) -> (String, Ablehnungsgrund)? {
    guard let sha256 = datei.hash.pruefsumme, !nennung.istSignatur else { return nil }
    guard let angabe = nennung.hash else {
      nennung.hash = Hashangabe(sha256)
      return nil
    }
    guard let soll = angabe.pruefsumme else { return nil }  // told as a hint
    let ist = soll.verfahren == .sha256 ? sha256 : summen.first { $0.verfahren == soll.verfahren }
    guard let ist, ist != soll else { return nil }
    return (
      "Die Datei »\(nennung.name)« ist nicht die, die die Quelle nennt: erwartet wurde die "
        + "\(soll.verfahren.rawValue)-Prüfsumme \(soll.hex), gefunden \(ist.hex). Fordern Sie die "
        + "Quelle neu an.", .hashAbweichung
    )
  }
}
