// SPDX-License-Identifier: Apache-2.0
// The plan of action: what to do first, in the order of its effect.
const Massnahmen = (function () {
  function liste(fragen, antworten, standort, strittig) {
    const s = strittig || new Set();
    const aus = [];
    for (const f of fragen) {
      const a = Punkte.antwort(antworten, f.id);
      if (a === "nz") continue;
      const ko = Boolean(f.ko) && !["erfuellt", "entfaellt"].includes(Punkte.koStatus(f, antworten, s));
      const luecke = typeof a === "number" ? 10000 - a : 10000;
      if (luecke === 0 && !ko) continue;
      let klasse;
      if (f.phase > standort + 1) continue;
      else if (ko && f.phase < standort) klasse = 1;
      else if (ko && f.phase === standort) klasse = 2;
      else if (f.phase <= standort) klasse = 3;
      else if (ko) klasse = 4;
      else continue;
      aus.push({ id: f.id, klasse, punkte: f.w * luecke, art: a === "wn" || s.has(f.id) ? "klaeren" : "umsetzen", phase: f.phase });
    }
    const folge = (x, y) => x < y ? -1 : x > y ? 1 : 0;
    return aus.sort((x, y) => x.klasse - y.klasse || y.punkte - x.punkte || x.phase - y.phase || folge(x.id, y.id));
  }

  return Object.freeze({ liste });
}());
