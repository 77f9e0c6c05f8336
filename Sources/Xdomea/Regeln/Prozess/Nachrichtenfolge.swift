// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefsummen
internal import Pruefung

/// The messages of a process in the order of the procedure, and what their heads tell together:
/// R20–R26.
struct Nachrichtenfolge {
  let nachrichten: [Prozessnachricht]
  /// Byte for byte the same as an earlier one; sent again, which is allowed (FAKTEN 7).
  private(set) var istKopie: [Bool]
  /// Counts in the process: neither a copy nor a second message in the place of another.
  private(set) var gilt: [Bool]
  /// The message that each one answers.
  private(set) var antwortAuf: [Int?]
  /// What is missing of numbered messages.
  private(set) var teile: [Nachrichtentyp: Teilnummern] = [:]
  private(set) var befunde: [Befund] = []
  /// For a message in the place of another: the one that counts.
  private var statt: [Int: Int] = [:]

  /// - Parameters:
  ///   - nachrichten: In any order.
  ///   - pruefsumme: The digest of a message; asked only where two might be the same.
  init(_ nachrichten: [Prozessnachricht], pruefsumme: (Prozessnachricht) -> Pruefsumme?) {
    let geordnet = nachrichten.sorted(by: Self.vorher)
    self.nachrichten = geordnet
    istKopie = geordnet.map { _ in false }
    gilt = geordnet.map { _ in true }
    antwortAuf = geordnet.map { _ in nil }
    erkenneKopien(pruefsumme)
    pruefeEinmaligkeit()
    pruefeTeile()
    pruefeProzesskennung()
    pruefeUrspruenge()
    pruefeReihenfolge()
    pruefeEmpfang()
  }

  /// By type and number, then by time.
  private static func vorher(_ a: Prozessnachricht, _ b: Prozessnachricht) -> Bool {
    if a.typ.rang != b.typ.rang { return a.typ.rang < b.typ.rang }
    if a.lfdNr ?? 0 != b.lfdNr ?? 0 { return a.lfdNr ?? 0 < b.lfdNr ?? 0 }
    if let x = a.zeitpunkt, let y = b.zeitpunkt {
      if y.istSpaeter(als: x) { return true }
      if x.istSpaeter(als: y) { return false }
    }
    return a.eingang < b.eingang
  }

  /// The messages of a type that count.
  func alle(_ typ: Nachrichtentyp) -> [Int] {
    nachrichten.indices.filter { gilt[$0] && nachrichten[$0].typ == typ }
  }

  func hat(_ typ: Nachrichtentyp) -> Bool { !alle(typ).isEmpty }

  /// The messages that answer one, of a type.
  func antworten(auf nachricht: Int, _ typ: Nachrichtentyp) -> [Int] {
    alle(typ).filter { antwortAuf[$0] == nachricht }
  }

  mutating func melde(
    _ regel: Regel, _ meldung: String, schwere: Schwere? = nil, abhilfe: String? = nil,
    an stelle: Int
  ) {
    let n = nachrichten[stelle]
    befunde.append(
      Befund(
        regel, schwere: schwere, meldung, abhilfe: abhilfe,
        ort: Ort(datei: n.pfad, zeile: n.kopfzeile)))
  }

  // MARK: Copies and double messages

  /// What two messages must share to be looked at for being the same.
  private struct Anlass: Hashable {
    let typ: Nachrichtentyp
    let prozess: ProzessID
    let id: NachrichtenID?
  }

  private mutating func erkenneKopien(_ pruefsumme: (Prozessnachricht) -> Pruefsumme?) {
    let gleiche = Dictionary(grouping: nachrichten.indices) { i in
      let n = nachrichten[i]
      return Anlass(typ: n.typ, prozess: n.prozess, id: n.hatNummer ? n.id : nil)
    }
    for stellen in gleiche.values where stellen.count > 1 {
      var gesehen: Set<[UInt8]> = []
      for i in stellen {
        guard let summe = pruefsumme(nachrichten[i]) else { continue }
        if !gesehen.insert(Array(summe.hex.utf8)).inserted {
          istKopie[i] = true
          gilt[i] = false
        }
      }
    }
  }

