// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Xdomea

@Suite("Umsetzen", .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
struct UmsetzerTests {
  static let ab3 = Beispielnachrichten.alle.filter { !$0.hasPrefix("2.") }
  static let nachrichtenID = NachrichtenID(bytes: (0x1111_1111_1111_4111, 0x8111_1111_1111_1111))
  static let ursprung = NachrichtenID(bytes: (0x2222_2222_2222_4222, 0x8222_2222_2222_2222))

  @Test(
    "Jede Version wird in jeder Zielversion schemagültig", arguments: Beispielnachrichten.alle,
    [XdomeaFassung.v300, .v310, .v400])
  func gueltig(_ name: String, _ ziel: XdomeaFassung) throws {
    let paket = try Nachrichtenpaket(pfad: Beispielnachrichten.pfad(name))
    // The 0503 samples of 2.x transfer a loose document, which 4.0 cannot carry.
    if name.hasPrefix("2."), name.contains("0503"), ziel == .v400 {
      #expect(throws: XdomeaFehler.self) {
        try geschrieben(paket, ziel) { $0.nachrichtenID = Self.nachrichtenID }
      }
      return
    }
    let typ = try paket.leser().typ
    guard typ.versionen.contains(ziel) else { return }
    let (neu, verluste, _) = try geschrieben(paket, ziel) {
      $0.nachrichtenID = $0.nachrichtenID ?? Self.nachrichtenID
      if typ.ursprung != nil { $0.ursprungsnachricht = $0.ursprungsnachricht ?? Self.ursprung }
    }
    #expect(!verluste.eintraege.contains { $0.art == .pflichtFehlt })
    try pruefeMitXmllint(neu, ziel)
  }

  @Test("3.x nach 4.0 und zurück verliert nur, was der Bericht nennt", arguments: ab3)
  func hinUndZurueck(_ name: String) throws {
    let paket = try Nachrichtenpaket(pfad: Beispielnachrichten.pfad(name))
    let original = try Beispielnachrichten.bytes(paket)
    let start = try paket.leser().version
    let mitte: XdomeaFassung = start == .v400 ? .v310 : .v400
    let hin = try geschrieben(paket, mitte) {
      $0.nachrichtenID = $0.nachrichtenID ?? Self.nachrichtenID
      if start < .v400, $0.nachrichtentyp?.wert == "0505" { $0.ursprungsnachricht = Self.ursprung }
    }
    try mitTemporaeremOrdner { tmp in
      let datei = tmp.appendingPathComponent("mitte.xml")
      try Data(hin.bytes).write(to: datei)
      let zurueck = try geschrieben(try Nachrichtenpaket(pfad: datei.path), start) {
        $0.nachrichtenID = $0.nachrichtenID ?? hin.leser.kopf.nachrichtenID
        $0.ursprungsnachricht = hin.leser.kopf.ursprungsnachricht
        $0.ergebnis = hin.leser.kopf.ergebnis
      }
      #expect(zurueck.leser.maengel.isEmpty, "\(zurueck.leser.maengel.map(\.meldung))")
      let genannt = Set((hin.verluste.eintraege + zurueck.verluste.eintraege).map(\.feld))
      let unbenannt = unbenannteZeilen(try unterschiede(original, zurueck.bytes), genannt)
      #expect(unbenannt.isEmpty, "\(unbenannt.joined(separator: "\n"))\n\(genannt)")
    }
  }

  /// Writes a message of 3.1 into a folder and converts it to 4.0.
  private func umgesetzt(
    _ typ: Nachrichtentyp, _ teile: [Nachrichtenteil], ursprung: NachrichtenID?
  ) throws -> Gelesenes {
    try mitTemporaeremOrdner { tmp in
      let datei = tmp.appendingPathComponent("n.xml")
      let kopf = Antwortmodell.kopf(typ)
      try Data(try schreibe(.v310, typ, kopf, teile).bytes).write(to: datei)
      var optionen = Umsetzer.Optionen(version: .v400, nachrichtenID: Self.nachrichtenID)
      optionen.ursprungsnachricht = ursprung
      let e = try Umsetzer.setzeUm(datei.path, nach: tmp.path + "/", optionen)
      #expect(e.typ == typ)
      return try lies(try Beispielnachrichten.bytes(try Nachrichtenpaket(pfad: e.pfad)))
    }
  }

  @Test("Eine Antwort aus 3.x braucht in 4.0 die Nachricht, auf die sie antwortet")
  func ursprungsnachricht() throws {
    let typ = Nachrichtentyp.bewertungsverzeichnis
    let teile = Antwortmodell.teile(typ)
    #expect(throws: XdomeaFehler.pflichtangabe("UUIDUrsprungsnachricht", version: .v400)) {
      try umgesetzt(typ, teile, ursprung: nil)
    }
    let neu = try umgesetzt(typ, teile, ursprung: Self.ursprung)
    #expect(neu.teile == teile && neu.kopf.ursprungsnachricht == Self.ursprung)
  }

  @Test("Das Gesamtergebnis von 4.0 folgt aus den Rückmeldungen der Objekte")
  func gesamtergebnis() throws {
    let typ = Nachrichtentyp.aussonderungImportBestaetigen
    let gut = Importrueckmeldung(ObjektID(bytes: (1, 1)), .erfolg)
    let schlecht = Importrueckmeldung(ObjektID(bytes: (1, 2)), .misserfolg("defekt"))
    let eins = try umgesetzt(typ, [.rueckmeldung(gut)], ursprung: Self.ursprung)
    #expect(eins.kopf.ergebnis == .erfolg)
    let zwei = try umgesetzt(
      typ, [.rueckmeldung(gut), .rueckmeldung(schlecht)], ursprung: Self.ursprung)
    #expect(zwei.kopf.ergebnis?.erfolgreich == false)
    #expect(zwei.teile == [.rueckmeldung(gut), .rueckmeldung(schlecht)])
  }

  @Test("Ein Kommentar vor der Nachricht kann die Schemaprüfung nicht abschalten")
  func vorspann() throws {
    let name = try #require(Self.ab3.first { $0.hasSuffix("0503.xml") })
    let text = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: Beispielnachrichten.pfad(name))),
      as: UTF8.self)
    try mitTemporaeremOrdner { tmp in
      let datei = tmp.appendingPathComponent("n.xml")
      let polster = "<!--" + String(repeating: "x", count: 20_000) + "-->"
      let ende = try #require(text.range(of: "?>")).upperBound
      try Data((text[..<ende] + polster + text[ende...]).utf8).write(to: datei)
      let bericht = try Pruefer(schemata: Schemata(ordner: Gemeinsam.schemata.path)).pruefe(
        datei.path)
      #expect(!bericht.schemageprueft)
      #expect(!bericht.gueltig)
    }
  }

  @Test("Codes ohne Listenangabe behalten die Bedeutung, die ihre Version festlegt")
  func codelisten() throws {
    let name = try #require(
      Beispielnachrichten.alle.first { $0.hasPrefix("2.4.0") && $0.contains("0503") })
    let paket = try Nachrichtenpaket(pfad: Beispielnachrichten.pfad(name))
    let (neu, verluste, _) = try geschrieben(paket, .v300)
    let zeilen = try inhaltszeilen(neu)
    let kanaele = zeilen.filter { $0.contains("Kanal/code ") }
    #expect(!kanaele.isEmpty)
    // Two digits from 3.0 on; the old codes had three.
    #expect(kanaele.allSatisfy { ($0.split(separator: "=").last ?? "").count == 3 }, "\(kanaele)")
    #expect(verluste.eintraege.contains { $0.feld == "Kanal" && $0.art == .umgewandelt })
    let formate = zeilen.filter { $0.hasSuffix("]") && $0.contains("Format/xdomea:Name ") }
    #expect(formate.allSatisfy { $0.contains("listVersionID=1.0") }, "\(formate)")
  }

  @Test("Ein Code aus einer fremden Liste wird nicht als Code der amtlichen Liste geschrieben")
  func fremdeListe() throws {
    var akte = Akte(id: ObjektID(bytes: (1, 1)), betreff: "A")
    akte.allgemeineMetadaten?.geheimhaltung = Geheimhaltung(
      grad: Code("001", name: "offen", listURI: "urn:stadt:stufen", listVersion: "1"))
    let kopf = Nachrichtenkopf(
      prozessID: .leer, absender: Kontakt(), empfaenger: Kontakt(),
      erstellungszeitpunkt: Zeitpunkt("2026-01-02T03:04:05.000Z"))
    var bytes: [UInt8] = []
    let verluste = try withUnsafeMutablePointer(to: &bytes) { p in
      var s = try Nachrichtenschreiber(.v310, .aussonderung, kopf) { p.pointee += $0 }
      try s.schriftgutobjekt(.akte(akte))
      return try s.beende()
    }
    #expect(!String(decoding: bytes, as: UTF8.self).contains("Vertraulichkeitsstufe"))
    let verlust = try #require(verluste.eintraege.first { $0.feld == "Vertraulichkeitsstufe" })
    #expect(verlust.art == .nichtUebertragbar && verlust.wert == "001 offen")
  }

  @Test(
    "Ein umgesetzter Container ist so gültig wie seine Quelle und enthält dieselben Dateien",
    arguments: ab3.filter { $0.hasSuffix(".zip") }, [XdomeaFassung.v300, .v310, .v400])
  func container(_ name: String, _ ziel: XdomeaFassung) throws {
    try mitTemporaeremOrdner { tmp in
      var optionen = Umsetzer.Optionen(version: ziel, nachrichtenID: Self.nachrichtenID)
      optionen.ursprungsnachricht = Self.ursprung
      let e = try Umsetzer.setzeUm(
        Beispielnachrichten.pfad(name), nach: tmp.path + "/", optionen)
      let schemata = Schemata(ordner: Gemeinsam.schemata.path)
      let bericht = try Pruefer(schemata: schemata).pruefe(e.pfad)
      #expect(bericht.gueltig, "\(bericht.text(farbe: false))")
      #expect(bericht.schemageprueft)
      let vorher = try Nachrichtenpaket(pfad: Beispielnachrichten.pfad(name))
      #expect(e.dateien == vorher.dateien.count - 1)
    }
  }
}

