// SPDX-License-Identifier: Apache-2.0
package import Akte

/// The level of an object in the hierarchy (FAKTEN 1.1); the numbers are those of the database.
public enum Objektebene: Int, Hashable, Sendable, CaseIterable {
  /// An Akte.
  case akte = 0
  /// A Teilakte or a Band.
  case teilakte = 1
  /// A Vorgang.
  case vorgang = 2
  /// A Teilvorgang.
  case teilvorgang = 3
  /// A Dokument.
  case dokument = 4
}

/// A row of the table `objekt`.
package struct Objektzeile: Hashable, Sendable {
  /// The number by which tables refer to the object.
  package var nr: Int64
  /// Its id; the spelling that was received is in ``metadaten``.
  package var id: ObjektID
  /// Its level.
  package var ebene: Objektebene
  /// The number of the object it belongs to; nil at the top.
  package var eltern: Int64?
  /// The Kennzeichen of its Aktenplaneinheit.
  package var einheit: String?
  /// Its state as a number (FAKTEN 2.1); 2 is zdA, 3 inAufbewahrung.
  package var lage: Int
  /// Its Kennzeichen.
  package var kennzeichen: String?
  /// Its Betreff.
  package var betreff: String?
  /// The day it was closed.
  package var zda: Kalendertag?
  /// The first day on which it may be disposed of.
  package var reifab: Kalendertag?
  /// The last day on which it must be offered.
  package var spaetestens: Kalendertag?
  /// The number of holds.
  package var gesperrt: Int
  /// The id of the Aussonderungspaket it is in.
  package var paket: [UInt8]?
  /// The number of the last protocol entry about it.
  package var folge: Int64
  /// Its state in full.
  package var zustand: [UInt8]
  /// Its metadata in full.
  package var metadaten: [UInt8]

  /// A row from its values.
  package init(
    nr: Int64, id: ObjektID, ebene: Objektebene, eltern: Int64? = nil, einheit: String? = nil,
    lage: Int, kennzeichen: String? = nil, betreff: String? = nil, zda: Kalendertag? = nil,
    reifab: Kalendertag? = nil, spaetestens: Kalendertag? = nil, gesperrt: Int = 0,
    paket: [UInt8]? = nil, folge: Int64, zustand: [UInt8] = [], metadaten: [UInt8] = []
  ) {
    self.nr = nr
    self.id = id
    self.ebene = ebene
    self.eltern = eltern
    self.einheit = einheit
    self.lage = lage
    self.kennzeichen = kennzeichen
    self.betreff = betreff
    self.zda = zda
    self.reifab = reifab
    self.spaetestens = spaetestens
    self.gesperrt = gesperrt
    self.paket = paket
    self.folge = folge
    self.zustand = zustand
    self.metadaten = metadaten
  }
}

/// A row of the table `protokoll`; its contents are the business of the Protokoll.
package struct Protokollzeile: Hashable, Sendable {
  /// The position in the chain, from 1.
  package var folge: Int64
  /// The id of the event, which occurs once (FAKTEN 2.5: idempotency).
  package var ereignis: [UInt8]
  /// The chained entry.
  package var eintrag: [UInt8]
  /// The readable content beside the chain.
  package var nutzlast: [UInt8]

  /// A row from its values.
  package init(folge: Int64, ereignis: [UInt8], eintrag: [UInt8], nutzlast: [UInt8]) {
    self.folge = folge
    self.ereignis = ereignis
    self.eintrag = eintrag
    self.nutzlast = nutzlast
  }
}

/// An object that may be disposed of, as the due list gives it.
package struct Faelligzeile: Hashable, Sendable {
  /// The number of the object.
  package let nr: Int64
  /// Its id.
  package let id: ObjektID
  /// Its level.
  package let ebene: Objektebene
  /// Its state as a number.
  package let lage: Int
  /// The first day on which it may be disposed of.
  package let reifab: Kalendertag
  /// The number of holds.
  package let gesperrt: Int
}
