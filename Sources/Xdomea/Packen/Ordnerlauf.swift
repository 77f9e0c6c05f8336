// SPDX-License-Identifier: Apache-2.0
package import Akte

/// Walks over a folder of files and tells it as Akten: the folders of the first level are Akten, those
/// of the second Vorgänge, folders below Teilvorgänge, files Dokumente; `metadaten.csv` says more.
///
/// Each file goes to one sink, each finished Akte to another; only one Akte is in memory at a time.
/// The same folder and table give the same ids. Used for packing a 0503 and for bringing a folder
/// into the store.
package final class Ordnerlauf {
  /// What the walk is for: what the Akten say beyond the folder, and how messages put it.
  package struct Vorgaben {
    /// What happens to a file, for messages: `gepackt` or `übernommen`.
    package var zweck = "gepackt"
    /// The day all Akten were closed, where the table names no other; nil says nothing of it.
    package var zdADatum: Kalendertag?
    /// The decision where the table names none; what lies below inherits it.
    package var aussonderungsart: Aussonderungsart?
    /// Whether the objects are only sent for context (from 4.0); nil says nothing of it.
    package var kontextobjekt: Bool?
    /// Files tell when they were last changed, if that is not later than this; nil says nothing of it.
    package var geaendertBis: Zeitpunkt?

    /// Nothing is known beyond the folder.
    package init() {}
  }

  /// A file on its way to the sink.
  package struct Datei {
    /// The path below the folder.
    package let pfad: String
    /// The path to open.
    package let ort: String
    /// The name that a container gives it.
    package let dateiname: String
    /// The id of the Dokument it becomes.
    package let dokument: ObjektID
    /// Its size in bytes.
    package let groesse: Int64
  }

  /// What the walk found so far.
  package struct Stand {
    /// Number of Akten.
    package var akten = 0
    /// Number of Vorgänge and Teilvorgänge.
    package var vorgaenge = 0
    /// Number of Dokumente, which is the number of files.
    package var dokumente = 0
    /// Bytes of the files.
    package var bytes: Int64 = 0
    /// Files that were left out on purpose: hidden ones and leftovers of desktop systems.
    package var uebergangen: [String] = []
    /// What the user should know.
    package var hinweise: [String] = []
  }

  /// Takes a file, and says how a message refers to it and how many bytes it has; nil leaves the
  /// Dokument out.
  package typealias Dateisenke = (Datei) throws -> (verweis: Primaerdokument, groesse: Int64)?

  /// The folder, without `/` at its end.
  package let ordner: String
  /// What the walk found so far.
  package private(set) var stand = Stand()
  /// Called for an object with its decision, where one is known.
  package var entscheidung: ((_ art: Aussonderungsart, _ pfad: String) -> String?)?
  /// Called for an entry that cannot be taken; what it throws ends the walk, else the entry is left
  /// out. nil ends the walk.
  package var mangel: ((_ pfad: String, _ fehler: XdomeaFehler) throws -> Void)?

  private let vorgaben: Vorgaben
  private let ableitung: Namensableitung
  private var tabelle = Metadatentabelle()
  private var dateisenke: Dateisenke = { _ in nil }

  /// A walk over `ordner`; reads its table.
  ///
  /// - Throws: ``XdomeaFehler`` if there is no such folder or the table cannot be used.
  package init(_ ordner: String, _ vorgaben: Vorgaben, _ ableitung: Namensableitung) throws {
    guard dateiart(ordner) == .ordner else {
      throw XdomeaFehler.datei(
        name: ordner,
        grund: dateiart(ordner) == nil
          ? "nicht gefunden. Prüfen Sie den Pfad."
          : "Das ist kein Ordner. Geben Sie den Ordner mit den Akten an.")
    }
    self.ordner = ordner.count > 1 && ordner.hasSuffix("/") ? String(ordner.dropLast()) : ordner
    self.vorgaben = vorgaben
    self.ableitung = ableitung
    if dateiart(self.ordner + "/" + Metadatentabelle.dateiname) == .datei {
      tabelle = try Metadatentabelle(datei: self.ordner + "/" + Metadatentabelle.dateiname)
    }
  }

  /// Walks: `dateisenke` takes each file, `aktensenke` each Akte after its files.
  ///
  /// - Throws: ``XdomeaFehler`` if the folder holds no Akten or an entry cannot be taken, and what the
  ///   sinks throw.
  package func laufe(
    dateisenke: @escaping Dateisenke, aktensenke: (Akte) throws -> Void
  ) throws {
    self.dateisenke = dateisenke
    defer { self.dateisenke = { _ in nil } }
    let inhalt = try ordnerinhalt(ordner).filter { $0.name != Metadatentabelle.dateiname }
    let geprueft = try geprueft(inhalt, in: "")
    let lose = geprueft.filter { $0.art == .datei }
    if !lose.isEmpty {
      let voll = wirklicherPfad(ordner) ?? ordner
      let titel = voll.split(separator: "/" as Character).last.map(String.init) ?? voll
      stand.hinweise.append(
        (lose.count == 1
          ? "Eine Datei liegt direkt im Ordner; sie bildet"
          : "\(lose.count) Dateien liegen direkt im Ordner; sie bilden") + " die Akte „\(titel)“.")
      var akte = neueAkte(pfad: "", titel: titel)
      for d in lose { if let d = try dokument(d.name, d) { akte.dokumente.append(d) } }
      try aktensenke(akte)
    }
    for a in geprueft where a.art == .ordner { try aktensenke(try akte(a)) }
    guard stand.akten > 0 else {
      throw XdomeaFehler.eingabe(
        "\(ordner) enthält keine Akten. Legen Sie je Akte einen Ordner an, darin je Vorgang einen "
          + "Ordner mit den Dateien.")
    }
    for (pfad, nummer) in tabelle.unbenutzte {
      stand.hinweise.append(
        "\(Metadatentabelle.dateiname), Zeile \(nummer): „\(pfad)“ gibt es im Ordner nicht.")
    }
  }

  /// What a folder below holds; one that cannot be read is a defect.
  private func inhalt(_ pfad: String) throws -> [Ordnereintrag] {
    let alles: [Ordnereintrag]
    do {
      alles = try ordnerinhalt(voll(pfad))
    } catch let fehler as XdomeaFehler {
      guard let mangel else { throw fehler }
      try mangel(pfad, fehler)
      return []
    }
    return try geprueft(alles, in: pfad)
  }

  /// The entries without leftovers; links and devices are a defect, so that nothing is lost in silence.
  private func geprueft(_ inhalt: [Ordnereintrag], in pfad: String) throws -> [Ordnereintrag] {
    try inhalt.filter { e in
      let voll = verbunden(pfad, e.name)
      if istLiegengeblieben(e.name) {
        stand.uebergangen.append(voll)
        return false
      }
      if e.name.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) {
        try melde(
          voll, "Der Name enthält Steuerzeichen. Benennen Sie die Datei um.")
        return false
      }
      switch e.art {
      case .datei, .ordner: return true
      case .verknuepfung, .sonstige:
        try melde(
          voll,
          "Verknüpfungen und Geräte werden nicht \(vorgaben.zweck). Ersetzen Sie die Verknüpfung "
            + "durch die Datei selbst oder entfernen Sie sie.")
        return false
      }
    }
  }

  private func melde(_ pfad: String, _ grund: String) throws {
    let fehler = XdomeaFehler.datei(name: pfad, grund: grund)
    guard let mangel else { throw fehler }
    try mangel(pfad, fehler)
  }

  /// Hidden files and what desktop systems leave behind.
  private func istLiegengeblieben(_ name: String) -> Bool {
    name.hasPrefix(".") || ["Thumbs.db", "desktop.ini", "Desktop.ini"].contains(name)
      || name.hasPrefix("~$")
  }

  // MARK: Objects

  private func neueAkte(pfad: String, titel: String) -> Akte {
    stand.akten += 1
    let zeile = tabelle.zeile(pfad)
    var akte = Akte(
      id: ableitung.objekt("akte", pfad), betreff: zeile?.betreff ?? titel,
      kennzeichen: (zeile?.kennzeichen).map { Kennzeichen($0) })
    akte.kontextobjekt = vorgaben.kontextobjekt
    akte.allgemeineMetadaten?.aktenplaneinheit = (zeile?.aktenplaneinheit).map {
      Aktenplanverweis(kennzeichen: $0)
    }
    akte.laufzeit = laufzeit(zeile)
    akte.zdADatum = zeile?.zda ?? vorgaben.zdADatum
    akte.zdA = akte.zdADatum.map { _ in true }
    let entscheidung = zeile?.aussonderungsart ?? vorgaben.aussonderungsart
    akte.aussonderungsmetadaten = metadaten(entscheidung)
    merkeEntscheidung(entscheidung, pfad)
    return akte
  }

  private func akte(_ e: Ordnereintrag) throws -> Akte {
    var akte = neueAkte(pfad: e.name, titel: e.name)
    for kind in try inhalt(e.name) {
      let pfad = verbunden(e.name, kind.name)
      if kind.art == .datei {
        if let d = try dokument(pfad, kind) { akte.dokumente.append(d) }
      } else if let v = try vorgang(
        pfad, kind, stufe: 2, geerbt: akte.aussonderungsmetadaten?.aussonderungsart)
      {
        akte.vorgaenge.append(v)
      }
    }
    return akte
  }

  /// `geerbt` is the decision of the object above; a decision is inherited by what lies below.
  private func vorgang(
    _ pfad: String, _ e: Ordnereintrag, stufe: Int, geerbt: Aussonderungsart?
  ) throws -> Vorgang? {
    guard stufe <= 16 else {
      try melde(
        pfad,
        "Mehr als 16 Ordnerebenen werden nicht \(vorgaben.zweck). Verflachen Sie den Ordner.")
      return nil
    }
    stand.vorgaenge += 1
    let zeile = tabelle.zeile(pfad)
    var vorgang = Vorgang(
      id: ableitung.objekt("vorgang", pfad), betreff: zeile?.betreff ?? e.name,
      kennzeichen: (zeile?.kennzeichen).map { Kennzeichen($0) })
    vorgang.kontextobjekt = vorgaben.kontextobjekt
    vorgang.allgemeineMetadaten?.aktenplaneinheit = (zeile?.aktenplaneinheit).map {
      Aktenplanverweis(kennzeichen: $0)
    }
    vorgang.laufzeit = laufzeit(zeile)
    vorgang.zdADatum = zeile?.zda
    vorgang.zdA = vorgang.zdADatum.map { _ in true }
    let entscheidung = zeile?.aussonderungsart ?? geerbt
    vorgang.aussonderungsmetadaten = metadaten(entscheidung)
    merkeEntscheidung(entscheidung, pfad)
    for kind in try inhalt(pfad) {
      let kindpfad = verbunden(pfad, kind.name)
      if kind.art == .datei {
        if let d = try dokument(kindpfad, kind) { vorgang.dokumente.append(d) }
      } else if let teil = try self.vorgang(
        kindpfad, kind, stufe: stufe + 1, geerbt: entscheidung)
      {
        vorgang.teilvorgaenge.append(teil)
      }
    }
    return vorgang
  }

  private func dokument(_ pfad: String, _ e: Ordnereintrag) throws -> Dokument? {
    let dateiname = Primaerdateiname.bilden(ableitung.objekt("datei", pfad), original: e.name)
    let id = ableitung.objekt("dokument", pfad)
    let zeile = tabelle.zeile(pfad)
    guard
      let (verweis, groesse) = try dateisenke(
        Datei(
          pfad: pfad, ort: voll(pfad), dateiname: dateiname, dokument: id, groesse: e.groesse))
    else { return nil }
    stand.dokumente += 1
    stand.bytes += groesse
    let endung = Primaerdateiname.endung(e.name)
    let titel =
      endung.isEmpty ? e.name : String(e.name.dropLast(endung.count + 1))
    if let zeile, zeile.hatAktenangaben {
      stand.hinweise.append(
        "\(Metadatentabelle.dateiname), Zeile \(zeile.nummer): Bei einer Datei gelten nur Betreff "
          + "und Kennzeichen.")
    }
    var primaer = verweis
    primaer.dateinameOriginal = e.name
    if let bis = vorgaben.geaendertBis, let z = Zeitpunkt(unixMillisekunden: e.geaendert * 1000),
      !z.istSpaeter(als: bis)
    {
      primaer.zeitpunktLetzteAenderung = z
    }
    let format = Dateiformate.code(endung: endung)
    var dokument = Dokument(
      Identifikation(id),
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

  private func metadaten(_ art: Aussonderungsart?) -> Aussonderungsmetadaten? {
    art.map { Aussonderungsmetadaten(aussonderungsart: $0) }
  }

  private func merkeEntscheidung(_ art: Aussonderungsart?, _ pfad: String) {
    guard let art, let hinweis = entscheidung?(art, pfad) else { return }
    stand.hinweise.append(hinweis)
  }

  private func laufzeit(_ zeile: Metadatentabelle.Zeile?) -> Zeitraum? {
    guard let zeile, zeile.beginn != nil || zeile.ende != nil else { return nil }
    return Zeitraum(beginn: zeile.beginn, ende: zeile.ende)
  }

  private func voll(_ pfad: String) -> String { verbunden(ordner, pfad) }

  private func verbunden(_ a: String, _ b: String) -> String { a.isEmpty ? b : a + "/" + b }
}
