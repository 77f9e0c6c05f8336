// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Xdomea

/// Which files a transfer brought: by extension, by xdomea Dateiformat, and by size.
public struct Dateistatistik: Hashable, Sendable {
  /// Files and their bytes.
  public struct Menge: Hashable, Sendable {
    /// Number of files.
    public var dateien = 0
    /// Their bytes.
    public var bytes: Int64 = 0

    static func += (a: inout Self, bytes: Int64) {
      a.dateien += 1
      a.bytes += bytes
    }
  }

  /// The classes of size.
  public enum Groessenklasse: String, Hashable, Sendable, CaseIterable {
    case leer, bis100KB, bis1MB, bis10MB, bis100MB, bis1GB, ueber1GB

    /// The class of a file; 1 KB are 1000 bytes.
    public init(_ bytes: Int64) {
      switch bytes {
      case ...0: self = .leer
      case ...100_000: self = .bis100KB
      case ...1_000_000: self = .bis1MB
      case ...10_000_000: self = .bis10MB
      case ...100_000_000: self = .bis100MB
      case ...1_000_000_000: self = .bis1GB
      default: self = .ueber1GB
      }
    }

    /// The class for people.
    public var anzeige: String {
      switch self {
      case .leer: "leer (0 Byte)"
      case .bis100KB: "bis 100 KB"
      case .bis1MB: "über 100 KB bis 1 MB"
      case .bis10MB: "über 1 MB bis 10 MB"
      case .bis100MB: "über 10 MB bis 100 MB"
      case .bis1GB: "über 100 MB bis 1 GB"
      case .ueber1GB: "über 1 GB"
      }
    }
  }

  /// All files.
  public private(set) var alle = Menge()
  /// By the extension of the name in small letters without the dot; empty for none.
  public private(set) var jeEndung: [String: Menge] = [:]
  /// By the Dateiformat that the message states, as its code and its name; empty where it states none.
  public private(set) var jeFormat: [String: Menge] = [:]
  /// By size.
  public private(set) var jeGroesse: [Groessenklasse: Menge] = [:]
  /// How many have no hash in the message with which they could be compared; up to 3.1 no file has.
  public private(set) var ohnePruefsumme = 0

  /// No files.
  public init() {}

  /// Counts a file.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - bytes: Its size.
  ///   - format: The Dateiformat for people, for example `018 Portable Document Format`; nil if the
  ///     message states none.
  ///   - mitPruefsumme: The message states a hash with which the file could be compared.
  public mutating func nimm(
    _ name: String, bytes: Int64, format: String?, mitPruefsumme: Bool = true
  ) {
    if !mitPruefsumme { ohnePruefsumme += 1 }
    alle += bytes
    jeEndung[Primaerdateiname.endung(name), default: Menge()] += bytes
    jeFormat[format ?? "", default: Menge()] += bytes
    jeGroesse[Groessenklasse(bytes), default: Menge()] += bytes
  }

  /// Counts the files of transfers (0503), without reading their bytes.
  ///
  /// - Parameters:
  ///   - container: The containers.
  ///   - zaehlt: Whether the files of an Akte or Vorgang count.
  /// - Throws: If a container cannot be read.
  public init(container: [String], zaehlt: (ObjektID) throws -> Bool) throws {
    for pfad in container {
      let paket = try Nachrichtenpaket(pfad: pfad)
      var groessen: [String: Int64] = [:]
      for d in paket.dateien where d.name != paket.nachricht { groessen[d.name] = d.groesse }
      let leser = try paket.leser()
      while let teil = try leser.naechster() {
        guard case .schriftgutobjekt(let objekt) = teil else { continue }
        try nimm(objekt, &groessen, zaehlt)
      }
    }
  }

  private mutating func nimm(
    _ objekt: Schriftgutobjekt, _ groessen: inout [String: Int64],
    _ zaehlt: (ObjektID) throws -> Bool
  ) throws {
    var eigenes = objekt
    switch objekt {
    case .akte(var a):
      for t in a.teilakten { try nimm(.akte(t), &groessen, zaehlt) }
      for v in a.vorgaenge { try nimm(.vorgang(v), &groessen, zaehlt) }
      a.teilakten = []
      a.vorgaenge = []
      eigenes = .akte(a)
    case .vorgang(var v):
      for t in v.teilvorgaenge { try nimm(.vorgang(t), &groessen, zaehlt) }
      v.teilvorgaenge = []
      eigenes = .vorgang(v)
    case .dokument: break
    }
    guard try zaehlt(objekt.id) else { return }
    var formate: [String: String] = [:]
    eigenes.jedesFormat { formate[$0.primaerdokument.dateiname] = $0.anzeigename }
    Nachrichtenteil.schriftgutobjekt(eigenes).jedeDatei { name, hash in
      // A file that is named twice is one file.
      guard let bytes = groessen.removeValue(forKey: name) else { return }
      nimm(
        name, bytes: bytes, format: formate[name], mitPruefsumme: hash?.pruefsumme != nil)
    }
  }
}

extension Format {
  /// Code and name of the Dateiformat; the name of an own format for `100`.
  fileprivate var anzeigename: String {
    let wort = sonstigerName ?? name.name ?? Dateiformate.name(code: name.wert)
    return [name.wert, wort ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Schriftgutobjekt {
  /// Calls `body` for the formats of the documents directly in the object, Anlagen included.
  fileprivate func jedesFormat(_ body: (Format) -> Void) {
    switch self {
    case .akte(let a):
      for g in a.geschaeftsgaenge { g.jedesFormat(body) }
      for d in a.dokumente { d.jedesFormat(body) }
    case .vorgang(let v):
      for g in v.geschaeftsgaenge { g.jedesFormat(body) }
      for d in v.dokumente { d.jedesFormat(body) }
    case .dokument(let d): d.jedesFormat(body)
    }
  }
}

extension Geschaeftsgang {
  fileprivate func jedesFormat(_ body: (Format) -> Void) {
    for s in beteiligungsschritte { for d in s.bearbeitung?.anlagen ?? [] { d.jedesFormat(body) } }
  }
}

extension Dokument {
  fileprivate func jedesFormat(_ body: (Format) -> Void) {
    angaben.jedesFormat(body)
    for v in versionen { for f in v.formate { body(f) } }
    for s in schriftstuecke {
      s.angaben.jedesFormat(body)
      for v in s.versionen { for f in v.formate { body(f) } }
    }
  }
}

extension Dokumentangaben {
  fileprivate func jedesFormat(_ body: (Format) -> Void) {
    for g in geschaeftsgaenge { g.jedesFormat(body) }
    for a in anlagen { a.dokument.jedesFormat(body) }
  }
}
