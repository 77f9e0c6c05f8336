// SPDX-License-Identifier: Apache-2.0
import Akte

@testable import Lifecycle

/// A small world for the tests of the transition table: states in memory that a test may also set by
/// hand, and a calendar that stands still.
struct Uebergangswelt: Zustandsquelle, Sendable {
  var schriftgut: [ObjektID: Schriftgutzustand] = [:]
  var dokumente: [ObjektID: Dokumentzustand] = [:]
  var pakete: [PaketID: Paketzustand] = [:]
  var einheiten: [String: Einheitszustand] = [:]
  var regeln: [String: Fristregel] = [:]
  var richtlinie = Richtlinie()
  var heute = tag(2019, 3, 1)
  var personen: Set<String>?
  var organisationseinheiten: Set<String>?
  var hindernisse: [ObjektID: [String]] = [:]

  func schriftgut(_ id: ObjektID) throws(Never) -> Schriftgutzustand? { schriftgut[id] }
  func dokument(_ id: ObjektID) throws(Never) -> Dokumentzustand? { dokumente[id] }
  func kinder(_ id: ObjektID) throws(Never) -> [Schriftgutzustand] {
    schriftgut.values.filter { $0.eltern == id }.sorted { $0.id < $1.id }
  }
  func dokumente(in id: ObjektID) throws(Never) -> [Dokumentzustand] {
    dokumente.values.filter { $0.eltern == id }.sorted { $0.id < $1.id }
  }
  func paket(_ id: PaketID) throws(Never) -> Paketzustand? { pakete[id] }
  func einheit(_ kennzeichen: String) throws(Never) -> Einheitszustand? { einheiten[kennzeichen] }
  func regel(
    fuer objekt: Schriftgutzustand, am tag: Kalendertag
  ) throws(Never) -> Fristregel? { regeln[objekt.einheit] }
  func istVergeben(_ kennzeichen: Kennzeichen, ausserAn id: ObjektID) throws(Never) -> Bool {
    schriftgut.values.contains {
      $0.id != id && ($0.kennzeichen == kennzeichen || $0.alteKennzeichen.contains(kennzeichen))
    }
  }
  func istBekannt(_ hash: Pruefsumme) throws(Never) -> Bool {
    dokumente.values.contains { $0.fassungen.contains { $0.hash == hash } }
  }
  func istVergeben(_ id: ObjektID) throws(Never) -> Bool {
    schriftgut[id] != nil || dokumente[id] != nil
  }
  func istPerson(_ kennung: String) throws(Never) -> Bool { personen?.contains(kennung) ?? true }
  func istOrganisationseinheit(_ name: String) throws(Never) -> Bool {
    organisationseinheiten?.contains(name) ?? true
  }
  func loeschhindernisse(_ id: ObjektID) throws(Never) -> [String] { hindernisse[id] ?? [] }

  /// Does what the Handlung says; nothing changes if it is refused.
  @discardableResult
  mutating func wende(_ h: Handlung) throws(LifecycleFehler) -> Wirkungen {
    let w: Wirkungen
    do {
      w = try wirkungen(h, richtlinie: richtlinie)
    } catch {
      switch error {
      case .abgelehnt(let fehler): throw fehler
      }
    }
    for z in w.schriftgut { schriftgut[z.id] = z }
    for d in w.dokumente { dokumente[d.id] = d }
    if let p = w.paket { pakete[p.id] = p }
    if let e = w.einheit { einheiten[e.kennzeichen] = e }
    return w
  }

  /// The refusal; nil if it was not refused.
  mutating func fehler(_ h: Handlung) -> LifecycleFehler? {
    do {
      try wende(h)
      return nil
    } catch {
      return error
    }
  }

  /// The row and code of the refusal; nil if it was not refused.
  mutating func ablehnung(_ h: Handlung) -> String? {
    fehler(h).map { $0.regel + " " + $0.grund.code }
  }

  // MARK: Handlungen of this day

