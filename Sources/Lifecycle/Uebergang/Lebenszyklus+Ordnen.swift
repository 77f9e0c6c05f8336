// SPDX-License-Identifier: Apache-2.0
internal import Akte

extension Lebenszyklus {
  /// A05: an object made by mistake; its number is burnt.
  static func storniere(
    _ z: Schriftgutzustand, _ grund: String, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("A05", z.id, k)
    try gang.befugt(.ordnen)
    try gang.verlange(!z.hatteInhalt, .nichtLeer)
    try gang.verlange(z.lage == .angelegt, .falscheLage(z.lage.anzeige))
    try gang.keineAbgabe(z, try gang.vorfahren())
    try gang.verlange(!z.istGesperrt, .gesperrt([z.id]))
    try gang.verlange(text: grund)
    var neu = z
    neu.lage = .storniert
    var w = Wirkungen("A05")
    w.schriftgut = [neu]
    return w
  }

  /// A06: to another Akte or Aktenplaneinheit.
  static func haengeUm(
    _ z: Schriftgutzustand, _ nach: Umhaengung, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("A06", z.id, k)
    try gang.befugt(.ordnen)
    try gang.verlange(text: nach.grund)
    let alt = try gang.vorfahren()
    let unten = try gang.nachfahren()
    try gang.keineAbgabe(z, alt + unten)
    try gang.verlange(
      z.lage.istOffen && alt.allSatisfy(\.lage.istOffen), .elternGeschlossen)
    // What lies below and is closed keeps its frozen copies (FAKTEN 2.4); it may still move along.
    guard let ziel = k.umfeld.ziel else { throw gang.nein(.umfeldFehlt("Ziel")) }
    try gang.verlange(ziel.first?.id == nach.eltern, .umfeldFehlt("Ziel"))
    try gang.verlange(!ziel.contains { $0.id == z.id }, .zielUnterhalb)
    try gang.verlange(ziel.allSatisfy(\.lage.istOffen), .zielGeschlossen)
    if let erstes = ziel.first { try gang.keineAbgabe(erstes, ziel) }
    try pruefeEbene(z.ebene, in: ziel, gang)
    let tiefe = ziel.count + 1 + tiefe(unten, unter: z.id)
    try gang.verlange(tiefe <= k.richtlinie.hoechsteTiefe, .zuTief(k.richtlinie.hoechsteTiefe))
    if ziel.isEmpty || (nach.einheit ?? ziel[0].einheit) != ziel[0].einheit {
      try pruefeEinheit(nach.einheit, gang)
    }
    try gang.verlange(!nach.kennzeichen.text.istLeerraum, .kennzeichenLeer)
    try gang.kennzeichenFrei()

    var neu = z
    neu.eltern = ziel.first?.id
    neu.einheit = nach.einheit ?? ziel.first?.einheit ?? k.umfeld.einheit?.kennzeichen ?? z.einheit
    if neu.kennzeichen != nach.kennzeichen {
      neu.alteKennzeichen.append(z.kennzeichen)
      neu.kennzeichen = nach.kennzeichen
    }
    neu.letzteBearbeitung = max(neu.letzteBearbeitung, k.heute)
    let mitgenommen = geerbteSperren(z, alt: alt, ziel: ziel)
    neu.sperren += mitgenommen
    var w = Wirkungen("A06")
    w.schriftgut = [neu]
    for var kind in unten where kind.lage.istOffen && kind.einheit == z.einheit {
      kind.einheit = neu.einheit
      if kind.einheit != z.einheit { w.schriftgut.append(kind) }
    }
    w.schriftgut += beruehrt(ziel, k.heute)
    w.aenderungen = [
      Aenderung(z.id, "Kennzeichen", alt: z.kennzeichen.text, neu: neu.kennzeichen.text),
      Aenderung(z.id, "Aktenplaneinheit", alt: z.einheit, neu: neu.einheit),
      Aenderung(z.id, "UebergeordnetesObjekt", alt: z.eltern?.text, neu: neu.eltern?.text),
    ].filter { $0.alt != $0.neu }
    w.aenderungen += mitgenommen.map { Aenderung(z.id, "Sperre", alt: nil, neu: $0.id.text) }
    return w
  }

  /// Holds that reached the object from above and would be lost by the move (L01: a subtree
  /// inherits them); it carries them along as its own, under the same ids.
  private static func geerbteSperren(
    _ z: Schriftgutzustand, alt: [Schriftgutzustand], ziel: [Schriftgutzustand]
  ) -> [Sperre] {
    var schon = Set(z.sperren.filter { $0.umfang == .teilbaum }.map(\.id))
    let bleiben = Set(ziel.map(\.id))
    var geerbt: [Sperre] = []
    for v in alt where !bleiben.contains(v.id) {
      for sperre in v.sperren where sperre.umfang == .teilbaum && schon.insert(sperre.id).inserted {
        geerbt.append(sperre)
      }
    }
    return geerbt
  }

