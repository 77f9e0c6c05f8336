// SPDX-License-Identifier: Apache-2.0
import Akte
import Testing

@testable import Lifecycle

extension Ablehnungsgrund {
  /// One of every kind.
  ///
  /// A new kind does not compile here (``nummer``) and is missed by the test.
  static let proben: [Ablehnungsgrund] = [
    .einheitUnbekannt, .einheitStillgelegt, .einheitUngueltig, .keinBlatt, .betreffLeer,
    .kennzeichenLeer, .kennzeichenKollision, .falscheEbene(.teilvorgang, in: .akte), .zuTief(5),
    .kennungVergeben, .akteGeschlossen, .elternGeschlossen, .zielGeschlossen, .zielUnterhalb,
    .nichtLeer, .orgUnbekannt, .begruendungFehlt, .feldGesperrt(.zdADatum),
    .feldOhneAblage(.verweis), .wertUnveraendert,
    .hashFehlt, .dateiZuGross(10), .dokumentGezeichnet, .ausgecheckt([.brief]), .nichtAusgecheckt,
    .adressatUnbekannt("wer"), .keinSchritt, .schrittUnbekannt(3), .nichtAmZug, .nichtAdressat,
    .offeneMitzeichnung, .inhaltGeaendert, .keineZeichnungsbefugnis, .terminVergangen,
    .wiedervorlageUnbekannt, .kanalFehlt, .hashAbweichung, .fassungUnbekannt(2),
    .lauf(.transfervermerkFehlt),
    .offenerSchritt([.brief]), .offeneWiedervorlage([.vorgang]), .kindOffen([.vorgang]), .leer,
    .offeneQualitaetssicherung([.brief]), .datumInZukunft, .datumVorLaufzeitende(tag(2020, 1, 2)),
    .regelFehlt, .kaskade(erstes: .vorgang, grund: .leer, offen: [.vorgang, .zweiter]),
    .inAussonderung, .verkuerzungUnzulaessig, .rechtsgrundlageFehlt, .ereignisBekannt,
    .frist(.ausserhalbDesKalenders), .gesperrt([.vorgang]), .sperreUnbekannt, .sperreVorhanden,
    .nichtBefugt(.ordnen), .vierAugenFehlt, .abgabeLaufend, .keineAbgabeLaufend,
    .nichtReif(tag(2030, 1, 1)), .bereitsInPaket, .papierteilOffen, .kontextFehlt, .keineObjekte,
    .schemaFehler, .fremdeNachricht, .idUnbekannt, .idDoppelt, .kontextobjekt, .wertUnbekannt("X"),
    .widerspruch([.vorgang]), .keineFristKonfiguriert, .zugangNichtNachgewiesen,
    .entscheidungWartet(.bewertung), .bewertungsfristLaeuft(tag(2030, 1, 1)), .bereitsAbgegeben,
    .nichtArchivwuerdig, .formatNichtVereinbart, .virenpruefungFehlt, .idFehlt, .teilFehlt([2, 3]),
    .importFehlgeschlagen("Format unlesbar"), .karenzLaeuft(tag(2030, 1, 1)),
    .fremderVerweis(["Landkreis"]), .fristLaeuft(tag(2030, 1, 1)), .dauerndAufzubewahren,
    .archivwuerdig, .keineEntscheidung, .genehmigungUngueltig, .katalogFehlt, .anbietungspflicht,
    .offeneObjekte([.akte]), .vernichtet, .unbekannt, .falscheLage("angelegt"),
    .umfeldFehlt("Vorfahren"), .eigenesEreignis,
  ]

