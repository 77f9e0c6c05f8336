// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import XMLStrom

/// Writes blocks of the model as elements, in the order and with the names of a profile.
///
/// The same functions that write a field also tell whether it has a value: with `sondiert` set they
/// write nothing and note what they would have written. So what a version cannot express is found
/// by asking for the fields that only other versions have.
struct Kodierer: ~Copyable {
  var profil: Profil
  var aus: XMLSchreiber<Ausgabe>
  var verluste = Verlustbericht()
  /// The profile the values were read with, if they come from a message; it says which list a code
  /// without attributes belongs to.
  var quelle: Profil?
  /// The result of an import as a whole, which holds for all objects in 2.x.
  var gesamterfolg: Bool?
  /// The innermost object, for the loss report.
  var objekt: (id: ObjektID, betreff: String?)?
  /// The innermost object at the moment something was thrown.
  var objektImFehler: (id: ObjektID, betreff: String?)?

  /// The wrappers around the place that is written, outermost first; those of the innermost block begin
  /// at `huellenbasis`.
  private var huellen: [(index: Int32, offen: Bool)] = []
  private var huellenbasis = 0
  private var sondiert = false
  private var gefunden: String?
  /// Missing mandatory fields met while probing.
  private var luecken = 0

  private let verlustplan: Verlustplan
  /// The names of the version written; while other profiles are asked, nothing is written.
  private let namen: Namenslager
  /// The version written has authorities' keys and prefixes (up to 3.1).
  let hatSchluessel: Bool
  /// The version written has a result for each object (from 3.0).
  let hatObjektergebnis: Bool
  /// Texts have the repertoire of `String.Latin` only (2.x).
  let nurLatein: Bool
  /// The changed meaning of DateinameOriginal was told (R69).
  var dateinamenHinweis = false

  init(_ profil: Profil, _ aus: consuming XMLSchreiber<Ausgabe>) {
    self.profil = profil
    verlustplan = Verlustplan.von(profil.version)
    namen = profil.namen
    hatSchluessel = profil.felder(.behoerdenkennung).contains(.behoerdenschluessel)
    hatObjektergebnis = profil.hatObjektergebnis
    nurLatein = profil.eigenheiten.nurLatein
    self.aus = aus
  }

  typealias Feldschreiber<T> = (inout Kodierer, Schritt, T) throws -> Void

  /// True while the fields are only asked for their values.
  var wirdSondiert: Bool { sondiert }

  // MARK: Blocks

  /// Writes all elements of a plan; then reports fields with a value that the plan lacks.
  mutating func alle<T>(_ plan: Plan, _ wert: T, _ feld: Feldschreiber<T>) throws {
    try elemente(plan, wert, feld)
    try verlusteAllein(plan, wert, feld)
  }

  /// Reports fields with a value that the plan lacks, without writing anything.
  mutating func verlusteAllein<T>(_ plan: Plan, _ wert: T, _ feld: Feldschreiber<T>) throws {
    if sondiert { return }
    let fehlend = verlustplan.fehlend(plan)
    if fehlend.isEmpty { return }
    let (eigenes, alterFund, basis) = (profil, gefunden, huellenbasis)
    sondiert = true
    gefunden = nil
    huellenbasis = huellen.count
    defer {
      sondiert = false
      profil = eigenes
      gefunden = alterFund
      huellenbasis = basis
    }
    for i in fehlend.indices {
      let schritt = fehlend[i].schritt
      // A plain value is found without knowing the version it belongs to.
      if schritt.art != .wert { profil = fehlend[i].profil }
      try feld(&self, schritt, wert)
      guard let text = gefunden else { continue }
      gefunden = nil
      sondiert = false
      profil = eigenes
      melde(.nichtUebertragbar, fehlend[i].name, text)
      sondiert = true
    }
  }

  private mutating func elemente<T>(_ plan: Plan, _ wert: T, _ feld: Feldschreiber<T>) throws {
    for s in profil.schritte(plan) {
      guard s.art == .huelle else {
        try feld(&self, s, wert)
        continue
      }
      huellen.append((s.index, false))
      if !sondiert, profil.umhuelltTeile(s.plan) {
        // Stays open for the parts.
        try oeffneHuellen()
        try elemente(s.plan, wert, feld)
        huellen.removeSubrange(huellenbasis...)
        continue
      }
      try elemente(s.plan, wert, feld)
      guard let h = huellen.popLast() else { continue }
      if h.offen {
        try aus.schliesse()
      } else if s.haeufigkeit.istPflicht, !sondiert {
        try oeffneHuellen()
        try aus.blatt(namen[h.index], "")
      }
    }
  }

