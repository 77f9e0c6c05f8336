// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Xdomea

/// Documents with the values that the peer `xml_tw` writes, from the model, in Akten of a hundred.
enum Briefmuster {
  static func schreibe(ziel: String, dokumente: Int) throws {
    // Opened as it is: a target such as /dev/null must not be replaced by a file.
    let fd = open(ziel, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard fd >= 0 else { throw CocoaError(.fileWriteUnknown) }
    let datei = FileHandle(fileDescriptor: fd, closeOnDealloc: true)
    var kopf = Nachrichtenkopf(
      prozessID: ProzessID(bytes: (0x0b5c_0a4e_1d2f_4f3a, 0x9b7e_2f1d_0c9b_8a77)),
      absender: Kontakt(institution: "Stadt Musterhausen"),
      empfaenger: Kontakt(institution: "Stadtarchiv Musterhausen"),
      erstellungszeitpunkt: Zeitpunkt("2026-01-02T03:04:05.000Z"),
      nachrichtenID: NachrichtenID(bytes: (1, 2)))
    kopf.system = SendendesSystem(
      produktname: "Messung", produktversion: "1", hersteller: "DiVA-Werkzeugkasten")
    nonisolated(unsafe) var geschrieben = 0
    var schreiber = try Nachrichtenschreiber(.v300, .anbieteverzeichnis, kopf) { bytes in
      geschrieben += bytes.count
      try datei.write(contentsOf: Data(bytes))
    }
    var n = 0
    while n < dokumente {
      var akte = Akte(Identifikation(ObjektID(bytes: (0x1000_0000_0000_4000, UInt64(n)))))
      akte.allgemeineMetadaten = AllgemeineMetadaten(betreff: "Akte \(n)", medium: .mediumElektronisch)
      var vorgang = Vorgang(Identifikation(ObjektID(bytes: (0x2000_0000_0000_4000, UInt64(n)))))
      vorgang.allgemeineMetadaten = akte.allgemeineMetadaten
      while vorgang.dokumente.count < 100, n < dokumente {
        vorgang.dokumente.append(brief(n))
        n += 1
      }
      akte.vorgaenge.append(vorgang)
      try schreiber.schriftgutobjekt(.akte(akte))
    }
    _ = try schreiber.beende()
    print(geschrieben)
  }

  private static func brief(_ i: Int) -> Dokument {
    let id = ObjektID(
      bytes: (UInt64(truncatingIfNeeded: i) << 32 | 0xb411_41ec, 0x9225_0050_5687_1b7c))
    var d = Dokument(Identifikation(id, nummer: "\(i % 1000)"))
    var m = AllgemeineMetadaten(
      betreff: "Förderantrag Städtebau & Denkmalschutz Nr. \(i)", kennzeichen: Kennzeichen("12.34-\(i)"),
      medium: .mediumElektronisch)
    m.bemerkung =
      "Vorgang wurde fristgerecht bearbeitet; Rückfragen bitte an die federführende Stelle."
    d.allgemeineMetadaten = m
    d.posteingangsdatum = Kalendertag(2011, 2, 12)
    d.postausgangsdatum = Kalendertag(2011, 2, 21)
    d.datumDesSchreibens = Kalendertag(2011, 2, 15)
    d.bezug = "Ihr Schreiben vom 2011-02-12"
    d.bearbeiter = "Müller, Jürgen"
    d.typ = "Bescheid"
    d.historie = [
      HistorienProtokollInformation(
        akteur: "Müller, Jürgen", datumUhrzeit: Zeitpunkt("2011-02-12T11:22:35Z"),
        aktion: "Bescheid geändert")
    ]
    return d
  }
}
