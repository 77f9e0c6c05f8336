// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Foundation
import TestHilfe
import Testing

@testable import Lifecycle

/// Any JSON value, to compare two decoders.
private indirect enum Wert: Codable, Hashable {
  case nichts
  case wahr(Bool)
  case zahl(Int64)
  case text(String)
  case liste([Wert])
  case objekt([String: Wert])

  init(from decoder: any Decoder) throws {
    let d = try decoder.singleValueContainer()
    if d.decodeNil() {
      self = .nichts
    } else if let b = try? d.decode(Bool.self) {
      self = .wahr(b)
    } else if let n = try? d.decode(Int64.self) {
      self = .zahl(n)
    } else if let t = try? d.decode(String.self) {
      self = .text(t)
    } else if let l = try? d.decode([Wert].self) {
      self = .liste(l)
    } else {
      self = .objekt(try d.decode([String: Wert].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var e = encoder.singleValueContainer()
    switch self {
    case .nichts: try e.encodeNil()
    case .wahr(let b): try e.encode(b)
    case .zahl(let n): try e.encode(n)
    case .text(let t): try e.encode(t)
    case .liste(let l): try e.encode(l)
    case .objekt(let o): try e.encode(o)
    }
  }

  static func zufaellig(_ z: inout Zufall, tiefe: Int) -> Wert {
    let texte = ["", "a", "Akte", "ü", "e\u{301}", "\"\\/\u{8}\u{c}\n\r\t\u{1}", "😀\u{2028}", "0"]
    switch Int.random(in: 0..<(tiefe > 4 ? 4 : 6), using: &z) {
    case 0: return .nichts
    case 1: return .wahr(Bool.random(using: &z))
    case 2: return .zahl([0, -1, .min, .max, 42].randomElement(using: &z)!)
    case 3: return .text(texte.randomElement(using: &z)!)
    case 4:
      return .liste(
        (0..<Int.random(in: 0...4, using: &z)).map { _ in zufaellig(&z, tiefe: tiefe + 1) })
    default:
      var o: [String: Wert] = [:]
      for _ in 0..<Int.random(in: 0...6, using: &z) {
        o[texte.randomElement(using: &z)!] = zufaellig(&z, tiefe: tiefe + 1)
      }
      return .objekt(o)
    }
  }
}

@Suite struct JSONLesenTests {
  private struct Alles: Codable, Hashable {
    enum Wahl: Codable, Hashable {
      case ohne
      case mit(zahl: Int, text: String?)
    }
    enum Art: String, Codable { case a, b }
    var b = true
    var i8 = Int8.min
    var i16 = Int16.max
    var i32 = Int32.min
    var i64 = Int64.min
    var u = UInt.max
    var u8 = UInt8.max
    var u16 = UInt16.max
    var u32 = UInt32.max
    var u64 = UInt64.max
    var leer: Int?
    var halb: Bool? = false
    var text: String? = "x\u{0}"
    var wahlen: [Wahl] = [.ohne, .mit(zahl: 1, text: nil), .mit(zahl: -2, text: "ü")]
    var arten: [Art: Int] = [.a: 1, .b: 2]
    var luecken: [Int?] = [1, nil, 3]
    var tief: [[[String]]] = [[["a"], []], []]
  }

  @Test("what the canonical writer wrote comes back, and Foundation reads the same")
  func hinUndZurueck() throws {
    let bytes = try KanonischesJSON.bytes(Alles())
    #expect(try KanonischesJSON.lies(Alles.self, bytes) == Alles())
    #expect(try JSONDecoder().decode(Alles.self, from: Data(bytes)) == Alles())
    var z = Zufall(77)
    for _ in 0..<3000 {
      let wert = Wert.zufaellig(&z, tiefe: 0)
      let bytes = try KanonischesJSON.bytes(wert)
      #expect(try KanonischesJSON.lies(Wert.self, bytes) == wert)
      let schoen = JSONEncoder()
      schoen.outputFormatting = [.prettyPrinted]
      #expect(try KanonischesJSON.lies(Wert.self, Array(schoen.encode(wert))) == wert)
    }
  }

  @Test(
    "what is no JSON is refused, and what is some is read as Foundation reads it",
    arguments: [
      "", " ", "{", "}", "[", "[1,]", "[,1]", #"{"a":1,}"#, #"{"a"}"#, #"{"a":}"#, #"{a:1}"#, "01",
      "-", "+1", "1.", ".5", "1e", "1e+", "1e2", "0", "-0", "1.5", "tru", "truex", "nul", "\"",
      "\"\\\"", #""\x""#, #""\u12""#, #""\u00e4""#, #""\ud83d\ude00""#, #""\ud83d""#, #""\ude00""#,
      "\"\t\"", "[1] 2", "[1]\n", "\u{feff}1", "9223372036854775807", "9223372036854775808",
      #"{"\u0061":1}"#, #"{"a":{"b":[null]}}"#, "'a'", "NaN", "[[[[[[[[1]]]]]]]]",
    ])
  func grenzfaelle(text: String) {
    let unser = try? KanonischesJSON.lies(Wert.self, Array(text.utf8))
    let foundation = try? JSONDecoder().decode(Wert.self, from: Data(text.utf8))
    // Foundation takes 1e2 for a whole number, leaves out a byte order mark and lets a comma follow the
    // last value.
    if ["1e2", "\u{feff}1", "[1,]", #"{"a":1,}"#].contains(text) {
      #expect(unser == nil && foundation != nil)
    } else {
      #expect(unser == foundation)
    }
  }

  @Test("bytes that are no UTF-8, a damaged end and endless nesting are errors, not crashes")
  func kaputt() throws {
    #expect(throws: DecodingError.self) { try KanonischesJSON.lies(String.self, [34, 0xFF, 34]) }
    #expect(throws: DecodingError.self) {
      try KanonischesJSON.lies(Wert.self, Array(repeating: 91, count: 1_000_000))
    }
    let bytes = try KanonischesJSON.bytes(Alles())
    for n in 0..<bytes.count {
      #expect(throws: (any Error).self) {
        try KanonischesJSON.lies(Alles.self, Array(bytes.prefix(n)))
      }
    }
    var z = Zufall(5)
    for _ in 0..<5000 {
      var anders = bytes
      anders[Int.random(in: 0..<anders.count, using: &z)] = UInt8.random(in: 0...255, using: &z)
      _ = try? KanonischesJSON.lies(Alles.self, anders)
    }
  }

  @Test("errors tell a missing field from a null and from another type")
  func fehler() {
    struct Probe: Decodable { var a: Int }
    func grund(_ text: String) -> String {
      let ergebnis = Result { try KanonischesJSON.lies(Probe.self, Array(text.utf8)) }
      switch ergebnis {
      case .success: return "kein Fehler"
      case .failure(DecodingError.keyNotFound): return "fehlt"
      case .failure(DecodingError.valueNotFound): return "null"
      case .failure(DecodingError.typeMismatch): return "Art"
      case .failure(let fehler): return "\(fehler)"
      }
    }
    #expect(grund("{}") == "fehlt")
    #expect(grund(#"{"a":null}"#) == "null")
    #expect(grund(#"{"a":"1"}"#) == "Art")
    #expect(grund("[]") == "Art")
    #expect(grund(#"{"a":1,"a":2}"#) == "kein Fehler")
  }
}
