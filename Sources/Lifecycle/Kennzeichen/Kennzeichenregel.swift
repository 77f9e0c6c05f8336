// SPDX-License-Identifier: Apache-2.0
public import Akte

/// How Kennzeichen are built in one agency: template, counter, gaps (lebenszyklus FAKTEN 1.2).
///
/// The counter itself is kept by the store, which draws the number and checks for collisions in
/// the transaction that creates the object. A Kennzeichen does not change after that.
public struct Kennzeichenregel: Hashable, Sendable {
  /// The template.
  public let vorlage: Kennzeichenvorlage
  /// For what a counter of its own runs.
  public let bereich: Zaehlerbereich
  /// Whether numbers may be left out.
  public let luecken: Lueckenregel

  /// A rule.
  ///
  /// - Throws: ``Kennzeichenfehler/platzFehlt(_:grund:)`` if the template would give the same
  ///   Kennzeichen twice: each thing that has its own counter must be a slot that is always
  ///   filled.
  public init(
    _ vorlage: Kennzeichenvorlage, bereich: Zaehlerbereich = .init(),
    luecken: Lueckenregel = .steigend
  ) throws(Kennzeichenfehler) {
    let plaetze = vorlage.pflichtplaetze
    guard plaetze.contains(.lfdNr) else {
      throw .platzFehlt(.lfdNr, grund: "ohne sie hießen alle Akten einer Einheit gleich")
    }
    guard plaetze.contains(.aktenplanKz) else {
      throw .platzFehlt(.aktenplanKz, grund: "jede Aktenplaneinheit zählt für sich")
    }
    if bereich.jeJahr, !plaetze.contains(.jahr) {
      throw .platzFehlt(.jahr, grund: "die Zählung beginnt jedes Jahr neu")
    }
    if bereich.jeOrganisationseinheit, !plaetze.contains(.orgKz) {
      throw .platzFehlt(.orgKz, grund: "jede Organisationseinheit zählt für sich")
    }
    self.vorlage = vorlage
    self.bereich = bereich
    self.luecken = luecken
  }

  /// The counter from which the number for these values is drawn.
  ///
  /// - Throws: ``Kennzeichenfehler/werteFehlen(_:)`` if the values do not name it.
  public func zaehler(
    fuer werte: Kennzeichenwerte
  ) throws(Kennzeichenfehler) -> Zaehlerschluessel {
    var fehlt: [Kennzeichenplatz] = []
    if werte.aktenplanKz == nil { fehlt.append(.aktenplanKz) }
    if bereich.jeJahr, werte.jahr == nil { fehlt.append(.jahr) }
    if bereich.jeOrganisationseinheit, werte.orgKz == nil { fehlt.append(.orgKz) }
    guard fehlt.isEmpty, let einheit = werte.aktenplanKz else { throw .werteFehlen(fehlt) }
    return Zaehlerschluessel(
      aktenplanKz: einheit, jahr: bereich.jeJahr ? werte.jahr : nil,
      orgKz: bereich.jeOrganisationseinheit ? werte.orgKz : nil)
  }

  /// Builds a Kennzeichen.
  ///
  /// - Parameters:
  ///   - werte: What is known of the object.
  ///   - lfdNr: The number that the counter gave, from 1.
  ///   - fuerPfad: True if the Kennzeichen will be part of a path.
  /// - Returns: The template with all values; optional parts without values are left out.
  /// - Throws: ``Kennzeichenfehler``.
  public func baue(
    _ werte: Kennzeichenwerte, lfdNr: Int, fuerPfad: Bool = false
  ) throws(Kennzeichenfehler) -> Kennzeichen {
    var fehlt: [Kennzeichenplatz] = []
    var text = ""
    for teil in vorlage.teile {
      let offen = teil.plaetze.filter { !werte.hat($0) }
      if teil.wahlfrei, !offen.isEmpty { continue }
      fehlt += offen
      for stueck in teil.stuecke {
        switch stueck {
        case .text(let fest, _): text += fest
        case .platz(let platz, let breite):
          if werte.hat(platz) { text += try werte.text(platz, breite, lfdNr) }
        }
      }
    }
    guard fehlt.isEmpty else { throw .werteFehlen(fehlt) }
    let kennzeichen = Kennzeichen(text)
    if fuerPfad, let falsch = text.first(where: { !Kennzeichen(String($0)).istPfadtauglich }) {
      throw .nichtPfadtauglich(kennzeichen: text, zeichen: falsch)
    }
    return kennzeichen
  }
}

/// For what a counter of its own runs: always for each Aktenplaneinheit, and perhaps more.
public struct Zaehlerbereich: Hashable, Sendable, Codable {
  /// True if counting begins anew each year.
  public var jeJahr: Bool
  /// True if each organisational unit counts by itself.
  public var jeOrganisationseinheit: Bool

  /// A scope; by default one counter for each Aktenplaneinheit.
  public init(jeJahr: Bool = false, jeOrganisationseinheit: Bool = false) {
    self.jeJahr = jeJahr
    self.jeOrganisationseinheit = jeOrganisationseinheit
  }
}

