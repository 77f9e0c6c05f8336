// SPDX-License-Identifier: Apache-2.0
internal import Akte

extension Lebenszyklus {
  /// L01; L04 after the hand-over.
  static func setzeSperre(
    _ z: Schriftgutzustand, _ sperre: Sperre, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let abgegeben = z.lage == .abgegeben || z.lage == .uebernommen
    let gang = Pruefgang(abgegeben ? "L04" : "L01", z.id, k)
    try gang.verlange(
      abgegeben ? k.akteur.hat(.datenschutz) : k.akteur.hat(.datenschutz, .registratur),
      .nichtBefugt(.sperren))
    try gang.verlange(text: sperre.grund)
    try gang.verlange(text: sperre.behoerde)
    try gang.verlange(!z.sperren.contains { $0.id == sperre.id }, .sperreVorhanden)
    if let tag = sperre.pruefenAm { try gang.verlange(tag >= k.heute, .terminVergangen) }
    var gesetzt = sperre
    gesetzt.gesetztVon = k.akteur.kennung
    gesetzt.gesetztAm = k.heute
    var neu = z
    neu.sperren.append(gesetzt)
    var w = Wirkungen(gang.regel)
    w.schriftgut = [neu]
    return w
  }

  /// L02: other holds may remain.
  static func entsperre(
    _ z: Schriftgutzustand, _ id: SperrID, _ grund: String, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("L02", z.id, k)
    try gang.befugt(.entsperren)
    guard let sperre = z.sperren.first(where: { $0.id == id }) else {
      throw gang.nein(.sperreUnbekannt)
    }
    try gang.verlange(text: grund)
    if k.richtlinie.sperreAufhebenDurchAndere {
      try gang.verlange(
        Akteur.vergleichsform(sperre.gesetztVon) != Akteur.vergleichsform(k.akteur.kennung),
        .vierAugenFehlt)
    }
    var neu = z
    neu.sperren.removeAll { $0.id == id }
    var w = Wirkungen("L02")
    w.schriftgut = [neu]
    if neu.istGesperrt { w.hinweise = [.weitereSperren(neu.sperren.map(\.id))] }
    return w
  }

  /// A30: offer before deletion; until then processing is restricted.
  static func verlangeLoeschung(
    _ z: Schriftgutzustand, _ grund: String, _ sofort: Bool, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("A30", z.id, k)
    try gang.verlange(k.akteur.hat(.datenschutz), .nichtBefugt(.sperren))
    try gang.verlange(text: grund)
    try gang.nichtGesperrt(z)
    try gang.verlange(!sofort, .anbietungspflicht)
    var w = Wirkungen("A30")
    if !z.verarbeitungEingeschraenkt {
      var neu = z
      neu.verarbeitungEingeschraenkt = true
      w.schriftgut = [neu]
    }
    if z.aussonderung == nil, z.lage != .abgetreten { w.auftraege = [.vorzeitigAnbieten(z.id)] }
    return w
  }
}
