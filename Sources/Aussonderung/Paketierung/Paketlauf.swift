// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Behaelter
internal import Pruefsummen
internal import Uebergabe
internal import XMLStrom
internal import Xdomea

/// One run of ``Paketierung``.
struct Paketlauf {
  private let paketierung: Paketierung
  private let abgabe: Nachrichtenpaket
  private let ordner: Lieferordner
  private let zeitpunkt: Zeitpunkt
  private let wer: String
  private let ohne: [ObjektID: String]
  private let auszug: Nachrichtenauszug
  private let dateien: Abgabedateien
  private var deckung = Deckung()
  private var nachweis: Deckungsnachweis
  private var bericht: Paketierungsbericht
  /// Parts of the message that every package keeps, and those that only the first one does.
  private var beiwerk: [Int] = []
  private var nurImErsten: [Int] = []
  private var beiwerkdateien: [Paketdatei] = []
  private var namen: [String: Int] = [:]
  private var nummer = 0
  private var geschrieben = 0
  private var ausgelasseneDateien: Set<String> = []
  /// Akten that were divided, and of which something was left out.
  private var ausgelasseneRahmen: Set<ObjektID> = []

  init(
    _ paketierung: Paketierung, _ abgabe: Nachrichtenpaket, _ pfad: String, _ zeitpunkt: Zeitpunkt,
    _ wer: String, _ ohne: [ObjektID: String]
  ) throws {
    self.paketierung = paketierung
    self.abgabe = abgabe
    self.zeitpunkt = zeitpunkt
    self.wer = wer
    self.ohne = ohne
    dateien = try Abgabedateien(abgabe)
    ordner = try Lieferordner(pfad)
    auszug = try Nachrichtenauszug(abgabe, neben: pfad)
    guard auszug.leser.typ == .aussonderung else {
      throw Paketierungsfehler.keineAbgabe(nachricht: auszug.leser.typ.rawValue)
    }
    bericht = Paketierungsbericht(
      ordner: pfad, nachweis: Lieferungspruefer.nachweisname,
      schemageprueft: paketierung.schemata != nil)
    nachweis = try Deckungsnachweis(
      prozess: auszug.leser.kopf.prozessID, nachricht: auszug.name,
      nach: ordner.bauort + "/" + Lieferungspruefer.nachweisname)
  }

  private var kopf: Nachrichtenkopf { auszug.leser.kopf }

  mutating func fuehreAus(
    zufall: inout some RandomNumberGenerator
  ) throws -> Paketierungsbericht {
    try liesBestand()
    let wurzel = auszug.gliederung()
    let objektknoten = wurzel.kinder.enumerated().filter {
      $0.element.art != .anschreiben && $0.element.art != .aktenplan
    }
    var aufteilung = Paketaufteilung(paketierung.ebene, paketierung.ausnahmen)
    var naechster = 0
    let leser = try auszug.leser(.ganz)
    while let teil = try leser.naechster() {
      guard case .schriftgutobjekt(let objekt) = teil else { continue }
      guard naechster < objektknoten.count else {
        throw Paketierungsfehler.nichtZerlegbar(objekt.id.text)
      }
      let (stelle, knoten) = objektknoten[naechster]
      naechster += 1
      for entwurf in try aufteilung.nimm(objekt, knoten, stelle: stelle) {
        try verarbeite(entwurf, &zufall)
      }
    }
    guard naechster == objektknoten.count else {
      throw Paketierungsfehler.nichtZerlegbar(abgabe.pfad)
    }
    if let lose = aufteilung.dokumente() { try verarbeite(lose, &zufall) }
    return try schliesseAb()
  }

