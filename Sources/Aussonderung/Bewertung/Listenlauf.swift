// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Pruefung
internal import Tabellen
internal import Xdomea

/// How much of a file is read, and how many findings are kept.
struct Listengrenzen {
  let datei: Int
  let zeilen: Int
  let befundeJeRegel: Int
}

/// One pass over one filled-in list.
struct Listenlauf {
  private let posten: [Listenposten]
  private let art: Listenart
  private let grenzen: Listengrenzen
  private let datei: String?
  private let gefuege: Objektgefuege
  /// All findings.
  private(set) var bericht: Pruefbericht
  private var kopf = Listenkopf([])
  /// The row of each entry; 0: none so far.
  private var zeilen: [Int]
  private var gesetzt: [Archiventscheidung?]
  /// Where a person wrote that each file is offered.
  private var einzeln: Set<Int> = []
  private var notizen: [String?]
  /// Where decisions were refused; they would only lead to further findings.
  private var fehlerhafte: Set<Int> = []
  private var folge: Entscheidungsfolge?

  init(_ posten: [Listenposten], _ art: Listenart, _ grenzen: Listengrenzen, _ datei: String?) {
    self.posten = posten
    self.art = art
    self.grenzen = grenzen
    self.datei = datei
    gefuege = Objektgefuege(posten)
    bericht = Pruefbericht(
      werkzeug: Werkzeug.kennung, datei: datei ?? "", art: "bewertungsliste",
      hoechstzahlJeRegel: grenzen.befundeJeRegel)
    zeilen = Array(repeating: 0, count: posten.count)
    gesetzt = Array(repeating: nil, count: posten.count)
    notizen = Array(repeating: nil, count: posten.count)
  }

  /// Decisions and, if the list has a column for them, notes, by place; nil if there is an error.
  var ergebnis: (entscheidungen: [Archiventscheidung?], notizen: [String?]?)? {
    guard bericht.gueltig, let folge else { return nil }
    return (folge.ergebnis, kopf.hat(.notiz) ? notizen : nil)
  }

  mutating func lies(_ roh: [UInt8]) {
    guard roh.count <= grenzen.datei else {
      return melde(
        Bewertungsregeln.bl3,
        "Die Datei ist mit \(Int64(roh.count).alsGroesse) zu groß für eine Bewertungsliste.", nil)
    }
    let text: Listentext
    do throws(Listentext.Hindernis) {
      text = try Listentext(roh)
    } catch {
      return melde(error.regel, error.meldung, nil, abhilfe: error.abhilfe)
    }
    if text.warWindows {
      melde(Bewertungsregeln.bl2, "Die Datei wurde als Windows-1252 gelesen.", nil)
    }
    var csv = CSVLeser(einzeln: text.bytes, trenner: text.trenner)
    guard let erste = Listenkopf.ersteZeile(&csv, mangel: { melde($0) }) else {
      return melde(Bewertungsregeln.bl3, "Die Datei ist leer.", nil)
    }
    guard liesKopf(erste) else { return }
    guard liesZeilen(&csv) else { return }
    meldeFehlende()
    schliesse()
  }

  // MARK: The file

  private mutating func liesKopf(_ satz: CSVLeser.Satz) -> Bool {
    kopf = Listenkopf(satz.felder)
    let fehlende = kopf.fehlende
    if fehlende == Listenkopf.gelesene {
      melde(
        Bewertungsregeln.bl5, "Die erste Zeile ist nicht die Kopfzeile einer Bewertungsliste.",
        satz.nummer)
      return false
    }
    for spalte in fehlende {
      melde(
        Bewertungsregeln.bl5,
        spalte == .notiz
          ? "Die Spalte »Notiz« fehlt; die bisherigen Notizen bleiben."
          : "Die Spalte »\(spalte.rawValue)« fehlt.", satz.nummer,
        schwere: spalte == .notiz ? .warnung : nil)
    }
    for spalte in kopf.doppelte {
      melde(
        Bewertungsregeln.bl5, "Die Spalte »\(spalte.rawValue)« kommt mehrfach vor.", satz.nummer)
    }
    return bericht.gueltig
  }

