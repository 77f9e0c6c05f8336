// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Aktenspeicher
import Aussonderung
import Foundation
import Lifecycle
import TestHilfe
import Testing
import Xdomea

/// What is told of a process that is odd, damaged or not at its end.
@Suite("Hinweise und Schäden im Verfahren")
struct HinweisTests {
  /// One Akte of two Vorgänge that was offered; the archive has the offer.
  private func angeboten(
    _ b: Buehne
  ) throws -> (prozess: ProzessID, akte: ObjektID, behoerde: Behoerde, archiv: Archiv) {
    let (akte, _) = try b.akte()
    try b.warte()
    let prozess = ProzessID.zufaellig(&b.zufall)
    let behoerde = try b.behoerde()
    let archiv = try b.archiv()
    try behoerde.bieteAn(prozess, .objekte([akte]), anlass: .fristende, b.vereinbarung, b.wer())
    try holeAlles(archiv, b)
    return (prozess, akte, behoerde, archiv)
  }

  private func bewerte(
    _ b: Buehne, _ prozess: ProzessID, _ akte: ObjektID, _ archiv: Archiv
  ) throws {
    var liste = try archiv.ordner.objektliste(prozess)
    try liste.bewerte(akte, .archivwuerdig)
    try archiv.bewerte(liste, prozess)
    try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
  }

