// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import FoundationEssentials
public import Pruefsummen
internal import Pruefung

/// Checks a file that ``Protokollausfuhr`` wrote, without the store and in constant memory.
///
/// The chain, the payloads against the chain, the anchor of the last line and, where keys are
/// given, the readable text against the sealed one.
public struct Ausfuhrpruefung: ~Copyable {
  /// One entry of the file.
  public struct Zeile: Sendable {
    /// The entry.
    public let eintrag: Protokolleintrag
    /// The sealed payload, if it is in the file.
    public let nutzlast: [UInt8]?
    /// The readable payload, if it is in the file; not proven without the key.
    public let geoeffnet: Protokollnutzlast?
  }

  /// The longest line that is read, in bytes.
  public static let hoechstlaenge = 64 << 20

  private let datei: String?
  private let schluessel: (ObjektID) -> Objektschluessel?
  private let anker: [Anker]
  private let hoechstzahl: Int
  private let ereignisfenster: Int?
  private var teiler = Zeilenteiler(hoechstlaenge: Self.hoechstlaenge)
  private var kette: Kettenpruefung
  private var zeile = 0
  private var eintraege = 0
  private var ungeprueft = 0
  private var beendet = false

  /// Begins a check.
  ///
  /// - Parameters:
  ///   - datei: The file's name for the findings.
  ///   - anker: Ends of the chain that were noted elsewhere; the file's own one proves little.
  ///   - ereignisfenster: As in ``Kettenpruefung``.
  ///   - hoechstzahl: How many findings are kept.
  ///   - schluessel: The key of an object, if it may be used; by default none.
  /// - Throws: ``Protokollfehler/pruefsummen(_:)`` if the system lacks SHA-256.
  public init(
    datei: String? = nil, anker: [Anker] = [], ereignisfenster: Int? = 65_536,
    hoechstzahl: Int = 100, schluessel: @escaping (ObjektID) -> Objektschluessel? = { _ in nil }
  ) throws(Protokollfehler) {
    self.datei = datei
    self.anker = anker
    self.hoechstzahl = hoechstzahl
    self.ereignisfenster = ereignisfenster
    self.schluessel = schluessel
    kette = try Kettenpruefung(
      datei: datei, anker: anker, ereignisfenster: ereignisfenster, hoechstzahl: hoechstzahl)
  }

  /// Takes the next bytes of the file, in pieces of any size.
  ///
  /// - Returns: The entries that these bytes complete and that are whole.
  /// - Throws: ``Protokollfehler/pruefsummen(_:)`` if the system lacks SHA-256.
  @discardableResult
  public mutating func nimm(_ bytes: [UInt8]) throws(Protokollfehler) -> [Zeile] {
    var ergebnis: [Zeile] = []
    for z in teiler.nimm(bytes) {
      if let eintrag = try lies(z) { ergebnis.append(eintrag) }
    }
    return ergebnis
  }

  /// The report, after the last bytes.
  ///
  /// - Throws: ``Protokollfehler/pruefsummen(_:)`` if the system lacks SHA-256.
  public consuming func abschluss() throws(Protokollfehler) -> Kettenbericht {
    if teiler.rest.laenge > 0 { _ = try lies(teiler.rest) }
    if !beendet {
      kette.melde(
        Protokollregelwerk.ausfuhrende, nil, zeile > 0 ? zeile : nil,
        "Die letzte Zeile mit dem Anker fehlt; die Datei ist wahrscheinlich abgeschnitten.")
    }
    if ungeprueft > 0 {
      kette.melde(
        Protokollregelwerk.klartextUngeprueft, nil, nil,
        "Zu \(ungeprueft.mal("Eintrag", "Einträgen")) steht lesbarer Text in der Datei, der ohne "
          + "Schlüssel nicht mit der versiegelten Nutzlast verglichen werden kann.")
    }
    return kette.abschluss()
  }

