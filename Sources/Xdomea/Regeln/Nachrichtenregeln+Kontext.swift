// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

/// Context objects (from 4.0): R31–R33.
extension Nachrichtenregeln {
  /// Checks the place of a context object.
  func pruefeKontext(
    _ kontext: Bool?, _ umgebung: Umgebung, hatDokumente: Bool, an stelle: Stelle
  ) {
    guard version >= .v400, kontext == true else { return }
    if umgebung.unterAuszusonderndem {
      melde(
        Regelwerk.r32,
        "Kontextobjekt \(stelle.bezeichnung) liegt unter einem auszusondernden Objekt.",
        an: stelle)
    }
    if hatDokumente {
      melde(Regelwerk.r33, "Kontextobjekt \(stelle.bezeichnung) enthält Dokumente.", an: stelle)
    }
  }

  /// Checks that a top object holds something to be disposed of.
  func pruefeAuszusonderndes(_ ertrag: Ertrag, an stelle: Stelle) {
    guard version >= .v400, !ertrag.hatAuszusonderndes else { return }
    melde(
      Regelwerk.r31,
      "Schriftgutobjekt \(stelle.bezeichnung) enthält kein auszusonderndes Objekt.", an: stelle)
  }
}
