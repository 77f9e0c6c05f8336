// SPDX-License-Identifier: Apache-2.0
public import Akte

/// The name of a container and of the message in it (FAKTEN 7).
///
/// Up to 3.1 `ProzessID_Gruppe.Name.NNNN`, from 4.0 `ProzessID_NNNN_LfdNr`; the container ends in
/// `.zip` (also `.xdomea` when reading), the message in `.xml`.
public struct Nachrichtenname: Hashable, Sendable {
  /// The process.
  public var prozessID: ProzessID
  /// The code of the message type, four digits; not only those this codec reads.
  public var nachrichtentyp: String
  /// Group and name in the long form; nil in the short form.
  public var langname: String?
  /// The number among the messages of its type in the short form; nil in the long form.
  public var lfdNr: Int?

  /// The name for a message in a version.
  ///
  /// - Parameters:
  ///   - version: The version.
  ///   - typ: The kind of message.
  ///   - prozessID: The process.
  ///   - lfdNr: Its number among the messages of its kind.
  ///   - form: The form; from 4.0 all are the short form with number, which parts need.
  public init(
    _ version: XdomeaFassung, _ typ: Nachrichtentyp, prozessID: ProzessID, lfdNr: Int = 1,
    form: Namensform = .nachFassung
  ) {
    self.prozessID = prozessID
    nachrichtentyp = typ.rawValue
    if version.hatKurzeNamen || form == .kurz {
      self.lfdNr = lfdNr
    } else if form == .nachFassung {
      langname = typ.langname(in: version) ?? typ.langname
    }
  }

  /// The form of the name.
  public var form: Namensform {
    if langname != nil { return .nachFassung }
    return lfdNr == nil ? .kurzOhneNummer : .kurz
  }

  /// The parts of a file name; nil if it has neither the long nor the short form.
  ///
  /// A short form without number, as one receiving system uses it, is accepted.
  public init?(dateiname: String) {
    let name = dateiname.split(separator: "/" as Character).last.map(String.init) ?? dateiname
    let punkt = name.lastIndex(of: ".")
    let endung = punkt.map { name[name.index(after: $0)...].lowercased() } ?? ""
    let stamm =
      ["zip", "xml", "xdomea"].contains(endung) ? String(name[..<(punkt ?? name.endIndex)]) : name
    self.init(stamm: stamm)
  }

  /// The parts of a name without its extension.
  public init?(stamm: String) {
    let teile = stamm.split(separator: "_" as Character, omittingEmptySubsequences: false)
    guard teile.count >= 2, let id = ProzessID(teile[0]) else { return nil }
    prozessID = id
    let rest = teile[1]
    if rest.utf8.count == 4, rest.utf8.allSatisfy({ $0 &- 48 < 10 }) {
      nachrichtentyp = String(rest)
      guard teile.count <= 3 else { return nil }
      if teile.count == 3 {
        guard let n = Int(teile[2]), n > 0 else { return nil }
        lfdNr = n
      }
      return
    }
    let woerter = rest.split(separator: "." as Character)
    guard teile.count == 2, woerter.count >= 2, let ende = woerter.last, ende.utf8.count == 4,
      ende.utf8.allSatisfy({ $0 &- 48 < 10 })
    else { return nil }
    nachrichtentyp = String(ende)
    langname = woerter.dropLast().joined(separator: ".")
  }

  /// The common stem of container and message.
  public var stamm: String {
    if let langname { return "\(prozessID)_\(langname).\(nachrichtentyp)" }
    return "\(prozessID)_\(nachrichtentyp)" + (lfdNr.map { "_\($0)" } ?? "")
  }

  /// The container's name.
  public var containername: String { stamm + ".zip" }

  /// The message's name in the container.
  public var nachrichtname: String { stamm + ".xml" }

  /// True if the form is the one of the version (R1).
  ///
  /// For a message of the Aussonderung family that includes group and name of the long form.
  public func passt(zu version: XdomeaFassung) -> Bool {
    if version.hatKurzeNamen { return langname == nil && lfdNr != nil }
    guard let langname else { return false }
    guard let typ = Nachrichtentyp(rawValue: nachrichtentyp) else { return true }
    return typ.langname(in: version) == langname
  }
}

/// The name of a file in the container: a UUID of its own and, after `_`, a readable part.
public enum Primaerdateiname {
  /// A name made of a UUID and the file's original name.
  ///
  /// House limits, narrower than FAKTEN 7: at most 200 bytes, ASCII letters and digits and `._-`, an
  /// extension of at most 10 characters. Umlauts are written out, what else does not fit becomes `_`:
  /// some ZIP readers stop at other names where no UTF-8 locale is set. The original name belongs
  /// into `DateinameOriginal`.
  public static func bilden(_ id: ObjektID, original: String) -> String {
    let (stamm, endung) = teile(original)
    var lesbar = ""
    for z in zusammengesetzt(stamm) {
      if let ausgeschrieben = umschrift[z] {
        lesbar += ausgeschrieben
      } else {
        lesbar.unicodeScalars.append(erlaubt(z) ? z : "_")
      }
    }
    let rest = 200 - 37 - endung.utf8.count - 1
    while lesbar.utf8.count > rest { lesbar.removeLast() }
    let kern = lesbar.isEmpty ? id.text + "_Datei" : id.text + "_" + lesbar
    return endung.isEmpty ? kern : kern + "." + endung
  }

  /// True if the name begins with a UUID and is one that containers carry everywhere.
  package static func istRegelgerecht(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard bytes.count >= 36, bytes.count <= 200, ObjektID(name.prefix(36)) != nil else {
      return false
    }
    guard bytes.count > 36 else { return true }
    return (bytes[36] == UInt8(ascii: "_") || bytes[36] == UInt8(ascii: "."))
      && bytes.allSatisfy { $0 >= 32 && $0 != 127 && $0 != 47 && $0 != 92 }
  }

  /// The extension in lower case; empty if there is none that can be used.
  public static func endung(_ name: String) -> String { teile(name).endung }

  private static func teile(_ name: String) -> (stamm: String, endung: String) {
    guard let punkt = name.lastIndex(of: "."), punkt != name.startIndex else { return (name, "") }
    let endung = name[name.index(after: punkt)...].lowercased()
    guard !endung.isEmpty, endung.utf8.count <= 10,
      endung.utf8.allSatisfy({ ($0 >= 48 && $0 <= 57) || ($0 >= 97 && $0 <= 122) })
    else { return (name, "") }
    return (String(name[..<punkt]), endung)
  }

  private static func erlaubt(_ z: Unicode.Scalar) -> Bool {
    switch z {
    case "A"..."Z", "a"..."z", "0"..."9", ".", "_", "-": true
    default: false
    }
  }

  /// The scalars with decomposed German umlauts composed (names from macOS are decomposed).
  private static func zusammengesetzt(_ s: String) -> [Unicode.Scalar] {
    var aus: [Unicode.Scalar] = []
    for z in s.unicodeScalars {
      if z.value == 0x308, let letzter = aus.last, let umlaut = umlaute[letzter] {
        aus[aus.count - 1] = umlaut
      } else {
        aus.append(z)
      }
    }
    return aus
  }

  private static let umschrift: [Unicode.Scalar: String] = [
    "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss",
  ]

  private static let umlaute: [Unicode.Scalar: Unicode.Scalar] = [
    "a": "ä", "o": "ö", "u": "ü", "A": "Ä", "O": "Ö", "U": "Ü",
  ]
}