  /// R21, R20 and the numbers that occur twice (R22).
  private mutating func pruefeEinmaligkeit() {
    var kennungen: [NachrichtenID: Int] = [:]
    var plaetze: [Platz: Int] = [:]
    for i in nachrichten.indices where gilt[i] {
      let n = nachrichten[i]
      var doppelteID = false
      if let id = n.id {
        if let erste = kennungen[id] {
          doppelteID = true
          melde(
            Regelwerk.r21,
            "nachrichtenUUID \(id) wurde bereits für \(nachrichten[erste].pfad) verwendet.", an: i)
        } else {
          kennungen[id] = i
        }
      }
      let platz = Platz(n)
      guard let erste = plaetze[platz], !istBerichtigung(i, von: erste) else {
        plaetze[platz] = i
        continue
      }
      gilt[i] = false
      statt[i] = erste
      if !n.hatNummer {
        melde(
          Regelwerk.r20,
          "Für Prozess \(n.prozess) liegt bereits eine \(n.typ.rawValue) vor "
            + "(\(nachrichten[erste].pfad)).", an: i)
      } else if !doppelteID {
        melde(
          Regelwerk.r22,
          "Teil \(n.lfdNr ?? 0) von \(n.gesamtanzahl ?? 0) unzulässig: Er liegt schon vor "
            + "(\(nachrichten[erste].pfad)).", an: i)
      }
    }
  }

  /// True if a message of 4.0 rightly takes the place of an earlier one: a transfer whose import did
  /// not succeed as a whole comes again under its number, and gets answers of its own.
  private func istBerichtigung(_ i: Int, von erste: Int) -> Bool {
    let (n, vor) = (nachrichten[i], nachrichten[erste])
    guard n.hatNummer, n.id != vor.id else { return false }
    if n.typ == .aussonderung {
      return nachrichten.contains {
        $0.typ == .aussonderungImportBestaetigen && $0.ursprung == vor.id
          && $0.gesamterfolg == false
      }
    }
    guard n.typ.ursprung == .aussonderung, n.ursprung != vor.ursprung else { return false }
    return alle(.aussonderung).contains {
      nachrichten[$0].id == n.ursprung && nachrichten[$0].lfdNr == n.lfdNr
    }
  }

  /// The place in a process that one message can have only.
  private struct Platz: Hashable {
    let typ: Nachrichtentyp
    let prozess: ProzessID?
    let lfdNr: Int?

    init(_ n: Prozessnachricht) {
      typ = n.typ
      // Up to 3.1 a further transfer has a process id of its own.
      prozess = n.hatNummer ? nil : n.prozess
      lfdNr = n.hatNummer ? n.lfdNr ?? 1 : nil
    }
  }

  // MARK: Parts (R22)

  private mutating func pruefeTeile() {
    for typ in Nachrichtentyp.allCases where !typ.istEmpfangsbestaetigung {
      let stellen = alle(typ).filter { nachrichten[$0].hatNummer }
      guard let erste = stellen.first else { continue }
      // Receipts state a maximum; of other messages it is the real number.
      let gesamt = nachrichten[erste].gesamtanzahl ?? 1
      if let andere = stellen.first(where: { nachrichten[$0].gesamtanzahl ?? 1 != gesamt }) {
        melde(
          Regelwerk.r22,
          "Gesamtanzahl uneinheitlich: \(gesamt), \(nachrichten[andere].gesamtanzahl ?? 1).",
          an: andere)
      } else if let ursprung = typ.ursprung, let vor = alle(ursprung).first,
        nachrichten[vor].hatNummer, let soll = nachrichten[vor].gesamtanzahl, soll != gesamt,
        alle(ursprung).allSatisfy({ nachrichten[$0].gesamtanzahl == soll })
      {
        melde(
          Regelwerk.r22,
          "Gesamtanzahl uneinheitlich: \(soll), \(gesamt). Die \(typ.rawValue) beantwortet jeden "
            + "Teil der \(ursprung.rawValue).", an: erste)
      }
      let nummern = Teilnummern(
        vorhanden: stellen.map { nachrichten[$0].lfdNr ?? 1 }, gesamt: gesamt)
      teile[typ] = nummern
    }
    for typ in Nachrichtentyp.allCases {
      guard let nummern = teile[typ], !nummern.istVollstaendig, let erste = alle(typ).first else {
        continue
      }
      melde(
        Regelwerk.r22, "Teile \(nummern.text) von \(typ.rawValue) fehlen.",
        schwere: istAbgeschlossen(typ) ? nil : .hinweis, an: erste)
    }
  }

