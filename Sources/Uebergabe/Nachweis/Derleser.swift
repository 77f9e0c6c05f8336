// SPDX-License-Identifier: Apache-2.0
internal import SwiftASN1

/// Reads the parts of a DER structure one after another, and says where one is not as it should be.
///
/// The parser refuses what is nested more than 50 deep, cut off, too long or in a form that DER does
/// not allow, before anything is taken from it.
struct Derleser {
  /// What is read, for messages.
  let was: String
  private let ort: String
  private var teile: ASN1NodeCollection.Iterator
  private var vorgelesen: ASN1Node?

  /// Takes the only structure in `bytes` apart.
  ///
  /// - Throws: ``NachweisFehler/format(was:ort:grund:)``, ``NachweisFehler/grenze(was:wert:)``.
  init(_ bytes: [UInt8], _ was: String, grenzen: Nachweisgrenzen) throws(NachweisFehler) {
    guard bytes.count <= grenzen.beweis else {
      throw .grenze(was: "\(was) in Byte", wert: grenzen.beweis)
    }
    let wurzel: ASN1Node
    do {
      wurzel = try DER.parse(bytes)
    } catch {
      throw .format(
        was: was, ort: "Anfang",
        grund: "die Bytes sind kein DER, abgeschnitten oder zu tief verschachtelt")
    }
    try self.init(wurzel, was, ort: "Anfang", .sequence)
  }

  /// Takes a part apart.
  init(
    _ teil: ASN1Node, _ was: String, ort: String, _ kennung: ASN1Identifier
  ) throws(NachweisFehler) {
    guard teil.identifier == kennung, case .constructed(let kinder) = teil.content else {
      throw .format(was: was, ort: ort, grund: "hier steht ein anderes Feld als erwartet")
    }
    self.was = was
    self.ort = ort
    teile = kinder.makeIterator()
  }

  func fehler(_ feld: String, _ grund: String) -> NachweisFehler {
    .format(was: was, ort: ort == "Anfang" ? feld : "\(ort), \(feld)", grund: grund)
  }

  /// The next part, whatever it is; nil at the end.
  mutating func naechster() -> ASN1Node? {
    if let teil = vorgelesen {
      vorgelesen = nil
      return teil
    }
    return teile.next()
  }

  /// The next part if it has this tag.
  mutating func falls(_ kennung: ASN1Identifier) -> ASN1Node? {
    guard let teil = naechster() else { return nil }
    if teil.identifier == kennung { return teil }
    vorgelesen = teil
    return nil
  }

  mutating func falls(marke: UInt) -> ASN1Node? {
    falls(ASN1Identifier(tagWithNumber: marke, tagClass: .contextSpecific))
  }

  mutating func verlange(_ feld: String) throws(NachweisFehler) -> ASN1Node {
    guard let teil = naechster() else { throw fehler(feld, "das Feld fehlt") }
    return teil
  }

  /// The next part, taken apart.
  mutating func folge(_ feld: String) throws(NachweisFehler) -> Derleser {
    try Derleser(try verlange(feld), was, ort: stelle(feld), .sequence)
  }

  /// A part with a tag of its own in place of SEQUENCE, taken apart.
  func folge(_ teil: ASN1Node, _ feld: String) throws(NachweisFehler) -> Derleser {
    try Derleser(teil, was, ort: stelle(feld), teil.identifier)
  }

  private func stelle(_ feld: String) -> String { ort == "Anfang" ? feld : "\(ort), \(feld)" }

  mutating func zahl(_ feld: String) throws(NachweisFehler) -> Int {
    let teil = try verlange(feld)
    guard let wert = try? Int(derEncoded: teil) else {
      throw fehler(feld, "es ist keine kleine Zahl")
    }
    return wert
  }

  mutating func oktette(_ feld: String) throws(NachweisFehler) -> [UInt8] {
    let teil = try verlange(feld)
    guard let wert = try? ASN1OctetString(derEncoded: teil) else {
      throw fehler(feld, "es ist kein OCTET STRING")
    }
    return Array(wert.bytes)
  }

  mutating func kennung(_ feld: String) throws(NachweisFehler) -> String {
    guard let wert = try verlange(feld).objektkennung else {
      throw fehler(feld, "es ist keine Objektkennung")
    }
    return wert
  }

  /// Nothing may follow.
  mutating func ende() throws(NachweisFehler) {
    if naechster() != nil { throw fehler("Ende", "es folgt ein Feld, das hier nicht stehen darf") }
  }
}

extension ASN1Node {
  /// The part as it stands in the file.
  var roh: [UInt8] { Array(encodedBytes) }

  /// The object identifier as text; nil if this is none.
  ///
  /// The first number of the encoding stands for two (ITU-T X.690, section 8.19.4); swift-asn1 1.7.4 takes it
  /// apart wrongly where the second of them is above 39, as in 2.999.
  var objektkennung: String? {
    guard (try? ASN1ObjectIdentifier(derEncoded: self)) != nil,
      case .primitive(let bytes) = content
    else { return nil }
    var zahlen: [UInt64] = []
    var zahl: UInt64 = 0
    for b in bytes {
      guard zahl < 1 << 56 else { return nil }
      zahl = zahl << 7 | UInt64(b & 0x7F)
      guard b & 0x80 == 0 else { continue }
      if zahlen.isEmpty {
        let erste = min(zahl / 40, 2)
        zahlen = [erste, zahl - erste * 40]
      } else {
        zahlen.append(zahl)
      }
      zahl = 0
    }
    return zahlen.map(String.init).joined(separator: ".")
  }
}
