// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefsummen
internal import Pruefung

/// The check of one process: every message on its own, then what they tell together.
///
/// Messages are read once, in the order of the procedure; kept are a few bytes for each object.
final class Prozesslauf {
  let pruefung: Prozesspruefung
  private(set) var folge: Nachrichtenfolge
  var tafel = Objekttafel()
  var bericht: Pruefbericht
  /// The reports on single messages, by the place of their path.
  private(set) var einzelne: [(eingang: Int, ergebnis: Result<Pruefbericht, any Error>)] = []
  /// What was read to its end, and how many entries answers have; by place in ``folge``.
  private var gelesen: Set<Int> = []
  private var eintraege: [Int: Int] = [:]
  private var erledigt: Set<Int> = []
  private var summen: [Int: Pruefsumme] = [:]
  /// Further transfers of an object, as after a failed import, by the place of its row.
  var erneuteAbgaben: [Int: Set<UInt32>] = [:]
  /// Objects of the list of deletions that the process knows.
  var bekannteLoeschungen: Set<ObjektID> = []
  /// The offers with an appraisal that was read to its end; known when all was read.
  private lazy var beantwortet = angeboteMitAntwort()

  init(_ pruefung: Prozesspruefung, _ nachrichten: [Prozessnachricht]) {
    self.pruefung = pruefung
    bericht = Pruefbericht(
      werkzeug: Werkzeug.kennung, datei: nachrichten.first?.prozess.text ?? "", art: "prozess")
    folge = Nachrichtenfolge([], pruefsumme: { _ in nil })
    folge = Nachrichtenfolge(nachrichten, pruefsumme: summe)
  }

  private func summe(_ n: Prozessnachricht) -> Pruefsumme? {
    if let bekannt = summen[n.eingang] { return bekannt }
    let neu = n.pruefsumme(pruefung.pruefer)
    summen[n.eingang] = neu
    return neu
  }

  /// R21 beyond this process: a UUID that an earlier message of another process has.
  func pruefeFremde(_ erste: [NachrichtenID: Prozessnachricht]) {
    for (stelle, n) in folge.nachrichten.enumerated() {
      guard let id = n.id, let andere = erste[id], andere.eingang < n.eingang,
        !folge.nachrichten.contains(where: { $0.eingang == andere.eingang })
      else { continue }
      melde(
        Regelwerk.r21, "nachrichtenUUID \(id) wurde bereits für \(andere.pfad) verwendet.",
        in: stelle, zeile: UInt32(clamping: n.kopfzeile))
    }
  }

  // MARK: Reading

  /// Reads the preparation and the offers; then it is known which objects the process has.
  func liesAngebote() { lies { $0.rang < Nachrichtentyp.bewertungsverzeichnis.rang } }

  /// Takes over further transfers up to 3.1 with a process id of their own.
  func nimmAuf(_ weitere: [Prozessnachricht]) {
    // They come after the offers, so places given so far stay.
    folge = Nachrichtenfolge(folge.nachrichten + weitere, pruefsumme: summe)
  }

  /// True if the offers hold this object.
  func bietetAn(_ id: ObjektID) -> Bool {
    tafel.stelle(id).map { tafel[$0].angebot > 0 } ?? false
  }

  /// Reads all other messages and judges the whole.
  func schliesseAb() {
    lies { _ in true }
    for b in folge.befunde { bericht.melde(b) }
    pruefeBewertungen()
    pruefeAbgabe()
    pruefeBestaetigungen()
    pruefeLoeschungen()
    bericht.version = gemeinsameVersion
    bericht.angaben = angaben
    einzelne.sort { $0.eingang < $1.eingang }
  }

  private func lies(_ gemeint: (Nachrichtentyp) -> Bool) {
    for stelle in folge.nachrichten.indices {
      let n = folge.nachrichten[stelle]
      guard gemeint(n.typ), erledigt.insert(n.eingang).inserted else { continue }
      einzelne.append((n.eingang, Result { try lies(n, stelle) }))
    }
  }

  private func lies(_ n: Prozessnachricht, _ stelle: Int) throws -> Pruefbericht {
    let lauf = Prueflauf(pruefung.pruefer, n.pfad)
    guard folge.gilt[stelle] else {
      try lauf.ausfuehren()
      return lauf.bericht
    }
    var zahl = 0
    lauf.mitleser = { [unowned self] leser, teil in
      zahl += 1
      nimm(teil, leser.fundstellen, leser.zeile, stelle)
    }
    try lauf.ausfuehren()
    eintraege[stelle] = zahl
    if lauf.istVollstaendigGelesen {
      gelesen.insert(stelle)
    }
    return lauf.bericht
  }

