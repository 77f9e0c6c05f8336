// SPDX-License-Identifier: Apache-2.0
internal import Akte

extension Reifegradbericht {
  /// The result for programs, as one object in one line.
  ///
  /// Keys have a fixed order, shares are in tenths of a percent, unknown values null. `version` rises
  /// when the meaning of a key changes.
  public var json: String {
    let a = auswertung
    return Baum.objekt([
      "format": .text("diva-auswertung"), "version": .ganz(1),
      "katalog": .objekt(["id": .text(katalog.id), "version": .text(katalog.version)]),
      "name": .text(oder: name), "erstellt": .text(oder: erstellt?.text),
      "groessenklasse": .text(a.groessenklasse.rawValue), "standort": .ganz(a.standort),
      "abgesichert": .ganz(oder: a.stand.abgesichert),
      "nachholbedarf": .liste(a.stand.nachholbedarf.map(Baum.ganz)),
      "arbeitsphase": .ganz(a.stand.arbeitsphase), "gesamt": kennzahlen(a.gesamt),
      "aussagekraft": .text(a.aussagekraft.rawValue), "belegquote": .ganz(oder: a.belegquote),
      "beteiligte": .ganz(a.datei.einzelne.count),
      "einigkeitsquote": .ganz(oder: a.einigkeitsquote),
      "hinweise": .liste(a.hinweise.map(Baum.text)),
      "warnungen": .liste(warnungen.map(Baum.text)), "phasen": .liste(a.phasen.map(phase)),
      "kwd": .objekt(
        a.kwd.sorted { $0.key < $1.key }.map {
          Baum.Eintrag($0.key, Baum.Ast(kennzahlen($0.value)))
        }),
      "fragen": .liste(a.fragen.map(frage)),
      "gespraech": .liste(a.gespraechsliste.map { .text($0.id) }),
      "massnahmen": .liste(plan.map(planzeile)), "zeitvergleich": zeitvergleich?.baum,
      "gruppenvergleich": gruppe.isEmpty ? nil : .liste(gruppe.map(gruppenzeile)),
      "gruppenhinweise": gruppenhinweise.isEmpty ? nil : .liste(gruppenhinweise.map(Baum.text)),
    ]).jsonZeile
  }

  private func kennzahlen(_ k: Kennzahlen) -> Baum {
    .objekt([
      "ist": .ganz(oder: k.ist), "min": .ganz(oder: k.min), "max": .ganz(oder: k.max),
      "vollstaendigkeit": .ganz(oder: k.vollstaendigkeit), "w_nz": .ganz(k.nichtZutreffend),
      "fragen": .ganz(k.fragen),
    ])
  }

  private func phase(_ p: Phasenergebnis) -> Baum {
    .objekt([
      "phase": .ganz(p.phase), "vorschau": .wahrheit(p.phase > auswertung.standort),
      "status": .text(p.status.rawValue), "werte": kennzahlen(p.kennzahlen),
      "stufe": .ganz(oder: stufe(p.kennzahlen)?.stufe),
      "ko": .objekt(
        p.muss.sorted { $0.key < $1.key }.map {
          Baum.Eintrag($0.key, Baum.Ast(.text($0.value.rawValue)))
        }),
      "zellen": .objekt(
        p.zellen.sorted { $0.key < $1.key }.map { dim, z in
          Baum.Eintrag(
            dim,
            Baum.Ast(.objekt(["werte": kennzahlen(z.kennzahlen), "schwach": .wahrheit(z.schwach)])))
        }),
    ])
  }

  private func frage(_ f: Frage) -> Baum {
    let s = auswertung.stimmen[f.id]
    return .objekt([
      "id": .text(f.id), "wertung": wertung(s?.wertung ?? .offen),
      "einigkeit": .text(oder: s?.einigkeit.rawValue), "spannweite": .ganz(oder: s?.spannweite),
      "strittig": .wahrheit(s?.strittig ?? false), "festgelegt": .wahrheit(s?.festgelegt ?? false),
      "stimmen": .liste((s?.werte ?? []).map(Baum.ganz)), "nz": .ganz(s?.nichtZutreffend ?? 0),
      "wn": .ganz(s?.weissNicht ?? 0),
    ])
  }

  private func wertung(_ w: Wertung) -> Baum {
    switch w {
    case .wert(let n): .ganz(n)
    case .nichtZutreffend: .text("nz")
    case .offen: .text("wn")
    }
  }

  private func planzeile(_ z: Planzeile) -> Baum {
    .objekt([
      "id": .text(z.massnahme.frage), "klasse": .ganz(z.massnahme.klasse),
      "punkte": .ganz(z.massnahme.punkte), "art": .text(z.massnahme.art.rawValue),
      "phase": .ganz(z.massnahme.phase), "werkzeug": .text(oder: z.werkzeug?.id),
      "minuten": .ganz(oder: z.werkzeug?.aufwandMin), "wer": .text(z.frage.wer),
      "schnell": .wahrheit(z.istSchnell),
    ])
  }

  private func gruppenzeile(_ z: Gruppenzeile) -> Baum {
    .objekt([
      "phase": .ganz(z.phase), "eigen": .ganz(z.eigen), "anzahl": .ganz(oder: z.vergleich?.anzahl),
      "q1": .ganz(oder: z.vergleich?.q1), "median": .ganz(oder: z.vergleich?.median),
      "q3": .ganz(oder: z.vergleich?.q3), "prozentrang": .ganz(oder: z.vergleich?.prozentrang),
    ])
  }
}

extension Zeitvergleich {
  /// The comparison as one line of JSON, shares in tenths of a percent.
  public var json: String { baum.jsonZeile }

  var baum: Baum {
    func ids(_ liste: [String]) -> Baum { .liste(liste.map(Baum.text)) }
    return .objekt([
      "alt": .ganz(oder: alt), "neu": .ganz(oder: neu), "delta": .ganz(oder: delta),
      "klasse": .text(klasse.rawValue), "basis": ids(basis), "besser": ids(besser),
      "schlechter": ids(schlechter), "neu_beantwortet": ids(neuBeantwortet),
      "nicht_vergleichbar": ids(nichtVergleichbar), "warnungen": ids(warnungen),
    ])
  }
}