  private mutating func liesZeilen(_ csv: inout CSVLeser) -> Bool {
    var anzahl = 0
    while let fund = csv.naechster() {
      anzahl += 1
      guard anzahl <= grenzen.zeilen else {
        melde(
          Bewertungsregeln.bl3,
          "Die Datei hat mehr als \(grenzen.zeilen.deutsch) Zeilen.", nil)
        return false
      }
      switch fund {
      case .mangel(let mangel): melde(mangel)
      case .satz(let satz):
        if satz.istLeer { anzahl -= 1 } else { lies(satz) }
      }
    }
    if anzahl == 0 { melde(Bewertungsregeln.bl3, "Die Liste hat nur eine Kopfzeile.", nil) }
    bericht.angaben.append(("Zeilen", anzahl.deutsch))
    return anzahl > 0
  }

  private mutating func melde(_ mangel: CSVLeser.Mangel) {
    melde(
      Bewertungsregeln.bl4,
      mangel.offen
        ? "Ein Anführungszeichen wird bis zum Ende der Datei nicht geschlossen; was folgt, ist "
          + "nicht lesbar."
        : "Nach einem schließenden Anführungszeichen steht weiterer Text; die Zeile ist nicht "
          + "lesbar.", mangel.nummer)
  }

  // MARK: A row

  private mutating func lies(_ satz: CSVLeser.Satz) {
    if satz.felder.dropFirst(kopf.anzahl).contains(where: { !$0.ohneRand.isEmpty }) {
      melde(
        Bewertungsregeln.bl6,
        "Die Zeile hat \(satz.felder.count.deutsch) Felder, die Kopfzeile \(kopf.anzahl.deutsch).",
        satz.nummer)
    }
    guard let stelle = objekt(satz) else { return }
    let (entscheidung, gueltig) = entscheidung(satz, stelle)
    let istEinzeln = istEinzeln(satz)
    let notiz = notiz(satz, stelle)
    if zeilen[stelle] != 0, einzeln.contains(stelle) != istEinzeln {
      return melde(
        Bewertungsregeln.bl9,
        "Das Objekt steht schon in Zeile \(zeilen[stelle].deutsch) mit einer anderen Entscheidung.",
        satz.nummer, stelle)
    }
    if zeilen[stelle] != 0 { return vergleiche(satz, stelle, entscheidung, gueltig, notiz) }
    zeilen[stelle] = satz.nummer
    gesetzt[stelle] = entscheidung
    if istEinzeln { einzeln.insert(stelle) }
    notizen[stelle] = notiz
    if !gueltig { fehlerhafte.insert(stelle) }
  }

  /// The place of the object of a row; nil if it is none.
  private mutating func objekt(_ satz: CSVLeser.Satz) -> Int? {
    let text = kopf.feld(.uuid, satz.felder).ohneRand
    guard let id = ObjektID(text) else {
      melde(
        Bewertungsregeln.bl7,
        text.isEmpty ? "Die Zeile hat keine UUID." : "»\(text.gekuerzt)« ist keine UUID.",
        satz.nummer)
      return nil
    }
    guard let stelle = gefuege.stellen[id] else {
      bericht.melde(
        Befund(
          Bewertungsregeln.bl8, art.unbekannt(id),
          ort: Ort(datei: datei, zeile: satz.nummer, objekt: id.text)))
      return nil
    }
    return stelle
  }

  /// The decision of a row, and whether there may be one like it.
  private mutating func entscheidung(
    _ satz: CSVLeser.Satz, _ stelle: Int
  ) -> (Archiventscheidung?, gueltig: Bool) {
    let text = kopf.feld(.entscheidung, satz.felder).ohneRand
    guard !text.isEmpty, !istEinzeln(satz) else { return (nil, true) }
    if posten[stelle].istKontext {
      melde(
        Bewertungsregeln.bl12,
        "Das Objekt zeigt nur den Zusammenhang, ist aber mit »\(text.gekuerzt)« bewertet.",
        satz.nummer, stelle)
      return (nil, false)
    }
    guard let entscheidung = Archiventscheidung(rawValue: text.uppercased()) else {
      melde(
        Bewertungsregeln.bl11, "»\(text.gekuerzt)« ist keine Entscheidung.", satz.nummer, stelle)
      return (nil, false)
    }
    return (entscheidung, true)
  }

  /// True if a row says that each file of the unit is offered.
  private func istEinzeln(_ satz: CSVLeser.Satz) -> Bool {
    art == .einheiten
      && kopf.feld(.entscheidung, satz.felder).ohneRand.uppercased() == Listenart.einzeln
  }