  private mutating func oeffneHuellen() throws {
    for i in huellenbasis..<huellen.count where !huellen[i].offen {
      try aus.oeffne(namen[huellen[i].index])
      huellen[i].offen = true
    }
  }

  /// Writes one block; nothing for nil.
  mutating func block<T>(_ s: Schritt, _ wert: T?, _ feld: Feldschreiber<T>) throws {
    guard let wert else { return fehlt(s) }
    if sondiert {
      gefunden = gefunden ?? ""
      return try alle(s.plan, wert, feld)
    }
    if Self.entbehrlich.contains(s.plan), try !istVollstaendig(s, wert, feld) { return }
    try oeffneHuellen()
    let basis = huellenbasis
    huellenbasis = huellen.count
    try aus.oeffne(namen[s.index])
    try alle(s.plan, wert, feld)
    try aus.schliesse()
    huellenbasis = basis
  }

  /// Writes a list of blocks; where the version holds one only, reports the others.
  mutating func bloecke<T>(_ s: Schritt, _ werte: [T], _ feld: Feldschreiber<T>) throws {
    for (i, wert) in werte.enumerated() {
      if i > 0, s.haeufigkeit.istEinfach, !sondiert {
        let text = try sondiere { try $0.block(s, wert, feld) }
        melde(.nurErster, profil.elementnamen[Int(s.index)], text ?? "")
      } else {
        try block(s, wert, feld)
      }
    }
  }

  /// Blocks that may be left out where a part is missing that only this version demands.
  private static let entbehrlich: Set<Plan> = [
    .erreichbarkeit, .verweis, .behoerdenkennung, .historie, .pfadelement,
  ]

  private mutating func istVollstaendig<T>(
    _ s: Schritt, _ wert: T, _ feld: Feldschreiber<T>
  ) throws -> Bool {
    let vorher = luecken
    defer { luecken = vorher }
    // Nearly always nothing is missing, and the text is not needed.
    try sondiere(vorbelegt: "-") { k in try k.elemente(s.plan, wert, feld) }
    guard luecken > vorher else { return true }
    let text = try sondiere { k in try k.elemente(s.plan, wert, feld) }
    let ganz = try sondiereGanz(s.plan, wert, feld)
    melde(
      .weggelassen, profil.elementnamen[Int(s.index)], text ?? ganz ?? "",
      zusatz: "xdomea \(profil.version.rawValue) verlangt hier weitere Angaben.")
    return false
  }

  private mutating func sondiereGanz<T>(
    _ plan: Plan, _ wert: T, _ feld: Feldschreiber<T>
  ) throws -> String? {
    for fremd in Verlustplan.von(profil.version).fehlend(plan) {
      let eigenes = profil
      profil = fremd.profil
      let text = try sondiere { try feld(&$0, fremd.schritt, wert) }
      profil = eigenes
      if let text { return text }
    }
    return nil
  }

  // MARK: Probing

  /// What `body` would have written first; nil for nothing.
  ///
  /// - Parameters:
  ///   - vorbelegt: A text that counts as found already, if only what is missing is to be counted.
  ///   - body: What would write.
  /// - Returns: The first value; nil for nothing.
  /// - Throws: What `body` throws.
  @discardableResult
  private mutating func sondiere(
    vorbelegt: String? = nil, _ body: (inout Kodierer) throws -> Void
  ) throws -> String? {
    let (alterZustand, alterFund, basis) = (sondiert, gefunden, huellenbasis)
    sondiert = true
    gefunden = vorbelegt
    huellenbasis = huellen.count
    defer {
      sondiert = alterZustand
      gefunden = alterFund
      huellenbasis = basis
    }
    try body(&self)
    return gefunden
  }

