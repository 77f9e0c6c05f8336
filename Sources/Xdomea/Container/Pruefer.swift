// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Behaelter
internal import Pruefsummen
public import Pruefung
internal import XMLStrom

/// Checks containers, folders and single messages against schema and rules.
///
/// A message that breaks rules is a report with findings; an error means that there was nothing to
/// check.
public struct Pruefer: Sendable {
  /// The official schemas; nil leaves the schema check out and says so (H4).
  public var schemata: Schemata?
  /// The day for rules about periods that must have ended (R35); nil leaves them out.
  public var heute: Kalendertag?
  /// Limits for containers.
  public var grenzen = Grenzen.standard
  /// Called with the name of the file worked on and the bytes proved so far.
  public var fortschritt: (@Sendable (_ was: String, _ bytes: Int64, _ gesamt: Int64) -> Void)?

  /// A checker.
  public init(schemata: Schemata? = nil, heute: Kalendertag? = nil) {
    self.schemata = schemata
    self.heute = heute
  }

  /// Checks what the path leads to.
  ///
  /// - Throws: ``XdomeaFehler`` or `BehaelterFehler.nichtLesbar` if there is nothing to check, or
  ///   the message is none that this suite knows.
  public func pruefe(_ pfad: String) throws -> Pruefbericht {
    let lauf = Prueflauf(self, pfad)
    try lauf.ausfuehren()
    return lauf.bericht
  }
}

/// One check; collects the report.
final class Prueflauf {
  let pruefer: Pruefer
  let pfad: String
  var bericht: Pruefbericht
  var verweise: [Dateiverweis] = []
  var objekte = 0
  /// Sees every part of the message while it is checked.
  var mitleser: ((Nachrichtenleser, Nachrichtenteil) -> Void)?
  /// True if the message was read to its end.
  private(set) var istVollstaendigGelesen = false

  init(_ pruefer: Pruefer, _ pfad: String) {
    self.pruefer = pruefer
    self.pfad = pfad
    bericht = Pruefbericht(werkzeug: Werkzeug.kennung, datei: pfad, art: "container")
  }

  func melde(
    _ id: String, _ meldung: String, schwere: Schwere? = nil, abhilfe: String? = nil, ort: Ort
  ) {
    bericht.melde(Befund(Regelwerk[id], schwere: schwere, meldung, abhilfe: abhilfe, ort: ort))
  }

  func ausfuehren() throws {
    let paket: Nachrichtenpaket
    do {
      paket = try Nachrichtenpaket(pfad: pfad, grenzen: pruefer.grenzen)
    } catch let fehler as BehaelterFehler {
      try melde(fehler)
      return
    }
    bericht.art = paket.art.rawValue
    pruefeEintraege(paket)
    guard paket.nachricht != nil else {
      let gefunden = paket.kandidaten.isEmpty ? "keine" : paket.kandidaten.joined(separator: ", ")
      melde(
        "R2", "Erwartet genau eine Nachricht, gefunden: \(gefunden).", ort: Ort(datei: pfad))
      return
    }
    guard try pruefeNachricht(paket) else { return }
    if paket.art != .nachricht {
      try pruefeDateien(paket)
    } else if !verweise.isEmpty {
      let was = verweise.count == 1 ? "Eine genannte Datei" : "\(verweise.count) genannte Dateien"
      melde("H5", "\(was) nicht geprüft: Vorgelegt ist nur die Nachricht.", ort: Ort(datei: pfad))
    }
  }

  // MARK: Message

