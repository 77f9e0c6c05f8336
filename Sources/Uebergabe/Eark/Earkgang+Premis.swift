// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung
internal import XMLStrom

/// PREMIS 3: what its schema demands, that its references have targets, and that its digests are those of
/// METS.
extension Earkgang {
  private static let namensraum = "http://www.loc.gov/premis/v3"
  private static let tafel = Namenstafel(
    namen: ["object", "event", "agent", "rights", "type", "objectCharacteristics"],
    namensraeume: [namensraum, "http://www.w3.org/2001/XMLSchema-instance"])

  /// Identifiers of PREMIS: as `type` and `value`.
  private struct Kennungen {
    var vorhanden: Set<String> = []
    var verlangt: [(kennung: String, zeile: Int)] = []
  }

  /// Reads one PREMIS file as a stream.
  mutating func pruefePremis(_ quelle: any Bagquelle, _ stelle: Int) {
    let pfad = bestand.dateien[stelle].pfad.text
    guard let strom = strom(stelle, quelle) else { return }
    var optionen = Leseroptionen()
    optionen.grenzen.textlaenge = 8 << 20
    optionen.grenzen.teilbaum = 64 << 20
    optionen.stueckelemente = [Self.tafel.code("event")]
    var kennungen: [String: Kennungen] = [:]
    if bekannteSummen.isEmpty {
      bekannteSummen = Set(zusagen.map(\.summe))
      bekannteVerfahren = Set(bekannteSummen.map(\.verfahren))
    }
    do {
      let leser = try XMLLeser(strom, name: pfad, tafel: Self.tafel, optionen: optionen)
      guard let wurzel = try leser.wurzel() else {
        throw XMLFehler.nichtWohlgeformt(zeile: 1, spalte: 1, grund: "Die Datei ist leer")
      }
      guard wurzel.namensraum == Self.namensraum else {
        // An object, event or agent by itself, or version 2: not judged here.
        melde(
          "EARK-PREMIS",
          "Das Wurzelelement »\(wurzel.localName.sichtbar)« ist nicht das von PREMIS 3.",
          pfad, zeile: wurzel.zeile, schwere: .hinweis)
        return
      }
      if wurzel.localName != "premis" { return }
      while let baum = try leser.naechster() {
        nimm(baum, pfad, &kennungen)
      }
    } catch {
      melde(error, pfad)
      return
    }
    for art in kennungen.keys.sorted() {
      guard let k = kennungen[art] else { continue }
      for v in k.verlangt where !k.vorhanden.contains(v.kennung) {
        melde(
          "EARK-PREMIS-VERWEIS", "Die Kennung »\(v.kennung.sichtbar)« (\(art)) gibt es nicht.",
          pfad,
          zeile: v.zeile)
      }
    }
  }

  private mutating func nimm(
    _ baum: Teilbaum, _ pfad: String, _ kennungen: inout [String: Kennungen]
  ) {
    let art: String
    switch baum.name(0) {
    case 1: art = "object"
    case 2: art = "event"
    case 3: art = "agent"
    default: return
    }
    func name(_ i: Int) -> String {
      let ganz = baum.bezeichnung(i)
      return ganz.split(separator: ":" as Character).last.map(String.init) ?? ganz
    }
    func wert(_ i: Int, _ gesucht: String) -> String {
      baum.kinder(i).first { name($0) == gesucht }.map { baum.text($0) } ?? ""
    }
    var vorhandene: Set<String> = []
    for kind in baum.kinder(0) {
      let was = name(kind)
      vorhandene.insert(was)
      if was == art + "Identifier" {
        let kennung = wert(kind, was + "Type") + " " + wert(kind, was + "Value")
        if wert(kind, was + "Value").isEmpty {
          melde("EARK-PREMIS", "Eine Kennung (\(was)) ist leer.", pfad, zeile: baum.zeile(kind))
        } else if !kennungen[art, default: Kennungen()].vorhanden.insert(kennung).inserted {
          melde(
            "EARK-PREMIS", "Die Kennung »\(kennung.sichtbar)« kommt mehrfach vor.", pfad,
            zeile: baum.zeile(kind))
        }
      }
      for (ziel, verweis) in [
        ("object", "linkingObjectIdentifier"), ("event", "linkingEventIdentifier"),
        ("agent", "linkingAgentIdentifier"),
      ] where was == verweis {
        let kennung = wert(kind, was + "Type") + " " + wert(kind, was + "Value")
        kennungen[ziel, default: Kennungen()].verlangt.append((kennung, baum.zeile(kind)))
      }
      if was == "objectCharacteristics" {
        pruefeEigenschaften(baum, kind, pfad, name, wert)
      }
    }
    guard !baum.istFortsetzung else { return }
    var pflicht = [art + "Identifier"]
    if art == "event" { pflicht += ["eventType", "eventDateTime"] }
    if art == "object", let typ = baum.attribut(0, Self.tafel.code("type"), namensraum: 2),
      typ.hasSuffix("file") || typ.hasSuffix("bitstream")
    {
      pflicht.append("objectCharacteristics")
    }
    // A long event comes in pieces; its first one has what is mandatory, for that stands first.
    for p in pflicht where !vorhandene.contains(p) {
      melde("EARK-PREMIS", "Das Element \(art) hat kein \(p).", pfad, zeile: baum.zeile(0))
    }
  }

  /// `objectCharacteristics`: a format, and a digest that METS knows as well.
  private mutating func pruefeEigenschaften(
    _ baum: Teilbaum, _ i: Int, _ pfad: String, _ name: (Int) -> String,
    _ wert: (Int, String) -> String
  ) {
    let kinder = baum.kinder(i)
    if !kinder.contains(where: { name($0) == "format" }) {
      melde("EARK-PREMIS", "Zu einem Objekt fehlt das Format.", pfad, zeile: baum.zeile(i))
    }
    for kind in kinder where name(kind) == "fixity" {
      guard let v = Hashverfahren(bezeichnung: wert(kind, "messageDigestAlgorithm")),
        bekannteVerfahren.contains(v)
      else { continue }
      let text = wert(kind, "messageDigest")
      guard let summe = Pruefsumme(v, text: text), bekannteSummen.contains(summe) else {
        melde(
          "EARK-PREMIS-PRUEFSUMME",
          "Die Prüfsumme \(text.prefix(16).description.sichtbar)… hat keine Datei des Pakets.",
          pfad,
          zeile: baum.zeile(kind))
        continue
      }
    }
  }
}
