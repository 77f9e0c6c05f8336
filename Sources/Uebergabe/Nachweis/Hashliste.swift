// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefsummen

/// The digests of a set of files, with the data group of each: what the leaves of a tree come from.
///
/// Its file is text with tabs between the fields, one line per file, in ascending order of the paths;
/// the last line is the digest of all others.
struct Hashliste: Sendable {
  /// A data group: files that are proven together.
  struct Objekt: Hashable, Sendable {
    /// The name of the group; that of the file if it stands alone.
    let name: String
    /// Which lines.
    let zeilen: [Int]
  }

  let verfahren: Hashverfahren
  private(set) var pfade: [Bagpfad] = []
  private(set) var gruppen: [String?] = []
  private(set) var werte: Hashreihe

  init(_ verfahren: Hashverfahren) {
    self.verfahren = verfahren
    werte = Hashreihe(laenge: verfahren.laenge)
  }

  mutating func nimm(_ pfad: Bagpfad, gruppe: String?, _ wert: some Collection<UInt8>) {
    pfade.append(pfad)
    gruppen.append(gruppe)
    werte.haengeAn(wert)
  }

  /// The data groups in the order of their first file.
  var objekte: [Objekt] {
    var stellen: [String: Int] = [:]
    var aus: [(name: String, zeilen: [Int])] = []
    for i in pfade.indices {
      if let gruppe = gruppen[i] {
        if let s = stellen[gruppe] {
          aus[s].zeilen.append(i)
        } else {
          stellen[gruppe] = aus.count
          aus.append((gruppe, [i]))
        }
      } else {
        aus.append((pfade[i].text, [i]))
      }
    }
    return aus.map { Objekt(name: $0.name, zeilen: $0.zeilen) }
  }

  /// The line of a file; the paths are in ascending order.
  func zeile(_ pfad: Bagpfad) -> Int? {
    var unten = 0
    var oben = pfade.count
    while unten < oben {
      let mitte = (unten + oben) / 2
      if pfade[mitte] < pfad { unten = mitte + 1 } else { oben = mitte }
    }
    return unten < pfade.count && pfade[unten] == pfad ? unten : nil
  }

  // MARK: The file

  private static let titel = "Hashliste 1"

  func text() throws(NachweisFehler) -> [UInt8] {
    var aus: [UInt8] = []
    aus.reserveCapacity(pfade.count * (verfahren.laenge * 2 + 48))
    aus += Array("\(Self.titel)\t\(verfahren.rawValue)\n".utf8)
    for i in pfade.indices {
      aus += Array(Hexziffer.text(werte[i]).utf8)
      aus.append(0x09)
      aus += Array(Tabfeld.maskiert(gruppen[i] ?? "").utf8)
      aus.append(0x09)
      aus += Array(Tabfeld.maskiert(pfade[i].text).utf8)
      aus.append(0x0A)
    }
    var rechner = try bildner(.sha512)
    aus += Array("siegel\t\(Hexziffer.text(rechner.hash(aus)))\n".utf8)
    return aus
  }

  /// A list from its file.
  ///
  /// - Throws: ``NachweisFehler/format(was:ort:grund:)`` with the line.
  init(_ bytes: [UInt8], name: String, grenzen: Nachweisgrenzen) throws(NachweisFehler) {
    func mangel(_ ort: String, _ grund: String) -> NachweisFehler {
      .format(was: "Die Hashliste »\(name)«", ort: ort, grund: grund)
    }
    var zeilen = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard zeilen.popLast()?.isEmpty == true, let siegel = zeilen.popLast(), let kopf = zeilen.first
    else { throw mangel("Ende", "sie ist abgeschnitten") }
    var rechner = try bildner(.sha512)
    let summe = Hexziffer.text(rechner.hash(bytes[..<siegel.startIndex]))
    guard String(decoding: siegel, as: UTF8.self) == "siegel\t\(summe)" else {
      throw mangel("letzte Zeile", "sie ist nicht die Prüfsumme der übrigen")
    }
    let felder = String(decoding: kopf, as: UTF8.self).split(separator: "\t" as Character)
    guard felder.count == 2, felder[0] == Self.titel,
      let verfahren = Hashverfahren(rawValue: String(felder[1]))
    else { throw mangel("Zeile 1", "sie lautet nicht »\(Self.titel)« mit einem Hashverfahren") }
    guard zeilen.count - 1 <= grenzen.dateien else {
      throw .grenze(was: "Dateien in einer Hashliste", wert: grenzen.dateien)
    }
    self.init(verfahren)
    pfade.reserveCapacity(zeilen.count)
    werte.reserviere(zeilen.count)
    for (n, zeile) in zeilen.enumerated().dropFirst() {
      let felder = zeile.split(separator: 0x09, omittingEmptySubsequences: false)
      guard felder.count == 3, let text = String(validating: felder[0], as: UTF8.self),
        text.utf8.count == 2 * verfahren.laenge, let wert = Pruefsumme(verfahren, text: text),
        let gruppe = Tabfeld.klartext(felder[1]), let pfad = Tabfeld.klartext(felder[2]),
        Pfadgefahr(pfad) == nil, !pfad.isEmpty
      else { throw mangel("Zeile \(n + 1)", "sie besteht nicht aus Hashwert, Gruppe und Pfad") }
      let neu = Bagpfad(pfad)
      if let letzter = pfade.last, !(letzter < neu) {
        throw mangel("Zeile \(n + 1)", "die Pfade stehen nicht in aufsteigender Folge")
      }
      nimm(neu, gruppe: gruppe.isEmpty ? nil : gruppe, wert.bytes)
    }
    guard !pfade.isEmpty else { throw mangel("Zeile 2", "sie nennt keine Datei") }
  }
}

/// A field between tabs: tab, line feed, carriage return and backslash are written as `\t`, `\n`, `\r`
/// and `\\`.
enum Tabfeld {
  static func maskiert(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D || $0 == 0x5C }) else {
      return text
    }
    var aus: [UInt8] = []
    for b in text.utf8 {
      switch b {
      case 0x09: aus += [0x5C, 0x74]
      case 0x0A: aus += [0x5C, 0x6E]
      case 0x0D: aus += [0x5C, 0x72]
      case 0x5C: aus += [0x5C, 0x5C]
      default: aus.append(b)
      }
    }
    return String(decoding: aus, as: UTF8.self)
  }

  /// The text of a field; nil if it is no valid UTF-8 or has an unknown escape.
  static func klartext(_ feld: ArraySlice<UInt8>) -> String? {
    guard feld.contains(0x5C) else { return String(validating: feld, as: UTF8.self) }
    var aus: [UInt8] = []
    var offen = false
    for b in feld {
      if offen {
        switch b {
        case 0x74: aus.append(0x09)
        case 0x6E: aus.append(0x0A)
        case 0x72: aus.append(0x0D)
        case 0x5C: aus.append(0x5C)
        default: return nil
        }
        offen = false
      } else if b == 0x5C {
        offen = true
      } else {
        aus.append(b)
      }
    }
    return offen ? nil : String(validating: aus, as: UTF8.self)
  }
}

extension Hexziffer {
  /// Bytes as lower-case hex.
  static func text(_ bytes: some Collection<UInt8>) -> String {
    let ziffern = Array("0123456789abcdef".utf8)
    var aus: [UInt8] = []
    aus.reserveCapacity(bytes.count * 2)
    for b in bytes {
      aus.append(ziffern[Int(b >> 4)])
      aus.append(ziffern[Int(b & 15)])
    }
    return String(decoding: aus, as: UTF8.self)
  }
}