  /// The name the code must have; complete by the compiler.
  var name: String {
    switch self {
    case .einheitUnbekannt: "einheitUnbekannt"
    case .einheitStillgelegt: "einheitStillgelegt"
    case .einheitUngueltig: "einheitUngueltig"
    case .keinBlatt: "keinBlatt"
    case .betreffLeer: "betreffLeer"
    case .kennzeichenLeer: "kennzeichenLeer"
    case .kennzeichenKollision: "kennzeichenKollision"
    case .falscheEbene: "falscheEbene"
    case .zuTief: "zuTief"
    case .kennungVergeben: "kennungVergeben"
    case .akteGeschlossen: "akteGeschlossen"
    case .elternGeschlossen: "elternGeschlossen"
    case .zielGeschlossen: "zielGeschlossen"
    case .zielUnterhalb: "zielUnterhalb"
    case .nichtLeer: "nichtLeer"
    case .orgUnbekannt: "orgUnbekannt"
    case .begruendungFehlt: "begruendungFehlt"
    case .feldGesperrt: "feldGesperrt"
    case .feldOhneAblage: "feldOhneAblage"
    case .wertUnveraendert: "wertUnveraendert"
    case .hashFehlt: "hashFehlt"
    case .dateiZuGross: "dateiZuGross"
    case .dokumentGezeichnet: "dokumentGezeichnet"
    case .ausgecheckt: "ausgecheckt"
    case .nichtAusgecheckt: "nichtAusgecheckt"
    case .adressatUnbekannt: "adressatUnbekannt"
    case .keinSchritt: "keinSchritt"
    case .schrittUnbekannt: "schrittUnbekannt"
    case .nichtAmZug: "nichtAmZug"
    case .nichtAdressat: "nichtAdressat"
    case .offeneMitzeichnung: "offeneMitzeichnung"
    case .inhaltGeaendert: "inhaltGeaendert"
    case .keineZeichnungsbefugnis: "keineZeichnungsbefugnis"
    case .terminVergangen: "terminVergangen"
    case .wiedervorlageUnbekannt: "wiedervorlageUnbekannt"
    case .kanalFehlt: "kanalFehlt"
    case .hashAbweichung: "hashAbweichung"
    case .fassungUnbekannt: "fassungUnbekannt"
    case .lauf: "lauf"
    case .eigenesEreignis: "eigenesEreignis"
    case .offenerSchritt: "offenerSchritt"
    case .offeneWiedervorlage: "offeneWiedervorlage"
    case .kindOffen: "kindOffen"
    case .leer: "leer"
    case .offeneQualitaetssicherung: "offeneQualitaetssicherung"
    case .datumInZukunft: "datumInZukunft"
    case .datumVorLaufzeitende: "datumVorLaufzeitende"
    case .regelFehlt: "regelFehlt"
    case .kaskade: "kaskade"
    case .inAussonderung: "inAussonderung"
    case .verkuerzungUnzulaessig: "verkuerzungUnzulaessig"
    case .rechtsgrundlageFehlt: "rechtsgrundlageFehlt"
    case .ereignisBekannt: "ereignisBekannt"
    case .frist: "frist"
    case .gesperrt: "gesperrt"
    case .sperreUnbekannt: "sperreUnbekannt"
    case .sperreVorhanden: "sperreVorhanden"
    case .nichtBefugt: "nichtBefugt"
    case .vierAugenFehlt: "vierAugenFehlt"
    case .abgabeLaufend: "abgabeLaufend"
    case .keineAbgabeLaufend: "keineAbgabeLaufend"
    case .nichtReif: "nichtReif"
    case .bereitsInPaket: "bereitsInPaket"
    case .papierteilOffen: "papierteilOffen"
    case .kontextFehlt: "kontextFehlt"
    case .keineObjekte: "keineObjekte"
    case .schemaFehler: "schemaFehler"
    case .fremdeNachricht: "fremdeNachricht"
    case .idUnbekannt: "idUnbekannt"
    case .idDoppelt: "idDoppelt"
    case .kontextobjekt: "kontextobjekt"
    case .wertUnbekannt: "wertUnbekannt"
    case .widerspruch: "widerspruch"
    case .keineFristKonfiguriert: "keineFristKonfiguriert"
    case .zugangNichtNachgewiesen: "zugangNichtNachgewiesen"
    case .entscheidungWartet: "entscheidungWartet"
    case .bewertungsfristLaeuft: "bewertungsfristLaeuft"
    case .bereitsAbgegeben: "bereitsAbgegeben"
    case .nichtArchivwuerdig: "nichtArchivwuerdig"
    case .formatNichtVereinbart: "formatNichtVereinbart"
    case .virenpruefungFehlt: "virenpruefungFehlt"
    case .idFehlt: "idFehlt"
    case .teilFehlt: "teilFehlt"
    case .importFehlgeschlagen: "importFehlgeschlagen"
    case .karenzLaeuft: "karenzLaeuft"
    case .fremderVerweis: "fremderVerweis"
    case .fristLaeuft: "fristLaeuft"
    case .dauerndAufzubewahren: "dauerndAufzubewahren"
    case .archivwuerdig: "archivwuerdig"
    case .keineEntscheidung: "keineEntscheidung"
    case .genehmigungUngueltig: "genehmigungUngueltig"
    case .katalogFehlt: "katalogFehlt"
    case .anbietungspflicht: "anbietungspflicht"
    case .offeneObjekte: "offeneObjekte"
    case .vernichtet: "vernichtet"
    case .unbekannt: "unbekannt"
    case .falscheLage: "falscheLage"
    case .umfeldFehlt: "umfeldFehlt"
    }
  }
}