  /// False if the message could not be read to its end; then files cannot be judged.
  private func pruefeNachricht(_ paket: Nachrichtenpaket) throws -> Bool {
    let name = paket.nachricht ?? pfad
    var leser: Nachrichtenleser?
    do {
      let l = try paket.leser(schemata: pruefer.schemata, grenzen: .init(), fundstellen: true)
      leser = l
      bericht.version = l.version.rawValue
      bericht.nachricht = l.typ.rawValue
      var regeln = Nachrichtenregeln(
        version: l.version, typ: l.typ, kopf: l.kopf, nachrichtname: name,
        kopfzeile: l.kopfzeile, heute: pruefer.heute, melde: { self.bericht.melde($0) })
      regeln.pruefeKopf(
        wurzelPraefix: l.wurzel.prefix,
        schemaLocation: l.wurzel.attribute.first { $0.name.hasSuffix(":schemaLocation") }?.wert,
        attribute: l.wurzel.attribute.filter { $0.namensraum == nil }.map { ($0.name, $0.wert) },
        wurzelzeile: l.wurzel.zeile)
      pruefeNamen(paket, l)
      while let teil = try l.naechster() {
        objekte += l.fundstellen.objekte.count
        regeln.pruefe(teil, fundstellen: l.fundstellen, zeile: l.zeile)
        mitleser?(l, teil)
      }
      istVollstaendigGelesen = true
      regeln.abschluss()
      verweise = regeln.dateiverweise
      meldeLesen(l, name)
    } catch let fehler as XMLFehler {
      if let leser { meldeLesen(leser, name) }
      try melde(fehler, name)
      return false
    } catch let fehler as BehaelterFehler {
      if let leser { meldeLesen(leser, name) }
      try melde(fehler)
      return false
    } catch XdomeaFehler.unbekannteVersion(let namensraum, _) {
      melde(
        "R12", "Unbekannte xdomea-Version „\(namensraum)“.", ort: Ort(datei: name, zeile: 1))
      return false
    } catch XdomeaFehler.keineNachricht(_, let gefunden) {
      melde(
        "R2",
        "\(name) enthält keine Nachricht"
          + (gefunden.isEmpty ? "." : " (Wurzelelement \(gefunden.joined()))."),
        ort: Ort(datei: name))
      return false
    }
    return true
  }

  private func meldeLesen(_ l: Nachrichtenleser, _ name: String) {
    bericht.schemageprueft = l.istSchemageprueft
    if pruefer.schemata != nil, !l.istSchemageprueft {
      // Asked to validate and not able to: that is no valid message.
      melde(
        "H4",
        "Die Schemaprüfung war nicht möglich: In den ersten 16 KB steht kein xdomea-Namensraum.",
        schwere: .fehler, ort: Ort(datei: name, zeile: 1))
    }
    if pruefer.schemata == nil {
      melde(
        "H4", "Die Schemaprüfung wurde nicht durchgeführt (kein Schema-Ordner angegeben).",
        ort: Ort(datei: name))
    }
    let fehlerzeilen = Set(l.schemafehler.map(\.zeile))
    for f in l.schemafehler {
      let ort = Ort(datei: name, zeile: f.zeile)
      // libxml2 compares fixed values as text; the value is right, its spelling is R16.
      if f.text.contains("fixed value constraint '1'"),
        ["'true'", "' 1'", "'1 '", "' 1 '"].contains(where: { f.text.contains("value " + $0) })
      {
        // The head's own element is told by the rules, with or without a schema.
        if !f.text.contains("Importbestaetigung") {
          melde("R16", "Ein Element mit festem Wert muss \"1\" lauten: \(f.text)", ort: ort)
        }
        continue
      }
      melde("R15", "Schemafehler Zeile \(f.zeile): \(f.text)", ort: ort)
    }
    if l.weitereSchemafehler > 0 {
      melde(
        "R15", "\(l.weitereSchemafehler) weitere Schemafehler wurden nur gezählt.",
        ort: Ort(datei: name))
    }
    for m in l.maengel {
      let ort = Ort(datei: name, zeile: m.zeile, objekt: m.objekt?.text)
      switch m.art {
      case .keineUUID: melde("R17", m.meldung, ort: ort)
      case .unbekanntesElement, .unbekanntesAttribut, .mehrfach, .text, .zeitzone:
        melde("H2", m.meldung, ort: ort)
      case .ungueltigerWert, .pflichtFehlt:
        // With a schema this is R15, unless the schema allows what the model cannot hold.
        if !fehlerzeilen.contains(m.zeile), pruefer.schemata == nil || m.art == .ungueltigerWert {
          melde("H3", m.meldung, ort: ort)
        }
      }
    }
    bericht.angaben += [
      ("Prozess-ID", l.kopf.prozessID.text),
      ("Absender", l.kopf.absender.institution?.name ?? "–"),
      ("Empfänger", l.kopf.empfaenger.institution?.name ?? "–"),
      (l.typ.zaehlwort, "\(objekte)"),
      ("Genannte Dateien", "\(verweise.count)"),
    ]
  }

