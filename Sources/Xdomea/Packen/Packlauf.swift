// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// One run of the packer.
final class Packlauf {
  private let optionen: Packer.Optionen
  private let ableitung: Namensableitung
  private let lauf: Ordnerlauf
  private let zielpfad: String
  private let name: Nachrichtenname
  /// Holds the container while it is written; nil before and after.
  private var paket: Paketschreiber?

  init(_ ordner: String, _ ziel: String, _ optionen: Packer.Optionen) throws {
    self.optionen = optionen
    ableitung = try Namensableitung(optionen.prozessID)
    name = Nachrichtenname(optionen.version, .aussonderung, prozessID: optionen.prozessID)
    zielpfad = containerpfad(ziel, name)
    var vorgaben = Ordnerlauf.Vorgaben()
    vorgaben.zdADatum = optionen.zdADatum
    vorgaben.aussonderungsart = .archivieren
    if optionen.version >= .v400 {
      vorgaben.kontextobjekt = false
      vorgaben.geaendertBis = optionen.zeitpunkt
    }
    lauf = try Ordnerlauf(ordner, vorgaben, ableitung)
    lauf.entscheidung = Self.hinweis
  }

  func ausfuehren() throws -> Packer.Ergebnis {
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
    try lauf.laufe(
      dateisenke: { [unowned self] in try lege($0) },
      aktensenke: { try paket?.schriftgutobjekt(.akte($0)) })
    var ergebnis = Packer.Ergebnis()
    ergebnis.akten = lauf.stand.akten
    ergebnis.vorgaenge = lauf.stand.vorgaenge
    ergebnis.dokumente = lauf.stand.dokumente
    ergebnis.bytes = lauf.stand.bytes
    ergebnis.uebergangen = lauf.stand.uebergangen
    ergebnis.hinweise = lauf.stand.hinweise
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

  private func lege(
    _ datei: Ordnerlauf.Datei
  ) throws -> (verweis: Primaerdokument, groesse: Int64)? {
    guard let (verweis, groesse) = try paket?.datei(datei.dateiname, pfad: datei.ort) else {
      throw XdomeaFehler.datei(name: datei.pfad, grund: "Der Container ist schon geschlossen.")
    }
    optionen.fortschritt?(
      datei.pfad, lauf.stand.dokumente + 1, lauf.stand.bytes + groesse)
    return (verweis, groesse)
  }

  /// A target inside of the folder would pack itself.
  private func pruefeZielAusserhalb() throws {
    let zielordner = zielpfad.lastIndex(of: "/").map { String(zielpfad[...$0]) } ?? "."
    guard let innen = wirklicherPfad(zielordner), let aussen = wirklicherPfad(lauf.ordner) else {
      return
    }
    if innen == aussen || innen.hasPrefix(aussen == "/" ? "/" : aussen + "/") {
      throw XdomeaFehler.eingabe(
        "Das Ziel \(zielpfad) liegt im Ordner, der gepackt wird. Wählen Sie ein Ziel außerhalb.")
    }
  }

  /// A transfer carries what the archive takes over; anything else is worth a word.
  private static func hinweis(_ art: Aussonderungsart, _ pfad: String) -> String? {
    guard art.kurz == "V" || art.kurz == "B" else { return nil }
    return "„\(pfad)“ ist mit \(art.kurz) gekennzeichnet. Eine Übergabe (0503) enthält nur, was "
      + "das Archiv übernimmt (A)."
  }
}
