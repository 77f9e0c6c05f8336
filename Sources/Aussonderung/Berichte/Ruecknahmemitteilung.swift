// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Pruefung
internal import Xdomea

/// The notice by which an agency tells the archive that it takes an offer back (P07): xdomea has no
/// message for that, so it is a letter to be sent or printed.
///
/// JSON: `schemaVersion` (1), `bericht` = `ruecknahme`, `kopf` as in ``Anbieteverzeichnisbericht`` with the
/// messages that are void, then `grund`, `am` and `objekte`, the number of objects.
public struct Ruecknahmemitteilung: Aussonderungsbericht {
  /// Who takes back what, and who is told.
  public var kopf: Berichtskopf
  /// Why.
  public var grund: String
  /// The day.
  public var am: Kalendertag
  /// How many objects were offered.
  public var objekte: Int

  /// A notice.
  ///
  /// - Parameters:
  ///   - kopf: Who takes back what, with the messages that are void.
  ///   - grund: Why.
  ///   - am: The day.
  ///   - objekte: How many objects were offered.
  public init(_ kopf: Berichtskopf, grund: String, am: Kalendertag, objekte: Int) {
    self.kopf = kopf
    self.grund = grund
    self.am = am
    self.objekte = objekte
  }

  /// See ``Aussonderungsbericht/dateiname``.
  public var dateiname: String { "ruecknahme" }

  /// See ``Aussonderungsbericht/html(into:)``.
  public func html(into senke: (UnsafeRawBufferPointer) throws -> Void) throws {
    try withoutActuallyEscaping(senke) { senke in
      let seite = try Seitenschreiber(
        "Rücknahme eines Angebots", unter: [kopf.untertitel],
        tabellen: [Berichtskopf.nachrichtenform], senke)
      try seite.abschnitt("Mitteilung an das Archiv", "mitteilung") {
        seite.absatz(
          "Die Behörde nimmt das unten genannte Angebot zurück. Die Unterlagen bleiben bei ihr und "
            + "werden zu gegebener Zeit neu angeboten.")
        seite.absatz(
          "Bitte bewerten Sie die Unterlagen nicht, und schließen Sie den Prozess bei sich ab. Eine "
            + "Bewertung (0502), die zu diesem Prozess noch eintrifft, wird nicht mehr angewandt.")
        seite.absatz(
          "Der Standard xdomea kennt für die Rücknahme keine Nachricht; senden Sie deshalb diese "
            + "Mitteilung, zum Beispiel als Brief oder E-Mail.")
        seite.angaben(
          "Was zurückgenommen wird",
          kopf.angaben(
            "Zurückgenommen",
            [("Tag", am.anzeige), ("Grund", grund), ("Angebotene Objekte", objekte.deutsch)]))
      }
      try kopf.schreibeNachrichten(seite)
      try seite.unterschriften([
        ("Für die Behörde", kopf.behoerde), ("Vom Archiv zur Kenntnis genommen", kopf.archiv),
      ])
      try seite.beende()
    }
  }

  /// See ``Aussonderungsbericht/json(into:)``; the type says which keys there are.
  public func json(into senke: (UnsafeRawBufferPointer) throws -> Void) throws {
    try withoutActuallyEscaping(senke) { senke in
      let json = JSONStrom(senke)
      try json.objekt {
        json.zahl("schemaVersion", 1)
        json.text("bericht", "ruecknahme")
        try kopf.schreibe(json)
        json.text("grund", grund)
        json.text("am", am.text)
        json.zahl("objekte", objekte)
      }
      try json.beende()
    }
  }
}
