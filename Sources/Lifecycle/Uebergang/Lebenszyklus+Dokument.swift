// SPDX-License-Identifier: Apache-2.0
public import Akte

extension Lebenszyklus {
  /// What follows from an event on a Dokument.
  ///
  /// - Parameters:
  ///   - ereignis: What happens.
  ///   - zustand: The document's state; nil for a new document.
  ///   - ziel: The document; for a new one the id it gets.
  ///   - k: Who, when, policy; `umfeld.vorfahren` begins with the object the document lies in.
  /// - Returns: New states and things to do; the caller stores all of it, or nothing.
  /// - Throws: ``LifecycleFehler`` with the row and the reason; nothing follows then.
  public static func wende(
    _ ereignis: Dokumentereignis, auf zustand: Dokumentzustand?, ziel: ObjektID, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    if case .anlegen(let angaben) = ereignis {
      return try anlegen(angaben, ziel, zustand, k)
    }
    if case .uebernehmen(let angaben) = ereignis {
      return try uebernehmen(angaben, ziel, zustand, k)
    }
    let vorab = Pruefgang(ereignis.regel, ziel, k)
    guard let d = zustand else { throw vorab.nein(.unbekannt) }
    guard d.lage != .vernichtet else {
      throw LifecycleFehler(regel: "P16", objekt: ziel, grund: .vernichtet)
    }
    switch ereignis {
    case .anlegen, .uebernehmen: throw vorab.nein(.kennungVergeben)
    case .repraesentatHinzu(let nummer, let original, let repraesentat):
      return try nimmRepraesentat(d, nummer, original, repraesentat, k)
    case .loeschen:
      throw LifecycleFehler(regel: "A19", objekt: ziel, grund: .akteGeschlossen)
    case .lauf(let meldung) where meldung.ereignis.auchNachAbschluss:
      if case .originalVernichtet(let angaben) = meldung.ereignis {
        try pruefePapiervernichtung(d, am: angaben.datum, vorab)
      }
      return try nimmLauf(d, meldung, k)
    default: break
    }
    // Everything else needs an open object above (A19).
    let vorfahren = try vorab.vorfahren()
    guard let eltern = vorfahren.first, eltern.id == d.eltern else {
      throw vorab.nein(.umfeldFehlt("Vorfahren"))
    }
    guard vorfahren.allSatisfy(\.lage.istOffen) else {
      throw LifecycleFehler(regel: "A19", objekt: ziel, grund: .akteGeschlossen)
    }
    try vorab.keineAbgabe(eltern, vorfahren)
    var w: Wirkungen
    switch ereignis {
    case .neueFassung(let fassung): w = try nimmFassung(d, fassung, k)
    case .auschecken: w = try checkeAus(d, k)
    case .einchecken: w = try checkeEin(d, k)
    case .verfuegen(let schritte): w = try verfuege(d, schritte, k)
    case .erledigen(let n, let vermerk): w = try nimmSchritt(d, n, .erledigt, vermerk, k)
    case .ablehnen(let n, let vermerk): w = try nimmSchritt(d, n, .zurueckgewiesen, vermerk, k)
    case .ueberspringen(let n, let vermerk): w = try ueberspringe(d, n, vermerk, k)
    case .schlusszeichnen(let fassung): w = try zeichneSchluss(d, fassung, k)
    case .versenden(let kanal, let empfaenger): w = try versende(d, kanal, empfaenger, k)
    case .lauf(let meldung): w = try nimmLauf(d, meldung, k)
    case .anlegen, .uebernehmen, .repraesentatHinzu, .loeschen: throw vorab.nein(.unbekannt)
    }
    w.schriftgut = beruehrt(vorfahren, k.heute)
    return w
  }

  /// A03 for the first document of an object, A04 for a further one.
  private static func anlegen(
    _ a: Dokumentanlage, _ id: ObjektID, _ vorhanden: Dokumentzustand?, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let erstes = k.umfeld.vorfahren?.first?.lage == .angelegt
    let gang = Pruefgang(erstes ? "A03" : "A04", id, k)
    try gang.verlange(vorhanden == nil, .kennungVergeben)
    try gang.befugt(.anlegen)
    let vorfahren = try gang.vorfahren()
    guard let eltern = vorfahren.first else { throw gang.nein(.umfeldFehlt("Vorfahren")) }
    try gang.nichtVernichtet(eltern)
    try gang.verlange(vorfahren.allSatisfy(\.lage.istOffen), .elternGeschlossen)
    try gang.keineAbgabe(eltern, vorfahren)
    try gang.verlange(!a.betreff.istLeerraum, .betreffLeer)
    var w = Wirkungen(gang.regel)
    let fassung = try pruefeDatei(a.fassung, gang, &w)
    if let tag = a.dokumentdatum { try gang.verlange(tag <= k.heute, .datumInZukunft) }
    var d = Dokumentzustand(
      id: id, eltern: eltern.id, lage: a.eingehend ? .registriert : .entwurf, fassung: fassung)
    d.dokumentdatum = a.dokumentdatum
    w.dokumente = [d]
    w.schriftgut = beruehrt(vorfahren, k.heute, laufzeit: a.dokumentdatum)
    return w
  }

