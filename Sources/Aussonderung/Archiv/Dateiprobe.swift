// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Behaelter
internal import Pruefsummen
internal import Xdomea

/// Proves the files of a transfer: each that is named is there, once, with the bytes its hash tells
/// (R52, R56).
struct Dateiprobe {
  private struct Erwartung {
    let objekt: ObjektID
    let hash: Hashangabe?
  }

  private var erwartet: [String: Erwartung] = [:]
  private(set) var dateien = 0
  private(set) var bytes: Int64 = 0
  private(set) var bytesJeObjekt: [ObjektID: Int64] = [:]

  /// Notes the files of an object, each under the nearest Akte or Vorgang.
  mutating func nimm(_ objekt: Schriftgutobjekt) {
    switch objekt {
    case .akte(var a):
      for t in a.teilakten { nimm(.akte(t)) }
      for v in a.vorgaenge { nimm(.vorgang(v)) }
      a.teilakten = []
      a.vorgaenge = []
      nimmEigene(.akte(a))
    case .vorgang(var v):
      for t in v.teilvorgaenge { nimm(.vorgang(t)) }
      v.teilvorgaenge = []
      nimmEigene(.vorgang(v))
    case .dokument: nimmEigene(objekt)
    }
  }

  private mutating func nimmEigene(_ objekt: Schriftgutobjekt) {
    Nachrichtenteil.schriftgutobjekt(objekt).jedeDatei { name, hash in
      erwartet[name] = Erwartung(objekt: objekt.id, hash: hash)
    }
  }

  /// Reads all files.
  ///
  /// - Returns: What is wrong, by object; objects without a fault are not in it.
  /// - Throws: If the container cannot be read.
  mutating func pruefe(_ paket: Nachrichtenpaket) throws -> [ObjektID: String] {
    var maengel: [ObjektID: String] = [:]
    var offen = erwartet
    try paket.jedeDatei { name, _, lies in
      guard let e = offen.removeValue(forKey: name) else { return }
      let soll = e.hash?.pruefsumme
      var bildner = try Pruefsummenbildner([soll?.verfahren ?? .sha256])
      let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
      defer { puffer.deallocate() }
      var gelesen: Int64 = 0
      do {
        while true {
          let n = try lies(puffer)
          guard n > 0 else { break }
          gelesen += Int64(n)
          bildner.nimm(UnsafeRawBufferPointer(rebasing: puffer[..<n]))
        }
      } catch let fehler as BehaelterFehler {
        maengel[e.objekt] = "Die Datei \(name) ist nicht lesbar: \(fehler)"
        return
      }
      dateien += 1
      bytes += gelesen
      bytesJeObjekt[e.objekt, default: 0] += gelesen
      if let soll, bildner.abschluss().first != soll {
        maengel[e.objekt] = "Der Hash der Datei \(name) stimmt nicht (R56)."
      }
    }
    for (name, e) in offen { maengel[e.objekt] = "Die Datei \(name) fehlt im Container (R52)." }
    return maengel
  }
}