  /// Reads the message once: what must be found in the packages later.
  private mutating func liesBestand() throws {
    var anschreiben: [Bool] = []
    var plaene: [Bool] = []
    var unbekannt = Set(paketierung.ausnahmen.keys)
    while let teil = try auszug.leser.naechster() {
      try deckung.erwarte(teil)
      if case .schriftgutobjekt(.akte(let a)) = teil { unbekannt.remove(a.id) }
      guard !teil.istObjekt else { continue }
      var genannt: [Paketdatei] = []
      teil.jedeDatei { genannt.append(Paketdatei(name: $0, original: nil, hash: $1)) }
      beiwerkdateien += genannt
      if case .anschreiben = teil { anschreiben.append(!genannt.isEmpty) }
      if case .aktenplan = teil { plaene.append(!genannt.isEmpty) }
    }
    guard unbekannt.isEmpty else {
      throw Paketierungsfehler.ausnahmeUnbekannt(unbekannt.sorted { $0.text < $1.text })
    }
    let wurzel = auszug.gliederung()
    for (art, mitDateien) in [
      (Schnittknoten.Art.anschreiben, anschreiben), (.aktenplan, plaene),
    ] {
      let knoten = wurzel.kinder(art)
      guard knoten.count == mitDateien.count else {
        throw Paketierungsfehler.nichtZerlegbar(abgabe.pfad)
      }
      for (k, mit) in zip(knoten, mitDateien) {
        if mit { nurImErsten.append(k.stelle) } else { beiwerk.append(k.stelle) }
      }
    }
    let (groesse, summe) = try auszug.pruefsumme()
    try nachweis.abgabe(groesse: groesse, summe)
  }

  // MARK: One package

  private mutating func verarbeite(
    _ entwurf: Paketentwurf, _ zufall: inout some RandomNumberGenerator
  ) throws {
    if let erstes = entwurf.objekte.first(where: { ohne[$0.id] != nil }) {
      let grund = ohne[erstes.id] ?? ""
      for o in entwurf.objekte {
        bericht.ausgelassen[o.id] =
          ohne[o.id] ?? "Ein anderes Objekt desselben Pakets ist gescheitert: \(grund)"
      }
      ausgelasseneDateien.formUnion(entwurf.dateien.map(\.name))
      ausgelasseneRahmen.formUnion(entwurf.pfad)
      return
    }
    nummer += 1
    var auswahl = entwurf.auswahl + beiwerk.map { ($0, .ganz) }
    var gewollt = entwurf.dateien
    if nummer == 1 {
      auswahl += nurImErsten.map { ($0, .ganz) }
      gewollt += beiwerkdateien
    }
    var einmalig: Set<String> = []
    gewollt = dateien.geordnet(gewollt.filter { einmalig.insert($0.name).inserted })
    for d in gewollt { try dateien.belege(d.name) }
    let id = ObjektID.zufaellig(&zufall).text
    let name = paketname(entwurf, id)
    try pruefe(entwurf, .teil(auswahl), name, abgelegt: einmalig)
    var abgelegt: [(name: String, groesse: Int64, summe: Pruefsumme)] = []
    let siegel = try schreibe(entwurf, name, id, gewollt, .teil(auswahl)) { abgelegt.append($0) }
    try nachweis.paket(nummer, name, entwurf, siegel: siegel, dateien: abgelegt)
    let nutzlast = abgelegt.filter { $0.name != auszug.name }
    bericht.pakete.append(
      .init(
        name: name, titel: entwurf.titel, objekte: entwurf.objekte.count { !$0.istKontext },
        dateien: nutzlast.count, bytes: nutzlast.reduce(0) { $0 + $1.groesse }))
    for o in entwurf.objekte where !o.istKontext { bericht.paketname[o.id] = name }
    geschrieben += nutzlast.count
    paketierung.fortschritt?(nummer, geschrieben)
  }

