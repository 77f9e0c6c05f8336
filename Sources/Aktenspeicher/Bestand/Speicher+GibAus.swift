// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Lifecycle
public import Xdomea

/// What a transfer container got.
public struct Ausgabeergebnis: Sendable {
  /// The container.
  public internal(set) var pfad = ""
  /// The message in it.
  public internal(set) var nachrichtname = ""
  /// Number of Akten and Teilakten, those that only show the context included.
  public internal(set) var akten = 0
  /// Number of Vorgänge and Teilvorgänge, those that only show the context included.
  public internal(set) var vorgaenge = 0
  /// Number of Dokumente.
  public internal(set) var dokumente = 0
  /// Number of files.
  public internal(set) var dateien = 0
  /// Bytes of the files.
  public internal(set) var bytes: Int64 = 0
  /// Places where a description names a file that the store never had; they are left out.
  public internal(set) var ohneDatei = 0
  /// What the version cannot express.
  public internal(set) var verluste = Verlustbericht()
}

extension Speicher {
  /// Writes Akten and Vorgänge with everything in them as a 0503 container; each file is proved by
  /// its digest while it is read.
  ///
  /// The container appears complete or not at all.
  ///
  /// From 4.0 a Vorgang goes along in its Akte, which is marked as a Kontextobjekt (lebenszyklus
  /// FAKTEN 2.6); before, it stands by itself, and so may a single Dokument. Whether the objects may be handed over is the business
  /// of the life cycle (P08), not of this method. One top-level object is in memory at a time.
  ///
  /// - Parameters:
  ///   - ids: The objects; what lies in another one of them goes along with that.
  ///   - ziel: The container, or a folder that gets one with the standard's name.
  ///   - kopf: The head of the message.
  ///   - version: The version to write.
  ///   - historie: Whether the history goes along.
  ///   - ueberschreiben: Replace an existing container.
  ///   - fortschritt: Called after each file with its name, the number of files and the bytes so far.
  /// - Returns: What was written.
  /// - Throws: ``SpeicherFehler/dateiVeraendert(pfad:erwartet:gefunden:)`` and others;
  /// `XdomeaFehler` if an id is unknown, or names a Dokument or something destroyed; nothing is left
  /// at the target then.
  public func gibAus(
    _ ids: [ObjektID], nach ziel: String, _ kopf: Nachrichtenkopf, version: XdomeaFassung,
    historie: Bool = true, ueberschreiben: Bool = false,
    fortschritt: ((_ was: String, _ dateien: Int, _ bytes: Int64) -> Void)? = nil
  ) throws -> Ausgabeergebnis {
    try lies { l in
      let auswahl = try Ausgabeauswahl(ids, l, loseDokumente: version < .v400)
      let lauf = try Uebergabelauf(
        l, ablage, ziel, kopf, version, ueberschreiben: ueberschreiben, fortschritt)
      return try lauf.laufe(auswahl, historie: historie)
    }
  }
}

/// The objects that were chosen, sorted out: nothing twice, and what lies above.
struct Ausgabeauswahl {
  /// The chosen objects, without those that lie in another one of them, in the order given.
  private(set) var gewaehlt: [Objektzeile] = []
  /// The objects above, by number; for each chosen one the highest first in ``wurzeln``.
  private(set) var kontext: Set<Int64> = []
  /// The highest objects above the chosen ones or these themselves, each once, in the order given.
  private(set) var wurzeln: [Objektzeile] = []

  init(_ ids: [ObjektID], _ l: Lesezugriff, loseDokumente: Bool) throws {
    let alle = try ids.map { id in
      guard let zeile = try l.objekt(id) else {
        throw XdomeaFehler.eingabe("Das Objekt \(id) gibt es im Speicher nicht.")
      }
      guard loseDokumente || zeile.ebene != .dokument else {
        throw XdomeaFehler.eingabe(
          "\(id) ist ein Dokument. Ab xdomea 4.0 gehen Dokumente nur mit ihrem Vorgang oder ihrer "
            + "Akte; nennen Sie diese.")
      }
      guard zeile.lage != Lage.vernichtet.nummer, zeile.lage != Lage.storniert.nummer,
        zeile.lage != Dokumentlage.vernichtet.nummer
      else {
        throw XdomeaFehler.eingabe("Das Objekt \(id) ist vernichtet oder storniert.")
      }
      return zeile
    }
    let genannt = Set(alle.map(\.nr))
    var schon: Set<Int64> = []
    var oberste: Set<Int64> = []
    for zeile in alle where schon.insert(zeile.nr).inserted {
      var oben: [Objektzeile] = []
      var weiter = zeile.eltern
      while let nr = weiter, let naechste = try l.objekt(nummer: nr), oben.count < 100 {
        oben.append(naechste)
        weiter = naechste.eltern
      }
      guard !oben.contains(where: { genannt.contains($0.nr) }) else { continue }
      gewaehlt.append(zeile)
      kontext.formUnion(oben.map(\.nr))
      let wurzel = oben.last ?? zeile
      if oberste.insert(wurzel.nr).inserted { wurzeln.append(wurzel) }
    }
    guard !gewaehlt.isEmpty else {
      throw XdomeaFehler.eingabe("Es ist kein Objekt genannt, das übergeben werden soll.")
    }
  }
}