/// Differences that a loss report does not name.
///
/// Never named: schemaLocation, list attributes that a version demands and another leaves open, and
/// blocks around a named value.
func unbenannteZeilen(_ alle: [String], _ genannt: Set<String>) -> [String] {
  var zeilen = alle
  if genannt.contains("Schriftstueck") {
    // The report says that Schriftstücke became attachments: the document keeps all else, and what
    // is new stands in attachments.
    zeilen = zeilen.map {
      $0.replacing("/xdomea:DokumentMitSchriftstueck", with: "/xdomea:Dokument")
    }
    .filter { !($0.hasPrefix("+") && $0.contains("/xdomea:Anlage")) }
  }
  // A line is named if the report names one of the elements on its path, exactly.
  let attribute = [
    "produkt": "Produktname", "produkthersteller": "hersteller", "RolleCode": "Rolle",
  ]
  let namen = Set(
    genannt.flatMap { [$0.split(separator: "/")[0], attribute[$0].map { $0[...] } ?? ""] })
  let benannte = zeilen.filter { zeile in
    let pfad = zeile.dropFirst(2).split(separator: " ")[0]
    return pfad.split(separator: "/").contains { element in
      namen.contains(element.split(separator: ":").last ?? element)
    } || namen.contains { zeile.hasPrefix("\(zeile.prefix(1)) @\($0)=") }
  }
  let umhuellend = Set(
    benannte.flatMap { zeile -> [String] in
      let pfad = zeile.dropFirst(2).split(separator: " ")[0].split(separator: "/")
      return pfad.indices.map { pfad[...$0].joined(separator: "/") }
    })
  let ohneListen = zeilen.map { $0.replacing(/\[[^\]]*\]/, with: "[]") }
  return zeilen.enumerated().filter { i, zeile in
    if zeile.dropFirst(2).hasPrefix("@xsi:schemaLocation=") || benannte.contains(zeile) {
      return false
    }
    if umhuellend.contains(String(zeile.dropFirst(2).split(separator: " ")[0])) { return false }
    let gegenstueck = (zeile.hasPrefix("-") ? "+" : "-") + ohneListen[i].dropFirst()
    return !ohneListen.contains(String(gegenstueck))
  }.map(\.element)
}
