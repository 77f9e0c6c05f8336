// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Where states come from: a vendor's database, the embedded store, or ``Bestandsmodell``.
///
/// Only reads; whoever implements it stores the effects that come back.
///
/// None of the look-ups has a default: an answer that nobody gave must not let anything pass. Where a
/// house has no directory, or nobody who refers to its files, its source says so in one line.
public protocol Zustandsquelle {
  /// Why reading can fail.
  associatedtype Lesefehler: Error

  /// The state of an Akte, Teilakte, Vorgang or Teilvorgang; nil if there is none.
  func schriftgut(_ id: ObjektID) throws(Lesefehler) -> Schriftgutzustand?
  /// The state of a Dokument; nil if there is none.
  func dokument(_ id: ObjektID) throws(Lesefehler) -> Dokumentzustand?
  /// The objects directly in an object, in a repeatable order.
  func kinder(_ id: ObjektID) throws(Lesefehler) -> [Schriftgutzustand]
  /// The documents directly in an object, in a repeatable order.
  func dokumente(in id: ObjektID) throws(Lesefehler) -> [Dokumentzustand]
  /// The state of a batch; nil if there is none.
  func paket(_ id: PaketID) throws(Lesefehler) -> Paketzustand?
  /// The state of a unit of the Aktenplan; nil if there is none.
  func einheit(_ kennzeichen: String) throws(Lesefehler) -> Einheitszustand?
  /// What the catalogue says for an object that is closed on the day; nil if no row fits.
  func regel(fuer objekt: Schriftgutzustand, am tag: Kalendertag) throws(Lesefehler) -> Fristregel?
  /// True if an object other than the one named has the Kennzeichen, or ever had it: once given it is
  /// never given to another (FAKTEN 1.2, A05, A06).
  func istVergeben(_ kennzeichen: Kennzeichen, ausserAn id: ObjektID) throws(Lesefehler) -> Bool
  /// True if a file with the digest is there.
  func istBekannt(_ hash: Pruefsumme) throws(Lesefehler) -> Bool
  /// True if an id was ever used, also for something that is destroyed.
  func istVergeben(_ id: ObjektID) throws(Lesefehler) -> Bool
  /// True if a person with the id may be addressed (G01). "True" for every id is right only in a
  /// house without a directory: a step may then wait for somebody who does not exist.
  func istPerson(_ kennung: String) throws(Lesefehler) -> Bool
  /// True if there is an Organisationseinheit with the name (A07). "True" for every name is right
  /// only in a house without a directory.
  func istOrganisationseinheit(_ name: String) throws(Lesefehler) -> Bool
  /// What forbids to delete the object beside its own state, such as references of other bodies
  /// (P11, P12, P14), in words for people. An empty list lets the deletion pass.
  func loeschhindernisse(_ id: ObjektID) throws(Lesefehler) -> [String]
}

/// Why a Handlung had no effect.
public enum Handlungsfehler<Lesefehler: Error>: Error {
  /// The machine refused it.
  case abgelehnt(LifecycleFehler)
  /// The states could not be read.
  case lesen(Lesefehler)
}

extension Zustandsquelle {
  /// Loads what the event needs, asks ``Lebenszyklus``, and gives back what is to be stored.
  ///
  /// - Throws: ``Handlungsfehler`` with the refusal, or with the error of reading.
  public func wirkungen(
    _ handlung: Handlung, richtlinie: Richtlinie = Richtlinie()
  ) throws(Handlungsfehler<Lesefehler>) -> Wirkungen {
    var k = Kontext(
      akteur: handlung.akteur, zweitePerson: handlung.zweitePerson, heute: handlung.heute,
      richtlinie: richtlinie)
    switch handlung.ereignis {
    case .schriftgut(let ziel, let oben, let e):
      let zustand = try lies { () throws(Lesefehler) in try schriftgut(ziel) }
      try pruefeVorhanden(zustand == nil && e.legtAn ? oben : nil, e.regel)
      if case .umhaengen(let nach) = e { try pruefeVorhanden(nach.eltern, e.regel) }
      k.umfeld = try lies { () throws(Lesefehler) in
        try umfeld(e, ziel, in: oben, zustand, k)
      }
      if zustand == nil, e.legtAn { try pruefeFrei(ziel, e.regel) }
      return try frage { () throws(LifecycleFehler) in
        try Lebenszyklus.wende(e, auf: zustand, ziel: ziel, k)
      }
    case .dokument(let ziel, let oben, let e):
      let zustand = try lies { () throws(Lesefehler) in try dokument(ziel) }
      try pruefeVorhanden(zustand == nil && e.legtAn ? oben : nil, e.regel)
      k.umfeld = try lies { () throws(Lesefehler) in
        try umfeld(e, in: zustand?.eltern ?? oben)
      }
      if zustand == nil, e.legtAn { try pruefeFrei(ziel, e.regel) }
      return try frage { () throws(LifecycleFehler) in
        try Lebenszyklus.wende(e, auf: zustand, ziel: ziel, k)
      }
    case .paket(let ziel, let e):
      let zustand = try lies { () throws(Lesefehler) in try paket(ziel) }
      let objekte = try lies { () throws(Lesefehler) in try paketumfeld(e, zustand) }
      return try frage { () throws(LifecycleFehler) in
        try Lebenszyklus.wende(e, auf: zustand, ziel: ziel, umfeld: objekte, k)
      }
    case .einheit(let ziel, let e):
      let zustand = try lies { () throws(Lesefehler) in try einheit(ziel) }
      return try frage { () throws(LifecycleFehler) in
        try Lebenszyklus.wende(e, auf: zustand, ziel: ziel, k)
      }
    }
  }

