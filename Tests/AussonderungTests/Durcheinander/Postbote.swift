// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Aussonderung
import Foundation
import TestHilfe
import Xdomea

/// Carries messages between two partners, and does to them whatever can happen to a message.
///
/// Every message that was handed to him arrives once unharmed in the end.
struct Postbote {
  /// A message in his bag.
  struct Sendung {
    var name: String
    var bytes: Data
    let an: Seite
    /// It is what the partner sent, and still has to arrive.
    var unterwegs = true
  }

  let ordner: URL
  private(set) var tasche: [Sendung] = []
  /// What he put into an inbox under the name of a container.
  private(set) var zugestellt: [Seite: Set<Data>] = [.behoerde: [], .archiv: []]
  /// True once decisions were sent that are not those of the archive.
  private(set) var andereBewertung = false
  /// True once an import was confirmed that no archive confirmed, in a version whose answers do not
  /// name the message they answer: nobody can tell it from a true one.
  private(set) var unerkennbareBestaetigung = false
  /// Processes that nobody began.
  private(set) var fremde: Set<ProzessID> = []
  /// What he did, in order.
  private var taten: [String] = []
  private var halbe: [(pfad: URL, sendung: Sendung)] = []
  /// Files whose rest comes later, under the name they have from the start.
  private var wachsende: [(pfad: URL, knoten: UInt64, da: Int, sendung: Sendung)] = []
  private var nummer = 0
  /// How often a file was taken before its rest came.
  private(set) var verfrueht = 0

  /// True if he only carries.
  private let ruhig: Bool

  init(_ ordner: URL, ruhig: Bool) {
    self.ordner = ordner
    self.ruhig = ruhig
  }

  static func eingang(_ seite: Seite) -> String {
    seite == .behoerde ? "zur-behoerde" : "zum-archiv"
  }
  static func ausgang(_ seite: Seite) -> String {
    seite == .behoerde ? "von-behoerde" : "vom-archiv"
  }

  /// Takes everything out of both outboxes.
  mutating func leere() throws {
    for (seite, an) in [(Seite.behoerde, Seite.archiv), (.archiv, .behoerde)] {
      let fach = ordner.appendingPathComponent(Self.ausgang(seite))
      for name in try FileManager.default.contentsOfDirectory(atPath: fach.path).sorted() {
        let pfad = fach.appendingPathComponent(name)
        tasche.append(Sendung(name: name, bytes: try Data(contentsOf: pfad), an: an))
        try FileManager.default.removeItem(at: pfad)
      }
    }
  }

  /// Delivers everything, and completes what was left half.
  mutating func stelleAllesZu() throws {
    try vollende()
    for s in tasche where s.unterwegs {
      // Confirmations come late: one of a foreign process, now and then, is read before the true one.
      if !ruhig, s.name.contains("0506"), nummer % 3 == 0 {
        var zufall = Zufall(UInt64(nummer) &+ 1_000_003)
        let fremd = ProzessID.zufaellig(&zufall)
        var falsche = s
        falsche.name = "0 \(s.name)"
        try schreibeUm(falsche, als: "fremd", fremderProzess: true) { kopf, _ in
          kopf.prozessID = fremd
        }
      }
      try lege(s)
    }
    tasche = []
  }

  /// Does something with up to three of the messages in the bag.
  mutating func laufe(_ zufall: inout Zufall, _ buehne: Buehne) throws {
    if Int.random(in: 0..<4, using: &zufall) == 0 { try vollende() }
    for _ in 0..<Int.random(in: 1...3, using: &zufall) {
      guard let i = tasche.indices.randomElement(using: &zufall) else { break }
      try behandle(i, &zufall, buehne)
    }
    if Int.random(in: 0..<12, using: &zufall) == 0 { try wirfUnrat(&zufall) }
  }

  /// What he did since he was asked last.
  mutating func erzaehle() -> [String] {
    defer { taten = [] }
    return taten
  }

  // MARK: What can happen to a message

