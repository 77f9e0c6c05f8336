// SPDX-License-Identifier: Apache-2.0
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// How much a deletion destroyed, counted in one pass.
struct Vernichtungssummen {
  /// Files with what became of them.
  struct Dateien {
    private(set) var zahl = 0
    private(set) var bytes: Int64 = 0
    private(set) var je: [Vernichtungsdatei.Ergebnis: Int] = [:]

    init(_ dateien: [Vernichtungsdatei] = []) { self += dateien }

    static func += (a: inout Self, dateien: [Vernichtungsdatei]) {
      a.zahl += dateien.count
      for d in dateien {
        a.bytes += d.bytes
        a.je[d.ergebnis, default: 0] += 1
      }
    }

    /// Numbers by result, those that occur.
    var ergebnisse: [String] {
      Vernichtungsdatei.Ergebnis.allCases.compactMap { e in
        je[e].map { "\($0.deutsch) \(e.anzeige)" }
      }
    }

    var inWorten: String {
      ([zahl.deutsch, bytes.alsGroesse] + ergebnisse).joined(separator: ", ")
    }
  }

  private(set) var protokolle = 0
  private(set) var objekte = 0
  private(set) var dokumente = 0
  private(set) var dateien = Dateien()
  /// Who destroyed; nil if there were several.
  private(set) var ausfuehrend: String?
  /// Who approved; nil if there were several, or nobody.
  private(set) var freigebend: String?
  /// Proofs that were changed after they were closed, or never closed.
  private(set) var zweifelhafte = 0

  init(_ alle: Berichtszeilen<Vernichtungsprotokoll>) throws {
    try alle.jede { p in
      ausfuehrend = protokolle == 0 || ausfuehrend == p.ausfuehrend ? p.ausfuehrend : nil
      freigebend = protokolle == 0 || freigebend == p.freigebend ? p.freigebend : nil
      protokolle += 1
      objekte += p.objekte.count
      dokumente += p.anzahlDokumente
      for o in p.objekte { dateien += o.dateien }
      if try !p.istUnversehrt() { zweifelhafte += 1 }
    }
  }

  /// The result in one sentence.
  func schreibeErgebnis(_ seite: Seitenschreiber) {
    let gescheitert = dateien.je[.gescheitert] ?? 0
    let weg = dateien.je[.nichtGefunden] ?? 0
    var folgen: [String] = []
    if weg > 0 {
      folgen.append(
        "\(weg.mal("Datei war", "Dateien waren")) nicht mehr da. Klären Sie, wohin sie gekommen "
          + "\(weg == 1 ? "ist" : "sind").")
    }
    if zweifelhafte > 0 {
      folgen.append(
        "\(zweifelhafte.mal("Protokoll hat", "Protokolle haben")) keinen gültigen Hash.")
    }
    if gescheitert > 0 {
      seite.ergebnis(
        .fehler,
        "\(gescheitert.mal("Datei konnte", "Dateien konnten")) nicht gelöscht werden.",
        ["Die Gründe stehen unten. Beheben Sie sie, und löschen Sie noch einmal."] + folgen)
    } else {
      seite.ergebnis(
        folgen.isEmpty ? .gut : .warnung,
        "\(objekte.mal("Objekt", "Objekte")) mit \(dokumente.mal("Dokument", "Dokumenten")) "
          + "\(objekte == 1 ? "ist" : "sind") vernichtet.", folgen)
    }
  }
}
