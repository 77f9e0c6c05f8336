// SPDX-License-Identifier: Apache-2.0
// Conditions and quantities of the decision aids: the same language as in the program, exact, and nothing of it is run as a script.
const Ausdruck = (function () {
  const funktionen = ["min", "max", "ja", "summe", "mittel", "wenn"];
  const woerter = ["und", "oder", "nicht"];
  const vergleicher = { "==": (x) => x === 0, "!=": (x) => x !== 0, ">": (x) => x > 0, ">=": (x) => x >= 0, "<": (x) => x < 0, "<=": (x) => x <= 0 };
  const gelesen = new Map();

  /** A number is needed and nobody has given it. */
  class Fehlt extends Error {
    constructor(id) { super(id); this.id = id; }
  }

  function leser(text) {
    const worte = text.match(/[a-z][a-z0-9_.]*|[0-9]+(?:\.[0-9]+)?|==|!=|<=|>=|[^\s]/g) || [];
    let stelle = 0;
    let tiefe = 0;
    const fehler = () => new RangeError("Die Bedingung „" + text + "“ ist unverständlich.");
    const nimm = (...moeglich) => moeglich.includes(worte[stelle]) ? worte[stelle++] : null;
    const reihe = (teil, ...zeichen) => {
      let links = teil();
      for (let z = nimm(...zeichen); z; z = nimm(...zeichen)) links = [z, links, teil()];
      return links;
    };
    function oder() {
      tiefe += 1;
      if (tiefe >= 32) throw fehler();
      const l = reihe(und, "oder");
      tiefe -= 1;
      return l;
    }
    const und = () => reihe(verneinung, "und");
    const verneinung = () => nimm("nicht") ? ["nicht", vergleich()] : vergleich();
    function vergleich() {
      const links = summe();
      const z = nimm(...Object.keys(vergleicher));
      return z ? [z, links, summe()] : links;
    }
    const summe = () => reihe(produkt, "+", "-");
    const produkt = () => reihe(teil, "*", "/");
    function teil() {
      if (nimm("(")) {
        const innen = oder();
        if (!nimm(")")) throw fehler();
        return innen;
      }
      const wort = worte[stelle];
      if (wort === undefined) throw fehler();
      stelle += 1;
      if (/^[0-9]/.test(wort)) return ["zahl", Bruch.von(wort)];
      if (!/^[a-z]/.test(wort) || woerter.includes(wort)) throw fehler();
      if (!nimm("(")) return ["name", wort];
      if (!funktionen.includes(wort)) throw fehler();
      const teile = [oder()];
      while (nimm(",")) teile.push(oder());
      if (!nimm(")")) throw fehler();
      return ["funktion", wort, teile];
    }
    const baum = oder();
    if (stelle !== worte.length) throw fehler();
    return baum;
  }

  const wahr = (x) => Bruch.von(x ? 1 : 0);
  const istNull = (b) => b.z === 0n;

  /** The value of a tree; `werte` gives the values of a name: one, or several for all entries. */
  function rechne(baum, werte) {
    const [art, a, b] = baum;
    if (art === "zahl") return a;
    if (art === "name") return werte(a)[0] || wahr(false);
    if (art === "nicht") return wahr(istNull(rechne(a, werte)));
    if (art === "und") return wahr(!istNull(rechne(a, werte)) && !istNull(rechne(b, werte)));
    if (art === "oder") return wahr(!istNull(rechne(a, werte)) || !istNull(rechne(b, werte)));
    if (art === "funktion") return funktion(a, b, werte);
    const [x, y] = [rechne(a, werte), rechne(b, werte)];
    if (art === "+") return Bruch.plus(x, y);
    if (art === "-") return Bruch.minus(x, y);
    if (art === "*") return Bruch.mal(x, y);
    if (art === "/") return Bruch.durch(x, y);
    return wahr(vergleicher[art](Bruch.vergleich(x, y)));
  }

  function funktion(name, teile, werte) {
    if (name === "wenn") return istNull(rechne(teile[0], werte)) ? rechne(teile[2], werte) : rechne(teile[1], werte);
    const zahlen = teile.flatMap((t) => t[0] === "name" ? werte(t[1]) : [rechne(t, werte)]);
    if (name === "ja") return Bruch.von(zahlen.filter((x) => !istNull(x)).length);
    if (name === "summe") return Bruch.summe(zahlen);
    if (!zahlen.length) return wahr(false);
    if (name === "mittel") return Bruch.durch(Bruch.summe(zahlen), zahlen.length);
    return zahlen.reduce((x, y) => name === "min" ? Bruch.kleiner(x, y) : Bruch.groesser(x, y));
  }

  /** The value of a text such as "punkte * 100 >= 70 * hoechst". */
  function wert(text, werte) {
    if (!gelesen.has(text)) gelesen.set(text, leser(text));
    return rechne(gelesen.get(text), werte);
  }

  return Object.freeze({ wert, gilt: (text, werte) => !istNull(wert(text, werte)), Fehlt });
}());
