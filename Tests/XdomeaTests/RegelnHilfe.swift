// SPDX-License-Identifier: Apache-2.0
import Akte
import Pruefung
import Xdomea

/// Builds messages of model values and applies the rules to them.
struct Regelprobe {
  var version = XdomeaFassung.v400
  var typ = Nachrichtentyp.aussonderung
  var kopf = Self.kopf()
  var heute = Kalendertag(2026, 6, 1)
  var hoechsteStufe = 5
  var praefix: String? = "xdomea"
  var schemaLocation: String?
  var attribute: [(name: String, wert: String)]?
  var fundstellen = Fundstellen.aus(objekte: [], dateien: [])

  init(_ version: XdomeaFassung = .v400, _ typ: Nachrichtentyp = .aussonderung) {
    self.version = version
    self.typ = typ
    kopf.nachrichtentyp = Code(typ.rawValue)
    if typ == .aussonderung { kopf.importbestaetigung = "1" }
    schemaLocation = version.namensraum + " " + version.schemadatei
  }

  static func kopf() -> Nachrichtenkopf {
    var kopf = Nachrichtenkopf(
      prozessID: id(1).als(Prozessbezug.self), absender: Kontakt(institution: "Stadt Musterstadt"),
      empfaenger: Kontakt(institution: "Stadtarchiv"),
      erstellungszeitpunkt: Zeitpunkt("2026-05-01T10:00:00.000+02:00"))
    kopf.lfdNr = 1
    kopf.gesamtanzahl = 1
    return kopf
  }

  /// The findings about the head only.
  func kopfbefunde() -> [Befund] { befunde([], mitKopf: true) }

  /// The findings about the parts, in order.
  func befunde(_ teile: [Nachrichtenteil], mitKopf: Bool = false) -> [Befund] {
    let sammler = Sammler()
    var regeln = regeln(sammler)
    if mitKopf {
      regeln.pruefeKopf(
        wurzelPraefix: praefix, schemaLocation: schemaLocation,
        attribute: attribute ?? [("standard", "xdomea"), ("version", version.rawValue)])
    }
    for t in teile { regeln.pruefe(t, fundstellen: fundstellen, zeile: 7) }
    regeln.abschluss()
    return sammler.befunde
  }

  /// The findings about Akten.
  func befunde(_ akten: Akte...) -> [Befund] {
    befunde(akten.map { .schriftgutobjekt(.akte($0)) })
  }

  /// The files that the parts refer to.
  func verweise(_ teile: [Nachrichtenteil]) -> [Dateiverweis] {
    var regeln = regeln(Sammler())
    for t in teile { regeln.pruefe(t, fundstellen: fundstellen, zeile: 7) }
    return regeln.dateiverweise
  }

  private func regeln(_ sammler: Sammler) -> Nachrichtenregeln {
    Nachrichtenregeln(
      version: version, typ: typ, kopf: kopf, nachrichtname: "n.xml", kopfzeile: 3, heute: heute,
      hoechsteStufe: hoechsteStufe, melde: { sammler.befunde.append($0) })
  }

  private final class Sammler { var befunde: [Befund] = [] }
}

extension [Befund] {
  /// The findings of one rule.
  func von(_ regel: String) -> [Befund] { filter { $0.regel == regel } }

  /// The rules that were broken, in order, each once.
  var regeln: [String] {
    var aus: [String] = []
    for b in self where !aus.contains(b.regel) { aus.append(b.regel) }
    return aus
  }
}

/// A UUID that is easy to recognise in findings.
func id(_ n: UInt64) -> ObjektID { ObjektID(bytes: (0, n)) }

/// A UUID for a file.
func dateiID(_ n: UInt64) -> ObjektID { ObjektID(bytes: (7, n)) }

/// An Akte that breaks no rule.
func akte(_ n: UInt64 = 10, kontext: Bool? = false, vorgaenge: [Vorgang] = []) -> Akte {
  var a = Akte(id: id(n), betreff: "Akte \(n)")
  a.kontextobjekt = kontext
  a.zdA = true
  a.zdADatum = Kalendertag(2010, 3, 1)
  a.aussonderungsmetadaten = Aussonderungsmetadaten(
    aussonderungsart: nil, aufbewahrungsdauer: .jahre(10))
  a.aussonderungsmetadaten?.aufbewahrungsende = Kalendertag(2020, 12, 31).map { .tag($0) }
  a.vorgaenge = vorgaenge
  return a
}

/// A Vorgang that breaks no rule.
func vorgang(_ n: UInt64 = 20, kontext: Bool? = false, dokumente: [Dokument] = []) -> Vorgang {
  var v = Vorgang(id: id(n), betreff: "Vorgang \(n)")
  v.kontextobjekt = kontext
  v.zdA = true
  v.zdADatum = Kalendertag(2010, 3, 1)
  v.aussonderungsmetadaten = Aussonderungsmetadaten(aussonderungsart: nil)
  v.dokumente = dokumente
  return v
}

/// A document with a file, that breaks no rule in a transfer.
func dokument(_ n: UInt64 = 30, datei: UInt64? = nil, versionen: [Version]? = nil) -> Dokument {
  var d = Dokument(Identifikation(id(n)))
  d.allgemeineMetadaten = AllgemeineMetadaten(betreff: "Dokument \(n)", medium: .mediumElektronisch)
  d.inhalt = .versionen(versionen ?? [Version(nummer: "1", formate: [format(datei ?? n)])])
  return d
}

/// A document as an offer has it: without a file.
func angeboten(_ n: UInt64 = 30) -> Dokument { dokument(n, versionen: []) }

/// A PDF with a digest.
func format(
  _ n: UInt64, code: String = "018", endung: String = "pdf", hash: Hashangabe? = hashangabe
) -> Format {
  var p = Primaerdokument(dateiname: "\(dateiID(n))_Datei.\(endung)")
  p.hash = hash
  return Format(name: .dateiformat(code), primaerdokument: p)
}

/// A well-formed statement of a digest.
let hashangabe = Hashangabe(
  wert: String(repeating: "0a", count: 32), algorithmus: Code("SHA-256"))
