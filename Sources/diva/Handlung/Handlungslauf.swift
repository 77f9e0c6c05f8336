// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// One run of a command that changes the store.
struct Handlungslauf {
  let speicher: Speicher
  let akteur: Akteur
  let zweitePerson: Akteur?
  let heute: Kalendertag
  let zeitpunkt: Zeitpunkt
  let json: Bool

  /// Id and instant of the next event.
  func kopf() -> Ereigniskopf { Ereigniskopf(id: neueKennung(), zeitpunkt: zeitpunkt) }

  /// An id that nobody has.
  func neueKennung<Bezug>() -> Kennung<Bezug> {
    var zufall = SystemRandomNumberGenerator()
    return .zufaellig(&zufall)
  }

  /// The event with who acts and when.
  func handlung(_ ereignis: Ereignis) -> Handlung {
    Handlung(ereignis, akteur: akteur, zweitePerson: zweitePerson, heute: heute)
  }

  /// Lets something happen to an Akte or a Vorgang and tells it.
  func tu(
    _ ereignis: Schriftgutereignis, an text: String, _ satz: String, grund: String? = nil,
    _ angaben: (Objektbild) -> [Angabe] = { _ in [] }
  ) throws {
    let ziel = try Nennung(speicher).schriftgut(text)
    let vollzug = try speicher.vollziehe(
      handlung(.schriftgut(ziel: ziel.id, in: nil, ereignis: ereignis)), kopf(),
      Beilage(grund: grund))
    try berichte(vollzug, ziel.id, satz, angaben)
  }

  /// Lets something happen to a Dokument and tells it.
  func tu(
    _ ereignis: Dokumentereignis, an ziel: Objektbild, _ satz: String, grund: String? = nil,
    _ angaben: (Objektbild) -> [Angabe] = { _ in [] }
  ) throws {
    let vollzug = try speicher.vollziehe(
      handlung(.dokument(ziel: ziel.id, in: nil, ereignis: ereignis)), kopf(),
      Beilage(grund: grund))
    try berichte(vollzug, ziel.id, satz, angaben)
  }

  /// Tells what became of an event.
  ///
  /// - Parameters:
  ///   - vollzug: What happened.
  ///   - id: The object.
  ///   - satz: What happened, after the object's name, for example `wieder aufgenommen`.
  ///   - angaben: What else is told of the object as it is now.
  /// - Throws: `SpeicherFehler`, ``Ausgabefehler``.
  func berichte(
    _ vollzug: Vollzug, _ id: ObjektID, _ satz: String,
    _ angaben: (Objektbild) -> [Angabe] = { _ in [] }
  ) throws {
    guard let bild = try speicher.objekt(id) else { return }
    let nennung = Nennung(speicher)
    let hinweise = (vollzug.wirkungen?.hinweise ?? []).map { nennung.lesbar($0.satz) }
    if json {
      var o = JSONObjekt()
      o.setze("werkzeug", Werkzeug.kennung)
      o.setze("schemaVersion", 1)
      o.setze("regel", vollzug.wirkungen?.regel)
      o.setze("protokoll", vollzug.folge)
      o.setze("id", bild.id.text)
      o.setze("ebene", bild.ebene.wort)
      o.setze("kennzeichen", bild.kennzeichen)
      o.setze("betreff", bild.betreff)
      o.setze("lage", bild.lage)
      for a in angaben(bild) { o.setze(a.schluessel, a.wert) }
      o.setze("hinweise", hinweise)
      try Ausgabe.zeile(o.text)
      return
    }
    try Ausgabe.zeile(
      "\(bild.ebene.anzeige) \(try nennung.name(bild)): \(satz) (Protokoll Nr. \(vollzug.folge))"
        .sichtbar)
    for zeile in angaben(bild).zeilen { try Ausgabe.zeile("  " + zeile.sichtbar) }
    for hinweis in hinweise { try Ausgabe.zeile("  Hinweis: \(hinweis.sichtbar)") }
  }

  /// Tells why an event was refused.
  func melde(_ ablehnung: Vollzugsablehnung) throws {
    try melde(ablehnung.fehler, folge: ablehnung.folge)
  }

  /// Tells why an event was refused, with the number of its entry if it has one.
  func melde(_ f: LifecycleFehler, folge: Int64?) throws {
    let nennung = Nennung(speicher)
    if json {
      var o = JSONObjekt()
      o.setze("werkzeug", Werkzeug.kennung)
      o.setze("schemaVersion", 1)
      o.setze("abgelehnt", true)
      o.setze("regel", f.regel)
      o.setze("grund", f.grund.code)
      o.setze("meldung", nennung.lesbar(f.grund.meldung))
      o.setze("abhilfe", f.grund.abhilfe)
      o.setze("objekt", f.objekt?.text)
      o.setze("protokoll", folge)
      try Ausgabe.zeile(o.text)
    }
    try Ausgabe.leere()
    let nummer = folge.map { " (Protokoll Nr. \($0))" } ?? ""
    Ausgabe.melde("Abgelehnt: " + nennung.lesbar(f.description).sichtbar + nummer)
  }
}
