// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Uebergabe

/// The cases of the E-ARK corpus against its truth; where we differ, `Docs/unterschiede-eark.md` says why.
///
/// An invalid package agrees if the requirement is reported: as an error or a warning where the corpus
/// speaks of an error, in any way where it speaks of a warning. A valid one agrees if the requirement is
/// not reported as an error, or, where the corpus speaks of an error, not even as a warning.
@Suite("E-ARK corpus", .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
struct EarkkorpusTests {
  /// One use of a package in the corpus.
  struct Fall: Hashable {
    let anforderung: String
    let regel: String
    let istGueltig: Bool
    let pfad: String

    var schluessel: String { "\(anforderung)/\(regel) \(pfad)" }
  }

  /// Why we differ, by requirement and rule of the corpus.
  static let gruende: [String: String] = [
    "CSIP4/4":
      "reported as CSIP5, the requirement on the other attribute",
    "CSIP4/5":
      "reported as CSIP5, the requirement on the other attribute",
    "CSIP8/2":
      "the package has no LASTMODDATE at all, whatever its name says: we hint at that",
    "CSIP11/1":
      "the CREATOR is the software with TYPE INDIVIDUAL: reported as CSIP12, which is what is wrong",
    "CSIP24/2":
      "the corpus only warns of an empty address; it names no file, so the metadata are not there (CSIP24 is MUST)",
    "CSIP26/3":
      "`application/wrongmimetype` has the form of a media type; 2.2.0 no longer demands the list of the IANA, which is not part of this program",
    "CSIP32/2":
      "a digiprovMD without a file is reported as CSIP35",
    "CSIP41/1":
      "the line ends of the file were changed when the corpus was stored: SIZE and CHECKSUM are indeed wrong",
    "CSIP41/2":
      "the line ends of the file were changed when the corpus was stored: SIZE and CHECKSUM are indeed wrong",
    "CSIP54/1":
      "the line ends of the file were changed when the corpus was stored: SIZE and CHECKSUM are indeed wrong",
    "CSIP54/2":
      "the line ends of the file were changed when the corpus was stored: SIZE and CHECKSUM are indeed wrong",
    "CSIP61/1":
      "the ADMID of the file group is right; that of the division »Metadata« is wrong: reported as CSIP91",
    "CSIP86/1": "the requirement was withdrawn before 2.1.0",
    "CSIP86/2": "the requirement was withdrawn before 2.1.0",
    "CSIP90/1": "no division at all: reported as CSIP88",
    "CSIP90/2": "two divisions: reported as CSIP88",
    "SIP6/1": "MAY: a package without it breaks nothing",
    "SIP8/1": "MAY: a package without it breaks nothing",
    "SIP32/1": "MAY: a package without it breaks nothing, as PREMIS names the formats",
    "SIP33/1": "MAY: a package without it breaks nothing",
    "SIP34/1": "MAY: a package without it breaks nothing",
  ]

  /// The requirement that is reported instead, by requirement and rule of the corpus.
  static let stattdessen = [
    "CSIP4/4": "CSIP5", "CSIP4/5": "CSIP5", "CSIP8/2": "CSIP8", "CSIP11/1": "CSIP12",
    "CSIP32/2": "CSIP35", "CSIP61/1": "CSIP91", "CSIP90/1": "CSIP88", "CSIP90/2": "CSIP88",
  ]

  private static var ordner: URL {
    Gemeinsam.ordner.appendingPathComponent("uebergabe/eark-corpus")
  }

  private func faelle() throws -> [Fall] {
    let text = try String(
      contentsOf: Self.ordner.appendingPathComponent("KORPUS.tsv"), encoding: .utf8)
    var gesehen: Set<Fall> = []
    return text.split(separator: "\n").dropFirst().compactMap { zeile in
      let f = zeile.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let fall = Fall(anforderung: f[0], regel: f[3], istGueltig: f[4] == "TRUE", pfad: f[5])
      return f[5] == "-" || !gesehen.insert(fall).inserted ? nil : fall
    }
  }

  /// Whether the corpus calls the breach of a rule an error, by requirement and rule.
  private func stufen() throws -> [String: Bool] {
    var stufen: [String: Bool] = [:]
    let wurzel = Self.ordner.appendingPathComponent("testfaelle")
    for name in try FileManager.default.subpathsOfDirectory(atPath: wurzel.path)
    where name.hasSuffix(".xml") {
      let text = try String(contentsOf: wurzel.appendingPathComponent(name), encoding: .utf8)
      let anforderung = URL(fileURLWithPath: name).deletingPathExtension().lastPathComponent
      for stueck in text.components(separatedBy: "<rule ").dropFirst() {
        let teile = stueck.components(separatedBy: "id=\"")
        guard teile.count > 1, let nummer = teile[1].split(separator: "\"").first else { continue }
        stufen["\(anforderung)/\(nummer)"] = stueck.contains("level=\"ERROR\"")
      }
    }
    return stufen
  }

  private func stimmt(_ fall: Fall, _ istFehler: Bool, _ e: Earkergebnis) -> Bool {
    let schwerste = e.bericht.befunde.filter { $0.regel == fall.anforderung }.map(\.schwere).max()
    if fall.istGueltig {
      return schwerste.map { $0 < (istFehler ? .warnung : .fehler) } ?? true
    }
    return schwerste.map { $0 >= (istFehler ? .warnung : .hinweis) } ?? false
  }

  @Test("we agree with the corpus, or say why not")
  func korpus() throws {
    try mitTemporaeremOrdner { tmp in
      let archiv = Self.ordner.appendingPathComponent("eark-corpus.tar.xz").path
      let e = try Programm.starte("bsdtar", ["-xf", archiv, "-C", tmp.path])
      try #require(e.status == 0, "\(e.fehler)")
      let stufen = try stufen()
      var ergebnisse: [String: Earkergebnis] = [:]
      var zeilen: [String] = []
      var zahl = (gueltig: 0, ungueltig: 0, stimmt: 0, fehlt: 0)
      for fall in try faelle().sorted(by: { $0.schluessel < $1.schluessel }) {
        let pfad = tmp.appendingPathComponent(fall.pfad).path
        guard FileManager.default.fileExists(atPath: pfad) else {
          zahl.fehlt += 1
          continue
        }
        let ergebnis =
          try ergebnisse[fall.pfad]
          ?? Earkpruefer(
            jetzt: .init("2026-02-01T00:00:00Z")
          ).pruefe(pfad)
        ergebnisse[fall.pfad] = ergebnis
        if fall.istGueltig { zahl.gueltig += 1 } else { zahl.ungueltig += 1 }
        let nummer = "\(fall.anforderung)/\(fall.regel)"
        if stimmt(fall, stufen[nummer] ?? true, ergebnis) {
          zahl.stimmt += 1
          continue
        }
        let grund = try #require(Self.gruende[nummer], "\(fall): \(ergebnis.bericht.befunde)")
        if let andere = Self.stattdessen[nummer] {
          #expect(ergebnis.bericht.befunde.contains { $0.regel == andere }, "\(fall)")
        }
        zeilen.append(
          "| \(fall.anforderung) \(fall.regel) | `\(fall.pfad)` | "
            + "\(fall.istGueltig ? "valid" : "invalid") | \(grund) |")
      }
      let alle = zahl.gueltig + zahl.ungueltig
      let text = Self.dokument(zeilen, zahl, alle)
      let ort = Gemeinsam.projekt.appendingPathComponent("Docs/unterschiede-eark.md")
      // A reason that is not needed is wrong, too.
      for nummer in Self.gruende.keys {
        let (a, r) = (nummer.split(separator: "/")[0], nummer.split(separator: "/")[1])
        #expect(zeilen.contains { $0.hasPrefix("| \(a) \(r) |") }, "\(nummer)")
      }
      let steht = try? String(contentsOf: ort, encoding: .utf8)
      if let neu = ProcessInfo.processInfo.environment["DIVA_EARK_DOKUMENT"] {
        try text.write(toFile: neu, atomically: true, encoding: .utf8)
      }
      #expect(steht == text, "Docs/unterschiede-eark.md is not what the check says")
      #expect(alle > 250 && zahl.stimmt * 100 >= alle * 90)
    }
  }

  private static func dokument(
    _ zeilen: [String], _ zahl: (gueltig: Int, ungueltig: Int, stimmt: Int, fehlt: Int), _ alle: Int
  ) -> String {
    """
    # Where the check of SIPs differs from the E-ARK corpus

    This page is compared with the result of the check by a test (`EarkkorpusTests`); the test writes it anew to the
    file that `DIVA_EARK_DOKUMENT` names.

    The corpus has packages that break one rule of a requirement and packages that keep it. We agree on an invalid
    package if we report the requirement: as an error or a warning where the corpus speaks of an error, in any way where
    it speaks of a warning. We agree on a valid one if we do not report the requirement so. Nothing is said of other
    requirements: hardly a package of the corpus is a valid SIP of 2.1.0, for its cases stem from 2.0 on, most have the profile
    of CSIP and no submitting agent.

    | | |
    |---|---|
    | uses of packages that are there | \(alle): \(zahl.gueltig) valid, \(zahl.ungueltig) invalid |
    | named, but not in the shared part of the corpus | \(zahl.fehlt) |
    | we agree | \(zahl.stimmt) |
    | we differ | \(zeilen.count) |

    | requirement, rule | package | corpus says | why we differ |
    |---|---|---|---|
    \(zeilen.joined(separator: "\n"))

    """
  }
}
