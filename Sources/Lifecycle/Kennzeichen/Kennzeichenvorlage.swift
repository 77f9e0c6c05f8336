// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// A template for Kennzeichen, such as `{OrgKz}-{AktenplanKz}/{LfdNr:4}[/{Jahr}][#{Vorgang}]`
/// (lebenszyklus FAKTEN 1.2).
///
/// `{Name}` is a slot, `{Name:4}` a number filled with zeros to four digits (`{Jahr:2}` writes the
/// last two digits of the year). A part in `[…]` is written only if all its slots have a value;
/// it must contain a slot. All other characters stand for themselves; `{{`, `}}`, `[[` and `]]`
/// stand for one bracket each.
public struct Kennzeichenvorlage: Hashable, Sendable {
  enum Stueck: Hashable, Sendable {
    case text(String, stelle: Int)
    case platz(Kennzeichenplatz, breite: Int)
  }

  struct Teil: Hashable, Sendable {
    var wahlfrei: Bool
    var stuecke: [Stueck]

    var plaetze: [Kennzeichenplatz] {
      stuecke.compactMap { if case .platz(let p, _) = $0 { p } else { nil } }
    }
  }

  /// The template as it was written.
  public let text: String
  let teile: [Teil]

  /// Reads a template.
  ///
  /// - Throws: ``Kennzeichenfehler/vorlage(stelle:grund:abhilfe:)``.
  public init(_ text: String) throws(Kennzeichenfehler) {
    self.text = text
    var leser = Vorlagenleser(text)
    teile = try leser.teile()
  }

  /// The slots that every Kennzeichen of this template fills.
  public var pflichtplaetze: [Kennzeichenplatz] {
    teile.filter { !$0.wahlfrei }.flatMap(\.plaetze)
  }

  /// The slots that a Kennzeichen may leave out.
  public var wahlfreiePlaetze: [Kennzeichenplatz] {
    teile.filter(\.wahlfrei).flatMap(\.plaetze)
  }

  /// The fixed characters of the template that must not be part of a path, with their positions
  /// from 1; empty if Kennzeichen of this template can name files, as far as the template goes.
  public var pfadmaengel: [(stelle: Int, zeichen: Character)] {
    teile.flatMap(\.stuecke).flatMap { stueck -> [(stelle: Int, zeichen: Character)] in
      guard case .text(let text, let stelle) = stueck else { return [] }
      return text.enumerated().compactMap { abstand, zeichen in
        Kennzeichen(String(zeichen)).istPfadtauglich ? nil : (stelle + abstand, zeichen)
      }
    }
  }
}

/// Reads a template character by character.
private struct Vorlagenleser {
  private let zeichen: [Character]
  private var ort = 0
  private var gesehen: Set<Kennzeichenplatz> = []

  init(_ text: String) { zeichen = Array(text) }

  mutating func teile() throws(Kennzeichenfehler) -> [Kennzeichenvorlage.Teil] {
    var teile: [Kennzeichenvorlage.Teil] = []
    var offen: Int?
    var stuecke: [Kennzeichenvorlage.Stueck] = []
    var text = ""
    var textanfang = 0
    func textEnde() {
      if !text.isEmpty { stuecke.append(.text(text, stelle: textanfang + 1)) }
      text = ""
    }
    func teilEnde(wahlfrei: Bool) {
      textEnde()
      if !stuecke.isEmpty { teile.append(.init(wahlfrei: wahlfrei, stuecke: stuecke)) }
      stuecke = []
    }
    while ort < zeichen.count {
      let z = zeichen[ort]
      let doppelt = ort + 1 < zeichen.count && zeichen[ort + 1] == z
      if doppelt, "{}[]".contains(z) {
        if text.isEmpty { textanfang = ort }
        text.append(z)
        ort += 2
        continue
      }
      switch z {
      case "{":
        textEnde()
        stuecke.append(try platz())
      case "}":
        throw fehler("»}« ohne »{« davor", "Schreiben Sie »}}«, wenn eine Klammer gemeint ist.")
      case "[":
        guard offen == nil else {
          throw fehler(
            "ein wahlfreier Teil in einem anderen", "Schließen Sie den ersten zuvor mit »]«.")
        }
        teilEnde(wahlfrei: false)
        offen = ort
        ort += 1
      case "]":
        guard let anfang = offen else {
          throw fehler("»]« ohne »[« davor", "Schreiben Sie »]]«, wenn eine Klammer gemeint ist.")
        }
        let plaetze = stuecke.contains { if case .platz = $0 { true } else { false } }
        guard plaetze else {
          ort = anfang
          throw fehler(
            "ein wahlfreier Teil ohne Platz", "Setzen Sie einen Platz wie {Jahr} hinein.")
        }
        teilEnde(wahlfrei: true)
        offen = nil
        ort += 1
      default:
        guard z.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 }) else {
          throw fehler("ein Steuerzeichen", "Entfernen Sie es.")
        }
        if text.isEmpty { textanfang = ort }
        text.append(z)
        ort += 1
      }
    }
    if let offen {
      ort = offen
      throw fehler("»[« wird nicht geschlossen", "Ergänzen Sie »]«.")
    }
    teilEnde(wahlfrei: false)
    guard !teile.isEmpty else {
      throw fehler("sie ist leer", "Beginnen Sie zum Beispiel mit {AktenplanKz}/{LfdNr}.")
    }
    return teile
  }

  /// A slot; `ort` is at its `{`.
  private mutating func platz() throws(Kennzeichenfehler) -> Kennzeichenvorlage.Stueck {
    guard let ende = zeichen[ort...].firstIndex(of: "}") else {
      throw fehler("»{« wird nicht geschlossen", "Ergänzen Sie »}«.")
    }
    let worte = zeichen[(ort + 1)..<ende].split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(worte[0])
    guard let platz = Kennzeichenplatz(rawValue: name) else {
      let aehnlich = Kennzeichenplatz.allCases.first {
        $0.rawValue.lowercased() == name.lowercased()
      }
      let bekannt = Kennzeichenplatz.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
      throw fehler(
        "den Platz »{\(name)}« gibt es nicht",
        aehnlich.map { "Meinen Sie {\($0.rawValue)}?" } ?? "Möglich sind \(bekannt).")
    }
    var breite = 0
    if worte.count == 2 {
      guard platz.istZahl else {
        throw fehler(
          "{\(name)} ist ein Text und hat keine Breite", "Schreiben Sie nur {\(name)}.")
      }
      guard worte[1].allSatisfy({ $0.isASCII && $0.isNumber }), let zahl = Int(String(worte[1])),
        platz == .jahr ? zahl == 2 || zahl == 4 : (1...12).contains(zahl)
      else {
        throw fehler(
          "»\(String(worte[1]))« ist keine zulässige Breite",
          platz == .jahr ? "Möglich sind 2 und 4." : "Möglich sind 1 bis 12.")
      }
      breite = zahl
    }
    guard gesehen.insert(platz).inserted else {
      throw fehler("{\(name)} kommt zweimal vor", "Verwenden Sie jeden Platz einmal.")
    }
    ort = ende + 1
    return .platz(platz, breite: breite)
  }

  private func fehler(_ grund: String, _ abhilfe: String) -> Kennzeichenfehler {
    .vorlage(stelle: ort + 1, grund: grund, abhilfe: abhilfe)
  }
}
