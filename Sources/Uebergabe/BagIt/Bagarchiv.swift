// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Behaelter
internal import Glibc
internal import Pruefsummen

/// A bag in a ZIP or TAR file; nothing is unpacked to the disk.
///
/// RFC 8493 leaves serialisation open; usual is one folder at the top, named like the archive, with the
/// bag in it.
struct Bagarchiv: Bagquelle {
  let bestand: Bagbestand
  private let pfad: String
  private let form: Archivart
  private let grenzen: Baggrenzen
  /// The place in ``Bagbestand/dateien`` by the name in the archive.
  private let stellen: [Bagpfad: Int]
  /// Text files kept from the first pass over a TAR, which cannot be sought in.
  private let behalten: [Int: [UInt8]]

  init(
    _ pfad: String, _ form: Archivart, _ grenzen: Baggrenzen, _ merkmal: Paketmerkmal = .bagit
  ) throws(UebergabeFehler) {
    self.pfad = pfad
    self.form = form
    self.grenzen = grenzen
    var sammlung = Archivsammlung(pfad, grenzen, merkmal)
    do throws(BehaelterFehler) {
      switch form {
      case .zip:
        for e in try Verzeichnis(pfad: pfad, grenzen: grenzen.behaelter).eintraege {
          sammlung.nimm(e.rohname, e.name, e.groesse, e.art)
        }
        if merkmal == .mets { try sammlung.liesVorab() }
      case .tar: try sammlung.nimmBand()
      }
    } catch { throw .behaelter(error) }
    (bestand, stellen, behalten) = try sammlung.fertig()
  }

  func inhalt(_ index: Int) throws(UebergabeFehler) -> [UInt8] {
    if let bytes = behalten[index] { return bytes }
    let datei = bestand.dateien[index]
    guard form == .zip, datei.groesse <= grenzen.tagdatei,
      let name = stellen.first(where: { $0.value == index })?.key
    else {
      throw .nichtLesbar(
        pfad: datei.pfad.text, grund: "sie ist größer als \(grenzen.tagdatei) Byte")
    }
    do throws(BehaelterFehler) {
      var leser = try Containerleser(pfad: pfad, grenzen: grenzen.behaelter)
      guard try leser.springe(zu: name.text) else { return [] }
      return try alles(datei.groesse) { (p) throws(BehaelterFehler) in try leser.lies(p) }
    } catch { throw .behaelter(error) }
  }

  func strom(_ index: Int) throws(UebergabeFehler) -> Paketstrom {
    if let bytes = behalten[index] { return Paketstrom(bytes) }
    let name = stellen.first { $0.value == index }?.key.text ?? ""
    do throws(BehaelterFehler) {
      switch form {
      case .zip:
        let offen = Offen(try Containerleser(pfad: pfad, grenzen: grenzen.behaelter))
        guard try offen.leser.springe(zu: name) else { return Paketstrom([]) }
        return Paketstrom { try offen.leser.lies($0) }
      case .tar:
        let offen = Band(try Bandleser(pfad: pfad, grenzen: grenzen.behaelter))
        while let kopf = try offen.leser.naechster() {
          guard kopf.art == .datei, let n = kopf.name, Bagpfad(n) == Bagpfad(name) else { continue }
          return Paketstrom { try offen.leser.lies($0) }
        }
        return Paketstrom([])
      }
    } catch { throw .behaelter(error) }
  }

  private final class Offen {
    var leser: Containerleser
    init(_ leser: consuming Containerleser) { self.leser = leser }
  }

  private final class Band {
    var leser: Bandleser
    init(_ leser: consuming Bandleser) { self.leser = leser }
  }

  func hashe(_ auftraege: [Int: [Hashverfahren]], faeden: Int?) -> [Int: Hashergebnis] {
    hashe(auftraege) { _, _ in true }
  }

