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
        pfad: pfad, grund: "die Angaben zum Partner sind nicht lesbar; richten Sie ihn neu ein")
    }
  }

  /// Sets the partner of the folder.
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
