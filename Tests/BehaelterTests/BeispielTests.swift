// SPDX-License-Identifier: Apache-2.0
import Behaelter
import Foundation
import TestHilfe
import Testing

@Suite struct BeispielTests {
  @Test(
    "the shared sample containers are listed, read and unpacked",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
  func beispiele() throws {
    let alle = FileManager.default.enumerator(atPath: Gemeinsam.beispiele.path)?
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".zip") }.sorted()
    let pfade = try #require(alle).map { Gemeinsam.beispiele.appendingPathComponent($0).path }
    #expect(!pfade.isEmpty)
    for pfad in pfade {
      let v = try Verzeichnis(pfad: pfad)
      let gelesen = try liesAlles(pfad)
      #expect(gelesen.count == v.eintraege.count)
      #expect(gelesen.contains { $0.name.hasSuffix(".xml") })
      for (name, bytes) in gelesen { #expect(v[name]?.groesse == Int64(bytes.count)) }
      try mitTemporaeremOrdner { ordner in
        let maengel = v.eintraege.flatMap(\.maengel).filter { $0 != .nichtUTF8 }
        let f = fehler { try entpacke(pfad, nach: ordner.path + "/aus") }
        #expect((f == nil) == maengel.isEmpty, "\(pfad): \(f?.description ?? "")")
      }
    }
  }
}
