// SPDX-License-Identifier: Apache-2.0
import Akte
import Testing

@testable import Lifecycle

/// One cell of the role matrix (lebenszyklus FAKTEN 2.1), with an act that shows it.
struct Rollenzelle: Sendable, CustomTestStringConvertible {
  let befugnis: Befugnis
  let rolle: Rolle
  let soll: Erlaubnis

  var testDescription: String { "\(befugnis) \(rolle.rawValue)" }

  /// Rows of the matrix in the order SB, VG, REG, ARC, FA, REV, DSB, SYS: x may, 4 with a second
  /// person, p by policy, v proposes only, e own objects only, r reads only, - not at all.
  ///
  /// Where row and table differ, the table counts: REG sets holds (L01), VG closes a Vorgang (A10),
  /// REG imports answers and takes note of time that passed (P03, P06, A15).
  static let matrix: [(Befugnis, String)] = [
    (.anlegen, "xxx----x"),
    (.mitzeichnen, "xx------"),
    (.schlusszeichnen, "-x------"),
    (.vorgangAbschliessen, "pxx-----"),
    (.akteAbschliessen, "pxx-----"),
    (.wiederaufnehmen, "xxx-----"),
    (.spaeterWiederaufnehmen, "-44-----"),
    (.ordnen, "--x-----"),
    (.konfigurieren, "--vvxr--"),
    (.sperren, "--x--rx-"),
    (.entsperren, "--v--rx-"),
    (.aussondern, "--xr-r-v"),
    (.bewerten, "vvxx-r--"),
    (.vernichten, "--4--r-v"),
    (.abtreten, "-xx-----"),
    (.fristlauf, "--x----x"),
    (.protokollLesen, "eex--xxx"),
  ]

  static let zeichen: [Character: Erlaubnis] = [
    "x": .ja, "4": .zuZweit, "p": .nachRichtlinie, "v": .vorschlag, "e": .eigene, "r": .lesend,
    "-": .nein,
  ]

  static let alle: [Rollenzelle] = matrix.flatMap { befugnis, zeile in
    zip(Rolle.allCases, zeile).map {
      Rollenzelle(befugnis: befugnis, rolle: $0, soll: zeichen[$1] ?? .nein)
    }
  }

  /// True if the role may act; a second person stands by, and the policy allows.
  var darf: Bool { soll == .ja || soll == .zuZweit || soll == .nachRichtlinie }

  /// An act that needs the Befugnis and nothing else that a role decides about; nil for reading.
  func handlung(_ w: inout Uebergangswelt) throws -> Handlung? {
    let wer = Akteur.einer(rolle)
    switch befugnis {
    case .anlegen:
      w = try Uebergangsstart.offen.welt()
      return w.d(.neu, .anlegen(angaben: .brief(9)), wer, in: .vorgang)
    case .mitzeichnen:
      w = try Uebergangsstart.offen.welt()
      try w.entwurf(.neu)
      let schritt = Schrittvorgabe(.mitzeichnung, adressat: wer.kennung)
      try w.wende(w.d(.neu, .verfuegen(schritte: [schritt]), .sb))
      return w.d(.neu, .erledigen(schritt: 1, vermerk: ""), wer)
    case .schlusszeichnen:
      w = try Uebergangsstart.offen.welt()
      try w.entwurf(.neu)
      return w.d(.neu, .schlusszeichnen(fassung: pruefsumme(5)), wer)
    case .vorgangAbschliessen:
      w = try Uebergangsstart.offen.welt()
      return w.h(.vorgang, .zdA(verfuegung: ZdAVerfuegung(datum: w.heute)), wer)
    case .akteAbschliessen:
      w = try Uebergangsstart.offen.welt()
      for id in [ObjektID.vorgang, .zweiter] {
        try w.wende(w.h(id, .zdA(verfuegung: ZdAVerfuegung(datum: w.heute)), .vg))
      }
      return w.h(.akte, .zdA(verfuegung: ZdAVerfuegung(datum: w.heute)), wer)
    case .wiederaufnehmen:
      w = try Uebergangsstart.geschlossen.welt()
      return w.h(.vorgang, .wiederaufnehmen(grund: "Nachtrag"), wer)
    case .spaeterWiederaufnehmen:
      w = try Uebergangsstart.aufbewahrt.welt()
      return w.h(
        .vorgang, .wiederaufnehmen(grund: "Klage"), wer, mit: rolle == .registratur ? .vg : .reg)
    case .ordnen:
      w = try Uebergangsstart.aufbewahrt.welt()
      return w.h(.vorgang, .korrektur(.betreff, "a", "b"), wer)
    case .konfigurieren:
      w = try Uebergangsstart.leer.welt()
      return w.e(.stilllegen, wer)
    case .sperren:
      w = try Uebergangsstart.offen.welt()
      return w.h(.vorgang, .sperreSetzen(sperre: .probe()), wer)
    case .entsperren:
      w = try Uebergangsstart.offen.welt()
      try w.wende(w.h(.vorgang, .sperreSetzen(sperre: .probe()), .dsb2))
      return w.h(.vorgang, .sperreAufheben(id: .nr(1), grund: "Urteil"), wer)
    case .aussondern:
      w = try Uebergangsstart.reif.welt()
      return w.p(.biete([.akte]), wer)
    case .bewerten:
      w = try Uebergangsstart.angeboten.welt()
      return w.p(.werte([(.vorgang, "V")]), wer)
    case .vernichten:
      w = try Uebergangsstart.bewertet("V").welt()
      return w.h(.akte, .vernichten, wer, mit: rolle == .zeichnungsbefugte ? .reg : .vg)
    case .abtreten:
      w = try Uebergangsstart.offen.welt()
      return w.h(.akte, .uebernahmeersuchen(an: "Landkreis"), wer)
    case .fristlauf:
      w = try Uebergangsstart.geschlossen.welt()
      w.heute = tag(2022, 1, 1)
      return w.h(.akte, .transferfristAbgelaufen, wer)
    case .protokollLesen: return nil
    }
  }
}