  private func nimm(
    _ teil: Nachrichtenteil, _ fundstellen: Fundstellen, _ zeile: Int, _ stelle: Int
  ) {
    switch teil {
    case .bewertung(let b): nimm(b, zeile, stelle)
    case .rueckmeldung(let r): nimm(r, zeile, stelle)
    case .anschreiben, .schriftgutobjekt, .aktenplan:
      nimmObjekte(teil, Zeilenverzeichnis(fundstellen), zeile, stelle)
    }
  }

  // MARK: Judging with care

  /// True if all parts of a type are there and were read to their end: only then something is
  /// missing in them.
  func istVollstaendig(_ typ: Nachrichtentyp) -> Bool {
    folge.teile[typ]?.istVollstaendig != false && folge.hat(typ)
      && folge.alle(typ).allSatisfy { gelesen.contains($0) }
  }

  func istGelesen(_ stelle: Int) -> Bool { gelesen.contains(stelle) }

  /// True if the part that offers a row was answered, and the answer could be read.
  func istBeantwortet(_ z: Objekttafel.Zeile) -> Bool {
    z.angebot > 0 && beantwortet.contains(nachricht(z.angebot))
  }

  private func angeboteMitAntwort() -> Set<Int> {
    let antworten = [Nachrichtentyp.bewertungsverzeichnis, .bewertungskatalog]
      .flatMap { folge.alle($0) }
    return Set(antworten.filter(istGelesen).compactMap { folge.antwortAuf[$0] })
  }

  func eintragszahl(_ stelle: Int) -> Int { eintraege[stelle] ?? 0 }

  // MARK: Findings

  func melde(
    _ regel: Regel, _ meldung: String, schwere: Schwere? = nil, abhilfe: String? = nil,
    in nachricht: Int, zeile: UInt32 = 0, objekt: ObjektID? = nil, betreff: String? = nil
  ) {
    bericht.melde(
      Befund(
        regel, schwere: schwere, meldung, abhilfe: abhilfe,
        ort: Ort(
          datei: folge.nachrichten[nachricht].pfad, zeile: zeile == 0 ? nil : Int(zeile),
          objekt: objekt?.text, betreff: betreff)))
  }

  /// The message that a row counts from 1.
  func nachricht(_ nummer: UInt32) -> Int { Int(nummer) - 1 }

  func nummer(_ stelle: Int) -> UInt32 { UInt32(clamping: stelle + 1) }

  private var gemeinsameVersion: String? {
    let versionen = Set(folge.nachrichten.map(\.version))
    return versionen.count == 1 ? versionen.first?.rawValue : nil
  }
}

extension Prozesslauf {
  /// True if the process has more than one message, or its only one has a fault that only others
  /// show.
  var lohnt: Bool {
    folge.istKopie.count { !$0 } > 1 || bericht.anzahl.fehler > 0
  }

  /// What people want to know of the process.
  private var angaben: [(String, String)] {
    var liste = [("Verfahren", verfahren)]
    let typen = Nachrichtentyp.allCases.filter { folge.hat($0) }.sorted { $0.rang < $1.rang }
    liste.append(
      (
        "Nachrichten",
        typen.map { typ in
          let zahl = folge.alle(typ).count
          return zahl == 1 ? typ.rawValue : "\(typ.rawValue) (\(zahl) Teile)"
        }.joined(separator: ", ")
      ))
    let kopien = folge.istKopie.count { $0 }
    if kopien > 0 { liste.append(("Gleiche Nachrichten", "\(kopien)")) }
    var (angeboten, a, v, abgegeben, importiert) = (0, 0, 0, 0, 0)
    for z in tafel.zeilen where z.art.wirdBewertet {
      if z.merkmale.contains(.angeboten) { angeboten += 1 }
      if z.entscheidung == .archivieren { a += 1 }
      if z.entscheidung == .vernichten { v += 1 }
      if z.merkmale.contains(.abgegeben) { abgegeben += 1 }
      if z.merkmale.contains(.importiert) { importiert += 1 }
    }
    if folge.hat(.anbieteverzeichnis) { liste.append(("Angeboten", "\(angeboten)")) }
    if folge.hat(.bewertungsverzeichnis) { liste.append(("Bewertet", "\(a) A, \(v) V")) }
    if folge.hat(.aussonderung) { liste.append(("Übergeben", "\(abgegeben)")) }
    if folge.hat(.aussonderungImportBestaetigen) { liste.append(("Bestätigt", "\(importiert)")) }
    return liste
  }

  private var verfahren: String {
    if folge.hat(.anbieteverzeichnis) || folge.hat(.bewertungsverzeichnis) { return "vierstufig" }
    if folge.hat(.aussonderung) || folge.hat(.aussonderungImportBestaetigen) {
      return "zweistufig"
    }
    return folge.nachrichten.contains { $0.typ.rang < Nachrichtentyp.anbieteverzeichnis.rang }
      ? "Bewertungskatalog" : "vierstufig"
  }
}
