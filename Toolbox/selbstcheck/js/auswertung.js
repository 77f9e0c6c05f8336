// SPDX-License-Identifier: Apache-2.0
// From an answer file to everything the result shows. Pure: the same file gives the same result.
const Auswertung = (function () {
  /** One stored answer as scoring sees it: a whole number, "nz" or "wn". */
  function punktwert(katalog, f, a) {
    if (!a || Antwortdatei.veraltet(f, a)) return "wn";
    if (a.nz) return (a.grund || "").trim() ? "nz" : "wn";
    if (typeof a.zahl === "string") return Punkte.norm(katalog.skalen, "zahl", a.zahl, f.min, f.max, f.richtung);
    if (typeof a.wert === "number") return Punkte.norm(katalog.skalen, f.skala, a.wert);
    return "wn";
  }

  const lage = (akte) => ({ gk: akte.groessenklasse, stammdaten: akte.stammdaten, standort: akte.standort, umfang: akte.umfang });

  /** Votes, merged values and who disagrees, for every question. */
  function werte(katalog, akte, fragen) {
    const personen = akte.stimmen || [{ person: akte.person, antworten: akte.antworten }];
    const antworten = Object.create(null);
    const stimmen = new Map();
    const strittig = new Set();
    const belegt = new Set();
    for (const f of fragen) {
      const fest = Antwortdatei.veraltet(f, akte.festlegungen[f.id]) ? null : akte.festlegungen[f.id];
      const einzeln = personen.map((p) => ({ person: p.person, antwort: p.antworten[f.id], wert: punktwert(katalog, f, p.antworten[f.id]) }));
      const s = Stimmen.zusammen(katalog.schwellen, einzeln.map((e) => e.wert), f.ko, fest ? punktwert(katalog, f, fest) : null);
      stimmen.set(f.id, Object.assign({ einzeln, festlegung: fest || null }, s));
      antworten[f.id] = s.wert;
      if (s.strittig) strittig.add(f.id);
      if (einzeln.some((e) => e.antwort && (e.antwort.beleg || "").trim())) belegt.add(f.id);
    }
    return { antworten, stimmen, strittig, belegt, personen };
  }

  /** Dimension cells or groups by a tag, over the given questions. */
  function gruppen(katalog, fragen, antworten, schluessel) {
    const aus = new Map();
    for (const f of fragen) {
      const s = schluessel(f);
      if (s) aus.set(s, (aus.get(s) || []).concat(Katalog.punktfrage(f)));
    }
    return new Map([...aus].map(([s, l]) => {
      const k = Punkte.kennzahlen(Punkte.summe(l, antworten));
      return [s, Object.assign(k, { anzahl: l.length, schwach: Punkte.zelle(katalog.schwellen, l, antworten).schwach })];
    }));
  }

  function aussagekraft(katalog, akte, fragen, w) {
    const bis = fragen.filter((f) => f.phase <= akte.standort);
    const s = Punkte.summe(bis.map(Katalog.punktfrage), w.antworten);
    const belegtesGewicht = bis.filter((f) => typeof w.antworten[f.id] === "number" && w.belegt.has(f.id)).reduce((a, f) => a + f.gewicht, 0);
    const koBelegt = bis.filter((f) => f.ko && w.antworten[f.id] !== "nz").every((f) => w.belegt.has(f.id));
    const rollen = new Set(w.personen.map((p) => p.person.rolle).filter(Boolean));
    const genug = akte.groessenklasse === "klein" ? w.personen.length >= 1 : w.personen.length >= 3 && rollen.size >= 2;
    const voll = (zehntausendstel) => s.anw > 0 && 10000 * s.beantwortet >= zehntausendstel * s.anw;
    return {
      stufe: voll(9000) && koBelegt && genug ? "hoch" : voll(7000) ? "mittel" : "gering",
      vollstaendigkeit: Punkte.kennzahlen(s).vollstaendigkeit, gesamt: Punkte.kennzahlen(s),
      belegquote: s.beantwortet === 0 ? null : Punkte.rund(1000 * belegtesGewicht, s.beantwortet), koBelegt, genug,
    };
  }

  /** Questions the group should talk about: must-haves first, then the widest range. */
  function gespraech(fragen, w) {
    const folge = (x, y) => x < y ? -1 : x > y ? 1 : 0;
    return fragen.filter((f) => ["unterschiedlich", "dissens"].includes(w.stimmen.get(f.id).stufe) && w.stimmen.get(f.id).herkunft !== "festgelegt")
      .sort((a, b) => Number(Boolean(b.ko)) - Number(Boolean(a.ko)) || w.stimmen.get(b.id).spannweite - w.stimmen.get(a.id).spannweite
        || b.gewicht - a.gewicht || folge(a.id, b.id));
  }

  function einigkeit(fragen, w) {
    let ja = 0, alle = 0;
    for (const f of fragen) {
      const s = w.stimmen.get(f.id);
      if (s.anzahl + s.nz < 2) continue;
      alle += f.gewicht;
      if (s.stufe === "einig" || s.stufe === "nah") ja += f.gewicht;
    }
    return alle === 0 ? null : Punkte.rund(1000 * ja, alle);
  }

  /** Leadership against staff over the questions that all of them answered with a value. */
  function rollen(katalog, fragen, w) {
    const von = (r) => w.personen.map((p, i) => [p, i]).filter(([p]) => p.person.rolle === r).map(([, i]) => i);
    const [l, s] = [von("leitung"), von("sachbearbeitung")];
    const gemeinsam = fragen.filter((f) => l.concat(s).every((i) => typeof w.stimmen.get(f.id).einzeln[i].wert === "number"));
    const reihe = (i) => gemeinsam.map((f) => w.stimmen.get(f.id).einzeln[i].wert);
    return Stimmen.rollenvergleich(katalog.schwellen, gemeinsam.map((f) => f.gewicht), l.map(reihe), s.map(reihe));
  }

  /** The whole result, or null while size class or position are not chosen. */
  function rechnen(katalog, akte) {
    if (akte.groessenklasse === null || akte.standort === null) return null;
    const fragen = Katalog.fragen(katalog, lage(akte));
    const w = werte(katalog, akte, fragen);
    const phasen = new Map();
    for (const p of katalog.phasen) {
      const f = fragen.filter((x) => x.phase === p.nr).map(Katalog.punktfrage);
      phasen.set(p.nr, Object.assign({ anzahl: f.length, vorschau: p.nr > akte.standort }, Punkte.phase(katalog.schwellen, f, w.antworten, w.strittig)));
    }
    const status = {};
    for (const [nr, p] of phasen) if (nr <= akte.standort) status[nr] = p.status;
    const stand = Punkte.stand(status, akte.standort);
    const arbeit = fragen.filter((f) => f.phase === stand.arbeitsphase);
    return {
      fragen, werte: w, phasen, stand,
      dimensionen: gruppen(katalog, arbeit, w.antworten, (f) => f.dim),
      kwd: gruppen(katalog, fragen.filter((f) => f.phase <= akte.standort), w.antworten, (f) => f.kwd || null),
      aussagekraft: aussagekraft(katalog, akte, fragen, w),
      hinweise: Katalog.hinweise(katalog, akte.standort, w.antworten),
      veraltet: fragen.filter((f) => w.stimmen.get(f.id).einzeln.some((x) => Antwortdatei.veraltet(f, x.antwort))),
      massnahmen: Massnahmen.liste(fragen.map(Katalog.punktfrage), w.antworten, akte.standort, w.strittig),
      muss: fragen.filter((f) => f.ko && f.phase <= akte.standort).map((f) => ({ frage: f, status: phasen.get(f.phase).ko[f.id] })),
      gespraech: gespraech(fragen, w), festgelegt: fragen.filter((f) => w.stimmen.get(f.id).herkunft === "festgelegt"), einigkeit: einigkeit(fragen, w), rollen: rollen(katalog, fragen, w),
    };
  }

  /** The day of the last change; that of a merged file without one is the last of its people. */
  const stand = (akte) => akte.geaendert || (akte.stimmen || []).map((b) => b.geaendert || "").sort().pop() || "";

  /** Why a comparison may not say what it seems to: other municipality, other size, days reversed. */
  function warnungen(katalog, alt, neu) {
    const aus = [];
    const name = (a) => (a.kommune || "").trim();
    const klasse = (a) => (katalog.groessenklassen.find((g) => g.id === a.groessenklasse) || { text: "unbekannt" }).text;
    if (name(alt) && name(neu) && name(alt) !== name(neu)) aus.push("Die Dateien nennen verschiedene Verwaltungen: früher „" + name(alt) + "“, heute „" + name(neu) + "“. Vergleichen Sie nur Ergebnisse derselben Verwaltung.");
    if (alt.groessenklasse !== neu.groessenklasse) aus.push("Die Größenklasse ist verschieden (früher „" + klasse(alt) + "“, heute „" + klasse(neu) + "“): Es wurden nicht dieselben Fragen gestellt.");
    if (stand(alt) && stand(neu) && stand(alt) > stand(neu)) aus.push("Die frühere Datei (" + Kalendertag.zeigen(stand(alt)) + ") ist jünger als die heutige (" + Kalendertag.zeigen(stand(neu)) + "). Prüfen Sie, ob sie vertauscht sind.");
    return aus;
  }

  /** Comparison with an older file over the questions common to both. */
  function vergleichen(katalog, alt, neu) {
    const fragen = Katalog.fragen(katalog, lage(neu));
    const wn = werte(katalog, neu, fragen).antworten;
    const alleAlt = werte(katalog, alt, katalog.fragen).antworten;
    const gespeichert = new Set((alt.stimmen || [alt]).flatMap((b) => Object.keys(b.antworten)).concat(Object.keys(alt.festlegungen)));
    const wa = Object.create(null);
    for (const f of katalog.fragen) {
      if (gespeichert.has(f.id)) wa[f.id] = alleAlt[f.id];
    }
    for (const id of gespeichert) if (!(id in wa)) wa[id] = "wn";
    const teil = (l) => {
      const gewichte = Object.create(null);
      for (const f of l) gewichte[f.id] = f.gewicht;
      const drin = (o) => Object.fromEntries(Object.entries(o).filter(([id]) => id in gewichte));
      return Vergleich.zeit(katalog.schwellen, gewichte, l === fragen ? wa : drin(wa), l === fragen ? wn : drin(wn));
    };
    const gesamt = teil(fragen);
    const geaendert = new Set(katalog.fragen.filter((f) => (alt.stimmen || [alt]).some((b) => Antwortdatei.veraltet(f, b.antworten[f.id]))).map((f) => f.id));
    const neuBeantwortet = fragen.map((f) => f.id).filter((id) => typeof wn[id] === "number" && typeof wa[id] !== "number" && !geaendert.has(id));
    return { gesamt, fragen, alt: wa, neu: wn, neuBeantwortet, geaendert, warnungen: warnungen(katalog, alt, neu),
      dimensionen: new Map(katalog.dimensionen.map((d) => [d.id, teil(fragen.filter((f) => f.dim === d.id))])) };
  }

  return Object.freeze({ punktwert, lage, werte, rechnen, vergleichen });
}());
