// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefsummen
internal import Pruefung

/// Reads and checks a Löschbuch as a stream, in constant memory.
public struct Loeschbuchleser: ~Copyable {
  private let datei: String?
  private let hoechstzahl: Int
  private var anker: [Anker]
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
  ///   - anker: Ends of the book that were noted elsewhere, such as in the store.
  ///   - hoechstzahl: How many findings are kept.
  /// - Throws: ``Protokollfehler/pruefsummen(_:)`` if the system lacks SHA-256.
  public init(
    datei: String? = nil, anker: [Anker] = [], hoechstzahl: Int = 100
  ) throws(Protokollfehler) {
    self.datei = datei
    self.anker = anker.filter { $0.kopf != .anfang }
    self.hoechstzahl = hoechstzahl
    bildner = try .sha256()
  }

  /// Takes the next bytes of the file, in pieces of any size.
  ///
  /// - Returns: The deletions of the lines that these bytes complete. A line that was changed is
  ///   left out, since it could name the wrong objects; lines after it are not.
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
      ergebnis.append(satz)
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
        letzter = satz
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
    var felder = 0
    guard
      let tab = bytes.lastIndex(where: { zeichen in
        if zeichen == 9 { felder += 1 }
        return felder == 7
      }), tab > 1, let satz = satz(.zeile(Array(bytes[(tab - 1)...])))
    else { return nil }
    melde(
      Loeschbuchregelwerk.abgerissen,
      "Vor Nummer \(satz.folge) stehen \((tab - 1).mal("Byte", "Bytes")) einer abgerissenen Zeile.")
    return satz
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
