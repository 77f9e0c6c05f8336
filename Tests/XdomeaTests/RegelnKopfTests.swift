// SPDX-License-Identifier: Apache-2.0
import Akte
import Pruefung
import Testing
import Xdomea

@Suite("Rules for root element and head")
struct RegelnKopfTests {
  @Test("A proper head has no findings", arguments: XdomeaFassung.allCases, Nachrichtentyp.allCases)
  func sauber(version: XdomeaFassung, typ: Nachrichtentyp) {
    #expect(Regelprobe(version, typ).kopfbefunde().isEmpty)
  }

  /// One defect and the rule that finds it.
  struct Fall: Sendable, CustomTestStringConvertible {
    let regel: String
    let was: String
    let aendere: @Sendable (inout Regelprobe) -> Void
    var testDescription: String { "\(regel): \(was)" }
    init(
      _ regel: String, _ was: String, _ aendere: @escaping @Sendable (inout Regelprobe) -> Void
    ) {
      self.regel = regel
      self.was = was
      self.aendere = aendere
    }
  }

  static let faelle = [
    Fall("R9", "code of another message") { $0.kopf.nachrichtentyp = Code("0501") },
    Fall("R12", "attribute of another version") {
      $0.attribute = [("standard", "xdomea"), ("version", "3.0.0")]
    },
    Fall("R12", "attribute missing") { $0.attribute = [("version", "4.0.0")] },
    Fall("R13", "other prefix") { $0.praefix = "x" },
    Fall("R13", "no prefix") { $0.praefix = nil },
    Fall("R14", "missing") { $0.schemaLocation = nil },
    Fall("R14", "without file") { $0.schemaLocation = $0.version.namensraum },
    Fall("R14", "other namespace") { $0.schemaLocation = "urn:x datei.xsd" },
    Fall("R16", "true") { $0.kopf.importbestaetigung = "true" },
    Fall("R16", "with blanks") { $0.kopf.importbestaetigung = " 1 " },
    Fall("R18", "without milliseconds") {
      $0.kopf.erstellungszeitpunkt = Zeitpunkt("2026-05-01T10:00:00Z")
    },
    Fall("R18", "without zone") {
      $0.kopf.erstellungszeitpunkt = Zeitpunkt("2026-05-01T10:00:00.000")
    },
    Fall("R19", "name of another type") {
      $0.kopf.nachrichtentyp = Code("0503", name: "Aussonderung.Anbieteverzeichnis")
    },
    Fall("R22", "part 0") { $0.kopf.lfdNr = 0 },
    Fall("R22", "part 3 of 2") {
      $0.kopf.lfdNr = 3
      $0.kopf.gesamtanzahl = 2
    },
    Fall("R22", "negative number") {
      $0.kopf.lfdNr = -3
      $0.kopf.gesamtanzahl = -3
    },
    Fall("R24", "sender with a unit only") {
      var k = Kontakt()
      k.organisationseinheit = "Amt 10"
      $0.kopf.absender = k
    },
    Fall("R38", "empty address of the receiver") {
      var k = Kontakt()
      k.behoerdenkennung = Behoerdenkennung()
      $0.kopf.empfaenger = k
    },
    Fall("R41", "empty extension") {
      $0.kopf.erweiterungen = [Erweiterung(kennung: "k", name: "n")]
    },
  ]

  @Test("A defect in the head is found", arguments: faelle)
  func mangel(fall: Fall) throws {
    var probe = Regelprobe()
    fall.aendere(&probe)
    let befunde = probe.kopfbefunde()
    let befund = try #require(befunde.von(fall.regel).first)
    #expect(befund.schwere == Regelwerk[fall.regel].schwere)
    #expect(befund.ort.datei == "n.xml")
    #expect(befund.abhilfe == Regelwerk[fall.regel].abhilfe)
    // An empty contact names no institution either.
    #expect(Set(befunde.regeln).isSubset(of: [fall.regel, fall.regel == "R38" ? "R24" : ""]))
  }

  @Test("Rules of 4.0 do not apply to older versions")
  func aeltere() {
    var probe = Regelprobe(.v300)
    probe.kopf.lfdNr = 0
    probe.kopf.erstellungszeitpunkt = Zeitpunkt("2026-05-01T10:00:00")
    probe.attribute = []
    #expect(probe.kopfbefunde().isEmpty)
  }

  @Test("An authority's id is enough to name sender and receiver")
  func behoerdenkennung() {
    var probe = Regelprobe(.v300)
    var kennung = Behoerdenkennung()
    kennung.behoerdenschluessel = Code("070")
    probe.kopf.absender = Kontakt()
    probe.kopf.absender.behoerdenkennung = kennung
    #expect(probe.kopfbefunde().isEmpty)
  }

  @Test("An empty fixed element has the fixed value")
  func leererFestwert() {
    var probe = Regelprobe()
    probe.kopf.importbestaetigung = ""
    #expect(probe.kopfbefunde().isEmpty)
  }
}
