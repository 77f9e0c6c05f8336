// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Glibc
internal import Pruefsummen

/// Digests of one length, side by side in one block of memory.
struct Hashreihe: Sendable, Hashable {
  let laenge: Int
  private(set) var bytes: [UInt8] = []

  init(laenge: Int) {
    precondition(laenge > 0)
    self.laenge = laenge
  }

  var anzahl: Int { bytes.count / laenge }

  subscript(i: Int) -> ArraySlice<UInt8> { bytes[i * laenge..<(i + 1) * laenge] }

  mutating func haengeAn(_ hash: some Collection<UInt8>) {
    precondition(hash.count == laenge)
    bytes.append(contentsOf: hash)
  }

  mutating func reserviere(_ anzahl: Int) { bytes.reserveCapacity(anzahl * laenge) }

  /// The digests in binary ascending order, each once (RFC 4998, section 4.2).
  func geordnet() -> Hashreihe {
    var aus = Hashreihe(laenge: laenge)
    aus.reserviere(anzahl)
    bytes.withUnsafeBytes { roh in
      guard let anfang = roh.baseAddress else { return }
      let stellen = (0..<anzahl).sorted {
        memcmp(anfang + $0 * laenge, anfang + $1 * laenge, laenge) < 0
      }
      var letzte: Int?
      for s in stellen {
        if let l = letzte, memcmp(anfang + l * laenge, anfang + s * laenge, laenge) == 0 {
          continue
        }
        aus.bytes.append(contentsOf: roh[s * laenge..<(s + 1) * laenge])
        letzte = s
      }
    }
    return aus
  }

  /// Where a digest stands; only for a series in ascending order.
  func stelle(_ hash: some Collection<UInt8>) -> Int? {
    guard hash.count == laenge else { return nil }
    var unten = 0
    var oben = anzahl
    while unten < oben {
      let mitte = (unten + oben) / 2
      if self[mitte].lexicographicallyPrecedes(hash) { unten = mitte + 1 } else { oben = mitte }
    }
    return unten < anzahl && self[unten].elementsEqual(hash) ? unten : nil
  }
}

extension Pruefsummenbildner {
  /// The digest of bytes with the only algorithm.
  mutating func hash(_ bytes: some Collection<UInt8>) -> [UInt8] {
    if bytes.withContiguousStorageIfAvailable({ nimm(UnsafeRawBufferPointer($0)) }) == nil {
      Array(bytes).withUnsafeBytes { nimm($0) }
    }
    return abschluss().first?.bytes ?? []
  }
}

/// A digester with one algorithm.
///
/// - Throws: ``NachweisFehler/verfahrenUnzulaessig(_:)`` if this system does not offer it.
func bildner(_ verfahren: Hashverfahren) throws(NachweisFehler) -> Pruefsummenbildner {
  do throws(PruefsummenFehler) {
    return try Pruefsummenbildner([verfahren])
  } catch { throw .verfahrenUnzulaessig(verfahren) }
}