  func h(
    _ ziel: ObjektID, _ e: Schriftgutereignis, _ wer: Akteur, mit: Akteur? = nil,
    in oben: ObjektID? = nil
  ) -> Handlung {
    Handlung(
      .schriftgut(ziel: ziel, in: oben, ereignis: e), akteur: wer, zweitePerson: mit, heute: heute)
  }

  func d(
    _ ziel: ObjektID, _ e: Dokumentereignis, _ wer: Akteur, in oben: ObjektID? = nil
  ) -> Handlung {
    Handlung(.dokument(ziel: ziel, in: oben, ereignis: e), akteur: wer, heute: heute)
  }

  func p(_ e: Paketereignis, _ wer: Akteur = .reg, ziel: PaketID = .paket) -> Handlung {
    Handlung(.paket(ziel: ziel, ereignis: e), akteur: wer, heute: heute)
  }

  func e(_ e: Einheitsereignis, _ wer: Akteur, ziel: String = "10.1") -> Handlung {
    Handlung(.einheit(ziel: ziel, ereignis: e), akteur: wer, heute: heute)
  }

  func lage(_ id: ObjektID) -> Lage? { schriftgut[id]?.lage }
  var paketlage: Paketlage? { pakete[.paket]?.lage }
}

// MARK: Names of the world

func tag(_ jahr: Int, _ monat: Int, _ tag: Int) -> Kalendertag {
  guard let t = Kalendertag(jahr, monat, tag) else { preconditionFailure("kein Tag") }
  return t
}

func pruefsumme(_ n: UInt8) -> Pruefsumme {
  guard let p = Pruefsumme(.sha256, bytes: Array(repeating: n, count: 32)) else {
    preconditionFailure("keine Prüfsumme")
  }
  return p
}

extension Kennung {
  static func nr(_ n: UInt64) -> Self { Self(bytes: (0x4000, 0x8000_0000_0000_0000 | n)) }
}

extension ObjektID {
  /// The Akte, its two Vorgänge and their documents.
  static var akte: Self { nr(1) }
  static var vorgang: Self { nr(2) }
  static var zweiter: Self { nr(3) }
  static var brief: Self { nr(11) }
  static var zweiterBrief: Self { nr(12) }
  /// What a test makes.
  static var neu: Self { nr(20) }
  static var fremd: Self { nr(99) }
}

extension PaketID {
  static var paket: Self { nr(1) }
}

extension NachrichtenID {
  static var angebot: Self { nr(501) }
  static var abgabe: Self { nr(503) }
  static var bewertung: Self { nr(502) }
}

extension Akteur {
  static let sb = Akteur(kennung: "sb", rollen: [.sachbearbeitung])
  static let sb2 = Akteur(kennung: "sb2", rollen: [.sachbearbeitung])
  static let vg = Akteur(kennung: "vg", rollen: [.zeichnungsbefugte])
  static let reg = Akteur(kennung: "reg", rollen: [.registratur])
  static let reg2 = Akteur(kennung: "reg2", rollen: [.registratur])
  static let arc = Akteur(kennung: "arc", rollen: [.archiv])
  static let fa = Akteur(kennung: "fa", rollen: [.fachadministration])
  static let rev = Akteur(kennung: "rev", rollen: [.revision])
  static let dsb = Akteur(kennung: "dsb", rollen: [.datenschutz])
  static let dsb2 = Akteur(kennung: "dsb2", rollen: [.datenschutz])

  /// One person for each role.
  static func einer(_ rolle: Rolle) -> Akteur {
    [sb, vg, reg, arc, fa, rev, dsb, system].first { $0.hat(rolle) } ?? rev
  }
}

extension Fristregel {
  static func probe(jahre: Int, nieLoeschen: Bool = false) -> Fristregel {
    Fristregel(
      herkunft: .katalogzeile(id: "1", katalog: "K1"), dauer: .jahre(jahre),
      nieLoeschen: nieLoeschen)
  }
}

extension Sperre {
  static func probe(_ n: UInt64 = 1, _ umfang: Umfang = .teilbaum) -> Sperre {
    Sperre(id: .nr(n), grund: "Rechtsstreit", behoerde: "Verwaltungsgericht", umfang: umfang)
  }
}
