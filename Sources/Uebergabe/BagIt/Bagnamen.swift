// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// The names in a bag under construction: refuses what a reader could not tell apart or follow.
struct Bagnamen {
  enum Art {
    case nutzlast
    case tag
  }

  /// By a key that is the same for composed and decomposed letters, as `String` compares them.
  private var dateien: [String: Bagpfad] = [:]
  private var ordner: [String: Bagpfad] = [:]
  private var kleine: [String: Bagpfad] = [:]
  private var grossklein: [(Bagpfad, Bagpfad)] = []
  private var auffaellige: [Befund] = []

  /// Takes a name.
  ///
  /// - Throws: ``UebergabeFehler/unzulaessigerName(name:grund:)``,
  ///   ``UebergabeFehler/doppelterName(name:mit:)``.
  mutating func nimm(_ pfad: Bagpfad, art: Art) throws(UebergabeFehler) {
    if let grund = Self.mangel(pfad, art) {
      throw .unzulaessigerName(name: pfad.text, grund: grund)
    }
    let eltern = Self.eltern(pfad)
    if let mit = dateien[pfad.text] ?? ordner[pfad.text] {
      throw .doppelterName(name: pfad.text, mit: mit.text)
    }
    for einer in eltern {
      if let mit = dateien[einer] { throw .doppelterName(name: pfad.text, mit: mit.text) }
    }
    dateien[pfad.text] = pfad
    for einer in eltern { ordner[einer] = pfad }
    if let andere = kleine.updateValue(pfad, forKey: pfad.grosskleinschluessel) {
      grossklein.append((pfad, andere))
    }
    merke(pfad)
  }

  /// What the writer warns of.
  func warnungen() -> [Befund] {
    auffaellige
      + grossklein.map { pfad, andere in
        Befund(
          Bagregeln["NUR-GROSSKLEIN"], "Der Name unterscheidet sich kaum von »\(andere)«.",
          ort: Ort(datei: pfad.text))
      }
  }

  private mutating func merke(_ pfad: Bagpfad) {
    if let grund = Fremdsystem.windowsmangel(pfad.text) {
      auffaellige.append(
        Befund(
          Bagregeln["NAME-WINDOWS"], schwere: .warnung, grund, ort: Ort(datei: pfad.text)))
    }
    if Fremdsystem.istSystemdatei(pfad.name) {
      auffaellige.append(
        Befund(
          Bagregeln["SYSTEMDATEI"], "Die Datei hat ein Betriebssystem angelegt.",
          ort: Ort(datei: pfad.text)))
    }
  }

  /// The folders above a file.
  private static func eltern(_ pfad: Bagpfad) -> [String] {
    let bytes = Array(pfad.text.utf8)
    return bytes.indices.filter { bytes[$0] == 0x2F }.map {
      String(decoding: bytes[..<$0], as: UTF8.self)
    }
  }

  /// Why the name cannot stand in a bag, as the end of a German sentence.
  private static func mangel(_ pfad: Bagpfad, _ art: Art) -> String? {
    let innen = art == .nutzlast ? String(pfad.text.utf8.dropFirst(5)) ?? "" : pfad.text
    let teile = innen.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
    if innen.isEmpty { return "er ist leer" }
    if innen.utf8.contains(0) { return "er enthält ein Nullzeichen" }
    if let gefahr = Pfadgefahr(pfad.text) { return gefahr.grund }
    if innen.utf8.first == 0x2F { return Pfadgefahr.absolut.grund }
    if teile.contains(where: \.isEmpty) { return "ein Teil des Pfades ist leer" }
    if teile.contains(where: { $0.elementsEqual(".".utf8) }) {
      return "ein Teil des Pfades ist nur ein Punkt"
    }
    if teile.contains(where: { $0.count > 255 }) {
      return "ein Teil des Pfades ist länger als 255 Byte"
    }
    if pfad.text.utf8.count > 3000 { return "er ist länger als 3000 Byte" }
    if teile.count > 90 { return "er hat mehr als 90 Ordner" }
    if pfad.text.unicodeScalars.contains("\u{FFFD}") {
      return "er enthält das Ersatzzeichen U+FFFD, ist also schon verstümmelt"
    }
    guard art == .tag else { return nil }
    // A manifest's line would not give these back.
    if let erstes = innen.utf8.first, erstes.istLeerraum || erstes == 0x2A {
      return "er beginnt mit einem Leerzeichen oder Stern"
    }
    let erster = String(Substring(teile[0])).lowercased()
    let vergeben = ["data", "bagit.txt", "bag-info.txt", "package-info.txt", "fetch.txt"]
    if vergeben.contains(erster) || erster.hasPrefix("manifest-")
      || erster.hasPrefix("tagmanifest-")
    {
      return "er ist BagIt vorbehalten"
    }
    return nil
  }
}
