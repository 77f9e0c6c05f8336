// SPDX-License-Identifier: Apache-2.0
public import Akte

extension Dokument {
  /// A letter with one file.
  ///
  /// - Parameters:
  ///   - nummer: Its number in its Vorgang.
  ///   - id: Its id.
  ///   - format: The code of the xdomea list.
  ///   - datei: The file.
  /// - Returns: The document.
  public static func brief(
    _ nummer: Int, _ id: ObjektID, format: String, _ datei: Primaerdokument
  ) -> Dokument {
    var dokument = Dokument(Identifikation(id))
    dokument.allgemeineMetadaten = AllgemeineMetadaten(
      betreff: "Brief \(nummer)", medium: .mediumElektronisch)
    dokument.inhalt = .versionen([
      Version(nummer: "1", formate: [Format(name: Code(format), primaerdokument: datei)])
    ])
    return dokument
  }
}
