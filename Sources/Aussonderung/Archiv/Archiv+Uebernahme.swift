// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Xdomea

extension Archiv {
  /// Takes over what came by 0503: proves it complete against the appraisal and every file by its
  /// hash, and hands it to `ziel`.
  ///
  /// Objects with a damaged or missing file, and objects that nobody wanted, are not taken over; the
  /// 0506 says why. What was taken over before stays so.
  ///
  /// - Parameters:
  ///   - prozess: The process.
  ///   - ziel: Where it goes.
  /// - Returns: What came of it.
  /// - Throws: ``AussonderungFehler/falscherStand(_:grund:abhilfe:)`` before a transfer came, and while
  ///   parts of it are missing.
  @discardableResult
  public func uebernimm(
    _ prozess: ProzessID, nach ziel: some Uebernahmeziel
  ) throws -> Uebernahmebericht {
    let v = try verfahren(prozess)
    let abgaben = try abgaben(v)
    for sendung in v.sendungen { try verlange(sendung, v) }
    var liste = try ordner.objektliste(v.prozess)
    var bericht = Uebernahmebericht(
      v.art == .zweistufig
        ? Vollzaehligkeit() : try vollzaehligkeit(abgaben, v, gegen: liste))
    let unerwuenscht = Set(bericht.vollzaehligkeit.ueberzaehlig.map(\.id))
    for abgabe in abgaben where antwort(abgabe, v) == nil {
      let pfad = ordner.datei(abgabe, in: v)
      let paket = try Nachrichtenpaket(pfad: pfad)
      var probe = Dateiprobe()
      var gekommen = Objektliste()
      let leser = try paket.leser()
      while let teil = try leser.naechster() {
        guard case .schriftgutobjekt(let objekt) = teil else { continue }
        gekommen.nimm(objekt, teil: abgabe.teil)
        probe.nimm(objekt)
      }
      let maengel = try probe.pruefe(paket)
      bericht.nachrichten += 1
      var gute: [Objekteintrag] = []
      var teile: Set<Int> = []
      for var e in gekommen.eintraege where !e.istKontext {
        e.bytes = probe.bytesJeObjekt[e.id] ?? 0
        if unerwuenscht.contains(e.id) {
          e.uebernahme = .gescheitert(
            grund: "Das Objekt wurde nicht als archivwürdig bewertet (R50).")
        } else if let mangel = maengel[e.id] {
          e.uebernahme = .gescheitert(grund: mangel)
        } else {
          gute.append(e)
          continue
        }
        bericht.gescheitert.append(e)
        teile.insert(liste.uebernimm(e))
      }
      let ergebnis = try ziel.uebernimm(paket, abgabe.id, gute)
      var uebernommen: Set<ObjektID> = []
      for var e in gute {
        if let grund = ergebnis.gescheitert[e.id] {
          e.uebernahme = .gescheitert(grund: grund)
          bericht.gescheitert.append(e)
        } else {
          e.uebernahme = .uebernommen
          uebernommen.insert(e.id)
          e.archivkennung = ergebnis.archivkennungen[e.id]
        }
        teile.insert(liste.uebernimm(e))
      }
      bericht.zaehle(probe, uebernommen: uebernommen)
      try ordner.schreibe(liste, v.prozess, teile: teile)
    }
    bericht.objekte = liste
    return bericht
  }

  /// Confirms what was taken over (0506), one message for each part of the transfer; what was
  /// confirmed before is not confirmed again.
  ///
  /// - Parameters:
  ///   - prozess: The process.
  ///   - wer: Who confirms.
  /// - Returns: The process.
  /// - Throws: ``AussonderungFehler/falscherStand(_:grund:abhilfe:)`` before a transfer came, and
  ///   before the take-over.
  @discardableResult
  public func bestaetige(_ prozess: ProzessID, _ wer: Handelnde) throws -> Verfahren {
    var v = try verfahren(prozess)
    let abgaben = try abgaben(v)
    let liste = try ordner.objektliste(v.prozess)
    for abgabe in abgaben
    where antwort(abgabe, v)?.stand != .versandt {
      let leser = try verkehr.leser(abgabe, v)
      let mitKennung = leser.kopf.rueckmeldungArchivkennung ?? false
      let meldungen = try rueckmeldungen(abgabe, leser, liste, v, mitKennung: mitKennung)
      let fehler = meldungen.filter { !$0.ergebnis.erfolgreich }
      // 2.x has no result for each object: what went wrong must stand in the one for all.
      let erster = fehler.lazy.compactMap { liste[$0.id]?.uebernahme?.grund }.first
      try verkehr.antworte(.aussonderungImportBestaetigen, auf: abgabe, &v, wer) { kopf in
        kopf.ergebnis =
          fehler.isEmpty
          ? .erfolg
          : .misserfolg(
            "\(fehler.count) von \(meldungen.count) Objekten sind gescheitert."
              + (erster.map { " Zuerst: \($0)" } ?? ""))
      } teile: { paket in
        for m in meldungen { try paket.schreibe(.rueckmeldung(m)) }
      }
    }
    try berichteUebernahme(v, wer)
    return v
  }

