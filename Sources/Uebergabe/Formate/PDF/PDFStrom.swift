// SPDX-License-Identifier: Apache-2.0

/// Undoes what a stream was packed with: nothing or Flate, with or without a predictor (ISO 32000-2, 7.4.4).
enum PDFStrom {
  /// The bytes of a stream; nil if they were packed in another way.
  static func entpackt(
    _ bytes: [UInt8], _ verzeichnis: [String: PDFWert], hoechstens: Int
  ) -> [UInt8]? {
    let filter = (verzeichnis["Filter"] ?? verzeichnis["F"])?.alsFeld.compactMap(\.alsName) ?? []
    let angaben = (verzeichnis["DecodeParms"] ?? verzeichnis["DP"])?.alsFeld ?? []
    var aus = bytes
    for (i, name) in filter.enumerated() {
      guard name == "FlateDecode" || name == "Fl", i < 2 else { return nil }
      aus = Auspacker.entpacke(aus, .zlib, hoechstens: hoechstens)
      if i < angaben.count, let d = angaben[i].alsVerzeichnis {
        guard let glatt = ohneVorhersage(aus, d) else { return nil }
        aus = glatt
      }
    }
    return aus
  }

  private static func ohneVorhersage(_ bytes: [UInt8], _ d: [String: PDFWert]) -> [UInt8]? {
    let art = d["Predictor"]?.alsZahl ?? 1
    guard art != 1 else { return bytes }
    guard art >= 10 else { return nil }
    let farben = d["Colors"]?.alsZahl ?? 1
    let bits = d["BitsPerComponent"]?.alsZahl ?? 8
    let spalten = d["Columns"]?.alsZahl ?? 1
    guard (1...32).contains(farben), (1...16).contains(bits), (1...(1 << 20)).contains(spalten)
    else { return nil }
    let breite = (farben * bits * spalten + 7) / 8
    let schritt = max(1, farben * bits / 8)
    var aus: [UInt8] = []
    aus.reserveCapacity(bytes.count)
    var vorige = [UInt8](repeating: 0, count: breite)
    var i = 0
    while i < bytes.count {
      let filter = bytes[i]
      var zeile = Array(bytes[(i + 1)..<min(i + 1 + breite, bytes.count)])
      for x in zeile.indices {
        let links = x >= schritt ? Int(zeile[x - schritt]) : 0
        let oben = Int(vorige[x])
        let schraeg = x >= schritt ? Int(vorige[x - schritt]) : 0
        let plus: Int
        switch filter {
        case 0: plus = 0
        case 1: plus = links
        case 2: plus = oben
        case 3: plus = (links + oben) / 2
        case 4:
          let p = links + oben - schraeg
          let (a, b, c) = (abs(p - links), abs(p - oben), abs(p - schraeg))
          plus = a <= b && a <= c ? links : b <= c ? oben : schraeg
        default: return nil
        }
        zeile[x] = zeile[x] &+ UInt8(truncatingIfNeeded: plus)
      }
      aus += zeile
      vorige.replaceSubrange(0..<zeile.count, with: zeile)
      i += 1 + breite
    }
    return aus
  }
}
