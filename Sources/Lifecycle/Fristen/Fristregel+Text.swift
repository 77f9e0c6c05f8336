// SPDX-License-Identifier: Apache-2.0
internal import Akte

// Notation of the catalogue (FAKTEN 5) and phrases for people.

extension Fristbezug {
  /// The notation of the catalogue: `zdA`, `letzterVorgang`, `letzteBearbeitung` or `ereignis:NAME`.
  public var kuerzel: String {
    switch self {
    case .zdA: "zdA"
    case .letzterVorgang: "letzterVorgang"
    case .letzteBearbeitung: "letzteBearbeitung"
    case .ereignis(let name): "ereignis:\(name)"
    }
  }

  /// A reference from the notation of the catalogue; nil for anything else.
  public init?(kuerzel: some StringProtocol) {
    switch kuerzel {
    case "zdA": self = .zdA
    case "letzterVorgang": self = .letzterVorgang
    case "letzteBearbeitung": self = .letzteBearbeitung
    default:
      guard let name = benannt(String(kuerzel)) else { return nil }
      self = .ereignis(name)
    }
  }

  /// The name of the event that is waited for; nil for other references.
  public var ereignisname: String? {
    if case .ereignis(let name) = self { name } else { nil }
  }

  /// The reference in the genitive, after »der Tag«.
  var genitiv: String {
    switch self {
    case .zdA: "der zdA-Verfügung"
    case .letzterVorgang: "der spätesten zdA-Verfügung der Vorgänge"
    case .letzteBearbeitung: "der letzten Bearbeitung"
    case .ereignis(let name): "des Ereignisses »\(name)«"
    }
  }
}

extension Mindestbis {
  /// The notation of the catalogue: `JJJJ-MM-TT`, `ereignis:NAME` or `ereignis:NAME+6M`.
  public var kuerzel: String {
    switch self {
    case .tag(let tag): tag.text
    case .ereignis(let name, 0): "ereignis:\(name)"
    case .ereignis(let name, let monate): "ereignis:\(name)+\(monate)M"
    }
  }

  /// An earliest end from the notation of the catalogue; also `ereignis:NAME+1J` for years.
  ///
  /// nil for anything else.
  public init?(kuerzel: some StringProtocol) {
    let text = String(kuerzel)
    if let tag = Kalendertag(text) {
      self = .tag(tag)
      return
    }
    guard let ganz = benannt(text, plus: true) else { return nil }
    guard let plus = ganz.lastIndex(of: "+") else {
      self = .ereignis(ganz, monate: 0)
      return
    }
    let name = String(ganz[..<plus])
    let zahl = ganz[ganz.index(after: plus)...]
    guard let einheit = zahl.last, let n = ganzzahl(zahl.dropLast()), n <= 100_000,
      benannt("ereignis:\(name)") != nil
    else { return nil }
    switch einheit {
    case "M": self = .ereignis(name, monate: n)
    case "J": self = .ereignis(name, monate: n * 12)
    default: return nil
    }
  }

  /// The name of the event that is waited for; nil for a day.
  public var ereignisname: String? {
    if case .ereignis(let name, _) = self { name } else { nil }
  }
}

extension Regelherkunft {
  /// Where the rule comes from, after »nach«.
  var dativ: String {
    switch self {
    case .katalogzeile(let id, let katalog): "Zeile \(id) des Katalogs »\(katalog)«"
    case .einzelfestlegung(let grund):
      grund.isEmpty ? "der Einzelfestlegung" : "der Einzelfestlegung »\(grund)«"
    }
  }
}

extension Rechtsbasis {
  /// The kind of law as people read it.
  public var anzeige: String {
    switch self {
    case .gesetz: "Gesetz"
    case .vwvOberste: "Verwaltungsvorschrift einer obersten Behörde"
    case .ortsrecht: "Ortsrecht"
    }
  }
}

extension Katalogart {
  /// What shall become of the file, as people read it.
  public var anzeige: String {
    switch self {
    case .archivieren: "archivieren (A)"
    case .bewerten: "bewerten (B)"
    case .vernichten: "vernichten (V)"
    }
  }
}

extension Fristregel {
  /// The rule as one German sentence or two: source, duration, way of counting, law.
  public var satz: String {
    var satz = "Nach \(herkunft.dativ) "
    switch dauer {
    case .unbefristet: satz += "wird unbefristet aufbewahrt."
    default: satz += "beträgt die Aufbewahrungsfrist \(dauer.anzeige), gezählt \(zaehlweise)."
    }
    if rechtsgrundlage.isEmpty {
      satz += " Eine Rechtsgrundlage ist nicht genannt (\(basis.anzeige))."
    } else {
      satz += " Rechtsgrundlage: \(rechtsgrundlage) (\(basis.anzeige))."
    }
    return satz
  }

  private var zaehlweise: String {
    switch startregel {
    case .taggenau: "vom Tag nach dem Bezugstag an"
    case .jahresende, .ereignis: "vom Ende des Kalenderjahres an, in dem der Bezugstag liegt"
    case .folgejahrFeststellung: "vom 1. Januar nach der Feststellung an"
    }
  }
}

/// The name in `ereignis:NAME`: letters, digits, `-` and `_`, with `plus` also `+`; else nil.
private func benannt(_ text: String, plus: Bool = false) -> String? {
  let vorne = "ereignis:"
  guard text.hasPrefix(vorne) else { return nil }
  let name = text.dropFirst(vorne.count)
  guard !name.isEmpty,
    name.allSatisfy({
      $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || plus && $0 == "+"
    })
  else { return nil }
  return String(name)
}

/// A number of ASCII digits only, so that neither a sign nor a blank passes.
func ganzzahl(_ text: some StringProtocol) -> Int? {
  guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
  return Int(text)
}
