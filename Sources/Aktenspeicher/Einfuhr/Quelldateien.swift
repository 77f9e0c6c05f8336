// SPDX-License-Identifier: Apache-2.0
internal import Behaelter
internal import Xdomea

/// The files beside a message, or those of a folder, by the name that the metadata give them.
///
/// Belongs to one thread at a time.
final class Quelldateien {
  /// Reads the bytes of a file; 0 at its end.
  typealias Leser = (UnsafeMutableRawBufferPointer) throws -> Int

  private enum Ort {
    /// Position and size in the container.
    case eintrag(Int, Int64)
    /// Path and size.
    case pfad(String, Int64)
  }

  /// Holds the open container for closures.
  private final class Zugriff {
    var leser: Containerleser
    init(_ leser: consuming Containerleser) { self.leser = leser }
  }

  private var orte: [String: Ort] = [:]
  private var zugriff: Zugriff?

  /// No files yet.
  init() {}

  /// The files beside the message of a package.
  ///
  /// - Throws: `BehaelterFehler` if the container cannot be read.
  init(_ paket: Nachrichtenpaket) throws {
    switch paket.art {
    case .nachricht: break
    case .container:
      let zugriff = Zugriff(try Containerleser(pfad: paket.pfad, grenzen: paket.grenzen))
      let verzeichnis = zugriff.leser.verzeichnis
      for e in verzeichnis.eintraege where e.art == .datei && e.name != paket.nachricht {
        orte[e.name] = .eintrag(verzeichnis.stelle(e), e.groesse)
      }
      self.zugriff = zugriff
    case .ordner:
      // Only names that the folder has: a name of the message never becomes a path by itself.
      for d in paket.dateien where d.name != paket.nachricht {
        orte[d.name] = .pfad(paket.pfad + "/" + d.name, d.groesse)
      }
    }
  }

  /// How many files there are.
  var anzahl: Int { orte.count }

  /// All names.
  var namen: Dictionary<String, some Any>.Keys { orte.keys }

  /// Adds a file at a path.
  func nimm(_ name: String, pfad: String, groesse: Int64) { orte[name] = .pfad(pfad, groesse) }

  /// Forgets all files.
  func vergiss() { orte.removeAll(keepingCapacity: true) }

  /// The size of a file in bytes; nil if there is none of that name.
  func groesse(_ name: String) -> Int64? {
    switch orte[name] {
    case .eintrag(_, let groesse), .pfad(_, let groesse): groesse
    case nil: nil
    }
  }

  /// The names in the order in which they are read fastest.
  func geordnet(_ namen: some Sequence<String>) -> [String] {
    namen.map { name -> (Int, String) in
      if case .eintrag(let stelle, _) = orte[name] { return (stelle, name) }
      return (0, name)
    }.sorted { $0 < $1 }.map(\.1)
  }

  /// Opens a file and hands its bytes to `body`.
  ///
  /// - Throws: ``Quellmangel`` if there is none of that name, `BehaelterFehler` or
  ///   ``SpeicherFehler`` if it cannot be read or changed meanwhile.
  func mitDatei<T>(_ name: String, _ body: (Leser) throws -> T) throws -> T {
    switch orte[name] {
    case .eintrag:
      guard let zugriff, try zugriff.leser.springe(zu: name) else {
        throw Quellmangel("Die Datei »\(name)« fehlt im Container.")
      }
      return try body { try zugriff.leser.lies($0) }
    case .pfad(let pfad, _):
      let datei = try Lesedatei(pfad)
      let ergebnis = try body(datei.lies)
      guard datei.unveraendert else { throw SpeicherFehler.quelleGeaendert(pfad: pfad) }
      return ergebnis
    case nil: throw Quellmangel("Die Datei »\(name)« fehlt in der Quelle.")
    }
  }
}

/// Why something of the source cannot be used.
struct Quellmangel: Error, CustomStringConvertible {
  let description: String
  init(_ text: String) { description = text }
}
