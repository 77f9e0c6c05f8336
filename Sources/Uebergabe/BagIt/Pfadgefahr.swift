// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// Why a path from a manifest must not be followed, on any system (RFC 8493, section 5.2).
enum Pfadgefahr: String, CaseIterable {
  case absolut = "PFAD-ABSOLUT"
  case tilde = "PFAD-TILDE"
  case ausbruch = "PFAD-AUSBRUCH"
  case laufwerk = "PFAD-LAUFWERK"
  case unc = "PFAD-UNC"
  case umgebungsvariable = "PFAD-UMGEBUNGSVARIABLE"

  /// The danger that a path shows; nil for a harmless one.
  init?(_ pfad: String) {
    let b = Array(pfad.utf8)
    let teile = b.split(omittingEmptySubsequences: false) { $0 == 0x2F || $0 == 0x5C }
    if b.starts(with: [0x5C, 0x5C]) {
      self = .unc
    } else if b.first == 0x2F {
      self = .absolut
    } else if b.first == 0x7E {
      self = .tilde
    } else if b.count >= 2, b[1] == 0x3A, (0x61...0x7A).contains(b[0] | 0x20) {
      self = .laufwerk
    } else if teile.contains(where: { $0.elementsEqual([0x2E, 0x2E]) }) {
      self = .ausbruch
    } else if let erster = teile.first, erster.count > 2, erster.first == 0x25, erster.last == 0x25
    {
      self = .umgebungsvariable
    } else {
      return nil
    }
  }

  /// The danger as the end of a German sentence.
  var grund: String {
    switch self {
    case .absolut: "er ist ein absoluter Pfad"
    case .tilde: "er beginnt mit »~« und meint damit einen persönlichen Ordner"
    case .ausbruch: "er führt mit »..« aus seinem Ordner hinaus"
    case .laufwerk: "er beginnt mit einem Laufwerksbuchstaben"
    case .unc: "er nennt eine Netzwerkfreigabe oder einen Gerätepfad von Windows"
    case .umgebungsvariable: "er beginnt mit einer Umgebungsvariablen von Windows"
    }
  }
}
