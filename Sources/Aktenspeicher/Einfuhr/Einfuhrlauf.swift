// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Glibc
internal import Lifecycle
internal import Xdomea

/// One run of an import: objects come in one by one, wait until there are enough for a transaction,
/// and then go into the store with their files.
///
/// Memory is bounded by one top-level object and one transaction. A crash loses the transaction
/// under way; the same import run again goes on where it stopped, since each event has the same id.
final class Einfuhrlauf {
  let speicher: Speicher
  let optionen: Importoptionen
  let ableitung: Namensableitung
  let quelle: Quelldateien
  /// What explains a rule that came with an object, such as `aus der Nachricht …`.
  let herkunft: String
  /// The day on which objects were closed at the latest, as far as the source says.
  let spaetestensGeschlossen: Kalendertag
  var bericht = Importbericht()
  /// Objects that were refused, or lie in one that was.
  var abgelehnte: Set<ObjektID> = []

  private let kataloge: Katalogbestand
  private var wartend: [Einfuhrzeile] = []
  private var wartendeDateien = 0
  private var wartendeBytes: Int64 = 0

  /// So many files go into one transaction, at most, and so many bytes.
  private static let dateienJeTransaktion = 1024
  private static let bytesJeTransaktion: Int64 = 512 << 20

  init(
    _ speicher: Speicher, _ optionen: Importoptionen, _ ableitung: Namensableitung,
    _ quelle: Quelldateien, herkunft: String, spaetestensGeschlossen: Kalendertag? = nil
  ) throws {
    guard speicher.istSchreibend else { throw SpeicherFehler.nurLesend(ordner: speicher.ordner) }
    guard optionen.zeitpunkt.utcMitMillisekunden != nil else {
      throw Protokollfehler.zeitpunktOhneZone(optionen.zeitpunkt.text)
    }
    self.speicher = speicher
    self.optionen = optionen
    self.ableitung = ableitung
    self.quelle = quelle
    self.herkunft = herkunft
    let spaetestens = spaetestensGeschlossen ?? optionen.heute
    self.spaetestensGeschlossen = min(spaetestens, optionen.heute)
    kataloge = try speicher.kataloge()
    try speicher.datenbank.setzePuffer(kibibyte: Datenbank.grosserPuffer)
  }

  deinit { try? speicher.datenbank.setzePuffer(kibibyte: Datenbank.puffer) }

  /// Id and instant of an event.
  func kopf(_ id: EreignisID) -> Ereigniskopf {
    Ereigniskopf(id: id, zeitpunkt: optionen.zeitpunkt)
  }

  /// Takes in what a top-level object became; the lines must be used up before the next one comes.
  func nimm(_ zeilen: [Einfuhrzeile]) throws {
    for zeile in zeilen {
      wartend.append(zeile)
      wartendeDateien += zeile.dateinamen.count
      wartendeBytes += zeile.dateibytes
      if wartend.count >= optionen.objekteJeTransaktion
        || wartendeDateien >= Self.dateienJeTransaktion
        || wartendeBytes >= Self.bytesJeTransaktion
      {
        try schreibeWartende()
      }
    }
  }

  /// Brings everything that waits into the store.
  func schreibeWartende() throws {
    guard !wartend.isEmpty else { return }
    var zeilen = wartend
    wartend.removeAll(keepingCapacity: true)
    wartendeDateien = 0
    wartendeBytes = 0
    let stapel = try speicher.neuerStapel()
    try liesDateien(&zeilen, stapel)
    // The batch lives until the commit, so that nobody deletes the same bytes in between.
    try withExtendedLifetime(stapel) {
      try speicher.mitVollzug(kataloge: kataloge) { gang in
        var benutzt: Set<Dateihash> = []
        for zeile in zeilen where try uebernimm(zeile, gang) {
          for datei in zeile.dateien { benutzt.insert(datei.hash) }
        }
        // Before the commit names them, the files are on the disk; what was refused leaves none.
        stapel.gibZurueck(Set(stapel.dateien.map(\.hash)).subtracting(benutzt))
        try stapel.veroeffentliche()
      }
    }
    if let letzte = zeilen.last {
      optionen.fortschritt?(letzte.bezeichnung, bericht.objekte, bericht.bytes)
    }
  }

  /// Reads the files of lines whose event has not happened yet.
  private func liesDateien(_ zeilen: inout [Einfuhrzeile], _ stapel: Aufnahmestapel) throws {
    let mitDateien = zeilen.indices.filter { !zeilen[$0].dateinamen.isEmpty }
    guard !mitDateien.isEmpty else { return }
    let neue = try speicher.lies { l in
      try mitDateien.filter { try !l.istGeschehen(zeilen[$0].ereignis) }
    }
    var einzug = Dateieinzug(quelle, stapel)
    var auszug = neue.map { zeilen[$0] }
    try einzug.lies(&auszug)
    for (i, zeile) in zip(neue, auszug) { zeilen[i] = zeile }
  }

  /// Writes down that a line is refused.
  func lehneAb(
    _ zeile: Einfuhrzeile, _ handlung: Handlung, _ fehler: LifecycleFehler, meldung: String? = nil,
    _ gang: Vollzugsgang<Zufallsvorrat>
  ) throws {
    // Not the id of the event itself: the object may come in later, when the reason is gone.
    let id = ableitung.kennung(
      "ablehnung", zeile.ereignis.text + fehler.grund.code + optionen.zeitpunkt.text,
      Ereignisbezug.self)
    _ = try gang.lehneAb(handlung, kopf(id), fehler)
    abgelehnte.insert(zeile.id)
    bericht.lehneAb(
      Importablehnung(
        was: zeile.bezeichnung, objekt: zeile.id, meldung: meldung ?? fehler.description,
        fehler: fehler))
  }
}

extension Lesezugriff {
  /// True if the event is in the Protokoll.
  func istGeschehen(_ ereignis: EreignisID) throws -> Bool {
    let a = try anweisung("SELECT 1 FROM protokoll WHERE ereignis = ?")
    a.binde(1, ereignis.als(Objektbezug.self))
    return try a.ersteZeile { true } ?? false
  }
}
