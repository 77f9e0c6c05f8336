// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

/// Time stamps one after another, each of which covers the one before: signatures, certificates, order.
struct Stempelfolge {
  let anker: Vertrauensanker?
  /// Until when the last certificate must be valid; nil for the time in its stamp.
  let jetzt: Zeitpunkt?
  private var stempel: [(ort: Ort, stempel: Zeitstempel)] = []

  init(_ anker: Vertrauensanker?, _ jetzt: Zeitpunkt?) {
    self.anker = anker
    self.jetzt = jetzt
  }

  mutating func nimm(_ einer: Zeitstempel, _ ort: Ort) { stempel.append((ort, einer)) }

  /// Checks all that were taken.
  func pruefe(_ bericht: inout Pruefbericht) throws(NachweisFehler) {
    try pruefeStaerke(&bericht)
    for (i, (ort, einer)) in stempel.enumerated() {
      let naechster = i + 1 < stempel.count ? stempel[i + 1].stempel : nil
      if let naechster, einer.zeit.istSpaeter(als: naechster.zeit) {
        bericht.melde(
          Befund(
            Nachweisregeln["STEMPEL-ZEITFOLGE"],
            "Der Zeitstempel nennt \(naechster.zeit.text), sein Vorgänger \(einer.zeit.text).",
            ort: stempel[i + 1].ort))
      }
      try pruefe(einer, ort, gedecktAm: naechster?.zeit ?? jetzt, &bericht)
    }
    guard !stempel.isEmpty else { return }
    bericht.angaben.append(("Zeitstempel", urteil(bericht)))
    for (_, einer) in stempel {
      let von = einer.dienst.map { " von »\($0)«" } ?? ""
      let verfahren = einer.verfahren?.rawValue ?? einer.verfahrenskennung
      bericht.angaben.append(
        ("Zeit", "\(einer.zeit.text)\(von), \(verfahren), Richtlinie \(einer.richtlinie)"))
    }
    if anker == nil {
      bericht.melde(
        Befund(
          Nachweisregeln["STEMPEL-UNGEPRUEFT"],
          "Zeitstempel vorhanden, Vertrauenskette nicht geprüft.", ort: stempel[0].ort))
    }
  }

  /// Names the means of the signatures that are no longer fit.
  ///
  /// What is out of date holds if a later, sound time stamp covers it, for that is what a renewal is for
  /// (RFC 4998, section 5): a warning then, else an error. What anyone can forge is an error in any case.
  private func pruefeStaerke(_ bericht: inout Pruefbericht) throws(NachweisFehler) {
    var erneuert: Zeitpunkt?
    var funde: [(Ort, [Schwaeche], Zeitpunkt?)] = []
    for (ort, einer) in stempel.reversed() {
      let schwaechen = try einer.schwaechen()
      funde.append((ort, schwaechen, erneuert))
      if schwaechen.isEmpty, einer.verfahren?.taugtFuerNachweis == true { erneuert = einer.zeit }
    }
    for (ort, schwaechen, erneuert) in funde.reversed() {
      for s in schwaechen {
        let (schwere, text) = s.urteil(erneuert)
        bericht.melde(
          Befund(Nachweisregeln["STEMPEL-SCHWACH"], schwere: schwere, text, ort: ort))
      }
    }
  }

  private func urteil(_ bericht: Pruefbericht) -> String {
    let mangel = bericht.befunde.contains {
      $0.schwere == .fehler && $0.regel.hasPrefix("STEMPEL-")
    }
    if mangel { return "vorhanden, mit Mängeln" }
    return anker == nil
      ? "vorhanden, Vertrauenskette nicht geprüft"
      : "vorhanden, Vertrauenskette bis zu einer genannten Wurzel geprüft (ohne Sperrprüfung)"
  }

  private func pruefe(
    _ einer: Zeitstempel, _ ort: Ort, gedecktAm: Zeitpunkt?, _ bericht: inout Pruefbericht
  ) throws(NachweisFehler) {
    func befund(_ regel: String, _ text: String) {
      bericht.melde(Befund(Nachweisregeln[regel], text, ort: ort))
    }
    let innen = try einer.pruefeSignatur(nil)
    if case .ungueltig(let grund) = innen {
      return befund(
        "STEMPEL-SIGNATUR", "Der Zeitstempel vom \(einer.zeit.text) ist nicht echt: \(grund).")
    }
    guard let anker else {
      if innen == .ohneZertifikat {
        befund(
          "STEMPEL-SIGNATUR",
          "Der Zeitstempel vom \(einer.zeit.text) enthält kein Zertifikat; seine Signatur ist nicht prüfbar."
        )
      }
      return
    }
    if case .ungueltig(let grund) = try einer.pruefeSignatur(anker) {
      return befund("STEMPEL-PFAD", "Zeitstempel vom \(einer.zeit.text): \(grund).")
    }
    // A machine whose clock lags behind must not make a time stamp invalid.
    guard let gedecktAm, gedecktAm.istSpaeter(als: einer.zeit) else { return }
    if case .ungueltig(let grund) = try einer.pruefeSignatur(anker, am: gedecktAm) {
      befund(
        "STEMPEL-ABGELAUFEN",
        "Der Zeitstempel vom \(einer.zeit.text) galt am \(gedecktAm.text) nicht mehr: \(grund).")
    }
  }
}

extension Schwaeche {
  /// How severe it is, and a sentence about it.
  ///
  /// - Parameter erneuert: When a later, sound time stamp covered it; nil if none does.
  /// - Returns: The severity and the sentence.
  func urteil(_ erneuert: Zeitpunkt?) -> (Schwere, String) {
    let kern = "\(was): gilt \(seit) nicht mehr als sicher"
    guard grad == .veraltet else {
      return (.fehler, "\(kern) und belegt nichts; auch eine spätere Erneuerung heilt das nicht.")
    }
    guard let erneuert else {
      return (.fehler, "\(kern), und kein späterer Zeitstempel deckt das mit sicheren Verfahren.")
    }
    return (.warnung, "\(kern); erneuert durch den Zeitstempel vom \(erneuert.text).")
  }
}
