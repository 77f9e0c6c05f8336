// SPDX-License-Identifier: Apache-2.0

/// The result of checking one file.
///
/// A report is built by ``melde(_:)`` and shown by ``text(farbe:)``, ``jsonZeile()`` or
/// ``HTMLBericht``. An invalid file is a report with findings, not an error.
public struct Pruefbericht: Sendable {
  /// Name and version of the tool, for example `diva 0.1.0`.
  public var werkzeug: String
  /// Version of the JSON form.
  public var schemaVersion: Int
  /// Name of the file that was checked; for a process its id.
  public var datei: String
  /// Kind of the file: `container`, `nachricht` or `ordner`, which have an XML schema, or another one,
  /// such as `prozess`, `speicher`, `katalog`, `aktenplan`, `protokoll`, `bag`, `dimag` or `lieferung`,
  /// which have none.
  public var art: String
  /// Version of xdomea, for example `4.0.0`; nil if unknown.
  public var version: String?
  /// Message type, for example `0503`; nil if unknown.
  public var nachricht: String?
  /// Whether the message was validated against the XML schema.
  public var schemageprueft: Bool
  /// Further facts for people as label and value, such as `("Objekte", "12")`; not in the JSON.
  public var angaben: [(String, String)]

  /// The findings kept, in the order of their arrival; see ``sortiert()``.
  public private(set) var befunde: [Befund] = []
  /// Number of findings that were counted but not kept, by rule.
  public private(set) var ausgelassen: [String: Int] = [:]
  /// Number of all findings, kept or not, by severity.
  public private(set) var anzahl: (fehler: Int, warnung: Int, hinweis: Int) = (0, 0, 0)
  /// How many findings of one rule are kept.
  public let hoechstzahlJeRegel: Int

  /// Positions in `befunde` by rule.
  private var stellen: [String: [Int]] = [:]

  /// Creates a report without findings.
  ///
  /// - Parameters:
  ///   - werkzeug: Name and version of the tool.
  ///   - datei: Name of the file that was checked.
  ///   - art: `container`, `nachricht` or `ordner`.
  ///   - version: Version of xdomea, nil if unknown.
  ///   - nachricht: Message type, nil if unknown.
  ///   - schemageprueft: Whether the XML schema was checked.
  ///   - angaben: Further facts for people.
  ///   - hoechstzahlJeRegel: How many findings of one rule are kept.
  public init(
    werkzeug: String, datei: String, art: String, version: String? = nil,
    nachricht: String? = nil, schemageprueft: Bool = false, angaben: [(String, String)] = [],
    hoechstzahlJeRegel: Int = 200
  ) {
    self.werkzeug = werkzeug
    self.schemaVersion = 1
    self.datei = datei
    self.art = art
    self.version = version
    self.nachricht = nachricht
    self.schemageprueft = schemageprueft
    self.angaben = angaben
    self.hoechstzahlJeRegel = max(0, hoechstzahlJeRegel)
  }

  /// Whether there is no finding of severity ``Schwere/fehler``, kept or not.
  public var gueltig: Bool { anzahl.fehler == 0 }

  /// Adds a finding.
  ///
  /// Of each rule at most ``hoechstzahlJeRegel`` findings are kept; the rest is counted in
  /// ``ausgelassen``. A more serious finding takes the place of a less serious one of its rule,
  /// so that an error is never hidden behind hints.
  public mutating func melde(_ befund: Befund) {
    zaehle(befund.schwere)
    if stellen[befund.regel]?.count ?? 0 < hoechstzahlJeRegel {
      stellen[befund.regel, default: []].append(befunde.count)
      befunde.append(befund)
      return
    }
    ausgelassen[befund.regel, default: 0] += 1
    let milde = stellen[befund.regel]?.min { befunde[$0].schwere < befunde[$1].schwere }
    if let milde, befunde[milde].schwere < befund.schwere { befunde[milde] = befund }
  }

  private mutating func zaehle(_ schwere: Schwere) {
    switch schwere {
    case .fehler: anzahl.fehler += 1
    case .warnung: anzahl.warnung += 1
    case .hinweis: anzahl.hinweis += 1
    }
  }
}
