// SPDX-License-Identifier: Apache-2.0
internal import Akte

extension Lebenszyklus {
  /// G01: steps for a draft, or for something that came in.
  static func verfuege(
    _ d: Dokumentzustand, _ schritte: [Schrittvorgabe], _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("G01", d.id, k)
    try gang.befugt(.anlegen)
    try gang.verlange(d.lage != .schlussgezeichnet && d.lage != .versandt, .dokumentGezeichnet)
    try gang.verlange(d.ausgechecktVon == nil, .ausgecheckt([d.id]))
    try gang.verlange(!schritte.isEmpty, .keinSchritt)
    guard let personen = k.umfeld.personen else { throw gang.nein(.umfeldFehlt("Personen")) }
    for s in schritte {
      let bekannt = personen.contains(s.adressat)
      try gang.verlange(bekannt && !s.adressat.istLeerraum, .adressatUnbekannt(s.adressat))
      if let termin = s.termin { try gang.verlange(termin >= k.heute, .terminVergangen) }
    }
    guard let fassung = d.fassungen.last else { throw gang.nein(.hashFehlt) }
    var n = d
    for vorgabe in schritte {
      n.schritte.append(
        Laufschritt(
          nummer: (n.schritte.last?.nummer ?? 0) + 1, vorgabe: vorgabe,
          ersteller: k.akteur.kennung, erstelltAm: k.heute, fassung: fassung.hash))
    }
    if d.lage == .entwurf { n.lage = .inZeichnung }
    var w = Wirkungen("G01")
    w.dokumente = [n]
    return w
  }

  /// G02: done or refused by the one it is addressed to, or whoever stands in.
  static func nimmSchritt(
    _ d: Dokumentzustand, _ nummer: Int, _ status: Schrittstatus, _ vermerk: String, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("G02", d.id, k)
    let i = try offenerSchritt(d, nummer, gang)
    let adressat = d.schritte[i].vorgabe.adressat
    try gang.verlange(
      k.akteur.kennung == adressat || k.akteur.vertritt.contains(adressat), .nichtAdressat)
    switch d.schritte[i].vorgabe.art {
    case .mitzeichnung: try gang.befugt(.mitzeichnen)
    case .schlusszeichnung:
      // A final signature is its own event (G03); only its refusal is a step.
      try gang.verlange(status == .zurueckgewiesen, .schrittUnbekannt(nummer))
    case .kenntnisnahme, .bearbeitung, .ruecksprache: try gang.befugt(.anlegen)
    }
    if status == .zurueckgewiesen { try gang.verlange(text: vermerk) }
    return schritt(d, i, status, vermerk, gang)
  }

  /// G02: left out by whoever ordered it, or by a Zeichnungsbefugte; that person is recorded.
  static func ueberspringe(
    _ d: Dokumentzustand, _ nummer: Int, _ vermerk: String, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("G02", d.id, k)
    let i = try offenerSchritt(d, nummer, gang)
    try gang.verlange(
      k.akteur.hat(.zeichnungsbefugte)
        || (k.akteur.kennung == d.schritte[i].ersteller && k.akteur.hat(.sachbearbeitung)),
      .nichtAdressat)
    try gang.verlange(text: vermerk)
    return schritt(d, i, .uebersprungen, vermerk, gang)
  }

  private static func offenerSchritt(
    _ d: Dokumentzustand, _ nummer: Int, _ gang: Pruefgang
  ) throws(LifecycleFehler) -> Int {
    guard let i = d.schritte.firstIndex(where: { $0.nummer == nummer && $0.status == .offen })
    else { throw gang.nein(.schrittUnbekannt(nummer)) }
    let gruppe = d.schritte[i].vorgabe.gruppe
    let frueher = d.schritte.contains { $0.status == .offen && $0.vorgabe.gruppe < gruppe }
    try gang.verlange(!frueher, .nichtAmZug)
    return i
  }

  private static func schritt(
    _ d: Dokumentzustand, _ i: Int, _ status: Schrittstatus, _ vermerk: String, _ gang: Pruefgang
  ) -> Wirkungen {
    var n = d
    n.schritte[i].status = status
    n.schritte[i].bearbeiter = gang.k.akteur.kennung
    n.schritte[i].erledigtAm = gang.k.heute
    n.schritte[i].vermerk = vermerk.isEmpty ? nil : vermerk
    var w = Wirkungen("G02")
    w.dokumente = [n]
    return w
  }

  /// G03: all co-signatures are there, for exactly these bytes.
  static func zeichneSchluss(
    _ d: Dokumentzustand, _ fassung: Pruefsumme, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("G03", d.id, k)
    let befugt = k.akteur.rollen.contains { Befugnis.schlusszeichnen.erlaubnis($0) == .ja }
    try gang.verlange(befugt, .keineZeichnungsbefugnis)
    try gang.verlange(d.lage != .schlussgezeichnet && d.lage != .versandt, .dokumentGezeichnet)
    try gang.verlange(
      d.lage == .inZeichnung || d.lage == .entwurf, .falscheLage(d.lage.anzeige))
    try gang.verlange(d.ausgechecktVon == nil, .ausgecheckt([d.id]))
    let gueltige = d.schritte.filter { $0.status != .hinfaellig }
    let hindert = gueltige.contains {
      $0.vorgabe.art == .mitzeichnung && ($0.status == .offen || $0.status == .zurueckgewiesen)
    }
    try gang.verlange(!hindert, .offeneMitzeichnung)
    let letzte = d.fassungen.count - 1
    try gang.verlange(
      letzte >= 0 && d.fassungen[letzte].hash == fassung
        && gueltige.allSatisfy { $0.fassung == fassung || $0.vorgabe.art != .mitzeichnung },
      .inhaltGeaendert)
    let bestellt = gueltige.filter {
      $0.vorgabe.art == .schlusszeichnung && $0.status == .offen
    }
    if !bestellt.isEmpty {
      try gang.verlange(
        bestellt.contains {
          $0.vorgabe.adressat == k.akteur.kennung
            || k.akteur.vertritt.contains($0.vorgabe.adressat)
        }, .nichtAdressat)
    }
    var n = d
    n.lage = .schlussgezeichnet
    n.fassungen[letzte].eingefroren = true
    for i in n.schritte.indices
    where n.schritte[i].vorgabe.art == .schlusszeichnung && n.schritte[i].status == .offen {
      n.schritte[i].status = .erledigt
      n.schritte[i].bearbeiter = k.akteur.kennung
      n.schritte[i].erledigtAm = k.heute
    }
    var w = Wirkungen("G03")
    w.dokumente = [n]
    return w
  }
}
