// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Pruefsummen

/// A payload as it is stored: encrypted under the key of one object.
///
/// Form 1 of the bytes: the byte 1, the object's 16 bytes, then nonce, ciphertext and tag of
/// AES-256-GCM. The additional data are these 17 bytes and the 16 bytes of the event's id, so a
/// payload opens neither for another object nor for another event.
public struct VersiegelteNutzlast: Hashable, Sendable {
  /// The stored bytes.
  public let bytes: [UInt8]
  /// The object whose key opens it.
  public let objekt: ObjektID

  private static let kopflaenge = 17

  /// A payload from its stored bytes; whether they are genuine shows only the key.
  ///
  /// - Throws: ``Protokollfehler/nutzlastUnlesbar(grund:)``.
  public init(bytes: [UInt8]) throws(Protokollfehler) {
    guard let form = bytes.first, bytes.count >= Self.kopflaenge + Objektschluessel.aufschlag else {
      throw .nutzlastUnlesbar(grund: "sie ist zu kurz")
    }
    guard form == 1 else { throw .nutzlastUnlesbar(grund: "ihre Form \(form) ist unbekannt") }
    let teile = bytes[1..<17].map(UInt64.init)
    objekt = ObjektID(
      bytes: (
        teile[..<8].reduce(0) { $0 << 8 | $1 }, teile[8...].reduce(0) { $0 << 8 | $1 }
      ))
    self.bytes = bytes
  }

  /// The hash that the entry holds: SHA-256 of ``bytes``.
  ///
  /// - Throws: ``Protokollfehler/pruefsummen(_:)`` if the system lacks SHA-256.
  public func pruefsumme() throws(Protokollfehler) -> Pruefsumme { try .sha256(bytes) }

  /// The payload, opened with the object's key.
  ///
  /// - Throws: ``Protokollfehler/versiegelung(_:)`` if the key, the event or one bit is wrong;
  ///   ``Protokollfehler/nutzlastUnlesbar(grund:)`` if the text is no payload.
  public func oeffne(
    ereignis: EreignisID, mit schluessel: borrowing Objektschluessel
  ) throws(Protokollfehler) -> Protokollnutzlast {
    try Protokollnutzlast(json: try klartext(ereignis, schluessel))
  }

  /// Opens the payload as far as a history needs it: all but the event.
  package func oeffneAuszug(
    ereignis: EreignisID, mit schluessel: borrowing Objektschluessel
  ) throws(Protokollfehler) -> Protokollnutzlast {
    try Protokollnutzlast(auszugAus: try klartext(ereignis, schluessel))
  }

  private func klartext(
    _ ereignis: EreignisID, _ schluessel: borrowing Objektschluessel
  ) throws(Protokollfehler) -> [UInt8] {
    do throws(Versiegelungsfehler) {
      return try schluessel.oeffne(
        Array(bytes.dropFirst(Self.kopflaenge)), zusatz: Self.zusatz(objekt, ereignis))
    } catch {
      throw .versiegelung(error)
    }
  }

  fileprivate static func kopf(_ objekt: ObjektID) -> [UInt8] { [1] + sechzehnBytes(objekt) }

  fileprivate static func zusatz(_ objekt: ObjektID, _ ereignis: EreignisID) -> [UInt8] {
    kopf(objekt) + sechzehnBytes(ereignis)
  }

  private static func sechzehnBytes<B>(_ id: Kennung<B>) -> [UInt8] {
    let (hoch, tief) = id.bytes
    return withUnsafeBytes(of: (hoch.bigEndian, tief.bigEndian)) { [UInt8]($0) }
  }
}

extension Protokollnutzlast {
  /// Encrypts the payload under the key of an object.
  ///
  /// - Parameters:
  ///   - objekt: The object; when its key is destroyed, the payload is unreadable.
  ///   - ereignis: The event the payload belongs to.
  ///   - schluessel: The object's key.
  ///   - zufall: The source of the nonce, one for cryptography.
  /// - Returns: The payload to store.
  /// - Throws: ``Protokollfehler``.
  public func versiegle(
    fuer objekt: ObjektID, ereignis: EreignisID, mit schluessel: borrowing Objektschluessel,
    _ zufall: inout some RandomNumberGenerator
  ) throws(Protokollfehler) -> VersiegelteNutzlast {
    let text = kanonisch()
    do throws(Versiegelungsfehler) {
      let versiegelt = try schluessel.versiegle(
        text, zusatz: VersiegelteNutzlast.zusatz(objekt, ereignis), &zufall)
      return VersiegelteNutzlast(geprueft: VersiegelteNutzlast.kopf(objekt) + versiegelt, objekt)
    } catch {
      throw .versiegelung(error)
    }
  }
}

extension VersiegelteNutzlast {
  fileprivate init(geprueft bytes: [UInt8], _ objekt: ObjektID) {
    self.bytes = bytes
    self.objekt = objekt
  }
}
