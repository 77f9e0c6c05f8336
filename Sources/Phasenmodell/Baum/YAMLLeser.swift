// SPDX-License-Identifier: Apache-2.0
internal import Yams

/// Reads the YAML of the catalogue, of tools and of front matter; the only caller of Yams.
enum YAMLLeser {
  /// The largest file in bytes.
  static let groessteDatei = 4 << 20

  /// Reads a text.
  ///
  /// A date stays a text; a key that comes twice and an anchor are errors.
  ///
  /// - Parameters:
  ///   - text: The YAML.
  ///   - versatz: Lines before the text in its file, for messages.
  /// - Returns: What it says.
  /// - Throws: ``Lesefehler`` with the line.
  static func lies(_ text: String, versatz: Int = 0) throws(Lesefehler) -> Baum.Ast {
    guard text.utf8.count <= groessteDatei else {
      throw Lesefehler(
        zeile: nil, grund: "Die Datei ist größer als \(groessteDatei >> 20) MB.", abhilfe: "")
    }
    let knoten: Node?
    do {
      knoten = try Yams.compose(yaml: text)
    } catch let fehler as YamlError {
      throw Lesefehler(
        zeile: zeile(fehler).map { $0 + versatz },
        grund: "Das ist kein gültiges YAML: \(grund(fehler)).",
        abhilfe: "Prüfen Sie Einrückung, Doppelpunkte und Anführungszeichen.")
    } catch {
      throw Lesefehler(zeile: nil, grund: "Das ist kein gültiges YAML.", abhilfe: "")
    }
    guard let knoten else { return Baum.Ast(.nichts, zeile: versatz + 1) }
    return try ast(knoten, versatz, tiefe: 0)
  }

  private static func ast(
    _ knoten: Node, _ versatz: Int, tiefe: Int
  ) throws(Lesefehler) -> Baum.Ast {
    let zeile = (knoten.mark?.line ?? 0) + versatz
    guard tiefe < JSONLeser.groessteTiefe else {
      throw Lesefehler(zeile: zeile, grund: "Die Angaben liegen zu tief ineinander.", abhilfe: "")
    }
    switch knoten {
    case .scalar(let s): return Baum.Ast(skalar(s, knoten), zeile: zeile)
    case .sequence(let folge):
      var werte: [Baum.Ast] = []
      for teil in folge { werte.append(try ast(teil, versatz, tiefe: tiefe + 1)) }
      return Baum.Ast(.liste(werte), zeile: zeile)
    case .mapping(let tafel):
      var eintraege: [Baum.Eintrag] = []
      for (name, wert) in tafel {
        eintraege.append(
          Baum.Eintrag(name.scalar?.string ?? "", try ast(wert, versatz, tiefe: tiefe + 1)))
      }
      return Baum.Ast(.objekt(eintraege), zeile: zeile)
    case .alias:
      throw Lesefehler(zeile: zeile, grund: "Verweise (*name) werden nicht gelesen.", abhilfe: "")
    }
  }

  private static func skalar(_ skalar: Node.Scalar, _ knoten: Node) -> Baum {
    switch knoten.tag.rawValue {
    case Tag.Name.null.rawValue: return .nichts
    case Tag.Name.bool.rawValue: return .wahrheit(["true", "True", "TRUE"].contains(skalar.string))
    case Tag.Name.int.rawValue, Tag.Name.float.rawValue:
      // Only plain digits are numbers here; anything else, such as 1e3 or 0x1F, is a text.
      return istZahl(skalar.string) ? .zahl(skalar.string) : .text(skalar.string)
    default: return .text(skalar.string)
    }
  }

  private static func istZahl(_ text: String) -> Bool {
    text.wholeMatch(of: /-?(0|[1-9]\d*)(\.\d+)?/) != nil
  }

  private static func zeile(_ fehler: YamlError) -> Int? {
    switch fehler {
    case .scanner(_, _, let stelle, _), .parser(_, _, let stelle, _),
      .composer(_, _, let stelle, _):
      stelle.line
    default: nil
    }
  }

  private static func grund(_ fehler: YamlError) -> String {
    switch fehler {
    case .scanner(_, let grund, _, _), .parser(_, let grund, _, _), .composer(_, let grund, _, _):
      grund
    case .duplicatedKeysInMapping(let doppelt, _):
      "Ein Name kommt zweimal vor (\(doppelt.map { "\($0)" }.joined(separator: ", ")))"
    default: "\(fehler)"
    }
  }
}
