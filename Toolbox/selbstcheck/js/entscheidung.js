// SPDX-License-Identifier: Apache-2.0
// One engine for all decision aids. A decision aid is data: questions, conditions, weights, recommendations.
const Entscheidung = (function () {
  const vergleicher = { ">": (x) => x > 0, ">=": (x) => x >= 0, "<": (x) => x < 0, "<=": (x) => x <= 0, "=": (x) => x === 0 };
  const leer = (w) => w === undefined || w === null || w === "";

  /** A number: an input, a derived value, a literal, or {mal, durch, plus, kleinste} over such. Null while unknown. */
  function zahl(x, werte) {
    if (x !== null && typeof x === "object") {
      const [art, teile] = Object.entries(x)[0];
      const l = teile.map((t) => zahl(t, werte));
      if (l.some((t) => t === null)) return null;
      if (art === "mal") return Bruch.mal(...l);
      if (art === "durch") return Bruch.durch(l[0], l[1]);
      if (art === "plus") return Bruch.summe(l);
      if (art === "kleinste") return l.reduce((a, b) => Bruch.kleiner(a, b));
      throw new RangeError("Unbekannte Rechnung: " + art);
    }
    if (/^-?\d+(\.\d+)?$/.test(x)) return Bruch.von(x);
    const w = werte[x];
    return leer(w) ? null : Bruch.von(w);
  }

  /** Whether a condition holds. What is not answered counts as "no". */
  function gilt(b, werte) {
    if (b.immer) return true;
    if (b.ist) return werte[b.ist[0]] === b.ist[1];
    if (b.alle) return b.alle.every((x) => gilt(x, werte));
    if (b.eine) return b.eine.some((x) => gilt(x, werte));
    if (b.nicht) return !gilt(b.nicht, werte);
    if (b.anzahl) return b.anzahl.filter((id) => werte[id] === b.wert).length >= b.mindestens;
    if (b.vergleich) {
      const [l, r] = [zahl(b.vergleich[0], werte), zahl(b.vergleich[2], werte)];
      return l !== null && r !== null && vergleicher[b.vergleich[1]](Bruch.vergleich(l, r));
    }
    throw new RangeError("Unbekannte Bedingung.");
  }

  /** The questions that are asked, in order; what is not asked does not count for what comes after. */
  function gefragt(d, antworten) {
    const werte = Object.assign(Object.create(null), antworten);
    return d.fragen.filter((f) => {
      const ja = !f.nur_wenn || gilt(f.nur_wenn, werte);
      if (!ja) delete werte[f.id];
      return ja;
    });
  }

  /** Rules: the first that holds decides. Gives {ergebnisse, offen, fehlt, gruende, groessen, hinweise}. */
  function regeln(d, antworten) {
    const werte = Object.assign(Object.create(null), antworten);
    const da = gefragt(d, antworten);
    const fehlt = da.filter((f) => f.pflicht && leer(werte[f.id])).map((f) => f.text);
    const offen = da.filter((f) => !f.pflicht && leer(werte[f.id])).map((f) => f.text);
    for (const f of d.fragen) if (!da.includes(f)) delete werte[f.id];
    const groessen = (d.groessen || []).map((g) => {
      const w = g.wenn && gilt(g.wenn, werte) ? zahl(g.dann, werte) : zahl(g.rechne, werte);
      werte[g.id] = w;
      return Object.assign({}, g, { wert: w });
    });
    const hinweise = (d.hinweise || []).filter((x) => gilt(x.wenn, werte)).map((x) => x.text);
    if (fehlt.length) return { fehlt, offen, ergebnisse: [], groessen, hinweise };
    const ergebnisse = d.saetze.map((s) => {
      const r = s.regeln.find((x) => gilt(x.wenn, werte));
      return { name: s.name, id: r.ergebnis, grund: r.grund };
    });
    return { fehlt, offen, ergebnisse, groessen, hinweise };
  }

  const bruchteil = (punkte, hoechst) => Bruch.durch(punkte, hoechst);

  /**
   * Points per option over weighted criteria, with exclusions before and an order for ties.
   * `optionen` is a list of {name, fragen: {...}, punkte: {...}}; `allgemein` holds answers that concern all.
   */
  function nutzwert(d, allgemein, optionen) {
    const hoechst = d.kriterien.reduce((a, k) => a + 4 * k.gewicht, 0);
    const liste = optionen.map((o, i) => {
      const werte = Object.assign(Object.create(null), allgemein, o.fragen, { name: o.name, option: o.id || "" });
      for (const k of d.kriterien) werte[k.id] = leer(o.punkte[k.id]) ? "" : String(o.punkte[k.id]);
      const aus = (d.ausschluss || []).find((a) => gilt(a.wenn, werte));
      const offen = d.kriterien.filter((k) => leer(o.punkte[k.id])).map((k) => k.text)
        .concat((d.je_option || []).filter((f) => leer(o.fragen[f.id])).map((f) => f.text));
      const punkte = d.kriterien.reduce((a, k) => a + k.gewicht * (leer(o.punkte[k.id]) ? 0 : o.punkte[k.id]), 0);
      return { name: o.name || (d.gegenstand + " " + (i + 1)), i, ausgeschlossen: aus ? aus.grund : null, offen, punkte, anteil: bruchteil(punkte, hoechst), werte,
        vorrang: d.vorrang && gilt(d.vorrang.wenn, werte) ? 1 : 0, einzeln: o.punkte };
    });
    const drin = liste.filter((o) => !o.ausgeschlossen);
    const von = (o, id) => leer(o.einzeln[id]) ? 0 : o.einzeln[id];
    drin.sort((a, b) => {
      const erst = b.vorrang - a.vorrang || b.punkte - a.punkte;
      if (erst) return erst;
      for (const id of d.gleichstand || []) if (von(a, id) !== von(b, id)) return von(b, id) - von(a, id);
      return a.name < b.name ? -1 : a.name > b.name ? 1 : a.i - b.i;
    });
    const bester = drin[0] || null;
    const allgemeinOffen = (d.fragen || []).filter((f) => f.pflicht && leer(allgemein[f.id])).map((f) => f.text);
    let ergebnis = null;
    if (d.regeln && (bester || d.ohne)) {
      const werte = Object.assign(Object.create(null), bester ? bester.werte : allgemein, bester ? { anteil: bester.anteil } : {});
      const r = bester ? d.regeln.find((x) => gilt(x.wenn, werte)) : d.ohne;
      ergebnis = r ? { id: r.ergebnis, grund: r.grund } : null;
    }
    const hinweise = bester ? (d.hinweise || []).filter((x) => gilt(x.wenn, bester.werte)).map((x) => x.text) : [];
    return { hoechst, rang: drin, ausgeschlossen: liste.filter((o) => o.ausgeschlossen), bester, ergebnis, fehlt: allgemeinOffen, hinweise };
  }

  /** Means of groups over all sheets; the lowest is the bottleneck, ties by the order of `gleichstand`. */
  function mittelwerte(d, boegen) {
    const voll = boegen.filter((b) => d.aussagen.every((a) => !leer(b[a.id])));
    const werte = Object.fromEntries(d.gruppen.map((g) => {
      const l = d.aussagen.filter((a) => a.gruppe === g.id);
      const summe = voll.reduce((s, b) => s + l.reduce((x, a) => x + b[a.id], 0), 0);
      return [g.id, voll.length ? Bruch.durch(summe, voll.length * l.length) : null];
    }));
    const genug = voll.length === 1 && boegen.length === 1 ? true : voll.length >= d.mindestens;
    if (!voll.length || !genug) return { werte: null, engpass: null, anzahl: voll.length, genug };
    const folge = [...d.gleichstand].sort((a, b) => Bruch.vergleich(werte[a], werte[b]) || d.gleichstand.indexOf(a) - d.gleichstand.indexOf(b));
    const keiner = Bruch.vergleich(werte[folge[0]], d.kein_engpass_ab) >= 0;
    const unreif = Object.values(werte).every((w) => Bruch.vergleich(w, d.unreif_unter) < 0);
    return { werte, engpass: keiner ? null : folge[0], unreif, anzahl: voll.length, genug };
  }

  return Object.freeze({ gilt, zahl, gefragt, regeln, nutzwert, mittelwerte });
}());