/// Whether numbers may be left out.
public enum Lueckenregel: String, Hashable, Sendable, Codable, CaseIterable {
  /// Every number is used: the number is drawn in the transaction that creates the object, and a
  /// cancelled object (row A05) keeps its number as its proof.
  case lueckenlos
  /// Numbers only rise; some may be missing, for example after a transaction that failed.
  case steigend
}

/// Which counter gives the number.
public struct Zaehlerschluessel: Hashable, Sendable, Codable {
  /// The Aktenplaneinheit.
  public let aktenplanKz: String
  /// The year, if each year counts by itself.
  public let jahr: Int?
  /// The organisational unit, if each one counts by itself.
  public let orgKz: String?
}

/// What is known of the object that gets a Kennzeichen.
public struct Kennzeichenwerte: Hashable, Sendable, Codable {
  /// The short form of the organisational unit.
  public var orgKz: String?
  /// The Kennzeichen of the Aktenplaneinheit.
  public var aktenplanKz: String?
  /// The year, 1 to 9999.
  public var jahr: Int?
  /// The number of the Vorgang, from 1.
  public var vorgang: Int?
  /// The number of the Dokument, from 1.
  public var dokument: Int?

  /// Values; leave out what is not known.
  public init(
    orgKz: String? = nil, aktenplanKz: String? = nil, jahr: Int? = nil, vorgang: Int? = nil,
    dokument: Int? = nil
  ) {
    self.orgKz = orgKz
    self.aktenplanKz = aktenplanKz
    self.jahr = jahr
    self.vorgang = vorgang
    self.dokument = dokument
  }

  fileprivate func hat(_ platz: Kennzeichenplatz) -> Bool {
    switch platz {
    case .orgKz: orgKz != nil
    case .aktenplanKz: aktenplanKz != nil
    case .lfdNr: true
    case .jahr: jahr != nil
    case .vorgang: vorgang != nil
    case .dokument: dokument != nil
    }
  }

  fileprivate func text(
    _ platz: Kennzeichenplatz, _ breite: Int, _ lfdNr: Int
  ) throws(Kennzeichenfehler) -> String {
    switch platz {
    case .orgKz: return try Self.wort(orgKz ?? "", platz)
    case .aktenplanKz: return try Self.wort(aktenplanKz ?? "", platz)
    case .lfdNr: return try Self.zahl(lfdNr, platz, breite)
    case .vorgang: return try Self.zahl(vorgang ?? 0, platz, breite)
    case .dokument: return try Self.zahl(dokument ?? 0, platz, breite)
    case .jahr:
      let jahr = jahr ?? 0
      guard (1...9999).contains(jahr) else {
        throw .wertUnzulaessig(platz, grund: "\(jahr) ist kein Jahr von 1 bis 9999")
      }
      return try Self.zahl(breite == 2 ? jahr % 100 : jahr, platz, max(breite, 2), ab: 0)
    }
  }

  private static func wort(
    _ text: String, _ platz: Kennzeichenplatz
  ) throws(Kennzeichenfehler) -> String {
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw .wertUnzulaessig(platz, grund: "sie ist leer")
    }
    guard text.first?.isWhitespace == false, text.last?.isWhitespace == false else {
      throw .wertUnzulaessig(platz, grund: "am Rand stehen Leerzeichen")
    }
    guard text.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 }) else {
      throw .wertUnzulaessig(platz, grund: "sie enthält ein Steuerzeichen")
    }
    return text
  }

  private static func zahl(
    _ zahl: Int, _ platz: Kennzeichenplatz, _ breite: Int, ab mindestens: Int = 1
  ) throws(Kennzeichenfehler) -> String {
    guard zahl >= mindestens else {
      throw .wertUnzulaessig(platz, grund: "\(zahl) ist kleiner als \(mindestens)")
    }
    let ziffern = String(zahl)
    return String(repeating: "0", count: max(0, breite - ziffern.count)) + ziffern
  }
}

extension Kennzeichenregel: Codable {
  private enum Schluessel: String, CodingKey {
    case vorlage, bereich, luecken
  }

  /// Reads the template as text, and checks the rule.
  public init(from decoder: any Decoder) throws {
    let b = try decoder.container(keyedBy: Schluessel.self)
    try self.init(
      try Kennzeichenvorlage(try b.decode(String.self, forKey: .vorlage)),
      bereich: try b.decodeIfPresent(Zaehlerbereich.self, forKey: .bereich) ?? Zaehlerbereich(),
      luecken: try b.decodeIfPresent(Lueckenregel.self, forKey: .luecken) ?? .steigend)
  }

  /// Writes the template as text.
  public func encode(to encoder: any Encoder) throws {
    var b = encoder.container(keyedBy: Schluessel.self)
    try b.encode(vorlage.text, forKey: .vorlage)
    try b.encode(bereich, forKey: .bereich)
    try b.encode(luecken, forKey: .luecken)
  }
}
