// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Behaelter
internal import FoundationEssentials
internal import Glibc
internal import Pruefsummen

/// Where one side keeps its processes: a folder per process with its state, all its messages and the
/// reports.
///
/// ```
/// ORDNER/sperre
/// ORDNER/<ProzessID>/verfahren.json        state, replaced as a whole
/// ORDNER/<ProzessID>/pakete/               which objects the agency chose, batch by batch
/// ORDNER/<ProzessID>/nachrichten/0001/     a message of one side each, never changed, and the
///                                          objects a message of ours is about
/// ORDNER/<ProzessID>/objekte/              what the archive knows about the objects, part by part
/// ORDNER/<ProzessID>/berichte/
/// ```
///
/// One process of the system writes at a time.
public final class Verfahrensordner {
  /// The folder.
  public let ordner: String
  private let sperre: Int32

  /// How long to wait for another process at most.
  private static var wartezeit: Duration { .seconds(5) }

  /// Opens the folder and makes it if there is none; waits a little for another process.
  ///
  /// - Throws: ``AussonderungFehler/belegt(ordner:)`` if another process writes,
  ///   ``AussonderungFehler/ablage(pfad:grund:)``.
  public init(_ ordner: String) throws(AussonderungFehler) {
    self.ordner = ordner
    try Dauerhaft.ordner(ordner)
    let pfad = ordner + "/sperre"
    sperre = open(pfad, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard sperre >= 0 else { throw Dauerhaft.fehler(pfad) }
    let nummer = Wartesperre.nimm(sperre, LOCK_EX, hoechstens: Self.wartezeit)
    guard nummer == 0 else {
      close(sperre)
      throw nummer == EWOULDBLOCK
        ? .belegt(ordner: ordner) : .ablage(pfad: pfad, grund: systemgrund(nummer))
    }
    // Copies of files for a scanner that an interruption left.
    do throws(AussonderungFehler) { try Dauerhaft.leere(virenpruefung) } catch {
      close(sperre)
      throw error
    }
  }

  deinit { close(sperre) }

  /// All processes, sorted by id.
  ///
  /// A folder without a state is none: an interruption left it before anything was done, or after
  /// everything was taken back.
  ///
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)``.
  public func prozesse() throws(AussonderungFehler) -> [ProzessID] {
    try Dauerhaft.namen(ordner).compactMap { ProzessID($0) }
      .filter { access(pfad($0) + "/verfahren.json", F_OK) == 0 }.sorted()
  }

