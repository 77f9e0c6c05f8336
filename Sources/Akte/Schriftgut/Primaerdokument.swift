// SPDX-License-Identifier: Apache-2.0

/// A version of a document in one or more formats.
public struct Version: Hashable, Sendable, Codable {
  /// The version's number, unique in its document (R40).
  public var nummer: String
  /// The same content in one or more formats.
  public var formate: [Format]

  /// A version.
  public init(nummer: String, formate: [Format] = []) {
    self.nummer = nummer
    self.formate = formate
  }
}

/// One format of a version, with its file.
public struct Format: Hashable, Sendable, Codable {
  /// The file format, list `dateiformat`; `100` together with ``sonstigerName``.
  public var name: Code
  /// The format's name where the list has none (R58).
  public var sonstigerName: String?
  /// The format's version; may be empty, but the element must exist.
  public var version: String
  /// The file.
  public var primaerdokument: Primaerdokument

  /// A format with its file.
  public init(
    name: Code, sonstigerName: String? = nil, version: String = "",
    primaerdokument: Primaerdokument
  ) {
    self.name = name
    self.sonstigerName = sonstigerName
    self.version = version
    self.primaerdokument = primaerdokument
  }
}

/// The reference to a file that travels beside the message.
public struct Primaerdokument: Hashable, Sendable, Codable {
  /// The entry's name in the container: `UUID`, `UUID.Endung` or `UUID_Name.Endung`.
  public var dateiname: String
  /// The file's name before: at import into the DMS in 3.x, before the export from it in 4.0 (R69).
  public var dateinameOriginal: String?
  /// Who made the file.
  public var ersteller: String?
  /// When it was made.
  public var datumUhrzeit: Zeitpunkt?
  /// Electronic signature or seal (from 3.0).
  public var signaturSiegel: SignaturSiegel?
  /// Signature data of xdomea 2.x as XML (certificates and status answers inline).
  public var signaturdaten: XMLFragment?
  /// When the file was last changed (from 4.0).
  public var zeitpunktLetzteAenderung: Zeitpunkt?
  /// Proof of the file's bytes (from 4.0).
  public var hash: Hashangabe?

  /// A reference to a file.
  public init(dateiname: String) { self.dateiname = dateiname }
}

/// Where a signature or seal is.
public enum SignaturSiegel: Hashable, Sendable {
  /// Inside the file.
  case eingebettet
  /// In files of their own beside it.
  case dateien([String])
}

/// The digest of a file as the message states it (4.0 `HashType`).
public struct Hashangabe: Hashable, Sendable, Codable {
  /// The digest as text; hex or base64.
  public var wert: String
  /// The algorithm as an entry of the list.
  public var algorithmus: Code?
  /// The algorithm where the list has none; exactly one of the two (R57).
  public var sonstigerAlgorithmus: String?

  /// A statement as it was read.
  public init(wert: String, algorithmus: Code? = nil, sonstigerAlgorithmus: String? = nil) {
    self.wert = wert
    self.algorithmus = algorithmus
    self.sonstigerAlgorithmus = sonstigerAlgorithmus
  }

  /// The statement for a digest, as this suite writes it: lower-case hex.
  public init(_ pruefsumme: Pruefsumme) {
    wert = pruefsumme.hex
    let kern = pruefsumme.verfahren.rawValue.lowercased().filter { $0 != "-" }
    algorithmus = Code(
      pruefsumme.verfahren.rawValue, name: "http://www.w3.org/2001/04/xmlenc#\(kern)",
      listURI: "urn:xoev-de:kosit:codeliste:xta.serviceprofile.kryptographische-algorithmen",
      listVersion: "1.0.0")
  }

  /// The digest, if algorithm and text are understood.
  public var pruefsumme: Pruefsumme? {
    let verfahren =
      algorithmus.flatMap {
        Hashverfahren(bezeichnung: $0.wert) ?? Hashverfahren(bezeichnung: $0.name ?? "")
      } ?? sonstigerAlgorithmus.flatMap { Hashverfahren(bezeichnung: $0) }
    return verfahren.flatMap { Pruefsumme($0, text: wert) }
  }
}
