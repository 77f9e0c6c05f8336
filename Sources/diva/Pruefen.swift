// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Foundation
internal import Pruefung
internal import Uebergabe
internal import Xdomea

/// `diva pruefen`: one report per file or package, and one for each process with several messages.
struct Pruefen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pruefen",
    abstract: "Prüft eine Übergabe und nennt, was nicht stimmt.",
    discussion: """
      Geprüft wird, ob alles vollständig, unverändert und nach den Regeln von xdomea aufgebaut ist. \
      Jeder Befund nennt Regel, Ort und Abhilfe. Gehören mehrere Nachrichten zum selben Prozess, dann \
      wird auch geprüft, ob sie zusammenpassen: ob jedes Objekt bewertet ist, ob alles Archivwürdige \
      übergeben und jede Übergabe bestätigt ist. Die Reihenfolge der Dateien ist gleich.

      Geprüft werden auch Pakete für das Archiv: BagIt-Pakete (Versionen 0.93 bis 1.0), Pakete für \
      DIMAG und SIP nach E-ARK (2.1.0 und 2.2.0), als Ordner, ZIP oder TAR, und ganze Lieferungen, die \
      »diva uebergeben« gebildet hat. Jede Prüfsumme wird nachgerechnet; nichts wird ausgepackt, \
      nachgeladen oder verändert. In einem Ordner wird auch die Nachricht des Pakets geprüft.

      Das Programm endet mit 0, wenn kein Fehler gefunden wurde, mit 2 bei Fehlern und mit 1, wenn \
      etwas nicht geprüft werden konnte.
      """)

  @Argument(
    help: ArgumentHelp(
      "Container (ZIP), einzelne Nachricht (XML), Ordner eines ausgepackten Containers oder Paket für "
        + "das Archiv (Ordner, ZIP, TAR).",
      valueName: "DATEI"))
  var dateien: [String]

  @OptionGroup var wahl: Schemawahl

  @Flag(help: "Die Nachricht nicht mit den Schemadateien vergleichen.")
  var ohneSchema = false

  @Option(
    help: ArgumentHelp(
      "Zusätzlich einen Bericht als HTML-Seite schreiben.", valueName: "DATEI.html"))
  var bericht: String?

  @Option(
    help: ArgumentHelp(
      "Tag, an dem Fristen geprüft werden (sonst der heutige).", valueName: "TT.MM.JJJJ"))
  var am: Kalendertag?

  @Option(
    help: ArgumentHelp(
      "Liste von UUIDs, je Zeile eine: Prüft, ob diese Objekte gelöscht werden dürfen.",
      valueName: "DATEI"))
  var loeschliste: String?

  @Flag(
    help: ArgumentHelp(
      "Bei Paketen Formfehler hinnehmen, die den Inhalt unberührt lassen, und Dateien finden, deren "
        + "Namen ein anderes Programm auf seine Art schreibt."))
  var tolerant = false

  @Option(
    help: ArgumentHelp(
      "SIP nach E-ARK nach dieser Fassung prüfen (sonst nach der, die das Paket nennt).",
      valueName: "FASSUNG"))
  var earkVersion: Earkversion?

  @Flag(help: "Je Datei und je Prozess eine Zeile JSON ausgeben.")
  var json = false

  func validate() throws {
    if ohneSchema, wahl.schemata != nil {
      throw ValidationError("»--schemata« und »--ohne-schema« schließen einander aus.")
    }
  }

  func run() throws {
    let fortschritt = Fortschritt()
    var pruefer = Pruefer(
      schemata: ohneSchema ? nil : try wahl.gewaehlt(), heute: am ?? Uhr.heute)
    pruefer.fortschritt = { was, bytes, gesamt in
      fortschritt.zeige("Prüfe \(bytes.alsGroesse) von \(gesamt.alsGroesse): \(was)")
    }
    var pruefung = Prozesspruefung(pruefer)
    if let loeschliste { pruefung.loeschungen = try Loeschliste.lies(loeschliste) }
    var stand = Stand()
    var nachrichten: [String] = []
    for datei in dateien {
      if let art = Paketart(erkanntIn: datei) {
        try pruefePaket(datei, art, pruefer, &stand)
      } else {
        nachrichten.append(datei)
      }
    }
    if !nachrichten.isEmpty || loeschliste != nil {
      try pruefung.pruefe(nachrichten) { ergebnis in
        fortschritt.ende()
        switch ergebnis {
        case .nachricht(_, let b), .prozess(let b): try zeige(b, &stand)
        case .nichtPruefbar(let datei, let fehler):
          stand.gescheitert = true
          try melde(fehler, datei)
        }
      }
    }
    if let bericht {
      let html = HTMLBericht.html(
        stand.berichte, titel: "Prüfbericht", erstellt: Uhr.anzeige,
        regeln: Regelwerk.alle + Bagregeln.alle + Dimagregeln.alle + Earkregeln.alle
          + Lieferungsregeln.alle)
      try Ablage.schreibe(html, nach: bericht)
    }
    if stand.gescheitert { throw ExitCode.failure }
    if stand.berichte.contains(where: { !$0.gueltig }) { throw ExitCode(2) }
  }

  /// What was checked so far.
  private struct Stand {
    var berichte: [Pruefbericht] = []
    var gescheitert = false
  }

  private func zeige(_ b: Pruefbericht, _ stand: inout Stand) throws {
    if json {
      try Ausgabe.zeile(b.jsonZeile())
    } else {
      if !stand.berichte.isEmpty { try Ausgabe.zeile() }
      try Ausgabe.text(b.text(farbe: Ausgabe.farbig))
    }
    stand.berichte.append(b)
  }

  /// Checks a package for the archive; what it cannot judge counts as not checked.
  private func pruefePaket(
    _ datei: String, _ art: Paketart, _ pruefer: Pruefer, _ stand: inout Stand
  ) throws {
    let strenge: Bagpruefer.Strenge = tolerant ? .tolerant : .streng
    let bagpruefer = Bagpruefer(strenge, werkzeug: Werkzeug.kennung)
    let earkpruefer = Earkpruefer(
      strenge, version: earkVersion, jetzt: Uhr.jetzt, werkzeug: Werkzeug.kennung)
    func nimm(_ ergebnis: Paketergebnis) throws {
      try zeige(ergebnis.bericht, &stand)
      if ergebnis.urteil == .nichtPruefbar { stand.gescheitert = true }
      try pruefeNachricht(in: ergebnis.bericht.datei, pruefer, &stand)
    }
    do {
      switch art {
      case .bag: try nimm(Paketergebnis(try bagpruefer.pruefe(datei)))
      case .dimag: try nimm(Paketergebnis(try Dimagpruefer(bagpruefer).pruefe(datei)))
      case .eark: try nimm(Paketergebnis(try earkpruefer.pruefe(datei)))
      case .lieferung:
        let lieferung = Lieferungspruefer(bagpruefer, earkpruefer)
        try zeige(try lieferung.pruefe(datei) { try nimm($0) }, &stand)
      }
    } catch let fehler as UebergabeFehler {
      stand.gescheitert = true
      try melde(fehler, datei)
    }
  }

  /// Checks the xdomea message in the folder of a package, if it has one: in a bag its files lie beside
  /// it, in a SIP it stands for itself among the descriptive metadata.
  private func pruefeNachricht(
    in paket: String, _ pruefer: Pruefer, _ stand: inout Stand
  ) throws {
    var orte: [String] = []
    if let p = try? Nachrichtenpaket(pfad: paket + "/data"), p.art == .ordner, p.nachricht != nil {
      orte = [paket + "/data"]
    }
    let beschreibung = paket + "/metadata/descriptive"
    let namen = (try? FileManager.default.contentsOfDirectory(atPath: beschreibung)) ?? []
    for name in namen.sorted() where name.hasSuffix(".xml") {
      guard let typ = Nachrichtenname(dateiname: name)?.nachrichtentyp,
        typ == Nachrichtentyp.aussonderung.rawValue
      else { continue }
      orte.append(beschreibung + "/" + name)
    }
    for ort in orte {
      do {
        try zeige(try pruefer.pruefe(ort), &stand)
      } catch {
        stand.gescheitert = true
        try melde(error, ort)
      }
    }
  }

  /// Says that a file could not be checked; the next one follows.
  private func melde(_ fehler: any Error, _ datei: String) throws {
    try Ausgabe.leere()
    let text = "\(fehler)"
    Ausgabe.melde("Fehler: " + (text.contains(datei) ? text : "\(datei): \(text)").sichtbar)
    guard json else { return }
    var o = JSONObjekt()
    o.setze("werkzeug", Werkzeug.kennung)
    o.setze("schemaVersion", 1)
    o.setze("datei", datei)
    o.setze("fehler", "\(fehler)")
    try Ausgabe.zeile(o.text)
  }
}