  private mutating func behandle(
    _ i: Int, _ zufall: inout Zufall, _ buehne: Buehne
  ) throws {
    let s = tasche[i]
    switch Int.random(in: 0..<100, using: &zufall) {
    case 0..<38: try stelleZu(i)
    case 38..<44:
      taten.append("wartet \(s.name)")
    case 44..<50: try lasseAus(s, &zufall)
    case 50..<58:
      taten.append("doppelt \(s.name)")
      try lege(s)
    case 58..<66: try benenneUm(i, &zufall)
    case 66..<72: try kuerze(s, &zufall)
    case 72..<74: try beginne(i, &zufall)
    case 74..<77: try lasseWachsen(i, &zufall)
    case 77..<82: try beschaedige(s, &zufall)
    case 82..<86:
      taten.append("zurück \(s.name)")
      try lege(Sendung(name: s.name, bytes: s.bytes, an: s.an == .archiv ? .behoerde : .archiv))
    case 86..<90:
      try schreibeUm(s, in: XdomeaFassung.allCases.randomElement(using: &zufall)!)
    case 90..<94:
      let fremd = ProzessID.zufaellig(&zufall)
      try schreibeUm(s, als: "fremd", fremderProzess: true) { kopf, _ in kopf.prozessID = fremd }
    case 94..<97: try bewerteAnders(s, &zufall, buehne)
    default: try bestaetigeZuFrueh(s, &zufall)
    }
  }

  private mutating func stelleZu(_ i: Int) throws {
    taten.append("zu \(tasche[i].name)")
    if tasche[i].unterwegs { try lege(tasche[i]) }
    // Some are kept, to come again much later.
    if nummer % 5 == 0 {
      tasche[i].unterwegs = false
    } else {
      tasche.remove(at: i)
    }
  }

  private mutating func benenneUm(_ i: Int, _ zufall: inout Zufall) throws {
    var s = tasche.remove(at: i)
    let endung = ["zip", "ZIP", "xdomea"].randomElement(using: &zufall)!
    let name =
      ["Nachricht \(nummer)", "Kopie von ä\(nummer)", "0503/x\(nummer)"]
      .randomElement(using: &zufall)!
    taten.append("umbenannt \(s.name) -> \(name).\(endung)")
    s.name = "\(name).\(endung)"
    if s.unterwegs { try lege(s) }
  }

  /// The first half under the full name, as a copy in place leaves it; the message comes later.
  private mutating func kuerze(_ s: Sendung, _ zufall: inout Zufall) throws {
    taten.append("halb \(s.name)")
    var halb = s
    halb.bytes = s.bytes.prefix(Int.random(in: 0..<s.bytes.count, using: &zufall))
    try lege(halb)
  }

  /// The first half under a name that says so; completed and renamed later.
  private mutating func beginne(_ i: Int, _ zufall: inout Zufall) throws {
    guard tasche[i].unterwegs else { return }
    let s = tasche.remove(at: i)
    taten.append("teil \(s.name)")
    nummer += 1
    let pfad = ordner.appendingPathComponent(Self.eingang(s.an))
      .appendingPathComponent(
        ["\(s.name).\(nummer).teil", ".\(nummer)\(s.name)"].randomElement(using: &zufall)!)
    try s.bytes.prefix(Int.random(in: 0..<s.bytes.count, using: &zufall)).write(to: pfad)
    halbe.append((pfad, s))
  }

  /// The first part under the full name; the rest is appended later, as a slow copy does it.
  private mutating func lasseWachsen(_ i: Int, _ zufall: inout Zufall) throws {
    guard tasche[i].unterwegs else { return }
    let s = tasche.remove(at: i)
    taten.append("wächst \(s.name)")
    var anfang = s
    anfang.bytes = s.bytes.prefix(Int.random(in: 0..<s.bytes.count, using: &zufall))
    let pfad = try lege(anfang, alsTeil: true)
    wachsende.append((pfad, Self.knoten(pfad), anfang.bytes.count, s))
  }

