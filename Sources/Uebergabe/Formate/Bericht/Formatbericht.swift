// SPDX-License-Identifier: Apache-2.0
public import Pruefung

/// Sums and findings of many files; its memory does not grow with their number.
public struct Formatbericht: Sendable {
  /// One format with its version.
  public struct Gruppe: Hashable, Sendable {
    /// The code of the list Dateiformat; empty for empty files.
    public let code: String
    /// Name and version for people.
    public let name: String
    /// The PRONOM id; nil where it would be a guess.
    public let puid: String?

    /// The group that a file belongs to.
    ///
    /// - Parameter ergebnis: What was recognised of the file.
    public init(_ ergebnis: Formatergebnis) {
      code = ergebnis.code ?? ""
      name = ergebnis.haupt?.anzeige ?? "leere Datei"
      puid = ergebnis.puid
    }
  }

  /// Files and their bytes.
  public struct Menge: Hashable, Sendable {
    /// Number of files.
    public var dateien = 0
    /// Their bytes.
    public var bytes: Int64 = 0

    /// No files.
    public init() {}

    /// Counts one more file.
    ///
    /// - Parameter groesse: Its bytes.
    public mutating func nimm(_ groesse: Int64) {
      dateien += 1
      bytes += groesse
    }
  }

  /// All files that were read.
  public private(set) var alle = Menge()
  /// The files by format.
  public private(set) var gruppen: [Gruppe: Menge] = [:]
  /// Files that claim to be PDF/A.
  public private(set) var pdfaAngaben = 0
  /// Verdicts of the validator: valid, invalid, none.
  public private(set) var urteile = (gueltig: 0, ungueltig: 0, nichtGeprueft: 0)
  /// Files and folders that could not be read.
  public private(set) var nichtLesbar = 0
  /// The findings.
  public private(set) var bericht: Pruefbericht

  /// A report without files.
  ///
  /// - Parameters:
  ///   - werkzeug: Name and version of the program.
  ///   - ort: What is looked at.
  public init(werkzeug: String, ort: String) {
    bericht = Pruefbericht(werkzeug: werkzeug, datei: ort, art: "formate")
  }

  /// Takes a file.
  ///
  /// - Parameter posten: What ``Formatgang`` delivers.
  /// - Returns: Its findings.
  @discardableResult
  public mutating func nimm(_ posten: Formatgang.Posten) -> [Befund] {
    let befunde: [Befund]
    switch posten {
    case .datei(_, let e):
      zaehle(e)
      befunde = e.befunde
    case .nichtLesbar(let pfad, let grund):
      nichtLesbar += 1
      befunde = [
        Befund(
          Formatregeln["FORMAT-NICHT-LESBAR"], "Die Datei ist nicht lesbar: \(grund).",
          ort: Ort(datei: pfad))
      ]
    case .ausgelassen(let pfad):
      befunde = [
        Befund(
          Formatregeln["FORMAT-AUSGELASSEN"],
          "Das ist eine Verknüpfung oder ein Gerät und wurde ausgelassen.", ort: Ort(datei: pfad))
      ]
    }
    for b in befunde { bericht.melde(b) }
    return befunde
  }

  private mutating func zaehle(_ e: Formatergebnis) {
    let gruppe = Gruppe(e)
    gruppen[gruppe, default: Menge()].nimm(e.groesse)
    alle.nimm(e.groesse)
    if e.pdf?.pdfa != nil { pdfaAngaben += 1 }
    switch e.urteil?.ergebnis {
    case .gueltig: urteile.gueltig += 1
    case .ungueltig: urteile.ungueltig += 1
    case .nichtGeprueft: urteile.nichtGeprueft += 1
    case nil: break
    }
    if e.befunde.contains(where: { $0.regel == "FORMAT-NICHT-LESBAR" }) { nichtLesbar += 1 }
  }

  /// The groups, the most frequent first, then by code and name.
  public var tabelle: [(gruppe: Gruppe, menge: Menge)] {
    gruppen.sorted {
      ($1.value.dateien, $0.key.code, $0.key.name) < ($0.value.dateien, $1.key.code, $1.key.name)
    }.map { ($0.key, $0.value) }
  }

  /// Whether something could not be judged: a file that could not be read, or a validator without a verdict.
  public var istUnvollstaendig: Bool { nichtLesbar > 0 || urteile.nichtGeprueft > 0 }

  /// What the claims of PDF/A are worth, in one sentence; nil without any.
  public var pdfaSatz: String? {
    guard pdfaAngaben > 0 else { return nil }
    let geprueft = urteile.gueltig + urteile.ungueltig
    let angabe =
      "\(pdfaAngaben.mal("Datei gibt", "Dateien geben")) an, PDF/A zu sein; eine Angabe ist keine Prüfung."
    guard geprueft > 0 else { return angabe + " Gültigkeit wurde nicht geprüft." }
    return angabe
      + " Ein Prüfprogramm hat \(geprueft.mal("Datei", "Dateien")) geprüft: "
      + "\(urteile.gueltig.deutsch) gültig, \(urteile.ungueltig.deutsch) ungültig."
  }
}