  /// The process; nil if there is none.
  ///
  /// - Parameter prozess: Its id, or that of a further process of its batch.
  /// - Returns: Its state.
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)`` if its state cannot be read.
  public func verfahren(_ prozess: ProzessID) throws(AussonderungFehler) -> Verfahren? {
    if let v = try lies(prozess) { return v }
    for anderer in try prozesse() {
      if let v = try lies(anderer), v.weitereProzesse.contains(prozess) { return v }
    }
    return nil
  }

  /// Writes down the state of a process; it lasts when the method returns.
  public func schreibe(_ verfahren: Verfahren) throws(AussonderungFehler) {
    let pfad = self.pfad(verfahren.prozess)
    try Dauerhaft.ordner(pfad + "/nachrichten")
    try Dauerhaft.ordner(pfad + "/berichte")
    let kodierer = JSONEncoder()
    kodierer.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let bytes: [UInt8]
    do {
      bytes = Array(try kodierer.encode(verfahren))
    } catch {
      throw .ablage(pfad: pfad, grund: "der Stand lässt sich nicht schreiben (\(error))")
    }
    try Dauerhaft.schreibe(bytes, nach: pfad + "/verfahren.json")
  }

  /// Forgets a process that has sent and received nothing.
  func verwirf(_ verfahren: Verfahren) throws(AussonderungFehler) {
    guard verfahren.nachrichten.isEmpty else { return }
    let pfad = self.pfad(verfahren.prozess)
    for unten in ["/nachrichten", "/berichte", "/pakete"] {
      for name in try Dauerhaft.namen(pfad + unten) {
        for innen in try Dauerhaft.namen(pfad + unten + "/" + name) {
          try Dauerhaft.entferne(pfad + unten + "/" + name + "/" + innen)
        }
        if rmdir(pfad + unten + "/" + name) != 0, errno == ENOTDIR {
          try Dauerhaft.entferne(pfad + unten + "/" + name)
        }
      }
      rmdir(pfad + unten)
    }
    try Dauerhaft.entferne(pfad + "/verfahren.json")
    rmdir(pfad)
  }

  /// The container of a message, or the message alone once its files were destroyed.
  public func datei(_ vermerk: Nachrichtenvermerk, in verfahren: Verfahren) -> String {
    nachrichtenordner(verfahren.prozess) + "/" + (vermerk.ohneDateien ?? vermerk.datei)
  }

  /// The folder for the reports of a process.
  public func berichte(_ prozess: ProzessID) -> String { pfad(prozess) + "/berichte" }

  /// Where files lie for a moment while a scanner looks through them.
  var virenpruefung: String { ordner + "/virenpruefung" }

  func nachrichtenordner(_ prozess: ProzessID) -> String { pfad(prozess) + "/nachrichten" }

  /// The path for a message that is to be written; makes its folder, empty of what an interruption
  /// left in it.
  func platz(_ datei: String, _ prozess: ProzessID) throws(AussonderungFehler) -> String {
    let pfad = nachrichtenordner(prozess) + "/" + datei
    let oben = pfad.lastIndex(of: "/").map { String(pfad[..<$0]) } ?? pfad
    try Dauerhaft.ordner(oben)
    for name in try Dauerhaft.namen(oben) { try Dauerhaft.entferne(oben + "/" + name) }
    return pfad
  }

  /// Writes down which objects were chosen for a batch.
  func merkeAuswahl(
    _ ids: [ObjektID], paket: Int, _ prozess: ProzessID
  ) throws(AussonderungFehler) {
    let pfad = self.pfad(prozess) + "/pakete"
    try Dauerhaft.ordner(pfad)
    try schreibe(ids, nach: pfad + "/\(paket).objekte")
  }

  /// The objects that were chosen for a batch.
  func auswahl(paket: Int, _ prozess: ProzessID) throws(AussonderungFehler) -> [ObjektID] {
    try liesObjekte(pfad(prozess) + "/pakete/\(paket).objekte")
  }

  /// Writes down which objects a message of ours is about.
  func merkeObjekte(
    _ ids: [ObjektID], _ datei: String, _ prozess: ProzessID
  ) throws(AussonderungFehler) {
    try schreibe(ids, nach: nachrichtenordner(prozess) + "/" + datei + ".objekte")
  }

  /// Where the container of a message lay when it was made or came in.
  func containerpfad(_ vermerk: Nachrichtenvermerk, in verfahren: Verfahren) -> String {
    nachrichtenordner(verfahren.prozess) + "/" + vermerk.datei
  }

  /// The objects a message of ours is about.
  func objekte(
    _ vermerk: Nachrichtenvermerk, in verfahren: Verfahren
  ) throws(AussonderungFehler) -> [ObjektID] {
    try liesObjekte(containerpfad(vermerk, in: verfahren) + ".objekte")
  }

  private func schreibe(_ ids: [ObjektID], nach pfad: String) throws(AussonderungFehler) {
    try Dauerhaft.schreibe(Array(ids.map { $0.text + "\n" }.joined().utf8), nach: pfad)
  }

  private func liesObjekte(_ pfad: String) throws(AussonderungFehler) -> [ObjektID] {
    guard let bytes = try Dauerhaft.lies(pfad) else {
      throw .ablage(pfad: pfad, grund: "fehlt")
    }
    return bytes.split(separator: 10).compactMap { ObjektID(String(decoding: $0, as: UTF8.self)) }
  }

  func pfad(_ prozess: ProzessID) -> String { ordner + "/" + prozess.text }

  private func lies(_ prozess: ProzessID) throws(AussonderungFehler) -> Verfahren? {
    let pfad = self.pfad(prozess) + "/verfahren.json"
    guard let bytes = try Dauerhaft.lies(pfad) else { return nil }
    do {
      return try JSONDecoder().decode(Verfahren.self, from: Data(bytes))
    } catch {
      throw .ablage(
        pfad: pfad,
        grund: "der Stand des Verfahrens ist nicht lesbar; stellen Sie ihn aus der Sicherung her")
    }
  }
}
