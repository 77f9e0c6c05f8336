// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Behaelter
internal import Foundation
internal import Pruefung
internal import Xdomea

/// What a step of the demonstration found.
struct Demoergebnis {
  /// Lines for people.
  var zeilen: [String] = []
  /// Numbers for programs.
  var zahlen: [(String, Int)] = []
}

/// The demonstration: every step is a call of the libraries and a comparison with what must be.
struct Demolauf {
  private let akten: URL
  private let schemata: Schemata?
  private let arbeit: URL
  private let bleibt: URL?
  private var gepackt: [XdomeaFassung: Packer.Ergebnis] = [:]
  private var bruch: Pruefbericht?
  private let speicherort: URL
  private var leben: Demoleben?
  private var vierstufig: Demoaussonderung?
  private var zweistufig: Demokatalog?

  private static let versionen = [XdomeaFassung.v400, .v310]

  init(akten: URL, schemata: Schemata?, arbeitsordner: URL, behalten: String?) throws {
    self.akten = akten
    self.schemata = schemata
    arbeit = arbeitsordner
    bleibt = behalten.map { URL(fileURLWithPath: $0) }
    speicherort = arbeitsordner
    try Demoumgebung.legeAn(ausgang)
    let aussonderung = ausgang.appendingPathComponent("Aussonderung").path
    guard !FileManager.default.fileExists(atPath: aussonderung) else {
      throw Hinderung(
        "»\(aussonderung.sichtbar)« gibt es schon, wohl von einer früheren Vorführung. Nennen Sie "
          + "einen anderen Ordner, oder löschen Sie diesen.")
    }
  }

  /// Where the results go.
  private var ausgang: URL { bleibt ?? arbeit.appendingPathComponent("Ausgang") }

  mutating func fuehreAus(_ schritt: Demoschritt) throws -> Demoergebnis {
    switch schritt {
    case .eingang: try lebe { try $0.nimmBriefAuf() }
    case .bearbeiten: try lebe { try $0.bearbeite() }
    case .schliessen: try lebe { try $0.schliesse() }
    case .jahre: try lebe { try $0.lassZeitVergehen() }
    case .beweisen: try lebe { try $0.pruefe() }
    case .einpacken: try packe()
    case .pruefen: try pruefe()
    case .vergleichen: try vergleiche()
    case .zeigen: try zeige()
    case .umsetzen: try setzeUm()
    case .veraendern: try veraendere()
    case .berichten: try berichte()
    case .anbieten: try sondereAus { try $0.bieteAn() }
    case .abgeben: try sondereAus { try $0.gibAb() }
    case .loeschen: try sondereAus { try $0.loesche() }
    case .katalog: try nachKatalog { try $0.bewerteVorab() }
    case .zweistufig: try nachKatalog { try $0.sondereAus() }
    }
  }

  /// One step of the life of a file; the first one makes the store.
  private mutating func lebe(
    _ schritt: (inout Demoleben) throws -> Demoergebnis
  ) throws -> Demoergebnis {
    var leben = try leben ?? Demoleben(ordner: speicherort, akten: akten)
    defer { self.leben = leben }
    return try schritt(&leben)
  }

  /// One step of the four-step procedure; the first one sets town and archive up.
  private mutating func sondereAus(
    _ schritt: (inout Demoaussonderung) throws -> Demoergebnis
  ) throws -> Demoergebnis {
    var lauf = try vierstufig ?? Demoaussonderung(buehne("vierstufig"))
    defer { vierstufig = lauf }
    return try schritt(&lauf)
  }

  /// One step of the two-step procedure.
  private mutating func nachKatalog(
    _ schritt: (Demokatalog) throws -> Demoergebnis
  ) throws -> Demoergebnis {
    let lauf = try zweistufig ?? Demokatalog(buehne("zweistufig"))
    zweistufig = lauf
    return try schritt(lauf)
  }

  private func buehne(_ name: String) throws -> Demobuehne {
    try Demobuehne(
      ausgang.appendingPathComponent("Aussonderung/\(name)"), try container(.v400), schemata)
  }

