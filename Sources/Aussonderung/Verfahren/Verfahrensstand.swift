// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Lifecycle
internal import Pruefung
internal import Xdomea

/// Where a process of the agency stands, counted object by object.
public struct Verfahrensstand: Hashable, Sendable {
  /// The process.
  public let verfahren: Verfahren
  /// Where its batches stand, as one word; nil before they were made.
  public let paket: Paketlage?
  /// How many objects there are in each state.
  public let lagen: [Lage: Int]
  /// How many objects have which appraisal.
  public let bewertungen: [Bewertung: Int]
  /// Objects that the archive could not import, with its reason.
  public let importfehler: [Importfehler]
  /// How many objects the archive wants that were not handed over yet.
  public let abzugeben: Int
  /// Messages that went out or were applied, and of which the store knows nothing: it is older than the
  /// folder of the process, for example after a backup was put back.
  public let unbekannteNachrichten: [NachrichtenID]

  /// What the messages of this side cannot carry in their version, or not as it is: how many values
  /// for each rule R66 to R70.
  public var verluste: [String: Int] {
    verfahren.nachrichten.reduce(into: [:]) { summe, n in
      summe.merge(n.verluste ?? [:]) { $0 + $1 }
    }
  }

  /// What has to be done next, as a German sentence; nil if nothing.
  public var naechstes: String? {
    if !unbekannteNachrichten.isEmpty {
      return
        "Der Speicher ist älter als dieses Verfahren: Er kennt "
        + "\(unbekannteNachrichten.count.mal("Nachricht", "Nachrichten")) daraus nicht. Wurde er aus "
        + "einer Sicherung wiederhergestellt? Stellen Sie Speicher und Verfahrensordner vom selben Tag "
        + "her; bis dahin geht nichts weiter, und nichts wird gelöscht."
    }
    if let typ = verfahren.offeneVerluste {
      return
        "Die \(typ.rawValue) ist geschrieben, aber noch nicht gesandt: Texte gehen darin verändert "
        + "hinaus. Prüfen Sie den Bericht »verlustbericht-\(typ.rawValue)«, und nehmen Sie die Änderungen "
        + "hin (»diva aussondern hinnehmen«), oder ziehen Sie zurück."
    }
    if verfahren.vorhaben != nil {
      return "Ein Schritt wurde unterbrochen. Setzen Sie ihn fort (»diva aussondern fortsetzen«)."
    }
    if let grund = verfahren.beendetWeil {
      return "Beendet: \(grund.alsSatz)" + (hatAngebot ? Self.mitteilen : "")
    }
    if verfahren.art == .bewertungskatalog { return naechstesZumKatalog }
    return [nochAbzugeben, naechstesZumPaket].compactMap(\.self).joined(separator: " ").nichtLeer
  }

  /// What the archive wants and has not got, where something was handed over already.
  private var nochAbzugeben: String? {
    switch paket {
    case .abgegeben?, .teilweiseImportiert?, .importiert?:
      abzugeben > 0
        ? "\(abzugeben.mal("archivwürdiges Objekt ist", "archivwürdige Objekte sind")) noch nicht "
          + "abgegeben; »diva verfahren zeigen« nennt die Gründe. Beheben Sie sie, und geben Sie auch "
          + "den Rest ab (»diva aussondern abgeben«)." : nil
    default: nil
    }
  }

  private var naechstesZumKatalog: String? {
    let antworten = verfahren.nachrichten(.bewertungskatalog, eigene: false)
    return antworten.contains { $0.stand == .verarbeitet }
      ? "Der Aktenplan ist bewertet. Was darin mit A bewertet ist, geht mit »diva aussondern abgeben "
        + "--nach-katalog« hinaus; alles andere wird angeboten oder nach seiner Genehmigung vernichtet."
      : "Warten, bis das Archiv den Aktenplan bewertet hat (0513)."
  }

  private var naechstesZumPaket: String? {
    switch paket {
    case .angeboten?, .empfangsbestaetigt?, .teilweiseBewertet?:
      return "Warten, bis das Archiv bewertet hat; oder die Bewertungsfrist abwarten."
    case .bewertet?:
      return (bewertungen[.archivwuerdig] ?? 0) > 0
        ? "Archivwürdiges abgeben (»diva aussondern abgeben«), das Übrige löschen, sobald seine "
          + "Frist um ist (»diva aussondern loeschen«)."
        : "Löschen, sobald die Frist um ist (»diva aussondern loeschen«)."
    case .abgegeben?, .teilweiseImportiert?:
      return importfehler.isEmpty
        ? "Warten, bis das Archiv den Import bestätigt; vorher wird nichts davon gelöscht."
        : "Das Archiv konnte nicht alles übernehmen. Beheben Sie die Ursache, und geben Sie erneut "
          + "ab (»diva aussondern abgeben«)."
    case .importiert?: return "Löschen nach der Karenzzeit (»diva aussondern loeschen«)."
    case .entwurf?: return "Das Angebot ist noch nicht hinausgegangen."
    case .abgeschlossen?, .zurueckgezogen?, .abgebrochen?, nil: return nil
    }
  }
}

/// Why the archive could not import an object.
public struct Importfehler: Hashable, Sendable, Codable {
  /// The object.
  public let objekt: ObjektID
  /// The archive's reason.
  public let grund: String
}

