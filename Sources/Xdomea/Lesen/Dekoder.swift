// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import XMLStrom

/// Builds values of the model from one recorded subtree, guided by a profile.
///
/// Recursion follows the message; its depth is limited by the XML reader.
struct Dekoder {
  let profil: Profil
  let namensraum: UInt8
  var baum: Teilbaum
  var speicher: Textspeicher
  var maengel: [Lesemangel] = []
  var fundstellen = Fundstellen()
  let mitFundstellen: Bool
  /// The version has a result for each object (0506, from 3.0).
  let hatObjektergebnis: Bool
  /// The innermost object, for the place of a defect.
  var objekt: ObjektID?
  /// Defects beyond this number are counted, not kept.
  static let hoechstzahl = 10_000
  var ausgelassen = 0
  /// With so many mandatory elements missing it is no message; a few bytes of each empty element
  /// would become hundreds in the model.
  static let hoechstzahlFehlende = 100_000
  private var fehlende = 0
  /// Nothing more is decoded.
  var istErschoepft: Bool { fehlende >= Self.hoechstzahlFehlende }

  init(profil: Profil, baum: Teilbaum, mitFundstellen: Bool) {
    self.profil = profil
    self.baum = baum
    self.mitFundstellen = mitFundstellen
    speicher = Textspeicher()
    hatObjektergebnis = profil.hatObjektergebnis
    namensraum = Namen.tafel.namensraumcode(profil.version.namensraum)
  }

  // MARK: Walking

  /// Calls `body` for every child of element `i` that the plan knows, children of wrappers included.
  @inline(__always)
  mutating func kinder(
    _ i: Int, _ plan: Plan, _ body: (inout Dekoder, Int, Schritt) -> Void
  ) {
    var gesehen: UInt64 = 0
    gehe(i, plan, &gesehen, body)
    pruefePflicht(i, plan, gesehen)
  }

  /// The same without asking for mandatory elements; `gesehen` has a bit for every step seen.
  @inline(__always)
  mutating func gehe(
    _ i: Int, _ plan: Plan, _ gesehen: inout UInt64,
    _ body: (inout Dekoder, Int, Schritt) -> Void
  ) {
    var k = i + 1
    let ende = baum.ende(i)
    while k < ende, !istErschoepft {
      let naechstes = baum.ende(k)
      if let s = profil.schritt(plan, baum.name(k)),
        baum.namensraum(k) == (s.qualifiziert ? namensraum : 0)
      {
        let bit: UInt64 = 1 << UInt64(s.stelle)
        if gesehen & bit != 0, s.haeufigkeit.istEinfach {
          melde(.mehrfach, k)
        } else {
          gesehen |= bit
          if s.art != .code, baum.attributanzahl(k) > 0 { pruefeAttribute(k) }
          if s.art == .huelle { huelle(k, s, body) } else { body(&self, k, s) }
        }
      } else {
        melde(.unbekanntesElement, k)
      }
      k = naechstes
    }
    if baum.hatMischtext(i) { melde(.text, i) }
  }

  private mutating func huelle(
    _ i: Int, _ s: Schritt, _ body: (inout Dekoder, Int, Schritt) -> Void
  ) {
    var gesehen: UInt64 = 0
    gehe(i, s.plan, &gesehen, body)
    if gesehen == 0, s.haeufigkeit.istPflicht, Plan.wahlen.contains(s.plan) {
      fehlende += 1
      let namen = profil.schritte(s.plan).map { profil.name($0, in: s.plan) }
      melde(.pflichtFehlt, i, wert: namen.joined(separator: " oder "))
    } else {
      pruefePflicht(i, s.plan, gesehen)
    }
  }

  private mutating func pruefePflicht(_ i: Int, _ plan: Plan, _ gesehen: UInt64) {
    for s in profil.schritte(plan)
    where s.haeufigkeit.istPflicht && gesehen & (1 << UInt64(s.stelle)) == 0 {
      fehlende += 1
      melde(.pflichtFehlt, i, wert: profil.name(s, in: plan))
    }
  }

  /// Reports the mandatory elements of a wrapper that is not at hand any more.
  mutating func meldeFehlende(_ plan: Plan, _ gesehen: UInt64, zeile: Int, element: String) {
    for s in profil.schritte(plan)
    where s.haeufigkeit.istPflicht && gesehen & (1 << UInt64(s.stelle)) == 0 {
      fehlende += 1
      nimm(
        Lesemangel(
          art: .pflichtFehlt, zeile: zeile, element: element, wert: profil.name(s, in: plan),
          objekt: nil))
    }
  }

  mutating func pruefeAttribute(_ i: Int) {
    for name in baum.attributnamen(i) where !name.hasPrefix("xsi:") && name != "xml:space" {
      melde(.unbekanntesAttribut, i, wert: name)
    }
  }

  /// Reports a mandatory element that is missing below the root element.
  mutating func meldeFehlend(_ name: String, in wurzel: Wurzel) {
    maengel.append(
      Lesemangel(
        art: .pflichtFehlt, zeile: wurzel.zeile,
        element: (wurzel.prefix.map { $0 + ":" } ?? "") + wurzel.localName, wert: name,
        objekt: nil))
  }

  mutating func melde(_ art: Lesemangel.Art, _ i: Int, wert: String = "") {
    guard maengel.count < Self.hoechstzahl else {
      ausgelassen += 1
      return
    }
    nimm(
      Lesemangel(
        art: art, zeile: baum.zeile(i), element: baum.bezeichnung(i),
        wert: String(wert.prefix(80)), objekt: objekt))
  }

  private mutating func nimm(_ mangel: Lesemangel) {
    if maengel.count < Self.hoechstzahl { maengel.append(mangel) } else { ausgelassen += 1 }
  }

