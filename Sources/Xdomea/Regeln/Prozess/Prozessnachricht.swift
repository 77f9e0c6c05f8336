// SPDX-License-Identifier: Apache-2.0
package import Akte
internal import Pruefsummen

/// What a message says of itself and of its place in the process; without its objects.
struct Prozessnachricht {
  /// The path as given.
  let pfad: String
  /// The place among the paths given.
  let eingang: Int
  let version: XdomeaFassung
  let typ: Nachrichtentyp
  let prozess: ProzessID
  let id: NachrichtenID?
  let ursprung: NachrichtenID?
  let lfdNr: Int?
  let gesamtanzahl: Int?
  let zeitpunkt: Zeitpunkt?
  let absender: Stellenname
  let empfaenger: Stellenname
  let empfangsbestaetigung: Bool
  let rueckmeldungArchivkennung: Bool
  /// The import as a whole succeeded; nil where the message has no such result.
  let gesamterfolg: Bool?
  let kopfzeile: Int
  /// The top objects' UUIDs as far as the first part tells; tells a further 0503 up to 3.1 its offer.
  let erstesObjekt: ObjektID?

  /// Reads the head and the first part; nil if that is no message that can be read.
  init?(pfad: String, eingang: Int, pruefer: Pruefer) {
    guard let paket = try? Nachrichtenpaket(pfad: pfad, grenzen: pruefer.grenzen),
      let leser = try? paket.leser(),
      let erstes = try? Self.erstesObjekt(leser)
    else { return nil }
    let kopf = leser.kopf
    if kopf.prozessID.istLeer { return nil }
    self.pfad = pfad
    self.eingang = eingang
    version = leser.version
    typ = leser.typ
    prozess = kopf.prozessID
    id = kopf.nachrichtenID.flatMap { $0.istLeer ? nil : $0 }
    ursprung = kopf.ursprungsnachricht
    lfdNr = kopf.lfdNr
    gesamtanzahl = kopf.gesamtanzahl
    zeitpunkt = kopf.erstellungszeitpunkt
    absender = Stellenname(kopf.absender)
    empfaenger = Stellenname(kopf.empfaenger)
    empfangsbestaetigung = kopf.empfangsbestaetigung == true
    rueckmeldungArchivkennung = kopf.rueckmeldungArchivkennung == true
    gesamterfolg = kopf.ergebnis?.erfolgreich
    kopfzeile = leser.kopfzeile
    erstesObjekt = erstes.istLeer ? nil : erstes
  }

  /// The first Schriftgutobjekt's UUID; the nil UUID if there is none.
  private static func erstesObjekt(_ leser: Nachrichtenleser) throws -> ObjektID {
    guard leser.typ == .aussonderung, !leser.version.hatKurzeNamen else { return .leer }
    while let teil = try leser.naechster() {
      if case .schriftgutobjekt(let o) = teil { return o.id }
    }
    return .leer
  }

  /// True if parts of this type are numbered (from 4.0).
  var hatNummer: Bool { version.hatKurzeNamen }

  /// The digest of the message as it is; nil if it cannot be read.
  func pruefsumme(_ pruefer: Pruefer) -> Pruefsumme? {
    guard let paket = try? Nachrichtenpaket(pfad: pfad, grenzen: pruefer.grenzen),
      let name = paket.nachricht, let lies = try? paket.oeffne(name),
      let rechner = try? Rechner(.sha256)
    else { return nil }
    let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { puffer.deallocate() }
    while let n = try? lies(puffer) {
      if n <= 0 { return rechner.bildner.abschluss().first }
      rechner.bildner.nimm(UnsafeRawBufferPointer(rebasing: puffer[..<n]))
    }
    return nil
  }
}

/// Who a contact is, as far as two messages can be compared (R24).
package struct Stellenname {
  private let kennung: String?
  private let name: String?

  /// Who a contact is.
  package init(_ kontakt: Kontakt) {
    let k = kontakt.behoerdenkennung
    let schluessel = k?.behoerdenschluessel?.wert ?? ""
    let praefix = k?.praefix?.wert ?? ""
    let alt = schluessel.isEmpty ? nil : praefix.isEmpty ? schluessel : praefix + ":" + schluessel
    kennung = Self.gefaltet(k?.kennung ?? alt)
    name = Self.gefaltet(kontakt.institution?.name)
  }

  /// Whether both are the same office; nil if they have nothing in common to compare.
  package func gleich(_ andere: Stellenname) -> Bool? {
    if let a = kennung, let b = andere.kennung { return a == b }
    if let a = name, let b = andere.name { return a == b }
    return nil
  }

  /// Without regard to letter case and blanks; nil for nothing.
  private static func gefaltet(_ text: String?) -> String? {
    let worte = (text ?? "").lowercased().split(whereSeparator: \.isWhitespace)
    return worte.isEmpty ? nil : worte.joined(separator: " ")
  }
}

extension Nachrichtentyp {
  /// The place in the procedure, preparation first, each answer after what it answers.
  var rang: Int {
    switch self {
    case .aktenplanZurBewertung: 0
    case .aktenplanZurBewertungEmpfangBestaetigen: 1
    case .bewertungskatalog: 2
    case .bewertungskatalogEmpfangBestaetigen: 3
    case .bewertungskatalogImportBestaetigen: 4
    case .anbieteverzeichnis: 5
    case .anbietungEmpfangBestaetigen: 6
    case .bewertungsverzeichnis: 7
    case .bewertungEmpfangBestaetigen: 8
    case .aussonderung: 9
    case .aussonderungEmpfangBestaetigen: 10
    case .aussonderungImportBestaetigen: 11
    }
  }
}
