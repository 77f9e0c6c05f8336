// SPDX-License-Identifier: Apache-2.0
public import Akte
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
  public func uebernimm(
    _ paket: Nachrichtenpaket, _ objekte: [Objekteintrag]
  ) throws -> Uebernahmeergebnis {
    let datei = paket.pfad.split(separator: "/" as Character).last.map(String.init) ?? "Nachricht"
    let name = datei.lastIndex(of: ".").map { String(datei[..<$0]) } ?? datei
    let ziel = ordner + "/" + name
    try Dauerhaft.ordner(ziel)
    if let nachricht = paket.nachricht {
      try Dauerhaft.schreibe(nach: ziel + "/" + name + ".xml", try paket.oeffne(nachricht))
    }
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
}
