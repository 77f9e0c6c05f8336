// SPDX-License-Identifier: Apache-2.0
public import Akte

/// The objects of a process, in `objekte.jsonl` in its folder: a line of JSON per object.
extension Verfahrensordner {
  /// The objects of a process with what was decided about them.
  ///
  /// - Throws: ``AussonderungFehler/unbekannterProzess(_:ordner:)``,
  ///   ``AussonderungFehler/falscherStand(_:grund:abhilfe:)`` if nothing was offered in it yet,
  ///   ``AussonderungFehler/ablage(pfad:grund:)`` if the file cannot be read.
  public func objektliste(_ prozess: ProzessID) throws(AussonderungFehler) -> Objektliste {
    let pfad = objektdatei(prozess)
    guard let zeilen = try Dauerhaft.lies(pfad) else {
      guard try prozesse().contains(prozess) else {
        throw .unbekannterProzess(prozess, ordner: ordner)
      }
      throw .falscherStand(
        prozess, grund: "Zu diesem Prozess gibt es noch keine Objektliste.",
        abhilfe: "Lesen Sie zuerst das Anbieteverzeichnis (0501) ein.")
    }
    do {
      return try Objektliste(zeilen: zeilen)
    } catch {
      throw .ablage(
        pfad: pfad, grund: "die Objektliste ist nicht lesbar; stellen Sie sie aus der Sicherung her"
      )
    }
  }

  /// Writes down the objects of a process in place of what is there; they last when the method
  /// returns.
  ///
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)``.
  public func schreibe(
    objektliste: Objektliste, _ prozess: ProzessID
  ) throws(AussonderungFehler) {
    let pfad = objektdatei(prozess)
    let zeilen: [UInt8]
    do {
      zeilen = try objektliste.zeilen()
    } catch {
      throw .ablage(pfad: pfad, grund: "die Objektliste lässt sich nicht schreiben (\(error))")
    }
    try Dauerhaft.ordner(ordner + "/" + prozess.text)
    try Dauerhaft.schreibe(zeilen, nach: pfad)
  }

  private func objektdatei(_ prozess: ProzessID) -> String {
    ordner + "/" + prozess.text + "/objekte.jsonl"
  }
}
