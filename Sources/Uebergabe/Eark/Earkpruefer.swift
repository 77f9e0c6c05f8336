// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Behaelter
internal import Pruefsummen
public import Pruefung

/// Checks SIPs by E-ARK CSIP and SIP, versions 2.1.0 and 2.2.0, in a folder, a ZIP or a TAR.
///
/// It checks what METS says, and whether it is true: every file that the METS of the package or of a
/// representation names is there with its size and digest, nothing else is, and every reference within
/// METS and PREMIS has a target. The package is only read; nothing is unpacked, fetched or followed out of
/// it. METS and PREMIS are read as streams. Memory: some hundred bytes per file.
///
/// It does not validate against the XML schemas, and takes PREMIS as far as its mandatory elements go.
public struct Earkpruefer: Sendable {
  /// How strict the check is: a tolerant one only warns of faults that leave the content proven.
  public var strenge: Bagpruefer.Strenge
  /// The version to check by; nil for the one that the package states.
  public var version: Earkversion?
  /// Now, for dates that must not lie in the future; nil leaves that out.
  public var jetzt: Zeitpunkt?
  /// What is accepted before the check gives up.
  public var grenzen: Baggrenzen
  /// Name and version of the tool, for the report.
  public var werkzeug: String
  /// The number of threads that hash; nil for one per core.
  public var faeden: Int?

  /// A checker.
  public init(
    _ strenge: Bagpruefer.Strenge = .streng, version: Earkversion? = nil, jetzt: Zeitpunkt? = nil,
    grenzen: Baggrenzen = .standard, werkzeug: String = "diva", faeden: Int? = nil
  ) {
    self.strenge = strenge
    self.version = version
    self.jetzt = jetzt
    self.grenzen = grenzen
    self.werkzeug = werkzeug
    self.faeden = faeden
  }

  /// Checks the package at `pfad`.
  ///
  /// - Parameter pfad: A folder, a ZIP or a TAR.
  /// - Returns: The findings and the verdict; a faulty package is no error.
  /// - Throws: ``UebergabeFehler/nichtLesbar(pfad:grund:)`` if nothing can be opened there.
  public func pruefe(_ pfad: String) throws(UebergabeFehler) -> Earkergebnis {
    var gang = Earkgang(self, pfad)
    do throws(UebergabeFehler) {
      let quelle = try oeffneBag(pfad, grenzen, .mets)
      gang.pruefe(quelle)
    } catch {
      let (regel, meldung) = try error.alsBefund()
      gang.melde(regel, meldung, pfad)
    }
    return gang.ergebnis()
  }
}

/// The outcome of checking a SIP.
public struct Earkergebnis: Sendable {
  /// The findings; rules are those of ``Earkregeln``, for files and archives also of ``Bagregeln``.
  public internal(set) var bericht: Pruefbericht
  /// The verdict.
  public internal(set) var urteil: Bagurteil
  /// The version that the package states; nil if it states none that is known.
  public internal(set) var version: Earkversion?
  /// Size and number of all files but the METS of the package.
  public internal(set) var umfang: Oxum
}
