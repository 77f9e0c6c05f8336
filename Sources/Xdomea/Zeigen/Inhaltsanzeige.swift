// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Pruefung

/// Shows what is in a container, a folder or a message: as a tree, as lines of JSON, or one object.
///
/// Streams: one top-level object in memory at a time. What comes from the message is made visible,
/// so that no Betreff can pass for a line of the tree.
public enum Inhaltsanzeige {
  /// The content as a tree, line by line.
  ///
  /// - Throws: as ``Nachrichtenpaket`` and ``Nachrichtenleser``, and what `zeile` throws.
  public static func baum(_ pfad: String, zeile: (String) throws -> Void) throws {
    let inhalt = try Anzeigequelle(pfad)
    for angabe in inhalt.kopfzeilen { try zeile(angabe) }
    var summe = Inhaltssumme()
    var davor = false
    while let knoten = try inhalt.naechster() {
      summe.nimm(knoten, inhalt)
      // Entries of answers are single lines of one list.
      if !davor || !knoten.art.istEintrag { try zeile("") }
      davor = true
      try knoten.baum(inhalt, zeile: zeile)
    }
    try zeile("")
    try zeile(
      inhalt.leser.typ.istEmpfangsbestaetigung
        ? "Empfangsbestätigung ohne weiteren Inhalt."
        : "Zusammen: " + summe.anzeige(inhalt))
    if let mangel = inhalt.mangelsatz { try zeile(mangel) }
  }

  /// The content as JSON, one object per line: first the head, then every object and file in the
  /// order of the message, at the end the sums.
  ///
  /// - Throws: as ``baum(_:zeile:)``.
  public static func json(_ pfad: String, zeile: (String) throws -> Void) throws {
    let inhalt = try Anzeigequelle(pfad)
    try zeile(inhalt.kopfobjekt.text)
    var summe = Inhaltssumme()
    while let knoten = try inhalt.naechster() {
      summe.nimm(knoten, inhalt)
      try knoten.json(inhalt, stufe: 0, elter: nil, zeile: zeile)
    }
    try zeile(summe.objekt(inhalt).text)
  }

  /// Everything known of one object; nil if the message has no object with this UUID.
  ///
  /// - Throws: as ``baum(_:zeile:)``.
  public static func objekt(_ id: ObjektID, in pfad: String) throws -> Objektauskunft? {
    let inhalt = try Anzeigequelle(pfad)
    while let knoten = try inhalt.naechster() {
      if let (treffer, weg) = knoten.suche(id, weg: []) {
        return Objektauskunft(treffer, weg: weg)
      }
    }
    return nil
  }
}

/// An opened message with the sizes of its files.
final class Anzeigequelle {
  let paket: Nachrichtenpaket
  let leser: Nachrichtenleser
  private let groessen: [Bytename: Int64]

  init(_ pfad: String) throws {
    paket = try Nachrichtenpaket(pfad: pfad)
    leser = try paket.leser()
    groessen = Dictionary(
      paket.dateien.map { (Bytename($0.name), $0.groesse) }, uniquingKeysWith: { a, _ in a })
  }

  func naechster() throws -> Inhaltsknoten? { try leser.naechster().map { Inhaltsknoten($0) } }

  /// The size of a file; nil if it is not there.
  func groesse(_ name: String) -> Int64? { groessen[Bytename(name)] }

  /// False for a single message, which has no files beside it.
  var hatDateien: Bool { paket.art != .nachricht }

  var mangelsatz: String? {
    let zahl = leser.maengel.count + leser.ausgelasseneMaengel
    guard zahl > 0 else { return nil }
    return "Hinweis: \(zahl.mal("Angabe", "Angaben")) der Nachricht "
      + "\(zahl == 1 ? "ist" : "sind") hier nicht verständlich; »diva pruefen« nennt die Stellen."
  }

  var kopfzeilen: [String] {
    let kopf = leser.kopf
    let art =
      switch paket.art {
      case .container: "xdomea-Container (ZIP), \(dateizahl)"
      case .ordner: "Ordner, \(dateizahl)"
      case .nachricht: "einzelne Nachricht (XML)"
      }
    let name = leser.typ.langname.split(separator: ".").last.map(String.init) ?? ""
    var angaben = [
      ("Datei", paket.pfad.sichtbar), ("Art", art),
      ("Nachricht", "\(leser.typ.rawValue) \(name), xdomea \(leser.version.rawValue)"),
      ("Prozess-ID", kopf.prozessID.text), ("Absender", kopf.absender.anzeige.sichtbar),
      ("Empfänger", kopf.empfaenger.anzeige.sichtbar),
    ]
    if let z = kopf.erstellungszeitpunkt { angaben.append(("Erstellt", z.anzeige)) }
    if let teil = kopf.lfdNr, let von = kopf.gesamtanzahl, von != 1 {
      angaben.append(("Teil", "\(teil) von \(von)"))
    }
    if let id = kopf.ursprungsnachricht { angaben.append(("Antwort", "auf Nachricht \(id)")) }
    if let e = kopf.ergebnis { angaben.append(("Ergebnis", e.anzeige)) }
    return angaben.map { name, wert in
      name + ":" + String(repeating: " ", count: 11 - name.count) + wert
    }
  }