  @Test("Ein fremder Absender wird genannt, die Nachricht gilt (R24)", arguments: [true, false])
  func absender(_ fremd: Bool) throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (prozess, akte, behoerde, archiv) = try angeboten(b)
      try holeAlles(behoerde, b)
      try bewerte(b, prozess, akte, archiv)
      if fremd {
        let fach = URL(fileURLWithPath: b.pfad("zur-behoerde"))
        let name = try #require(
          try FileManager.default.contentsOfDirectory(atPath: fach.path)
            .first { $0.contains("0502") })
        try packeUm(fach.appendingPathComponent(name)) { eintrag, bytes in
          guard eintrag.hasSuffix(".xml") else { return bytes }
          let text = String(decoding: bytes, as: UTF8.self)
          return Array(text.replacingOccurrences(of: "Kreisarchiv", with: "Stadtarchiv").utf8)
        }
      }
      try holeAlles(behoerde, b)
      let v = try behoerde.verfahren(prozess)
      let antwort = try #require(v.nachrichten(.bewertungsverzeichnis, eigene: false).first)
      #expect(antwort.stand == .verarbeitet)
      #expect(antwort.hinweis?.contains("»Stadtarchiv«") == (fremd ? true : nil))
      #expect(antwort.hinweis?.contains("(R24)") == (fremd ? true : nil))
    }
  }

  @Test("Ein unlesbares Verfahren hält die anderen nicht auf; was zu ihm gehören kann, wartet")
  func unlesbar() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (eine, _) = try b.akte("Eine")
      let (andere, _) = try b.akte("Andere")
      try b.warte()
      let behoerde = try b.behoerde()
      let archiv = try b.archiv()
      var prozesse: [ProzessID] = []
      for akte in [eine, andere] {
        let prozess = ProzessID.zufaellig(&b.zufall)
        prozesse.append(prozess)
        try behoerde.bieteAn(prozess, .objekte([akte]), anlass: .fristende, b.vereinbarung, b.wer())
      }
      try holeAlles(archiv, b)
      let stand = b.pfad("behoerde/\(prozesse[0].text)/verfahren.json")
      try Data("{".utf8).write(to: URL(fileURLWithPath: stand))
      // Both receipts wait; the one of the damaged process stays in the inbox.
      var angewandt: [ProzessID] = []
      let fehler = #expect(throws: AussonderungFehler.self) {
        try behoerde.holeAb(b.behoerdenfach(), b.wer()) { _, e in
          if case .verarbeitet(let p, _) = e { angewandt.append(p) }
        }
      }
      #expect(angewandt == [prozesse[1]])
      #expect("\(try #require(fehler))".contains("nicht lesbar"))
      let rest = try FileManager.default.contentsOfDirectory(atPath: b.pfad("zur-behoerde"))
      #expect(rest.count == 1 && rest[0].contains(prozesse[0].text))
      // Nobody can say that there is no such process.
      #expect(throws: AussonderungFehler.self) {
        try behoerde.verfahren(.zufaellig(&b.zufall))
      }
      try behoerde.ordner.verlange(.behoerde)
      #expect(throws: AussonderungFehler.self) { try behoerde.ordner.verlange(.archiv) }
    }
  }

  @Test("Fehlt dem Archiv ein Teil seiner Liste, arbeitet es nicht mit dem Rest weiter")
  func listenteil() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (prozess, _, _, archiv) = try angeboten(b)
      let teil = b.pfad("archiv/\(prozess.text)/objekte/1.jsonl")
      let inhalt = try Data(contentsOf: URL(fileURLWithPath: teil))
      try FileManager.default.removeItem(atPath: teil)
      let fehler = #expect(throws: AussonderungFehler.self) {
        try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
      }
      #expect("\(try #require(fehler))".contains("1.jsonl: fehlt"))
      try inhalt.write(to: URL(fileURLWithPath: teil))
      #expect(try archiv.ordner.objektliste(prozess).eintraege.count == 3)
    }
  }

  @Test("Ein Speicher, der älter ist als das Verfahren, wird als das erkannt")
  func aeltererSpeicher() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      _ = try b.akte()
      try b.warte()
      let sicherung = b.pfad("sicherung")
      _ = try b.speicher.sichere(nach: sicherung)
      let behoerde = try b.behoerde()
      let prozess = ProzessID.zufaellig(&b.zufall)
      try behoerde.bieteAn(
        prozess, .faellige(hoechstens: 9), anlass: .fristende, b.vereinbarung, b.wer())
      #expect(try behoerde.stand(prozess).unbekannteNachrichten.isEmpty)
      let alt = try Speicher(sicherung)
      let damit = Behoerde(
        bestand: alt, ordner: behoerde.ordner, ausgang: try b.behoerdenfach(), schemata: b.schemata)
      let stand = try damit.stand(prozess)
      #expect(stand.unbekannteNachrichten.count == 1)
      #expect(stand.naechstes?.contains("Der Speicher ist älter als dieses Verfahren") == true)
    }
  }

  /// A store put back to the state before a message of the archive or of ours, beside the newer folder.
  private func zurueckgesetzt(
    _ b: Buehne, _ danach: (_ prozess: ProzessID, _ akte: ObjektID, Behoerde, Archiv) throws -> Void
  ) throws -> (prozess: ProzessID, behoerde: Behoerde) {
    let (prozess, akte, behoerde, archiv) = try angeboten(b)
    try holeAlles(behoerde, b)
    let sicherung = b.pfad("sicherung")
    _ = try b.speicher.sichere(nach: sicherung)
    try danach(prozess, akte, behoerde, archiv)
    return (
      prozess,
      Behoerde(
        bestand: try Speicher(sicherung), ordner: behoerde.ordner, ausgang: try b.behoerdenfach(),
        schemata: b.schemata)
    )
  }

  @Test("Mit einem Speicher von vor der 0502 wird nichts gelöscht und nichts zurückgezogen")
  func alterSpeicherLoeschtNicht() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (prozess, alt) = try zurueckgesetzt(b) { prozess, akte, behoerde, archiv in
        try bewerte(b, prozess, akte, archiv)
        try holeAlles(behoerde, b)
      }
      b.heute = Kalendertag(2034, 1, 1)!
      for schritt in [
        { _ = try alt.stelleFristablaufFest(prozess, b.wer()) },
        { _ = try alt.loesche(prozess, b.wer(mit: Buehne.leitung)) },
        { _ = try alt.zieheZurueck(prozess, grund: "Irrtum", b.wer()) },
        { _ = try alt.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer()) },
      ] {
        let fehler = #expect(throws: AussonderungFehler.self) { try schritt() }
        #expect("\(try #require(fehler))".contains("Der Speicher ist älter als dieses Verfahren"))
      }
      #expect(try alt.stand(prozess).lagen == [.angeboten: 3])
      #expect(try alt.verfahren(prozess).beendetWeil == nil)
      #expect(try alt.verfahren(prozess).vorhaben == nil)
    }
  }

  @Test("Auch ein Speicher von vor der 0506 wird erkannt, einer danach nicht")
  func alterSpeicherImport() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (prozess, akte, behoerde, archiv) = try angeboten(b)
      try holeAlles(behoerde, b)
      try bewerte(b, prozess, akte, archiv)
      try holeAlles(behoerde, b)
      try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
      let sicherung = b.pfad("sicherung")
      _ = try b.speicher.sichere(nach: sicherung)
      try holeAlles(archiv, b)
      try archiv.uebernimm(prozess, nach: Ordnerziel(b.pfad("magazin")))
      try archiv.bestaetige(prozess, b.wer(Buehne.archivarin))
      try holeAlles(behoerde, b)
      #expect(try behoerde.stand(prozess).unbekannteNachrichten == [])
      let alt = Behoerde(
        bestand: try Speicher(sicherung), ordner: behoerde.ordner, ausgang: try b.behoerdenfach(),
        schemata: b.schemata)
      #expect(try alt.stand(prozess).unbekannteNachrichten.count == 1)
    }
  }

  @Test("Bleibt Archivwürdiges zurück, sagt der Stand es neben dem Warten")
  func zurueckgeblieben() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (eine, _) = try b.akte("Eine")
      let (andere, vorgaenge) = try b.akte("Andere")
      try b.warte()
      let prozess = ProzessID.zufaellig(&b.zufall)
      let behoerde = try b.behoerde()
      let archiv = try b.archiv()
      try behoerde.bieteAn(
        prozess, .objekte([eine, andere]), anlass: .fristende, b.vereinbarung, b.wer())
      try holeAlles(archiv, b)
      var liste = try archiv.ordner.objektliste(prozess)
      for akte in [eine, andere] { try liste.bewerte(akte, .archivwuerdig) }
      try archiv.bewerte(liste, prozess)
      try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
      try holeAlles(behoerde, b)
      try b.tu(
        .schriftgut(
          ziel: andere, in: nil,
          ereignis: .sperreSetzen(
            sperre: Sperre(
              id: .zufaellig(&b.zufall), grund: "Rechtsstreit", behoerde: "Gericht"))),
        Akteur(kennung: "dsb", rollen: [.datenschutz]))
      try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
      let stand = try behoerde.stand(prozess)
      #expect(stand.abzugeben == 1 + vorgaenge.count)
      let satz = try #require(stand.naechstes)
      #expect(satz.contains("3 archivwürdige Objekte sind noch nicht abgegeben"), "\(satz)")
      #expect(satz.contains("Warten, bis das Archiv den Import bestätigt"))
    }
  }

  @Test("Das Vernichtungsprotokoll nennt die 0506 und die Kennung des Archivs")
  func nachweis() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (prozess, akte, behoerde, archiv) = try angeboten(b)
      try holeAlles(behoerde, b)
      try bewerte(b, prozess, akte, archiv)
      try holeAlles(behoerde, b)
      try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
      try holeAlles(archiv, b)
      try archiv.uebernimm(prozess, nach: Ordnerziel(b.pfad("magazin")))
      try archiv.bestaetige(prozess, b.wer(Buehne.archivarin))
      try holeAlles(behoerde, b)
      b.heute = Kalendertag(2032, 3, 1)!
      #expect(
        try behoerde.loesche(prozess, b.wer(mit: Buehne.leitung)).abgeschlossen)
      let import0506 = try #require(
        try behoerde.verfahren(prozess)
          .nachrichten(.aussonderungImportBestaetigen, eigene: false).first)
      var protokolle: [Vernichtungsprotokoll] = []
      try b.speicher.vernichtungsprotokolle(prozess) { protokolle.append($0) }
      let objekte = protokolle.flatMap(\.objekte)
      #expect(objekte.count == 3)
      #expect(objekte.allSatisfy { $0.bewertung.nachricht == import0506.id })
      let kennung = try #require(
        try archiv.ordner.objektliste(prozess)[akte]?.archivkennung)
      #expect(objekte.first { $0.id == akte }?.archivkennung == kennung)
      var html: [UInt8] = []
      try behoerde.vernichtungsnachweis(prozess).html { html += $0 }
      let text = String(decoding: html, as: UTF8.self)
      #expect(text.contains("Nachricht 0506 \(import0506.id.text)"))
      #expect(text.contains("Im Archiv: \(kennung)"))
      // What was destroyed for its content does not live on in the proof.
      #expect(!text.contains("Betreff und") && !text.contains("Ortsrecht"))
    }
  }

  @Test("Anschreiben kommen mit ins Magazin; ein beschädigtes hält keine Akte auf")
  func anschreiben() throws {
    for beschaedigt in [false, true] {
      try mitTemporaeremOrdner { ordner in
        let b = try Buehne(ordner, .v310)
        let (prozess, akte, behoerde, archiv) = try angeboten(b)
        try holeAlles(behoerde, b)
        try bewerte(b, prozess, akte, archiv)
        try holeAlles(behoerde, b)
        try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
        let fach = URL(fileURLWithPath: b.pfad("zum-archiv"))
        let name = try #require(
          try FileManager.default.contentsOfDirectory(atPath: fach.path)
            .first { $0.contains("0503") })
        try legeAnschreibenBei(fach.appendingPathComponent(name), beschaedigt: beschaedigt)
        try holeAlles(archiv, b)
        let bericht = try archiv.uebernimm(prozess, nach: Ordnerziel(b.pfad("magazin")))
        #expect(bericht.gescheitert.isEmpty && bericht.dateien == 4)
        let abgelegt = try FileManager.default.subpathsOfDirectory(atPath: b.pfad("magazin"))
        #expect(abgelegt.contains { $0.hasSuffix("_brief.txt") } == !beschaedigt)
        #expect(abgelegt.count { $0.hasSuffix(".txt") } == (beschaedigt ? 4 : 5))
      }
    }
  }

  /// Puts a covering letter with a file into a 0503: one of its documents once more, with a name and
  /// bytes of its own.
  private func legeAnschreibenBei(_ container: URL, beschaedigt: Bool) throws {
    var satz = Testzip.Satz(
      "0b6a7c52-8c1e-4f0e-9d4e-0a4a6d2f9a12_brief.txt", "Sehr geehrte Damen und Herren")
    if beschaedigt { satz.crc = 1 }
    try packeUm(container, zusatz: satz) { name, bytes in
      guard name.hasSuffix(".xml") else { return bytes }
      let text = String(decoding: bytes, as: UTF8.self)
      let beginn = try #require(text.range(of: "<xdomea:Dokument>"))
      let ende = try #require(text.range(of: "</xdomea:Dokument>"))
      var brief = String(text[beginn.upperBound..<ende.lowerBound])
      let kennung = try #require(brief.firstMatch(of: /<xdomea:ID>([^<]+)<\/xdomea:ID>/)).1
      brief = brief.replacing(kennung, with: "0b6a7c52-8c1e-4f0e-9d4e-0a4a6d2f9a11")
      brief = brief.replacing(
        /<xdomea:Dateiname>[^<]+</,
        with: "<xdomea:Dateiname>0b6a7c52-8c1e-4f0e-9d4e-0a4a6d2f9a12_brief.txt<")
      let vor = try #require(text.range(of: "<xdomea:Schriftgutobjekt>"))
      return Array(
        text.replacingCharacters(
          in: vor.lowerBound..<vor.lowerBound,
          with: "<xdomea:Anschreiben>\(brief)</xdomea:Anschreiben>"
        ).utf8)
    }
  }
}
