// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import ArgumentParser
internal import Aussonderung
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// What every command of the agency's side wants to know.
struct Behoerdenangaben: ParsableArguments {
  @OptionGroup var ort: Verfahrensangabe
  @OptionGroup var handlung: Handlungsangaben

  /// Opens store and processes, and lets something happen.
  func fuehreAus(_ body: (Behoerdenlauf) throws -> Void) throws {
    try handlung.fuehreAus { lauf in
      let ordner = try ort.oeffne(.behoerde)
      let partner = try ort.partner(ordner, einrichten: "diva aussondern einrichten")
      let transfer = try partner.transfer()
      try body(
        Behoerdenlauf(
          lauf: lauf, partner: partner, transfer: transfer,
          behoerde: Behoerde(
            bestand: lauf.speicher, ordner: ordner, ausgang: transfer,
            schemata: try ort.wahl.gewaehlt())))
    }
  }
}

/// One run of a command of the agency's side.
struct Behoerdenlauf {
  let lauf: Handlungslauf
  let partner: Partner
  let transfer: Transferordner
  let behoerde: Behoerde

  var wer: Handelnde {
    Handelnde(
      lauf.akteur, zweitePerson: lauf.zweitePerson, heute: lauf.heute, zeitpunkt: lauf.zeitpunkt)
  }

  /// What was agreed with the archive.
  func vereinbarung() throws -> Vereinbarung {
    guard let v = partner.vereinbarung else {
      throw Hinderung(
        "Hier ist die Seite des Archivs eingerichtet, nicht die der Behörde. Nehmen Sie einen "
          + "anderen Ordner.")
    }
    return v
  }

  /// Does a step of a process, and tells where it stands and what was refused in the step.
  ///
  /// - Parameters:
  ///   - prozess: The process; nil if the step makes a new one.
  ///   - satz: What was done.
  ///   - schritt: Does it.
  /// - Throws: What the step throws; what was refused is told before.
  func tu(_ prozess: ProzessID?, _ satz: String, _ schritt: () throws -> Verfahren) throws {
    func bisher() throws -> [Objektablehnung] {
      try prozess.flatMap { try behoerde.ordner.verfahren($0)?.ablehnungen } ?? []
    }
    let vorher = try bisher().count
    do {
      let v = try schritt()
      try berichte(v.prozess, satz, neue: v.ablehnungen.dropFirst(vorher))
    } catch AussonderungFehler.nichtsZuTun(let text) {
      let neue = Array(try bisher().dropFirst(vorher))
      try Verfahrensanzeige(json: lauf.json).zeige(abgelehnt: neue, Nennung(lauf.speicher))
      throw AussonderungFehler.nichtsZuTun(text)
    }
  }

  /// Tells where a process stands.
  func berichte(_ prozess: ProzessID, _ satz: String, neue: ArraySlice<Objektablehnung> = []) throws
  {
    try Verfahrensanzeige(json: lauf.json).zeige(
      try behoerde.stand(prozess), satz, neue: Array(neue), Nennung(lauf.speicher))
  }
}
