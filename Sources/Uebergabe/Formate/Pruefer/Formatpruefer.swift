// SPDX-License-Identifier: Apache-2.0

/// What an external validator is asked about one file.
public struct Pruefauftrag: Hashable, Sendable {
  /// The path of the file, which must not be changed.
  public let pfad: String
  /// The name under which people know it.
  public let name: String
  /// The recognised format: code of the list Dateiformat, PRONOM id, MIME type.
  public let code: String
  /// The PRONOM id; nil if it is not sure.
  public let puid: String?
  /// The MIME type.
  public let mime: String
  /// The profile that is claimed, such as `2u` for PDF/A-2u; nil if none is.
  public let profil: String?

  /// Asks about the file at `pfad` what was recognised of it.
  ///
  /// - Parameters:
  ///   - pfad: Where it lies; for a file in a container where it was unpacked.
  ///   - ergebnis: What was recognised.
  public init(pfad: String, _ ergebnis: Formatergebnis) {
    self.pfad = pfad
    name = ergebnis.name
    code = ergebnis.code ?? "100"
    puid = ergebnis.puid
    mime = ergebnis.mime
    profil = ergebnis.pdf?.pdfa?.stufe
  }
}

/// What an external validator says.
///
/// Only this may be called validity.
public struct Fremdurteil: Hashable, Sendable {
  /// The verdict.
  public enum Ergebnis: Hashable, Sendable {
    /// The validator found no breach.
    case gueltig
    /// The validator found breaches.
    case ungueltig
    /// There is no verdict, for this reason (German, without a full stop).
    case nichtGeprueft(grund: String)
  }

  /// The verdict.
  public var ergebnis: Ergebnis
  /// The name of the validator; empty if it did not say.
  public var werkzeug: String
  /// Its version; empty if it did not say.
  public var version: String
  /// The profile that it checked against, such as `PDF/A-2u`; empty if it did not say.
  public var profil: String
  /// Its messages, in its own language.
  public var meldungen: [String]

  /// A verdict.
  public init(
    _ ergebnis: Ergebnis, werkzeug: String = "", version: String = "", profil: String = "",
    meldungen: [String] = []
  ) {
    self.ergebnis = ergebnis
    self.werkzeug = werkzeug
    self.version = version
    self.profil = profil
    self.meldungen = meldungen
  }

  /// Name and version of the validator.
  public var pruefer: String {
    [werkzeug.isEmpty ? "ein Prüfprogramm" : werkzeug, version].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// The word of the protocol: `gueltig`, `ungueltig` or `nicht-geprueft`.
  public var wort: String {
    switch ergebnis {
    case .gueltig: "gueltig"
    case .ungueltig: "ungueltig"
    case .nichtGeprueft: "nicht-geprueft"
    }
  }
}

/// Judges files that this suite only recognises: veraPDF, JHOVE and the like.
public protocol Formatpruefer: Sendable {
  /// Judges one file; what goes wrong is a verdict, too (``Fremdurteil/Ergebnis/nichtGeprueft(grund:)``).
  ///
  /// - Parameter auftrag: The file, and what is known of it.
  /// - Returns: The verdict.
  func pruefe(_ auftrag: Pruefauftrag) -> Fremdurteil
}
