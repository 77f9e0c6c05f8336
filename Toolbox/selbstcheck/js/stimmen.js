// SPDX-License-Identifier: Apache-2.0
// Several people's answers to one question, and the comparison of two groups of roles.
const Stimmen = (function () {
  /** `stimmen` holds whole numbers, "nz" or "wn". `festlegung` is what the group decided, or null. */
  function zusammen(schwellen, stimmen, ko, festlegung) {
    const m = schwellen.mehrpersonen;
    const v = stimmen.filter((x) => typeof x === "number").sort((a, b) => a - b);
    const nz = stimmen.filter((x) => x === "nz").length;
    const wn = stimmen.filter((x) => x === "wn").length;
    const spannweite = v.length ? v[v.length - 1] - v[0] : 0;
    const gemischt = v.length > 0 && nz > 0;
    let stufe;
    if (v.length + nz <= 1) stufe = v.length + nz === 1 ? "einzeln" : "keine";
    else if (gemischt || spannweite > m.nah) stufe = spannweite > m.unterschiedlich ? "dissens" : "unterschiedlich";
    else stufe = spannweite === 0 ? "einig" : "nah";
    let wert;
    if (v.length === 0 && nz === 0) wert = "wn";
    else if (nz > v.length) wert = "nz";
    else wert = v[Math.floor((v.length - 1) / 2)];
    let herkunft = "zusammengefuehrt";
    const fest = festlegung !== null && festlegung !== undefined;
    if (fest) { wert = festlegung; herkunft = "festgelegt"; }
    const strittig = Boolean(ko) && !fest && (stufe === "dissens" || gemischt);
    return { wert, spannweite, stufe, strittig, herkunft, anzahl: v.length, nz, wn };
  }

  /** Mean of a group of people over common questions, in tenths of a percent. */
  function gruppenmittel(gewichte, personen) {
    let z = 0;
    for (const p of personen) p.forEach((n, i) => { z += n * gewichte[i]; });
    return Punkte.zehntel(z, personen.length * gewichte.reduce((a, b) => a + b, 0));
  }

  /** Leadership against staff; null if one group is too small to be shown. */
  function rollenvergleich(schwellen, gewichte, leitung, sachbearbeitung) {
    const r = schwellen.rollenvergleich;
    if (leitung.length < r.mindestgruppe || sachbearbeitung.length < r.mindestgruppe || gewichte.length === 0) return null;
    const a = gruppenmittel(gewichte, leitung);
    const b = gruppenmittel(gewichte, sachbearbeitung);
    return { leitung: a, sachbearbeitung: b, unterschied: a - b, anzeigen: Math.abs(a - b) * 10 >= r.anzeige_ab };
  }

  return Object.freeze({ zusammen, gruppenmittel, rollenvergleich });
}());