  mutating func melde(
    _ art: Verlust.Art, _ feld: String, _ wert: String, regel: String = "R68",
    zusatz: String? = nil
  ) {
    if sondiert { return }
    verluste.melde(
      Verlust(
        art: art, regel: regel, feld: feld, wert: String(wert.prefix(80)), objekt: objekt?.id,
        betreff: objekt?.betreff, zusatz: zusatz))
  }

  private mutating func fehlt(_ s: Schritt) {
    guard s.haeufigkeit.istPflicht else { return }
    if sondiert {
      luecken += 1
    } else {
      melde(.pflichtFehlt, profil.elementnamen[Int(s.index)], "")
    }
  }

  // MARK: Values

  /// Writes a value as a leaf; nothing for nil.
  @inline(__always)
  mutating func text(_ s: Schritt, _ wert: String?) throws {
    guard let wert else { return fehlt(s) }
    if sondiert {
      if gefunden == nil || gefunden == "" { gefunden = wert }
      return
    }
    if huellen.count > huellenbasis { try oeffneHuellen() }
    if nurLatein, s.wertart == .text, !s.feld.istDateiname {
      let feld = profil.elementnamen[Int(s.index)]
      try aus.blatt(namen[s.index], lateinisch(wert, feld))
    } else {
      try aus.blatt(namen[s.index], wert)
    }
  }

  /// The text in the repertoire of 2.x; tells every character that was replaced (R66).
  private mutating func lateinisch(_ text: String, _ feld: String) -> String {
    guard let (neu, ersetzt) = Lateinschrift.umgeschrieben(text) else { return text }
    for e in ersetzt {
      let zahl = e.zeichen.unicodeScalars
        .map { "U+" + String($0.value, radix: 16, uppercase: true) }.joined(separator: " ")
      melde(
        .umgewandelt, feld, text, regel: "R66",
        zusatz: "Zeichen \(e.zeichen) (\(zahl)) in \(feld) ersetzt"
          + (e.durch.isEmpty ? " (weggelassen)." : " durch \(e.durch)."))
    }
    return neu
  }

  mutating func texte(_ s: Schritt, _ werte: [String]) throws {
    for wert in werte { try text(s, wert) }
  }

  mutating func tag(_ s: Schritt, _ wert: Kalendertag?) throws {
    guard let wert else { return fehlt(s) }
    try ascii(s, wert.text) { wert.schreibe($0) }
  }

  mutating func zeitpunkt(_ s: Schritt, _ wert: Zeitpunkt?) throws {
    guard let wert else { return fehlt(s) }
    try ascii(s, wert.text) { wert.schreibe($0) }
  }

  mutating func uhrzeit(_ s: Schritt, _ wert: Uhrzeit?) throws { try text(s, wert?.text) }

