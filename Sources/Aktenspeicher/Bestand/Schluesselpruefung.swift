// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Pruefsummen

/// Checks the keys of the payloads: what lives can be opened, what was destroyed cannot, and no key
/// lies ready that nothing was sealed with.
struct Schluesselpruefung {
  private let l: Lesezugriff
  private let objektlage: Anweisung
  private var ohneNutzlast: Set<ObjektID> = []

  init(_ l: Lesezugriff) throws {
    self.l = l
    objektlage = try l.anweisung("SELECT lage, folge FROM objekt WHERE id = ?")
    // Most keys belong to an object one of whose entries is sealed with it; the others are few.
    let a = try l.anweisung(
      """
      SELECT objekt FROM schluessel s WHERE NOT EXISTS (SELECT 1 FROM protokollobjekt o \
      JOIN protokoll p ON p.folge = o.folge \
      WHERE o.objekt = s.objekt AND substr(p.nutzlast, 2, 16) = s.objekt)
      """)
    try a.jedeZeile {
      ohneNutzlast.insert(ObjektID(sechzehn: a.bytes(0)) ?? .leer)
      return true
    }
  }

  /// Keys for which no payload came, after all entries.
  var ueberzaehlige: [ObjektID] { ohneNutzlast.sorted { $0.text < $1.text } }

  /// What is wrong with the payload of an entry, as a German sentence; nil if nothing is.
  mutating func pruefe(_ eintrag: Protokolleintrag, _ bytes: [UInt8]) throws -> String? {
    guard let versiegelt = try? VersiegelteNutzlast(bytes: bytes) else { return nil }
    let id = versiegelt.objekt
    ohneNutzlast.remove(id)
    let (bekannt, vernichtet) = try stand(id)
    // What was sealed before the destruction must stay closed; an attempt after it, which is refused,
    // has a key of its own.
    let mussGeschlossenSein = vernichtet.map { eintrag.folge < $0 } ?? false
    guard let schluessel = try l.schluessel(id) else {
      if mussGeschlossenSein { return nil }
      return bekannt
        ? "Der Schlüssel des Objekts \(id) fehlt."
        : "Der Schlüssel für die Nutzlast von Eintrag \(eintrag.folge) fehlt."
    }
    let istOffen = oeffnet(schluessel, versiegelt, eintrag)
    if mussGeschlossenSein {
      return istOffen
        ? "Der Schlüssel des vernichteten Objekts \(id) ist noch da; Eintrag \(eintrag.folge) lässt "
          + "sich wieder lesen." : nil
    }
    return istOffen ? nil : "Die Nutzlast von Eintrag \(eintrag.folge) lässt sich nicht öffnen."
  }

  /// Whether there is an object with this id, and the entry with which it was destroyed.
  private func stand(_ id: ObjektID) throws -> (bekannt: Bool, vernichtet: Int64?) {
    objektlage.binde(1, id)
    return try objektlage.ersteZeile {
      let tot = [Lage.vernichtet.nummer, Dokumentlage.vernichtet.nummer]
        .contains(Int(objektlage.zahl(0)))
      return (true, tot ? objektlage.zahl(1) : nil)
    } ?? (false, nil)
  }

  private func oeffnet(
    _ bytes: [UInt8], _ versiegelt: VersiegelteNutzlast, _ eintrag: Protokolleintrag
  ) -> Bool {
    guard let schluessel = try? Objektschluessel(bytes: bytes) else { return false }
    return (try? versiegelt.oeffne(ereignis: eintrag.ereignis, mit: schluessel)) != nil
  }
}
