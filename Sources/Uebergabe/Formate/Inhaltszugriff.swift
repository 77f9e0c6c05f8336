// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Pruefsummen

/// The bytes of one file, read by position through one window and within a budget.
///
/// Reading never throws: what cannot be had is missing from the answer, and why is kept here, so that a
/// recogniser sees a short file and nothing else. Belongs to one thread.
final class Inhaltszugriff {
  /// Why bytes are missing that the file has.
  enum Mangel: Equatable {
    /// The system refused.
    case lesefehler(String)
    /// The budget is used up.
    case grenze
    /// The bytes went by and were not kept.
    case luecke
  }

  /// Fills the buffer from a position on; nil with a reason for a failure, else how many bytes came.
  typealias Lesen = (Int64, UnsafeMutableRawBufferPointer) -> Result<Int, Lesehindernis>

  /// Why bytes could not be read.
  struct Lesehindernis: Error {
    let mangel: Mangel
  }

  static let fenster = 1 << 16

  let groesse: Int64
  private(set) var mangel: Mangel?
  /// The bytes read from the file so far.
  private(set) var gelesen: Int64 = 0
  /// How often the file was asked.
  private(set) var zugriffe = 0
  private var budget: Int64
  private let lesen: Lesen
  private var ort: Int64 = 0
  private var puffer: [UInt8] = []

  init(groesse: Int64, budget: Int64, lesen: @escaping Lesen) {
    self.groesse = max(0, groesse)
    self.budget = budget
    self.lesen = lesen
  }

  /// The bytes of an array.
  convenience init(_ bytes: [UInt8], budget: Int64) {
    self.init(groesse: Int64(bytes.count), budget: budget) { ort, ziel in
      let anfang = Int(ort)
      let anzahl = min(ziel.count, bytes.count - anfang)
      bytes.withUnsafeBytes {
        ziel.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[anfang..<anfang + anzahl]))
      }
      return .success(anzahl)
    }
  }

  /// The bytes of an open file, which this does not close.
  convenience init(deskriptor fd: Int32, groesse: Int64, budget: Int64) {
    self.init(groesse: groesse, budget: budget) { ort, ziel in
      while true {
        let n = pread(fd, ziel.baseAddress, ziel.count, off_t(ort))
        if n >= 0 { return .success(n) }
        if errno != EINTR {
          return .failure(Lesehindernis(mangel: .lesefehler(systemgrund(errno))))
        }
      }
    }
  }

  /// Gives the budget for a search.
  func erlaube(_ weitere: Int64) { budget += weitere }

  /// Up to `anzahl` bytes from `ab` on; fewer at the end of the file, or if some cannot be had.
  func bytes(ab: Int64, _ anzahl: Int) -> [UInt8] {
    guard ab >= 0, ab < groesse, anzahl > 0 else { return [] }
    let ende = min(groesse, ab.addingReportingOverflow(Int64(anzahl)).partialValue)
    guard ende > ab else { return [] }
    let zahl = Int(ende - ab)
    if ab >= ort, ende <= ort + Int64(puffer.count) {
      let a = Int(ab - ort)
      return Array(puffer[a..<a + zahl])
    }
    if zahl > Self.fenster { return liesEin(ab, zahl, noetig: zahl) }
    let stueck = zahl <= 4096 ? 8192 : Self.fenster
    ort = ab
    puffer = liesEin(ab, Int(min(Int64(stueck), groesse - ab)), noetig: zahl)
    return Array(puffer.prefix(zahl))
  }

  /// Reads `anzahl` bytes; it is a fault only if some of the first `noetig` are missing.
  private func liesEin(_ ab: Int64, _ anzahl: Int, noetig: Int) -> [UInt8] {
    guard Int64(noetig) <= budget else {
      mangel = mangel ?? .grenze
      return []
    }
    let anzahl = Int(min(Int64(anzahl), budget))
    var hindernis: Mangel?
    let aus = [UInt8](unsafeUninitializedCapacity: anzahl) { ziel, gefuellt in
      let roh = UnsafeMutableRawBufferPointer(ziel)
      while gefuellt < anzahl {
        zugriffe += 1
        let rest = UnsafeMutableRawBufferPointer(rebasing: roh[gefuellt..<anzahl])
        switch lesen(ab + Int64(gefuellt), rest) {
        case .success(let n) where n > 0: gefuellt += min(n, rest.count)
        case .success: return
        case .failure(let h):
          hindernis = h.mangel
          return
        }
      }
    }
    if let hindernis, aus.count < noetig { mangel = mangel ?? hindernis }
    gelesen += Int64(aus.count)
    budget -= Int64(aus.count)
    return aus
  }

  /// The last `anzahl` bytes, and where they begin.
  func schluss(_ anzahl: Int) -> (ort: Int64, bytes: [UInt8]) {
    let ab = max(0, groesse - Int64(anzahl))
    return (ab, bytes(ab: ab, anzahl))
  }
}

/// Integers and searches in bytes; out of range means 0 or nil.
extension Array where Element == UInt8 {
  /// Two bytes, little-endian.
  func u16(_ i: Int) -> Int {
    i >= 0 && i + 2 <= count ? Int(self[i]) | Int(self[i + 1]) << 8 : 0
  }

  /// Four bytes, little-endian.
  func u32(_ i: Int) -> Int { i >= 0 && i + 4 <= count ? u16(i) | u16(i + 2) << 16 : 0 }

  /// Eight bytes, little-endian; the largest number if they are more than an `Int64` holds.
  func u64(_ i: Int) -> Int64 {
    guard i >= 0, i + 8 <= count else { return 0 }
    let hoch = u32(i + 4)
    return hoch > Int(Int32.max) ? .max : Int64(u32(i)) | Int64(hoch) << 32
  }

  /// Two bytes, big-endian.
  func be16(_ i: Int) -> Int {
    i >= 0 && i + 2 <= count ? Int(self[i]) << 8 | Int(self[i + 1]) : 0
  }

  /// Four bytes, big-endian.
  func be32(_ i: Int) -> Int { i >= 0 && i + 4 <= count ? be16(i) << 16 | be16(i + 2) : 0 }

  /// Whether `muster` lies at `ort`.
  func hat(_ muster: [UInt8], bei ort: Int = 0) -> Bool {
    guard ort >= 0, ort + muster.count <= count else { return false }
    for (i, b) in muster.enumerated() where self[ort + i] != b { return false }
    return true
  }

  /// Whether `text` lies at `ort`.
  func hat(_ text: StaticString, bei ort: Int = 0) -> Bool {
    hat(text.bytes, bei: ort)
  }

  /// Where `muster` begins first, from `ab` on.
  func stelle(_ muster: [UInt8], ab: Int = 0) -> Int? {
    guard let erstes = muster.first else { return nil }
    return withUnsafeBytes { alle in
      var i = Swift.max(0, ab)
      let letzte = alle.count - muster.count
      while i <= letzte, let anfang = alle.baseAddress {
        guard let fund = memchr(anfang + i, Int32(erstes), letzte - i + 1) else { return nil }
        i = UnsafeRawPointer(fund) - anfang
        if memcmp(anfang + i, muster, muster.count) == 0 { return i }
        i += 1
      }
      return nil
    }
  }

  /// Where `muster` begins last.
  func letzteStelle(_ muster: [UInt8]) -> Int? {
    var letzte: Int?
    var ab = 0
    while let i = stelle(muster, ab: ab) {
      letzte = i
      ab = i + 1
    }
    return letzte
  }
}

extension StaticString {
  /// The bytes of the text.
  var bytes: [UInt8] { withUTF8Buffer { Array($0) } }
}
