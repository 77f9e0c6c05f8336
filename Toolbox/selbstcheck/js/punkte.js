// SPDX-License-Identifier: Apache-2.0
// Scoring: every answer is a whole number 0…10000 or "nz" or "wn"; scores are exact sums, rounded once for display.
const Punkte = (function () {
  /** z/m rounded half away from zero for whole numbers, m > 0. */
  function rund(z, m) {
    const b = Math.abs(z);
    const a = 2 * b + m;
    const q = (a - a % (2 * m)) / (2 * m);
    return z < 0 ? -q : q;
  }

  /** Σ(w·n)/Σw as tenths of a percent, null if nothing counts. */
  const zehntel = (z, w) => w === 0 ? null : rund(z, 10 * w);

  /** Normalises an answer. For "zahl" the value is a canonical decimal text. */
  function norm(skalen, skala, wert, min, max, richtung) {
    if (skala !== "zahl") {
      const stufe = skalen[skala].stufen.find((s) => s.wert === wert);
      return stufe === undefined ? null : stufe.norm;
    }
    const von = Bruch.von(min === undefined ? 0 : min);
    const bis = Bruch.von(max === undefined ? 100 : max);
    let f = Bruch.durch(Bruch.minus(wert, von), Bruch.minus(bis, von));
    if (richtung < 0) f = Bruch.minus(1, f);
    f = Bruch.groesser(0, Bruch.kleiner(1, f));
    return Number(Bruch.rund(f.z * 10000n, f.n));
  }

  const antwort = (antworten, id) => Object.prototype.hasOwnProperty.call(antworten, id) ? antworten[id] : "wn";

  function summe(fragen, antworten) {
    const s = { z: 0, beantwortet: 0, offen: 0, nz: 0 };
    for (const f of fragen) {
      const a = antwort(antworten, f.id);
      if (a === "nz") s.nz += f.w;
      else if (a === "wn") s.offen += f.w;
      else { s.z += f.w * a; s.beantwortet += f.w; }
    }
    s.anw = s.beantwortet + s.offen;
    return s;
  }

  function kennzahlen(s) {
    return {
      ist: zehntel(s.z, s.beantwortet), min: zehntel(s.z, s.anw), max: zehntel(s.z + 10000 * s.offen, s.anw),
      vollstaendigkeit: s.anw === 0 ? null : rund(1000 * s.beantwortet, s.anw), w_nz: s.nz,
    };
  }

  function koStatus(f, antworten, strittig) {
    if (strittig && strittig.has(f.id)) return "strittig";
    const a = antwort(antworten, f.id);
    if (a === "nz") return "entfaellt";
    if (a === "wn") return "offen";
    return a >= f.ko_min ? "erfuellt" : "nicht_erfuellt";
  }

  function zelle(schwellen, fragen, antworten) {
    const s = summe(fragen, antworten);
    const n = fragen.filter((f) => antwort(antworten, f.id) !== "nz").length;
    return {
      ist: zehntel(s.z, s.beantwortet), min: zehntel(s.z, s.anw), fragen: n,
      schwach: n >= schwellen.zelle_min_fragen && s.z < schwellen.zelle_min * s.anw,
    };
  }

  /** Everything about the questions of one phase. */
  function phase(schwellen, fragen, antworten, strittig) {
    const s = summe(fragen, antworten);
    const ko = {};
    for (const f of fragen) if (f.ko) ko[f.id] = koStatus(f, antworten, strittig);
    const zellen = {};
    for (const d of [...new Set(fragen.map((f) => f.dim))].sort()) {
      zellen[d] = zelle(schwellen, fragen.filter((f) => f.dim === d), antworten);
    }
    let status;
    if (s.anw === 0) status = "entfaellt";
    else if (s.beantwortet === 0) status = "nicht_bewertet";
    else {
      const bestanden = Object.values(ko).every((k) => k === "erfuellt" || k === "entfaellt")
        && s.z >= schwellen.bestanden_min * s.anw
        && 10000 * s.beantwortet >= schwellen.vollstaendigkeit_min * s.anw
        && !Object.values(zellen).some((z) => z.schwach);
      status = bestanden ? "bestanden" : s.z >= schwellen.teilweise_min * s.anw ? "teilweise" : "offen";
    }
    return Object.assign({ status }, kennzahlen(s), { ko, zellen });
  }

  const sicher = (st) => st === "bestanden" || st === "entfaellt";

  /** What is secured, what must be caught up, where to work. `status` maps phase numbers to their status. */
  function stand(status, standort) {
    const phasen = Object.keys(status).map(Number).sort((a, b) => a - b);
    let abgesichert = null;
    for (const p of phasen) {
      if (!sicher(status[p])) break;
      abgesichert = p;
    }
    const nachholbedarf = phasen.filter((p) => p < standort && !sicher(status[p]));
    const weiter = sicher(status[standort]) && standort < 6 && nachholbedarf.length === 0;
    return { abgesichert, nachholbedarf, arbeitsphase: weiter ? standort + 1 : standort };
  }

  /** Level 0…4 for display, from the cautious value in tenths of a percent. */
  function stufe(stufen, min) {
    if (min === null) return null;
    return stufen.filter((s) => min >= s.ab).pop() || null;
  }

  return Object.freeze({ rund, zehntel, norm, antwort, summe, kennzahlen, koStatus, zelle, phase, stand, sicher, stufe });
}());
