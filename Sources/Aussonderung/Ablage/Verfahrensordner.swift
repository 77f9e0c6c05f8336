// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import FoundationEssentials
internal import Glibc

/// Where one side keeps its processes: a folder per process with its state, all its messages and the
/// reports.
///
/// ```
/// ORDNER/sperre
/// ORDNER/<ProzessID>/verfahren.json        state, replaced as a whole
/// ORDNER/<ProzessID>/nachrichten/0001/     a message of one side each, never changed, and the
///                                          objects a message of ours is about
/// ORDNER/<ProzessID>/berichte/
/// ```
///
/// One process of the system writes at a time.
public final class Verfahrensordner {
  /// The folder.
  public let ordner: String
  private let sperre: Int32

  /// Opens the folder and makes it if there is none.
  ///
  /// - Throws: ``AussonderungFehler/belegt(ordner:)`` if another process writes,
  ///   ``AussonderungFehler/ablage(pfad:grund:)``.
  public init(_ ordner: String) throws(AussonderungFehler) {
    self.ordner = ordner
    try Dauerhaft.ordner(ordner)
    let pfad = ordner + "/sperre"
    sperre = open(pfad, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard sperre >= 0 else { throw Dauerhaft.fehler(pfad) }
    if flock(sperre, LOCK_EX | LOCK_NB) != 0 {
      close(sperre)
      throw .belegt(ordner: ordner)
    }
  }

  deinit { close(sperre) }

  /// All processes, sorted by id.
  ///
  /// A folder without a state is what an interruption left before anything was begun: it is no
  /// process yet, and is used once there is one.
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
    for unten in ["/nachrichten", "/berichte"] {
      for name in try Dauerhaft.namen(pfad + unten) {
        for innen in try Dauerhaft.namen(pfad + unten + "/" + name) {
          try Dauerhaft.entferne(pfad + unten + "/" + name + "/" + innen)
        }
        rmdir(pfad + unten + "/" + name)
      }
      rmdir(pfad + unten)
    }
    try Dauerhaft.entferne(pfad + "/verfahren.json")
    rmdir(pfad)
  }

  /// The container of a message.
  public func datei(_ vermerk: Nachrichtenvermerk, in verfahren: Verfahren) -> String {
    nachrichtenordner(verfahren.prozess) + "/" + vermerk.datei
  }

  /// The folder for the reports of a process.
  public func berichte(_ prozess: ProzessID) -> String { pfad(prozess) + "/berichte" }

  func nachrichtenordner(_ prozess: ProzessID) -> String { pfad(prozess) + "/nachrichten" }

  /// The path for a message that is to be written; makes its folder.
  func platz(_ datei: String, _ prozess: ProzessID) throws(AussonderungFehler) -> String {
    let pfad = nachrichtenordner(prozess) + "/" + datei
    let oben = pfad.lastIndex(of: "/").map { String(pfad[..<$0]) } ?? pfad
    try Dauerhaft.ordner(oben)
    return pfad
  }

  /// Writes down which objects a message of ours is about.
  func merkeObjekte(
    _ ids: [ObjektID], _ datei: String, _ prozess: ProzessID
  ) throws(AussonderungFehler) {
    let text = ids.map { $0.text + "\n" }.joined()
    try Dauerhaft.schreibe(
      Array(text.utf8), nach: nachrichtenordner(prozess) + "/" + datei + ".objekte")
  }

  /// The objects a message of ours is about.
  func objekte(
    _ vermerk: Nachrichtenvermerk, in verfahren: Verfahren
  ) throws(AussonderungFehler) -> [ObjektID] {
    let pfad = datei(vermerk, in: verfahren) + ".objekte"
    guard let bytes = try Dauerhaft.lies(pfad) else {
      throw .ablage(pfad: pfad, grund: "fehlt")
    }
    return bytes.split(separator: 10).compactMap { ObjektID(String(decoding: $0, as: UTF8.self)) }
  }

  /// The objects of a process as the archive knows them; nothing if there is no list yet.
  ///
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)`` if the list cannot be read.
  public func objektliste(_ prozess: ProzessID) throws(AussonderungFehler) -> Objektliste {
    let pfad = self.pfad(prozess) + "/objekte.jsonl"
    guard let zeilen = try Dauerhaft.lies(pfad) else { return Objektliste() }
    do {
      return try Objektliste(zeilen: zeilen)
    } catch {
      throw .ablage(
        pfad: pfad, grund: "die Liste der Objekte ist nicht lesbar; stellen Sie sie wieder her")
    }
  }

  /// Writes down the objects of a process.
  public func schreibe(
    _ liste: Objektliste, _ prozess: ProzessID
  ) throws(AussonderungFehler) {
    let pfad = self.pfad(prozess) + "/objekte.jsonl"
    do {
      try Dauerhaft.schreibe(try liste.zeilen(), nach: pfad)
    } catch let fehler as AussonderungFehler {
      throw fehler
    } catch {
      throw .ablage(pfad: pfad, grund: "die Liste der Objekte lässt sich nicht schreiben")
    }
  }

  private func pfad(_ prozess: ProzessID) -> String { ordner + "/" + prozess.text }

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
