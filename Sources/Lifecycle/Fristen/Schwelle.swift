// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// The border between due and not due for all rows of one rule, and the pass that compares.
enum Schwelle {
  /// The latest reference day whose period is over on `heute`; `Int32.min` if there is none.
  static func faellig(_ regel: Fristregel, am heute: Kalendertag, _ grenzeJahre: Int)
    throws(Fristfehler) -> Int32
  {
    guard !regel.dauer.istUnplausibel(grenzeJahre: grenzeJahre) else {
      throw .dauerUnplausibel(regel.dauer, grenzeJahre: grenzeJahre)
    }
    // What a column holds is the reference day, whatever it is called; events that set the earliest
    // end are in a column of their own.
    var einfach = regel
    einfach.bezug = .zdA
    einfach.einschraenkungNachJahren = nil
    if einfach.startregel != .taggenau { einfach.startregel = .jahresende }
    if case .ereignis = regel.mindestBis { einfach.mindestBis = nil }
    let ohneEreignis = einfach
    return spaetester(bis: heute.tageszahl) { tag in
      let frist = try? Frist.tage(
        ohneEreignis, Fristeingaben(zdA: .tag(tag)), grenzeJahre: grenzeJahre)
      return frist?.istAbgelaufen(am: heute) ?? false
    }
  }

  /// The latest day of last processing whose guard warns on `heute`; `Int32.min` if there is none.
  static func anzubieten(_ regel: Fristregel, am heute: Kalendertag, _ vorlaufTage: Int) -> Int32 {
    var kurz = regel
    if regel.hebtWaechterAuf { return .min }
    kurz.dauer = .unbefristet
    kurz.einschraenkungNachJahren = nil
    let wacht = kurz
    return spaetester(bis: heute.tageszahl) { tag in
      let frist = try? Frist.tage(wacht, Fristeingaben(letzteBearbeitung: .tag(tag)))
      return frist?.mussAngebotenWerden(am: heute, vorlaufTage: vorlaufTage) ?? false
    }
  }

  /// The latest day with a property that no day after the first without it has; found by halving.
  private static func spaetester(bis ende: Int32, _ hat: (Kalendertag) -> Bool) -> Int32 {
    var unten: Int32 = -719_163
    var oben = ende
    while unten < oben {
      let mitte = unten + (oben - unten + 1) / 2
      guard let tag = Kalendertag(tageszahl: mitte) else { return .min }
      if hat(tag) { unten = mitte } else { oben = mitte - 1 }
    }
    return Kalendertag(tageszahl: unten) == nil ? .min : unten
  }

  /// Bit i is set if `tage[i] <= schwellen[klassen[i]]`, and `freiAb[i] <= heute` if given.
  ///
  /// `klassen` must name thresholds only.
  static func vergleiche(
    _ klassen: [UInt16], _ tage: [Int32], _ schwellen: [Int32], _ freiAb: [Int32]?,
    _ heute: Int32
  ) -> Bitmenge {
    let n = klassen.count
    // Without rules every row has number 0 and no day.
    let tafel = schwellen.isEmpty ? [Int32.min] : schwellen
    let worte = [UInt64](unsafeUninitializedCapacity: (n + 63) / 64) { ziel, laenge in
      klassen.withUnsafeBufferPointer { k in
        tage.withUnsafeBufferPointer { t in
          tafel.withUnsafeBufferPointer { s in
            if let freiAb {
              freiAb.withUnsafeBufferPointer { f in pass(k, t, s, f, heute, ziel) }
            } else {
              pass(k, t, s, ziel)
            }
          }
        }
      }
      laenge = (n + 63) / 64
    }
    return Bitmenge(worte: worte, umfang: n)
  }

  /// No branch inside; 64 rows become one word.
  private static func pass(
    _ klassen: UnsafeBufferPointer<UInt16>, _ tage: UnsafeBufferPointer<Int32>,
    _ schwellen: UnsafeBufferPointer<Int32>, _ freiAb: UnsafeBufferPointer<Int32>,
    _ heute: Int32, _ ziel: UnsafeMutableBufferPointer<UInt64>
  ) {
    var i = 0
    for stelle in 0..<((klassen.count + 63) / 64) {
      let ende = min(i &+ 64, klassen.count)
      var wort: UInt64 = 0
      var bit: UInt64 = 0
      while i < ende {
        let reif: UInt64 = tage[i] <= schwellen[Int(klassen[i])] ? 1 : 0
        let frei: UInt64 = freiAb[i] <= heute ? 1 : 0
        wort |= (reif & frei) &<< bit
        bit &+= 1
        i &+= 1
      }
      ziel.initializeElement(at: stelle, to: wort)
    }
  }

  private static func pass(
    _ klassen: UnsafeBufferPointer<UInt16>, _ tage: UnsafeBufferPointer<Int32>,
    _ schwellen: UnsafeBufferPointer<Int32>, _ ziel: UnsafeMutableBufferPointer<UInt64>
  ) {
    var i = 0
    for stelle in 0..<((klassen.count + 63) / 64) {
      let ende = min(i &+ 64, klassen.count)
      var wort: UInt64 = 0
      var bit: UInt64 = 0
      while i < ende {
        wort |= (tage[i] <= schwellen[Int(klassen[i])] ? 1 : 0) &<< bit
        bit &+= 1
        i &+= 1
      }
      ziel.initializeElement(at: stelle, to: wort)
    }
  }
}
