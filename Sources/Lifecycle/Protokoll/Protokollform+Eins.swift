// SPDX-License-Identifier: Apache-2.0
internal import Akte

// Form 1. All numbers big-endian; texts are ASCII with their length before them.
//
//   1 byte    1, the number of the form
//   8 bytes   folge, 1 … 2^63 − 2
//   16 bytes  ereignis
//   8 bytes   zeitpunkt: milliseconds since 1970-01-01T00:00:00Z, two's complement
//   1 byte    length of art, 1 … 120, and so many bytes 0x20 … 0x7E
//   1 byte    0 angenommen, or 1 abgelehnt and then: 1 byte length, 1 … 120, the code
//   32 bytes  nutzlast, SHA-256
//   32 bytes  vorgaenger, SHA-256
//   4 bytes   number of betroffene, and for each: 16 bytes id, 1 byte 0, or 1 and 32 bytes stand
//
// hash = SHA-256 of these bytes. The letter case of ids is no part of them.

extension Protokollform {
  /// The most objects that one entry of form 1 names.
  public static let hoechstzahlObjekte = 1_000_000

  static let textlaenge = 120

  /// Form 1; its bytes are fixed by test vectors and never change.
  public static let eins = Protokollform(
    nummer: 1,
    kodiere: { (eintrag, ziel) throws(Protokollfehler) in
      try Form1.kodiere(eintrag, &ziel)
    },
    dekodiere: { (bytes, hash) throws(Protokollfehler) in
      var leser = Form1Leser(bytes)
      return try leser.eintrag(hash)
    })
}

enum Form1 {
  static func kodiere(
    _ eintrag: Protokolleintrag, _ ziel: inout [UInt8]
  ) throws(Protokollfehler) {
    guard (1..<Int64.max).contains(eintrag.folge) else { throw .folgeUnzulaessig(eintrag.folge) }
    guard let zeit = eintrag.zeitpunkt.unixMillisekunden else {
      throw .zeitpunktOhneZone(eintrag.zeitpunkt.text)
    }
    guard eintrag.betroffene.count <= Protokollform.hoechstzahlObjekte else {
      throw .zuVieleObjekte(
        eintrag.betroffene.count, hoechstens: Protokollform.hoechstzahlObjekte)
    }
    ziel.append(1)
    ziel.haenge(gross: UInt64(bitPattern: eintrag.folge))
    ziel.haenge(eintrag.ereignis)
    ziel.haenge(gross: UInt64(bitPattern: zeit))
    guard ziel.haenge(text: eintrag.art, wenn: istArtzeichen) else {
      throw .artUnzulaessig(eintrag.art)
    }
    switch eintrag.ausgang {
    case .angenommen: ziel.append(0)
    case .abgelehnt(let grund):
      ziel.append(1)
      guard ziel.haenge(text: grund, wenn: istCodezeichen) else { throw .grundUnzulaessig(grund) }
    }
    try ziel.haenge(eintrag.nutzlast)
    try ziel.haenge(eintrag.vorgaenger)
    let anzahl = UInt32(eintrag.betroffene.count)
    for i: UInt32 in [24, 16, 8, 0] { ziel.append(UInt8(truncatingIfNeeded: anzahl >> i)) }
    for objekt in eintrag.betroffene {
      ziel.haenge(objekt.id)
      if let stand = objekt.stand {
        ziel.append(1)
        try ziel.haenge(stand)
      } else {
        ziel.append(0)
      }
    }
  }

  static func istArtzeichen(_ z: UInt8) -> Bool { (0x20...0x7E).contains(z) }

  static func istCodezeichen(_ z: UInt8) -> Bool {
    switch z {
    case 48...57, 65...90, 97...122, 45, 46, 95: true
    default: false
    }
  }
}

extension [UInt8] {
  fileprivate mutating func haenge(gross zahl: UInt64) {
    Swift.withUnsafeBytes(of: zahl.bigEndian) { append(contentsOf: $0) }
  }

  fileprivate mutating func haenge<B>(_ kennung: Kennung<B>) {
    haenge(gross: kennung.bytes.0)
    haenge(gross: kennung.bytes.1)
  }

  fileprivate mutating func haenge(_ summe: Pruefsumme) throws(Protokollfehler) {
    guard summe.verfahren == .sha256 else { throw .hashverfahren(summe.verfahren) }
    append(contentsOf: summe.bytes)
  }

