// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Pruefsummen
internal import Pruefung

/// Checks a Protokoll entry by entry, in constant memory.
///
/// After a broken entry it goes on, so that the report says what follows. Each entry is judged
/// by itself and against the entry before it: one changed byte is one finding, at its entry.
public struct Kettenpruefung: ~Copyable {
  private let datei: String?
  private let formen: [Protokollform]
  private let hoechstzahl: Int
  private var anker: [Anker]
  private var bericht: Kettenbericht
  private var bildner: Pruefsummenbildner
  private var ereignisse: Ereignisfenster
  /// The number that the next entry must have.
  private var erwartet: Int64
  /// Hashes that the next entry may name: as the entry before states it, and as it really is.
  private var vorher: (Pruefsumme, Pruefsumme?)
  private var letzteZeit: Int64?

  /// Begins a check.
  ///
  /// - Parameters:
  ///   - datei: The file's name for the findings.
  ///   - beginn: The chain's end before the first entry to come, if only a part is checked.
  ///   - anker: Ends of the chain that were noted elsewhere; each must occur.
  ///   - ereignisfenster: Within how many entries the same event id is found, 16 bytes and some
  ///     overhead each; nil compares all and needs memory in proportion.
  ///   - hoechstzahl: How many findings are kept.
  ///   - formen: The forms that are known.
  /// - Throws: ``Protokollfehler/pruefsummen(_:)`` if the system lacks SHA-256.
  public init(
    datei: String? = nil, nach beginn: Kettenkopf = .anfang, anker: [Anker] = [],
    ereignisfenster: Int? = 65_536, hoechstzahl: Int = 100,
    formen: [Protokollform] = Protokollform.alle
  ) throws(Protokollfehler) {
    self.datei = datei
    self.formen = formen
    self.hoechstzahl = hoechstzahl
    self.anker = anker.filter { $0.kopf != beginn }
    bericht = Kettenbericht(nach: beginn, ereignisfenster: ereignisfenster)
    ereignisse = Ereignisfenster(ereignisfenster)
    bildner = try .sha256()
    erwartet = beginn.folge + 1
    vorher = (beginn.hash, nil)
  }

  /// Takes the next entry.
  ///
  /// - Parameters:
  ///   - kanonisch: The entry's canonical bytes.
  ///   - hash: The hash that is stated for it.
  ///   - nutzlast: The payload's stored bytes; nil if they are not there.
  ///   - zeile: The line of the file, for the findings.
  /// - Returns: The entry; nil if it is not the one that was written.
  @discardableResult
  public mutating func nimm(
    kanonisch: [UInt8], hash: Pruefsumme, nutzlast: [UInt8]? = nil, zeile: Int? = nil
  ) -> Protokolleintrag? {
    bericht.eintraege += 1
    if bericht.bruch != nil { bericht.bruch?.danach += 1 }
    let stelle = erwartet
    erwartet &+= 1
    let gerechnet = bildner.summe(kanonisch)
    guard let form = formen.first(where: { $0.nummer == kanonisch.first }) else {
      let grund = kanonisch.first.map { "seine Form \($0) ist unbekannt" } ?? "er ist leer"
      melde(Protokollregelwerk.unlesbar, stelle, zeile, "ist nicht lesbar: \(grund).")
      vorher = (hash, gerechnet)
      return nil
    }
    guard gerechnet == hash else {
      melde(
        Protokollregelwerk.hashFalsch, stelle, zeile,
        "hat nicht den angegebenen Hash (angegeben \(kurz(hash)), berechnet \(kurz(gerechnet))).")
      vorher = (hash, gerechnet)
      return nil
    }
    let eintrag: Protokolleintrag
    do throws(Protokollfehler) {
      eintrag = try form.dekodiere(kanonisch, hash)
    } catch {
      let grund =
        if case .unlesbar(let ort, let g) = error { "Byte \(ort), \(g)" } else { "\(error)" }
      melde(Protokollregelwerk.unlesbar, stelle, zeile, "ist nicht lesbar: \(grund).")
      vorher = (hash, nil)
      return nil
    }
    ordneEin(eintrag, stelle, zeile)
    pruefe(eintrag, nutzlast, zeile)
    return eintrag
  }

