// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Behaelter
internal import Pruefung
internal import XMLStrom

/// Checks DIMAG packages: the bag by ``Bagpruefer``, then the DIMAG files against it.
///
/// It only reads. The xdomea message in `data/` is checked by the library `Xdomea`: `data/` is a folder
/// with a message and its files. Memory: some hundred bytes per file, and the two DIMAG files.
public struct Dimagpruefer: Sendable {
  /// The check of the bag; its severity and limits hold for the DIMAG files, too.
  public var bagpruefer: Bagpruefer

  /// A checker.
  public init(_ bagpruefer: Bagpruefer = Bagpruefer()) { self.bagpruefer = bagpruefer }

  /// Checks the package at `pfad`.
  ///
  /// - Parameter pfad: A folder, a ZIP or a TAR.
  /// - Returns: The findings and the verdict; a faulty package is no error.
  /// - Throws: ``UebergabeFehler/nichtLesbar(pfad:grund:)`` if nothing can be opened there.
  public func pruefe(_ pfad: String) throws(UebergabeFehler) -> Bagergebnis {
    var ergebnis = try bagpruefer.pruefe(pfad)
    ergebnis.bericht.art = "dimag"
    guard let leser = try? Bagleser(pfad: pfad, grenzen: bagpruefer.grenzen) else {
      return ergebnis  // the bag's findings say why
    }
    var gang = Dimaggang(leser)
    gang.pruefe()
    for befund in gang.befunde { ergebnis.bericht.melde(befund) }
    if !gang.befunde.isEmpty { ergebnis.urteil = .ungueltig }
    ergebnis.bericht.angaben.append(("Titel", gang.titel ?? "–"))
    return ergebnis
  }
}

/// One check of the DIMAG files.
private struct Dimaggang {
  private static let steuerdatei = "dimag/control.xml"
  private static let protokolldatei = "dimag/protocol.xml"

  private let leser: Bagleser
  private(set) var befunde: [Befund] = []
  private(set) var titel: String?
  private var kennung: String?
  /// The files that `control.xml` names, by their path in the bag.
  private var genannt: [Bagpfad: Int] = [:]
  private var vorsatz: String?
  private var nachrichten = 0

  init(_ leser: Bagleser) { self.leser = leser }

  private mutating func melde(_ id: String, _ text: String, _ datei: String, _ zeile: Int? = nil) {
    befunde.append(Befund(Dimagregeln[id], text, ort: Ort(datei: datei, zeile: zeile)))
  }

  mutating func pruefe() {
    if let baum = lies(Self.steuerdatei, "DIMAG-STEUERDATEI-FEHLT") { pruefeSteuerdatei(baum) }
    if let baum = lies(Self.protokolldatei, "DIMAG-PROTOKOLL-FEHLT") { pruefeProtokoll(baum) }
    for name in ["manifest-sha512.txt", "tagmanifest-sha512.txt"]
    where !leser.tagdateien.contains(where: { $0.pfad == Bagpfad(name) }) {
      melde("DIMAG-SHA512", "Die Datei \(name) fehlt.", name)
    }
  }

  private mutating func lies(_ name: String, _ regel: String) -> Dimagbaum.Element? {
    do {
      guard let bytes = try leser.jedeTagdatei(name) else {
        melde(regel, "Die Datei fehlt.", name)
        return nil
      }
      return try Dimagbaum(bytes, name: name).wurzel
    } catch {
      melde("DIMAG-XML", "Die Datei ist nicht lesbar: \(error)", name)
      return nil
    }
  }

  // MARK: control.xml

  private mutating func pruefeSteuerdatei(_ wurzel: Dimagbaum.Element) {
    let datei = Self.steuerdatei
    guard wurzel.name == "verzeichnungseinheit" else {
      melde("DIMAG-AUFBAU", "Das Wurzelelement heißt »\(wurzel.name.sichtbar)«.", datei)
      return
    }
    if wurzel.kinder.map(\.name) != ["rootid", "verz-obj"] {
      melde("DIMAG-AUFBAU", "Erwartet werden rootid und ein verz-obj.", datei, wurzel.zeile)
    }
    if (wurzel.wert("rootid") ?? "").isEmpty {
      melde("DIMAG-ROOTID", "Die rootid ist leer.", datei, wurzel.kinder.first?.zeile)
    }
    for objekt in wurzel.kinder where objekt.name == "verz-obj" {
      titel = titel ?? objekt.wert("titel")
      pruefeObjekt(objekt, erlaubt: ["O"])
    }
    for eintrag in leser.nutzlast where genannt[eintrag.pfad] == nil {
      melde(
        "DIMAG-DATEI-UNGENANNT", "control.xml nennt die Datei nicht.", eintrag.pfad.text)
    }
    if nachrichten != 1 {
      melde(
        "DIMAG-NACHRICHT",
        "Genannt \(nachrichten == 0 ? "ist keine XML-Datei" : "sind \(nachrichten) XML-Dateien mit dem Namen einer Nachricht").",
        datei)
    }
  }

