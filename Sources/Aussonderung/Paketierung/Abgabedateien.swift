// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Behaelter
internal import Pruefsummen
internal import Xdomea

/// The files of a transfer, read one after another in the order of the packages.
final class Abgabedateien {
  private let paket: Nachrichtenpaket
  private var container: Containerablage?
  private var groessen: [String: (bytes: Int64, istBelegt: Bool)]

  private final class Containerablage {
    var leser: Containerleser
    init(_ leser: consuming Containerleser) { self.leser = leser }
  }

  /// Opens the files of a transfer.
  ///
  /// - Parameter paket: The transfer.
  /// - Throws: ``Paketierungsfehler/nameMehrfach(name:)``, also for two compositions of the same umlauts;
  ///   `BehaelterFehler`.
  init(_ paket: Nachrichtenpaket) throws {
    self.paket = paket
    var groessen: [String: (bytes: Int64, istBelegt: Bool)] = [:]
    var nachrichten = 0
    for d in paket.dateien {
      if d.name == paket.nachricht {
        nachrichten += 1
        guard nachrichten == 1 else { throw Paketierungsfehler.nameMehrfach(name: d.name) }
      } else if groessen.updateValue((d.groesse, false), forKey: d.name) != nil {
        throw Paketierungsfehler.nameMehrfach(name: d.name)
      }
    }
    self.groessen = groessen
    if paket.art == .container {
      container = Containerablage(try paket.containerleser())
    }
  }

  /// The names of all files.
  var namen: some Collection<String> { groessen.keys }

  /// Notes that a package takes a file.
  ///
  /// - Throws: ``Paketierungsfehler/dateiMehrfach(name:)``, ``Paketierungsfehler/dateiFehlt(name:)``.
  func belege(_ name: String) throws(Paketierungsfehler) {
    guard let stand = groessen[name] else { throw .dateiFehlt(name: name) }
    guard !stand.istBelegt else { throw .dateiMehrfach(name: name) }
    groessen[name]?.istBelegt = true
  }

  /// The files in an order in which the container need not be read backward.
  func geordnet(_ dateien: [Paketdatei]) -> [Paketdatei] {
    guard let container else { return dateien }
    let stellen = dateien.map { d -> (Int, Paketdatei) in
      let eintrag = container.leser.verzeichnis[d.name]
      return (eintrag.map { container.leser.verzeichnis.stelle($0) } ?? Int.max, d)
    }
    return stellen.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Hands out a file and compares it with the hash in the message.
  ///
  /// - Parameters:
  ///   - datei: The file.
  ///   - body: Takes size and bytes to the end.
  /// - Throws: ``Paketierungsfehler/dateiFehlt(name:)``,
  ///   ``Paketierungsfehler/dateiVeraendert(name:)``, `BehaelterFehler`, or what `body` throws.
  func gib(
    _ datei: Paketdatei,
    _ body: (Int64, (UnsafeMutableRawBufferPointer) throws -> Int) throws -> Void
  ) throws {
    guard let groesse = groessen[datei.name]?.bytes else {
      throw Paketierungsfehler.dateiFehlt(name: datei.name)
    }
    let soll = datei.hash?.pruefsumme
    let rechner = try soll.map { try Rechner($0.verfahren) }
    let lies = try oeffne(datei.name)
    try body(groesse) { puffer in
      let n = try lies(puffer)
      if n > 0 { rechner?.bildner.nimm(UnsafeRawBufferPointer(rebasing: puffer[..<n])) }
      return n
    }
    if let soll, rechner?.bildner.abschluss().first != soll {
      throw Paketierungsfehler.dateiVeraendert(name: datei.name)
    }
  }

  private final class Rechner {
    var bildner: Pruefsummenbildner
    init(_ verfahren: Hashverfahren) throws { bildner = try Pruefsummenbildner([verfahren]) }
  }

  private func oeffne(_ name: String) throws -> (UnsafeMutableRawBufferPointer) throws -> Int {
    guard let container else { return try paket.oeffne(name) }
    guard try container.leser.springe(zu: name) else {
      throw Paketierungsfehler.dateiFehlt(name: name)
    }
    return { try container.leser.lies($0) }
  }
}