  /// The objects above, the nearest first.
  public func vorfahren(_ id: ObjektID?) throws(Lesefehler) -> [Schriftgutzustand] {
    var oben: [Schriftgutzustand] = []
    var weiter = id
    while let naechster = weiter, let z = try schriftgut(naechster), oben.count < 100 {
      oben.append(z)
      weiter = z.eltern
    }
    return oben
  }

  /// The objects above, the nearest first; nil if the source lacks one of them, whose holds nobody
  /// would see then.
  private func vollstaendigeVorfahren(
    _ id: ObjektID?
  ) throws(Lesefehler) -> [Schriftgutzustand]? {
    let oben = try vorfahren(id)
    return (oben.last.map(\.eltern) ?? id) == nil ? oben : nil
  }

  /// All objects below, each before those in it.
  public func nachfahren(_ id: ObjektID) throws(Lesefehler) -> [Schriftgutzustand] {
    var unten: [Schriftgutzustand] = []
    var stapel = Array(try kinder(id).reversed())
    while let z = stapel.popLast() {
      unten.append(z)
      stapel += try kinder(z.id).reversed()
    }
    return unten
  }

  private func umfeld(
    _ e: Schriftgutereignis, _ ziel: ObjektID, in oben: ObjektID?, _ zustand: Schriftgutzustand?,
    _ k: Kontext
  ) throws(Lesefehler) -> Umfeld {
    var u = Umfeld()
    u.vorfahren = try vollstaendigeVorfahren(zustand == nil ? oben : zustand?.eltern)
    let naechster = u.vorfahren?.first
    let bedarf = e.bedarf
    if let zustand, bedarf.contains(.nachfahren) {
      let unten = try nachfahren(zustand.id)
      u.nachfahren = unten
      if bedarf.contains(.dokumente) {
        var alle = try dokumente(in: zustand.id)
        for z in unten { alle += try dokumente(in: z.id) }
        u.dokumente = alle
      }
    }
    if bedarf.contains(.regeln) {
      for z in [zustand].compactMap(\.self) + (u.nachfahren ?? []) where z.lage.istOffen {
        u.regeln[z.id] = try regel(fuer: z, geschlossenAm: e.zdADatum ?? k.heute, heute: k.heute)
      }
    }
    switch e {
    case .anlegen(let a), .uebernehmen(let a, _):
      let kennzeichen = a.einheit ?? naechster?.einheit ?? ""
      u.einheit = try einheit(kennzeichen)
      u.kennzeichenVergeben = try istVergeben(a.kennzeichen, ausserAn: ziel)
      if case .uebernehmen = e {
        var probe = Schriftgutzustand(
          id: ziel, ebene: a.ebene, eltern: oben, einheit: kennzeichen,
          kennzeichen: a.kennzeichen, am: k.heute)
        probe.selektor = a.selektor ?? naechster?.selektor
        u.regeln[ziel] = try regel(
          fuer: probe, geschlossenAm: e.zdADatum ?? k.heute, heute: k.heute)
      }
    case .umhaengen(let nach):
      u.ziel = try vollstaendigeVorfahren(nach.eltern)
      u.einheit = try einheit(nach.einheit ?? u.ziel?.first?.einheit ?? "")
      u.kennzeichenVergeben = try istVergeben(nach.kennzeichen, ausserAn: ziel)
    default:
      if let zustand { u.einheit = try einheit(zustand.einheit) }
    }
    switch e {
    case .federfuehrungAendern(let neu):
      let gibtEs = try istOrganisationseinheit(neu)
      u.organisationseinheiten = gibtEs && !neu.istLeerraum ? [neu] : []
    case .vernichten, .vernichtenNachGenehmigung:
      var hindernisse: [String] = []
      for id in [ziel] + (u.nachfahren ?? []).map(\.id) {
        hindernisse += try loeschhindernisse(id)
      }
      u.loeschhindernisse = hindernisse
    default: break
    }
    return u
  }

  /// The rule of the day of closing; files that were closed before the first catalogue take the one
  /// of today.
  private func regel(
    fuer z: Schriftgutzustand, geschlossenAm tag: Kalendertag, heute: Kalendertag
  ) throws(Lesefehler) -> Fristregel? {
    if let regel = try regel(fuer: z, am: tag) { return regel }
    return tag == heute ? nil : try regel(fuer: z, am: heute)
  }