  private mutating func paketname(_ entwurf: Paketentwurf, _ id: String) -> String {
    switch paketierung.form {
    case .dimag: return "bagit_" + id
    case .eark(let vorgabe): return Self.objid(id) + Self.endung(vorgabe.form)
    case .bagit(let optionen):
      let stamm = entwurf.art.rawValue + "_" + entwurf.kennung.text
      let zahl = namen[stamm, default: 0] + 1
      namen[stamm] = zahl
      return (zahl == 1 ? stamm : "\(stamm)_\(zahl)") + Self.endung(optionen.form)
    }
  }

  /// The id of a SIP (CSIP1), which must not begin with a digit.
  private static func objid(_ id: String) -> String { "uuid-" + id }

  private static func endung(_ form: Bagschreiber.Form) -> String {
    switch form {
    case .ordner: ""
    case .zip: ".zip"
    case .tar: ".tar"
    }
  }

  /// Reads the package's message again and takes down what lies in it.
  private mutating func pruefe(
    _ entwurf: Paketentwurf, _ auswahl: Auszugswahl, _ name: String, abgelegt: Set<String>
  ) throws {
    let leser: Nachrichtenleser
    do {
      leser = try auszug.leser(auswahl, schemata: paketierung.schemata)
      try deckung.nimm(nummer, leser, pfad: Set(entwurf.pfad), abgelegt: abgelegt)
    } catch let fehler as XMLFehler {
      throw Paketierungsfehler.auszugUngueltig(paket: name, befunde: [fehler.description])
    }
    guard leser.schemafehler.isEmpty else {
      throw Paketierungsfehler.auszugUngueltig(
        paket: name,
        befunde: leser.schemafehler.prefix(5).map { "Zeile \($0.zeile): \($0.text)" })
    }
  }

  /// Writes a package.
  ///
  /// - Returns: The digest of what seals it.
  private func schreibe(
    _ entwurf: Paketentwurf, _ name: String, _ id: String, _ gewollt: [Paketdatei],
    _ auswahl: Auszugswahl, _ abgelegt: ((name: String, groesse: Int64, summe: Pruefsumme)) -> Void
  ) throws -> Pruefsumme {
    let pfad = ordner.bauort + "/" + name
    let nachricht = auszug.oeffne(auswahl)
    let umfang = auszug.groesse(auswahl)
    switch paketierung.form {
    case .bagit(var optionen):
      optionen.info = info(entwurf)
      optionen.istGesichert = false
      // The list needs SHA-512, whatever the manifests have.
      if !optionen.hashverfahren.contains(.sha512) { optionen.hashverfahren.append(.sha512) }
      var bag = try Bagschreiber(pfad: pfad, optionen: optionen)
      for d in gewollt {
        try dateien.gib(d) { groesse, lies in
          let summen = try bag.nutzlast(d.name, groesse: groesse, lies)
          try abgelegt((d.name, groesse, summen.sha512))
        }
      }
      let summen = try bag.nutzlast(auszug.name, groesse: umfang, nachricht)
      try abgelegt((auszug.name, umfang, summen.sha512))
      _ = try bag.beende()
      return try siegel(optionen.form == .ordner ? pfad + "/tagmanifest-sha512.txt" : pfad)
    case .dimag(let vorgabe):
      var angaben = Dimagangaben(
        rootid: vorgabe.rootid, alternateID: id, titel: entwurf.titel, zeitraum: entwurf.zeitraum)
      angaben.importpfad = vorgabe.importpfad
      angaben.protokoll = vorgabe.protokoll + [eintrag(entwurf)]
      var paket = try Dimagschreiber(pfad: pfad, angaben, gesichert: false)
      for d in gewollt {
        try dateien.gib(d) { groesse, lies in
          let summen = try paket.datei(
            d.name, originalname: d.original, groesse: groesse, lies)
          try abgelegt((d.name, groesse, summen.sha512))
        }
      }
      let summen = try paket.nachricht(auszug.name, groesse: umfang, nachricht)
      try abgelegt((auszug.name, umfang, summen.sha512))
      _ = try paket.beende()
      return try siegel(pfad + "/tagmanifest-sha512.txt")
    case .eark(let vorgabe):
      let angaben = try vorgabe.angaben(
        objid: Self.objid(id), titel: entwurf.titel, am: zeitpunkt, kopf)
      var sip = try Earkschreiber(
        pfad: pfad, angaben, vorgabe.version, form: vorgabe.form, schemata: vorgabe.schemata,
        gesichert: false)
      for d in gewollt {
        try dateien.gib(d) { groesse, lies in
          let hex = try sip.datei(d.name, originalname: d.original, groesse: groesse, lies)
          try abgelegt((d.name, groesse, Self.summe(hex)))
        }
      }
      let hex = try sip.nachricht(auszug.name, groesse: umfang, nachricht)
      try abgelegt((auszug.name, umfang, Self.summe(hex)))
      let quittung = try sip.beende()
      return vorgabe.form == .ordner ? quittung.mets : try siegel(pfad)
    }
  }

