// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Xdomea

/// The archive's list of objects lies in one file for each part of the message they came with, so that
/// a further part or a taken-over one does not rewrite the others.
extension Verfahrensordner {
  /// The objects of a process as the archive knows them; nothing if there is no list yet.
  ///
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)`` if the list cannot be read.
  public func objektliste(_ prozess: ProzessID) throws(AussonderungFehler) -> Objektliste {
    let ordner = objekte(prozess)
    let teile = try Dauerhaft.namen(ordner).compactMap { name in
      name.hasSuffix(Self.endung) ? Int(name.dropLast(Self.endung.count)) : nil
    }
    // A list without one of its parts would look as if nobody had offered those objects.
    for angebot in try lies(prozess)?.nachrichten(.anbieteverzeichnis, eigene: false) ?? []
    where angebot.stand == .verarbeitet && !teile.contains(angebot.teil) {
      throw .ablage(
        pfad: ordner + "/\(angebot.teil)" + Self.endung,
        grund: "fehlt; stellen Sie die Liste der Objekte aus der Sicherung wieder her")
    }
    var liste = Objektliste()
    for teil in teile.sorted() {
      let pfad = ordner + "/\(teil)" + Self.endung
      do {
        try Dauerhaft.jedeZeile(pfad) { try liste.nimm(zeile: $0) }
      } catch let fehler as AussonderungFehler {
        throw fehler
      } catch {
        throw .ablage(
          pfad: pfad, grund: "die Liste der Objekte ist nicht lesbar; stellen Sie sie wieder her")
      }
    }
    return liste
  }

  /// Writes down the objects of a process.
  ///
  /// - Parameters:
  ///   - liste: The objects.
  ///   - prozess: The process.
  ///   - teile: The parts of which an object changed; nil: all.
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)``; each part is written as a whole or not at
  ///   all.
  public func schreibe(
    _ liste: Objektliste, _ prozess: ProzessID, teile: Set<Int>? = nil
  ) throws(AussonderungFehler) {
    let ordner = objekte(prozess)
    try Dauerhaft.ordner(ordner)
    for teil in (teile ?? Set(liste.eintraege.map(\.teil))).sorted() {
      let pfad = ordner + "/\(teil)" + Self.endung
      do {
        try Dauerhaft.schreibe(nach: pfad) { nimm in
          try liste.jedeZeile(teil: teil) { try $0.withUnsafeBytes(nimm) }
        }
      } catch let fehler as AussonderungFehler {
        throw fehler
      } catch {
        throw .ablage(pfad: pfad, grund: "die Liste der Objekte lässt sich nicht schreiben")
      }
    }
  }

  private static var endung: String { ".jsonl" }

  private func objekte(_ prozess: ProzessID) -> String { pfad(prozess) + "/objekte" }
}
