// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import FoundationEssentials
public import Xdomea

/// What a message of ours cannot carry in the version that was agreed, or in another form only
/// (R66–R70).
public struct Uebertragungsverlust: Hashable, Sendable, Codable {
  /// The rule: R66 to R70.
  public var regel: String
  /// How the message differs.
  public var art: Verlust.Art
  /// The element, as the version that has it calls it.
  public var feld: String
  /// The object; nil in the head.
  public var objekt: ObjektID?
  /// Its Betreff.
  public var betreff: String?
  /// What happened, as a German sentence.
  public var text: String

  init(_ v: Verlust) {
    regel = v.regel
    art = v.art
    feld = v.feld
    objekt = v.objekt
    betreff = v.betreff
    text = v.meldung
  }

  /// What follows from it for the sender.
  public enum Folge: String, Hashable, Sendable, Codable {
    /// The message must not go out: it would be wrong (R67, or a mandatory value that is not known).
    case ausgeschlossen
    /// Somebody has to look at it and accept it before the message goes out (R66: texts are no longer
    /// the same).
    case hinzunehmen
    /// It is reported (R68 to R70).
    case vermerkt
  }

  /// What follows from it: the severities and remedies of the rules.
  public var folge: Folge {
    if art == .pflichtFehlt || regel == "R67" { return .ausgeschlossen }
    return regel == "R66" ? .hinzunehmen : .vermerkt
  }
}

/// Somebody accepted that texts go out changed.
public struct Verlusthinnahme: Hashable, Sendable, Codable {
  /// For which kind of message of the process.
  public var typ: Nachrichtentyp
  /// Who.
  public var von: String
  /// When.
  public var zeitpunkt: Zeitpunkt
}

extension Verfahrensordner {
  /// Writes down what a message of ours does not carry; nothing if it carries all.
  func merke(
    _ verluste: [Uebertragungsverlust], _ datei: String, _ prozess: ProzessID
  ) throws(AussonderungFehler) {
    let pfad = nachrichtenordner(prozess) + "/" + datei + ".verluste"
    guard !verluste.isEmpty else { return try Dauerhaft.entferne(pfad) }
    do {
      try Dauerhaft.schreibe(Array(try JSONEncoder().encode(verluste)), nach: pfad)
    } catch let fehler as AussonderungFehler {
      throw fehler
    } catch {
      throw .ablage(pfad: pfad, grund: "die Verluste lassen sich nicht schreiben (\(error))")
    }
  }

  /// What a message of ours does not carry.
  ///
  /// - Parameters:
  ///   - vermerk: The message.
  ///   - verfahren: Its process.
  /// - Returns: The losses in the order of the message.
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)``.
  public func verluste(
    _ vermerk: Nachrichtenvermerk, in verfahren: Verfahren
  ) throws(AussonderungFehler) -> [Uebertragungsverlust] {
    let pfad = containerpfad(vermerk, in: verfahren) + ".verluste"
    guard let bytes = try Dauerhaft.lies(pfad) else { return [] }
    do {
      return try JSONDecoder().decode([Uebertragungsverlust].self, from: Data(bytes))
    } catch {
      throw .ablage(pfad: pfad, grund: "die Liste der Verluste ist nicht lesbar")
    }
  }
}
