// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Lifecycle
internal import Pruefsummen
internal import Xdomea

extension Behoerde {
  /// Hands over what the archive wants (P08) after a scanner looked through every file.
  ///
  /// The scanner gets the files of one object at a time, in a folder of their own. What it finds
  /// something in stays here with all that lies in it, and is named in ``Verfahren/ablehnungen``. An
  /// interrupted step is finished with what the scanner said when it began.
  ///
  /// - Parameters:
  ///   - prozess: The process.
  ///   - pruefer: The scanner.
  ///   - wer: Who hands over.
  /// - Returns: The process.
  /// - Throws: What the scanner throws, nothing has happened then; see ``gibAb(_:_:_:)``.
  @discardableResult
  public func gibAb(
    _ prozess: ProzessID, geprueftVon pruefer: some Virenpruefer, _ wer: Handelnde
  ) throws -> Verfahren {
    let v = try verfahren(prozess)
    if case .abgeben(let zusage)? = v.vorhaben { return try gibAb(prozess, zusage, wer) }
    var funde: [Virenfund] = []
    try jedesPaket(v) { _, paket in
      funde += try untersuche(Set(try abzugebende(paket)), pruefer)
    }
    return try gibAb(prozess, Abgabezusage(virenfrei: true, funde: funde), wer)
  }

  /// Hands over by catalogue (P15) after a scanner looked through every file.
  ///
  /// - Parameters:
  ///   - prozess: The id of the new process.
  ///   - auswahl: What is handed over.
  ///   - vereinbarung: What was agreed with the archive.
  ///   - pruefer: The scanner.
  ///   - wer: Who hands over.
  /// - Returns: The process.
  /// - Throws: What the scanner throws, nothing has happened then; see
  ///   ``gibNachKatalogAb(_:_:_:_:_:)``.
  @discardableResult
  public func gibNachKatalogAb(
    _ prozess: ProzessID, _ auswahl: Auswahl, _ vereinbarung: Vereinbarung,
    geprueftVon pruefer: some Virenpruefer, _ wer: Handelnde
  ) throws -> Verfahren {
    let objekte = try ausgewaehlt(auswahl, wer)
    var alle: Set<ObjektID> = []
    let einheiten = try vorabArchivwuerdige(am: wer.heute)
    for objekt in objekte {
      guard let z = try bestand.schriftgut(objekt), einheiten.contains(z.einheit) else { continue }
      alle.formUnion(try mitInhalt(objekt))
    }
    let zusage = Abgabezusage(virenfrei: true, funde: try untersuche(alle, pruefer))
    return try gibNachKatalogAb(prozess, .objekte(objekte), vereinbarung, zusage, wer)
  }

  /// Lets the scanner look through the files of what would go along.
  private func untersuche(
    _ objekte: Set<ObjektID>, _ pruefer: some Virenpruefer
  ) throws -> [Virenfund] {
    var funde: [Virenfund] = []
    for einheit in try Aussonderungseinheit.einheiten(objekte, bestand) {
      let ort = ordner.virenpruefung
      try Dauerhaft.leere(ort)
      defer { try? Dauerhaft.leere(ort) }
      try Dauerhaft.ordner(ort, nurFuerUns: true)
      if let text = try lege(einheit.objekte, in: ort) ?? pruefer.pruefe(ort) {
        funde.append(
          Virenfund(objekt: einheit.id, betroffen: Set(einheit.objekte), text: text))
      }
    }
    return funde
  }

  /// Copies the files of objects into a folder.
  ///
  /// - Returns: Why one of them cannot be examined; nil if all are there. What was not examined must
  ///   not go out, nor other bytes than those that were.
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)``, or what the store throws.
  private func lege(_ objekte: [ObjektID], in ort: String) throws -> String? {
    var nummer = 0
    for objekt in objekte {
      let dateien = try bestand.auskunft(objekt, mitDateien: true).dateien
      for (name, zugang) in dateien.sorted(by: { $0.key < $1.key }) {
        nummer += 1
        var bildner = try Pruefsummenbildner([zugang.pruefsumme.verfahren])
        bildner.beginne()
        var lesefehler: (any Error)?
        do {
          let lies = try zugang.oeffne()
          // The scanner may want the extension, people the name; both made harmless.
          let harmlos =
            Primaerdateiname.istRegelgerecht(name)
            ? name : Primaerdateiname.bilden(objekt, original: name)
          let pfad = "\(ort)/\(nummer)-\(harmlos)"
          try Dauerhaft.lege(pfad) { puffer in
            do {
              let n = try lies(puffer)
              if n > 0 { bildner.nimm(UnsafeRawBufferPointer(rebasing: puffer[..<n])) }
              return n
            } catch {
              lesefehler = error
              throw error
            }
          }
        } catch let fehler as AussonderungFehler where lesefehler == nil {
          throw fehler
        } catch {
          return "Die Datei »\(name)« ließ sich nicht auf Schadsoftware prüfen: \(error)"
        }
        guard bildner.abschluss().first == zugang.pruefsumme else {
          return "Die Datei »\(name)« hat nicht mehr die Prüfsumme, mit der sie abgelegt wurde."
        }
      }
    }
    return nil
  }
}
