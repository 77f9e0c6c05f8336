// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// Why a calculation or decision cannot be done; each case names the input and what to do.
public enum Rechenfehler: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no such input.
  case unbekannt(id: String, moeglich: [String])
  /// An input is missing.
  case fehlt(id: String, text: String)
  /// An input is not what is asked.
  case falsch(id: String, text: String, grund: String)
  /// The inputs do not go together.
  case unmoeglich(grund: String)

  /// The German sentence.
  public var description: String {
    switch self {
    case .unbekannt(let id, let moeglich):
      "Die Eingabe »\(id)« gibt es nicht. Möglich sind: \(moeglich.joined(separator: ", "))."
    case .fehlt(let id, let text): "Es fehlt die Eingabe »\(id)«: \(text)."
    case .falsch(let id, let text, let grund): "»\(id)« (\(text)): \(grund)"
    case .unmoeglich(let grund): grund
    }
  }
}

/// A value that was put in.
enum Eingabewert: Hashable, Sendable {
  case zahl(Bruch)
  case liste([Bruch])
  case posten([Posten])
  case gruppen([[String: Eingabewert]])
  case tag(Kalendertag)
  case offen
  case wort(String)
  case jaNein(Bool)

  struct Posten: Hashable, Sendable {
    let name: String
    let betrag: Bruch
  }
}

extension Eingabefeld {
  func falsch(_ grund: String) -> Rechenfehler { .falsch(id: id, text: text, grund: grund) }

  /// Whether somebody who types this name means this input; capital letters do not matter.
  func heisst(_ name: String) -> Bool { id.lowercased() == name.trimmed.lowercased() }

  /// A value out of the machine form: decimal numbers with a point, days as `JJJJ-MM-TT`.
  func wert(_ baum: Baum) throws(Rechenfehler) -> Eingabewert {
    switch typ {
    case .ganzzahl, .dezimal, .betrag, .anteil, .prozent: return .zahl(try begrenzt(try zahl(baum)))
    case .anteilsliste:
      guard case .liste(let werte) = baum, (1...50).contains(werte.count) else {
        throw falsch("Hier wird eine Liste von Anteilen erwartet.")
      }
      var anteile: [Bruch] = []
      for w in werte { anteile.append(try begrenzt(try zahl(w.baum))) }
      return .liste(anteile)
    case .posten:
      guard case .objekt(let eintraege) = baum, eintraege.count <= 200 else {
        throw falsch("Hier werden Posten mit Beträgen erwartet.")
      }
      var posten: [Eingabewert.Posten] = []
      for e in eintraege {
        posten.append(.init(name: e.name, betrag: try begrenzt(try zahl(e.ast.baum))))
      }
      return .posten(posten)
    case .gruppen:
      guard case .liste(let werte) = baum, (1...500).contains(werte.count) else {
        throw falsch("Hier wird eine Liste von Einträgen erwartet.")
      }
      var gruppen: [[String: Eingabewert]] = []
      for w in werte { gruppen.append(try Eingaben.lies(felder, w.baum)) }
      return .gruppen(gruppen)
    case .datum, .datumOderOffen, .wahl, .text:
      guard case .text(let wort) = baum else { throw falsch("Hier wird ein Text erwartet.") }
      return try wert(wort)
    case .janein:
      if case .wahrheit(let ja) = baum { return .jaNein(ja) }
      guard case .text(let wort) = baum else { throw falsch("Antworten Sie mit ja oder nein.") }
      return try wert(wort)
    }
  }

  private func zahl(_ baum: Baum) throws(Rechenfehler) -> Bruch {
    switch baum {
    case .zahl(let ziffern), .text(let ziffern):
      guard let zahl = Bruch(dezimal: ziffern) else {
        throw falsch("»\(ziffern.prefix(40))« ist keine Zahl.")
      }
      return zahl
    default: throw falsch("Hier wird eine Zahl erwartet.")
    }
  }

  private func begrenzt(_ zahl: Bruch) throws(Rechenfehler) -> Bruch {
    if let min, zahl < min {
      throw falsch("\(anzeige(zahl)) ist zu klein; möglich ab \(anzeige(min)).")
    }
    if let max, zahl > max {
      throw falsch("\(anzeige(zahl)) ist zu groß; möglich bis \(anzeige(max)).")
    }
    if typ == .ganzzahl, !zahl.istGanz { throw falsch("Hier wird eine ganze Zahl erwartet.") }
    return zahl
  }

  /// A number as the message names it: shares in per cent, and no endless rows of digits.
  private func anzeige(_ zahl: Bruch) -> String {
    let istAnteil = [.anteil, .prozent, .anteilsliste].contains(typ)
    let ziffern = istAnteil ? (zahl * 100).deutsch : zahl.deutsch
    return (ziffern.count > 40 ? ziffern.prefix(40) + "…" : ziffern) + (istAnteil ? " %" : "")
  }