  /// True if no further part of this type can be on its way: a gap is final then.
  private func istAbgeschlossen(_ typ: Nachrichtentyp) -> Bool {
    switch typ {
    case .anbieteverzeichnis, .bewertungsverzeichnis:
      hat(.aussonderung) || hat(.aussonderungImportBestaetigen)
    case .aktenplanZurBewertung: hat(.bewertungskatalogImportBestaetigen)
    case .bewertungskatalog: hat(.bewertungskatalogImportBestaetigen)
    case .aussonderung:
      teile[.aussonderung]?.hatLuecke == true || bestaetigtFehlendes
    // Confirmations may come in any order, and months later.
    default: false
    }
  }

  /// A confirmation names a part of the transfer that is missing here: it was sent.
  private var bestaetigtFehlendes: Bool {
    alle(.aussonderungImportBestaetigen).contains {
      nachrichten[$0].lfdNr.map { teile[.aussonderung]?.fehlt($0) == true } ?? false
    }
  }

  // MARK: One process (R20)

  private mutating func pruefeProzesskennung() {
    for i in nachrichten.indices where gilt[i] && nachrichten[i].hatNummer {
      guard let u = nachrichten[i].ursprung,
        let vor = nachrichten.indices.first(where: { nachrichten[$0].id == u }),
        nachrichten[vor].prozess != nachrichten[i].prozess
      else { continue }
      melde(
        Regelwerk.r20,
        "Die \(nachrichten[i].typ.rawValue) nennt Prozess \(nachrichten[i].prozess), die Nachricht, "
          + "auf die sie antwortet, Prozess \(nachrichten[vor].prozess).", an: i)
    }
  }

  // MARK: Answers (R23, R24, R25)

  private mutating func pruefeUrspruenge() {
    for i in nachrichten.indices where gilt[i] {
      guard let vor = nachrichten[i].typ.ursprung else { continue }
      antwortAuf[i] = nachrichten[i].hatNummer ? ursprung4(i, vor) : ursprung3(i, vor)
      guard let u = antwortAuf[i] else { continue }
      pruefeStellen(i, u)
      pruefeZeit(i, nach: u)
    }
  }

  /// From 4.0 the answer says which message it answers.
  private mutating func ursprung4(_ i: Int, _ vor: Nachrichtentyp) -> Int? {
    let n = nachrichten[i]
    let moegliche = alle(vor)
    guard let u = n.ursprung else { return moegliche.first { nachrichten[$0].lfdNr == n.lfdNr } }
    let genannte = nachrichten.indices.filter { !istKopie[$0] && nachrichten[$0].id == u }
    let richtige = genannte.filter { nachrichten[$0].typ == vor }
    if let genau = richtige.first(where: { nachrichten[$0].lfdNr == n.lfdNr }) {
      return statt[genau] ?? genau
    }
    if let anderer = richtige.first {
      melde(
        Regelwerk.r23,
        "Ursprungsnachricht \(u) ist Teil \(nachrichten[anderer].lfdNr ?? 0), die Antwort darauf "
          + "trägt die laufende Nummer \(n.lfdNr ?? 0).", an: i)
      return moegliche.first { nachrichten[$0].lfdNr == n.lfdNr } ?? anderer
    }
    if let fremde = genannte.first {
      melde(
        Regelwerk.r23,
        "Ursprungsnachricht \(u) unbekannt oder vom falschen Typ \(nachrichten[fremde].typ.rawValue).",
        an: i)
    } else if moegliche.isEmpty {
      meldeOhne(vor, an: i)
    } else if n.lfdNr.map({ teile[vor]?.fehlt($0) == true }) == true {
      // The part that it answers is known to be missing (R22).
      return nil
    } else {
      melde(Regelwerk.r23, "Ursprungsnachricht \(u) unbekannt.", an: i)
    }
    // So that one wrong UUID does not hide or make up anything else.
    return moegliche.first { nachrichten[$0].lfdNr == n.lfdNr }
  }

