// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Something that a version cannot express, or not in the same way (R66–R70).
public struct Verlust: Hashable, Sendable {
  /// How the target differs.
  public enum Art: String, Hashable, Sendable, Codable, CaseIterable {
    /// The target has no place for the value; it is not in the message.
    case nichtUebertragbar
    /// The target holds one value only; this one is a further one and not in the message.
    case nurErster
    /// A mandatory part of the block is missing, so the whole block is not in the message.
    case weggelassen
    /// The value is in the message in another form.
    case umgewandelt
    /// The target demands a value that the source does not have; a placeholder stands there.
    case ergaenzt
    /// The target demands a value that is not known; the message is not valid without it.
    case pflichtFehlt
  }

  /// How the target differs.
  public var art: Art
  /// The rule of the report: R66 to R70.
  public var regel: String
  /// The element, as the version that has it calls it.
  public var feld: String
  /// The value, cut to 80 characters.
  public var wert: String
  /// The object around; nil in the message head.
  public var objekt: ObjektID?
  /// Its Betreff.
  public var betreff: String?
  /// What happened, in addition.
  public var zusatz: String?

  /// True if information is not in the target message.
  public var verliert: Bool { art != .umgewandelt && art != .ergaenzt }

  /// A sentence for the reader of the report.
  public var meldung: String {
    let ort = objekt.map { " von \($0)" } ?? " im Nachrichtenkopf"
    let inhalt = wert.isEmpty ? "" : " („\(wert)“)"
    let ende = zusatz.map { " " + $0 } ?? ""
    // The rule's own sentence says it all.
    if ["R66", "R67", "R69"].contains(regel), let zusatz { return zusatz }
    switch art {
    case .nichtUebertragbar: return "Nicht übertragbar: \(feld)\(ort)\(inhalt).\(ende)"
    case .nurErster:
      return "Nicht übertragbar: weiteres \(feld)\(ort)\(inhalt); erlaubt ist nur eines.\(ende)"
    case .weggelassen: return "Weggelassen: \(feld)\(ort)\(inhalt).\(ende)"
    case .umgewandelt: return "Umgewandelt: \(feld)\(ort)\(inhalt).\(ende)"
    case .ergaenzt: return "Ergänzt: \(feld)\(ort)\(inhalt).\(ende)"
    case .pflichtFehlt: return "Pflichtangabe fehlt: \(feld)\(ort).\(ende)"
    }
  }
}

/// All that was lost or changed when a message was written; empty if the version carries all.
public struct Verlustbericht: Hashable, Sendable {
  /// The entries, in the order of the message; at most ``hoechstzahlJeFeld`` for each element.
  public private(set) var eintraege: [Verlust] = []
  /// How many entries there are for each element, also those not kept.
  public private(set) var anzahlJeFeld: [String: Int] = [:]
  /// Entries of one element beyond this number are counted, not kept; rare losses always are.
  public static let hoechstzahlJeFeld = 10_000

  /// An empty report.
  public init() {}

  /// True if nothing was lost or changed.
  public var istLeer: Bool { anzahlJeFeld.isEmpty }

  /// How many entries there are.
  public var anzahl: Int { anzahlJeFeld.values.reduce(0, +) }

  mutating func melde(_ v: Verlust) {
    let bisher = anzahlJeFeld[v.feld, default: 0]
    anzahlJeFeld[v.feld] = bisher + 1
    if bisher < Self.hoechstzahlJeFeld { eintraege.append(v) }
  }
}
