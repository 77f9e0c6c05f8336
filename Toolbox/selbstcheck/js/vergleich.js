// SPDX-License-Identifier: Apache-2.0
// Comparison in time (common questions only) and with a group of others (five at least).
const Vergleich = (function () {
  const istZahl = (x) => typeof x === "number";

  /** `gewichte` are those of the newer catalogue; answers are numbers, "nz" or "wn". */
  function zeit(schwellen, gewichte, alt, neu) {
    const hat = (o, i) => Object.prototype.hasOwnProperty.call(o, i) ? o[i] : undefined;
    const basis = Object.keys(gewichte).filter((i) => istZahl(hat(alt, i)) && istZahl(hat(neu, i)));
    let za = 0, zn = 0, w = 0;
    for (const i of basis) { za += gewichte[i] * alt[i]; zn += gewichte[i] * neu[i]; w += gewichte[i]; }
    const d = zn - za;
    const grenze = schwellen.zeitvergleich_unveraendert * w;
    return {
      basis, alt: Punkte.zehntel(za, w), neu: Punkte.zehntel(zn, w), delta: w === 0 ? null : Punkte.rund(d, 10 * w),
      klasse: w === 0 ? "keine_basis" : d >= grenze ? "verbessert" : -d >= grenze ? "verschlechtert" : "unveraendert",
      besser: basis.filter((i) => neu[i] > alt[i]), schlechter: basis.filter((i) => neu[i] < alt[i]),
      nicht_vergleichbar: [...new Set([...Object.keys(alt), ...Object.keys(neu)])].filter((i) => !basis.includes(i)).sort(),
    };
  }

  /** Quartile by linear interpolation (type 7), zaehler/4. */
  function quartil(werte, zaehler) {
    const x = [...werte].sort((a, b) => a - b);
    const h = (x.length - 1) * zaehler;
    const i = (h - h % 4) / 4;
    const rest = h % 4;
    return i + 1 < x.length ? Punkte.rund(4 * x[i] + rest * (x[i + 1] - x[i]), 4) : x[i];
  }

  function gruppe(schwellen, eigen, andere) {
    if (andere.length < schwellen.vergleich_kommunen_min) return "unterdrueckt";
    const k = andere.filter((a) => a < eigen).length;
    const g = andere.filter((a) => a === eigen).length;
    return { n: andere.length, q1: quartil(andere, 1), median: quartil(andere, 2), q3: quartil(andere, 3),
      prozentrang: Punkte.rund(100 * (2 * k + g), 2 * andere.length) };
  }

  return Object.freeze({ zeit, quartil, gruppe });
}());
