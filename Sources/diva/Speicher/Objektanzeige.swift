// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// All that the store knows about one object.
struct Objektanzeige {
  private let bild: Objektbild
  private let name: String
  private let oben: [(name: String, betreff: String?)]
  private let einheit: Einheitszustand?
  private let kinder: [(name: String, bild: Objektbild)]
  private let frist: Frist?
  private let heute: Kalendertag
  private let historie: [HistorienProtokollInformation]
  private let geschichte: [String]

  init(_ speicher: Speicher, _ bild: Objektbild, _ heute: Kalendertag) throws {
    self.bild = bild
    self.heute = heute
    name = try Nennung(speicher).name(bild)
    oben = try speicher.vorfahren(bild.id).map { ($0.kennzeichen ?? $0.id.text, $0.betreff) }
    einheit =
      if case .schriftgut(let z) = bild.zustand { try speicher.einheit(z.einheit) } else { nil }
    var kinder: [(String, Objektbild)] = []
    var nummer = 0
    try speicher.jedesKind(bild.id) { kind in
      if kind.ebene == .dokument { nummer += 1 }
      let ort = bild.kennzeichen ?? bild.id.text
      kinder.append((kind.kennzeichen ?? "\(ort):\(nummer)", kind))
    }
    self.kinder = kinder
    frist = try speicher.begruendung(bild.id)
    historie = try speicher.historie(bild.id, abgelehnte: true)
    let nennung = Nennung(speicher)
    geschichte = historie.map { nennung.lesbar($0.zeile) }
  }

  /// Prints it for people.
  func zeige() throws {
    try Ausgabe.zeile(Ausgabe.fett("\(bild.ebene.anzeige) \(name)".sichtbar))
    for zeile in angaben.zeilen { try Ausgabe.zeile(zeile.sichtbar) }
    try abschnitt("Enthält", kinder.map { "\($0.name)  \($0.bild.lage): \($0.bild.kurz)" })
    if let frist { try abschnitt("Warum diese Frist", frist.begruendung.saetze) }
    try abschnitt("Geschichte", geschichte)
  }

  private func abschnitt(_ titel: String, _ zeilen: [String]) throws {
    guard !zeilen.isEmpty else { return }
    try Ausgabe.zeile("\n" + Ausgabe.fett(titel))
    for zeile in zeilen { try Ausgabe.zeile("  " + zeile.sichtbar) }
  }

  private var angaben: [Angabe] {
    var alle = [Angabe("betreff", "Betreff", bild.betreff ?? "nicht mehr vorhanden")]
    alle.append(Angabe("uuid", "UUID", bild.id.text))
    if let naechstes = oben.first {
      alle.append(Angabe("liegtIn", "Liegt in", "\(naechstes.name) »\(naechstes.betreff ?? "")«"))
    }
    if let einheit {
      alle.append(
        Angabe(
          "einheit", "Aktenplan",
          "\(einheit.kennzeichen) \(einheit.bezeichnung)"
            + (einheit.stillgelegt ? " (stillgelegt)" : "")))
    }
    alle.append(Angabe("lage", "Lage", bild.lage))
    switch bild.zustand {
    case .schriftgut(let z): alle += angaben(z)
    case .dokument(let d): alle += angaben(d)
    }
    return alle
  }

