// SPDX-License-Identifier: Apache-2.0

extension Lebenszyklus {
  /// What follows from an event on a unit of the Aktenplan (A35).
  ///
  /// - Throws: ``LifecycleFehler`` with the row and the reason; nothing follows then.
  public static func wende(
    _ ereignis: Einheitsereignis, auf zustand: Einheitszustand?, ziel: String, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("A35", nil, k)
    var w = Wirkungen("A35")
    switch ereignis {
    case .anlegen(let angaben):
      try gang.verlange(k.akteur.hat(.fachadministration, .system), .nichtBefugt(.konfigurieren))
      try gang.verlange(angaben.kennzeichen == ziel && !ziel.istLeerraum, .kennzeichenLeer)
      try gang.verlange(!angaben.bezeichnung.istLeerraum, .betreffLeer)
      // What was decided about the unit stays when it is described anew.
      var neu = angaben
      neu.stillgelegt = zustand?.stillgelegt ?? false
      neu.vorabbewertung = zustand?.vorabbewertung
      w.einheit = neu
    case .stilllegen:
      try gang.befugt(.konfigurieren)
      guard var neu = zustand else { throw gang.nein(.einheitUnbekannt) }
      try gang.verlange(!neu.stillgelegt, .einheitStillgelegt)
      neu.stillgelegt = true
      w.einheit = neu
    case .vorabbewerten(let bewertung):
      try gang.befugt(.bewerten)
      guard var neu = zustand else { throw gang.nein(.einheitUnbekannt) }
      try gang.verlange(!bewertung.nachweis.istLeerraum, .begruendungFehlt)
      try gang.verlange(bewertung.art != .bewerten, .keineEntscheidung)
      neu.vorabbewertung = bewertung
      w.einheit = neu
    }
    return w
  }
}
