// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// The checked inputs of a calculation.
public struct Eingaben: Hashable, Sendable {
  let werte: [String: Eingabewert]

  /// Reads the machine form: an object with the keys of the inputs.
  ///
  /// - Parameters:
  ///   - hilfe: The calculator.
  ///   - baum: The object.
  /// - Throws: ``Rechenfehler`` naming the input.
  public init(_ hilfe: Kalkulationshilfe, _ baum: Baum) throws(Rechenfehler) {
    werte = try Self.lies(hilfe.eingaben, baum)
  }

  /// Reads what somebody typed.
  ///
  /// - Parameters:
  ///   - hilfe: The calculator.
  ///   - worte: Keys with their values in German; a key of a list may come several times.
  /// - Throws: ``Rechenfehler`` naming the input.
  public init(
    _ hilfe: Kalkulationshilfe, _ worte: [(name: String, wert: String)]
  ) throws(Rechenfehler) {
    var werte: [String: Eingabewert] = [:]
    for (name, wort) in worte {
      guard let feld = hilfe.eingaben.first(where: { $0.heisst(name) }) else {
        throw .unbekannt(id: name, moeglich: hilfe.eingaben.map(\.id))
      }
      let name = feld.id
      let wert = try feld.wert(wort)
      switch (werte[name], wert) {
      case (nil, _): werte[name] = wert
      case (.posten(let bisher), .posten(let neu)):
        if let doppelt = neu.first(where: { n in bisher.contains { $0.name == n.name } }) {
          throw feld.zweimal(doppelt.name)
        }
        werte[name] = .posten(bisher + neu)
      case (.gruppen(let bisher), .gruppen(let neu)): werte[name] = .gruppen(bisher + neu)
      case (.liste(let bisher), .liste(let neu)): werte[name] = .liste(bisher + neu)
      default: throw feld.falsch("Die Eingabe steht zweimal da.")
      }
    }
    self.werte = try Self.ergaenzt(hilfe.eingaben, werte)
  }

  static func lies(_ felder: [Eingabefeld], _ baum: Baum) throws(Rechenfehler) -> [String:
    Eingabewert]
  {
    guard case .objekt(let eintraege) = baum else {
      throw .unmoeglich(grund: "Die Eingaben sind keine Gruppe von Angaben mit Namen.")
    }
    var werte: [String: Eingabewert] = [:]
    for e in eintraege where e.ast.baum != .nichts { try nimm(e.name, e.ast.baum, felder, &werte) }
    return try ergaenzt(felder, werte)
  }

  /// Takes a value; a group that is no input itself leads to inputs with a point in their key.
  private static func nimm(
    _ name: String, _ baum: Baum, _ felder: [Eingabefeld], _ werte: inout [String: Eingabewert]
  ) throws(Rechenfehler) {
    if let feld = felder.first(where: { $0.id == name }) {
      guard werte.updateValue(try feld.wert(baum), forKey: name) == nil else {
        throw feld.falsch("Die Eingabe steht zweimal da.")
      }
      return
    }
    guard case .objekt(let innen) = baum, felder.contains(where: { $0.id.hasPrefix(name + ".") })
    else {
      throw .unbekannt(id: String(name.prefix(40)), moeglich: felder.map(\.id))
    }
    for e in innen { try nimm(name + "." + e.name, e.ast.baum, felder, &werte) }
  }

  static func lies(
    _ felder: [Eingabefeld], _ worte: [String: String]
  ) throws(Rechenfehler) -> [String: Eingabewert] {
    var werte: [String: Eingabewert] = [:]
    for (name, wort) in worte.sorted(by: { $0.key < $1.key }) {
      guard let feld = felder.first(where: { $0.heisst(name) }) else {
        throw .unbekannt(id: name, moeglich: felder.map(\.id))
      }
      guard werte.updateValue(try feld.wert(wort), forKey: feld.id) == nil else {
        throw feld.zweimal(name)
      }
    }
    return try ergaenzt(felder, werte)
  }

  private static func ergaenzt(
    _ felder: [Eingabefeld], _ werte: [String: Eingabewert]
  ) throws(Rechenfehler) -> [String: Eingabewert] {
    var werte = werte
    for feld in felder where werte[feld.id] == nil {
      if let vorgabe = feld.vorgabe {
        werte[feld.id] = try feld.wert(vorgabe)
      } else if !feld.optional {
        throw .fehlt(id: feld.id, text: feld.text)
      }
    }
    return werte
  }

  // MARK: What the formulas read; the definition has checked that it is there

  private init(_ werte: [String: Eingabewert]) { self.werte = werte }

  private func fehlt(_ id: String) -> Rechenfehler {
    .fehlt(id: id, text: "Die Angabe wird gebraucht")
  }

  func zahl(_ id: String) throws(Rechenfehler) -> Bruch {
    guard case .zahl(let zahl)? = werte[id] else { throw fehlt(id) }
    return zahl
  }

  func ganz(_ id: String) throws(Rechenfehler) -> Int {
    guard let ganz: Int = try zahl(id).gerundet else { throw fehlt(id) }
    return ganz
  }

  func liste(_ id: String) throws(Rechenfehler) -> [Bruch] {
    guard case .liste(let liste)? = werte[id] else { throw fehlt(id) }
    return liste
  }

  func posten(_ id: String) throws(Rechenfehler) -> [Eingabewert.Posten] {
    guard case .posten(let posten)? = werte[id] else { throw fehlt(id) }
    return posten
  }

  func gruppen(_ id: String) throws(Rechenfehler) -> [Eingaben] {
    guard case .gruppen(let gruppen)? = werte[id] else { throw fehlt(id) }
    return gruppen.map(Eingaben.init)
  }

  func tag(_ id: String) throws(Rechenfehler) -> Kalendertag {
    guard case .tag(let tag)? = werte[id] else { throw fehlt(id) }
    return tag
  }

  func wort(_ id: String) throws(Rechenfehler) -> String {
    guard case .wort(let wort)? = werte[id] else { throw fehlt(id) }
    return wort
  }

  func jaNein(_ id: String) throws(Rechenfehler) -> Bool {
    guard case .jaNein(let ja)? = werte[id] else { throw fehlt(id) }
    return ja
  }

  subscript(_ id: String) -> Eingabewert? { werte[id] }
}
