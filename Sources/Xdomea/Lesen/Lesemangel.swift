// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Something in a message that the model cannot hold; reported, never dropped in silence.
public struct Lesemangel: Hashable, Sendable {
  /// What is wrong.
  public enum Art: String, Hashable, Sendable {
    /// The version has no such element at this place; it is not in the model.
    case unbekanntesElement
    /// The version has no such attribute at this place; it is not in the model.
    case unbekanntesAttribut
    /// The text does not have the form of the value; the field stays empty.
    case ungueltigerWert
    /// The element may occur once only; further ones are not in the model.
    case mehrfach
    /// Text between elements; it is not in the model.
    case text
    /// A mandatory element is missing.
    case pflichtFehlt
    /// A day with a time zone; the zone is not in the model.
    case zeitzone
    /// A UUID that is not 8-4-4-4-12 hex digits (R17).
    case keineUUID
  }

  /// What is wrong.
  public var art: Art
  /// The line in the message.
  public var zeile: Int
  /// The element, with its parent where that helps.
  public var element: String
  /// The offending text, cut to 80 characters; empty where there is none.
  public var wert: String
  /// The object around.
  public var objekt: ObjektID?

  /// A sentence for the reader of a report.
  public var meldung: String {
    switch art {
    case .unbekanntesElement: "Unbekanntes Element \(element)."
    case .unbekanntesAttribut: "Unbekanntes Attribut \(wert) an \(element)."
    case .ungueltigerWert: "\(element): „\(wert)“ ist kein gültiger Wert."
    case .mehrfach: "\(element) kommt mehrfach vor, erlaubt ist einmal."
    case .text: "Text zwischen den Elementen von \(element)."
    case .pflichtFehlt: "Pflichtelement \(wert) fehlt in \(element)."
    case .zeitzone: "\(element): Die Zeitzone von „\(wert)“ hat bei einem Tag keine Bedeutung."
    case .keineUUID: "\(element): \(wert) ist keine UUID."
    }
  }
}

/// Where in the message objects and files are named, for findings with a place.
public struct Fundstellen: Sendable {
  /// Every UUID of an object with its line, in the order of the message.
  public internal(set) var objekte: [(id: ObjektID, zeile: Int)] = []
  /// Every file name with its line, in the order of the message.
  public internal(set) var dateien: [(name: String, zeile: Int)] = []

  /// The line that first names the object.
  public func zeile(_ id: ObjektID) -> Int? { objekte.first { $0.id == id }?.zeile }
}
