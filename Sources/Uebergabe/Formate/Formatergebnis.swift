// SPDX-License-Identifier: Apache-2.0
public import Pruefung

/// What the content of a file says about its format.
public struct Formatergebnis: Hashable, Sendable {
  /// The name of the file, which its extension is taken from.
  public let name: String
  /// Its size in bytes.
  public let groesse: Int64
  /// What it may be, the surest first; empty for an empty file only.
  public let kandidaten: [Formatkandidat]
  /// What a PDF says of itself; nil for other files.
  public let pdf: PDFAngaben?
  /// What was noticed, by the rules of ``Formatregeln``.
  public internal(set) var befunde: [Befund]
  /// Whether a password or another key is needed.
  public let istVerschluesselt: Bool
  /// What an external program says; nil if none was asked.
  public internal(set) var urteil: Fremdurteil?

  /// The surest candidate.
  public var haupt: Formatkandidat? { kandidaten.first }
  /// The code of the list Dateiformat; nil for an empty file.
  public var code: String? { haupt?.code }
  /// The PRONOM id; nil where it would be a guess.
  public var puid: String? { haupt?.puid }
  /// The MIME type; that of unknown bytes for an empty file.
  public var mime: String { haupt?.format.mime ?? Dateiformat.unbekannt.mime }

  /// How far the file is proved to be PDF/A, in words that promise no more.
  public var pdfaStand: String? {
    guard let pdf else { return nil }
    let angabe = pdf.pdfa.map { "PDF/A-\($0.stufe)" }
    switch urteil?.ergebnis {
    case .gueltig: return "\(angabe ?? "PDF"), geprüft durch \(urteil?.pruefer ?? ""): gültig"
    case .ungueltig: return "\(angabe ?? "PDF"), geprüft durch \(urteil?.pruefer ?? ""): ungültig"
    case .nichtGeprueft, nil: break
    }
    return angabe.map { "\($0)-Angabe (nicht geprüft)" } ?? "kein PDF/A"
  }
}

/// What a message states about a file: its `Format/Name`, a code of the list Dateiformat.
public struct Formatangabe: Hashable, Sendable {
  /// The code, such as `018`.
  public var code: String
  /// The name that goes with the code `100`.
  public var sonstigerName: String?

  /// A statement.
  public init(_ code: String, sonstigerName: String? = nil) {
    self.code = code
    self.sonstigerName = sonstigerName
  }
}