extension Verfahrensstand {
  /// True if the archive has an offer that was taken back.
  private var hatAngebot: Bool {
    paket == .zurueckgezogen
      && verfahren.nachrichten(.anbieteverzeichnis, eigene: true).contains { $0.stand == .versandt }
  }

  private static let mitteilen =
    " Teilen Sie es dem Archiv mit: Die Mitteilung »ruecknahme« liegt bei den Berichten des Prozesses."
}

extension Behoerde {
  /// Where a process stands.
  ///
  /// - Parameter prozess: The process.
  /// - Returns: The counts.
  /// - Throws: ``AussonderungFehler``, or what the store throws.
  public func stand(_ prozess: ProzessID) throws -> Verfahrensstand {
    let v = try verfahren(prozess)
    var paketlagen: Set<Paketlage> = []
    var lagen: [Lage: Int] = [:]
    var bewertungen: [Bewertung: Int] = [:]
    var fehler: [Importfehler] = []
    var abzugeben = 0
    var bekannt: Set<NachrichtenID> = []
    try bestand.lesend {
      try jedesPaket(v) { _, paket in
        paketlagen.insert(paket.lage)
        bekannt.formUnion(paket.alleNachrichten)
        for id in paket.objekte {
          guard let z = try bestand.schriftgut(id) else { continue }
          lagen[z.lage, default: 0] += 1
          if let b = z.aussonderung?.bewertung { bewertungen[b, default: 0] += 1 }
          if z.lage == .bewertet, z.aussonderung?.bewertung == .archivwuerdig { abzugeben += 1 }
          if z.lage == .abgegeben, let grund = z.aussonderung?.importfehler {
            fehler.append(Importfehler(objekt: id, grund: grund))
          }
        }
      }
    }
    return Verfahrensstand(
      verfahren: v, paket: .insgesamt(paketlagen), lagen: lagen, bewertungen: bewertungen,
      importfehler: fehler, abzugeben: abzugeben, unbekannteNachrichten: v.unverbuchte(bekannt))
  }
}

extension Paketzustand {
  /// The messages that the store knows of a batch, of both sides.
  var alleNachrichten: [NachrichtenID] {
    bekannteNachrichten + abgabenachrichten + [angebotsnachricht].compactMap(\.self)
  }
}

extension Verfahren {
  /// The messages that must have happened in the store but are not among those it knows.
  func unverbuchte(_ bekannt: Set<NachrichtenID>) -> [NachrichtenID] {
    guard art != .bewertungskatalog else { return [] }
    let einzelne = nachrichten.filter { n in
      switch n.typ {
      case .anbieteverzeichnis, .aussonderung: n.eigene && n.stand == .versandt
      case .bewertungsverzeichnis: !n.eigene && n.stand == .verarbeitet
      default: false
      }
    }.map(\.id).filter { !bekannt.contains($0) }
    return einzelne + unverbuchteImporte(bekannt)
  }

  /// Of each sending whose parts are all answered, the last answer if the store knows none of them: the
  /// one that completed it is booked for all.
  private func unverbuchteImporte(_ bekannt: Set<NachrichtenID>) -> [NachrichtenID] {
    let antworten = nachrichten(.aussonderungImportBestaetigen, eigene: false)
      .filter { $0.stand == .verarbeitet }
    let sendungen = Dictionary(
      grouping: nachrichten(.aussonderung, eigene: true).filter { $0.stand == .versandt },
      by: \.schritt)
    return sendungen.sorted { $0.key < $1.key }.compactMap { _, teile in
      let ids = Set(teile.map(\.id))
      let seine = antworten.filter { $0.antwortAuf.map(ids.contains) ?? false }
      guard Set(seine.compactMap(\.antwortAuf)) == ids else { return nil }
      return seine.contains { bekannt.contains($0.id) } ? nil : seine.last?.id
    }
  }
}

extension Paketlage {
  /// Where several batches of one process stand together: what has to be done first.
  fileprivate static func insgesamt(_ lagen: Set<Paketlage>) -> Paketlage? {
    let offene = lagen.filter { !$0.istEnde }
    guard offene.count > 1 else {
      return offene.first ?? (lagen.contains(.abgeschlossen) ? .abgeschlossen : lagen.first)
    }
    if offene.contains(.entwurf) { return .entwurf }
    let vorBewertung: Set<Paketlage> = [.angeboten, .empfangsbestaetigt, .teilweiseBewertet]
    if !offene.isDisjoint(with: vorBewertung) {
      return offene.isSubset(of: [.angeboten, .empfangsbestaetigt])
        ? .angeboten : .teilweiseBewertet
    }
    if offene.contains(.teilweiseImportiert) || offene.isSuperset(of: [.abgegeben, .importiert]) {
      return .teilweiseImportiert
    }
    return offene.contains(.abgegeben) ? .abgegeben : .importiert
  }
}

extension String {
  /// The text; nil if it is empty.
  fileprivate var nichtLeer: String? { isEmpty ? nil : self }

  /// With a full stop at its end.
  var alsSatz: String {
    let text = String(reversed().drop { $0.isWhitespace }.reversed())
    return text.last.map { ".!?".contains($0) } ?? true ? text : text + "."
  }
}