  private static func summe(_ hex: String) throws -> Pruefsumme {
    guard let summe = Pruefsumme(.sha512, text: hex) else {
      throw AussonderungFehler.ablage(pfad: "", grund: "keine Prüfsumme SHA-512")
    }
    return summe
  }

  private func eintrag(_ entwurf: Paketentwurf) -> Dimageintrag {
    Dimageintrag(
      "Ingest", ende: zeitpunkt, ausfuehrender: wer, bezug: "Aussonderung \(kopf.prozessID)",
      naehereAngaben: "Paket aus der Abgabe gebildet: \(entwurf.titel)")
  }

  private func info(_ entwurf: Paketentwurf) -> Baginfo {
    var info = Baginfo()
    let angaben: [(String, String?)] = [
      ("Source-Organization", kopf.absender.institution?.name),
      ("External-Description", entwurf.titel),
      ("Bagging-Date", zeitpunkt.berlinerTag?.text),
      ("External-Identifier", entwurf.kennung.text),
      ("Bag-Group-Identifier", kopf.prozessID.text),
      ("Internal-Sender-Identifier", kopf.nachrichtenID?.text),
    ]
    for (bezeichnung, wert) in angaben {
      guard let wert = wert?.einzeilig, !wert.isEmpty else { continue }
      info.nimm(bezeichnung, wert)
    }
    return info
  }

  private func siegel(_ pfad: String) throws -> Pruefsumme {
    try pruefsumme(datei: pfad, .sha512)
  }

  // MARK: End

  private mutating func schliesseAb() throws -> Paketierungsbericht {
    let ungenannt = dateien.namen.filter { !deckung.istGenannt($0) }.sorted()
    bericht.ungenannt = ungenannt
    // What only the first package has is nowhere if there is none.
    if nummer == 0 { ausgelasseneDateien.formUnion(beiwerkdateien.map(\.name)) }
    try deckung.schluss(
      ausgelassen: (ausgelasseneRahmen.union(bericht.ausgelassen.keys), ausgelasseneDateien))
    try nachweis.rest(ungenannt: ungenannt, ausgelassen: bericht.ausgelassen)
    try nachweis.schluss(pakete: nummer)
    try ordner.beende()
    return bericht
  }
}

extension Nachrichtenteil {
  fileprivate var istObjekt: Bool {
    if case .schriftgutobjekt = self { true } else { false }
  }
}

extension [Pruefsumme] {
  /// The SHA-512 digest among them; what was asked for is there.
  fileprivate var sha512: Pruefsumme {
    get throws {
      guard let summe = first(where: { $0.verfahren == .sha512 }) else {
        throw AussonderungFehler.ablage(pfad: "", grund: "keine Prüfsumme SHA-512")
      }
      return summe
    }
  }
}

extension String {
  /// On one line, without blanks at the ends, as `bag-info.txt` needs it.
  fileprivate var einzeilig: String {
    let teile = unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : String($0) }
    return teile.joined().split(separator: " " as Character).joined(separator: " ")
  }
}
