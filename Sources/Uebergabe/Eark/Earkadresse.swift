// SPDX-License-Identifier: Apache-2.0

/// The address of a file in METS (RFC 3986), as the path in the package that it means.
///
/// Nothing is ever opened by it: a path is looked up among the files of the package.
struct Earkadresse {
  enum Ziel: Equatable {
    case pfad(Bagpfad)
    /// An address in the net.
    case extern
    /// It leads out of the package or cannot be read; the end of a German sentence says why.
    case gefahr(String)
  }

  let ziel: Ziel
  /// The path if percent signs stand for themselves; nil if there are none.
  let woertlich: Bagpfad?
  /// Whether it has characters that an address cannot carry.
  let istUnkodiert: Bool

  /// - Parameters:
  ///   - href: The address as it stands.
  ///   - ordner: The folder of the METS file with a slash at the end; empty at the top.
  init(_ href: String, ab ordner: String) {
    var rest = Substring(href)
    istUnkodiert = href.utf8.contains {
      $0 <= 0x20 || $0 >= 0x7F || "<>\"{}|\\^`".utf8.contains($0)
    }
    let schema = rest.prefix { $0 != ":" && $0 != "/" }
    if schema.utf8.count < rest.utf8.count, rest.dropFirst(schema.count).first == ":",
      Self.istSchema(schema)
    {
      guard schema.lowercased() == "file" else {
        ziel = schema.count == 1 ? .gefahr(Pfadgefahr.laufwerk.grund) : .extern
        woertlich = nil
        return
      }
      rest = rest.dropFirst(5)
      // file:///absolute is a place on some computer; file://./x and file:x are meant as relative.
      if rest.utf8.starts(with: "//".utf8) { rest = rest.dropFirst(2) }
    }
    guard let klartext = Self.dekodiert(rest) else {
      ziel = .gefahr("die Kodierung ist kein gültiges UTF-8")
      woertlich = nil
      return
    }
    ziel = Self.ziel(klartext, ordner)
    if rest.utf8.contains(0x25), case .pfad(let pfad) = Self.ziel(String(rest), ordner) {
      woertlich = pfad
    } else {
      woertlich = nil
    }
  }

  private static func istSchema(_ text: Substring) -> Bool {
    guard let erstes = text.utf8.first, 0x61...0x7A ~= erstes | 0x20 else { return false }
    return text.utf8.allSatisfy {
      0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 | 0x20 || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
    }
  }

  private static func dekodiert(_ text: Substring) -> String? {
    guard text.utf8.contains(0x25) else { return String(text) }
    let bytes = Array(text.utf8)
    var aus: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x25, i + 2 < bytes.count, let a = Self.ziffer(bytes[i + 1]),
        let b = Self.ziffer(bytes[i + 2])
      {
        aus.append(a << 4 | b)
        i += 3
      } else {
        aus.append(bytes[i])
        i += 1
      }
    }
    return String(validating: aus, as: UTF8.self)
  }

  private static func ziffer(_ b: UInt8) -> UInt8? {
    switch b {
    case 0x30...0x39: b - 0x30
    case 0x41...0x46: b - 0x37
    case 0x61...0x66: b - 0x57
    default: nil
    }
  }

  /// The path in the package, without `.` and `..`, which never leave it.
  private static func ziel(_ text: String, _ ordner: String) -> Ziel {
    if text.utf8.contains(0) { return .gefahr("er enthält ein Nullzeichen") }
    if let gefahr = Pfadgefahr(text), gefahr != .ausbruch { return .gefahr(gefahr.grund) }
    if text.utf8.split(separator: 0x5C).contains(where: { $0.elementsEqual("..".utf8) }) {
      return .gefahr(Pfadgefahr.ausbruch.grund)
    }
    var teile = ordner.utf8.split(separator: 0x2F).map { String(Substring($0)) }
    for teil in text.utf8.split(separator: 0x2F) {
      switch String(Substring(teil)) {
      case ".": continue
      case "..":
        guard !teile.isEmpty else { return .gefahr("er führt mit »..« aus dem Paket hinaus") }
        teile.removeLast()
      case let name: teile.append(name)
      }
    }
    return .pfad(Bagpfad(teile.joined(separator: "/")))
  }
}
