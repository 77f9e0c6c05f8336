// SPDX-License-Identifier: Apache-2.0
public import Akte

/// An event on a document's way with what is known of every event.
///
/// The common envelope of lebenszyklus FAKTEN 4; hashes and predecessor are added by the Protokoll.
public struct Laufmeldung: Hashable, Sendable, Codable {
  /// The id of the event.
  public var id: EreignisID
  /// Version of the form of ``ereignis``; 1.
  public var fassung = 1
  /// The document.
  public var objekt: ObjektID
  /// When.
  public var zeitpunkt: Zeitpunkt
  /// Who acted.
  public var akteur: String
  /// In which role, such as `SB` or `Poststelle`.
  public var rolle: String
  /// The agency, where several share a system.
  public var mandant: String?
  /// The event that caused this one.
  public var ursache: EreignisID?
  /// What happened.
  public var ereignis: Laufereignis

  /// An event.
  public init(
    id: EreignisID, objekt: ObjektID, zeitpunkt: Zeitpunkt, akteur: String, rolle: String,
    mandant: String? = nil, ursache: EreignisID? = nil, ereignis: Laufereignis
  ) {
    self.id = id
    self.objekt = objekt
    self.zeitpunkt = zeitpunkt
    self.akteur = akteur
    self.rolle = rolle
    self.mandant = mandant
    self.ursache = ursache
    self.ereignis = ereignis
  }

  /// Checks the event by itself; what happened before knows ``Scanstand``.
  ///
  /// - Throws: ``Lauffehler``.
  public func pruefe() throws(Lauffehler) {
    let pruefung = Laufpruefung("laufmeldung")
    guard fassung == 1 else { throw pruefung.falsch("fassung", "\(fassung) ist unbekannt") }
    try pruefung.text(akteur, "akteur")
    try pruefung.text(rolle, "rolle")
    guard zeitpunkt.utcMitMillisekunden != nil else {
      throw pruefung.falsch("zeitpunkt", "er nennt keine Zeitzone")
    }
    try ereignis.pruefe()
  }

  /// The payload for the Protokoll, with the whole event as JSON.
  ///
  /// - Throws: ``Protokollfehler/nichtDarstellbar(grund:)``.
  public func nutzlast() throws(Protokollfehler) -> Protokollnutzlast {
    var nutzlast = Protokollnutzlast(akteur: akteur, rolle: rolle, grund: ereignis.bemerkung)
    try nutzlast.setze(ereignis: self)
    return nutzlast
  }

  /// The event as xdomea writes it into the document's history.
  public func historie() -> HistorienProtokollInformation {
    var eintrag = HistorienProtokollInformation(
      akteur: rolle.isEmpty ? akteur : "\(akteur) (\(rolle))", datumUhrzeit: zeitpunkt,
      aktion: Aktionswort.wort(ereignis.art))
    eintrag.bemerkung = ereignis.bemerkung
    return eintrag
  }
}
