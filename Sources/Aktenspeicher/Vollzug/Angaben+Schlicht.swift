// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle

extension Schriftgutzustand {
  /// Metadata for an object nobody described.
  var schlichteAngaben: Schriftgutobjekt {
    Anlageangaben(ebene: ebene, einheit: einheit, betreff: "", kennzeichen: kennzeichen)
      .schriftgutobjekt(id)
  }
}

extension Dokumentzustand {
  func schlichteAngaben(_ handlung: Handlung?) -> Schriftgutobjekt {
    var d = Dokument(Identifikation(id))
    if case .dokument(_, _, .anlegen(let a))? = handlung?.ereignis {
      d.allgemeineMetadaten = AllgemeineMetadaten(betreff: a.betreff, medium: .mediumElektronisch)
      d.datumDesSchreibens = a.dokumentdatum
    }
    return .dokument(d)
  }
}

extension Dokument {
  /// How the metadata number the version with this number in the state; nil if there is none.
  func nummer(der fassung: Int?, _ fassungen: [Fassung]) -> String? {
    guard let fassung, let stelle = fassungen.firstIndex(where: { $0.nummer == fassung }) else {
      return nil
    }
    let mitFormat = versionen.filter { !$0.formate.isEmpty }
    return stelle < mitFormat.count ? mitFormat[stelle].nummer : nil
  }

  /// Appends a version, or a further format to the version with the same number.
  mutating func nimm(_ version: Version) {
    guard case .versionen(var alle) = inhalt else { return }
    if let i = alle.firstIndex(where: { $0.nummer == version.nummer }) {
      alle[i].formate += version.formate
    } else {
      alle.append(version)
    }
    inhalt = .versionen(alle)
  }
}