  private mutating func vollende() throws {
    for (pfad, s) in halbe {
      try FileManager.default.removeItem(at: pfad)
      try lege(s)
    }
    halbe = []
    for (pfad, knoten, da, s) in wachsende {
      if Self.knoten(pfad) == knoten {
        let datei = try FileHandle(forWritingTo: pfad)
        try datei.seekToEnd()
        try datei.write(contentsOf: s.bytes.dropFirst(da))
        try datei.close()
        zugestellt[s.an]!.insert(s.bytes)
      } else {
        // It was taken too early and put aside; the sender, who sees that it is gone, copies it anew.
        zugestellt[s.an]!.insert(s.bytes.prefix(da))
        verfrueht += 1
        try lege(s)
      }
    }
    wachsende = []
  }

  /// Which file bears the name; 0 if none does.
  private static func knoten(_ pfad: URL) -> UInt64 {
    let angaben = try? FileManager.default.attributesOfItem(atPath: pfad.path)
    return (angaben?[.systemFileNumber] as? NSNumber)?.uint64Value ?? 0
  }

  private mutating func beschaedige(_ s: Sendung, _ zufall: inout Zufall) throws {
    taten.append("beschädigt \(s.name)")
    var kaputt = s
    for _ in 0..<Int.random(in: 1...4, using: &zufall) {
      let i = kaputt.bytes.startIndex + Int.random(in: 0..<kaputt.bytes.count, using: &zufall)
      kaputt.bytes[i] ^= UInt8.random(in: 1...255, using: &zufall)
    }
    try lege(kaputt)
  }