  /// Takes the next entry as ``Protokolleintrag/satz()`` wrote it; otherwise as
  /// ``nimm(kanonisch:hash:nutzlast:zeile:)``.
  @discardableResult
  public mutating func nimm(
    satz: [UInt8], nutzlast: [UInt8]? = nil, zeile: Int? = nil
  ) -> Protokolleintrag? {
    guard satz.count > 32, let hash = Pruefsumme(.sha256, bytes: Array(satz.suffix(32))) else {
      bericht.eintraege += 1
      if bericht.bruch != nil { bericht.bruch?.danach += 1 }
      melde(Protokollregelwerk.unlesbar, erwartet, zeile, "ist nicht lesbar: er ist zu kurz.")
      erwartet &+= 1
      return nil
    }
    return nimm(
      kanonisch: Array(satz.dropLast(32)), hash: hash, nutzlast: nutzlast, zeile: zeile)
  }

  /// Takes the next entry as a value, by its canonical bytes; otherwise as
  /// ``nimm(kanonisch:hash:nutzlast:zeile:)``.
  @discardableResult
  public mutating func nimm(
    _ eintrag: Protokolleintrag, nutzlast: [UInt8]? = nil, zeile: Int? = nil
  ) -> Protokolleintrag? {
    var bytes: [UInt8] = []
    do throws(Protokollfehler) {
      guard let form = formen.first(where: { $0.nummer == eintrag.form }) else {
        throw .formUnbekannt(eintrag.form)
      }
      try form.kodiere(eintrag, &bytes)
    } catch {
      bericht.eintraege += 1
      if bericht.bruch != nil { bericht.bruch?.danach += 1 }
      melde(Protokollregelwerk.unlesbar, erwartet, zeile, "ist nicht lesbar. \(error)")
      erwartet &+= 1
      vorher = (eintrag.hash, nil)
      return nil
    }
    return nimm(kanonisch: bytes, hash: eintrag.hash, nutzlast: nutzlast, zeile: zeile)
  }

  /// The report; anchors that did not occur are findings now.
  public consuming func abschluss() -> Kettenbericht {
    let ende = erwartet - 1
    for a in anker {
      if a.kopf.folge > ende {
        melde(
          Protokollregelwerk.anker, erwartet, nil,
          "fehlt: Das Protokoll endet mit Eintrag \(ende), der Anker nennt Eintrag "
            + "\(a.kopf.folge). Es fehlen mindestens "
            + (a.kopf.folge - ende).mal("Eintrag", "Einträge") + " am Ende.")
      } else if a.kopf.folge < bericht.beginn.folge {
        melde(
          Protokollregelwerk.anker, a.kopf.folge, nil,
          "liegt vor dem Anfang dieses Auszugs; der Anker dazu ist nicht geprüft.",
          schwere: .hinweis)
      } else {
        melde(
          Protokollregelwerk.anker, a.kopf.folge, nil,
          "ist nicht der Eintrag, den der Anker nennt (Hash \(kurz(a.kopf.hash))).")
      }
    }
    return bericht
  }