  private mutating func pruefeObjekt(_ objekt: Dimagbaum.Element, erlaubt: Set<String>) {
    let datei = Self.steuerdatei
    let typ = objekt.wert("typ") ?? ""
    guard erlaubt.contains(typ) else {
      melde(
        "DIMAG-AUFBAU",
        "Der Typ »\(typ.sichtbar)« steht, wo \(erlaubt.sorted().joined(separator: " oder ")) erwartet wird.",
        datei, objekt.zeile)
      return
    }
    let istDatei = typ == "F" || typ == "D"
    var soll = ["aid", "entstehungs-zeitraum", "dateiname", "titel", "typ"]
    if typ == "O" { soll.insert("alternate-id", at: 1) }
    if istDatei { soll.insert("sftp-dateiname", at: 2) }
    let ist = objekt.kinder.map(\.name).filter { $0 != "verz-obj" }
    if ist != soll || objekt.kinder.prefix(ist.count).contains(where: { $0.name == "verz-obj" }) {
      melde(
        "DIMAG-AUFBAU",
        "Die Elemente lauten \(ist.joined(separator: ", ").sichtbar) statt \(soll.joined(separator: ", ")).",
        datei, objekt.zeile)
    }
    if (objekt.wert("titel") ?? "").isEmpty {
      melde("DIMAG-TITEL", "Der Titel ist leer.", datei, objekt.zeile)
    }
    pruefeZeitraum(objekt.wert("entstehungs-zeitraum") ?? "", typ, objekt.zeile)
    if typ == "O" { pruefeKennung(objekt) }
    if istDatei { pruefeDatei(objekt, typ) }
    let darunter: Set<String> = typ == "O" ? ["R"] : typ == "R" ? ["F", "D"] : []
    for kind in objekt.kinder where kind.name == "verz-obj" {
      pruefeObjekt(kind, erlaubt: darunter)
    }
    if typ == "O" || typ == "R", !objekt.kinder.contains(where: { $0.name == "verz-obj" }) {
      melde("DIMAG-AUFBAU", "In dem Objekt vom Typ \(typ) liegt nichts.", datei, objekt.zeile)
    }
  }

  private mutating func pruefeKennung(_ objekt: Dimagbaum.Element) {
    kennung = objekt.wert("alternate-id")
    if kennung.flatMap({ ObjektID($0) }) == nil {
      melde(
        "DIMAG-KENNUNG", "»\((kennung ?? "").sichtbar)« ist keine UUID.", Self.steuerdatei,
        objekt.zeile)
    }
  }

  private mutating func pruefeZeitraum(_ text: String, _ typ: String, _ zeile: Int) {
    let woerter = text.split(separator: " " as Character, omittingEmptySubsequences: false)
    let gut: Bool
    if typ != "O" {
      gut = text.isEmpty
    } else if woerter.count == 4, woerter[0] == "Von", woerter[2] == "bis",
      let a = Kalendertag(woerter[1]), let b = Kalendertag(woerter[3])
    {
      gut = a <= b
    } else if woerter.count == 2, ["Von", "Bis"].contains(woerter[0]) {
      gut = Kalendertag(woerter[1]) != nil
    } else {
      gut = text == "Unbekannt"
    }
    if !gut {
      melde("DIMAG-ZEITRAUM", "Angegeben ist »\(text.sichtbar)«.", Self.steuerdatei, zeile)
    }
  }

