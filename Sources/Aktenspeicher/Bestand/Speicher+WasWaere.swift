// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Lifecycle

extension Speicher {
  /// What a new version of the catalogue would do to all periods in the store. Nothing changes.
  ///
  /// - Parameters:
  ///   - katalog: The new version.
  ///   - stichtag: From which day it would count.
  ///   - jedes: Called for each closed object with a period; the order is that of coming in.
  /// - Returns: The sums.
  /// - Throws: ``SpeicherFehler`` or what `jedes` throws.
  @discardableResult
  public func waswaere(
    _ katalog: Aufbewahrungskatalog, stichtag: Kalendertag,
    jedes: (Schriftgutzustand, Wechselbericht.Zeile) throws -> Void = { _, _ in }
  ) throws -> Wechselbericht {
    try lies { l in
      var bericht = Wechselbericht(katalog: katalog, stichtag: stichtag)
      let quelle = Lesequelle(l: l, kataloge: Katalogbestand())
      try l.jedesObjekt { zeile in
        guard zeile.lage == 2 || zeile.lage == 3 else { return true }
        let z = try zeile.schriftgut(l.pfad)
        guard let f = z.frist else { return true }
        let unten = f.regel.bezug == .letzterVorgang ? try quelle.nachfahren(z.id) : []
        let neu = bericht.nimm(
          Wechselobjekt(
            objekt: z.kennzeichen.text, aktenplan: z.einheit, selektor: z.selektor, regel: f.regel,
            eingaben: z.fristeingaben(nachfahren: unten)))
        try jedes(z, neu)
        return true
      }
      return bericht
    }
  }
}