  private func umfeld(
    _ e: Dokumentereignis, in eltern: ObjektID?
  ) throws(Lesefehler) -> Umfeld {
    var u = Umfeld()
    u.vorfahren = try vollstaendigeVorfahren(eltern)
    let fassung: Fassung? =
      switch e {
      case .anlegen(let a), .uebernehmen(let a): a.fassung
      case .neueFassung(let f): f
      default: nil
      }
    if let fassung { u.dateiBekannt = try istBekannt(fassung.hash) }
    if case .verfuegen(let schritte) = e {
      var personen: Set<String> = []
      for s in schritte where try istPerson(s.adressat) { personen.insert(s.adressat) }
      u.personen = personen
    }
    return u
  }

  private func paketumfeld(
    _ e: Paketereignis, _ paket: Paketzustand?
  ) throws(Lesefehler) -> Paketumfeld {
    var gewaehlt = paket?.objekte ?? []
    switch e {
    case .angebotErstellen(_, let objekte, _): gewaehlt += objekte
    case .abgebenNachKatalog(_, _, let pruefungen): gewaehlt += pruefungen.map(\.objekt)
    default: break
    }
    var alle: [ObjektID: Schriftgutzustand] = [:]
    var einheiten: [String: Einheitszustand] = [:]
    // Objects that were loaded with everything below and above; one that was reached from below
    // only is not among them.
    var ganz: Set<ObjektID> = []
    for id in gewaehlt where !ganz.contains(id) {
      guard let z = try schriftgut(id) else { continue }
      let unten = try nachfahren(id)
      ganz.insert(id)
      ganz.formUnion(unten.map(\.id))
      for n in [z] + unten + (try vorfahren(z.eltern)) {
        alle[n.id] = n
        if einheiten[n.einheit] == nil { einheiten[n.einheit] = try einheit(n.einheit) }
      }
    }
    return Paketumfeld(alle.values, einheiten: einheiten)
  }

  /// An object that is named as the place of another must exist.
  private func pruefeVorhanden(
    _ id: ObjektID?, _ regel: String
  ) throws(Handlungsfehler<Lesefehler>) {
    guard let id else { return }
    if try lies({ () throws(Lesefehler) in try schriftgut(id) }) == nil {
      throw .abgelehnt(LifecycleFehler(regel: regel, objekt: id, grund: .unbekannt))
    }
  }

  private func pruefeFrei(
    _ id: ObjektID, _ regel: String
  ) throws(Handlungsfehler<Lesefehler>) {
    if try lies({ () throws(Lesefehler) in try istVergeben(id) }) {
      throw .abgelehnt(LifecycleFehler(regel: regel, objekt: id, grund: .kennungVergeben))
    }
  }

  private func lies<T>(
    _ lesen: () throws(Lesefehler) -> T
  ) throws(Handlungsfehler<Lesefehler>) -> T {
    do { return try lesen() } catch { throw .lesen(error) }
  }

  private func frage<T>(
    _ fragen: () throws(LifecycleFehler) -> T
  ) throws(Handlungsfehler<Lesefehler>) -> T {
    do { return try fragen() } catch { throw .abgelehnt(error) }
  }
}

/// Which parts of the surroundings an event needs beside what lies above.
struct Umfeldbedarf: OptionSet {
  let rawValue: UInt8
  static let nachfahren = Umfeldbedarf(rawValue: 1)
  static let dokumente = Umfeldbedarf(rawValue: 2)
  static let regeln = Umfeldbedarf(rawValue: 4)
}

extension Schriftgutereignis {
  var bedarf: Umfeldbedarf {
    switch self {
    case .zdA, .zdAKaskadierend: [.nachfahren, .dokumente, .regeln]
    case .vernichten, .vernichtenNachGenehmigung, .uebernahmeersuchen, .uebernahmeBestaetigt:
      [.nachfahren, .dokumente]
    case .umhaengen, .fristVerlaengern, .fristVerkuerzen, .bezugsereignis, .loeschverlangen,
      .katalogaenderung:
      [.nachfahren]
    case .anlegen, .uebernehmen, .stornieren, .federfuehrungAendern, .wiedervorlage,
      .wiedervorlageErledigen, .wiederaufnehmen, .transferfristAbgelaufen, .metadatenkorrektur,
      .sperreSetzen, .sperreAufheben, .uebernahmeAbgelehnt, .anbietungswaechter, .papierteil:
      []
    }
  }

  /// The day of the zdA-Verfügung, if the event brings one.
  var zdADatum: Kalendertag? {
    switch self {
    case .zdA(let v), .zdAKaskadierend(let v): v.datum
    case .uebernehmen(_, let stand): stand.zdADatum
    default: nil
    }
  }

  var legtAn: Bool {
    switch self {
    case .anlegen, .uebernehmen: true
    default: false
    }
  }
}

extension Dokumentereignis {
  var legtAn: Bool {
    switch self {
    case .anlegen, .uebernehmen: true
    default: false
    }
  }
}