  /// Digests files as they come by.
  ///
  /// - Parameters:
  ///   - auftraege: The files by their places, with the algorithms.
  ///   - behalte: Says whether the digests of a file go into the result; an archive is read in one pass, and
  ///     the digests of all its files would take more memory than anything else.
  /// - Returns: The digests that were kept, and why a file could not be read.
  func hashe(
    _ auftraege: [Int: [Hashverfahren]], behalte: (Int, [Pruefsumme]) -> Bool
  ) -> [Int: Hashergebnis] {
    var ergebnis: [Int: Hashergebnis] = [:]
    var erledigt = [Bool](repeating: false, count: bestand.dateien.count)
    let lauf = Hashlauf()
    do {
      try durchlaufe(
        nur: { auftraege[$0] != nil },
        misslungen: {
          ergebnis[$0] = Self.ergebnis($1)
          erledigt[$0] = true
          lauf.brichAb()
        },
        block: { index, block in
          if let fertig = try lauf.nimm(block, auftraege[index] ?? []) {
            erledigt[index] = true
            if behalte(index, fertig) { ergebnis[index] = .summen(fertig) }
          }
        })
    } catch {
      for index in auftraege.keys where !erledigt[index] {
        ergebnis[index] = Self.ergebnis(error)
        erledigt[index] = true
      }
    }
    for index in auftraege.keys where !erledigt[index] {
      ergebnis[index] = .fehler("Die Datei ist im Archiv nicht auffindbar.")
    }
    return ergebnis
  }

  func durchlaufe(
    nur: (Int) -> Bool, misslungen: (Int, UebergabeFehler) throws -> Void,
    block body: (Int, UnsafeRawBufferPointer) throws -> Void
  ) throws {
    do {
      switch form {
      case .zip: try durchlaufeZip(nur, misslungen, body)
      case .tar: try durchlaufeBand(nur, misslungen, body)
      }
    } catch let fehler as BehaelterFehler {
      throw UebergabeFehler.behaelter(fehler)
    }
  }

  /// What became of a file that could not be read to its end.
  private static func ergebnis(_ fehler: any Error) -> Hashergebnis {
    guard let fehler = fehler as? UebergabeFehler else { return .fehler("\(fehler)") }
    if case .behaelter(.beschaedigt) = fehler { return .beschaedigt(fehler.description) }
    return .fehler(fehler.description)
  }

  private func durchlaufeZip(
    _ nur: (Int) -> Bool, _ misslungen: (Int, UebergabeFehler) throws -> Void,
    _ body: (Int, UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 4096)
    defer { puffer.deallocate() }
    var leser = try Containerleser(pfad: pfad, grenzen: grenzen.behaelter)
    var gesehen: Set<Int> = []
    while let kopf = try leser.naechster() {
      guard let index = stellen[Bagpfad(kopf.name)], gesehen.insert(index).inserted, nur(index)
      else { continue }
      do {
        while true {
          let n = try leser.lies(puffer)
          try body(index, UnsafeRawBufferPointer(rebasing: puffer[..<n]))
          if n == 0 { break }
        }
      } catch let fehler as BehaelterFehler {
        try misslungen(index, .behaelter(fehler))
      }
    }
  }

  private func durchlaufeBand(
    _ nur: (Int) -> Bool, _ misslungen: (Int, UebergabeFehler) throws -> Void,
    _ body: (Int, UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 4096)
    defer { puffer.deallocate() }
    var leser = try Bandleser(pfad: pfad, grenzen: grenzen.behaelter)
    var gesehen: Set<Int> = []
    while let kopf = try leser.naechster() {
      guard kopf.art == .datei, let name = kopf.name, let index = stellen[Bagpfad(name)],
        gesehen.insert(index).inserted, nur(index)
      else { continue }
      do {
        while true {
          let n = try leser.lies(puffer)
          try body(index, UnsafeRawBufferPointer(rebasing: puffer[..<n]))
          if n == 0 { break }
        }
      } catch let fehler as BehaelterFehler {
        try misslungen(index, .behaelter(fehler))
      }
    }
  }
}

/// Digests file after file; one state per choice of algorithms.
private final class Hashlauf {
  private var bildner: [[Hashverfahren]: Einzelbildner] = [:]
  private var offen: Einzelbildner?

  private final class Einzelbildner {
    var bildner: Pruefsummenbildner

    init(_ verfahren: [Hashverfahren]) throws(PruefsummenFehler) {
      bildner = try Pruefsummenbildner(verfahren)
    }
  }

  /// Takes a block; an empty one ends the file and gives its digests.
  func nimm(
    _ block: UnsafeRawBufferPointer, _ verfahren: [Hashverfahren]
  ) throws(PruefsummenFehler) -> [Pruefsumme]? {
    let dieser: Einzelbildner
    if let bekannter = offen ?? bildner[verfahren] {
      dieser = bekannter
    } else {
      dieser = try Einzelbildner(verfahren)
      bildner[verfahren] = dieser
    }
    guard block.isEmpty else {
      offen = dieser
      dieser.bildner.nimm(block)
      return nil
    }
    offen = nil
    return dieser.bildner.abschluss()
  }

