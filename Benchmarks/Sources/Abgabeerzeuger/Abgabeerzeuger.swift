// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Muster
import Xdomea

/// Writes a 0503 with files to a container: the same bytes for the same arguments.
///
///     Abgabeerzeuger FILES MIN_KB MAX_KB abgabe.zip
///
/// Akten of two Vorgänge with five Dokumente each; one file per Dokument, of a size between the two,
/// every second one hard to compress.
@main
struct Abgabeerzeuger {
  static func main() throws {
    let argumente = CommandLine.arguments
    guard argumente.count == 5, let dateien = Int(argumente[1]), let von = Int(argumente[2]),
      let bis = Int(argumente[3]), dateien > 0, von > 0, bis >= von
    else {
      FileHandle.standardError.write(
        Data("Aufruf: Abgabeerzeuger DATEIEN MIN_KB MAX_KB ZIEL.zip\n".utf8))
      exit(64)
    }
    var zufall = Reihe(zustand: 3)
    var kopf = Nachrichtenkopf(
      prozessID: .zufaellig(&zufall),
      absender: Kontakt(institution: "Stadt Musterhausen"),
      empfaenger: Kontakt(institution: "Stadtarchiv Musterhausen"),
      erstellungszeitpunkt: Zeitpunkt("2026-01-02T03:04:05.000Z"),
      nachrichtenID: .zufaellig(&zufall))
    kopf.system = SendendesSystem(
      produktname: "Erzeuger", produktversion: "1", hersteller: "DiVA-Werkzeugkasten")
    kopf.empfangsbestaetigung = false
    kopf.importbestaetigung = "1"
    kopf.rueckmeldungArchivkennung = false
    kopf.lfdNr = 1
    kopf.gesamtanzahl = 1
    // One long row of bytes; each file is a piece of it, so that making them costs nearly nothing.
    let band = (0..<(1 << 22)).map { _ in UInt8(truncatingIfNeeded: zufall.next()) }
    var paket = try Paketschreiber(
      argumente[4], .v400, .aussonderung, kopf, komprimieren: false)
    var n = 0
    var nummer = 0
    while n < dateien {
      nummer += 1
      var akte = Akte(
        id: .zufaellig(&zufall), betreff: "Förderung Städtebau \(nummer)",
        kennzeichen: Kennzeichen("41.10/\(nummer)"))
      akte.kontextobjekt = false
      akte.allgemeineMetadaten?.aktenplaneinheit = Aktenplanverweis(kennzeichen: "41.10")
      for v in 1...2 where n < dateien {
        var vorgang = Vorgang(
          id: .zufaellig(&zufall), betreff: "Antrag \(v)",
          kennzeichen: Kennzeichen("41.10/\(nummer)-\(v)"))
        vorgang.kontextobjekt = false
        for d in 1...5 where n < dateien {
          n += 1
          let groesse =
            von * 1000 + Int(zufall.next() % UInt64((bis - von) * 1000 + 1))
          var stelle = Int(zufall.next() % UInt64(band.count))
          var rest = groesse
          let text = n % 2 == 0
          let primaer = try paket.datei(
            "\(ObjektID.zufaellig(&zufall))_Brief.pdf", groesse: Int64(groesse)
          ) { p in
            let teil = min(rest, p.count, band.count - stelle)
            if text {
              for i in 0..<teil { p[i] = 97 &+ (band[stelle + i] & 7) }
            } else {
              band.withUnsafeBytes {
                p.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[stelle..<(stelle + teil)]))
              }
            }
            rest -= teil
            stelle = (stelle + teil) % band.count
            return teil
          }
          vorgang.dokumente.append(
            .brief(d, .zufaellig(&zufall), format: "018", primaer))
        }
        akte.vorgaenge.append(vorgang)
      }
      try paket.schriftgutobjekt(.akte(akte))
    }
    _ = try paket.beende()
    print("\(n) Dateien in \(nummer) Akten")
  }
}
