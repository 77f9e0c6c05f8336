// SPDX-License-Identifier: Apache-2.0
public import Akte

extension Loeschsatz {
  /// What of this deletion must be done again in a store that was restored from a backup.
  ///
  /// Ids are never used again (lebenszyklus FAKTEN 1.1), so an object that the book names and the
  /// store still has must go, whenever the line was written. A content may have come in again
  /// with another object; only the store knows that.
  ///
  /// - Parameters:
  ///   - lebt: True if the store has the object, and not only as a tombstone.
  ///   - verwaist: True if the store has the content and no living object uses it after the
  ///     objects of this line are gone.
  /// - Returns: The line with those objects and contents only; nil if there is nothing to do.
  public func nachzuholen(
    lebt: (ObjektID) -> Bool, verwaist: (Pruefsumme) -> Bool
  ) -> Loeschsatz? {
    var rest = self
    rest.objekte = objekte.filter(lebt)
    rest.inhalte = inhalte.filter(verwaist)
    return rest.objekte.isEmpty && rest.inhalte.isEmpty ? nil : rest
  }

  /// The deletions that must be done again in a store that was restored from a backup.
  ///
  /// - Parameters:
  ///   - saetze: The lines of the book, in order.
  ///   - stand: The last line that the store noted as done; lines up to it are left out. Give
  ///     ``Kettenkopf/anfang`` to look at all, as after restoring files and database from
  ///     different backups.
  ///   - lebt: As in ``nachzuholen(lebt:verwaist:)``.
  ///   - verwaist: As in ``nachzuholen(lebt:verwaist:)``.
  /// - Returns: What is to be done, in the order of the book.
  /// - Throws: ``Nachholfehler`` if the book does not contain the line that the store noted; then
  ///   it is an older copy or another book, and replaying it would forget deletions.
  public static func nachzuholen(
    _ saetze: some Sequence<Loeschsatz>, nach stand: Kettenkopf, lebt: (ObjektID) -> Bool,
    verwaist: (Pruefsumme) -> Bool
  ) throws(Nachholfehler) -> [Loeschsatz] {
    var ergebnis: [Loeschsatz] = []
    var gefunden = stand == .anfang
    var letzte: Int64 = 0
    for satz in saetze {
      letzte = satz.folge
      if satz.folge == stand.folge {
        guard satz.hash == stand.hash else { throw .anderesBuch(zeile: satz.folge) }
        gefunden = true
      }
      guard satz.folge > stand.folge else { continue }
      if let rest = satz.nachzuholen(lebt: lebt, verwaist: verwaist) { ergebnis.append(rest) }
    }
    guard gefunden else { throw .buchZuKurz(letzte: letzte, stand: stand.folge) }
    return ergebnis
  }
}

extension Loeschsatz {
  /// What made the deletion lawful; nil if the code of the line is not one that the store writes.
  package var loeschgrund: Loeschgrund? {
    guard grund.hasPrefix("P.") else { return nil }
    return switch Vernichtungsgrund.Art(rawValue: String(grund.dropFirst(2))) {
    case .abgeliefert?: .abgeliefert
    case .bewertetV?: .nichtArchivwuerdig
    case .fristablauf?: .fristablauf
    case .genehmigung?: .genehmigung
    case nil: nil
    }
  }
}

/// Why deletions cannot be done again.
@nonexhaustive
public enum Nachholfehler: Error, Hashable, Sendable, CustomStringConvertible {
  /// The book ends before the line that the store noted, or lacks it.
  case buchZuKurz(letzte: Int64, stand: Int64)
  /// The book has another line in the place that the store noted.
  case anderesBuch(zeile: Int64)
  /// There is no book.
  case buchFehlt(pfad: String)
  /// The book was changed; `grund` is what the check of its lines says.
  case buchBeschaedigt(pfad: String, grund: String)
  /// The book belongs to the store with another Kennung.
  case fremdesBuch(pfad: String, gefunden: String, erwartet: String)
  /// A line names a reason that this version of the suite does not know.
  case grundUnbekannt(zeile: Int64, grund: String)

  /// A German sentence that says what to do.
  public var description: String {
    switch self {
    case .buchZuKurz(let letzte, let stand):
      """
      Das Löschbuch reicht bis Zeile \(letzte), der Aktenspeicher kennt schon Zeile \(stand); es \
      ist eine ältere Abschrift. Legen Sie das aktuelle Löschbuch vor.
      """
    case .anderesBuch(let zeile):
      """
      Zeile \(zeile) des Löschbuchs ist nicht die, die der Aktenspeicher kennt; es gehört zu \
      einem anderen Aktenspeicher oder wurde verändert. Legen Sie das richtige Löschbuch vor.
      """
    case .buchFehlt(let pfad):
      """
      Das Löschbuch »\(pfad)« fehlt. Ohne das Buch ist nicht bekannt, was gelöscht war. Legen Sie es \
      an seinen Platz zurück, oder holen Sie es aus einer Sicherung.
      """
    case .buchBeschaedigt(let pfad, let grund):
      """
      Das Löschbuch »\(pfad)« ist beschädigt: \(grund) Bewahren Sie es unverändert auf, und holen \
      Sie eine Abschrift aus der Sicherung. Am Aktenspeicher wurde nichts geändert.
      """
    case .fremdesBuch(let pfad, let gefunden, let erwartet):
      """
      Das Löschbuch »\(pfad)« gehört zum Aktenspeicher »\(gefunden)«, nicht zu diesem mit der \
      Kennung »\(erwartet)«. Legen Sie das Löschbuch dieses Aktenspeichers vor; es wurde nichts \
      gelöscht.
      """
    case .grundUnbekannt(let zeile, let grund):
      """
      Zeile \(zeile) des Löschbuchs nennt den unbekannten Grund »\(grund)«. Verwenden Sie die neuere \
      Fassung des Programms; am Aktenspeicher wurde nichts geändert.
      """
    }
  }
}