  private func angaben(_ z: Schriftgutzustand) -> [Angabe] {
    var alle: [Angabe] = []
    if !z.alteKennzeichen.isEmpty {
      alle.append(
        Angabe("frueher", "Früher", z.alteKennzeichen.map(\.text).joined(separator: ", ")))
    }
    if let stelle = z.federfuehrung { alle.append(Angabe("stelle", "Federführung", stelle)) }
    if let beginn = z.laufzeit.beginn, let ende = z.laufzeit.ende {
      alle.append(Angabe("laufzeit", "Laufzeit", "\(beginn.anzeige) bis \(ende.anzeige)"))
    }
    alle += Fristzeilen.angaben(bild)
    if let v = z.bewertungsvorschlag {
      alle.append(Angabe("vorschlag", "Vorschlag", v.rawValue))
    }
    for (name, tag) in z.ereignisse.sorted(by: { $0.key < $1.key }) {
      alle.append(Angabe(name, "Ereignis \(name)", tag.anzeige))
    }
    for w in z.wiedervorlagen {
      alle.append(
        Angabe(
          "wiedervorlage", "Wiedervorlage",
          w.termin.anzeige + (w.vermerk.isEmpty ? "" : ", \(w.vermerk)")))
    }
    for s in z.sperren { alle.append(Angabe("sperre", "Löschsperre", s.anzeige)) }
    if let b = z.aussonderung?.bewertung {
      alle.append(Angabe("bewertung", "Bewertung", b.anzeige))
    }
    if z.papierteilOffen { alle.append(Angabe("papier", "Papierteil", "Verbleib nicht geklärt")) }
    if z.abgabeLaufend { alle.append(Angabe("abgabe", "Abgabe", "Übernahmeersuchen läuft")) }
    if z.anbietungspflichtVerletzt {
      alle.append(Angabe("pflicht", "Anbietung", "der späteste Tag ist vorbei"))
    }
    return alle
  }

  private func angaben(_ d: Dokumentzustand) -> [Angabe] {
    var alle: [Angabe] = []
    if let tag = d.dokumentdatum { alle.append(Angabe("datum", "Datum", tag.anzeige)) }
    for (i, f) in d.fassungen.enumerated() {
      let name = bild.dateinamen.indices.contains(i) ? "\(bild.dateinamen[i]), " : ""
      alle.append(
        Angabe(
          "fassung", "Fassung \(f.nummer)",
          "\(name)\(f.groesse.alsGroesse), SHA-256 \(f.hash.hex)"))
    }
    alle += d.schritte.map(\.angabe)
    if let wer = d.ausgechecktVon { alle.append(Angabe("ausgecheckt", "Ausgecheckt von", wer)) }
    return alle + Scanzeilen.angaben(bild)
  }

  /// One line of JSON.
  var json: String {
    get throws {
      var o = JSONObjekt()
      o.setze("werkzeug", Werkzeug.kennung)
      o.setze("schemaVersion", 1)
      o.setze("id", bild.id.text)
      o.setze("ebene", bild.ebene.wort)
      o.setze("name", name)
      o.setze("kennzeichen", bild.kennzeichen)
      o.setze("betreff", bild.betreff)
      o.setze("lage", bild.lage)
      o.setze("liegtIn", oben.map(\.name))
      o.setze("aktenplaneinheit", einheit?.kennzeichen)
      o.setze("reifAb", bild.reifAb?.text)
      let zustand =
        switch bild.zustand {
        case .schriftgut(let z): try KanonischesJSON.bytes(z)
        case .dokument(let d): try KanonischesJSON.bytes(d)
        }
      o.setze("zustand", roh: String(decoding: zustand, as: UTF8.self).jsonMaskiert)
      o.setze("begruendung", frist?.begruendung.saetze ?? [])
      o.setze(
        "kinder",
        kinder.map { kind in
          var k = JSONObjekt()
          k.setze("id", kind.bild.id.text)
          k.setze("ebene", kind.bild.ebene.wort)
          k.setze("name", kind.name)
          k.setze("betreff", kind.bild.betreff)
          k.setze("lage", kind.bild.lage)
          return k
        })
      o.setze(
        "dateien",
        bild.dateien.map { datei in
          var d = JSONObjekt()
          d.setze("sha256", datei.hash.hex)
          d.setze("bytes", datei.groesse)
          return d
        })
      o.setze("historie", historie.map(\.json))
      return o.text
    }
  }
}

extension Objektbild {
  /// Betreff and file, in one phrase.
  fileprivate var kurz: String {
    let datei = dateinamen.last.map { " (\($0))" } ?? ""
    return (betreff ?? "nicht mehr vorhanden") + datei
  }
}

extension Sperre {
  /// The hold in one phrase.
  var anzeige: String {
    var text = "\(behoerde): \(grund)"
    if umfang == .objekt { text += ", nur dieses Objekt" }
    if let gesetztAm { text += ", seit \(gesetztAm.anzeige) (\(gesetztVon))" }
    if let pruefenAm { text += ", zu prüfen am \(pruefenAm.anzeige)" }
    return text + ", \(id)"
  }
}
