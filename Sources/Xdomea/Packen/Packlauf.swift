// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// One run of the packer.
final class Packlauf {
  private let ordner: String
  private let optionen: Packer.Optionen
  private let ableitung: Namensableitung
  private var tabelle: Metadatentabelle
  private let zielpfad: String
  private let name: Nachrichtenname
  private var ergebnis = Packer.Ergebnis()
  /// Holds the container while it is written; nil before and after.
  private var paket: Paketschreiber?

  init(_ ordner: String, _ ziel: String, _ optionen: Packer.Optionen) throws {
    guard dateiart(ordner) == .ordner else {
      throw XdomeaFehler.datei(
        name: ordner,
        grund: dateiart(ordner) == nil
          ? "nicht gefunden. Prüfen Sie den Pfad."
          : "Das ist kein Ordner. Geben Sie den Ordner mit den Akten an.")
    }
    self.ordner = ordner.count > 1 && ordner.hasSuffix("/") ? String(ordner.dropLast()) : ordner
    self.optionen = optionen
    ableitung = try Namensableitung(optionen.prozessID)
    name = Nachrichtenname(optionen.version, .aussonderung, prozessID: optionen.prozessID)
    zielpfad = containerpfad(ziel, name)
    tabelle = Metadatentabelle()
    if dateiart(self.ordner + "/" + Metadatentabelle.dateiname) == .datei {
      tabelle = try Metadatentabelle(datei: self.ordner + "/" + Metadatentabelle.dateiname)
    }
  }

  func ausfuehren() throws -> Packer.Ergebnis {
    let inhalt = try ordnerinhalt(ordner).filter { $0.name != Metadatentabelle.dateiname }
    try pruefeZielAusserhalb()
    var kopf = Nachrichtenkopf(
      prozessID: optionen.prozessID, absender: optionen.absender, empfaenger: optionen.archiv,
      erstellungszeitpunkt: optionen.zeitpunkt)
    kopf.system = optionen.system
    kopf.rueckmeldungArchivkennung = true
    if optionen.version >= .v400 {
      kopf.nachrichtenID = ableitung.kennung(
        "nachricht", optionen.zeitpunkt.text, Nachrichtenbezug.self)
    }
    paket = try Paketschreiber(
      zielpfad, optionen.version, .aussonderung, kopf, ueberschreiben: optionen.ueberschreiben,
      komprimieren: optionen.komprimieren)
    let akten = try aktenordner(inhalt)
    let lose = inhalt.filter { $0.art == .datei && !istLiegengeblieben($0.name) }
    if !lose.isEmpty {
      let voll = wirklicherPfad(ordner) ?? ordner
      let titel = voll.split(separator: "/" as Character).last.map(String.init) ?? voll
      ergebnis.hinweise.append(
        (lose.count == 1
          ? "Eine Datei liegt direkt im Ordner; sie bildet"
          : "\(lose.count) Dateien liegen direkt im Ordner; sie bilden") + " die Akte „\(titel)“.")
      var akte = neueAkte(pfad: "", titel: titel)
      for d in lose { akte.dokumente.append(try dokument(d.name, d)) }
      try paket?.schriftgutobjekt(.akte(akte))
    }
    for a in akten {
      let fertig = try akte(a)
      try paket?.schriftgutobjekt(.akte(fertig))
    }
    guard ergebnis.akten > 0 else {
      throw XdomeaFehler.eingabe(
        "\(ordner) enthält keine Akten. Legen Sie je Akte einen Ordner an, darin je Vorgang einen "
          + "Ordner mit den Dateien.")
    }
    for (pfad, nummer) in tabelle.unbenutzte {
      ergebnis.hinweise.append(
        "\(Metadatentabelle.dateiname), Zeile \(nummer): „\(pfad)“ gibt es im Ordner nicht.")
    }
    if let fertig = paket.take() {
      let geschrieben = try fertig.beende()
      ergebnis.pfad = geschrieben.pfad
      ergebnis.nachrichtname = geschrieben.nachrichtname
      ergebnis.verluste = geschrieben.verluste
      if Nachrichtenname(dateiname: geschrieben.pfad) != name {
        ergebnis.hinweise.append(
          "Der Standard verlangt den Namen \(name.containername). Benennen Sie den Container vor der "
            + "Übergabe so.")
      }
    }
    return ergebnis
  }

