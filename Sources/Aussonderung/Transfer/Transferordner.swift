// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Glibc
internal import Xdomea

/// The two folders through which an agency and an archive exchange containers.
///
/// What lies in a folder under its name is complete: a container is written beside its place and
/// renamed. What comes from elsewhere is taken only when it is complete; who picks up keeps a copy
/// before the file goes away.
public struct Transferordner: Hashable, Sendable {
  /// Where the partner puts messages.
  public let eingang: String
  /// Where messages for the partner are put.
  public let ausgang: String
  /// What cannot be read goes here, with a report beside it.
  public let quarantaene: String
  /// Each kind of message has a folder of its own below, named by its code, as some receiving systems
  /// expect.
  public let unterordnerJeTyp: Bool

  /// The folders of one partner; those that do not exist are made.
  ///
  /// - Parameters:
  ///   - eingang: Where the partner puts messages.
  ///   - ausgang: Where messages for the partner are put.
  ///   - quarantaene: For what cannot be read; nil: beside the inbox, with its name and `-quarantaene`.
  ///   - unterordnerJeTyp: One folder per kind of message.
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)``.
  public init(
    eingang: String, ausgang: String, quarantaene: String? = nil, unterordnerJeTyp: Bool = false
  ) throws(AussonderungFehler) {
    func ohneEnde(_ pfad: String) -> String {
      pfad.count > 1 && pfad.hasSuffix("/") ? String(pfad.dropLast()) : pfad
    }
    let hinein = ohneEnde(eingang)
    self.eingang = hinein
    self.ausgang = ohneEnde(ausgang)
    self.quarantaene = ohneEnde(quarantaene ?? hinein + "-quarantaene")
    self.unterordnerJeTyp = unterordnerJeTyp
    try Dauerhaft.ordner(self.eingang)
    try Dauerhaft.ordner(self.ausgang)
    try Dauerhaft.ordner(self.quarantaene)
  }

  /// Puts a container into the outbox; one with the same bytes that is there already is enough.
  ///
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)``, also if something else bears the name.
  func lege(
    _ container: String, _ typ: Nachrichtentyp, pruefsumme: Pruefsumme
  ) throws(AussonderungFehler) {
    let name = container.lastIndex(of: "/").map { String(container[$0...].dropFirst()) }
    let ordner = unterordnerJeTyp ? ausgang + "/" + typ.rawValue : ausgang
    try Dauerhaft.ordner(ordner)
    let ziel = ordner + "/" + (name ?? container)
    if access(ziel, F_OK) == 0 {
      do throws(AussonderungFehler) {
        guard try Dauerhaft.pruefsumme(ziel) == pruefsumme else {
          throw .ablage(
            pfad: ziel,
            grund: "dort liegt eine andere Datei gleichen Namens; lassen Sie sie zuerst abholen")
        }
        return
      } catch {
        // The partner may have fetched it just now; once more does no harm.
        if access(ziel, F_OK) == 0 { throw error }
      }
    }
    let kopie = try Dauerhaft.kopiere(container, nach: ziel)
    guard kopie == pruefsumme else {
      try Dauerhaft.entferne(ziel)
      throw .ablage(
        pfad: container,
        grund: "die Nachricht wurde nach dem Schreiben verändert; prüfen Sie den Datenträger")
    }
  }

  /// The containers that lie in the inbox, sorted by path.
  ///
  /// These are `.zip` and `.xdomea`, those of its folders per kind included. Hidden files and those
  /// that are being written are left alone, and so is what is no file: a folder, a link, a pipe.
  ///
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)``.
  public func eingegangene() throws(AussonderungFehler) -> [String] {
    var pfade: [String] = []
    for name in try Dauerhaft.namen(eingang) where !name.hasPrefix(".") {
      let pfad = eingang + "/" + name
      if Self.istContainer(name) {
        if Self.istDatei(pfad) { pfade.append(pfad) }
      } else if name.utf8.count == 4, name.utf8.allSatisfy({ (48...57).contains($0) }) {
        for innen in try Dauerhaft.namen(pfad)
        where !innen.hasPrefix(".") && Self.istContainer(innen) && Self.istDatei(pfad + "/" + innen)
        {
          pfade.append(pfad + "/" + innen)
        }
      }
    }
    return pfade
  }

  private static func istContainer(_ name: String) -> Bool {
    let klein = name.lowercased()
    return klein.hasSuffix(".zip") || klein.hasSuffix(".xdomea")
  }

  private static func istDatei(_ pfad: String) -> Bool {
    var art = stat()
    return lstat(pfad, &art) == 0 && art.st_mode & S_IFMT == S_IFREG
  }

  /// Moves a file out of the inbox into quarantine and puts a report beside it.
  ///
  /// - Parameters:
  ///   - pfad: The file.
  ///   - bericht: What is wrong with it, as text.
  /// - Returns: Where the file lies now.
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)``.
  @discardableResult
  public func sondereAus(_ pfad: String, bericht: String) throws(AussonderungFehler) -> String {
    let name = pfad.lastIndex(of: "/").map { String(pfad[$0...].dropFirst()) } ?? pfad
    var ziel = quarantaene + "/" + name
    var nummer = 1
    let summe = try Dauerhaft.pruefsumme(pfad)
    while access(ziel, F_OK) == 0, try Dauerhaft.pruefsumme(ziel) != summe {
      nummer += 1
      ziel = quarantaene + "/\(nummer)-" + name
    }
    // The report first: a file in quarantine without one would be a riddle.
    try Dauerhaft.schreibe(Array(bericht.utf8), nach: ziel + ".bericht.txt")
    if access(ziel, F_OK) != 0 { _ = try Dauerhaft.kopiere(pfad, nach: ziel) }
    try Dauerhaft.entferne(pfad)
    return ziel
  }
}
