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
  ///   - nachricht: Which message it is.
  ///   - objekte: The objects that may be taken over, each before those in it.
  /// - Returns: The archive's own ids, and the objects that could not be taken over.
  /// - Throws: If it could not be taken over as a whole; nothing of it counts as taken over then.
  func uebernimm(
    _ paket: Nachrichtenpaket, _ nachricht: NachrichtenID, _ objekte: [Objekteintrag]
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

/// Puts message and files into a folder of their own, named after the container and the message: a
/// correction has the same name as what it corrects.
public struct Ordnerziel: Uebernahmeziel, Sendable {
  /// The folder above.
  public let ordner: String

  /// A folder.
  public init(_ ordner: String) { self.ordner = ordner }

  /// See ``Uebernahmeziel``; the archive's id is the folder's name and the object's number in it.
  ///
  /// The folder has its name when everything in it is on the disk; one that has it is complete.
  public func uebernimm(
    _ paket: Nachrichtenpaket, _ nachricht: NachrichtenID, _ objekte: [Objekteintrag]
  ) throws -> Uebernahmeergebnis {
    let datei = paket.pfad.split(separator: "/" as Character).last.map(String.init) ?? "Nachricht"
    let stamm = datei.lastIndex(of: ".").map { String(datei[..<$0]) } ?? datei
    let name = stamm + "_" + nachricht.text
    try Dauerhaft.neuerOrdner(ordner + "/" + name) { neu in
      if let eintrag = paket.nachricht {
        try Dauerhaft.lege(neu + "/" + stamm + ".xml", try paket.oeffne(eintrag))
      }
      try paket.jedeDatei { eintrag, _, lies in
        guard !eintrag.isEmpty, !eintrag.contains("/"), !eintrag.contains("\\"), eintrag != "..",
          eintrag != "."
        else { throw AussonderungFehler.ablage(pfad: eintrag, grund: "unzulässiger Name (R4)") }
        try Dauerhaft.lege(neu + "/" + eintrag, lies)
      }
    }
    var ergebnis = Uebernahmeergebnis()
    for (i, e) in objekte.enumerated() { ergebnis.archivkennungen[e.id] = "\(name)/\(i + 1)" }
    return ergebnis
  }
}
