// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Lifecycle
internal import Pruefsummen

/// An entry of the Protokoll with what it says in words.
public struct Protokollbild: Sendable {
  /// The entry.
  public let eintrag: Protokolleintrag
  /// Who, why and what; nil if the key was destroyed together with the object.
  public let nutzlast: Protokollnutzlast?
}

extension Speicher {
  /// The Protokoll, oldest entry first, until `body` returns false.
  ///
  /// - Parameters:
  ///   - objekt: Only entries about this object; nil: all.
  ///   - nach: Only entries after this number.
  ///   - body: Takes each entry.
  /// - Throws: ``SpeicherFehler`` or what `body` throws.
  public func protokoll(
    ueber objekt: ObjektID? = nil, nach: Int64 = 0, _ body: (Protokollbild) throws -> Bool
  ) throws {
    try lies { l in
      func zeige(_ zeile: Protokollzeile) throws -> Bool {
        guard zeile.folge > nach else { return true }
        return try body(try l.bild(zeile))
      }
      if let objekt {
        try l.protokoll(ueber: objekt, zeige)
      } else {
        try l.protokoll(nach: nach, zeige)
      }
    }
  }

  /// The history of an object as xdomea writes it.
  ///
  /// - Parameters:
  ///   - id: The object.
  ///   - abgelehnte: Whether refused events are part of it.
  /// - Returns: The entries, oldest first.
  /// - Throws: ``SpeicherFehler``.
  public func historie(
    _ id: ObjektID, abgelehnte: Bool = false
  ) throws -> [HistorienProtokollInformation] {
    var alle: [HistorienProtokollInformation] = []
    try protokoll(ueber: id) { bild in
      if abgelehnte || bild.eintrag.ausgang == .angenommen {
        alle += bild.eintrag.historie(bild.nutzlast)
      }
      return true
    }
    return alle
  }

  /// When the last entry of the Protokoll was made; nil if there is none.
  ///
  /// - Throws: ``SpeicherFehler``.
  public func letzterZeitpunkt() throws -> Zeitpunkt? {
    try lies { l in
      try l.eintrag(try l.letzteFolge()).map { try l.bild($0).eintrag.zeitpunkt }
    }
  }

  /// Number and hash of the last entry: what is noted outside of the store proves later that the end
  /// was not cut off.
  public func protokollkopf() throws -> Kettenkopf { try lies { try $0.kopf() } }

  /// Writes the Protokoll for people without the store, line by line; see ``Protokollausfuhr``.
  ///
  /// - Parameters:
  ///   - klartext: Whether readable payloads go along; without them the file holds no personal data.
  ///   - zeile: Takes each line with its line feed.
  /// - Throws: ``SpeicherFehler``, or what `zeile` throws.
  public func fuehreProtokollAus(
    klartext: Bool, _ zeile: ([UInt8]) throws -> Void
  ) throws {
    try lies { l in
      var ausfuhr = Protokollausfuhr()
      try zeile(ausfuhr.kopfzeile())
      let a = try l.anweisung("SELECT folge FROM protokoll ORDER BY folge")
      try a.jedeZeile {
        guard let p = try l.eintrag(a.zahl(0)) else { return true }
        let offen = klartext ? try l.bild(p).nutzlast : nil
        try zeile(try ausfuhr.zeile(satz: p.eintrag, nutzlast: p.nutzlast, geoeffnet: offen))
        return true
      }
      try zeile(try ausfuhr.schlusszeile())
    }
  }
}

extension Lesezugriff {
  func bild(_ zeile: Protokollzeile, ohneEreignis: Bool = false) throws -> Protokollbild {
    let eintrag: Protokolleintrag
    do {
      eintrag = try Protokolleintrag(satz: zeile.eintrag)
    } catch {
      throw SpeicherFehler.beschaedigt(
        pfad: pfad, grund: "der Eintrag \(zeile.folge) des Protokolls ist nicht lesbar")
    }
    guard let versiegelt = try? VersiegelteNutzlast(bytes: zeile.nutzlast),
      let bytes = try schluessel(versiegelt.objekt),
      let schluessel = try? Objektschluessel(bytes: bytes)
    else { return Protokollbild(eintrag: eintrag, nutzlast: nil) }
    return Protokollbild(
      eintrag: eintrag,
      nutzlast: ohneEreignis
        ? try? versiegelt.oeffneAuszug(ereignis: eintrag.ereignis, mit: schluessel)
        : try? versiegelt.oeffne(ereignis: eintrag.ereignis, mit: schluessel))
  }
}
