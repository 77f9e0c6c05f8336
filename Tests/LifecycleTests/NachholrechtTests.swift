// SPDX-License-Identifier: Apache-2.0
import Lifecycle
import Testing

@Suite("Wer Löschungen nachholen darf")
struct NachholrechtTests {
  /// What is refused; nil if the two may.
  private static func ablehnung(_ a: Set<Rolle>, _ b: Set<Rolle>?, gleich: Bool = false) -> String?
  {
    let erste = Akteur(kennung: "a", rollen: a)
    do {
      try Lebenszyklus.pruefeNachholen(
        von: erste, mit: b.map { Akteur(kennung: gleich ? "a" : "b", rollen: $0) })
      return nil
    } catch {
      #expect(error.regel == "L99")
      return error.grund.code
    }
  }

  @Test("die Registratur mit einer zweiten Person, oder die Fachadministration mit der Registratur")
  func paare() {
    for erste in Rolle.allCases {
      for zweite in Rolle.allCases {
        let darf =
          erste == .registratur
          && [.registratur, .fachadministration, .zeichnungsbefugte, .datenschutz].contains(zweite)
          || erste == .fachadministration && zweite == .registratur
        #expect((Self.ablehnung([erste], [zweite]) == nil) == darf, "\(erste) mit \(zweite)")
      }
    }
  }

  @Test("niemand allein, niemand mit sich selbst, niemand ohne Rolle")
  func allein() {
    #expect(Self.ablehnung([.registratur], nil) == "vierAugenFehlt")
    #expect(Self.ablehnung([.registratur], [.registratur], gleich: true) == "vierAugenFehlt")
    #expect(
      Self.ablehnung([.registratur, .fachadministration], [.registratur], gleich: true)
        == "vierAugenFehlt")
    #expect(Self.ablehnung([.registratur], []) == "vierAugenFehlt")
    #expect(Self.ablehnung([], [.registratur]) == "nichtBefugt")
    #expect(Self.ablehnung([.sachbearbeitung], [.registratur]) == "nichtBefugt")
    #expect(Self.ablehnung([.system], [.registratur]) == "nichtBefugt")
  }
}
