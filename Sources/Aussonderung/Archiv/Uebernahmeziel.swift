// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Glibc
public import Xdomea

/// Where an archive puts what it takes over: a folder, or packages for its repository.
public protocol Uebernahmeziel {
  /// Takes over one transfer, all its files proved.
  ///
  /// Must last when it returns, and may be called again with the same message after a crash.
  ///
  /// - Parameters:
  ///   - paket: The message with its files.
  ///   - objekte: The objects that may be taken over, each before those in it.
  /// - Returns: The archive's own ids, and the objects that could not be taken over.
  /// - Throws: If it could not be taken over as a whole; nothing of it counts as taken over then.
  func uebernimm(
    _ paket: Nachrichtenpaket, _ objekte: [Objekteintrag]
  ) throws -> Uebernahmeergebnis
}

/// What an archive says about the objects of one transfer.
public struct Uebernahmeergebnis: Hashable, Sendable {
  /// The archive's own ids; objects without one are missing here.
  public var archivkennungen: [ObjektID: String] = [:]
  /// Objects that could not be taken over, with the reason; all others were.
  public var gescheitert: [ObjektID: String] = [:]

  /// Everything was taken over, without ids.
  public init() {}
}

/// Puts message and files into a folder of their own.
public struct Ordnerziel: Uebernahmeziel, Sendable {
  /// The folder above.
  public let ordner: String

  /// A folder.
  public init(_ ordner: String) { self.ordner = ordner }

  /// See ``Uebernahmeziel``; the archive's id is the folder's name and the object's number in it.
  ///
  /// Each message has a folder of its own, also one that corrects another of the same name.
  public func uebernimm(
    _ paket: Nachrichtenpaket, _ objekte: [Objekteintrag]
  ) throws -> Uebernahmeergebnis {
    let datei = paket.pfad.split(separator: "/" as Character).last.map(String.init) ?? "Nachricht"
    let stamm = datei.lastIndex(of: ".").map { String(datei[..<$0]) } ?? datei
    let name = try platz(fuer: paket, stamm)
    let ziel = ordner + "/" + name
    try paket.jedeDatei { eintrag, _, lies in
      guard !eintrag.isEmpty, !eintrag.contains("/"), !eintrag.contains("\\"), eintrag != "..",
        eintrag != "."
      else { throw AussonderungFehler.ablage(pfad: eintrag, grund: "unzulässiger Name (R4)") }
      try Dauerhaft.schreibe(nach: ziel + "/" + eintrag, lies)
    }
    var ergebnis = Uebernahmeergebnis()
    for (i, e) in objekte.enumerated() { ergebnis.archivkennungen[e.id] = "\(name)/\(i + 1)" }
    return ergebnis
  }

  /// Puts the message into a folder and returns its name: that of the message, with a number if another
  /// message of the same name is there, such as the one that this one corrects.
  private func platz(fuer paket: Nachrichtenpaket, _ stamm: String) throws -> String {
    guard let nachricht = paket.nachricht else {
      throw AussonderungFehler.ablage(pfad: paket.pfad, grund: "enthält keine Nachricht (R2)")
    }
    let neu = ordner + "/.\(stamm).xml"
    try Dauerhaft.ordner(ordner)
    try Dauerhaft.schreibe(nach: neu, try paket.oeffne(nachricht))
    let summe = try Dauerhaft.pruefsumme(neu)
    var nummer = 1
    while true {
      let name = nummer == 1 ? stamm : "\(stamm)-\(nummer)"
      let xml = "\(ordner)/\(name)/\(stamm).xml"
      if access(xml, F_OK) != 0 {
        try Dauerhaft.ordner("\(ordner)/\(name)")
        guard rename(neu, xml) == 0 else { throw Dauerhaft.fehler(xml) }
        return name
      }
      if try Dauerhaft.pruefsumme(xml) == summe {
        try Dauerhaft.entferne(neu)
        return name
      }
      nummer += 1
    }
  }
}
