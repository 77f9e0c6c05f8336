// SPDX-License-Identifier: Apache-2.0
// The catalogue: which size class a municipality is, and which questions it is asked.
const Katalog = (function () {
  /** The size class and why, or null while neither workplaces nor inhabitants are known. */
  function groessenklasse(katalog, stammdaten) {
    const art = stammdaten["SD-01"];
    const nurTyp = katalog.groessenklassen.find((g) => g.nur_typ && g.nur_typ === art);
    if (nurTyp) return { id: nurTyp.id, warum: "Für Landkreise gibt es eine eigene Größenklasse." };
    const klassen = katalog.groessenklassen.filter((g) => !g.nur_typ);
    const gross = klassen[klassen.length - 1];
    if (art === "kreisfreie_stadt") return { id: gross.id, warum: "Kreisfreie Städte zählen immer als große Verwaltung." };
    const suche = (wert, feld, wort, nachsatz) => {
      const k = klassen.find((g) => g[feld] !== undefined && wert <= g[feld]);
      const zahl = Zahl.zeigen(String(wert));
      if (k) return { id: k.id, warum: zahl + " " + wort + ": bis " + Zahl.zeigen(String(k[feld])) + " gilt „" + k.text + "“." + nachsatz };
      const groesste = klassen.filter((g) => g[feld] !== undefined).pop();
      return { id: gross.id, warum: zahl + " " + wort + ": über " + Zahl.zeigen(String(groesste[feld])) + " gilt „" + gross.text + "“." + nachsatz };
    };
    if (Number.isInteger(stammdaten["SD-03"])) {
      return suche(stammdaten["SD-03"], "arbeitsplaetze_bis", "Büroarbeitsplätze", " Der Aufwand richtet sich nach den Arbeitsplätzen, nicht nach der Einwohnerzahl.");
    }
    if (Number.isInteger(stammdaten["SD-02"])) {
      return suche(stammdaten["SD-02"], "einwohner_bis", "Einwohnerinnen und Einwohner", " Genauer wird es mit der Zahl der Büroarbeitsplätze.");
    }
    return null;
  }

  const bedingungen = (f) => f.nur_wenn === undefined || f.nur_wenn === null ? [] : Array.isArray(f.nur_wenn) ? f.nur_wenn : [f.nur_wenn];

  /** Whether the question is asked of this size class and under these facts, whatever the phase. */
  function passt(f, lage) {
    return f.gk.includes(lage.gk) && bedingungen(f).every((b) => lage.stammdaten[b.stammdatum] === b.wert);
  }

  /** Whether the question is asked now: `umfang` is "kurz", "standort" (up to the next phase) or "voll". */
  function gilt(f, lage) {
    if (!passt(f, lage)) return false;
    if (lage.umfang === "kurz") return Boolean(f.kurz);
    return lage.umfang === "voll" || f.phase <= lage.standort + 1;
  }

  /** The questions in the order they are asked: phase, dimension, catalogue order. */
  function fragen(katalog, lage) {
    const dims = katalog.dimensionen.map((d) => d.id);
    return katalog.fragen
      .filter((f) => gilt(f, lage))
      .sort((a, b) => a.phase - b.phase || dims.indexOf(a.dim) - dims.indexOf(b.dim));
  }

  /** The form in which scoring takes a question. */
  const punktfrage = (f) => ({ id: f.id, w: f.gewicht, dim: f.dim, phase: f.phase, ko: Boolean(f.ko), ko_min: f.ko_min });

  const vergleicher = {
    ">=": (a, b) => a >= b, "<=": (a, b) => a <= b, "<": (a, b) => a < b, ">": (a, b) => a > b, "==": (a, b) => a === b,
  };

  /** Hints from the plausibility rules, "standort >= 5 und P4-ORG-02 < 8000". Unknown values make no hint. */
  function hinweise(katalog, standort, antworten) {
    return (katalog.plausibilitaet || []).filter((r) => String(r.wenn).split(/\s+und\s+/).every((teil) => {
      const m = /^\s*([A-Za-z0-9-]+)\s*(>=|<=|==|<|>)\s*(\d+)\s*$/.exec(teil);
      if (!m) return false;
      const links = m[1] === "standort" ? standort : Punkte.antwort(antworten, m[1]);
      return typeof links === "number" && vergleicher[m[2]](links, Number(m[3]));
    })).map((r) => r.hinweis);
  }

  return Object.freeze({ groessenklasse, passt, gilt, fragen, punktfrage, hinweise });
}());
