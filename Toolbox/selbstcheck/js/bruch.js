// SPDX-License-Identifier: Apache-2.0
// Exact fractions over BigInt, and rounding half away from zero. No number here is ever a float.
const Bruch = (function () {
  function ggt(a, b) {
    a = a < 0n ? -a : a;
    while (b) [a, b] = [b, a % b];
    return a;
  }

  function neu(z, n) {
    if (n === 0n) throw new RangeError("Durch null kann nicht geteilt werden.");
    if (n < 0n) { z = -z; n = -n; }
    const g = ggt(z, n < 0n ? -n : n) || 1n;
    return Object.freeze({ z: z / g, n: n / g });
  }

  /** A fraction from a BigInt, a whole number, a decimal with a point ("12.50") or a fraction. */
  function von(wert) {
    if (typeof wert === "bigint") return neu(wert, 1n);
    if (typeof wert === "number") {
      if (!Number.isSafeInteger(wert)) throw new RangeError("Keine ganze Zahl: " + wert);
      return neu(BigInt(wert), 1n);
    }
    if (typeof wert === "string") {
      const teile = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?$/.exec(wert);
      if (!teile) throw new RangeError("Keine Zahl: " + wert.slice(0, 40));
      const nach = teile[3] || "";
      const z = BigInt(teile[2] + nach);
      return neu(teile[1] ? -z : z, 10n ** BigInt(nach.length));
    }
    if (wert && typeof wert.z === "bigint" && typeof wert.n === "bigint") return wert;
    throw new RangeError("Keine Zahl.");
  }

  const plus = (a, b) => { a = von(a); b = von(b); return neu(a.z * b.n + b.z * a.n, a.n * b.n); };
  const minus = (a, b) => { a = von(a); b = von(b); return neu(a.z * b.n - b.z * a.n, a.n * b.n); };
  const mal = (...werte) => werte.map(von).reduce((a, b) => neu(a.z * b.z, a.n * b.n));
  const durch = (a, b) => { a = von(a); b = von(b); return neu(a.z * b.n, a.n * b.z); };
  const summe = (werte) => werte.reduce((a, b) => plus(a, b), von(0));

  function hoch(a, t) {
    a = von(a);
    return neu(a.z ** BigInt(t), a.n ** BigInt(t));
  }

  /** Negative, zero or positive, as for sorting. */
  function vergleich(a, b) {
    a = von(a); b = von(b);
    const d = a.z * b.n - b.z * a.n;
    return d < 0n ? -1 : d > 0n ? 1 : 0;
  }

  const groesser = (a, b) => vergleich(a, b) > 0 ? von(a) : von(b);
  const kleiner = (a, b) => vergleich(a, b) < 0 ? von(a) : von(b);

  /** z/m rounded half away from zero, m > 0. */
  function rund(z, m) {
    return z >= 0n ? (2n * z + m) / (2n * m) : -((-2n * z + m) / (2n * m));
  }

  /** Rounded up to a whole number (BigInt). */
  function auf(a) {
    a = von(a);
    const q = a.z / a.n;
    return a.z > q * a.n ? q + 1n : q;
  }

  /** Decimal text with a point and exactly so many places: fest(1/3, 2) is "0.33". */
  function fest(a, stellen) {
    a = von(a);
    const ganz = rund(a.z * 10n ** BigInt(stellen), a.n);
    const ziffern = String(ganz < 0n ? -ganz : ganz).padStart(stellen + 1, "0");
    const vor = ziffern.slice(0, ziffern.length - stellen);
    return (ganz < 0n ? "-" : "") + vor + (stellen ? "." + ziffern.slice(-stellen) : "");
  }

  return Object.freeze({ von, plus, minus, mal, durch, summe, hoch, vergleich, groesser, kleiner, rund, auf, fest });
}());
