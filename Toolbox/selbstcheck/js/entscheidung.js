// SPDX-License-Identifier: Apache-2.0
// One engine for all decision aids. A decision aid is data, the same EH-xx.yaml that `diva entscheide` reads.
// Answers: {einmal: {id: value}, eintraege: [{name, werte: {id: value}}]}; "ja"/"nein", a choice, points, or a decimal.
const Entscheidung = (function () {
  const leer = (w) => w === undefined || w === null || w === "";
  const istZahl = (f) => ["ganzzahl", "dezimal", "betrag", "anteil", "prozent"].includes(f.typ);
  const istAnteil = (f) => f.typ === "anteil" || f.typ === "prozent";
  const gewicht = (f) => f.gewicht === undefined ? 1 : f.gewicht;
  const punktfragen = (l) => (l || []).filter((f) => f.typ === "punkte");
  const zaehlt = (l) => punktfragen(l).some((f) => gewicht(f) > 0);

  /** The most points of one entry, or of the questions that are asked once. */
  function hoechst(d) {
    const l = punktfragen(d.je_eintrag).length ? d.je_eintrag : d.fragen;
    return punktfragen(l).reduce((a, f) => a + gewicht(f) * (f.stufen.length - 1), 0);
  }

  const punkte = (l, werte) => punktfragen(l).reduce((a, f) => a + gewicht(f) * (leer(werte[f.id]) ? 0 : werte[f.id]), 0);
  const frage = (l, name) => (l || []).find((f) => f.id === name || name.startsWith(f.id + "."));

  /** The number behind an answer; no answer is no, or 0 points; a number that is needed must be there. */
  function zahl(f, name, werte) {
    const w = werte[f.id];
    if (f.typ === "janein") return Bruch.von(w === "ja" ? 1 : 0);
    if (f.typ === "wahl") return Bruch.von(!leer(w) && name === f.id + "." + w ? 1 : 0);
    if (!leer(w)) return Bruch.von(w);
    if (!istZahl(f)) return Bruch.von(0);
    if (f.vorgabe !== undefined) return Bruch.von(f.vorgabe);
    throw new Ausdruck.Fehlt(f.id);
  }

  /** What names mean while rules are applied: to all (`werte` null), or to one entry. */
  function umfeld(d, a, werte, stand) {
    const werteVon = (name) => {
      if (stand && name in stand) return [Bruch.von(stand[name])];
      if (name === "hoechst") return [Bruch.von(hoechst(d))];
      if (name === "punkte") return [Bruch.von(werte ? punkte(d.je_eintrag, werte) : punkte(d.fragen, a.einmal))];
      const g = (d.groessen || []).find((x) => x.id === name);
      if (g) return [Ausdruck.wert(g.ausdruck, werteVon)];
      const f = frage(d.je_eintrag, name);
      if (f) return werte ? [zahl(f, name, werte)] : a.eintraege.filter((e) => !leer(e.werte[f.id])).map((e) => zahl(f, name, e.werte));
      const einmal = frage(d.fragen, name);
      return einmal ? [zahl(einmal, name, a.einmal)] : [];
    };
    return werteVon;
  }

  const knapp = (w) => {
    const t = Zahl.bruch(w, 2);
    return t.includes(",") ? t.replace(/,?0+$/, "") : t;
  };

  /** A reason with the numbers that were put in. */
  function begruendung(d, a, satz, werte, werteVon, bester) {
    return satz.replace(/\{([a-z][a-z0-9_.]*)\}(?=( €)?)/g, (_, name, geld) => {
      if (name === "bester") return bester === null ? "–" : bester;
      const f = frage(d.je_eintrag, name) || frage(d.fragen, name);
      const gesagt = werte && !leer(werte[name]) ? werte[name] : a.einmal[name];
      if (f && f.typ === "janein") return leer(gesagt) ? "offen" : gesagt;
      try {
        const w = werteVon(name);
        if (!w.length) return "offen";
        if (geld) return Zahl.bruch(w[0], 2);
        return f && istAnteil(f) ? knapp(Bruch.mal(w[0], 100)) + " %" : knapp(w[0]);
      } catch (fehler) {
        if (fehler instanceof Ausdruck.Fehlt || fehler instanceof RangeError) return "offen";
        throw fehler;
      }
    });
  }

  /** How points come about, in one line; null if none are added. */
  function punkteweg(l, werte) {
    const teile = punktfragen(l).filter((f) => gewicht(f) > 0)
      .map((f) => /^[^(:]*/.exec(f.text)[0].trim() + " " + gewicht(f) + " × " + (leer(werte[f.id]) ? "0 (offen)" : werte[f.id]));
    return teile.length ? teile.join("; ") : null;
  }

  function ergebnisse(d, a, je, werte, werteVon, bester) {
    return (d.entscheidungen || []).filter((e) => Boolean(e.je_eintrag) === je).map((e) => {
      const nr = e.regeln.findIndex((r) => r.wenn === undefined || Ausdruck.gilt(r.wenn, werteVon));
      const r = e.regeln[nr];
      return Object.assign({ entscheidung: e.text, regel: nr + 1, grund: begruendung(d, a, r.grund, werte, werteVon, bester) }, d.empfehlungen.find((x) => x.id === r.dann));
    });
  }

  const gelten = (l, werteVon) => (l || []).filter((x) => x.wenn === undefined || Ausdruck.gilt(x.wenn, werteVon)).map((x) => x.text);

  /** What does not matter with these answers: neither asked nor open. */
  function weg(d, einmal, werte, stand) {
    const werteVon = umfeld(d, { einmal, eintraege: [] }, werte || null, stand || null);
    return new Set((d.entfaellt || []).filter((x) => Boolean(x.je_eintrag) === Boolean(werte)).filter((x) => {
      try {
        return Ausdruck.gilt(x.wenn, werteVon);
      } catch (fehler) {
        if (fehler instanceof Ausdruck.Fehlt) return false;
        throw fehler;
      }
    }).flatMap((x) => x.ids));
  }

  const fehlend = (l, werte) => (l || []).filter((f) => leer(werte[f.id]) && f.vorgabe === undefined && !f.optional).map((f) => f.id);

  function eintragswert(d, a, e) {
    const werteVon = umfeld(d, a, e.werte, null);
    const aus = (d.ausschluss || []).find((r) => Ausdruck.gilt(r.wenn, werteVon));
    return { name: e.name, punkte: zaehlt(d.je_eintrag) ? punkte(d.je_eintrag, e.werte) : null, punkteweg: punkteweg(d.je_eintrag, e.werte), ausgeschlossen: aus ? aus.grund : null,
      ergebnisse: aus ? [] : ergebnisse(d, a, true, e.werte, werteVon, null), hinweise: aus ? [] : gelten(d.eintragshinweise, werteVon), rang: (d.rang || []).map((r) => Ausdruck.wert(r, werteVon)), fehlt: null };
  }

  function vor(a, b) {
    if (Boolean(a.ausgeschlossen) !== Boolean(b.ausgeschlossen)) return a.ausgeschlossen ? 1 : -1;
    for (let i = 0; i < a.rang.length; i += 1) {
      const x = Bruch.vergleich(b.rang[i], a.rang[i]);
      if (x) return x;
    }
    return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
  }

  /**
   * Applies the rules. `fehlt` names by id what is needed first (then nothing is decided for all); an entry that
   * lacks a number has it in its own `fehlt`.
   */
  function entscheide(d, a) {
    const entfallen = weg(d, a.einmal);
    const offen = fehlend(d.fragen, a.einmal).filter((id) => !entfallen.has(id)).concat(a.eintraege.flatMap((e) => {
      const hier = weg(d, a.einmal, e.werte);
      return fehlend(d.je_eintrag, e.werte).filter((id) => !hier.has(id)).map((id) => e.name + ": " + id);
    }));
    const leeres = { ergebnisse: [], eintraege: [], punkte: null, punkteweg: null, hoechst: hoechst(d) || null, groessen: [], offen, hinweise: [], fehlt: [] };
    if (d.vollstaendig) {
      const fehlt = fehlend(d.fragen, a.einmal);
      if (fehlt.length) return Object.assign(leeres, { fehlt });
    }
    const eintraege = a.eintraege.map((e) => {
      try {
        return eintragswert(d, a, e);
      } catch (fehler) {
        if (fehler instanceof Ausdruck.Fehlt) return { name: e.name, punkte: null, punkteweg: null, ausgeschlossen: null, ergebnisse: [], hinweise: [], rang: (d.rang || []).map(() => Bruch.von(0)), fehlt: fehler.id };
        throw fehler;
      }
    });
    if (d.rang) eintraege.sort(vor);
    const uebrig = eintraege.filter((e) => !e.ausgeschlossen);
    const stand = { anzahl: eintraege.length, uebrig: uebrig.length, bestes: uebrig.length ? uebrig[0].punkte || 0 : 0 };
    const ungezeigt = weg(d, a.einmal, null, stand);
    const werteVon = umfeld(d, a, null, stand);
    try {
      return Object.assign(leeres, { eintraege, ergebnisse: ergebnisse(d, a, false, null, werteVon, uebrig.length ? uebrig[0].name : null),
        punkte: zaehlt(d.fragen) ? punkte(d.fragen, a.einmal) : null, punkteweg: zaehlt(d.fragen) ? punkteweg(d.fragen, a.einmal) : null,
        groessen: (d.groessen || []).filter((g) => !g.je_eintrag && !ungezeigt.has(g.id)).map((g) => ({ text: g.text, wert: Ausdruck.wert(g.ausdruck, werteVon) })), hinweise: gelten(d.hinweise, werteVon) });
    } catch (fehler) {
      if (fehler instanceof Ausdruck.Fehlt) return Object.assign(leeres, { eintraege, fehlt: [fehler.id] });
      throw fehler;
    }
  }

  return Object.freeze({ entscheide, weg, hoechst, istZahl, istAnteil, gewicht, leer });
}());
