// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// An object of a message as it is shown, with what is below it.
struct Inhaltsknoten {
  enum Art: String {
    case anschreiben, akte, teilakte, vorgang, teilvorgang, dokument, schriftstueck, anlage
    case aktenplan, aktenplaneinheit, bewertung, rueckmeldung

    /// True for what is no object, but says something of one.
    var istEintrag: Bool { self == .bewertung || self == .rueckmeldung }

    /// The German word.
    var anzeige: String {
      switch self {
      case .schriftstueck: "Schriftstück"
      case .aktenplaneinheit: "Aktenplaneinheit"
      case .rueckmeldung: "Rückmeldung"
      default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
      }
    }
  }

  /// What the node was made of, for showing all of its metadata.
  enum Quelle {
    case akte(Akte)
    case vorgang(Vorgang)
    case dokument(Dokument)
    case schriftstueck(Schriftstueck)
    case aktenplan(Aktenplan)
    case einheit(Aktenplaneinheit)
    case bewertung(Objektbewertung)
    case rueckmeldung(Importrueckmeldung)
  }

  let art: Art
  let quelle: Quelle
  var id: ObjektID?
  var betreff: String?
  var kennzeichen: String?
  var laufzeit: Zeitraum?
  var aussonderungsart: String?
  var kontextobjekt: Bool?
  var dateien: [Inhaltsdatei] = []
  var kinder: [Inhaltsknoten] = []

  init(_ teil: Nachrichtenteil) {
    switch teil {
    case .anschreiben(let d): self.init(d, .anschreiben)
    case .schriftgutobjekt(.akte(let a)): self.init(a, .akte)
    case .schriftgutobjekt(.vorgang(let v)): self.init(v, .vorgang)
    case .schriftgutobjekt(.dokument(let d)): self.init(d, .dokument)
    case .aktenplan(let p): self.init(p)
    case .bewertung(let b):
      self.init(.bewertung, .bewertung(b), b.id, nil)
      aussonderungsart = b.aussonderungsart.kurz
    case .rueckmeldung(let r): self.init(.rueckmeldung, .rueckmeldung(r), r.id, nil)
    }
  }

  private init(_ art: Art, _ quelle: Quelle, _ id: ObjektID?, _ allgemein: AllgemeineMetadaten?) {
    self.art = art
    self.quelle = quelle
    self.id = id
    betreff = allgemein?.betreff
    kennzeichen = allgemein?.kennzeichen?.text
  }

  private init(_ a: Akte, _ art: Art) {
    self.init(art, .akte(a), a.id, a.allgemeineMetadaten)
    laufzeit = a.laufzeit
    aussonderungsart = a.aussonderungsmetadaten?.aussonderungsart?.kurz
    kontextobjekt = a.kontextobjekt
    kinder =
      Self.anlagen(a.geschaeftsgaenge) + a.dokumente.map { Self($0, .dokument) }
      + a.vorgaenge.map { Self($0, .vorgang) } + a.teilakten.map { Self($0, .teilakte) }
  }

  private init(_ v: Vorgang, _ art: Art) {
    self.init(art, .vorgang(v), v.id, v.allgemeineMetadaten)
    laufzeit = v.laufzeit
    aussonderungsart = v.aussonderungsmetadaten?.aussonderungsart?.kurz
    kontextobjekt = v.kontextobjekt
    kinder =
      Self.anlagen(v.geschaeftsgaenge) + v.dokumente.map { Self($0, .dokument) }
      + v.teilvorgaenge.map { Self($0, .teilvorgang) }
  }

  private init(_ d: Dokument, _ art: Art) {
    self.init(art, .dokument(d), d.id, d.allgemeineMetadaten)
    dateien = Inhaltsdatei.alle(d.versionen)
    kinder = d.schriftstuecke.map { Self($0) } + Self.anlagen(d.angaben)
  }

  private init(_ s: Schriftstueck) {
    self.init(.schriftstueck, .schriftstueck(s), s.id, s.allgemeineMetadaten)
    dateien = Inhaltsdatei.alle(s.versionen)
    kinder = Self.anlagen(s.angaben)
  }

  private init(_ p: Aktenplan) {
    self.init(.aktenplan, .aktenplan(p), p.id, nil)
    betreff = p.bezeichnung
    kennzeichen = p.version
    dateien = p.aktenplandateien.map { Inhaltsdatei($0, version: nil) }
    kinder = p.einheiten.map { Self($0) }
  }

  private init(_ e: Aktenplaneinheit) {
    self.init(.aktenplaneinheit, .einheit(e), e.id, nil)
    betreff = e.angaben.inhaltsangabe
    kennzeichen = e.angaben.kennzeichen
    aussonderungsart = e.aussonderungsart?.kurz
    kinder = e.einheiten.map { Self($0) }
  }

  private static func anlagen(_ angaben: Dokumentangaben) -> [Inhaltsknoten] {
    anlagen(angaben.geschaeftsgaenge) + angaben.anlagen.map { Self($0.dokument, .anlage) }
  }

  /// Documents that were added in a step of a Geschäftsgang.
  private static func anlagen(_ gaenge: [Geschaeftsgang]) -> [Inhaltsknoten] {
    gaenge.flatMap(\.beteiligungsschritte).flatMap { $0.bearbeitung?.anlagen ?? [] }
      .map { Self($0, .anlage) }
  }
}

/// A file as it is shown.
struct Inhaltsdatei {
  let name: String
  var original: String?
  var version: String?
  var format: String?
  var hash: Hashangabe?

  init(_ f: Format, version: String?) {
    let p = f.primaerdokument
    name = p.dateiname
    original = p.dateinameOriginal
    self.version = version
    format = f.sonstigerName ?? f.name.name ?? f.name.wert
    hash = p.hash
  }

  /// A signature file beside a document.
  private init(signatur name: String, version: String?) {
    self.name = name
    self.version = version
    format = "Signatur"
  }

  static func alle(_ versionen: [Version]) -> [Inhaltsdatei] {
    versionen.flatMap { v in
      v.formate.flatMap { f in
        var dateien = [Inhaltsdatei(f, version: v.nummer)]
        if case .dateien(let namen) = f.primaerdokument.signaturSiegel {
          dateien += namen.map { Inhaltsdatei(signatur: $0, version: v.nummer) }
        }
        return dateien
      }
    }
  }
}
