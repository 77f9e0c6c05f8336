// SPDX-License-Identifier: Apache-2.0
import Testing
import XMLStrom

/// A source that yields at most `groesse` bytes per call.
struct Stueckquelle: Bytequelle {
  var quelle: Speicherquelle
  let groesse: Int

  mutating func lies(_ puffer: UnsafeMutableRawBufferPointer) throws -> Int {
    quelle.lies(UnsafeMutableRawBufferPointer(rebasing: puffer.prefix(groesse)))
  }
}

let tafel = Namenstafel(
  namen: ["wurzel", "a", "b", "roh", "text"],
  namensraeume: ["urn:eins", "urn:zwei"])

func leser(
  _ xml: String, stueck: Int = 65536, _ aendere: (inout Leseroptionen) -> Void = { _ in }
) throws -> XMLLeser<Stueckquelle> {
  try leser(bytes: Array(xml.utf8), stueck: stueck, aendere)
}

func leser(
  bytes: [UInt8], stueck: Int = 65536, _ aendere: (inout Leseroptionen) -> Void = { _ in }
) throws -> XMLLeser<Stueckquelle> {
  var optionen = Leseroptionen()
  aendere(&optionen)
  return try XMLLeser(
    Stueckquelle(quelle: Speicherquelle(bytes), groesse: stueck), name: "test.xml",
    tafel: tafel, optionen: optionen)
}

/// Everything a subtree says, as text.
func beschreibung(_ t: Teilbaum) -> String {
  var zeilen: [String] = []
  for i in 0..<t.anzahl {
    let attribute = t.attributnamen(i).map { "\($0)=\(t.attribut(i, $0) ?? "-")" }
    zeilen.append(
      "\(i)–\(t.ende(i)) \(t.name(i)) \(t.namensraum(i)) \(t.bezeichnung(i)) Z\(t.zeile(i)) "
        + "\(t.hatMischtext(i)) [\(attribute.joined(separator: ","))] «\(t.text(i))»")
  }
  return zeilen.joined(separator: "\n")
}

/// All subtrees, and the error at the end if there is one.
func alles(_ leser: XMLLeser<Stueckquelle>) -> (baeume: [String], fehler: XMLFehler?) {
  var baeume: [String] = []
  do {
    while let t = try leser.naechster() { baeume.append(beschreibung(t)) }
    return (baeume, nil)
  } catch {
    return (baeume, error as? XMLFehler)
  }
}

func fehler(
  _ xml: String, stueck: Int = 65536, _ aendere: (inout Leseroptionen) -> Void = { _ in }
) throws -> XMLFehler? {
  alles(try leser(xml, stueck: stueck, aendere)).fehler
}
