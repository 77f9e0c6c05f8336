// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Writes a package for DIMAG: a BagIt folder with `dimag/control.xml` and `dimag/protocol.xml`.
///
/// All files lie in `data/` without folders, under the names that the message gives them. The bag has
/// SHA-512 manifests and no `bag-info.txt`, as x-man sends it. It stands at its place when it is
/// complete, or not at all. Memory: name and digests of each file.
///
/// ```swift
/// var schreiber = try Dimagschreiber(pfad: "…/bagit_5b1f…", angaben)
/// try schreiber.datei("0a1b…_Antrag.pdf", originalname: "Antrag.pdf", groesse: n) { … }
/// try schreiber.nachricht("1b2c…_0503.xml", groesse: m) { … }
/// let quittung = try schreiber.beende()
/// ```
public struct Dimagschreiber: ~Copyable {
  private var bag: Bagschreiber
  private let angaben: Dimagangaben
  private let ordner: String
  private var dateien: [Dimagangaben.Datei] = []
  private var nachrichten: [Dimagangaben.Datei] = []
  private var ergebnisse: [Dimagangaben.Datei] = []

  /// Begins a package that shall stand at `pfad`.
  ///
  /// - Parameters:
  ///   - pfad: The folder to make; its parent exists. Its name stands in `control.xml`.
  ///   - angaben: What the package says about itself.
  /// - Throws: ``UebergabeFehler``; also if rootid, alternate id or title are empty, or
  ///   the import path is none.
  public init(pfad: String, _ angaben: Dimagangaben) throws(UebergabeFehler) {
    try self.init(pfad: pfad, angaben, gesichert: true)
  }

  /// As ``init(pfad:_:)``; without `gesichert` the caller brings the folder to the disk.
  package init(
    pfad: String, _ angaben: Dimagangaben, gesichert: Bool
  ) throws(UebergabeFehler) {
    for (name, wert) in [
      ("rootid", angaben.rootid), ("alternate-id", angaben.alternateID), ("titel", angaben.titel),
    ] where wert.isEmpty {
      throw .dimagangabeFehlt(name)
    }
    var geprueft = angaben
    geprueft.importpfad = try Dimagangaben.geprueft(importpfad: angaben.importpfad)
    var optionen = Bagschreiber.Optionen()
    optionen.info = nil
    optionen.istGesichert = gesichert
    bag = try Bagschreiber(pfad: pfad, optionen: optionen)
    self.angaben = geprueft
    ordner = Bagpfad(String(pfad.reversed().drop { $0 == "/" }.reversed())).name
  }

  /// Writes a Primärdatei whose content `lies` delivers.
  ///
  /// - Parameters:
  ///   - name: Its name in the package; no folders.
  ///   - originalname: The name that people know; nil or empty: the name in the package.
  ///   - groesse: The number of bytes that `lies` will deliver.
  ///   - lies: Fills the buffer from its beginning and returns the number of bytes; 0 at the end.
  /// - Returns: The SHA-512 digest.
  /// - Throws: ``UebergabeFehler``, or what `lies` throws; the package cannot be finished then.
  @discardableResult
  public mutating func datei(
    _ name: String, originalname: String? = nil, groesse: Int64,
    _ lies: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws -> [Pruefsumme] {
    let summen = try flach(name, groesse, lies)
    let anzeige = originalname.flatMap { $0.isEmpty ? nil : $0 } ?? name
    dateien.append(.init(name: name, titel: anzeige, anzeige: anzeige, typ: "F"))
    return summen
  }

  /// Writes the message whose parts the package holds.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - groesse: The number of bytes that `lies` will deliver.
  ///   - lies: As for ``datei(_:originalname:groesse:_:)``.
  /// - Returns: The SHA-512 digest.
  /// - Throws: ``UebergabeFehler``, or what `lies` throws; the package cannot be finished then.
  @discardableResult
  public mutating func nachricht(
    _ name: String, groesse: Int64, _ lies: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws -> [Pruefsumme] {
    let summen = try flach(name, groesse, lies)
    nachrichten.append(.init(name: name, titel: name, anzeige: name, typ: "F"))
    return summen
  }

  /// Writes the results of a format check as `verification_results.json`.
  ///
  /// - Parameter json: A map from the names of files to their results.
  /// - Throws: ``UebergabeFehler``.
  public mutating func formatergebnisse(_ json: [UInt8]) throws {
    let name = "verification_results.json"
    try bag.nutzlast(name, bytes: json)
    ergebnisse.append(
      .init(name: name, titel: "Ergebnisse der Formatverifikation", anzeige: name, typ: "D"))
  }

  /// Writes the DIMAG files and the manifests, and gives the folder its name.
  ///
  /// - Returns: What was written.
  /// - Throws: ``UebergabeFehler``, also if there is no message; then nothing stands at the target.
  public consuming func beende() throws(UebergabeFehler) -> Bagschreiber.Quittung {
    guard !nachrichten.isEmpty else { throw .dimagangabeFehlt("Nachricht 0503") }
    try bag.tagdatei(
      "dimag/control.xml",
      bytes: angaben.steuerdatei(ordner, dateien + nachrichten + ergebnisse))
    try bag.tagdatei("dimag/protocol.xml", bytes: angaben.protokolldatei())
    return try bag.beende()
  }

  private mutating func flach(
    _ name: String, _ groesse: Int64, _ lies: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws -> [Pruefsumme] {
    guard !name.utf8.contains(0x2F) else {
      throw UebergabeFehler.unzulaessigerName(
        name: name, grund: "in einem DIMAG-Paket liegen alle Dateien in einem Ordner")
    }
    return try bag.nutzlast(name, groesse: groesse, lies)
  }
}
