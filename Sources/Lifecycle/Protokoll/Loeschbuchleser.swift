// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefsummen
internal import Pruefung

/// Reads and checks a Löschbuch as a stream, in constant memory.
public struct Loeschbuchleser: ~Copyable {
  private let datei: String?
  private let hoechstzahl: Int
  private var anker: [Anker]
  private var speicher: String?
  private var teiler = Zeilenteiler(hoechstlaenge: Loeschsatz.hoechstlaenge)
  private var bildner: Pruefsummenbildner
  private var bericht = Loeschbuchbericht()
  private var zeile = 0
  private var vollstaendig = 0
  private var erwartet: Int64 = 1
  /// nil after a line that could not be read.
  private var vorher: Pruefsumme? = .null

  /// Begins reading.
  ///
  /// - Parameters:
  ///   - datei: The file's name for the findings.
  ///   - speicher: The Kennung of the store that the book must belong to; nil for that of the first
  ///     line that names one.
  ///   - anker: Ends of the book that were noted elsewhere, such as in the store.
  ///   - hoechstzahl: How many findings are kept.
  /// - Throws: ``Protokollfehler/pruefsummen(_:)`` if the system lacks SHA-256.
  public init(
    datei: String? = nil, speicher: String? = nil, anker: [Anker] = [], hoechstzahl: Int = 100
  ) throws(Protokollfehler) {
    self.datei = datei
    self.speicher = speicher
    self.anker = anker.filter { $0.kopf != .anfang }
    self.hoechstzahl = hoechstzahl
    bildner = try .sha256()
  }

  /// Takes the next bytes of the file, in pieces of any size.
  ///
  /// - Returns: The deletions of the lines that these bytes complete. A line that was changed is
  ///   left out, since it could name the wrong objects, and so is a line of another store; lines after
  ///   it are not.
  public mutating func nimm(_ bytes: [UInt8]) -> [Loeschsatz] {
    var ergebnis: [Loeschsatz] = []
    for z in teiler.nimm(bytes) {
      zeile += 1
      vollstaendig += z.laenge + 1
      guard let satz = satz(z) ?? geborgen(z) else {
        melde(Loeschbuchregelwerk.zeile, "Die Zeile ist nicht lesbar oder wurde verändert.")
        vorher = nil
        erwartet &+= 1
        continue
      }
      ordneEin(satz)
      if gehoertHierher(satz) { ergebnis.append(satz) }
    }
    return ergebnis
  }

  /// The report, after the last bytes, with the deletion of a last line that lacks nothing but
  /// its line feed.
  public consuming func abschluss() -> (letzter: Loeschsatz?, bericht: Loeschbuchbericht) {
    var letzter: Loeschsatz?
    if teiler.rest.laenge > 0 {
      zeile += 1
      if let satz = satz(teiler.rest), satz.folge == erwartet, satz.vorgaenger == vorher {
        ordneEin(satz)
        if gehoertHierher(satz) { letzter = satz }
        bericht.reparatur = .zeilenendeErgaenzen
        melde(Loeschbuchregelwerk.abgerissen, "Der letzten Zeile fehlt nur das Zeilenende.")
      } else {
        bericht.reparatur = .kuerzen(auf: vollstaendig)
        melde(
          Loeschbuchregelwerk.abgerissen,
          "Die letzte Zeile ist nach \(teiler.rest.laenge.deutsch) Bytes abgerissen.")
      }
    }
    for a in anker {
      melde(
        Loeschbuchregelwerk.anker,
        a.kopf.folge >= erwartet
          ? "Das Löschbuch endet mit Zeile \(erwartet - 1), der Anker nennt Zeile \(a.kopf.folge)."
          : "Zeile \(a.kopf.folge) hat nicht den Hash, den der Anker nennt.")
    }
    return (letzter, bericht)
  }

  private mutating func satz(_ z: Zeilenteiler.Zeile) -> Loeschsatz? {
    guard case .zeile(let bytes) = z else { return nil }
    return Loeschsatz(bytes) { bildner.summe($0) }
  }

  /// A whole line that was appended to a cut-off one without repairing it first.
  private mutating func geborgen(_ z: Zeilenteiler.Zeile) -> Loeschsatz? {
    guard case .zeile(let bytes) = z else { return nil }
    // A line of form 1 has seven tabs, one of form 2 eight; the first follows a single digit.
    let tabs = bytes.indices.reversed().lazy.filter { bytes[$0] == 9 }
    for tab in tabs.dropFirst(6).prefix(2) where tab > 1 {
      guard let satz = satz(.zeile(Array(bytes[(tab - 1)...]))) else { continue }
      melde(
        Loeschbuchregelwerk.abgerissen,
        "Vor Nummer \(satz.folge) stehen \((tab - 1).mal("Byte", "Bytes")) einer abgerissenen Zeile."
      )
      return satz
    }
    return nil
  }

  /// Whether the line may be of this store; one that is not, or does not say, is told.
  private mutating func gehoertHierher(_ satz: Loeschsatz) -> Bool {
    guard let genannt = satz.speicher else {
      bericht.ohneSpeicher += 1
      if bericht.ohneSpeicher == 1 {
        melde(
          Loeschbuchregelwerk.ohneSpeicher,
          "Nummer \(satz.folge) nennt nicht, zu welchem Aktenspeicher sie gehört.")
      }
      return true
    }
    guard let speicher else {
      speicher = genannt
      return true
    }
    // Bytes, since `==` takes two spellings of the same letter for one.
    if genannt.utf8.elementsEqual(speicher.utf8) { return true }
    bericht.fremderSpeicher = bericht.fremderSpeicher ?? genannt
    melde(
      Loeschbuchregelwerk.fremd,
      "Nummer \(satz.folge) gehört zum Aktenspeicher »\(genannt.sichtbar)«, nicht zu »\(speicher.sichtbar)«."
    )
    return false
  }

  private mutating func ordneEin(_ satz: Loeschsatz) {
    bericht.saetze += 1
    if satz.folge != erwartet {
      melde(
        Loeschbuchregelwerk.folge,
        "Hier muss die Nummer \(erwartet) stehen, nicht \(satz.folge).")
    } else if let vorher, satz.vorgaenger != vorher {
      melde(
        Loeschbuchregelwerk.vorgaenger,
        "Nummer \(satz.folge) nennt einen anderen Hash als den der Zeile davor.")
    }
    erwartet = max(erwartet, satz.folge &+ 1)
    vorher = satz.hash
    let kopf = Kettenkopf(folge: satz.folge, hash: satz.hash)
    bericht.kopf = kopf
    anker.removeAll { $0.kopf == kopf }
  }

  private mutating func melde(_ regel: Regel, _ satz: String) {
    if regel.schwere == .fehler { bericht.hatFehler = true }
    guard bericht.befunde.count < hoechstzahl else {
      bericht.weitereBefunde += 1
      return
    }
    bericht.befunde.append(Befund(regel, satz, ort: Ort(datei: datei, zeile: zeile)))
  }
}
