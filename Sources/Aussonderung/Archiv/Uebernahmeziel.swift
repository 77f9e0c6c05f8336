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
///
/// Files of objects that are not taken over, and files that no object names, stay in the container.
public struct Ordnerziel: Uebernahmeziel, Sendable {
  /// The folder above.
  public let ordner: String

  /// A folder.
  public init(_ ordner: String) { self.ordner = ordner }

  /// See ``Uebernahmeziel``; the archive's id is the folder's name and the object's number in it.
  ///
  /// The folder has its name when everything in it is on the disk. One that has it is completed: the
  /// run before may have found fewer objects without a fault. Without an object there is no folder.
  public func uebernimm(
    _ paket: Nachrichtenpaket, _ nachricht: NachrichtenID, _ objekte: [Objekteintrag]
  ) throws -> Uebernahmeergebnis {
    guard !objekte.isEmpty else { return Uebernahmeergebnis() }
    let datei = paket.pfad.split(separator: "/" as Character).last.map(String.init) ?? "Nachricht"
    let stamm = datei.lastIndex(of: ".").map { String(datei[..<$0]) } ?? datei
    let name = stamm + "_" + nachricht.text
    let ziel = ordner + "/" + name
    let (gewollt, nummern) = try paket.inhalt(von: Set(objekte.map(\.id)))
    try Dauerhaft.neuerOrdner(ziel) { neu in
      if let eintrag = paket.nachricht {
        try Dauerhaft.lege(neu + "/" + stamm + ".xml", try paket.oeffne(eintrag))
      }
      try lege(gewollt, aus: paket, in: neu)
    }
    let fehlend = gewollt.subtracting(try Dauerhaft.namen(ziel))
    if !fehlend.isEmpty { try lege(fehlend, aus: paket, in: ziel, ergaenzt: true) }
    var ergebnis = Uebernahmeergebnis()
    for e in objekte { ergebnis.archivkennungen[e.id] = nummern[e.id].map { "\(name)/\($0)" } }
    return ergebnis
  }

  /// Puts some files of a message into a folder: a new one, or one that is complete already.
  private func lege(
    _ namen: Set<String>, aus paket: Nachrichtenpaket, in ordner: String, ergaenzt: Bool = false
  ) throws {
    try paket.jedeDatei { eintrag, _, lies in
      guard namen.contains(eintrag) else { return }
      guard !eintrag.isEmpty, !eintrag.contains("/"), !eintrag.contains("\\"), eintrag != "..",
        eintrag != "."
      else { throw AussonderungFehler.ablage(pfad: eintrag, grund: "unzulässiger Name (R4)") }
      if ergaenzt {
        try Dauerhaft.ersetze(ordner + "/" + eintrag, durch: lies)
      } else {
        try Dauerhaft.lege(ordner + "/" + eintrag, lies)
      }
    }
  }
}
