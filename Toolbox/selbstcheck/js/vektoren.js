// SPDX-License-Identifier: Apache-2.0
// The page proves on load that it calculates as agreed. If a vector fails, no result is shown.
const Vektoren = (function () {
  /** JSON with sorted keys, so that two values can be compared as text. */
  function form(x) {
    if (Array.isArray(x)) return "[" + x.map(form).join(",") + "]";
    if (x && typeof x === "object") {
      return "{" + Object.keys(x).sort().map((k) => JSON.stringify(k) + ":" + form(x[k])).join(",") + "}";
    }
    return JSON.stringify(x === undefined ? null : x);
  }

  function scoring(katalog, v) {
    const s = katalog.schwellen;
    if (v.name.startsWith("V10")) {
      return v.eingabe.map(([z, n]) => Punkte.zehntel(10000 * z, n));
    }
    if (v.name.startsWith("V12")) return Stimmen.rollenvergleich(s, v.gewichte, v.leitung, v.sachbearbeitung);
    if (v.name.startsWith("V1-")) {
      return v.eingabe.map(([skala, wert, min, max, richtung]) => {
        const w = skala === "zahl" ? Zahl.lesen(wert, {}).wert : wert;
        return Punkte.norm(katalog.skalen, skala, w, min, max, richtung);
      });
    }
    if (v.stimmen) return Stimmen.zusammen(s, v.stimmen, v.ko, v.festlegung);
    if (v.status) return Punkte.stand(v.status, v.standort);
    if (v.andere) return Vergleich.gruppe(s, v.eigen, v.andere);
    if (v.gewichte_neu) return Vergleich.zeit(s, v.gewichte_neu, v.alt, v.neu);
    if (v.standort !== undefined) return Massnahmen.liste(v.fragen, v.antworten, v.standort);
    if (v.fragen && "status" in v.ergebnis) return Punkte.phase(s, v.fragen, v.antworten);
    if (v.fragen) return Punkte.kennzahlen(Punkte.summe(v.fragen, v.antworten));
    return undefined;
  }

  /** The list of vectors that do not come out as agreed, each {name, soll, ist}. */
  function pruefen(daten) {
    const abweichend = [];
    let anzahl = 0;
    const eine = (name, soll, rechne) => {
      anzahl += 1;
      let ist;
      try { ist = form(rechne()); } catch (fehler) { ist = "Fehler: " + fehler.message; }
      if (ist !== form(soll)) abweichend.push({ name, soll: form(soll), ist });
    };
    const v = daten.vektoren || {};
    for (const x of v.scoring || []) {
      // The third input of V10 is written as Σ(w·n)/Σw of a worked example: 12500/2, not as x/y.
      const soll = x.name.startsWith("V10") ? Object.assign({}, x, { eingabe: x.eingabe.slice(0, 2) }) : x;
      eine(x.name, x.name.startsWith("V10") ? x.ergebnis.slice(0, 2) : x.ergebnis, () => scoring(daten.katalog, soll));
      if (x.name.startsWith("V10")) eine(x.name + "-3", x.ergebnis[2], () => Punkte.zehntel(12500, 2));
    }
    for (const x of v.kalkulation || []) eine(x.id + " " + x.name, x.ergebnis, () => Formeln[x.id](x.eingabe).ergebnis);
    return { anzahl, abweichend };
  }

  return Object.freeze({ pruefen, form });
}());
