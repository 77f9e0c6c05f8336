// SPDX-License-Identifier: Apache-2.0

/// The descriptions of a bag in `bag-info.txt`, in their order (RFC 8493, section 2.2.2).
public struct Baginfo: Hashable, Sendable {
  /// One description.
  public struct Angabe: Hashable, Sendable {
    /// The label, such as `Source-Organization`.
    public let bezeichnung: String
    /// The value, on one line.
    public let wert: String

    /// A description, unchecked.
    public init(_ bezeichnung: String, _ wert: String) {
      self.bezeichnung = bezeichnung
      self.wert = wert
    }
  }

  /// The descriptions.
  public var angaben: [Angabe]

  /// Descriptions in the order given.
  public init(_ angaben: [Angabe] = []) { self.angaben = angaben }

  /// The values of a label, in their order; letter case does not count.
  public subscript(bezeichnung: String) -> [String] {
    let gesucht = bezeichnung.lowercased()
    return angaben.filter { $0.bezeichnung.lowercased() == gesucht }.map(\.wert)
  }

  /// Appends a description.
  public mutating func nimm(_ bezeichnung: String, _ wert: String) {
    angaben.append(Angabe(bezeichnung, wert))
  }
}

extension Baginfo {
  /// The widest line, a recommendation of the RFC, in characters.
  private static let breite = 79

  /// The bytes of the file; long values continue on lines that begin with a blank.
  ///
  /// A line ends only where the value has a single blank, so that reading gives the same value again.
  ///
  /// - Throws: ``UebergabeFehler/unzulaessigeAngabe(bezeichnung:grund:)`` for a label or value that
  ///   would not come back, and for `Payload-Oxum`, which the writer computes.
  func bytes(oxum: Oxum) throws(UebergabeFehler) -> [UInt8] {
    var aus = ""
    for angabe in angaben {
      if let grund = angabe.mangel {
        throw .unzulaessigeAngabe(bezeichnung: angabe.bezeichnung, grund: grund)
      }
      aus += Self.gefaltet(angabe) + "\n"
    }
    return Array((aus + "Payload-Oxum: \(oxum)\n").utf8)
  }

  private static func gefaltet(_ angabe: Angabe) -> String {
    let worte = angabe.wert.split(separator: " " as Character, omittingEmptySubsequences: false)
    var zeilen: [String] = []
    var zeile = angabe.bezeichnung + ":"
    var laenge = zeile.count
    var darfEnden = false
    for (i, wort) in worte.enumerated() {
      // A blank beside another one stays within a line.
      let trennbar = darfEnden && !wort.isEmpty
      if trennbar, laenge + 1 + wort.count > breite {
        zeilen.append(zeile)
        zeile = " " + wort
        laenge = 1 + wort.count
      } else {
        zeile += " " + wort
        laenge += 1 + wort.count
      }
      darfEnden = !wort.isEmpty && i + 1 < worte.count
    }
    zeilen.append(zeile)
    return zeilen.joined(separator: "\n")
  }

  /// What a line of the file broke.
  enum Verstoss: Hashable {
    case ohneDoppelpunkt
    case fortsetzungOhneAnfang
    case leerraum(String)
  }

  /// Reads the file from its bytes in UTF-8.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - verstoss: Called for each faulty line with its number; the line is left out, or read all the
  ///     same if only its blanks are wrong.
  /// - Returns: The descriptions.
  static func gelesen(_ bytes: [UInt8], _ verstoss: (Int, Verstoss) -> Void) -> Baginfo {
    var info = Baginfo()
    for (nummer, zeile) in Tagzeilen(bytes) {
      if zeile.first?.istLeerraum == true, !zeile.ohneRand.isEmpty {
        guard let letzte = info.angaben.popLast() else {
          verstoss(nummer, .fortsetzungOhneAnfang)
          continue
        }
        info.nimm(letzte.bezeichnung, (letzte.wert + " " + zeile.ohneRand.text))
        continue
      }
      if zeile.ohneRand.isEmpty { continue }
      guard let trenner = zeile.firstIndex(of: 0x3A), trenner > zeile.startIndex else {
        verstoss(nummer, .ohneDoppelpunkt)
        continue
      }
      let vorne = zeile[..<trenner]
      let hinten = zeile[(trenner + 1)...]
      if vorne.last?.istLeerraum == true || hinten.first?.istLeerraum != true
        || hinten.dropFirst().first?.istLeerraum == true
      {
        verstoss(nummer, .leerraum(vorne.ohneRand.text))
      }
      info.nimm(vorne.ohneRand.text, hinten.ohneRand.text)
    }
    return info
  }
}

extension Baginfo.Angabe {
  /// Why the description cannot be written; nil if it can.
  var mangel: String? {
    let rand: (UInt8?) -> Bool = { $0?.istLeerraum ?? false }
    if bezeichnung.isEmpty { return "die Bezeichnung ist leer" }
    if bezeichnung.utf8.contains(0x3A) { return "die Bezeichnung enthält einen Doppelpunkt" }
    if rand(bezeichnung.utf8.first) || rand(bezeichnung.utf8.last) {
      return "die Bezeichnung beginnt oder endet mit einem Leerzeichen"
    }
    if rand(wert.utf8.first) || rand(wert.utf8.last) {
      return "der Wert beginnt oder endet mit einem Leerzeichen"
    }
    let steuert = { (u: Unicode.Scalar) in u.properties.generalCategory == .control }
    if (bezeichnung + wert).unicodeScalars.contains(where: steuert) {
      return "sie enthält ein Steuerzeichen oder einen Zeilenumbruch"
    }
    if bezeichnung.lowercased() == "payload-oxum" { return "Payload-Oxum wird errechnet" }
    return nil
  }
}

/// `Payload-Oxum`: the sum of the sizes and the number of the payload files.
public struct Oxum: Hashable, Sendable, CustomStringConvertible {
  /// The sum of the sizes in bytes.
  public var oktette: Int64 = 0
  /// The number of the files.
  public var dateien = 0

  /// Of no files.
  init() {}

  /// The form `octets.files`; nil for any other text.
  init?(_ text: String) {
    let teile = text.split(separator: "." as Character, omittingEmptySubsequences: false)
    guard teile.count == 2, text.utf8.allSatisfy({ $0 == 0x2E || 0x30...0x39 ~= $0 }),
      let oktette = Int64(teile[0]), let dateien = Int(teile[1])
    else { return nil }
    self.oktette = oktette
    self.dateien = dateien
  }

  /// The form `octets.files`.
  public var description: String { "\(oktette).\(dateien)" }
}
