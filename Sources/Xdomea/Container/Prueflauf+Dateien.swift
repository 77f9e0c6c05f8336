// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Behaelter
internal import Pruefsummen
internal import Pruefung

extension Prueflauf {
  /// Names of entries (R3–R7), before anything is unpacked.
  func pruefeEintraege(_ paket: Nachrichtenpaket) {
    for name in paket.fremde {
      melde(
        "R3", "Eintrag \(name) ist keine Datei; die Nachricht und ihre Dateien liegen flach.",
        ort: Ort(datei: name))
    }
    guard let verzeichnis = paket.verzeichnis else { return pruefeNamenImOrdner(paket) }
    for e in verzeichnis.eintraege {
      let ort = Ort(datei: e.name)
      if e.art != .datei, e.art != .verknuepfung {
        melde(
          "R3", "Eintrag \(e.name) ist ein Ordner; der Container muss flach sein.", ort: ort)
      }
      if e.verschluesselt {
        melde("R7", "Eintrag \(e.name) ist verschlüsselt.", ort: ort)
      }
      for m in e.maengel {
        switch m {
        case .unterordner:
          if e.art == .datei {
            melde(
              "R3",
              "Eintrag \(e.name) liegt in einem Unterordner; der Container muss flach sein.",
              ort: ort)
          }
        case .doppelt(let anderer):
          melde(
            "R5",
            anderer == e.name
              ? "Eintrag \(e.name) ist mehrfach im ZIP vorhanden."
              : "Eintrag \(e.name) ist nicht von \(anderer) zu unterscheiden.", ort: ort)
        case .nichtUTF8:
          melde("R6", "Dateiname \(e.name) ist nicht als UTF-8 gekennzeichnet.", ort: ort)
        default: melde("R4", "Unzulässiger Pfad \(e.name): \(m.grund)", ort: ort)
        }
      }
    }
  }

  /// Names of files in a folder (R4, R5); a file system allows more than a container.
  private func pruefeNamenImOrdner(_ paket: Nachrichtenpaket) {
    var gesehen: [String: String] = [:]
    for (name, _) in paket.dateien {
      for m in Namensmangel.maengel(name) {
        melde("R4", "Unzulässiger Pfad \(name): \(m.grund)", ort: Ort(datei: name))
      }
      if let anderer = gesehen.updateValue(name, forKey: name.lowercased()) {
        melde(
          "R5", "Datei \(name) ist nicht von \(anderer) zu unterscheiden.", ort: Ort(datei: name))
      }
    }
  }

  /// Files against what the message says of them (R52, R54, R56, R59).
  func pruefeDateien(_ paket: Nachrichtenpaket) throws {
    let name = paket.nachricht ?? pfad
    var erwartet: [Bytename: Int] = [:]
    for (i, v) in verweise.enumerated() where erwartet[Bytename(v.name)] == nil {
      erwartet[Bytename(v.name)] = i
    }
    var vorhanden = Set<Bytename>()
    vorhanden.reserveCapacity(paket.dateien.count)
    for d in paket.dateien { vorhanden.insert(Bytename(d.name)) }
    let fehlend = verweise.filter { !vorhanden.contains(Bytename($0.name)) }
    var nachsicht: [String: String] = [:]
    if !fehlend.isEmpty {
      for d in paket.dateien { nachsicht[d.name.lowercased()] = d.name }
    }
    for v in fehlend {
      let ort = Ort(datei: name, zeile: v.zeile, objekt: v.objekt.text, betreff: v.betreff)
      let aehnlich = nachsicht[v.name.lowercased()].map {
        " Vorhanden ist \($0); Groß- und Kleinschreibung müssen übereinstimmen."
      }
      melde("R52", "Datei \(v.name) fehlt im Container." + (aehnlich ?? ""), ort: ort)
    }
    let gesamt = paket.dateien.reduce(0) { $0 + $1.groesse }
    var stand: Int64 = 0
    var rechner: [Hashverfahren: Rechner] = [:]
    let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 64)
    defer { puffer.deallocate() }
    do {
      // Encrypted entries were told from the directory.
      try paket.jedeDatei(verschluesselteAuslassen: true) { datei, groesse, lies in
        let verweis = erwartet[Bytename(datei)].map { verweise[$0] }
        if verweis == nil { meldeUngenannt(datei, neben: name) }
        var r: Rechner?
        if let verfahren = verweis?.pruefsumme?.verfahren {
          r = try rechner[verfahren] ?? Rechner(verfahren)
          rechner[verfahren] = r
        }
        var laenge: Int64 = 0
        do {
          while true {
            let n = try lies(puffer)
            if n <= 0 { break }
            laenge += Int64(n)
            r?.bildner.nimm(UnsafeRawBufferPointer(rebasing: puffer[..<n]))
          }
        } catch let fehler as BehaelterFehler {
          // A damaged file does not hide the next one.
          try melde(fehler)
          _ = r?.bildner.abschluss()
          return
        }
        stand += laenge
        pruefer.fortschritt?(datei, stand, gesamt)
        guard let verweis else { return }
        vergleiche(verweis, laenge, r?.bildner.abschluss().first, nachricht: name)
      }
    } catch let fehler as BehaelterFehler {
      try melde(fehler)
    }
    bericht.angaben.append(("Dateien im Container", "\(max(0, paket.dateien.count - 1))"))
  }

  /// A file that the message does not name (R54), or a second message (R2).
  private func meldeUngenannt(_ datei: String, neben nachricht: String) {
    if datei.lowercased().hasSuffix(".xml"), Nachrichtenname(dateiname: datei) != nil {
      melde(
        "R2", "Erwartet genau eine Nachricht, gefunden: \(nachricht), \(datei).",
        ort: Ort(datei: datei))
    } else {
      melde("R54", "Datei \(datei) wird in der Nachricht nicht genannt.", ort: Ort(datei: datei))
    }
  }

  /// What was read of a file against what the message says (R56, R59).
  private func vergleiche(
    _ v: Dateiverweis, _ laenge: Int64, _ ist: Pruefsumme?, nachricht: String
  ) {
    let ort = Ort(datei: nachricht, zeile: v.zeile, objekt: v.objekt.text, betreff: v.betreff)
    if laenge == 0 { melde("R59", "Datei \(v.name) ist leer.", ort: ort) }
    if let soll = v.pruefsumme, let ist, ist != soll {
      melde(
        "R56", "Hash von \(v.name) stimmt nicht (erwartet \(soll.hex), berechnet \(ist.hex)).",
        ort: ort)
    }
  }
}

/// A name compared byte by byte: `ä` composed and decomposed are two names here.
struct Bytename: Hashable {
  let name: String
  init(_ name: String) { self.name = name }
  static func == (a: Self, b: Self) -> Bool { a.name.utf8.elementsEqual(b.name.utf8) }
  func hash(into hasher: inout Hasher) {
    var kopie = name
    kopie.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

/// A digest calculator that a dictionary can hold.
final class Rechner {
  var bildner: Pruefsummenbildner
  init(_ verfahren: Hashverfahren) throws { bildner = try Pruefsummenbildner([verfahren]) }
}
