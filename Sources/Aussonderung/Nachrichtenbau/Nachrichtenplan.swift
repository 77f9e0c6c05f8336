// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Xdomea

/// Head, id and names of a message of ours that is to be written.
struct Nachrichtenplan {
  let id: NachrichtenID
  let typ: Nachrichtentyp
  let fassung: XdomeaFassung
  let teil: Int
  let gesamt: Int
  let zeitpunkt: Zeitpunkt
  let form: Namensform
  /// The number of the batch it is about; nil: all of them.
  var paket: Int?
  /// The message that it answers; before 4.0 no message names it itself.
  var antwortAuf: NachrichtenID?
  var kopf: Nachrichtenkopf

  /// The names of container and message.
  var name: Nachrichtenname {
    Nachrichtenname(fassung, typ, prozessID: kopf.prozessID, lfdNr: teil, form: form)
  }

  /// Begins the container of the message; what was there before is replaced.
  ///
  /// - Parameter pfad: The container.
  /// - Returns: The container.
  /// - Throws: What writing throws.
  func paket(_ pfad: String) throws -> Paketschreiber {
    try Paketschreiber(pfad, fassung, typ, kopf, ueberschreiben: true, form: form)
  }

  /// A message about objects.
  ///
  /// The same step gives the same ids, also when it is done again after a crash. Up to 3.1 a process has one message
  /// of a kind, so that each further one has a process of its own (FAKTEN 2).
  init(
    _ typ: Nachrichtentyp, _ teil: Int, von gesamt: Int, _ v: Verfahren, _ wer: Handelnde
  ) throws {
    let ableitung = try Namensableitung(v.prozess)
    let schritt = "\(typ.rawValue) \(teil) \(v.schritt)"
    fassung = v.vereinbarung.fassung
    form = v.vereinbarung.namensform
    self.typ = typ
    let geteilt = fassung >= .v400
    var prozess = v.prozess
    if !geteilt, teil > 1 || v.nachrichten.contains(where: { $0.typ == typ && $0.eigene }) {
      prozess = ableitung.kennung("prozess", schritt, Prozessbezug.self)
    }
    self.teil = geteilt ? teil : 1
    self.gesamt = geteilt ? gesamt : 1
    zeitpunkt = wer.zeitpunkt
    id = ableitung.kennung("nachricht", schritt, Nachrichtenbezug.self)
    kopf = Nachrichtenkopf(
      prozessID: prozess, absender: v.vereinbarung.behoerde, empfaenger: v.vereinbarung.archiv,
      erstellungszeitpunkt: wer.zeitpunkt.utcMitMillisekunden ?? wer.zeitpunkt, nachrichtenID: id)
    kopf.system = Werkzeug.system
    kopf.empfangsbestaetigung = v.vereinbarung.empfangsbestaetigung
    if typ == .aussonderung {
      kopf.importbestaetigung = "1"
      kopf.rueckmeldungArchivkennung = v.vereinbarung.archivkennung
      if fassung < .v300 { kopf.empfangsbestaetigung = nil }
    }
    if geteilt {
      kopf.lfdNr = teil
      kopf.gesamtanzahl = gesamt
    }
  }

  /// An answer to a message that came in.
  init(
    _ typ: Nachrichtentyp, antwortAuf frage: Nachrichtenvermerk, _ fragekopf: Nachrichtenkopf,
    _ form: Namensform, _ wer: Handelnde
  ) throws {
    let ableitung = try Namensableitung(frage.prozess)
    self.typ = typ
    self.form = form
    antwortAuf = frage.id
    fassung = frage.fassung
    teil = frage.teil
    gesamt = frage.gesamt
    zeitpunkt = wer.zeitpunkt
    id = ableitung.kennung("nachricht", "\(typ.rawValue) \(frage.id)", Nachrichtenbezug.self)
    kopf = fragekopf.antwort(
      erstellungszeitpunkt: wer.zeitpunkt.utcMitMillisekunden ?? wer.zeitpunkt, nachrichtenID: id)
    kopf.system = Werkzeug.system
    if fassung < .v400 { kopf.ursprungsnachricht = nil }
  }

  /// The place of the container in the folder of the process: the standard's name in a folder of its
  /// own, for a correction has the same name.
  func datei(nach v: Verfahren) -> String { v.naechsterPlatz + "/" + name.containername }
}

extension Verfahren {
  /// The folder for the next message.
  var naechsterPlatz: String {
    let nummer = String(nachrichten.count + 1)
    return String(repeating: "0", count: max(0, 4 - nummer.count)) + nummer
  }
}