  /// The transfers that came.
  private func abgaben(_ v: Verfahren) throws(AussonderungFehler) -> [Nachrichtenvermerk] {
    let abgaben = v.nachrichten(.aussonderung, eigene: false)
    guard !abgaben.isEmpty else {
      throw .falscherStand(
        v.prozess, grund: "Es liegt keine Aussonderung (0503) vor.",
        abhilfe: "Warten Sie, bis die Behörde abgibt.")
    }
    return abgaben
  }

  private func rueckmeldungen(
    _ abgabe: Nachrichtenvermerk, _ leser: Nachrichtenleser, _ liste: Objektliste, _ v: Verfahren,
    mitKennung: Bool
  ) throws -> [Importrueckmeldung] {
    var gekommen = Objektliste()
    while let teil = try leser.naechster() {
      if case .schriftgutobjekt(let objekt) = teil { gekommen.nimm(objekt, teil: abgabe.teil) }
    }
    var meldungen: [Importrueckmeldung] = []
    for e in gekommen.eintraege where !e.istKontext {
      switch liste[e.id]?.uebernahme {
      case .uebernommen?:
        meldungen.append(
          Importrueckmeldung(
            e.id, .erfolg, archivkennung: mitKennung ? liste[e.id]?.archivkennung : nil))
      case .gescheitert(let grund)?: meldungen.append(Importrueckmeldung(e.id, .misserfolg(grund)))
      case nil:
        throw AussonderungFehler.falscherStand(
          v.prozess, grund: "Die Aussonderung ist noch nicht übernommen.",
          abhilfe: "Übernehmen Sie sie zuerst.")
      }
    }
    // 2.x has one result for the whole message: one failure keeps all of it from being deleted.
    if abgabe.fassung < .v300, meldungen.contains(where: { !$0.ergebnis.erfolgreich }) {
      meldungen = meldungen.map {
        $0.ergebnis.erfolgreich
          ? Importrueckmeldung(
            $0.id, .misserfolg("Ein anderes Objekt derselben Nachricht ist gescheitert.")) : $0
      }
    }
    return meldungen
  }

  private func antwort(_ abgabe: Nachrichtenvermerk, _ v: Verfahren) -> Nachrichtenvermerk? {
    v.nachrichten(.aussonderungImportBestaetigen, eigene: true).first {
      $0.antwortAuf == abgabe.id
    }
  }

  /// What came beside what was decided; one part in memory at a time.
  private func vollzaehligkeit(
    _ abgaben: [Nachrichtenvermerk], _ v: Verfahren, gegen bewertet: Objektliste
  ) throws -> Vollzaehligkeit {
    var pruefung = Vollzaehligkeit()
    var gekommen: Set<ObjektID> = []
    for abgabe in abgaben {
      var teilliste = Objektliste()
      let leser = try verkehr.leser(abgabe, v)
      while let teil = try leser.naechster() {
        if case .schriftgutobjekt(let objekt) = teil { teilliste.nimm(objekt, teil: abgabe.teil) }
      }
      for e in teilliste.eintraege where !e.istKontext {
        let erstmals = gekommen.insert(e.id).inserted
        if bewertet[e.id]?.entscheidung != .archivwuerdig, erstmals {
          pruefung.ueberzaehlig.append(e)
        }
      }
    }
    pruefung.fehlend = bewertet.eintraege.filter {
      $0.entscheidung == .archivwuerdig && !gekommen.contains($0.id)
    }
    return pruefung
  }
}

extension Uebernahmestand {
  /// Why not; nil for what was taken over.
  fileprivate var grund: String? {
    if case .gescheitert(let grund) = self { grund } else { nil }
  }
}

extension Objektliste {
  /// Notes what became of an object of a transfer; what the offer said about it stays.
  ///
  /// - Returns: The part in which the object stands.
  fileprivate mutating func uebernimm(_ e: Objekteintrag) -> Int {
    guard var alt = self[e.id] else {
      setze(e)
      return e.teil
    }
    guard alt.uebernahme != .uebernommen else { return alt.teil }
    alt.uebernahme = e.uebernahme
    alt.archivkennung = e.archivkennung
    alt.dateien = e.dateien
    alt.bytes = e.bytes
    setze(alt)
    return alt.teil
  }
}