  /// Writes a value that is made of digits and signs; `schreibe` puts up to 40 bytes to its place.
  @inline(__always)
  private mutating func ascii(
    _ s: Schritt, _ text: @autoclosure () -> String,
    _ schreibe: (UnsafeMutablePointer<UInt8>) -> Int
  ) throws {
    if sondiert {
      if gefunden == nil || gefunden == "" { gefunden = text() }
      return
    }
    if huellen.count > huellenbasis { try oeffneHuellen() }
    try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 40) { platz in
      guard let anfang = platz.baseAddress else { return }
      let anzahl = schreibe(anfang)
      try aus.blatt(
        namen[s.index], ascii: UnsafeBufferPointer(start: anfang, count: anzahl))
    }
  }

  /// Booleans are written as `1` and `0`, never as words (R16).
  mutating func wahrheit(_ s: Schritt, _ wert: Bool?) throws {
    try text(s, wert.map { $0 ? "1" : "0" })
  }

  mutating func ganzzahl(_ s: Schritt, _ wert: Int?) throws { try text(s, wert.map(String.init)) }

  mutating func jahr(_ s: Schritt, _ wert: Int?) throws {
    try text(
      s, wert.map { String(repeating: "0", count: max(0, 4 - String($0).count)) + String($0) })
  }

  mutating func kennung<T>(_ s: Schritt, _ wert: Kennung<T>?) throws {
    guard let wert else { return fehlt(s) }
    try ascii(s, wert.text) { wert.schreibe($0) }
  }

  mutating func fragment(_ s: Schritt, _ wert: XMLFragment?) throws {
    guard let wert else { return }
    if sondiert {
      gefunden = gefunden ?? wert.xml
      return
    }
    try pruefeWohlgeformt(fragment: wert.xml)
    try oeffneHuellen()
    try aus.oeffne(namen[s.index])
    try aus.roh(wert.xml)
    try aus.schliesse()
  }

  mutating func code(_ s: Schritt, _ wert: Code?) throws {
    guard let wert = wert.map({ gebunden($0, s) }) else { return fehlt(s) }
    if sondiert {
      if gefunden == nil || gefunden == "" { gefunden = wert.wert }
      if listenangabe(s, wert) == nil { luecken += 1 }
      return
    }
    let feld = profil.elementnamen[Int(s.index)]
    guard let liste = listenangabe(s, wert) else {
      return melde(
        .weggelassen, feld, wert.wert,
        zusatz: "xdomea \(profil.version.rawValue) verlangt Liste und Version des Codes.")
    }
    if let alt = wert.listURI, let neu = liste.uri, alt != neu, !s.haeufigkeit.istPflicht {
      // The same code may mean something else in another list.
      return melde(
        .nichtUebertragbar, feld, wert.wert + (wert.name.map { " " + $0 } ?? ""),
        zusatz: "Der Code gehört zur Liste \(alt); diese Version kennt hier nur \(neu).")
    }
    if let alt = wert.listURI, let neu = liste.uri, alt != neu {
      melde(.umgewandelt, feld, wert.wert, zusatz: "Codeliste \(alt) durch \(neu) ersetzt.")
    } else if let alt = wert.listVersion, let neu = liste.version, alt != neu {
      melde(.umgewandelt, feld, wert.wert, zusatz: "Listenversion \(alt) durch \(neu) ersetzt.")
    }
    try oeffneHuellen()
    try aus.oeffne(namen[s.index])
    if let uri = liste.uri { try aus.attribut(Self.listURI, uri) }
    if let version = liste.version { try aus.attribut(Self.listVersionID, version) }
    try aus.blatt(Self.code, wert.wert)
    if let name = wert.name {
      if liste.nameErlaubt {
        try aus.blatt(Self.name, nurLatein ? lateinisch(name, feld + "/name") : name)
      } else {
        melde(.nichtUebertragbar, feld + "/name", name, regel: "R70")
      }
    }
    try aus.schliesse()
  }

  /// The code with the list that the version it was read from fixes and the message left out.
  ///
  /// Only where this version binds the element otherwise; else the attributes stay left out.
  func gebunden(_ code: Code, _ s: Schritt) -> Code {
    guard let quelle, quelle.version != profil.version,
      code.listURI == nil || code.listVersion == nil, let alt = quelle.codebindungen[s.feld],
      let neu = profil.bindungen[Int(s.index)], alt != neu
    else { return code }
    var wert = code
    if wert.listURI == nil, alt.uri != neu.uri { wert.listURI = alt.uri }
    if wert.listVersion == nil, alt.versionFest { wert.listVersion = alt.version }
    return wert
  }

  /// Which list attributes a code gets here; nil if the version demands some that are not known.
  private func listenangabe(
    _ s: Schritt, _ wert: Code
  ) -> (uri: String?, version: String?, nameErlaubt: Bool)? {
    let b = profil.bindungen[Int(s.index)] ?? .beliebig
    // A fixed attribute may be left out; it is, where the source left it out.
    let uri = b.uri.map { wert.listURI == nil ? nil : $0 } ?? (wert.listURI ?? b.vorgabeURI)
    let version =
      b.versionFest
      ? (wert.listVersion == nil ? nil : b.version)
      : (wert.listVersion ?? (b.versionPflicht ? b.version : nil))
    if b.versionPflicht, version == nil || (b.uri == nil && uri == nil) { return nil }
    return (uri, version, b.nameErlaubt)
  }

  private static let listURI = XMLName("listURI")
  private static let listVersionID = XMLName("listVersionID")
  private static let code = XMLName("code")
  private static let name = XMLName("name")
}

/// Hands written bytes on, block by block.
struct Ausgabe: Bytesenke {
  let nimm: (UnsafeRawBufferPointer) throws -> Void
  func schreibe(_ bytes: UnsafeRawBufferPointer) throws { try nimm(bytes) }
}
