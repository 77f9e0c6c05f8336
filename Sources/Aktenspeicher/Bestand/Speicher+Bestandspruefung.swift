// SPDX-License-Identifier: Apache-2.0
internal import Akte
public import Lifecycle
public import Pruefung

extension Speicher {
  /// Checks everything: the database and every file, the chain of the Protokoll with its payloads,
  /// every row against the digest that the Protokoll holds, what is derived from the rows, and the
  /// Löschbuch.
  ///
  /// A changed byte of a file, of a row or of an entry is found and located. Others may read and
  /// write meanwhile. Memory stays bounded.
  ///
  /// - Parameters:
  ///   - umfang: Whether the bytes of the files are read, too.
  ///   - anker: Ends of the Protokoll that were noted outside of the store.
  ///   - fortschritt: Called now and then.
  ///   - befund: Takes each finding; its rule is one of ``pruefregeln``.
  /// - Returns: What the chain of the Protokoll has shown; its findings went to `befund`, too.
  /// - Throws: ``SpeicherFehler`` if the check itself could not go on. Damage is a finding.
  @discardableResult
  public func pruefe(
    _ umfang: Pruefumfang = .vollstaendig, anker: [Anker] = [],
    fortschritt: (Pruefstand) -> Void = { _ in }, befund: (Befund) -> Void
  ) throws -> Kettenbericht {
    try pruefeGrundlage(umfang, fortschritt: fortschritt, befund: befund)
    let bericht = try withoutActuallyEscaping(befund) { befund in
      try lies { l in
        try Bestandspruefung(l, befund).laufe(anker: anker) { n in
          fortschritt(Pruefstand(abschnitt: "Protokoll und Objekte", erledigt: Int(n), gesamt: nil))
        }
      }
    }
    try pruefeLoeschbuch(befund)
    return bericht
  }

  /// All rules that a finding of ``pruefe(_:anker:fortschritt:befund:)`` may name.
  public static var pruefregeln: [Regel] {
    Speicherregeln.alle + Bestandsregeln.alle + Protokollregelwerk.alle + Loeschbuchregelwerk.alle
  }

  private func pruefeLoeschbuch(_ befund: (Befund) -> Void) throws {
    let anker = try lies { l in try l.loeschbuchstand().map { [Anker($0)] } ?? [] }
    var noch: [ObjektID] = []
    let bericht = try Loeschbuchdatei.pruefe(loeschbuch, anker: anker) { satz in
      let da = try lies { l in try satz.objekte.filter { try l.lebt($0) } }
      noch += da.prefix(max(0, 100 - noch.count))
    }
    for b in bericht?.befunde ?? [] { befund(b) }
    if bericht == nil, !anker.isEmpty {
      befund(
        Befund(
          Bestandsregeln.loeschbuch, "Das Löschbuch fehlt, obwohl der Speicher Löschungen kennt.",
          abhilfe: "Legen Sie es an seinen Platz zurück oder holen Sie es aus einer Sicherung.",
          ort: Ort(datei: loeschbuch)))
    }
    for id in noch {
      befund(
        Befund(
          Bestandsregeln.loeschbuch,
          "Nach dem Löschbuch ist \(id) gelöscht, im Speicher ist es da.",
          ort: Ort(datei: loeschbuch, objekt: id.text)))
    }
  }
}

extension Lesezugriff {
  /// True if the object is there, and not only as a tombstone.
  func lebt(_ id: ObjektID) throws -> Bool {
    guard let zeile = try objekt(id) else { return false }
    return zeile.lage != Lage.vernichtet.nummer && zeile.lage != Dokumentlage.vernichtet.nummer
  }

  /// The line of the Löschbuch that the store noted last.
  func loeschbuchstand() throws -> Kettenkopf? {
    guard let text = try angabe("loeschbuch") else { return nil }
    let teile = text.split(separator: " ")
    guard teile.count == 2, let folge = Int64(teile[0]),
      let hash = Pruefsumme(.sha256, text: teile[1])
    else {
      throw SpeicherFehler.beschaedigt(
        pfad: pfad, grund: "die Angabe »loeschbuch« ist nicht lesbar")
    }
    return Kettenkopf(folge: folge, hash: hash)
  }
}