  private mutating func lies(_ roh: Zeilenteiler.Zeile) throws(Protokollfehler) -> Zeile? {
    zeile += 1
    guard case .zeile(let bytes) = roh else {
      melde("Die Zeile ist mit \(roh.laenge.deutsch) Bytes zu lang.")
      return nil
    }
    guard let inhalt = try? JSONDecoder().decode(Ausfuhrzeile.self, from: Data(bytes)) else {
      melde("Die Zeile ist kein JSON in der erwarteten Form.")
      return nil
    }
    if zeile == 1 {
      try beginne(inhalt)
      return nil
    }
    if beendet {
      kette.melde(
        Protokollregelwerk.ausfuhrende, nil, zeile, "Nach der Zeile mit dem Anker folgt noch etwas."
      )
    }
    if let text = inhalt.anker {
      try beende(text, inhalt.eintraege)
      return nil
    }
    guard let eintrag = inhalt.eintrag.flatMap(Base64.bytes),
      let hash = inhalt.hash.flatMap({ Pruefsumme(.sha256, text: $0) }), hash.hex == inhalt.hash
    else {
      melde("Die Zeile enthält keinen Eintrag mit Hash.")
      return nil
    }
    var nutzlast: [UInt8]?
    if let text = inhalt.nutzlast {
      nutzlast = Base64.bytes(text)
      if nutzlast == nil { melde("Die Nutzlast ist kein Base64.") }
    }
    eintraege += 1
    guard
      let gelesen = kette.nimm(kanonisch: eintrag, hash: hash, nutzlast: nutzlast, zeile: zeile)
    else { return nil }
    if let text = inhalt.geoeffnet { vergleiche(text, nutzlast, gelesen) }
    return Zeile(eintrag: gelesen, nutzlast: nutzlast, geoeffnet: inhalt.geoeffnet)
  }

  private mutating func beginne(_ inhalt: Ausfuhrzeile) throws(Protokollfehler) {
    guard inhalt.form == 1, let nach = inhalt.nach, nach.folge >= 0,
      let hash = Pruefsumme(.sha256, text: nach.hash), nach.hash == hash.hex
    else {
      melde("Die erste Zeile nennt nicht die Form 1 eines Protokolls.")
      return
    }
    let beginn = Kettenkopf(folge: nach.folge, hash: hash)
    guard beginn != .anfang else { return }
    kette = try Kettenpruefung(
      datei: datei, nach: beginn, anker: anker, ereignisfenster: ereignisfenster,
      hoechstzahl: hoechstzahl)
  }

  private mutating func beende(_ text: String, _ anzahl: Int?) throws(Protokollfehler) {
    beendet = true
    do throws(Protokollfehler) {
      kette.erwarte(try Anker(text))
    } catch {
      if case .pruefsummen = error { throw error }
      melde("\(error)")
    }
    if anzahl != eintraege {
      let genannt = anzahl.map { $0.mal("Eintrag", "Einträge") } ?? "keine Zahl"
      kette.melde(
        Protokollregelwerk.ausfuhrende, nil, zeile,
        "Die letzte Zeile nennt \(genannt), gelesen wurden \(eintraege).")
    }
  }

  private mutating func vergleiche(
    _ text: Protokollnutzlast, _ nutzlast: [UInt8]?, _ eintrag: Protokolleintrag
  ) {
    guard let nutzlast, let versiegelt = try? VersiegelteNutzlast(bytes: nutzlast),
      let schluessel = schluessel(versiegelt.objekt)
    else {
      ungeprueft += 1
      return
    }
    do throws(Protokollfehler) {
      guard try versiegelt.oeffne(ereignis: eintrag.ereignis, mit: schluessel) != text else {
        return
      }
      kette.melde(
        Protokollregelwerk.klartext, eintrag.folge, zeile,
        "hat neben sich einen lesbaren Text, der nicht der versiegelte ist.")
    } catch {
      kette.melde(
        Protokollregelwerk.klartext, eintrag.folge, zeile,
        "hat eine Nutzlast, die sich nicht öffnen lässt. \(error)")
    }
  }

  private mutating func melde(_ satz: String) {
    kette.melde(Protokollregelwerk.zeile, nil, zeile, satz)
  }
}

private struct Ausfuhrzeile: Decodable {
  struct Beginn: Decodable {
    var folge: Int64
    var hash: String
  }

  var form: Int?
  var nach: Beginn?
  var eintrag: String?
  var hash: String?
  var nutzlast: String?
  var geoeffnet: Protokollnutzlast?
  var anker: String?
  var eintraege: Int?

  enum CodingKeys: String, CodingKey {
    case form = "diva-protokoll"
    case nach, eintrag, hash, nutzlast, geoeffnet, anker, eintraege
  }
}
