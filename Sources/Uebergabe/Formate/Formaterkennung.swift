// SPDX-License-Identifier: Apache-2.0
internal import Behaelter
internal import Glibc
internal import Pruefsummen
internal import Pruefung

/// Recognises the format of files by their content: those of the xdomea list Dateiformat, and some that
/// come up beside them.
///
/// ```swift
/// let ergebnis = try Formaterkennung().erkenne(datei: "vermerk.pdf")
/// print(ergebnis.haupt?.anzeige ?? "leer", ergebnis.code ?? "", ergebnis.puid ?? "")
/// ```
///
/// A few small reads per file, nothing is unpacked but parts of some kilobytes, and hostile files end in
/// findings (``Formatgrenzen``). That a PDF claims to be PDF/A does not prove it.
public struct Formaterkennung: Sendable {
  /// Whether a PDF that does not claim to be PDF/A is an error.
  public var pdfaVerlangt = false
  /// How much is read.
  public var grenzen = Formatgrenzen()

  /// A recognition with the default limits.
  public init() {}

  /// What the file at `pfad` is.
  ///
  /// - Parameters:
  ///   - pfad: A regular file; a link is not followed.
  ///   - name: The name that counts if it is not that of the path.
  ///   - angegeben: What a message states about the file, to compare with.
  /// - Returns: Candidates and findings.
  /// - Throws: ``UebergabeFehler/behaelter(_:)`` if the file cannot be opened. What goes wrong later is
  ///   a finding.
  public func erkenne(
    datei pfad: String, als name: String? = nil, angegeben: Formatangabe? = nil
  ) throws(UebergabeFehler) -> Formatergebnis {
    try erkenne(roh: Array(pfad.utf8), name: name ?? pfad, angegeben)
  }

  /// As ``erkenne(datei:als:angegeben:)``, for a path that need not be UTF-8.
  func erkenne(
    roh: [UInt8], name: String, _ angegeben: Formatangabe?
  ) throws(UebergabeFehler) -> Formatergebnis {
    let pfad = String(decoding: roh, as: UTF8.self)
    let fd = open(
      roh.map { CChar(bitPattern: $0) } + [0], O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard fd >= 0 else {
      throw .behaelter(.nichtLesbar(pfad: pfad, grund: systemgrund(errno)))
    }
    defer { close(fd) }
    var stand = stat()
    guard fstat(fd, &stand) == 0, stand.st_mode & S_IFMT == S_IFREG else {
      throw .behaelter(.nichtLesbar(pfad: pfad, grund: "ist keine gewöhnliche Datei"))
    }
    return erkenne(
      Inhaltszugriff(
        deskriptor: fd, groesse: Int64(stand.st_size), budget: grenzen.lesen),
      name: name, angegeben)
  }

  /// What these bytes are.
  ///
  /// - Parameters:
  ///   - bytes: The whole content.
  ///   - name: The name, for its extension.
  ///   - angegeben: What a message states about the file, to compare with.
  /// - Returns: Candidates and findings.
  public func erkenne(
    _ bytes: [UInt8], name: String, angegeben: Formatangabe? = nil
  ) -> Formatergebnis {
    erkenne(Inhaltszugriff(bytes, budget: grenzen.lesen), name: name, angegeben)
  }

  /// What the bytes behind `zugriff` are.
  func erkenne(
    _ zugriff: Inhaltszugriff, name: String, _ angegeben: Formatangabe?
  ) -> Formatergebnis {
    var gang = Erkennungsgang(zugriff, name: name, grenzen)
    if zugriff.groesse > 0 { gang.erkenne() }
    return gang.ergebnis(angegeben, pdfaVerlangt: pdfaVerlangt)
  }
}
