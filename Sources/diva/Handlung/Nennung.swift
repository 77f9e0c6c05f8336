// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import Lifecycle
internal import Pruefung

/// Finds the objects that people mean, and names objects so that people can type the name.
///
/// An object is meant by its UUID or its Kennzeichen. A Dokument without Kennzeichen is meant by what it
/// lies in and its number there (`00.12/1-1:2`), or by the name of its file (`00.12/1-1:Brief.pdf`).
struct Nennung {
  /// How a document is named, for the help pages.
  static let hilfe = """
    Ein Dokument nennen Sie mit dem Kennzeichen dessen, worin es liegt, und seiner Nummer darin, zum \
    Beispiel 00.12/1-1:2, oder dem Namen seiner Datei, zum Beispiel 00.12/1-1:Brief.pdf, oder mit \
    seiner UUID. Beides zeigt »diva speicher zeigen«.
    """

  private let speicher: Speicher

  init(_ speicher: Speicher) { self.speicher = speicher }

  /// The object that the text means.
  ///
  /// - Throws: ``Hinderung`` if there is none, `Mehrdeutigkeit` if there are several.
  func objekt(_ text: String) throws -> Objektbild {
    if let bild = try speicher.objekt(genannt: text) { return bild }
    // Kennzeichen and file names may hold a colon, too.
    for (stelle, zeichen) in zip(text.indices, text) where zeichen == ":" {
      guard let ort = try speicher.objekt(genannt: String(text[..<stelle])) else { continue }
      return try dokument(String(text[text.index(after: stelle)...]), in: ort)
    }
    throw Hinderung(
      "»\(text.sichtbar)« gibt es im Speicher nicht. »diva speicher suchen« findet Akten, Vorgänge "
        + "und Dokumente.")
  }

  /// The Akte or Vorgang that the text means.
  ///
  /// - Throws: ``Hinderung`` if there is none.
  func schriftgut(_ text: String) throws -> Objektbild {
    let bild = try objekt(text)
    guard bild.ebene != .dokument else {
      throw Hinderung(
        "»\(text.sichtbar)« ist ein Dokument; gemeint sein muss eine Akte oder ein Vorgang.")
    }
    return bild
  }

  /// The Dokument that the text means, with its state.
  ///
  /// - Throws: ``Hinderung`` if there is none.
  func dokument(_ text: String) throws -> (bild: Objektbild, zustand: Dokumentzustand) {
    let bild = try objekt(text)
    guard case .dokument(let zustand) = bild.zustand else {
      throw Hinderung("»\(text.sichtbar)« ist kein Dokument. \(Self.hilfe)")
    }
    return (bild, zustand)
  }

  /// The name that people can type: the Kennzeichen, for a Dokument with its number.
  func name(_ bild: Objektbild) throws -> String {
    if let kennzeichen = bild.kennzeichen { return kennzeichen }
    guard case .dokument(let d) = bild.zustand,
      let ort = try speicher.objekt(d.eltern)?.kennzeichen,
      let stelle = try speicher.stelle(bild.id)
    else { return bild.id.text }
    return "\(ort):\(stelle)"
  }

  /// The text with the names of objects instead of their UUIDs.
  func lesbar(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { wort in
      let rand = wort.lastIndex { $0.isHexDigit }.map { wort.index(after: $0) } ?? wort.endIndex
      guard let id = ObjektID(wort[..<rand]), let bild = try? speicher.objekt(id),
        let name = try? name(bild)
      else { return String(wort) }
      return name + wort[rand...]
    }.joined(separator: " ")
  }

  private func dokument(_ text: String, in ort: Objektbild) throws -> Objektbild {
    if let nummer = Int(text) {
      if let bild = try speicher.dokument(nummer, in: ort.id) { return bild }
    } else {
      var treffer: [Objektbild] = []
      try speicher.jedesKind(ort.id) { if $0.dateinamen.contains(text) { treffer.append($0) } }
      if treffer.count == 1 { return treffer[0] }
      if treffer.count > 1 {
        throw Hinderung(
          "»\(text.sichtbar)« heißen mehrere Dateien. Nennen Sie die Nummer des Dokuments; sie steht "
            + "in »diva speicher zeigen \(ort.kennzeichen ?? ort.id.text)«.")
      }
    }
    throw Hinderung(
      "In \(ort.kennzeichen ?? ort.id.text) gibt es kein Dokument »\(text.sichtbar)«. Was darin "
        + "liegt, nennt »diva speicher zeigen \(ort.kennzeichen ?? ort.id.text)«.")
  }
}

extension Objektbild {
  /// The names of the files of a Dokument, as people know them.
  var dateinamen: [String] {
    guard case .dokument(let d) = angaben, case .versionen(let versionen) = d.inhalt else {
      return []
    }
    return versionen.flatMap { v in
      v.formate.map { $0.primaerdokument.dateinameOriginal ?? $0.primaerdokument.dateiname }
    }
  }
}