  /// A target inside of the folder would pack itself.
  private func pruefeZielAusserhalb() throws {
    let zielordner = zielpfad.lastIndex(of: "/").map { String(zielpfad[...$0]) } ?? "."
    guard let innen = wirklicherPfad(zielordner), let aussen = wirklicherPfad(ordner) else {
      return
    }
    if innen == aussen || innen.hasPrefix(aussen == "/" ? "/" : aussen + "/") {
      throw XdomeaFehler.eingabe(
        "Das Ziel \(zielpfad) liegt im Ordner, der gepackt wird. Wählen Sie ein Ziel außerhalb.")
    }
  }

  private func aktenordner(_ inhalt: [Ordnereintrag]) throws -> [Ordnereintrag] {
    try geprueft(inhalt, in: "").filter { $0.art == .ordner }
  }

  /// The entries without leftovers; refuses links and devices, so that nothing is lost in silence.
  private func geprueft(_ inhalt: [Ordnereintrag], in pfad: String) throws -> [Ordnereintrag] {
    try inhalt.filter { e in
      let voll = verbunden(pfad, e.name)
      if istLiegengeblieben(e.name) {
        ergebnis.uebergangen.append(voll)
        return false
      }
      if e.name.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) {
        throw XdomeaFehler.datei(
          name: voll, grund: "Der Name enthält Steuerzeichen. Benennen Sie die Datei um.")
      }
      switch e.art {
      case .datei, .ordner: return true
      case .verknuepfung, .sonstige:
        throw XdomeaFehler.datei(
          name: voll,
          grund: "Verknüpfungen und Geräte werden nicht gepackt. Ersetzen Sie die Verknüpfung "
            + "durch die Datei selbst oder entfernen Sie sie.")
      }
    }
  }

  /// Hidden files and what desktop systems leave behind.
  private func istLiegengeblieben(_ name: String) -> Bool {
    name.hasPrefix(".") || ["Thumbs.db", "desktop.ini", "Desktop.ini"].contains(name)
      || name.hasPrefix("~$")
  }

  // MARK: Objects

  private func neueAkte(pfad: String, titel: String) -> Akte {
    ergebnis.akten += 1
    let zeile = tabelle.zeile(pfad)
    var akte = Akte(
      id: ableitung.objekt("akte", pfad), betreff: zeile?.betreff ?? titel,
      kennzeichen: (zeile?.kennzeichen).map { Kennzeichen($0) })
    akte.kontextobjekt = optionen.version >= .v400 ? false : nil
    akte.allgemeineMetadaten?.aktenplaneinheit = (zeile?.aktenplaneinheit).map {
      Aktenplanverweis(kennzeichen: $0)
    }
    akte.laufzeit = laufzeit(zeile)
    akte.zdADatum = zeile?.zda ?? optionen.zdADatum
    akte.zdA = akte.zdADatum.map { _ in true }
    let entscheidung = zeile?.aussonderungsart ?? .archivieren
    akte.aussonderungsmetadaten = Aussonderungsmetadaten(aussonderungsart: entscheidung)
    merkeEntscheidung(entscheidung, pfad)
    return akte
  }

  private func akte(_ e: Ordnereintrag) throws -> Akte {
    var akte = neueAkte(pfad: e.name, titel: e.name)
    for kind in try geprueft(try ordnerinhalt(voll(e.name)), in: e.name) {
      let pfad = verbunden(e.name, kind.name)
      if kind.art == .datei {
        akte.dokumente.append(try dokument(pfad, kind))
      } else {
        akte.vorgaenge.append(try vorgang(pfad, kind, stufe: 2, geerbt: akte.entscheidung))
      }
    }
    return akte
  }

  /// `geerbt` is the decision of the object above; a decision is inherited by what lies below.
  private func vorgang(
    _ pfad: String, _ e: Ordnereintrag, stufe: Int, geerbt: Aussonderungsart?
  ) throws -> Vorgang {
    guard stufe <= 16 else {
      throw XdomeaFehler.datei(
        name: pfad,
        grund: "Mehr als 16 Ordnerebenen werden nicht gepackt. Verflachen Sie den Ordner.")
    }
    ergebnis.vorgaenge += 1
    let zeile = tabelle.zeile(pfad)
    var vorgang = Vorgang(
      id: ableitung.objekt("vorgang", pfad), betreff: zeile?.betreff ?? e.name,
      kennzeichen: (zeile?.kennzeichen).map { Kennzeichen($0) })
    vorgang.kontextobjekt = optionen.version >= .v400 ? false : nil
    vorgang.allgemeineMetadaten?.aktenplaneinheit = (zeile?.aktenplaneinheit).map {
      Aktenplanverweis(kennzeichen: $0)
    }
    vorgang.laufzeit = laufzeit(zeile)
    vorgang.zdADatum = zeile?.zda
    vorgang.zdA = vorgang.zdADatum.map { _ in true }
    let entscheidung = zeile?.aussonderungsart ?? geerbt
    vorgang.aussonderungsmetadaten = Aussonderungsmetadaten(aussonderungsart: entscheidung)
    merkeEntscheidung(entscheidung, pfad)
    for kind in try geprueft(try ordnerinhalt(voll(pfad)), in: pfad) {
      let kindpfad = verbunden(pfad, kind.name)
      if kind.art == .datei {
        vorgang.dokumente.append(try dokument(kindpfad, kind))
      } else {
        vorgang.teilvorgaenge.append(
          try self.vorgang(kindpfad, kind, stufe: stufe + 1, geerbt: entscheidung))
      }
    }
    return vorgang
  }

  private func dokument(_ pfad: String, _ e: Ordnereintrag) throws -> Dokument {
    let dateiname = Primaerdateiname.bilden(ableitung.objekt("datei", pfad), original: e.name)
    guard let geschrieben = try paket?.datei(dateiname, pfad: voll(pfad)) else {
      throw XdomeaFehler.datei(name: pfad, grund: "Der Container ist schon geschlossen.")
    }
    ergebnis.dokumente += 1
    ergebnis.bytes += geschrieben.groesse
    optionen.fortschritt?(pfad, ergebnis.dokumente, ergebnis.bytes)
    let endung = Primaerdateiname.endung(e.name)
    let titel =
      endung.isEmpty ? e.name : String(e.name.dropLast(endung.count + 1))
    let zeile = tabelle.zeile(pfad)
    if let zeile, zeile.hatAktenangaben {
      ergebnis.hinweise.append(
        "\(Metadatentabelle.dateiname), Zeile \(zeile.nummer): Bei einer Datei gelten nur Betreff "
          + "und Kennzeichen.")
    }
    var primaer = geschrieben.primaerdokument
    primaer.dateinameOriginal = e.name
    if optionen.version >= .v400, let z = Zeitpunkt(unixMillisekunden: e.geaendert * 1000),
      !z.istSpaeter(als: optionen.zeitpunkt)
    {
      primaer.zeitpunktLetzteAenderung = z
    }
    let format = Dateiformate.code(endung: endung)
    var dokument = Dokument(
      Identifikation(ableitung.objekt("dokument", pfad)),
      versionen: [
        Version(
          nummer: "1",
          formate: [
            Format(
              name: .dateiformat(format.code),
              sonstigerName: format.code == "100" ? (endung.isEmpty ? "unbekannt" : endung) : nil,
              primaerdokument: primaer)
          ])
      ])
    dokument.allgemeineMetadaten = AllgemeineMetadaten(
      betreff: zeile?.betreff ?? titel,
      kennzeichen: (zeile?.kennzeichen).map { Kennzeichen($0) }, medium: .mediumElektronisch)
    return dokument
  }

  /// A transfer carries what the archive takes over; anything else is worth a word.
  private func merkeEntscheidung(_ art: Aussonderungsart?, _ pfad: String) {
    guard let kurz = art?.kurz, kurz == "V" || kurz == "B" else { return }
    ergebnis.hinweise.append(
      "„\(pfad)“ ist mit \(kurz) gekennzeichnet. Eine Übergabe (0503) enthält nur, was das Archiv "
        + "übernimmt (A).")
  }

  private func laufzeit(_ zeile: Metadatentabelle.Zeile?) -> Zeitraum? {
    guard let zeile, zeile.beginn != nil || zeile.ende != nil else { return nil }
    return Zeitraum(beginn: zeile.beginn, ende: zeile.ende)
  }

  private func voll(_ pfad: String) -> String { verbunden(ordner, pfad) }

  private func verbunden(_ a: String, _ b: String) -> String { a.isEmpty ? b : a + "/" + b }
}

extension Akte {
  fileprivate var entscheidung: Aussonderungsart? { aussonderungsmetadaten?.aussonderungsart }
}