  private mutating func pruefeDatei(_ objekt: Dimagbaum.Element, _ typ: String) {
    let datei = Self.steuerdatei
    if (objekt.wert("dateiname") ?? "").isEmpty {
      melde("DIMAG-DATEINAME", "Der Dateiname ist leer.", datei, objekt.zeile)
    }
    let pfad = objekt.wert("sftp-dateiname") ?? ""
    let teile = pfad.split(separator: "/" as Character, omittingEmptySubsequences: false)
    guard teile.count >= 3, teile[teile.count - 2] == "data", let name = teile.last, !name.isEmpty,
      Pfadgefahr(pfad) == nil
    else {
      melde(
        "DIMAG-PFAD", "»\(pfad.sichtbar)« führt nicht in einen Ordner data.", datei, objekt.zeile)
      return
    }
    let vorne = teile.dropLast(2).joined(separator: "/")
    if let vorsatz, vorsatz != vorne {
      melde(
        "DIMAG-PFAD", "»\(pfad.sichtbar)« führt in ein anderes Paket als »\(vorsatz.sichtbar)«.",
        datei, objekt.zeile)
    }
    vorsatz = vorsatz ?? vorne
    let ziel = Bagpfad("data/" + name)
    if genannt.updateValue(objekt.zeile, forKey: ziel) != nil {
      melde(
        "DIMAG-DATEI-DOPPELT", "»\(String(name).sichtbar)« ist mehrfach genannt.", datei,
        objekt.zeile)
    } else if !leser.nutzlast.enthaelt(ziel) {
      melde("DIMAG-DATEI-FEHLT", "Die Datei »\(String(name).sichtbar)« fehlt.", ziel.text)
    }
    if typ == "F", istNachricht(String(name)) { nachrichten += 1 }
  }

  /// Names of messages end in the number of their kind, or in that and a number of their own.
  private func istNachricht(_ name: String) -> Bool {
    guard name.lowercased().hasSuffix(".xml") else { return false }
    return name.dropLast(4).split(whereSeparator: { $0 == "." || $0 == "_" }).suffix(2)
      .contains("0503")
  }

  // MARK: protocol.xml

  private mutating func pruefeProtokoll(_ wurzel: Dimagbaum.Element) {
    let datei = Self.protokolldatei
    guard wurzel.name == "protokollierung", wurzel.kinder.map(\.name) == ["protokollobjekt"],
      let objekt = wurzel.kinder.first
    else {
      melde("DIMAG-AUFBAU", "Erwartet wird protokollierung mit einem protokollobjekt.", datei)
      return
    }
    if objekt.kinder.first?.name != "parent-alternate-id"
      || objekt.kinder.dropFirst().contains(where: { $0.name != "eintrag" })
    {
      melde(
        "DIMAG-AUFBAU", "Erwartet werden parent-alternate-id und Einträge.", datei, objekt.zeile)
    }
    let bezug = objekt.wert("parent-alternate-id")
    if let kennung, bezug != kennung {
      melde(
        "DIMAG-PROTOKOLLBEZUG",
        "Das Protokoll nennt »\((bezug ?? "").sichtbar)«, control.xml »\(kennung.sichtbar)«.",
        datei,
        objekt.kinder.first?.zeile)
    }
    var zuletzt = ""
    let soll = ["prozess-ende", "prozess-ausfuehrender", "prozess", "bezug", "naehere-angaben"]
    for eintrag in objekt.kinder where eintrag.name == "eintrag" {
      if eintrag.kinder.map(\.name) != soll {
        melde(
          "DIMAG-AUFBAU", "Ein Eintrag besteht aus \(soll.joined(separator: ", ")).", datei,
          eintrag.zeile)
      }
      let zeit = eintrag.wert("prozess-ende") ?? ""
      if zeit.utf8.count != 19
        || Zeitpunkt(zeit.replacing(" ", with: "T", maxReplacements: 1)) == nil
      {
        melde("DIMAG-ZEIT", "»\(zeit.sichtbar)« ist keine Zeit.", datei, eintrag.zeile)
      } else if zeit < zuletzt {
        melde(
          "DIMAG-ZEIT", "»\(zeit)« liegt vor dem Eintrag davor (»\(zuletzt)«).", datei,
          eintrag.zeile)
      }
      zuletzt = max(zuletzt, zeit)
    }
  }
}

extension [Bagdatei] {
  /// Whether the sorted list has a file.
  fileprivate func enthaelt(_ pfad: Bagpfad) -> Bool {
    var unten = 0
    var oben = count
    while unten < oben {
      let mitte = (unten + oben) / 2
      if self[mitte].pfad < pfad { unten = mitte + 1 } else { oben = mitte }
    }
    return unten < count && self[unten].pfad == pfad
  }
}

extension Bagleser {
  /// The content of a tag file, also in a TAR.
  fileprivate func jedeTagdatei(_ name: String) throws -> [UInt8]? {
    guard let datei = tagdateien.first(where: { $0.pfad == Bagpfad(name) }) else { return nil }
    // Two XML files: more than this is no DIMAG file.
    guard datei.groesse <= 256 << 20 else {
      throw UebergabeFehler.nichtLesbar(pfad: name, grund: "sie ist größer als 256 MiB")
    }
    if let bytes = try? tagdatei(name) { return bytes }
    var bytes: [UInt8] = []
    try jederBlock { d, block in if d.pfad == datei.pfad { bytes += block } }
    return bytes
  }
}
