// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Glibc
internal import Xdomea

/// The two folders through which an agency and an archive exchange containers.
///
/// What this side lays down is complete under its name: a container is written beside its place and
/// then named, and never replaces another file. What comes from elsewhere is picked up only when it
/// is complete or has not changed for ``ruhezeit``; who picks up keeps a copy before the file goes
/// away.
///
/// In the inbox:
///
/// | What lies there | What becomes of it |
/// |---|---|
/// | `.zip`, `.xdomea` that can be worked on | picked up |
/// | the same, of 0 bytes, cut off, or no ZIP | waits for ``ruhezeit``, then quarantine |
/// | a complete ZIP that is no message, foreign or out of order | quarantine |
/// | a file that may not be read | stays; ``AussonderungFehler/nichtAbgeholt(datei:grund:)`` |
/// | a name that is no UTF-8 | renamed (`%` and two digits for a byte), then as above |
/// | a name with control characters, or very long | as above; kept under a tamer name |
/// | hidden files, other extensions, folders, links, pipes, sockets | left alone, never opened |
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
  /// For how many seconds a file that is no complete ZIP must not have changed before it counts as
  /// damaged: a partner may still be copying it.
  public let ruhezeit: Int

  /// Ten minutes: longer than a copy over a slow line pauses (a rule of the house).
  public static let ueblicheRuhezeit = 600

  /// What the name of a report has after that of its file.
  static let berichtsendung = ".bericht.txt"

  /// The folders of one partner; those that do not exist are made.
  ///
  /// - Parameters:
  ///   - eingang: Where the partner puts messages.
  ///   - ausgang: Where messages for the partner are put.
  ///   - quarantaene: For what cannot be read; nil: beside the inbox, with its name and `-quarantaene`.
  ///   - unterordnerJeTyp: One folder per kind of message.
  ///   - ruhezeit: See ``ruhezeit``, in seconds.
  /// - Throws: ``AussonderungFehler/ordnerUeberschneiden(_:_:)`` if one of the folders is another or lies
  ///   in it: what this side sends would come back to it. Else ``AussonderungFehler/ablage(pfad:grund:)``.
  public init(
    eingang: String, ausgang: String, quarantaene: String? = nil, unterordnerJeTyp: Bool = false,
    ruhezeit: Int = ueblicheRuhezeit
  ) throws(AussonderungFehler) {
    func ohneEnde(_ pfad: String) -> String {
      pfad.count > 1 && pfad.hasSuffix("/") ? String(pfad.dropLast()) : pfad
    }
    let hinein = ohneEnde(eingang)
    self.eingang = hinein
    self.ausgang = ohneEnde(ausgang)
    self.quarantaene = ohneEnde(quarantaene ?? hinein + "-quarantaene")
    self.unterordnerJeTyp = unterordnerJeTyp
    self.ruhezeit = ruhezeit
    try Self.verlangeGetrennt([self.eingang, self.ausgang, self.quarantaene])
    try Dauerhaft.ordner(self.eingang)
    try Dauerhaft.ordner(self.ausgang)
    try Dauerhaft.ordner(self.quarantaene)
  }

  /// No folder may be another one or lie in it.
  private static func verlangeGetrennt(_ ordner: [String]) throws(AussonderungFehler) {
    for (i, a) in ordner.enumerated() {
      for b in ordner[..<i] where Ordnerlage(a).ueberschneidet(Ordnerlage(b)) {
        throw .ordnerUeberschneiden(b, a)
      }
    }
  }

  /// Puts a container into the outbox; one with the same bytes that is there already is enough.
  ///
  /// The partner may fetch at any moment: what has gone between two looks is put there again.
  ///
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)``, also if something else bears the name: it is
  ///   never replaced.
  func lege(
    _ container: String, _ typ: Nachrichtentyp, pruefsumme: Pruefsumme
  ) throws(AussonderungFehler) {
    let name = container.lastIndex(of: "/").map { String(container[$0...].dropFirst()) }
    let ordner = unterordnerJeTyp ? ausgang + "/" + typ.rawValue : ausgang
    try Dauerhaft.ordner(ordner)
    let ziel = ordner + "/" + (name ?? container)
    for _ in 1...3 {
      if let da = try Dauerhaft.pruefsummeFallsDa(ziel) {
        if da == pruefsumme { return }
        break
      }
      let kopie = try Dauerhaft.kopiere(
        container, nach: ziel, erwartet: pruefsumme, ersetzt: false)
      if kopie != nil { return }
    }
    throw .ablage(
      pfad: ziel,
      grund: "dort liegt eine andere Datei gleichen Namens; lassen Sie sie zuerst abholen")
  }

  /// Takes a container out of the outbox again, if the partner left it there; what has other bytes
  /// stays.
  ///
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)``.
  func nimmZurueck(
    _ container: String, _ typ: Nachrichtentyp, pruefsumme: Pruefsumme
  ) throws(AussonderungFehler) {
    let name = container.lastIndex(of: "/").map { String(container[$0...].dropFirst()) }
    let ordner = unterordnerJeTyp ? ausgang + "/" + typ.rawValue : ausgang
    let pfad = ordner + "/" + (name ?? container)
    if try Dauerhaft.pruefsummeFallsDa(pfad) == pruefsumme { try Dauerhaft.entferne(pfad) }
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
      } else if Self.istTypordner(name), Self.istOrdner(pfad) {
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

  private static func istTypordner(_ name: String) -> Bool {
    name.utf8.count == 4 && name.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static func istDatei(_ pfad: String) -> Bool { Dateistand(pfad) != nil }

  private static func istOrdner(_ pfad: String) -> Bool {
    var art = stat()
    return lstat(pfad, &art) == 0 && art.st_mode & S_IFMT == S_IFDIR
  }

  /// Gives files whose name is no UTF-8 one that can be written and said.
  ///
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)``.
  func benenneUnlesbareUm() throws(AussonderungFehler) {
    let typordner = try Dauerhaft.namen(eingang).filter(Self.istTypordner)
      .map { eingang + "/" + $0 }.filter(Self.istOrdner)
    for ordner in [eingang] + typordner {
      for name in try Dauerhaft.bytenamen(ordner)
      where String(validating: name, as: UTF8.self) == nil {
        let lesbar = lesbarerName(name)
        guard !lesbar.hasPrefix("."), Self.istContainer(lesbar) else { continue }
        try Dauerhaft.benenne(name, in: ordner, lesbar)
      }
    }
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
    let name = (pfad.lastIndex(of: "/").map { String(pfad[$0...].dropFirst()) } ?? pfad)
      .alsAblagename
    let summe = try Dauerhaft.pruefsumme(pfad)
    var nummer = 1
    while true {
      let ziel = quarantaene + "/" + (nummer == 1 ? name : "\(nummer)-" + name)
      nummer += 1
      // What is there already, from before an interruption, is enough.
      let frei = Self.istFrei(ziel)
      let da = Self.istDatei(ziel) ? try Dauerhaft.pruefsumme(ziel) : nil
      guard frei || da == summe else { continue }
      // The report first: a file in quarantine without one would be a riddle.
      try Dauerhaft.schreibe(Array(bericht.utf8), nach: ziel + Self.berichtsendung)
      if da == nil,
        try Dauerhaft.kopiere(pfad, nach: ziel, erwartet: summe, ersetzt: false) == nil
      {
        continue
      }
      try Dauerhaft.entferne(pfad)
      return ziel
    }
  }

  private static func istFrei(_ pfad: String) -> Bool {
    var art = stat()
    return lstat(pfad, &art) != 0
  }
}