@Suite("Texte der Ablehnungen")
struct UebergangTextTests {
  @Test(
    "Jeder Grund sagt, was ist, was zu tun ist, und nennt die Zeile",
    arguments: Ablehnungsgrund.proben)
  func text(_ grund: Ablehnungsgrund) {
    #expect(grund.code == grund.name)
    let fehler = LifecycleFehler(regel: "A10", objekt: .akte, grund: grund)
    #expect(fehler.description == "\(grund.meldung) \(grund.abhilfe) [A10]")
    for satz in [grund.meldung, grund.abhilfe] {
      #expect(satz.count >= 15 && satz.first?.isUppercase == true, "\(satz)")
      #expect(satz.hasSuffix(".") || satz.hasSuffix("unlesbar"), "\(satz)")
      #expect(!satz.contains("  ") && !satz.contains(".."), "\(satz)")
      for falsch in ["ae", "oe", "ue"] {
        let erlaubt = ["neue", "zuerst", "diva pruefen", "Dauer"]
        let rest = erlaubt.reduce(satz) { text, wort in
          text.split(separator: wort, omittingEmptySubsequences: false).joined()
        }
        #expect(!rest.contains(falsch), "kein Umlaut: \(satz)")
      }
    }
    // Where there is nothing to do, or only somebody else can, nobody is addressed.
    #expect(
      grund.abhilfe.contains("Sie") || Self.ohneAnrede.contains(grund.name), "\(grund.abhilfe)")
  }

  private static let ohneAnrede: Set<String> = [
    "sperreVorhanden", "vernichtet", "terminVergangen", "bereitsAbgegeben", "dauerndAufzubewahren",
    "verkuerzungUnzulaessig", "ereignisBekannt", "nichtAdressat",
  ]

  @Test("Kein Grund fehlt in den Proben, und keine zwei sagen dasselbe")
  func verschieden() {
    let proben = Ablehnungsgrund.proben
    #expect(Set(proben.map(\.name)).count == proben.count)
    let meldungen = Dictionary(grouping: proben, by: \.meldung)
    #expect(meldungen.filter { $0.value.count > 1 }.keys.sorted().isEmpty)
    for allgemein in ["Das ist hier nicht möglich.", "Das Dokument lässt diesen Schritt nicht zu."]
    {
      #expect(meldungen[allgemein] == nil)
    }
  }

  @Test("Gründe mit Angaben nennen sie")
  func angaben() {
    func meldung(_ g: Ablehnungsgrund) -> String { g.meldung }
    #expect(meldung(.nichtReif(tag(2030, 1, 1))).contains("01.01.2030"))
    #expect(meldung(.nichtReif(nil)).hasSuffix("aussonderungsreif."))
    #expect(meldung(.nichtBefugt(.vorgangAbschliessen)).contains("einen Vorgang abschließen"))
    #expect(meldung(.falscheLage(Paketlage.zurueckgezogen.anzeige)).contains("»zurückgezogen«"))
    #expect(meldung(.frist(.ausserhalbDesKalenders)).contains("9999"))
    #expect(meldung(.frist(.dauerUnplausibel(.jahre(300), grenzeJahre: 200))).contains("200 Jahre"))
    #expect(
      meldung(.frist(.dauerUnplausibel(.jahre(-1), grenzeJahre: 200))).contains("kann nicht"))
    #expect(meldung(.frist(.datumInZukunft(tag(2031, 2, 3)))).contains("03.02.2031"))
    let viele = (1...8).map { ObjektID.nr($0) }
    #expect(meldung(.kindOffen(viele)).contains("und 3 weitere"))
    let kaskade = Ablehnungsgrund.kaskade(
      erstes: .vorgang, grund: .leer, offen: [.vorgang, .zweiter])
    #expect(kaskade.meldung.contains(Ablehnungsgrund.leer.meldung))
    #expect(kaskade.meldung.contains("\(ObjektID.zweiter)"))
    #expect(kaskade.abhilfe == Ablehnungsgrund.leer.abhilfe)
    #expect(
      Ablehnungsgrund.feldGesperrt(.geheimhaltung).abhilfe.contains("herabgestuft"))
    #expect(meldung(.falscheEbene(.vorgang, in: nil)).contains("Vorgang"))
  }

  @Test("Lagen, Befugnisse und Rollen haben deutsche Namen")
  func namen() {
    for name in Paketlage.allCases.map(\.anzeige) + Befugnis.allCases.map(\.anzeige)
      + Lage.allCases.map(\.anzeige) + Dokumentlage.allCases.map(\.anzeige)
    {
      #expect(!name.isEmpty && !name.contains("ae") && !name.contains("oe"))
    }
    #expect(Set(Befugnis.allCases.map(\.anzeige)).count == Befugnis.allCases.count)
    #expect(Set(Paketlage.allCases.map(\.anzeige)).count == Paketlage.allCases.count)
    #expect(Set(Lage.allCases.map(\.nummer)).count == Lage.allCases.count)
  }

  @Test("Alle Ablehnungen der Fälle haben eine Zeile der Tabelle und einen eigenen Satz")
  func wirkliche() throws {
    for fall in UebergangTests.alle where fall.fehler != nil {
      var welt = try fall.start.welt()
      let handlung = try fall.vorbereitung(&welt)
      guard let fehler = welt.fehler(handlung) else { continue }
      #expect(Uebergangstabelle.zeilen[fehler.regel] != nil, "\(fehler.regel)")
      #expect(fehler.description.hasSuffix("[\(fehler.regel)]"))
    }
  }
}
