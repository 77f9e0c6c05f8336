// SPDX-License-Identifier: Apache-2.0
internal import Akte

extension Lebenszyklus {
  /// A31: from the dispatch of the request on the content is frozen.
  static func ersucheUebernahme(
    _ z: Schriftgutzustand, _ an: String, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("A31", z.id, k)
    try gang.befugt(.abtreten)
    try gang.verlange(
      z.lage == .inBearbeitung || z.lage == .zdA, .falscheLage(z.lage.anzeige))
    try gang.verlange(z.aussonderung == nil, .inAussonderung)
    let unten = try gang.nachfahren()
    try gang.keineAbgabe(z, try gang.vorfahren() + unten)
    try gang.verlange(unten.allSatisfy { $0.aussonderung == nil }, .inAussonderung)
    let dokumente = try gang.dokumente()
    let offen = dokumente.filter(\.hatOffeneSchritte).map(\.id)
    try gang.verlange(offen.isEmpty, .offenerSchritt(offen))
    let bearbeitet = dokumente.filter { $0.ausgechecktVon != nil }.map(\.id)
    try gang.verlange(bearbeitet.isEmpty, .ausgecheckt(bearbeitet))
    try gang.verlange(!an.istLeerraum, .adressatUnbekannt(an))
    var neu = z
    neu.abgabeLaufend = true
    var w = Wirkungen("A31")
    w.schriftgut = [neu]
    return w
  }

  /// A32: writable again.
  static func nimmAblehnung(
    _ z: Schriftgutzustand, _ grund: String, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("A32", z.id, k)
    try gang.verlange(
      k.akteur.hat(.zeichnungsbefugte, .registratur, .system), .nichtBefugt(.abtreten))
    try gang.verlange(z.abgabeLaufend, .keineAbgabeLaufend)
    var neu = z
    neu.abgabeLaufend = false
    var w = Wirkungen("A32")
    w.schriftgut = [neu]
    return w
  }

  /// A33: the only moment at which the hand-over is complete; needs the structured record.
  static func nimmUebernahme(
    _ z: Schriftgutzustand, _ nachweis: String, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("A33", z.id, k)
    try gang.verlange(
      k.akteur.hat(.zeichnungsbefugte, .registratur, .system), .nichtBefugt(.abtreten))
    try gang.verlange(z.abgabeLaufend, .keineAbgabeLaufend)
    try gang.verlange(text: nachweis)
    var w = Wirkungen("A33")
    for alt in [z] + (try gang.nachfahren()) where !alt.lage.istEnde {
      var neu = alt
      neu.abgabeLaufend = false
      neu.lage = .abgetreten
      w.schriftgut.append(neu)
    }
    return w
  }
}