  /// Forgets what was taken of the file that cannot be read to its end.
  func brichAb() {
    offen?.bildner.beginne()
    offen = nil
  }
}

/// Which archive a file is, told from its first bytes.
enum Archivart {
  case zip
  case tar

  /// The kind of the file at `pfad`; nil if it is none that holds bags.
  ///
  /// - Throws: ``UebergabeFehler/nichtLesbar(pfad:grund:)``.
  init?(_ pfad: String) throws(UebergabeFehler) {
    let fd = open(pfad, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard fd >= 0 else { throw .nichtLesbar(pfad: pfad, grund: systemgrund(errno)) }
    defer { close(fd) }
    var kopf = [UInt8](repeating: 0, count: 512)
    let n = pread(fd, &kopf, kopf.count, 0)
    guard n >= 0 else { throw .nichtLesbar(pfad: pfad, grund: systemgrund(errno)) }
    if kopf.starts(with: [0x50, 0x4B]) {
      self = .zip
    } else if kopf.starts(with: [0x1F, 0x8B]) || kopf[257..<262].elementsEqual("ustar".utf8) {
      self = .tar
    } else {
      return nil
    }
  }
}

/// Collects the members of an archive and finds the bag among them.
private struct Archivsammlung {
  private struct Mitglied {
    let name: String
    let groesse: Int64
    let art: Eintragsart
  }

  private let pfad: String
  private let grenzen: Baggrenzen
  private var mitglieder: [Mitglied] = []
  private var texte: [Bagpfad: [UInt8]] = [:]
  private var bestand = Bagbestand()
  private let merkmal: Paketmerkmal

  init(_ pfad: String, _ grenzen: Baggrenzen, _ merkmal: Paketmerkmal) {
    self.pfad = pfad
    self.grenzen = grenzen
    self.merkmal = merkmal
  }

  mutating func nimm(_ roh: [UInt8], _ name: String?, _ groesse: Int64, _ art: Eintragsart) {
    guard let name else {
      let anzeige = String(decoding: roh, as: UTF8.self)
      bestand.fremdnamen.append(
        .init(anzeige: anzeige, groesse: groesse, istNutzlast: anzeige.contains("/data/")))
      return
    }
    mitglieder.append(Mitglied(name: name, groesse: groesse, art: art))
  }

  /// Reads a TAR once, keeping the text files that a checker needs first.
  mutating func nimmBand() throws(BehaelterFehler) {
    var leser = try Bandleser(pfad: pfad, grenzen: grenzen.behaelter)
    let vorrat = merkmal.vorrat(grenzen)
    var behalten: Int64 = 0
    while let kopf = try leser.naechster() {
      nimm(kopf.rohname, kopf.name, kopf.groesse, kopf.art)
      guard kopf.art == .datei, let name = kopf.name, merkmal.istVorab(Self.ohnePunkt(name)),
        kopf.groesse <= min(vorrat.datei, vorrat.summe - behalten)
      else { continue }
      behalten += kopf.groesse
      texte[Bagpfad(name)] = try alles(kopf.groesse) { (p) throws(BehaelterFehler) in
        try leser.lies(p)
      }
    }
  }

  /// Reads a ZIP once if it has many files that a checker needs first: going to each of them by itself
  /// would be a step per member each time.
  mutating func liesVorab() throws(BehaelterFehler) {
    guard mitglieder.count(where: { merkmal.istVorab(Self.ohnePunkt($0.name)) }) > 8 else { return }
    let vorrat = merkmal.vorrat(grenzen)
    var behalten: Int64 = 0
    var leser = try Containerleser(pfad: pfad, grenzen: grenzen.behaelter)
    while let kopf = try leser.naechster() {
      guard let groesse = kopf.groesse, kopf.art == .datei,
        merkmal.istVorab(Self.ohnePunkt(kopf.name)),
        groesse <= min(vorrat.datei, vorrat.summe - behalten)
      else { continue }
      behalten += groesse
      // What is damaged is reported when it is read for its own sake.
      texte[Bagpfad(kopf.name)] = try? alles(groesse) { (p) throws(BehaelterFehler) in
        try leser.lies(p)
      }
    }
  }

