// SPDX-License-Identifier: Apache-2.0
internal import FoundationEssentials

/// With whom a folder of processes exchanges messages, and through which folders.
public struct Partner: Hashable, Sendable, Codable {
  /// What was agreed; an archive needs none: it answers in the version it was asked in.
  public var vereinbarung: Vereinbarung?
  /// Where the partner puts messages.
  public var eingang: String
  /// Where messages for the partner are put.
  public var ausgang: String
  /// Each kind of message has a folder of its own below.
  public var unterordnerJeTyp: Bool
  /// For how many seconds a file that is no complete container must not have changed before it counts
  /// as damaged; nil: ``Transferordner/ueblicheRuhezeit``.
  public var ruhezeit: Int?

  /// Which side is set up: an agency has an agreement, an archive has none.
  public var seite: Seite { vereinbarung == nil ? .archiv : .behoerde }

  /// A partner.
  public init(
    vereinbarung: Vereinbarung?, eingang: String, ausgang: String, unterordnerJeTyp: Bool = false,
    ruhezeit: Int? = nil
  ) {
    self.vereinbarung = vereinbarung
    self.eingang = eingang
    self.ausgang = ausgang
    self.unterordnerJeTyp = unterordnerJeTyp
    self.ruhezeit = ruhezeit
  }

  /// The folders; those that do not exist are made.
  public func transfer() throws(AussonderungFehler) -> Transferordner {
    try Transferordner(
      eingang: eingang, ausgang: ausgang, unterordnerJeTyp: unterordnerJeTyp,
      ruhezeit: ruhezeit ?? Transferordner.ueblicheRuhezeit)
  }
}

extension Verfahrensordner {
  /// The partner of the folder; nil if none was set.
  ///
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)`` if what is there cannot be read.
  public func partner() throws(AussonderungFehler) -> Partner? {
    let pfad = ordner + "/partner.json"
    guard let bytes = try Dauerhaft.lies(pfad) else { return nil }
    do {
      return try JSONDecoder().decode(Partner.self, from: Data(bytes))
    } catch {
      throw .ablage(
        pfad: pfad,
        grund: "die Angaben zum Partner sind nicht lesbar; richten Sie ihn mit »--ersetzen« neu ein"
      )
    }
  }

  /// Sees to it that the folder is not that of the other side, by its partner and by its processes;
  /// nothing in it is changed.
  ///
  /// - Parameter seite: The side that is to work with it.
  /// - Throws: ``AussonderungFehler/falscheSeite(ordner:ist:)``,
  ///   ``AussonderungFehler/ablage(pfad:grund:)`` if what is there cannot be read.
  public func verlange(_ seite: Seite) throws(AussonderungFehler) {
    if let partner = try partner() {
      guard partner.seite == seite else {
        throw .falscheSeite(ordner: ordner, ist: partner.seite)
      }
    } else {
      try verlangeProzesse(seite)
    }
  }

  private func verlangeProzesse(_ seite: Seite) throws(AussonderungFehler) {
    guard let erster = try prozesse().first, let v = try verfahren(erster), v.seite != seite else {
      return
    }
    throw .falscheSeite(ordner: ordner, ist: v.seite)
  }

  /// Sets the folder up for one side; the same once more is fine.
  ///
  /// - Parameters:
  ///   - partner: The partner; without a ``Partner/ruhezeit`` it keeps the one that was set.
  ///   - ersetzt: Other details of the same side, or details that cannot be read, are replaced.
  /// - Throws: ``AussonderungFehler/falscheSeite(ordner:ist:)``,
  ///   ``AussonderungFehler/schonEingerichtet(ordner:)``,
  ///   ``AussonderungFehler/ordnerUeberschneiden(_:_:)``,
  ///   ``AussonderungFehler/ablage(pfad:grund:)``; nothing is changed then.
  public func richteEin(_ partner: Partner, ersetzt: Bool) throws(AussonderungFehler) {
    var neu = partner
    var alt: Partner?
    do {
      alt = try self.partner()
    } catch {
      guard ersetzt else { throw error }
    }
    if let alt {
      guard alt.seite == neu.seite else { throw .falscheSeite(ordner: ordner, ist: alt.seite) }
      neu.ruhezeit = neu.ruhezeit ?? alt.ruhezeit
      guard alt == neu || ersetzt else { throw .schonEingerichtet(ordner: ordner) }
    } else {
      try verlangeProzesse(neu.seite)
    }
    _ = try neu.transfer()
    if alt != neu { try setze(neu) }
  }

  /// Sets the partner of the folder, whatever was there.
  public func setze(_ partner: Partner) throws(AussonderungFehler) {
    let pfad = ordner + "/partner.json"
    let kodierer = JSONEncoder()
    kodierer.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let bytes: [UInt8]
    do {
      bytes = Array(try kodierer.encode(partner))
    } catch {
      throw .ablage(pfad: pfad, grund: "die Angaben lassen sich nicht schreiben (\(error))")
    }
    try Dauerhaft.schreibe(bytes, nach: pfad)
  }
}