  /// Before, the process says it.
  private mutating func ursprung3(_ i: Int, _ vor: Nachrichtentyp) -> Int? {
    let moegliche = alle(vor)
    if let u = moegliche.first(where: { nachrichten[$0].prozess == nachrichten[i].prozess }) {
      return u
    }
    meldeOhne(vor, an: i)
    return nil
  }

  private mutating func meldeOhne(_ vor: Nachrichtentyp, an i: Int) {
    melde(
      Regelwerk.r25, "\(nachrichten[i].typ.rawValue) ohne vorausgehende \(vor.rawValue).", an: i)
  }

  /// R24: an answer goes back to where the message came from.
  private mutating func pruefeStellen(_ i: Int, _ u: Int) {
    let (n, vor) = (nachrichten[i], nachrichten[u])
    if n.absender.gleich(vor.empfaenger) == false || n.empfaenger.gleich(vor.absender) == false {
      melde(
        Regelwerk.r24, "Autor/Leser passen nicht zur Ursprungsnachricht.",
        abhilfe:
          "Prüfen Sie, ob die Antwort von der Stelle kommt, an die die Nachricht ging, und zum "
          + "richtigen Verfahren gehört.", an: i)
    }
  }

  private mutating func pruefeZeit(_ i: Int, nach u: Int) {
    guard let a = nachrichten[i].zeitpunkt, let b = nachrichten[u].zeitpunkt, b.istSpaeter(als: a)
    else { return }
    melde(
      Regelwerk.r25,
      "\(nachrichten[i].typ.rawValue) ohne vorausgehende \(nachrichten[u].typ.rawValue): Sie ist "
        + "nach ihrer Zeitangabe (\(a.text)) älter als diese (\(b.text)).", an: i)
  }

  /// R25: in the four-step procedure a transfer follows the appraisal.
  private mutating func pruefeReihenfolge() {
    let bewertungen = alle(.bewertungsverzeichnis)
    for i in alle(.aussonderung) {
      if bewertungen.isEmpty {
        if hat(.anbieteverzeichnis) { meldeOhne(.bewertungsverzeichnis, an: i) }
      } else if let spaetere = bewertungen.first(where: { b in
        guard let x = nachrichten[b].zeitpunkt, let y = nachrichten[i].zeitpunkt else {
          return false
        }
        return x.istSpaeter(als: y)
      }) {
        pruefeZeit(i, nach: spaetere)
      }
    }
  }

  // MARK: Receipts (R26)

  private mutating func pruefeEmpfang() {
    for i in nachrichten.indices where gilt[i] {
      let n = nachrichten[i]
      if n.typ.istEmpfangsbestaetigung {
        guard let u = antwortAuf[i], !nachrichten[u].empfangsbestaetigung else { continue }
        melde(
          Regelwerk.r26,
          "Empfangsbestätigung \(n.typ.rawValue) ohne Anforderung in der "
            + "\(nachrichten[u].typ.rawValue).", an: i)
      } else if n.empfangsbestaetigung, let typ = n.typ.empfangsbestaetigung,
        typ.versionen.contains(n.version), antworten(auf: i, typ).isEmpty
      {
        melde(Regelwerk.r26, "Empfangsbestätigung \(typ.rawValue) fehlt noch.", an: i)
      }
    }
  }
}