  private mutating func wirfUnrat(_ zufall: inout Zufall) throws {
    let seite = [Seite.behoerde, .archiv].randomElement(using: &zufall)!
    nummer += 1
    let fach = ordner.appendingPathComponent(Self.eingang(seite))
    taten.append("Unrat")
    switch Int.random(in: 0..<5, using: &zufall) {
    case 0:
      try FileManager.default.createDirectory(
        at: fach.appendingPathComponent("Ordner \(nummer).zip"), withIntermediateDirectories: true)
    case 1: try lege(Sendung(name: "leer.zip", bytes: Data(), an: seite))
    case 2:
      try FileManager.default.createSymbolicLink(
        atPath: fach.appendingPathComponent("Verweis \(nummer).zip").path,
        withDestinationPath: "/nirgendwo")
    case 3: try Data("Notiz".utf8).write(to: fach.appendingPathComponent("Notiz \(nummer).txt"))
    default:
      let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &zufall) }
      try lege(Sendung(name: "Rauschen.zip", bytes: Data(bytes), an: seite))
    }
  }

  // MARK: Messages nobody wrote

  /// The same answer in another version.
  private mutating func schreibeUm(_ s: Sendung, in fassung: XdomeaFassung) throws {
    try schreibeUm(s, als: "in \(fassung)", in: fassung) { _, _ in }
  }

  /// The decisions of the archive about some objects only, under an id of its own: about the others
  /// nothing is decided by that.
  private mutating func lasseAus(_ s: Sendung, _ zufall: inout Zufall) throws {
    guard s.name.contains("0502") else { return }
    let neu = NachrichtenID.zufaellig(&zufall)
    let eines = Int.random(in: 0..<10, using: &zufall)
    try schreibeUm(s, als: "lückenhaft") { kopf, teile in
      kopf.nachrichtenID = neu
      guard teile.count > 1 else { return }
      teile.remove(at: eines % teile.count)
    }
  }

  /// Other decisions than those of the archive, under an id of their own.
  private mutating func bewerteAnders(
    _ s: Sendung, _ zufall: inout Zufall, _ buehne: Buehne
  ) throws {
    guard s.name.contains("0502") else { return }
    let neu = NachrichtenID.zufaellig(&zufall)
    // Once the true one was delivered, the same id with another content is tried, too.
    let gleicheKennung = !s.unterwegs && Bool.random(using: &zufall)
    let welche = Int.random(in: 0..<3, using: &zufall)
    if try schreibeUm(
      s, als: "anders bewertet",
      { kopf, teile in
        if !gleicheKennung { kopf.nachrichtenID = neu }
        teile = teile.map { teil in
          guard case .bewertung(var b) = teil else { return teil }
          switch welche {
          case 0: b.aussonderungsart = .archivieren
          case 1: b.aussonderungsart = .vernichten
          default:
            b.aussonderungsart = b.aussonderungsart.kurz == "A" ? .vernichten : .archivieren
          }
          return .bewertung(b)
        }
      })
    {
      andereBewertung = true
    }
  }

  /// A confirmation for something that was never handed over: of the objects of a 0502.
  private mutating func bestaetigeZuFrueh(_ s: Sendung, _ zufall: inout Zufall) throws {
    guard s.name.contains("0502") || s.name.contains("0504") || s.name.contains("Empfang")
    else { return }
    let neu = NachrichtenID.zufaellig(&zufall)
    var fassung: XdomeaFassung?
    let geschrieben = try schreibeUm(
      s, als: "zu früh bestätigt", typ: .aussonderungImportBestaetigen
    ) { kopf, teile in
      fassung = kopf.ursprungsnachricht == nil ? .v310 : .v400
      kopf.nachrichtenID = neu
      kopf.empfangsbestaetigung = nil
      kopf.ergebnis = .erfolg
      teile = teile.compactMap {
        if case .bewertung(let b) = $0 {
          .rueckmeldung(Importrueckmeldung(b.id, .erfolg))
        } else {
          nil
        }
      }
    }
    if geschrieben, fassung != .v400 { unerkennbareBestaetigung = true }
  }

  /// Writes a message anew with changes, its files as they are, and delivers it.
  @discardableResult
  private mutating func schreibeUm(
    _ s: Sendung, als was: String, in fassung: XdomeaFassung? = nil, typ: Nachrichtentyp? = nil,
    fremderProzess: Bool = false,
    _ aendere: (inout Nachrichtenkopf, inout [Nachrichtenteil]) -> Void
  ) throws -> Bool {
    let alt = ordner.appendingPathComponent("umschreiben.zip")
    let neu = ordner.appendingPathComponent("umgeschrieben.zip")
    try s.bytes.write(to: alt)
    let leser = try Nachrichtenpaket(pfad: alt.path).leser()
    // What an agency asks stays in its version: nobody could answer it in another one.
    guard leser.typ.ursprung != nil || fassung == nil else { return false }
    var kopf = leser.kopf
    var teile: [Nachrichtenteil] = []
    while let teil = try leser.naechster() { teile.append(teil) }
    aendere(&kopf, &teile)
    do {
      var paket = try Paketschreiber(
        neu.path, fassung ?? leser.version, typ ?? leser.typ, kopf, ueberschreiben: true)
      try Nachrichtenpaket(pfad: alt.path).jedeDatei { name, groesse, lies in
        _ = try paket.datei(name, groesse: groesse, lies)
      }
      for teil in teile { try paket.schreibe(teil) }
      _ = try paket.beende()
    } catch is XdomeaFehler {
      return false  // the version has no such message
    }
    taten.append("\(was) \(s.name)")
    if fremderProzess { fremde.insert(kopf.prozessID) }
    var andere = s
    andere.bytes = try Data(contentsOf: neu)
    try lege(andere)
    return true
  }

  // MARK: Delivery

  /// Puts a message into the inbox, complete from the start; a name that is taken gets a number.
  @discardableResult
  private mutating func lege(_ s: Sendung, alsTeil: Bool = false) throws -> URL {
    nummer += 1
    let fach = ordner.appendingPathComponent(Self.eingang(s.an))
    var ziel = fach.appendingPathComponent(s.name)
    if s.name.contains("/") {
      try FileManager.default.createDirectory(
        at: ziel.deletingLastPathComponent(), withIntermediateDirectories: true)
    }
    if FileManager.default.fileExists(atPath: ziel.path) {
      ziel = fach.appendingPathComponent("\(nummer) \(ziel.lastPathComponent)")
    }
    let vorher = fach.appendingPathComponent(".zustellung")
    try s.bytes.write(to: vorher)
    try FileManager.default.moveItem(at: vorher, to: ziel)
    if !alsTeil { zugestellt[s.an]!.insert(s.bytes) }
    return ziel
  }
}
