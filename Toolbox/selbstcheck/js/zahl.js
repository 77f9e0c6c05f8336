// SPDX-License-Identifier: Apache-2.0
// Numbers as people in Germany write them: read with a question when a point is ambiguous, written with a comma.
const Zahl = (function () {
  const trenner = /[\s\u00a0\u2009\u202f]/g;

  function kanonisch(vorzeichen, ganz, nach) {
    ganz = ganz.replace(/^0+(?=\d)/, "");
    nach = (nach || "").replace(/0+$/, "");
    const betrag = nach ? ganz + "." + nach : ganz;
    return (vorzeichen && !/^0(\.0*)?$/.test(betrag) ? "-" : "") + betrag;
  }

  function ueber(wert, grenze) {
    return grenze !== undefined && grenze !== null && Bruch.vergleich(wert, grenze) > 0;
  }

  /**
   * Reads what was typed. Gives {wert} with a canonical decimal, {frage, vorschlaege} when it may mean two
   * things, {fehler} when it is no number, or {leer: true}. `grenzen` may hold min, max and einheit; `anteil` for a
   * field in percent, where "0,4" may mean 40 % as well, and `bestaetigt` the value that was asked back already.
   */
  function lesen(text, grenzen) {
    const g = grenzen || {};
    let t = String(text).replace(/\u2212/g, "-").trim();
    const mitProzent = t.endsWith("%");
    const fertig = (ergebnis) => pruefen(ergebnis, g, mitProzent);
    if (g.einheit && t.endsWith(g.einheit)) t = t.slice(0, -g.einheit.length).trim();
    t = t.replace(/(€|EUR|%)$/, "").trim();
    if (t === "") return { leer: true };
    if (t.length > 30) return { fehler: "Die Zahl ist zu lang." };
    const roh = t;
    if (/^-?\d{1,3}([\s\u00a0\u2009\u202f]\d{3})+(,\d+)?$/.test(t)) t = t.replace(trenner, "");
    let m = /^(-?)(\d+)(?:,(\d+))?$/.exec(t);
    if (m) return fertig({ wert: kanonisch(m[1], m[2], m[3]) });
    m = /^(-?)(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/.exec(t);
    if (m && !/^0\./.test(m[2])) {
      const wert = kanonisch(m[1], m[2].replace(/\./g, ""), m[3]);
      const einPunkt = m[3] === undefined && m[2].split(".").length === 2;
      const klein = einPunkt ? kanonisch(m[1], m[2].split(".")[0], m[2].split(".")[1]) : null;
      if (klein !== null && ueber(wert, g.max) && !ueber(klein, g.max)) return rueckfrage(roh, [klein, wert]);
      return fertig({ wert });
    }
    m = /^(-?)(\d+)\.(\d+)$/.exec(t);
    if (m) {
      const vorschlaege = [kanonisch(m[1], m[2], m[3])];
      if (!/^0+$/.test(m[2])) {
        vorschlaege.push(kanonisch(m[1], m[2] + (m[3].length < 3 ? m[3].padEnd(3, "0") : m[3]), ""));
      }
      return rueckfrage(roh, vorschlaege);
    }
    m = /^(-?)(\d{1,3}(?:,\d{3})+)\.(\d+)$/.exec(t);
    if (m) return rueckfrage(roh, [kanonisch(m[1], m[2].replace(/,/g, ""), m[3])]);
    return { fehler: "„" + roh + "“ ist keine Zahl. Bitte so schreiben: 12 oder 12,5 oder 1.250." };
  }

  function rueckfrage(roh, vorschlaege) {
    const einzeln = vorschlaege.filter((v, i) => vorschlaege.indexOf(v) === i);
    return { frage: "„" + roh + "“ ist nicht eindeutig. Meinen Sie " + einzeln.map((v) => zeigen(v)).join(" oder ") + "?",
      vorschlaege: einzeln };
  }

  /** The meanings of a number below 1 in a field in percent that the limits allow. */
  function prozentfrage(w, g) {
    const hundert = Bruch.fest(Bruch.mal(w, 100), 12).replace(/\.?0+$/, "");
    const moeglich = [hundert, w].filter((v) => !ueber(v, g.max) && !(g.min && Bruch.vergleich(v, g.min) < 0));
    if (!moeglich.length) return null;
    return { frage: "Meinen Sie " + moeglich.map((v) => zeigen(v) + " %").join(" oder ") + "?", vorschlaege: moeglich };
  }

  function pruefen(ergebnis, g, mitProzent) {
    const w = ergebnis.wert;
    const fraglich = g.anteil && !mitProzent && w !== g.bestaetigt && Bruch.vergleich(w, "0") > 0 && Bruch.vergleich(w, "1") < 0;
    const frage = fraglich ? prozentfrage(w, g) : null;
    if (frage) return frage;
    if (g.ganz && w.includes(".")) return { fehler: "Hier wird eine ganze Zahl gebraucht." };
    if (g.min !== undefined && g.min !== null && Bruch.vergleich(w, g.min) < 0) {
      return { fehler: "Der kleinste mögliche Wert ist " + zeigen(String(g.min)) + "." };
    }
    if (!g.deckeln && ueber(w, g.max)) return { fehler: "Der größte mögliche Wert ist " + zeigen(String(g.max)) + "." };
    return ergebnis;
  }

  /** "1250.5" becomes "1.250,5". Places are kept as they are. */
  function zeigen(kanon) {
    const m = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(kanon));
    if (!m) return String(kanon);
    return (m[1] ? "−" : "") + m[2].replace(/\B(?=(\d{3})+$)/g, ".") + (m[3] ? "," + m[3] : "");
  }

  /** A fraction for people: so many places, trailing zeros kept for money only. */
  function bruch(wert, stellen) {
    return zeigen(Bruch.fest(wert, stellen));
  }

  /** A fraction with at most so many places, without trailing zeros. */
  function knapp(wert, stellen) {
    const t = Bruch.fest(wert, stellen);
    return zeigen(t.includes(".") ? t.replace(/\.?0+$/, "") : t);
  }

  /** Tenths of a percent: 750 becomes "75,0 %"; undefined values are a dash. */
  function prozent(zehntel) {
    if (zehntel === null || zehntel === undefined) return "–";
    const b = Math.abs(zehntel);
    return (zehntel < 0 ? "−" : "") + Math.floor(b / 10) + "," + (b % 10) + " %";
  }

  return Object.freeze({ lesen, zeigen, bruch, knapp, prozent });
}());