  /// A document of an object that came in with an earlier life; the object may be closed already.
  private static func uebernehmen(
    _ a: Dokumentanlage, _ id: ObjektID, _ vorhanden: Dokumentzustand?, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("A03", id, k)
    try gang.verlange(vorhanden == nil, .kennungVergeben)
    try gang.verlange(k.akteur.hat(.system, .registratur), .nichtBefugt(.anlegen))
    let vorfahren = try gang.vorfahren()
    guard let eltern = vorfahren.first else { throw gang.nein(.umfeldFehlt("Vorfahren")) }
    try gang.nichtVernichtet(eltern)
    try gang.verlange(vorfahren.allSatisfy(\.nimmtUebernahmen), .elternGeschlossen)
    try gang.keineAbgabe(eltern, vorfahren)
    var w = Wirkungen(gang.regel)
    let fassung = try pruefeDatei(a.fassung, gang, &w)
    if let tag = a.dokumentdatum { try gang.verlange(tag <= k.heute, .datumInZukunft) }
    var d = Dokumentzustand(id: id, eltern: eltern.id, lage: .registriert, fassung: fassung)
    d.dokumentdatum = a.dokumentdatum
    for var weitere in a.weitereFassungen ?? [] {
      if let grenze = k.richtlinie.hoechsteDateigroesse {
        try gang.verlange(weitere.groesse <= grenze, .dateiZuGross(grenze))
      }
      weitere.nummer = d.fassungen.count + 1
      d.fassungen.append(weitere)
    }
    d.weitereDateien = a.weitereDateien
    w.dokumente = [d]
    w.schriftgut = beruehrt(
      vorfahren.filter(\.lage.istOffen), a.dokumentdatum ?? eltern.letzteBearbeitung,
      laufzeit: a.dokumentdatum)
    return w
  }

  private static func pruefeDatei(
    _ fassung: Fassung?, _ gang: Pruefgang, _ w: inout Wirkungen
  ) throws(LifecycleFehler) -> Fassung {
    guard let fassung else { throw gang.nein(.hashFehlt) }
    if let grenze = gang.k.richtlinie.hoechsteDateigroesse {
      try gang.verlange(fassung.groesse <= grenze, .dateiZuGross(grenze))
    }
    if gang.k.umfeld.dateiBekannt { w.hinweise.append(.dublette(fassung.hash)) }
    return fassung
  }

  /// A04; during a Geschäftsgang it becomes void (G04).
  private static func nimmFassung(
    _ d: Dokumentzustand, _ fassung: Fassung?, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    // Something that came in can run through a Geschäftsgang, too; it stays registered then.
    let laeuft = d.lage == .inZeichnung || d.schritte.contains { $0.status != .hinfaellig }
    let gang = Pruefgang(laeuft ? "G04" : "A04", d.id, k)
    try gang.befugt(.anlegen)
    try gang.verlange(d.lage != .schlussgezeichnet && d.lage != .versandt, .dokumentGezeichnet)
    try gang.verlange(
      d.ausgechecktVon == nil || d.ausgechecktVon == k.akteur.kennung, .ausgecheckt([d.id]))
    var w = Wirkungen(gang.regel)
    var neue = try pruefeDatei(fassung, gang, &w)
    neue.nummer = (d.fassungen.last?.nummer ?? 0) + 1
    neue.eingefroren = false
    neue.repraesentate = []
    var n = d
    n.fassungen.append(neue)
    n.ausgechecktVon = nil
    for i in n.schritte.indices { n.schritte[i].status = .hinfaellig }
    if d.lage == .inZeichnung { n.lage = .entwurf }
    if laeuft {
      w.hinweise.append(.zeichnungHinfaellig(d.id))
    }
    w.dokumente = [n]
    return w
  }

  private static func checkeAus(
    _ d: Dokumentzustand, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("A04", d.id, k)
    try gang.befugt(.anlegen)
    try gang.verlange(d.lage != .schlussgezeichnet && d.lage != .versandt, .dokumentGezeichnet)
    try gang.verlange(d.ausgechecktVon == nil, .ausgecheckt([d.id]))
    var n = d
    n.ausgechecktVon = k.akteur.kennung
    var w = Wirkungen("A04")
    w.dokumente = [n]
    return w
  }

  /// The editor, or the Registratur for somebody who is away.
  private static func checkeEin(
    _ d: Dokumentzustand, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("A04", d.id, k)
    try gang.befugt(.anlegen)
    try gang.verlange(
      d.ausgechecktVon != nil
        && (d.ausgechecktVon == k.akteur.kennung || k.akteur.hat(.registratur)), .nichtAusgecheckt)
    var n = d
    n.ausgechecktVon = nil
    var w = Wirkungen("A04")
    w.dokumente = [n]
    return w
  }