  // MARK: Values

  /// The text of a leaf; shared storage for texts that recur.
  mutating func text(_ i: Int) -> String {
    if baum.ende(i) > i + 1 { unbekannteKinder(i) }
    return withTextBytes(i) { d, p in d.speicher.text(p) }
  }

  /// The text of a leaf without white space at both ends, as its type collapses it.
  mutating func wort(_ i: Int) -> String {
    if baum.ende(i) > i + 1 { unbekannteKinder(i) }
    return withTextBytes(i) { d, p in d.speicher.text(getrimmt(p)) }
  }

  /// The text of a leaf that hardly recurs.
  func einmaligerText(_ i: Int) -> String { baum.text(i) }

  private mutating func unbekannteKinder(_ i: Int) {
    var k = i + 1
    while k < baum.ende(i) {
      melde(.unbekanntesElement, k)
      k = baum.ende(k)
    }
  }

  @inline(__always)
  private mutating func withTextBytes<R>(
    _ i: Int, _ body: (inout Dekoder, UnsafeBufferPointer<UInt8>) -> R
  ) -> R {
    let b = baum
    return b.mitText(i) { body(&self, $0) }
  }

  /// A value read from the trimmed bytes of a leaf; a defect if it has not the right form.
  @inline(__always)
  private mutating func lies<R>(_ i: Int, _ form: (UnsafeBufferPointer<UInt8>) -> R?) -> R? {
    if baum.ende(i) > i + 1 { unbekannteKinder(i) }
    if let wert = baum.mitText(i, { form(getrimmt($0)) }) { return wert }
    melde(.ungueltigerWert, i, wert: baum.text(i))
    return nil
  }

  mutating func wahrheit(_ i: Int) -> Bool? {
    lies(i) { p in
      switch p.count {
      case 1 where p[0] == 49: true
      case 1 where p[0] == 48: false
      case 4 where p.elementsEqual("true".utf8): true
      case 5 where p.elementsEqual("false".utf8): false
      default: nil
      }
    }
  }

  /// A boolean; an empty element has the value that its version fixes for it, if any.
  mutating func wahrheit(_ i: Int, _ s: Schritt) -> Bool? {
    if s.wertart == .wahrheitSonst0 || s.wertart == .wahrheitSonst1, baum.ende(i) == i + 1,
      baum.mitText(i, { getrimmt($0).isEmpty })
    {
      return s.wertart == .wahrheitSonst1
    }
    return wahrheit(i)
  }

  mutating func ganzzahl(_ i: Int) -> Int? {
    lies(i) { p in p.count <= 19 ? Int(String(decoding: p, as: UTF8.self)) : nil }
  }

  mutating func jahr(_ i: Int) -> Int? {
    lies(i) { p in
      guard p.count >= 4, let j = Int(String(decoding: p[..<4], as: UTF8.self)), j > 0,
        p.count == 4
      else { return nil }
      return j
    }
  }

  mutating func tag(_ i: Int) -> Kalendertag? {
    var zone = false
    let t: Kalendertag? = lies(i) { p in
      guard let t = Kalendertag(utf8: p) else { return nil }
      if p.count > 10 {
        guard Uhrzeit("00:00:00" + String(decoding: p[10...], as: UTF8.self)) != nil else {
          return nil
        }
        zone = true
      }
      return t
    }
    if zone { melde(.zeitzone, i, wert: baum.text(i)) }
    return t
  }

  mutating func zeitpunkt(_ i: Int) -> Zeitpunkt? { lies(i) { Zeitpunkt(utf8: $0) } }

  mutating func uhrzeit(_ i: Int) -> Uhrzeit? { lies(i) { Uhrzeit(utf8: $0) } }

  mutating func kennung<T>(_ i: Int, _: T.Type) -> Kennung<T>? {
    if let id = baum.mitText(i, { Kennung<T>(utf8: $0) }) { return id }
    melde(.keineUUID, i, wert: baum.text(i))
    return nil
  }

  mutating func code(_ i: Int) -> Code {
    var code = Code("")
    if baum.attributanzahl(i) > 0 {
      code.listURI = baum.attribut(i, "listURI").map { geteilt($0) }
      code.listVersion = baum.attribut(i, "listVersionID")
      for name in baum.attributnamen(i)
      where name != "listURI" && name != "listVersionID" && !name.hasPrefix("xsi:") {
        melde(.unbekanntesAttribut, i, wert: name)
      }
    }
    var k = i + 1
    let ende = baum.ende(i)
    var gesehen = false
    while k < ende {
      let n = baum.name(k)
      if baum.namensraum(k) != 0 {
        melde(.unbekanntesElement, k)
      } else if n == Namen.code, !gesehen {
        gesehen = true
        code.wert = wort(k)
      } else if n == Namen.name, code.name == nil {
        code.name = text(k)
      } else {
        melde(n == Namen.code || n == Namen.name ? .mehrfach : .unbekanntesElement, k)
      }
      k = baum.ende(k)
    }
    if !gesehen { melde(.pflichtFehlt, i, wert: "code") }
    return code
  }

  /// The same text with shared storage.
  private mutating func geteilt(_ s: String) -> String {
    var kopie = s
    return kopie.withUTF8 { speicher.text($0) }
  }
}

/// The bytes without white space at both ends, as XML Schema collapses simple values.
@inline(__always)
private func getrimmt(_ p: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
  var a = 0
  var e = p.count
  while a < e, istLeerraum(p[a]) { a += 1 }
  while e > a, istLeerraum(p[e - 1]) { e -= 1 }
  return UnsafeBufferPointer(rebasing: p[a..<e])
}

@inline(__always)
private func istLeerraum(_ b: UInt8) -> Bool { b == 32 || b == 10 || b == 13 || b == 9 }