  /// The note of a row; nil for none.
  private mutating func notiz(_ satz: CSVLeser.Satz, _ stelle: Int) -> String? {
    let text = Formelschutz.entschuetzt(kopf.feld(.notiz, satz.felder))
    guard posten[stelle].istKontext else { return text.isEmpty ? nil : text }
    if !text.ohneRand.isEmpty, text.ohneRand != Listenzeilen.nurZusammenhang {
      melde(
        Bewertungsregeln.bl12,
        "Die Notiz zu einem Objekt, das nur den Zusammenhang zeigt, wird nicht übernommen.",
        satz.nummer, stelle, schwere: .warnung,
        abhilfe: "Schreiben Sie die Notiz zu einem Objekt, das bewertet wird.")
    }
    return nil
  }

  /// A second row of an object.
  private mutating func vergleiche(
    _ satz: CSVLeser.Satz, _ stelle: Int, _ entscheidung: Archiventscheidung?, _ gueltig: Bool,
    _ notiz: String?
  ) {
    let erste = zeilen[stelle].deutsch
    // A refused decision has its own finding; what it was meant to be is not known.
    guard gueltig, !fehlerhafte.contains(stelle) else { return }
    func wort(_ e: Archiventscheidung?) -> String { e.map { "»\($0.rawValue)«" } ?? "leer" }
    if entscheidung != gesetzt[stelle] {
      melde(
        Bewertungsregeln.bl9,
        "Das Objekt steht schon in Zeile \(erste) mit einer anderen Entscheidung: dort "
          + "\(wort(gesetzt[stelle])), hier \(wort(entscheidung)).", satz.nummer, stelle)
    } else if notiz != notizen[stelle] {
      melde(
        Bewertungsregeln.bl9, "Das Objekt steht schon in Zeile \(erste) mit einer anderen Notiz.",
        satz.nummer, stelle)
    } else {
      melde(
        Bewertungsregeln.bl9, "Das Objekt steht schon in Zeile \(erste), mit denselben Angaben.",
        satz.nummer, stelle, schwere: .warnung)
    }
  }

  // MARK: Rows together

  private mutating func meldeFehlende() {
    for (stelle, e) in posten.enumerated() where !e.istKontext && zeilen[stelle] == 0 {
      melde(
        Bewertungsregeln.bl10,
        "Die Zeile mit der laufenden Nr. \((stelle + 1).deutsch) fehlt.", nil, stelle)
    }
  }

  private mutating func schliesse() {
    let folge =
      switch art {
      case .objekte: Entscheidungsfolge(gesetzt, bewertbar: posten.map { !$0.istKontext }, gefuege)
      case .einheiten: Entscheidungsfolge(erbend: gesetzt, einzeln: einzeln, gefuege)
      }
    self.folge = folge
    for (v, darunter) in folge.widersprueche {
      let genannt = darunter.prefix(5).map { zeilen[$0].deutsch }.joined(separator: ", ")
      let weitere = darunter.count > 5 ? " und \((darunter.count - 5).deutsch) weiteren" : ""
      melde(
        Bewertungsregeln.bl13,
        "Das Objekt ist mit V bewertet, enthält aber Archivwürdiges (A) in "
          + "\(darunter.count == 1 ? "Zeile" : "den Zeilen") \(genannt)\(weitere).", zeilen[v], v)
    }
    let bewertbare = posten.indices.filter { !posten[$0].istKontext }
    func zahl(_ e: Archiventscheidung?) -> Int { bewertbare.count { folge.ergebnis[$0] == e } }
    bericht.angaben += [
      ("Archivwürdig (A)", zahl(.archivwuerdig).deutsch),
      ("Nicht archivwürdig (V)", zahl(.nichtArchivwuerdig).deutsch),
      ("Davon gefolgert", folge.gefolgert.deutsch), ("Offen", zahl(nil).deutsch),
    ]
    let offen = zahl(nil)
    if offen > 0, bericht.gueltig {
      melde(
        Bewertungsregeln.bl14,
        art.offen(offen.deutsch, einzig: offen == 1), nil)
    }
  }

  private mutating func melde(
    _ regel: Regel, _ meldung: String, _ zeile: Int?, _ stelle: Int? = nil, schwere: Schwere? = nil,
    abhilfe: String? = nil
  ) {
    let e = stelle.map { posten[$0] }
    bericht.melde(
      Befund(
        regel, schwere: schwere, meldung, abhilfe: abhilfe,
        ort: Ort(datei: datei, zeile: zeile, objekt: e?.id.text, betreff: e?.betreff)))
  }
}

extension String {
  /// The beginning of a text that may be long, for a message.
  fileprivate var gekuerzt: String { count > 40 ? prefix(40) + "…" : self }
}
