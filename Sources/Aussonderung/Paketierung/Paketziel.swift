// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Glibc
internal import Uebergabe
public import Xdomea

/// Takes a transfer over as packages for the archive's repository, in a folder per message.
///
/// The 0506 then names every object, also those in Akten and Vorgänge, with the package in which it lies as
/// Archivkennung; an Akte that was divided has the folder of all its packages. A package that would hold an
/// object that must not be taken over is not made, and none of its objects is taken over.
public struct Paketziel: Uebernahmeziel, Sendable {
  /// The folder above.
  public let ordner: String
  /// How packages are made.
  public var paketierung: Paketierung
  /// Now; stands in the packages.
  public var zeitpunkt: Zeitpunkt
  /// Who takes over, for the protocol of DIMAG.
  public var wer: String
  /// Gives the ids of DIMAG packages and SIPs.
  public var zufall: @Sendable () -> UInt64 = { UInt64.random(in: .min ... .max) }

  /// A folder for packages.
  public init(
    _ ordner: String, _ paketierung: Paketierung, am zeitpunkt: Zeitpunkt, von wer: String
  ) {
    self.ordner = ordner
    self.paketierung = paketierung
    self.zeitpunkt = zeitpunkt
    self.wer = wer
  }

  private struct Quelle: RandomNumberGenerator {
    let naechste: @Sendable () -> UInt64
    mutating func next() -> UInt64 { naechste() }
  }

  /// See ``Uebernahmeziel``.
  ///
  /// A delivery that is there is complete, and is not made again; what was found without a fault only
  /// later comes into a further one beside it.
  public func uebernimm(
    _ paket: Nachrichtenpaket, _ nachricht: NachrichtenID, _ objekte: [Objekteintrag]
  ) throws -> Uebernahmeergebnis {
    var ergebnis = Uebernahmeergebnis()
    guard !objekte.isEmpty else { return ergebnis }
    let datei = paket.pfad.split(separator: "/" as Character).last.map(String.init) ?? "Nachricht"
    let stamm = datei.lastIndex(of: ".").map { String(datei[..<$0]) } ?? datei
    var (ohne, akten) = try unerwuenscht(paket, Set(objekte.map(\.id)))
    // The levels may be meant for Akten of other messages.
    var paketierung = paketierung
    paketierung.ausnahmen = paketierung.ausnahmen.filter { akten.contains($0.key) }
    var kennungen: [ObjektID: String] = [:]
    var nummer = 1
    while true {
      let name = stamm + "_" + nachricht.text + (nummer == 1 ? "" : "_\(nummer)")
      guard
        let liste = try Dauerhaft.lies(ordner + "/" + name + "/" + Lieferungspruefer.nachweisname)
      else {
        guard objekte.contains(where: { kennungen[$0.id] == nil }) else { break }
        try Dauerhaft.ordner(ordner)
        var quelle = Quelle(naechste: zufall)
        let bericht = try paketierung.uebergib(
          paket, nach: ordner + "/" + name, am: zeitpunkt, von: wer, ohne: ohne, zufall: &quelle)
        for (id, grund) in bericht.ausgelassen where kennungen[id] == nil {
          ergebnis.gescheitert[id] = grund
        }
        try nimm(
          Dauerhaft.lies(ordner + "/" + name + "/" + bericht.nachweis) ?? [], name, &kennungen)
        break
      }
      try nimm(liste, name, &kennungen)
      for id in kennungen.keys { ohne[id] = "Das Objekt ist schon übernommen." }
      nummer += 1
    }
    for e in objekte {
      if let kennung = kennungen[e.id] {
        ergebnis.archivkennungen[e.id] = kennung
        ergebnis.gescheitert[e.id] = nil
      } else if ergebnis.gescheitert[e.id] == nil {
        ergebnis.gescheitert[e.id] = "Keines der Pakete enthält das Objekt."
      }
    }
    return ergebnis
  }

  /// Objects of the message that must not be taken over, and the Akten at its top.
  private func unerwuenscht(
    _ paket: Nachrichtenpaket, _ erlaubt: Set<ObjektID>
  ) throws -> (ohne: [ObjektID: String], akten: Set<ObjektID>) {
    var liste = Objektliste()
    var akten: Set<ObjektID> = []
    let leser = try paket.leser()
    while let teil = try leser.naechster() {
      guard case .schriftgutobjekt(let objekt) = teil else { continue }
      liste.nimm(objekt, teil: 1)
      if case .akte(let a) = objekt { akten.insert(a.id) }
    }
    var ohne: [ObjektID: String] = [:]
    for e in liste.eintraege where !e.istKontext && !erlaubt.contains(e.id) {
      ohne[e.id] = "Das Objekt \(e.kennzeichen ?? e.id.text) wird nicht übernommen."
    }
    return (ohne, akten)
  }

  /// Takes in what a list says about the objects of a delivery.
  private func nimm(
    _ liste: [UInt8], _ name: String, _ kennungen: inout [ObjektID: String]
  ) throws {
    var pakete: [String: String] = [:]
    for zeile in liste.split(separator: 0x0A) {
      let felder = zeile.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      switch felder.first {
      case "paket" where felder.count == 5: pakete[felder[1]] = felder[2]
      case "objekt" where felder.count == 4:
        guard let id = ObjektID(felder[3]), let paket = pakete[felder[1]] else { continue }
        kennungen[id] = name + "/" + paket
      case "rahmen" where felder.count == 3:
        // Shown in several packages, it lies in their folder.
        guard let id = ObjektID(felder[2]), kennungen[id] == nil else { continue }
        kennungen[id] = name
      default: break
      }
    }
  }
}
