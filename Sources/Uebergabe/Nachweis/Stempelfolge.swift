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