  private var dateizahl: String {
    paket.dateien.count.mal("Datei", "Dateien") + ", "
      + paket.dateien.reduce(0) { $0 + $1.groesse }.alsGroesse
  }
}

/// What was shown, counted.
struct Inhaltssumme {
  private var akten = 0
  private var vorgaenge = 0
  private var dokumente = 0
  private var dateien = 0
  private var fehlend = 0
  private var bytes: Int64 = 0
  private var einheiten = 0
  private var bewertungen: [String: Int] = [:]
  private var rueckmeldungen = 0
  private var misserfolge = 0

  mutating func nimm(_ knoten: Inhaltsknoten, _ inhalt: Anzeigequelle) {
    switch knoten.art {
    case .akte, .teilakte: akten += 1
    case .vorgang, .teilvorgang: vorgaenge += 1
    case .dokument, .anlage, .anschreiben: dokumente += 1
    case .schriftstueck, .aktenplan: break
    case .aktenplaneinheit: einheiten += 1
    case .bewertung:
      let wert = knoten.aussonderungsart ?? ""
      // Values agreed with the archive are few; a message with any number of them is not counted.
      let gezaehlt = bewertungen.count < 100 || bewertungen[wert] != nil
      bewertungen[gezaehlt ? wert : "andere", default: 0] += 1
    case .rueckmeldung:
      rueckmeldungen += 1
      if case .rueckmeldung(let r) = knoten.quelle, !r.ergebnis.erfolgreich { misserfolge += 1 }
    }
    for datei in knoten.dateien {
      dateien += 1
      if let groesse = inhalt.groesse(datei.name) { bytes += groesse } else { fehlend += 1 }
    }
    for kind in knoten.kinder { nimm(kind, inhalt) }
  }

  func anzeige(_ inhalt: Anzeigequelle) -> String {
    switch inhalt.leser.typ {
    case .bewertungsverzeichnis, .bewertungskatalog: return bewertungsanzeige
    case .aussonderungImportBestaetigen, .bewertungskatalogImportBestaetigen:
      return rueckmeldungen.mal("Rückmeldung", "Rückmeldungen")
        + (misserfolge > 0 ? ", davon \(misserfolge.deutsch) nicht übernommen" : "")
    case .aktenplanZurBewertung: return einheiten.mal("Aktenplaneinheit", "Aktenplaneinheiten")
    default: return objektanzeige(inhalt.paket)
    }
  }

  private var bewertungsanzeige: String {
    let zahl = bewertungen.values.reduce(0, +)
    // A message may have any number of values of its own.
    let werte = bewertungen.sorted { $0.key < $1.key }.prefix(10)
      .map { "\($0.value.deutsch) \($0.key.isEmpty ? "ohne Wert" : $0.key.sichtbar)" }
    return zahl.mal("Bewertung", "Bewertungen")
      + (werte.isEmpty ? "" : ": " + werte.joined(separator: ", "))
  }

  private func objektanzeige(_ paket: Nachrichtenpaket) -> String {
    var text = [
      akten.mal("Akte", "Akten"), vorgaenge.mal("Vorgang", "Vorgänge"),
      dokumente.mal("Dokument", "Dokumente"), dateien.mal("Datei", "Dateien"),
    ].joined(separator: ", ")
    if paket.art != .nachricht {
      text += " (\(bytes.alsGroesse))"
      if fehlend > 0 { text += ", davon fehlen \(fehlend.deutsch)" }
    }
    return text
  }

  func objekt(_ inhalt: Anzeigequelle) -> JSONObjekt {
    var o = JSONObjekt()
    o.setze("art", "summe")
    o.setze("akten", akten)
    o.setze("vorgaenge", vorgaenge)
    o.setze("dokumente", dokumente)
    o.setze("dateien", dateien)
    o.setze("fehlend", inhalt.hatDateien ? fehlend : nil)
    o.setze("bytes", inhalt.hatDateien ? bytes : nil)
    o.setze("bewertungen", bewertungen.values.reduce(0, +))
    o.setze("rueckmeldungen", rueckmeldungen)
    o.setze("misserfolge", misserfolge)
    o.setze("unverstanden", inhalt.leser.maengel.count + inhalt.leser.ausgelasseneMaengel)
    return o
  }
}