  private static func ohnePunkt(_ name: String) -> Substring {
    var rest = Substring(name)
    while rest.utf8.starts(with: "./".utf8) { rest = Substring(rest.utf8.dropFirst(2)) }
    return rest
  }

  consuming func fertig() throws(UebergabeFehler) -> (Bagbestand, [Bagpfad: Int], [Int: [UInt8]]) {
    let wurzel = bagwurzel()
    var gefunden: [(innen: Bagpfad, aussen: Bagpfad, groesse: Int64)] = []
    var gesehen: Set<Bagpfad> = []
    for m in mitglieder {
      let name = Self.ohnePunkt(m.name)
      if name.isEmpty || name == "." { continue }
      if let gefahr = Pfadgefahr(String(name)) {
        melde("ARCHIV-PFAD", "Der Pfad im Archiv ist gefährlich: \(gefahr.grund).", m.name)
        continue
      }
      guard name.utf8.starts(with: wurzel.utf8) else {
        if m.art != .ordner {
          melde("ARCHIV-ORDNER", "Die Datei liegt im Archiv neben dem Ordner des Pakets.", m.name)
        }
        continue
      }
      let innen = String(name.utf8.dropFirst(wurzel.utf8.count)) ?? ""
      guard innen.split(separator: "/" as Character).count <= grenzen.tiefe else {
        throw .behaelter(
          .grenze(
            pfad: pfad, eintrag: m.name, grenze: "höchstens \(grenzen.tiefe) Ordner ineinander",
            wert: Int64(innen.split(separator: "/" as Character).count)))
      }
      switch m.art {
      case .ordner: if innen == "data/" || innen == "data" { bestand.hatData = true }
      case .verknuepfung: bestand.verknuepfungen.append(innen)
      case .sonstige: bestand.sonderdateien.append(innen)
      case .datei:
        let innen = Bagpfad(innen)
        guard gesehen.insert(innen).inserted else {
          melde("ARCHIV-DOPPELT", "Die Datei ist im Archiv mehrfach vorhanden.", m.name)
          continue
        }
        if innen.istNutzlast { bestand.hatData = true }
        gefunden.append((innen, Bagpfad(m.name), m.groesse))
      }
    }
    gefunden.sort { $0.innen < $1.innen }
    bestand.dateien = gefunden.map { Bagdatei(pfad: $0.innen, groesse: $0.groesse) }
    var stellen: [Bagpfad: Int] = [:]
    var behalten: [Int: [UInt8]] = [:]
    for (index, datei) in gefunden.enumerated() {
      stellen[datei.aussen] = index
      behalten[index] = texte[datei.aussen]
    }
    return (bestand, stellen, behalten)
  }

  /// The folder at the top that holds the bag, with a slash at the end; empty if it lies at the top.
  private mutating func bagwurzel() -> String {
    var ordner: Set<String> = []
    var mitBagit: [String] = []
    for m in mitglieder {
      let teile = Self.ohnePunkt(m.name).split(
        separator: "/" as Character, maxSplits: 2, omittingEmptySubsequences: false)
      if teile.count >= 2, let erster = teile.first { ordner.insert(String(erster)) }
      if teile.count == 2, teile[1] == merkmal.kopfdatei { mitBagit.append(String(teile[0])) }
      if teile.count == 1, teile[0] == merkmal.kopfdatei {
        melde(
          "ARCHIV-ORDNER",
          "Das Paket liegt im Archiv ganz oben und nicht in einem eigenen Ordner.", m.name)
        return ""
      }
    }
    guard let gewaehlt = mitBagit.first ?? (ordner.count == 1 ? ordner.first : nil) else {
      melde("ARCHIV-ORDNER", "Im Archiv ist kein Ordner mit einem Paket zu erkennen.", nil)
      return ""
    }
    bestand.ordnername = gewaehlt
    let stamm = Bagpfad(pfad).name
    if stamm != gewaehlt, !stamm.hasPrefix(gewaehlt + ".") {
      melde(
        "ARCHIV-NAME", "Der Ordner im Archiv heißt »\(gewaehlt)«, das Archiv »\(stamm)«.", gewaehlt)
    }
    return gewaehlt + "/"
  }

  private mutating func melde(_ regel: String, _ meldung: String, _ datei: String?) {
    bestand.huelle.append((regel, meldung, datei))
  }
}