  /// A value as somebody types it in German; what can be meant in two ways is asked back.
  func wert(_ eingabe: String) throws(Rechenfehler) -> Eingabewert {
    let wort = eingabe.trimmed
    switch typ {
    case .ganzzahl, .dezimal, .betrag:
      return .zahl(try begrenzt(try deutscheZahl(ohneEinheit(wort))))
    case .anteil, .prozent: return .zahl(try begrenzt(try anteil(wort)))
    case .anteilsliste:
      var anteile: [Bruch] = []
      for teil in wort.split(separator: ";") {
        anteile.append(try begrenzt(try anteil(teil.trimmed)))
      }
      guard !anteile.isEmpty else {
        throw falsch("Trennen Sie die Anteile mit Semikolon: 25 %; 75 %; 100 %.")
      }
      return .liste(anteile)
    case .posten:
      var posten: [Eingabewert.Posten] = []
      for teil in wort.split(separator: ";") where !teil.trimmed.isEmpty {
        let (name, betrag) = try paar(teil.trimmed)
        if posten.contains(where: { $0.name == name }) { throw zweimal(name) }
        posten.append(
          .init(name: name, betrag: try begrenzt(try deutscheZahl(ohneEinheit(betrag)))))
      }
      return .posten(posten)
    case .gruppen:
      var gruppe: [String: String] = [:]
      for teil in wort.split(separator: ";") where !teil.trimmed.isEmpty {
        let (name, wert) = try paar(teil.trimmed)
        if gruppe.updateValue(wert, forKey: name) != nil { throw zweimal(name) }
      }
      return .gruppen([try Eingaben.lies(felder, gruppe)])
    case .datum:
      guard let tag = tag(wort) else { throw falsch("Schreiben Sie den Tag wie 31.12.2024.") }
      return .tag(tag)
    case .datumOderOffen:
      if wort == "offen" { return .offen }
      guard let tag = tag(wort) else {
        throw falsch("Schreiben Sie den Tag wie 31.12.2024, oder »offen«.")
      }
      return .tag(tag)
    case .wahl:
      guard werte.contains(wort) else {
        throw falsch("Möglich sind: \(werte.joined(separator: ", ")).")
      }
      return .wort(wort)
    case .janein:
      switch wort.lowercased() {
      case "ja", "j": return .jaNein(true)
      case "nein", "n": return .jaNein(false)
      default: throw falsch("Antworten Sie mit ja oder nein.")
      }
    case .text:
      guard !wort.isEmpty, wort.count <= 200 else {
        throw falsch("Hier wird ein kurzer Text erwartet.")
      }
      return .wort(wort)
    }
  }

  private func paar(_ text: String) throws(Rechenfehler) -> (String, String) {
    let teile = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard teile.count == 2, !teile[0].trimmed.isEmpty else {
      let muster = beispiel.map { " Zum Beispiel: \(id)=\"\($0)\"" } ?? ""
      throw falsch("Schreiben Sie Name=Wert, mehrere mit Semikolon getrennt.\(muster)")
    }
    return (teile[0].trimmed, teile[1].trimmed)
  }

  /// What was said twice is not guessed.
  func zweimal(_ name: String) -> Rechenfehler {
    falsch("»\(name.prefix(60))« steht zweimal da; es darf nur einmal vorkommen.")
  }

  private func ohneEinheit(_ wort: String) -> String {
    for endung in [einheit, "€", "Euro"] where !endung.isEmpty && wort.hasSuffix(endung) {
      return String(wort.dropLast(endung.count)).trimmed
    }
    return wort
  }

  private func deutscheZahl(_ wort: String) throws(Rechenfehler) -> Bruch {
    let eingabe = Zahleingabe.lies(wort)
    guard case .zahl(let zahl) = eingabe else { throw falsch(eingabe.rueckfrage ?? "") }
    return zahl
  }

  /// A share: with `%` in percent.
  ///
  /// Without it, 0 to 1 for a share and from 1 on for percent. What lies between could be meant both
  /// ways and is asked back.
  private func anteil(_ wort: String) throws(Rechenfehler) -> Bruch {
    if wort.hasSuffix("%") {
      return try deutscheZahl(String(wort.dropLast()).trimmed).durch(fest: 100)
    }
    let zahl = try deutscheZahl(wort)
    if zahl.istNull { return zahl }
    let prozent = "\((zahl * 100).deutsch) %"
    if typ == .prozent {
      guard zahl >= 1 else {
        throw falsch(
          "Meinen Sie \(prozent) oder \(zahl.deutsch) %? Schreiben Sie das Prozentzeichen dazu.")
      }
      return zahl.durch(fest: 100)
    }
    guard zahl <= 1 else {
      throw falsch(
        "Meinen Sie \(zahl.deutsch) %? Schreiben Sie das Prozentzeichen dazu, oder einen Anteil von 0 bis 1."
      )
    }
    // A one may be all of it, or one in a hundred; in a list of shares it can only be all.
    guard typ == .anteilsliste || zahl < 1 else {
      throw falsch("Meinen Sie 100 % oder 1 %? Schreiben Sie das Prozentzeichen dazu.")
    }
    return zahl
  }

  private func tag(_ wort: String) -> Kalendertag? {
    if let tag = Kalendertag(wort) { return tag }
    let teile = wort.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard teile.count == 3, teile[2].utf8.count == 4, let t = Int(teile[0]), let m = Int(teile[1]),
      let j = Int(teile[2])
    else { return nil }
    return Kalendertag(j, m, t)
  }
}
