// SPDX-License-Identifier: Apache-2.0
internal import Akte
public import Lifecycle
public import Pruefung

extension Speicher {
  /// Checks everything: the database and every file, the chain of the Protokoll with its payloads,
  /// every row against the digest that the Protokoll holds, what is derived from the rows, and the
  /// Löschbuch.
  ///
  /// A changed byte of a file, of a row or of an entry is found and located; of the full-text index,
  /// each one that changes what a search answers. Others may read and
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
    try withoutActuallyEscaping(befund) { try Loeschbuchabgleich(self, $0).laufe() }
    return bericht
  }

  /// All rules that a finding of ``pruefe(_:anker:fortschritt:befund:)`` may name.
  public static var pruefregeln: [Regel] {
    Speicherregeln.alle + Bestandsregeln.alle + Protokollregelwerk.alle + Loeschbuchregelwerk.alle
  }
}

extension Lesezugriff {
  /// True if the object is there, and not only as a tombstone.
  func lebt(_ id: ObjektID) throws -> Bool {
    let a = try anweisung("SELECT lage FROM objekt WHERE id = ?")
    a.binde(1, id)
    guard let lage = try a.ersteZeile({ Int(a.zahl(0)) }) else { return false }
    return lage != Lage.vernichtet.nummer && lage != Dokumentlage.vernichtet.nummer
  }

  /// The line of the Löschbuch that the store noted last.
  func loeschbuchstand() throws -> Kettenkopf? {
    guard let text = try angabe("loeschbuch") else { return nil }
    let teile = text.split(separator: " ")
    guard teile.count == 2, let folge = Int64(teile[0]),
      let hash = Pruefsumme(.sha256, text: teile[1]),
      // One spelling only, so that no changed byte passes for another way to write the same.
      text.utf8.elementsEqual("\(folge) \(hash.hex)".utf8)
    else {
      throw SpeicherFehler.beschaedigt(
        pfad: pfad, grund: "die Angabe »loeschbuch« ist nicht lesbar")
    }
    return Kettenkopf(folge: folge, hash: hash)
  }
}
