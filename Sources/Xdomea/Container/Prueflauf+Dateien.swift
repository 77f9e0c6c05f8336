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
    guard let verzeichnis = paket.verzeichnis else { return }
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
    let nachsicht = Dictionary(
      paket.dateien.map { ($0.name.lowercased(), $0.name) }, uniquingKeysWith: { a, _ in a })
    for v in verweise where !vorhanden.contains(Bytename(v.name)) {
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
      try paket.jedeDatei { datei, groesse, lies in
        guard let i = erwartet[Bytename(datei)] else {
          melde(
            "R54", "Datei \(datei) wird in der Nachricht nicht genannt.", ort: Ort(datei: datei))
          while try lies(puffer) > 0 {}
          return
        }
        let v = verweise[i]
        let soll = v.pruefsumme
        var r: Rechner?
        if let verfahren = soll?.verfahren {
          r = try rechner[verfahren] ?? Rechner(verfahren)
          rechner[verfahren] = r
        }
        var laenge: Int64 = 0
        while true {
          let n = try lies(puffer)
          if n <= 0 { break }
          laenge += Int64(n)
          r?.bildner.nimm(UnsafeRawBufferPointer(rebasing: puffer[..<n]))
        }
        stand += laenge
        pruefer.fortschritt?(datei, stand, gesamt)
        let ort = Ort(datei: name, zeile: v.zeile, objekt: v.objekt.text, betreff: v.betreff)
        if laenge == 0 { melde("R59", "Datei \(datei) ist leer.", ort: ort) }
        if let soll, let ist = r?.bildner.abschluss().first, ist != soll {
          melde(
            "R56",
            "Hash von \(datei) stimmt nicht (erwartet \(soll.hex), berechnet \(ist.hex)).",
            ort: ort)
        }
      }
    } catch let fehler as BehaelterFehler {
      try meldeContainerfehler(fehler)
    }
    bericht.angaben.append(("Dateien im Container", "\(max(0, paket.dateien.count - 1))"))
  }

  private func meldeContainerfehler(_ fehler: BehaelterFehler) throws {
    switch fehler {
    case .nichtLesbar: throw fehler
    case .grenze(_, let eintrag, _, _):
      melde("R7", fehler.description, ort: Ort(datei: eintrag ?? pfad))
    case .verschluesselt: break  // already told by the directory
    default: melde("H1", fehler.description, ort: Ort(datei: pfad))
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