  /// A20: a rendition; allowed as long as the content is here, closed or not.
  private static func nimmRepraesentat(
    _ d: Dokumentzustand, _ nummer: Int, _ original: Pruefsumme, _ repraesentat: Pruefsumme,
    _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("A20", d.id, k)
    try gang.verlange(k.akteur.hat(.system, .registratur), .nichtBefugt(.ordnen))
    let vorfahren = try gang.vorfahren()
    try gang.verlange(vorfahren.first?.id == d.eltern, .umfeldFehlt("Vorfahren"))
    try gang.verlange(
      !vorfahren.contains { $0.lage == .abgetreten }, .akteGeschlossen)
    guard let i = d.fassungen.firstIndex(where: { $0.nummer == nummer }) else {
      throw gang.nein(.fassungUnbekannt(nummer))
    }
    try gang.verlange(d.fassungen[i].hash == original, .hashAbweichung)
    try gang.verlange(
      repraesentat != original && !d.fassungen[i].repraesentate.contains(repraesentat),
      .wertUnveraendert)
    var n = d
    n.fassungen[i].repraesentate.append(repraesentat)
    var w = Wirkungen("A20")
    w.dokumente = [n]
    return w
  }

  /// G06: only what is signed finally goes out.
  private static func versende(
    _ d: Dokumentzustand, _ kanal: String, _ empfaenger: String, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("G06", d.id, k)
    try gang.befugt(.anlegen)
    try gang.verlange(d.lage == .schlussgezeichnet, .falscheLage(d.lage.anzeige))
    try gang.verlange(!kanal.istLeerraum && !empfaenger.istLeerraum, .kanalFehlt)
    var n = d
    n.lage = .versandt
    var w = Wirkungen("G06")
    w.dokumente = [n]
    return w
  }

  /// The paper is evidence, too: it stays while a hold reaches the document (L03), and while the file
  /// is promised to another body (A31).
  private static func pruefePapiervernichtung(
    _ d: Dokumentzustand, am tag: Kalendertag, _ gang: Pruefgang
  ) throws(LifecycleFehler) {
    let vorfahren = try gang.vorfahren()
    guard let eltern = vorfahren.first, eltern.id == d.eltern else {
      throw gang.nein(.umfeldFehlt("Vorfahren"))
    }
    let sperren = Pruefgang.gesperrte(
      eltern, vorfahren: Array(vorfahren.dropFirst()), nachfahren: [])
    try gang.verlange(sperren.isEmpty, .gesperrt(sperren))
    try gang.keineAbgabe(eltern, vorfahren)
    try gang.verlange(tag <= gang.k.heute, .datumInZukunft)
  }

  /// Section 4: mail, scan, dispatch.
  private static func nimmLauf(
    _ d: Dokumentzustand, _ meldung: Laufmeldung, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang(meldung.ereignis.zeile, d.id, k)
    try gang.befugt(.anlegen)
    try gang.verlange(!meldung.ereignis.hatEigenenSchritt, .eigenesEreignis)
    var n = d
    n.laufereignisse += 1
    let scan = d.scan ?? Scanstand(dokument: d.id, regeln: k.richtlinie.scanregeln)
    do {
      let neu = try scan.nach(meldung)
      if d.scan != nil || neu != scan { n.scan = neu }
    } catch {
      throw gang.nein(.lauf(error))
    }
    var w = Wirkungen(gang.regel)
    w.dokumente = [n]
    return w
  }
}

extension Laufereignis {
  /// The row of the table in section 4, for example `E06`.
  var zeile: String { art.split(separator: " ").first.map(String.init) ?? art }

  /// True for what may still happen after closing, since it does not touch the content: the fate of
  /// the paper and the proof of delivery.
  var auchNachAbschluss: Bool {
    switch self {
    case .originalVerbleibFestgelegt, .originalVernichtet, .zugestellt, .versandFehlgeschlagen: true
    default: false
    }
  }

  /// True for what is an event of the machine itself (G01–G03).
  var hatEigenenSchritt: Bool {
    switch self {
    case .verfuegungErteilt, .schrittErledigt, .schlussgezeichnet: true
    default: false
    }
  }
}

extension Dokumentereignis {
  /// The row of the transition table the event belongs to.
  public var regel: String {
    switch self {
    case .anlegen, .uebernehmen: "A03"
    case .neueFassung, .auschecken, .einchecken: "A04"
    case .verfuegen: "G01"
    case .erledigen, .ablehnen, .ueberspringen: "G02"
    case .schlusszeichnen: "G03"
    case .versenden: "G06"
    case .repraesentatHinzu: "A20"
    case .loeschen: "A19"
    case .lauf(let meldung): meldung.ereignis.zeile
    }
  }
}
