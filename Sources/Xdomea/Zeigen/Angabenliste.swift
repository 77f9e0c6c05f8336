// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

/// Collects all that a value says of itself as indented lines of label and value.
///
/// It goes through the stored properties by reflection, so that no field of the model can be
/// forgotten. Only for showing a single object: reflection is slow.
struct Angabenliste {
  private(set) var zeilen: [String] = []

  /// Takes all fields of a value.
  mutating func nimm(alles wert: Any) {
    for kind in Mirror(reflecting: wert).children { nimm(kind.label ?? "", kind.value, 1) }
  }

  private mutating func nimm(_ name: String, _ wert: Any, _ tiefe: Int) {
    if let kasten = wert as? any Kasten {
      if let inhalt = kasten.inhalt { nimm(String(name.drop { $0 == "_" }), inhalt, tiefe) }
      return
    }
    if let text = Self.blatt(wert) {
      schreibe(Beschriftung.von(name) + ": " + text, tiefe)
      return
    }
    let spiegel = Mirror(reflecting: wert)
    switch spiegel.displayStyle {
    case .optional:
      if let inhalt = spiegel.children.first { nimm(name, inhalt.value, tiefe) }
    case .collection:
      for kind in spiegel.children { nimm(name, kind.value, tiefe) }
    case .enum:
      for kind in spiegel.children { nimm(kind.label ?? name, kind.value, tiefe) }
    default:
      if Beschriftung.durchsichtig.contains(name) {
        for kind in spiegel.children { nimm(kind.label ?? "", kind.value, tiefe) }
        return
      }
      let stelle = zeilen.count
      for kind in spiegel.children { nimm(kind.label ?? "", kind.value, tiefe + 1) }
      if zeilen.count > stelle { einfuegen(Beschriftung.von(name) + ":", tiefe, stelle) }
    }
  }

  private mutating func schreibe(_ text: String, _ tiefe: Int) {
    einfuegen(text, tiefe, zeilen.count)
  }

  private mutating func einfuegen(_ text: String, _ tiefe: Int, _ stelle: Int) {
    zeilen.insert(String(repeating: "  ", count: tiefe) + text, at: stelle)
  }

  /// The text of a value that is shown in one piece; nil for one with parts.
  private static func blatt(_ wert: Any) -> String? {
    switch wert {
    case let s as String: s.sichtbar
    case let b as Bool: b ? "ja" : "nein"
    case let n as any BinaryInteger: "\(n)"
    case let k as Kalendertag: k.anzeige
    case let z as Zeitpunkt: z.anzeige
    case let u as Uhrzeit: u.text
    case let t as Teildatum: t.anzeige
    case let k as Kennzeichen: k.text.sichtbar
    case let id as ObjektID: id.text
    case let c as Code:
      ([c.wert] + (c.name.map { ["(\($0))"] } ?? [])).joined(separator: " ").sichtbar
    case let a as Aussonderungsart: a.kurz.sichtbar
    case let z as Zeitraum: z.anzeige ?? "ohne Tage"
    case .jahre(let n) as Aufbewahrungsdauer: n.mal("Jahr", "Jahre")
    case .unbefristet as Aufbewahrungsdauer: "unbefristet"
    case .eingebettet as SignaturSiegel: "in der Datei enthalten"
    case let x as XMLFragment: x.xml.sichtbar
    default: nil
    }
  }
}

/// A property wrapper that reflection would show instead of its content.
private protocol Kasten {
  var inhalt: Any? { get }
}

extension Selten: Kasten {
  fileprivate var inhalt: Any? { wrappedValue }
}
