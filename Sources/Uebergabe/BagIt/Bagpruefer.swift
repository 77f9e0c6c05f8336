// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Behaelter
internal import Glibc
internal import Pruefsummen
internal import Pruefung

/// Checks bags of the versions 0.93 to 1.0, in a folder, a ZIP or a TAR (also packed with gzip).
///
/// The bag is only read, nothing is unpacked and nothing fetched. Files in a folder are hashed on all
/// cores, each once, however many manifests there are. Memory: some hundred bytes per file.
public struct Bagpruefer: Sendable {
  /// How strict a check is.
  public enum Strenge: Hashable, Sendable {
    /// By the letter of RFC 8493 and of the older drafts.
    case streng
    /// Faults of form that leave the content proven are warnings (``Bagregeln/nachsicht``), and names
    /// that another tool encoded in its own way are found.
    case tolerant
  }

  /// How strict the check is.
  public var strenge: Strenge
  /// What is accepted before the check gives up.
  public var grenzen: Baggrenzen
  /// Name and version of the tool, for the report.
  public var werkzeug: String
  /// The number of threads that hash; nil for one per core.
  public var faeden: Int?

  /// A checker.
  public init(
    _ strenge: Strenge = .streng, grenzen: Baggrenzen = .standard, werkzeug: String = "diva",
    faeden: Int? = nil
  ) {
    self.strenge = strenge
    self.grenzen = grenzen
    self.werkzeug = werkzeug
    self.faeden = faeden
  }

  /// Checks the bag at `pfad`.
  ///
  /// - Parameter pfad: A folder, a ZIP or a TAR.
  /// - Returns: The findings and the verdict; a faulty bag is no error.
  /// - Throws: ``UebergabeFehler/nichtLesbar(pfad:grund:)`` if nothing can be opened there.
  public func pruefe(_ pfad: String) throws(UebergabeFehler) -> Bagergebnis {
    var gang = Baggang(self, pfad)
    do throws(UebergabeFehler) {
      let quelle = try oeffneBag(pfad, grenzen)
      gang.pruefe(quelle)
    } catch {
      let (regel, meldung) = try error.alsBefund()
      gang.melde(regel, meldung, pfad)
    }
    return gang.ergebnis()
  }
}

/// Opens the bag, or another package, at `pfad`, whatever form it has.
///
/// - Throws: ``UebergabeFehler``.
func oeffneBag(
  _ pfad: String, _ grenzen: Baggrenzen, _ merkmal: Paketmerkmal = .bagit
) throws(UebergabeFehler) -> any Bagquelle {
  var angaben = stat()
  guard stat(pfad, &angaben) == 0 else {
    throw .nichtLesbar(pfad: pfad, grund: systemgrund(errno))
  }
  if angaben.st_mode & S_IFMT == S_IFDIR { return try Bagordner(pfad, grenzen) }
  guard let art = try Archivart(pfad) else {
    throw .nichtLesbar(pfad: pfad, grund: "ist weder ein Ordner noch eine ZIP- oder TAR-Datei")
  }
  return try Bagarchiv(pfad, art, grenzen, merkmal)
}
