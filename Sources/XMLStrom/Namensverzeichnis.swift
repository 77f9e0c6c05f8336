// SPDX-License-Identifier: Apache-2.0

/// Numbers for the strings of libxml2's dictionary.
///
/// libxml2 keeps each distinct name, prefix and URI once per parser, so that its address stands for
/// the string: an open-addressed table from address to number costs no work on the string itself.
struct Namensverzeichnis {
  private typealias Zelle = (adresse: UInt, wert: UInt32)

  private var zellen: UnsafeMutablePointer<Zelle>
  private var maske: Int
  private(set) var anzahl = 0

  init() {
    maske = 1023
    zellen = .allocate(capacity: 1024)
    zellen.initialize(repeating: (0, 0), count: 1024)
  }

  func freigeben() { zellen.deallocate() }

  /// The number stored for an address, or `UInt32.max`.
  @inline(__always)
  func finde(_ zeiger: UnsafePointer<UInt8>) -> UInt32 {
    let adresse = UInt(bitPattern: zeiger)
    var stelle = Self.streuwert(adresse) & maske
    while true {
      let zelle = zellen[stelle]
      if zelle.adresse == adresse { return zelle.wert }
      if zelle.adresse == 0 { return .max }
      stelle = (stelle &+ 1) & maske
    }
  }

  @inline(never)
  mutating func setze(_ zeiger: UnsafePointer<UInt8>, _ wert: UInt32) {
    if anzahl * 2 > maske { verdopple() }
    trageEin((UInt(bitPattern: zeiger), wert))
    anzahl += 1
  }

  private func trageEin(_ zelle: Zelle) {
    var stelle = Self.streuwert(zelle.adresse) & maske
    while zellen[stelle].adresse != 0 { stelle = (stelle + 1) & maske }
    zellen[stelle] = zelle
  }

  private mutating func verdopple() {
    let alt = UnsafeMutableBufferPointer(start: zellen, count: maske + 1)
    maske = maske * 2 + 1
    zellen = .allocate(capacity: maske + 1)
    zellen.initialize(repeating: (0, 0), count: maske + 1)
    for zelle in alt where zelle.adresse != 0 { trageEin(zelle) }
    alt.deallocate()
  }

  @inline(__always)
  private static func streuwert(_ adresse: UInt) -> Int {
    Int(truncatingIfNeeded: (adresse &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }
}