  /// Appends length and text; false if it is empty, too long or has other characters.
  fileprivate mutating func haenge(text: String, wenn erlaubt: (UInt8) -> Bool) -> Bool {
    let zeichen = text.utf8
    guard (1...Protokollform.textlaenge).contains(zeichen.count), zeichen.allSatisfy(erlaubt)
    else { return false }
    append(UInt8(zeichen.count))
    append(contentsOf: zeichen)
    return true
  }
}

/// Reads form 1 strictly: nothing missing, nothing left, only one spelling of each value.
struct Form1Leser {
  private let bytes: [UInt8]
  private var ort = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func eintrag(_ hash: Pruefsumme) throws(Protokollfehler) -> Protokolleintrag {
    guard try byte() == 1 else { throw .unlesbar(stelle: 0, grund: "er hat nicht die Form 1") }
    let folge = Int64(bitPattern: try zahl(8))
    guard (1..<Int64.max).contains(folge) else {
      throw .unlesbar(stelle: 1, grund: "die laufende Nummer ist nicht zulässig")
    }
    let ereignis: EreignisID = try kennung()
    guard let zeitpunkt = Zeitpunkt(unixMillisekunden: Int64(bitPattern: try zahl(8))) else {
      throw .unlesbar(stelle: 25, grund: "der Zeitpunkt liegt außerhalb der Jahre 1 bis 9999")
    }
    let art = try text(Form1.istArtzeichen)
    let ausgang: Protokollausgang =
      try flagge() ? .abgelehnt(grund: try text(Form1.istCodezeichen)) : .angenommen
    let nutzlast = try summe()
    let vorgaenger = try summe()
    let anzahl = try zahl(4)
    guard anzahl <= UInt64(Protokollform.hoechstzahlObjekte),
      Int(anzahl) * 17 <= bytes.count - ort
    else { throw .unlesbar(stelle: ort - 4, grund: "die Zahl der Objekte ist zu groß") }
    var betroffene: [Objektstand] = []
    betroffene.reserveCapacity(Int(anzahl))
    for _ in 0..<anzahl {
      let id: ObjektID = try kennung()
      betroffene.append(Objektstand(id: id, stand: try flagge() ? try summe() : nil))
    }
    guard ort == bytes.count else {
      throw .unlesbar(stelle: ort, grund: "nach seinem Ende folgt noch etwas")
    }
    return Protokolleintrag(
      folge: folge, form: 1, ereignis: ereignis, zeitpunkt: zeitpunkt, art: art,
      ausgang: ausgang, betroffene: betroffene, nutzlast: nutzlast, vorgaenger: vorgaenger,
      hash: hash)
  }

  private mutating func fordere(_ anzahl: Int) throws(Protokollfehler) {
    guard bytes.count - ort >= anzahl else {
      throw .unlesbar(stelle: bytes.count, grund: "er ist abgeschnitten")
    }
  }

  private mutating func byte() throws(Protokollfehler) -> UInt8 {
    try fordere(1)
    ort += 1
    return bytes[ort - 1]
  }

  private mutating func flagge() throws(Protokollfehler) -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    default: throw .unlesbar(stelle: ort - 1, grund: "hier darf nur 0 oder 1 stehen")
    }
  }

  private mutating func zahl(_ laenge: Int) throws(Protokollfehler) -> UInt64 {
    try fordere(laenge)
    var wert: UInt64 = 0
    for i in ort..<ort + laenge { wert = wert << 8 | UInt64(bytes[i]) }
    ort += laenge
    return wert
  }

  private mutating func kennung<B>() throws(Protokollfehler) -> Kennung<B> {
    let hoch = try zahl(8)
    return Kennung(bytes: (hoch, try zahl(8)))
  }

  private mutating func summe() throws(Protokollfehler) -> Pruefsumme {
    try fordere(32)
    let teil = Array(bytes[ort..<ort + 32])
    guard let summe = Pruefsumme(.sha256, bytes: teil) else {
      throw .unlesbar(stelle: ort, grund: "der Hash ist unvollständig")
    }
    ort += 32
    return summe
  }

  private mutating func text(
    _ erlaubt: (UInt8) -> Bool
  ) throws(Protokollfehler) -> String {
    let laenge = Int(try byte())
    try fordere(laenge)
    let teil = bytes[ort..<ort + laenge]
    guard (1...Protokollform.textlaenge).contains(laenge), teil.allSatisfy(erlaubt) else {
      throw .unlesbar(stelle: ort, grund: "der Text hat unzulässige Länge oder Zeichen")
    }
    ort += laenge
    return String(decoding: teil, as: UTF8.self)
  }
}