  private mutating func packe() throws -> Demoergebnis {
    // Always the same process, so that every run gives the same names.
    guard let zeit = Uhr.jetzt, let prozess = ProzessID("5b0f5d2e-7c1a-4f7e-9a36-1d0c8e4b2a90")
    else { throw Hinderung("Die Uhr dieses Rechners ist nicht lesbar.") }
    var e = Demoergebnis()
    for version in Self.versionen {
      var optionen = Packer.Optionen(
        version: version, absender: Kontakt(institution: "Stadt Musterhausen"),
        archiv: Kontakt(institution: "Kreisarchiv Muster"), prozessID: prozess, zeitpunkt: zeit)
      optionen.ueberschreiben = true
      let p = try Packer.packe(ordner: akten.path, nach: ausgang.path, optionen)
      gepackt[version] = p
      if e.zeilen.isEmpty {
        e.zeilen = [
          "Aus Ordnern und Dateien werden \(p.akten.mal("Akte", "Akten")), "
            + "\(p.vorgaenge.mal("Vorgang", "Vorgänge")) und "
            + "\(p.dokumente.mal("Dokument", "Dokumente")), zusammen \(p.bytes.alsGroesse).",
          "Beides steckt danach in einer ZIP-Datei: die Dateien und ein Begleitschreiben für den "
            + "Computer.",
        ]
        e.zahlen = [
          ("akten", p.akten), ("vorgaenge", p.vorgaenge), ("dokumente", p.dokumente),
        ]
      }
      e.zeilen.append("xdomea \(version.rawValue): \(name(p.pfad))")
    }
    return e
  }

  private func pruefe() throws -> Demoergebnis {
    var e = Demoergebnis()
    e.zeilen.append(
      schemata == nil
        ? "Geprüft wird ohne die amtlichen Schemadateien; sie sind hier nicht vorhanden."
        : "Geprüft wird auch mit den amtlichen Schemadateien von xdomea.")
    for version in Self.versionen {
      let bericht = try pruefer.pruefe(try container(version))
      e.zeilen.append("xdomea \(version.rawValue): \(bericht.ergebnis)")
      e.zahlen.append(("fehler_\(version.rawValue)", bericht.anzahl.fehler))
      if let fehler = bericht.sortiert().first(where: { $0.schwere == .fehler }) {
        throw Hinderung("\(fehler.regel): \(fehler.meldung)")
      }
    }
    e.zeilen.append("Gültig heißt: kein Fehler. Warnungen sollte man ansehen, »pruefen« nennt sie.")
    return e
  }

  private func vergleiche() throws -> Demoergebnis {
    let originale = try Demoumgebung.dateien(akten).filter {
      $0.path != akten.appendingPathComponent("metadaten.csv").path
    }
    var e = Demoergebnis()
    for version in Self.versionen {
      let ordner = ausgepackt(version)
      try Behaelter.entpacke(try container(version), nach: ordner.path)
      let nachricht = gepackt[version]?.nachrichtname
      var kandidaten = try Demoumgebung.dateien(ordner)
        .filter { $0.lastPathComponent != nachricht }.map(Demoumgebung.bytes)
      var summe: Int64 = 0
      for original in originale {
        let bytes = try Demoumgebung.bytes(original)
        guard let stelle = kandidaten.firstIndex(of: bytes) else {
          throw Hinderung("»\(original.path.sichtbar)« liegt nicht unverändert im Container.")
        }
        kandidaten.remove(at: stelle)
        summe += Int64(bytes.count)
      }
      guard kandidaten.isEmpty else {
        throw Hinderung("Im Container liegen \(kandidaten.count) Dateien, die kein Original haben.")
      }
      e.zeilen.append(
        "xdomea \(version.rawValue): \(originale.count) von \(originale.count) Dateien sind gleich, "
          + "\(summe.alsGroesse) verglichen.")
      e.zahlen.append(("gleich_\(version.rawValue)", originale.count))
    }
    return e
  }

  private func zeige() throws -> Demoergebnis {
    var zeilen: [String] = []
    try Inhaltsanzeige.baum(try container(.v400)) { zeilen.append($0) }
    // The head of the message is known already.
    let baum = zeilen.drop { !$0.isEmpty }.dropFirst()
    var e = Demoergebnis()
    e.zeilen = Array(baum.prefix(14))
    if baum.count > 15, let summe = baum.last {
      e.zeilen += ["… (noch \(baum.count - 15) Zeilen)", summe]
    }
    e.zahlen = [("baumzeilen", baum.count)]
    return e
  }