  /// Checks number and predecessor of an entry whose hash is right.
  private mutating func ordneEin(_ eintrag: Protokolleintrag, _ stelle: Int64, _ zeile: Int?) {
    if eintrag.folge < stelle {
      melde(
        Protokollregelwerk.reihenfolge, stelle, zeile,
        "trägt die laufende Nummer \(eintrag.folge); er steht an der falschen Stelle oder "
          + "kommt zweimal vor.")
      // The place stays free for the entry that belongs here.
      erwartet = stelle
      return
    }
    if eintrag.folge > stelle {
      let letzte = eintrag.folge - 1
      melde(
        Protokollregelwerk.luecke, stelle, zeile,
        stelle == letzte
          ? "fehlt; es folgt Eintrag \(eintrag.folge)."
          : "fehlt, ebenso alle bis Eintrag \(letzte); es folgt Eintrag \(eintrag.folge).")
    } else if eintrag.vorgaenger != vorher.0, eintrag.vorgaenger != vorher.1 {
      melde(
        Protokollregelwerk.vorgaenger, stelle, zeile,
        "nennt als Vorgänger den Hash \(kurz(eintrag.vorgaenger)), der Eintrag davor hat aber "
          + "\(kurz(vorher.0)).")
    }
    erwartet = eintrag.folge + 1
    vorher = (eintrag.hash, nil)
    bericht.kopf = Kettenkopf(folge: eintrag.folge, hash: eintrag.hash)
    anker.removeAll { $0.kopf == bericht.kopf }
    if let zeit = eintrag.zeitpunkt.unixMillisekunden {
      if let letzteZeit, zeit < letzteZeit {
        melde(
          Protokollregelwerk.zeit, eintrag.folge, zeile,
          "liegt mit \(eintrag.zeitpunkt.text) vor dem Eintrag davor.")
      }
      letzteZeit = zeit
    }
  }

  /// Checks payload and event id of an entry whose hash is right.
  private mutating func pruefe(
    _ eintrag: Protokolleintrag, _ nutzlast: [UInt8]?, _ zeile: Int?
  ) {
    if let nutzlast {
      bericht.nutzlastenGeprueft += 1
      if bildner.summe(nutzlast) != eintrag.nutzlast {
        melde(
          Protokollregelwerk.nutzlast, eintrag.folge, zeile,
          "hat eine Nutzlast, deren Hash nicht der protokollierte ist.")
      }
    } else {
      bericht.nutzlastenFehlen += 1
    }
    if !ereignisse.merke(eintrag.ereignis) {
      melde(
        Protokollregelwerk.doppelt, eintrag.folge, zeile,
        "wiederholt das Ereignis \(eintrag.ereignis.text), das schon einen Eintrag hat.")
    }
  }

  /// Adds a finding of a reader that is built on this check.
  mutating func melde(
    _ regel: Regel, _ folge: Int64?, _ zeile: Int?, _ satz: String, schwere: Schwere? = nil
  ) {
    if (schwere ?? regel.schwere) == .fehler {
      bericht.hatFehler = true
      if bericht.bruch == nil, let folge {
        bericht.bruch = Kettenbericht.Bruch(folge: folge, regel: regel.id, danach: 0)
      }
    }
    guard bericht.befunde.count < hoechstzahl else {
      bericht.weitereBefunde += 1
      return
    }
    bericht.befunde.append(
      Befund(
        regel, schwere: schwere, folge.map { "Eintrag \($0) \(satz)" } ?? satz,
        ort: Ort(datei: datei, zeile: zeile))
    )
  }

  /// Number and hash of the last whole entry so far.
  var kopf: Kettenkopf { bericht.kopf }

  /// Adds an anchor that must occur.
  mutating func erwarte(_ neuer: Anker) {
    if neuer.kopf != bericht.kopf { anker.append(neuer) }
  }

  private func kurz(_ summe: Pruefsumme) -> String { summe.hex.prefix(16) + "…" }
}

/// The ids of the latest events.
private struct Ereignisfenster {
  private let groesse: Int?
  private var menge: Set<EreignisID> = []
  private var ring: [EreignisID] = []
  private var naechster = 0

  init(_ groesse: Int?) { self.groesse = groesse.map { max(0, $0) } }

  /// Notes an id; false if it is there already.
  mutating func merke(_ id: EreignisID) -> Bool {
    if let groesse {
      guard groesse > 0 else { return true }
      guard menge.insert(id).inserted else { return false }
      if ring.count < groesse {
        ring.append(id)
      } else {
        menge.remove(ring[naechster])
        ring[naechster] = id
        naechster = (naechster + 1) % groesse
      }
      return true
    }
    return menge.insert(id).inserted
  }
}
