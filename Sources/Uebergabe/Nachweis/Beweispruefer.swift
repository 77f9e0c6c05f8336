// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Pruefsummen
public import Pruefung

/// Something that an evidence record is about: its name, and its hash by any algorithm.
public struct Beweisgegenstand {
  /// The name for messages.
  public let name: String
  let hash: (Hashverfahren) throws(NachweisFehler) -> [UInt8]

  /// A file on the disk.
  public init(datei: String) { self.init(name: datei, datei: datei) }

  init(name: String, datei: String) {
    self.name = name
    hash = { (verfahren) throws(NachweisFehler) in
      do throws(PruefsummenFehler) {
        return try pruefsumme(datei: datei, verfahren).bytes
      } catch {
        guard case .nichtLesbar(_, let grund) = error else {
          throw .verfahrenUnzulaessig(verfahren)
        }
        throw .nichtLesbar(pfad: datei, grund: grund)
      }
    }
  }

  /// Bytes in memory.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    hash = { (verfahren) throws(NachweisFehler) in
      var rechner = try bildner(verfahren)
      return rechner.hash(bytes)
    }
  }
}

/// How the value of a file and that of the chains before it are joined in a renewed hash tree.
public enum Verkettung: String, Hashable, Sendable {
  /// As RFC 4998 says: first the file, then the chains.
  case rfc = "in der Folge nach RFC 4998"
  /// In ascending order, as some products do.
  case sortiert = "aufsteigend sortiert"
}

/// What was found about one archive time stamp.
public struct Stempelergebnis: Hashable, Sendable {
  /// The chain, counted from 0.
  public let kette: Int
  /// The place within the chain, counted from 0.
  public let nummer: Int
  /// The time stamp; nil if it cannot be read.
  public internal(set) var zeitstempel: Zeitstempel?
  /// How many values the lists of the tree have; nil without a tree.
  public let stufen: [Int]?
  /// The readings that lead from the tree to the stamped value; empty if none does, or without a tree.
  public internal(set) var lesarten: [Lesart] = []
  /// Whether it covers the time stamp before it; nil for the first of a chain.
  public internal(set) var decktVorgaenger: Bool?
  /// How files and chains are joined; nil in the first chain and if no file was named.
  public internal(set) var verkettung: Verkettung?
}

/// Checks evidence records: from the file through the hash trees to the signatures of the time stamps.
public struct Beweispruefer: Sendable {
  /// Name and version of the tool for reports.
  public var werkzeug: String
  /// Roots that the user trusts; nil leaves the path of the certificates unchecked, and the report
  /// says so.
  public var anker: Vertrauensanker?
  /// The time of the machine: until then the last certificate must be valid; nil for the time of its
  /// stamp.
  public var jetzt: Zeitpunkt?

  /// A checker.
  public init(
    werkzeug: String = "Uebergabe", anker: Vertrauensanker? = nil, jetzt: Zeitpunkt? = nil
  ) {
    self.werkzeug = werkzeug
    self.anker = anker
    self.jetzt = jetzt
  }

  /// Checks a record.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - name: Its name for messages.
  ///   - gegenstaende: What it is about; none checks only the record itself.
  /// - Returns: The findings; ``Nachweisregeln``.
  /// - Throws: ``NachweisFehler`` if something that it is about cannot be read.
  public func pruefe(
    _ record: EvidenceRecord, name: String, _ gegenstaende: [Beweisgegenstand]
  ) throws(NachweisFehler) -> Pruefbericht {
    var bericht = Pruefbericht(werkzeug: werkzeug, datei: name, art: "evidencerecord")
    bericht.angaben.append(("Ketten", record.ketten.count.deutsch))
    if gegenstaende.isEmpty {
      bericht.melde(
        Befund(
          Nachweisregeln["BEWEIS-OHNE-DATEI"],
          "Es ist keine Datei genannt; geprüft ist nur der Evidence Record selbst.",
          ort: Ort(datei: name)))
    } else {
      bericht.angaben.append(("Dateien", gegenstaende.count.deutsch))
    }
    try untersuche(record, name: name, gegenstaende, &bericht)
    return bericht
  }

  /// Checks a record and adds the findings to a report.
  ///
  /// - Returns: What was found about each archive time stamp.
  @discardableResult
  func untersuche(
    _ record: EvidenceRecord, name: String, _ gegenstaende: [Beweisgegenstand],
    _ bericht: inout Pruefbericht
  ) throws(NachweisFehler) -> [Stempelergebnis] {
    var gang = Beweisgang(record, name: name, anker, jetzt)
    try gang.gehe(gegenstaende, &bericht)
    return gang.ergebnisse
  }

  /// What a record says about its time stamps, whatever it is about.
  ///
  /// - Parameter record: The record.
  /// - Returns: An entry for each archive time stamp, in order of time.
  /// - Throws: ``NachweisFehler``.
  public func ergebnisse(
    _ record: EvidenceRecord
  ) throws(NachweisFehler) -> [Stempelergebnis] {
    var bericht = Pruefbericht(werkzeug: werkzeug, datei: "", art: "evidencerecord")
    return try untersuche(record, name: "", [], &bericht)
  }
}