  private static func tiefe(_ unten: [Schriftgutzustand], unter id: ObjektID) -> Int {
    var stufe: [ObjektID: Int] = [id: 0]
    var tiefste = 0
    for n in unten {
      let t = (n.eltern.flatMap { stufe[$0] } ?? 0) + 1
      stufe[n.id] = t
      tiefste = max(tiefste, t)
    }
    return tiefste
  }

  /// A07: another unit is responsible.
  static func aendereFederfuehrung(
    _ z: Schriftgutzustand, _ neu: String, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("A07", z.id, k)
    try gang.verlange(k.akteur.hat(.zeichnungsbefugte, .registratur), .nichtBefugt(.ordnen))
    try gang.keineAbgabe(z, try gang.vorfahren())
    try gang.verlange(z.lage.istOffen, .akteGeschlossen)
    guard let bekannte = k.umfeld.organisationseinheiten else {
      throw gang.nein(.umfeldFehlt("Organisationseinheiten"))
    }
    try gang.verlange(!neu.istLeerraum && bekannte.contains(neu), .orgUnbekannt)
    try gang.verlange(z.federfuehrung != neu, .wertUnveraendert)
    var n = z
    n.federfuehrung = neu
    var w = Wirkungen("A07")
    w.schriftgut = [n]
    w.aenderungen = [Aenderung(z.id, "Federfuehrung", alt: z.federfuehrung, neu: neu)]
    return w
  }

  /// G05: look at it again on a day.
  static func legeWiederVor(
    _ z: Schriftgutzustand, _ neu: Wiedervorlage, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("G05", z.id, k)
    try gang.befugt(.anlegen)
    try gang.keineAbgabe(z, try gang.vorfahren())
    try gang.verlange(z.lage.istOffen, .akteGeschlossen)
    try gang.verlange(neu.termin >= k.heute, .terminVergangen)
    try gang.verlange(!z.wiedervorlagen.contains { $0.id == neu.id }, .kennungVergeben)
    var n = z
    n.wiedervorlagen.append(neu)
    var w = Wirkungen("G05")
    w.schriftgut = [n]
    return w
  }

  /// G05: the day came, or is not needed any more.
  static func erledigeWiedervorlage(
    _ z: Schriftgutzustand, _ id: WiedervorlageID, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("G05", z.id, k)
    try gang.befugt(.anlegen)
    try gang.verlange(z.lage.istOffen, .akteGeschlossen)
    var n = z
    n.wiedervorlagen.removeAll { $0.id == id }
    try gang.verlange(n != z, .wiedervorlageUnbekannt)
    var w = Wirkungen("G05")
    w.schriftgut = [n]
    return w
  }

  /// A18 after closing; any correction before.
  static func korrigiere(
    _ z: Schriftgutzustand, _ korrektur: Metadatenkorrektur, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("A18", z.id, k)
    try gang.befugt(z.lage.istOffen ? .anlegen : .ordnen)
    let feld = korrektur.feld
    try gang.verlange(!feld.nurDurchEigenesEreignis, .feldGesperrt(feld))
    if z.lage.istOffen {
      try gang.keineAbgabe(z, try gang.vorfahren())
    } else {
      try gang.verlange(feld.nachAbschluss, .feldGesperrt(feld))
      try gang.verlange(text: korrektur.grund)
      if feld == .geheimhaltung {
        guard let alt = Geheimhaltungsgrad(rawValue: korrektur.alt),
          let neu = Geheimhaltungsgrad(rawValue: korrektur.neu), neu < alt
        else { throw gang.nein(.feldGesperrt(feld)) }
      }
    }
    if feld == .betreff { try gang.verlange(!korrektur.neu.istLeerraum, .betreffLeer) }
    try gang.verlange(korrektur.alt != korrektur.neu, .wertUnveraendert)
    var n = z
    if feld == .bewertungsvorschlag {
      guard let art = Katalogart(rawValue: korrektur.neu) else {
        throw gang.nein(.wertUnbekannt(korrektur.neu))
      }
      n.bewertungsvorschlag = art
    }
    var w = Wirkungen("A18")
    w.schriftgut = [n]
    w.aenderungen = [
      Aenderung(z.id, feld.xdomeaName, alt: korrektur.alt, neu: korrektur.neu)
    ]
    return w
  }

  /// Paper location of a hybrid file (A18, FAKTEN 2.4).
  static func halteFestPapier(
    _ z: Schriftgutzustand, _ offen: Bool, _ standort: String, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("A18", z.id, k)
    try gang.befugt(z.lage.istOffen ? .anlegen : .ordnen)
    try gang.verlange(offen || !standort.istLeerraum, .begruendungFehlt)
    var n = z
    n.papierteilOffen = offen
    var w = Wirkungen("A18")
    w.schriftgut = [n]
    w.aenderungen = [Aenderung(z.id, "Standort", alt: nil, neu: standort)]
    return w
  }
}