  private func pruefeNamen(_ paket: Nachrichtenpaket, _ l: Nachrichtenleser) {
    guard paket.art != .nachricht || Nachrichtenname(dateiname: pfad) != nil else { return }
    let datei = pfad.split(separator: "/" as Character).last.map(String.init) ?? pfad
    let ort = Ort(datei: datei)
    if paket.art == .container, let n = paket.nachricht {
      let stamm = datei.lastIndex(of: ".").map { String(datei[..<$0]) } ?? datei
      if n.dropLast(4) != stamm, Nachrichtenname(stamm: stamm) != nil {
        melde("R2", "Erwartet genau eine Nachricht \(stamm).xml, gefunden: \(n).", ort: ort)
      }
    }
    let name = paket.art == .container ? datei : (paket.nachricht ?? datei)
    guard let n = Nachrichtenname(dateiname: name) else {
      melde(
        "R1", "Dateiname \(name) entspricht nicht dem Muster für xdomea \(l.version.rawValue).",
        schwere: .warnung, ort: ort)
      return
    }
    if !n.passt(zu: l.version) {
      melde(
        "R1", "Dateiname \(name) entspricht nicht dem Muster für xdomea \(l.version.rawValue).",
        schwere: .warnung, ort: ort)
    }
    if n.prozessID != l.kopf.prozessID, !l.kopf.prozessID.istLeer {
      melde(
        "R8",
        "ProzessID im Namen (\(n.prozessID)) und in der Nachricht (\(l.kopf.prozessID)) verschieden.",
        ort: ort)
    }
    if n.nachrichtentyp != l.typ.rawValue {
      melde(
        "R9",
        "Nachrichtentyp uneinheitlich: Name \(n.nachrichtentyp), Wurzelelement \(l.typ.rawValue).",
        ort: ort)
    }
    if let a = n.lfdNr, let b = l.kopf.lfdNr, a != b {
      melde(
        "R10", "Laufende Nummer im Namen (\(a)) und in der Nachricht (\(b)) verschieden.", ort: ort)
    }
  }

  // MARK: Errors as findings

  func melde(_ fehler: BehaelterFehler) throws {
    switch fehler {
    case .nichtLesbar: throw fehler
    case .grenze(_, let eintrag, _, _):
      melde("R7", fehler.description, ort: Ort(datei: eintrag ?? pfad))
    case .verschluesselt(_, let eintrag):
      melde("R7", fehler.description, ort: Ort(datei: eintrag))
    case .unzulaessigerName(let eintrag, _):
      melde("R4", fehler.description, ort: Ort(datei: eintrag))
    case .doppelterName(let eintrag): melde("R5", fehler.description, ort: Ort(datei: eintrag))
    case .beschaedigt(_, let eintrag, _), .nichtUnterstuetzt(_, let eintrag, _):
      melde("H1", fehler.description, ort: Ort(datei: eintrag ?? pfad))
    default: melde("H1", fehler.description, ort: Ort(datei: pfad))
    }
  }

  private func melde(_ fehler: XMLFehler, _ name: String) throws {
    switch fehler {
    case .nichtLesbar, .schreiben, .unzulaessigesZeichen, .schema: throw fehler
    case .grenze(_, _, let zeile):
      melde("R7", fehler.description, ort: Ort(datei: name, zeile: zeile))
    case .nichtWohlgeformt(let zeile, _, _), .doctype(let zeile), .kodierung(_, let zeile):
      melde("R11", fehler.description, ort: Ort(datei: name, zeile: zeile))
    }
  }
}

extension Nachrichtentyp {
  /// What a report counts in this message.
  fileprivate var zaehlwort: String {
    switch self {
    case .bewertungsverzeichnis, .bewertungskatalog: "Bewertungen"
    case .aussonderungImportBestaetigen, .bewertungskatalogImportBestaetigen: "Rückmeldungen"
    default: "Objekte"
    }
  }
}