@Suite("Rollenmatrix")
struct RollenTests {
  @Test("Zelle", arguments: Rollenzelle.alle)
  func zelle(_ zelle: Rollenzelle) throws {
    #expect(zelle.befugnis.erlaubnis(zelle.rolle) == zelle.soll)
    var welt = Uebergangswelt()
    guard let handlung = try zelle.handlung(&welt) else { return }
    let ablehnung = welt.ablehnung(handlung)
    if zelle.darf {
      #expect(ablehnung == nil)
    } else {
      let grund =
        zelle.befugnis == .schlusszeichnen ? "keineZeichnungsbefugnis" : "nichtBefugt"
      #expect(ablehnung?.hasSuffix(" " + grund) == true, "\(ablehnung ?? "erlaubt")")
    }
  }

  @Test("Die Matrix hat jede Befugnis und jede Rolle")
  func vollstaendig() {
    #expect(Set(Rollenzelle.matrix.map(\.0)) == Set(Befugnis.allCases))
    #expect(Rollenzelle.matrix.allSatisfy { $0.1.count == Rolle.allCases.count })
    #expect(Rollenzelle.alle.count == Befugnis.allCases.count * Rolle.allCases.count)
  }

  @Test("Ohne Rolle darf niemand etwas, mit zweien beides")
  func mehrere() throws {
    var w = try Uebergangsstart.geschlossen.welt()
    let niemand = Akteur(kennung: "gast", rollen: [])
    #expect(
      w.ablehnung(w.h(.vorgang, .wiederaufnehmen(grund: "x"), niemand)) == "A13 nichtBefugt")
    let beides = Akteur(kennung: "b", rollen: [.revision, .sachbearbeitung])
    #expect(w.ablehnung(w.h(.vorgang, .wiederaufnehmen(grund: "x"), beides)) == nil)
  }

  @Test("Revision, Fachadministration und Archiv ändern an Schriftgut nichts")
  func lesende() throws {
    for fall in UebergangTests.alle where fall.fehler == nil {
      var welt = try fall.start.welt()
      let handlung = try fall.vorbereitung(&welt)
      var versuche = [Akteur.rev]
      if case .paket = handlung.ereignis {
      } else if case .einheit = handlung.ereignis {
      } else {
        versuche.append(.arc)
      }
      for wer in versuche {
        var h = handlung
        h.akteur = wer
        h.zweitePerson = .dsb
        let ablehnung = welt.ablehnung(h)
        #expect(ablehnung != nil, "\(fall.testDescription): \(wer.kennung)")
      }
    }
  }

  @Test("Wer löscht, ist immer die Registratur", arguments: Rolle.allCases)
  func loeschende(_ rolle: Rolle) throws {
    let andere = Set(Rolle.allCases).subtracting([.registratur])
    for start in [Uebergangsstart.bewertet("V"), .uebernommen] {
      var w = try start.welt()
      w.heute = tag(2040, 1, 1)
      let alles = Akteur(kennung: "alle", rollen: andere)
      #expect(
        w.ablehnung(w.h(.akte, .vernichten, alles, mit: .reg))?.hasSuffix("nichtBefugt") == true)
    }
    var w = try Uebergangsstart.bewertet("V").welt()
    let zweite = Akteur.einer(rolle)
    let ok: Set<Rolle> = [.zeichnungsbefugte, .datenschutz]
    #expect((w.ablehnung(w.h(.akte, .vernichten, .reg, mit: zweite)) == nil) == ok.contains(rolle))
  }
}

@Suite("Vier Augen")
struct VierAugenTests {
  @Test(
    "Eine andere Schreibweise ist keine zweite Person",
    arguments: [
      "reg", "REG", " reg", "r e g", "reg\t", "re\u{200B}g", "\u{FEFF}reg", "reg\u{0}",
      "re\u{AD}g", "r\u{34F}eg", "Reg\u{202E}",
    ])
  func schreibweise(_ kennung: String) throws {
    let eine = Akteur(kennung: "reg", rollen: [.registratur])
    let zweite = Akteur(kennung: kennung, rollen: [.registratur])
    #expect(!zweite.istAndere(als: eine))
    #expect(!eine.istAndere(als: zweite))
    var w = try Uebergangsstart.uebernommen.welt()
    w.heute = tag(2031, 1, 1)
    w.richtlinie.loeschenZuZweit = true
    #expect(w.ablehnung(w.h(.akte, .vernichten, .reg, mit: zweite)) == "P11 vierAugenFehlt")
  }

  @Test("Eine leere Kennung ist niemand")
  func leer() {
    let niemand = Akteur(kennung: " \u{200B}", rollen: [.registratur])
    #expect(!niemand.istAndere(als: .reg))
    #expect(!Akteur.reg.istAndere(als: niemand))
    #expect(Akteur.reg.istAndere(als: .vg))
    #expect(
      Akteur(kennung: "mu\u{308}ller", rollen: []).istAndere(
        als: Akteur(kennung: "muller", rollen: [])))
    #expect(
      !Akteur(kennung: "mu\u{308}ller", rollen: []).istAndere(
        als: Akteur(kennung: "MÜLLER", rollen: [])))
  }
}
