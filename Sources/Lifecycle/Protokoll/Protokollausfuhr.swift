// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// Writes a Protokoll as a file that can be checked without the store: JSON Lines.
///
/// ```
/// {"diva-protokoll":1,"nach":{"folge":0,"hash":"00…"}}
/// {"eintrag":"base64 of the canonical bytes","geoeffnet":{…},"hash":"hex","nutzlast":"base64"}
/// {"anker":"DIVA-ANKER 1 EINTRAG 42 SHA-256 …","eintraege":42}
/// ```
///
/// `nutzlast` (the sealed bytes) and `geoeffnet` (its text) are left out where there are none.
/// The last line shows that nothing is missing at the end. Call ``kopfzeile()``, then
/// ``zeile(satz:nutzlast:geoeffnet:)`` for each entry, then ``schlusszeile()``.
public struct Protokollausfuhr: ~Copyable {
  private let beginn: Kettenkopf
  private var kopf: Kettenkopf
  private var anzahl = 0

  /// Begins an export after an entry; the default is the whole chain.
  public init(nach beginn: Kettenkopf = .anfang) {
    self.beginn = beginn
    kopf = beginn
  }

  /// The first line, with its line feed.
  public func kopfzeile() -> [UInt8] {
    Array(
      """
      {"diva-protokoll":1,"nach":{"folge":\(beginn.folge),"hash":"\(beginn.hash.hex)"}}\n
      """.utf8)
  }

  /// The line of one entry, with its line feed.
  ///
  /// - Parameters:
  ///   - satz: What ``Protokolleintrag/satz()`` wrote; copied as it is, also if it is damaged.
  ///   - nutzlast: The payload's stored bytes, if they are there.
  ///   - geoeffnet: The payload's text, if it shall be readable.
  /// - Returns: The bytes to append to the file.
  /// - Throws: ``Protokollfehler`` if `satz` cannot be read.
  public mutating func zeile(
    satz: [UInt8], nutzlast: [UInt8]? = nil, geoeffnet: Protokollnutzlast? = nil
  ) throws(Protokollfehler) -> [UInt8] {
    let eintrag = try Protokolleintrag(satz: satz)
    var aus: [UInt8] = []
    aus.reserveCapacity(satz.count * 2 + (nutzlast?.count ?? 0) * 4 / 3 + 128)
    aus += #"{"eintrag":""#.utf8
    Base64.haenge(Array(satz.dropLast(32)), an: &aus)
    aus.append(34)
    if let geoeffnet {
      aus += #","geoeffnet":"#.utf8
      aus += geoeffnet.kanonisch()
    }
    aus += #","hash":"\#(eintrag.hash.hex)""#.utf8
    if let nutzlast {
      aus += #","nutzlast":""#.utf8
      Base64.haenge(nutzlast, an: &aus)
      aus.append(34)
    }
    aus += [125, 10]
    kopf = Kettenkopf(folge: eintrag.folge, hash: eintrag.hash)
    anzahl += 1
    return aus
  }

  /// The last line, with its line feed.
  ///
  /// - Throws: ``Protokollfehler/pruefsummen(_:)`` if the system lacks SHA-256.
  public func schlusszeile() throws(Protokollfehler) -> [UInt8] {
    Array(#"{"anker":"\#(try Anker(kopf).text())","eintraege":\#(anzahl)}"#.utf8) + [10]
  }
}
