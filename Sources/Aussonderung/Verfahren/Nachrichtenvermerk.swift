// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Xdomea

/// One message of a process, as this side knows it.
public struct Nachrichtenvermerk: Hashable, Sendable, Codable {
  /// Where the message is on its way.
  public enum Stand: String, Hashable, Sendable, Codable {
    /// Ours: written into the process's folder.
    case geschrieben
    /// Ours: the store knows about it.
    case verbucht
    /// Ours: lies in the outbox.
    case versandt
    /// Theirs: lies in the process's folder.
    case eingegangen
    /// Theirs: worked on; objects that were refused are named in the process.
    case verarbeitet
    /// Theirs: refused as a whole; ``Nachrichtenvermerk/grund`` says why.
    case abgelehnt
  }

  /// The message's own UUID; up to 3.1, where a message has none, made from its bytes.
  public var id: NachrichtenID
  /// The process in its head.
  public var prozess: ProzessID
  /// Its kind.
  public var typ: Nachrichtentyp
  /// Its version.
  public var fassung: XdomeaFassung
  /// True for a message of this side.
  public var eigene: Bool
  /// Number among the messages of its type.
  public var teil: Int
  /// How many there are.
  public var gesamt: Int
  /// Ours: the number, from 1, of the batch it is about; nil: all of them.
  public var paket: Int?
  /// The message that it answers.
  public var antwortAuf: NachrichtenID?
  /// A receipt was asked for.
  public var bestaetigungErbeten: Bool
  /// The name of the container in the folder of the process.
  public var datei: String
  /// Ours: the message alone, kept in place of its container when the objects in it were destroyed.
  public internal(set) var ohneDateien: String?
  /// The digest of the container as it went out or came in.
  public var pruefsumme: Pruefsumme
  /// The step of this side in which it was made or came in; parts of one sending have the same.
  public var schritt: Int
  /// When it was made or came in.
  public var zeitpunkt: Zeitpunkt
  /// Where it is on its way.
  public var stand: Stand
  /// How often it was worked on; a hold that is gone lets one be read again (L03).
  public var versuche = 0
  /// Why it was refused.
  public var grund: String?
  /// Ours: how many values the version cannot carry, or not as they are, for each rule R66 to R70; nil:
  /// none.
  public var verluste: [String: Int]?
}

extension Verfahren {
  /// The messages of a kind from one side, in order.
  public func nachrichten(
    _ typ: Nachrichtentyp, eigene: Bool
  ) -> [Nachrichtenvermerk] {
    nachrichten.filter { $0.typ == typ && $0.eigene == eigene }
  }

  /// The message with this id; nil if there is none.
  public func nachricht(_ id: NachrichtenID) -> Nachrichtenvermerk? {
    nachrichten.first { $0.id == id }
  }

  /// Puts a message in its place, or at the end.
  mutating func merke(_ vermerk: Nachrichtenvermerk) {
    if let i = nachrichten.firstIndex(where: { $0.id == vermerk.id }) {
      nachrichten[i] = vermerk
    } else {
      nachrichten.append(vermerk)
    }
  }
}