  private func setzeUm() throws -> Demoergebnis {
    var zufall = SystemRandomNumberGenerator()
    let ziel = arbeit.appendingPathComponent("umgesetzt")
    try Demoumgebung.legeAn(ziel)
    let u = try Umsetzer.setzeUm(
      try container(.v400), nach: ziel.path,
      Umsetzer.Optionen(version: .v310, nachrichtenID: .zufaellig(&zufall)))
    let bericht = try pruefer.pruefe(u.pfad)
    if let fehler = bericht.sortiert().first(where: { $0.schwere == .fehler }) {
      throw Hinderung("\(fehler.regel): \(fehler.meldung)")
    }
    var e = Demoergebnis()
    e.zeilen = [
      "Von xdomea 4.0.0 nach 3.1.0: \(u.dateien.mal("Datei", "Dateien")) übernommen, "
        + "Ergebnis \(bericht.ergebnis).",
      "Der Verlustbericht nennt, was die ältere Version nicht ausdrücken kann:",
    ]
    e.zeilen += u.verluste.felder.map { feld, zahl in
      "  \(zahl.deutsch) × \(feld.sichtbar)" + (Demotexte.felder[feld].map { ": \($0)" } ?? "")
    }
    e.zahlen = [("dateien", u.dateien), ("verluste", u.verluste.anzahl)]
    return e
  }

  private mutating func veraendere() throws -> Demoergebnis {
    let dateien = try Demoumgebung.dateien(ausgepackt(.v400))
      .filter { $0.lastPathComponent != gepackt[.v400]?.nachrichtname }
    guard let opfer = dateien.first(where: { $0.pathExtension == "pdf" }) ?? dateien.first else {
      throw Hinderung("Es gibt keine Datei, die verändert werden könnte.")
    }
    var bytes = try Demoumgebung.bytes(opfer)
    let stelle = bytes.startIndex + bytes.count / 2
    guard stelle < bytes.endIndex else { throw Hinderung("»\(opfer.path.sichtbar)« ist leer.") }
    bytes[stelle] ^= 1
    do {
      try bytes.write(to: opfer)
    } catch {
      throw Hinderung("»\(opfer.path.sichtbar)« ist nicht schreibbar.")
    }
    let bericht = try pruefer.pruefe(ausgepackt(.v400).path)
    bruch = bericht
    guard let befund = bericht.befunde.first(where: { $0.regel == "R56" }) else {
      throw Hinderung("Die Veränderung von »\(opfer.lastPathComponent)« wurde nicht bemerkt.")
    }
    var e = Demoergebnis()
    e.zeilen = [
      "In der ausgepackten Kopie wurde ein Byte verändert. Ergebnis: \(bericht.ergebnis)",
      "",
      "\(befund.schwere.anzeige) \(befund.regel): \(befund.meldung.sichtbar)",
    ]
    if let betreff = befund.ort.betreff {
      e.zeilen.append("Betrifft: Dokument »\(betreff.sichtbar)«")
    }
    e.zeilen.append("Abhilfe:  \(befund.abhilfe.sichtbar)")
    e.zahlen = [("fehler", bericht.anzahl.fehler)]
    return e
  }

  private func berichte() throws -> Demoergebnis {
    guard let bruch else { throw Hinderung("Es gibt noch kein Prüfergebnis.") }
    let html = HTMLBericht.html(
      [bruch], titel: "Prüfbericht der veränderten Kopie", erstellt: Uhr.anzeige,
      regeln: Regelwerk.alle)
    let datei = ausgang.appendingPathComponent("Bericht.html")
    try Ablage.schreibe(html, nach: datei.path)
    var e = Demoergebnis()
    e.zeilen =
      if let bleibt {
        ["\(datei.path.sichtbar)", "Auch die Container liegen in \(bleibt.path.sichtbar)."]
      } else {
        [
          "Der Bericht ist eine einzelne HTML-Seite (\(Int64(html.utf8.count).alsGroesse)) für den "
            + "Webbrowser.",
          "Er verschwindet am Ende mit dem Arbeitsordner. »diva demo --behalten ORDNER« bewahrt "
            + "alles auf.",
        ]
      }
    e.zahlen = [("bytes", html.utf8.count)]
    return e
  }

  private var pruefer: Pruefer { Pruefer(schemata: schemata, heute: Uhr.heute) }

  private func container(_ version: XdomeaFassung) throws -> String {
    guard let pfad = gepackt[version]?.pfad else {
      throw Hinderung("Der Container in xdomea \(version.rawValue) fehlt.")
    }
    return pfad
  }

  private func ausgepackt(_ version: XdomeaFassung) -> URL {
    arbeit.appendingPathComponent("ausgepackt-\(version.rawValue)")
  }

  private func name(_ pfad: String) -> String { URL(fileURLWithPath: pfad).lastPathComponent }
}
