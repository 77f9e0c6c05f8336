// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Uebergabe

@Suite("PDF/A claims")
struct PDFTests {
  private func erkenne(_ bau: PDFBau) -> Formatergebnis {
    Formaterkennung().erkenne(bau.bytes, name: "a.pdf")
  }

  private func regeln(_ e: Formatergebnis) -> Set<String> { Set(e.befunde.map(\.regel)) }

  @Test(
    "the claim is found on every way to the catalogue",
    arguments: [PDFBau.Verweisart.tabelle, .strom, .objektstrom, .hybrid])
  func wege(_ art: PDFBau.Verweisart) {
    for kodierung in 0...2 {
      for gepackt in [false, true] {
        for alsAttribute in [false, true] {
          let e = erkenne(
            PDFBau(stufe: "2U") {
              $0.art = art
              $0.kodierung = kodierung
              $0.gepackt = gepackt
              $0.alsAttribute = alsAttribute
            })
          #expect(e.pdf?.pdfa?.stufe == "2u" && e.puid == "fmt/478" && e.code == "044")
          #expect(e.haupt?.sicherheit == .sicher && regeln(e).isEmpty)
          #expect(e.pdfaStand == "PDF/A-2u-Angabe (nicht geprüft)")
        }
      }
    }
    let ohne = erkenne(PDFBau { $0.art = art })
    #expect(ohne.code == "018" && ohne.pdfaStand == "kein PDF/A" && regeln(ohne).isEmpty)
  }

  @Test("all levels, and those that do not exist")
  func stufen() {
    for stufe in ["1A", "1B", "2A", "2B", "2U", "3A", "3B", "3U", "4", "4E", "4F"] {
      let e = erkenne(PDFBau(stufe: stufe))
      #expect(e.haupt?.fassung == stufe.lowercased() && regeln(e).isEmpty)
    }
    for stufe in ["1U", "5B", "9", "2"] {
      let e = erkenne(PDFBau(stufe: stufe))
      #expect(e.code == "044" && e.puid == nil && regeln(e) == ["FORMAT-PDFA-STUFE"], "\(stufe)")
    }
  }

  @Test("the newest update counts")
  func erneuert() {
    let weg = erkenne(PDFBau(stufe: "1B") { $0.ohneAngabeErneuert = true })
    #expect(weg.code == "018" && weg.pdf?.istOhneObjektbaum == false)
    let neu = erkenne(PDFBau(stufe: "1B") { $0.mitAngabeErneuert = "3A" })
    #expect(neu.pdf?.pdfa?.stufe == "3a" && neu.pdf?.version == "2.0")
  }

  @Test("without a tree of objects the claim is found by searching and marked so")
  func gesucht() {
    for kodierung in 0...2 {
      let e = erkenne(
        PDFBau(stufe: "2B") {
          $0.falscherStart = true
          $0.kodierung = kodierung
        })
      #expect(e.pdf?.pdfa?.stufe == "2b" && e.pdf?.istOhneObjektbaum == true, "\(kodierung)")
      #expect(regeln(e) == ["FORMAT-PDF-AUFBAU", "FORMAT-PDFA-OHNE-OBJEKTBAUM"])
      #expect(e.haupt?.sicherheit == .wahrscheinlich)
    }
    // A tree that has no metadata is not searched for those of an image or an attachment.
    let fremd = PDFBau { $0.vorn = [] }.bytes
    let xmp = PDFBau.xmp("1B", attribute: false, kodierung: 0)
    let eingebettet = Array("%PDF-1.7\n".utf8) + xmp + Array("\n".utf8)
    #expect(erkenne(PDFBau()).code == "018")
    var lang = PDFBau()
    lang.vorn = []
    let e = Formaterkennung().erkenne(fremd + eingebettet, name: "a.pdf")
    #expect(e.code == "018" || e.pdf?.istOhneObjektbaum == true)
  }

  @Test("what stands before and after, and what is missing")
  func raender() {
    let vorn = erkenne(PDFBau(stufe: "2B") { $0.vorn = Array("\u{FEFF}  ".utf8) })
    #expect(vorn.code == "044" && regeln(vorn) == ["FORMAT-PDF-ANFANG"])
    #expect(vorn.pdf?.istOhneObjektbaum == false)
    let hinten = erkenne(PDFBau(stufe: "2B") { $0.hinten = Array("angehängt".utf8) })
    #expect(hinten.code == "044" && regeln(hinten) == ["FORMAT-PDF-ANHANG"])
    #expect(regeln(erkenne(PDFBau { $0.hinten = [13, 10, 0, 32] })).isEmpty)
    let lang = erkenne(PDFBau(stufe: "2B") { $0.hinten = .init(repeating: 65, count: 9000) })
    #expect(lang.code == "044" && regeln(lang) == ["FORMAT-PDF-ANHANG"])
    let ganz = PDFBau(stufe: "2B").bytes
    let halb = Formaterkennung().erkenne(Array(ganz.prefix(ganz.count - 200)), name: "a.pdf")
    #expect(regeln(halb).isSuperset(of: ["FORMAT-PDF-ENDE", "FORMAT-PDF-AUFBAU"]))
    #expect(halb.code == "044" && halb.pdf?.istOhneObjektbaum == true)
  }

  @Test("an encryption is named")
  func verschluesselt() {
    let e = erkenne(PDFBau { $0.verschluesselt = true })
    #expect(e.istVerschluesselt && e.pdf?.istVerschluesselt == true)
    #expect(regeln(e) == ["FORMAT-VERSCHLUESSELT"])
    let kaputt = erkenne(
      PDFBau {
        $0.verschluesselt = true
        $0.falscherStart = true
      })
    #expect(kaputt.istVerschluesselt)
  }

  @Test("circles and absurd numbers end")
  func kreise() {
    for text in [
      "1 0 obj<</Type/Catalog/Metadata 1 0 R>>endobj\n",
      "1 0 obj<</Type/Catalog/Metadata 4 0 R>>endobj\n4 0 obj<</Length 4 0 R>>stream\nx\nendstream\n",
      "1 0 obj<</Type/Catalog/Metadata 4 0 R>>endobj\n4 0 obj<</Length 99999999999999>>stream\n",
      "1 0 obj" + String(repeating: "[", count: 5000),
      "1 0 obj<</A" + String(repeating: "<</A", count: 5000),
    ] {
      var pdf = "%PDF-1.7\n"
      let eins = pdf.utf8.count
      let vier = text.range(of: "4 0 obj").map {
        eins + text.utf8.distance(from: text.startIndex, to: $0.lowerBound)
      }
      pdf += text
      let xref = pdf.utf8.count
      func satz(_ ort: Int?) -> String {
        guard let ort else { return "0000000000 65535 f \n" }
        return String(repeating: "0", count: 10 - String(ort).count) + "\(ort) 00000 n \n"
      }
      pdf += "xref\n0 5\n" + [nil, eins, nil, nil, vier].map(satz).joined()
      pdf += "trailer<</Root 1 0 R/Prev \(xref)/XRefStm \(xref)>>\nstartxref\n\(xref)\n%%EOF"
      let e = Formaterkennung().erkenne(Array(pdf.utf8), name: "a.pdf")
      #expect(e.code == "018")
    }
  }
}
