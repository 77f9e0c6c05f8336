// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import FoundationEssentials

/// A unit of an Aktenplan that an archive appraises in advance.
public struct Einheitseintrag: Hashable, Sendable, Codable {
  /// The unit's id in the messages.
  public let id: ObjektID
  /// The unit it lies in.
  public var eltern: ObjektID?
  /// Its Kennzeichen.
  public var kennzeichen: String
  /// What is filed there.
  public var bezeichnung: String
  /// No new files.
  public var stillgelegt: Bool
  /// What the archive decided; nil: every file is offered (B).
  public var entscheidung: Archiventscheidung?
  /// What the archive noted for itself.
  public var notiz: String?
}

/// The units of an Aktenplan, each before those below it.
public struct Einheitenliste: Hashable, Sendable {
  /// The units.
  public private(set) var eintraege: [Einheitseintrag] = []

  /// Nothing.
  public init() {}

  init(_ plan: Aktenplan) {
    func nimm(_ e: Aktenplaneinheit, in eltern: ObjektID?, _ liste: inout [Einheitseintrag]) {
      guard let id = e.id else { return }
      liste.append(
        Einheitseintrag(
          id: id, eltern: eltern, kennzeichen: e.angaben.kennzeichen ?? "",
          bezeichnung: e.angaben.inhaltsangabe ?? "", stillgelegt: e.stillgelegt ?? false))
      for unten in e.einheiten { nimm(unten, in: id, &liste) }
    }
    for e in plan.einheiten { nimm(e, in: nil, &eintraege) }
  }

  /// Decides about a unit and everything below it that is not decided otherwise (FAKTEN 2: appraisal
  /// is inherited downwards).
  ///
  /// - Parameters:
  ///   - kennzeichen: The unit.
  ///   - entscheidung: The decision; nil leaves it to the single file.
  /// - Throws: ``Bewertungsmangel/unbekannteEinheit(_:)``.
  public mutating func bewerte(
    _ kennzeichen: String, _ entscheidung: Archiventscheidung?
  ) throws(Bewertungsmangel) {
    guard let stelle = eintraege.firstIndex(where: { $0.kennzeichen == kennzeichen }) else {
      throw .unbekannteEinheit(kennzeichen)
    }
    let bisher = eintraege[stelle].entscheidung
    var innen: Set<ObjektID> = [eintraege[stelle].id]
    eintraege[stelle].entscheidung = entscheidung
    for i in eintraege.indices.dropFirst(stelle + 1) {
      guard let eltern = eintraege[i].eltern, innen.contains(eltern),
        eintraege[i].entscheidung == nil || eintraege[i].entscheidung == bisher
      else { continue }
      innen.insert(eintraege[i].id)
      eintraege[i].entscheidung = entscheidung
    }
  }

  /// Puts decision and note of the unit at a place.
  mutating func setze(_ entscheidung: Archiventscheidung?, notiz: String?, _ stelle: Int) {
    eintraege[stelle].entscheidung = entscheidung
    eintraege[stelle].notiz = notiz
  }

  func zeilen() throws -> [UInt8] {
    let kodierer = JSONEncoder()
    kodierer.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try eintraege.flatMap { Array(try kodierer.encode($0)) + [10] }
  }

  init(zeilen: [UInt8]) throws {
    let dekodierer = JSONDecoder()
    eintraege = try zeilen.split(separator: 10).map {
      try dekodierer.decode(Einheitseintrag.self, from: Data($0))
    }
  }
}

extension Verfahrensordner {
  /// The units of an Aktenplan that was sent for appraisal; nothing if none was.
  ///
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)`` if the list cannot be read.
  public func einheitenliste(
    _ prozess: ProzessID
  ) throws(AussonderungFehler) -> Einheitenliste {
    let pfad = ordner + "/" + prozess.text + "/einheiten.jsonl"
    guard let zeilen = try Dauerhaft.lies(pfad) else { return Einheitenliste() }
    do {
      return try Einheitenliste(zeilen: zeilen)
    } catch {
      throw .ablage(
        pfad: pfad, grund: "die Liste der Einheiten ist nicht lesbar; stellen Sie sie wieder her")
    }
  }

  /// Writes down the units of an Aktenplan with the decisions.
  public func schreibe(
    _ liste: Einheitenliste, _ prozess: ProzessID
  ) throws(AussonderungFehler) {
    let pfad = ordner + "/" + prozess.text + "/einheiten.jsonl"
    let bytes: [UInt8]
    do {
      bytes = try liste.zeilen()
    } catch {
      throw .ablage(pfad: pfad, grund: "die Liste der Einheiten lässt sich nicht schreiben")
    }
    try Dauerhaft.schreibe(bytes, nach: pfad)
  }
}
