// SPDX-License-Identifier: Apache-2.0
// Charts: the spider as SVG with its values in words, bars as the default reading, dots for votes.
const Diagramm = (function () {
  const { h, svg, kennung } = Baum;
  // Eight fixed directions; sine and cosine in thousandths, so that every machine draws the same.
  const richtungen = [[0, -1000], [707, -707], [1000, 0], [707, 707], [0, 1000], [-707, 707], [-1000, 0], [-707, -707]];
  const mitte = 250, mitteY = 200, radius = 130;

  const punkt = (i, zehntel) => {
    const [x, y] = richtungen[i];
    return [mitte + Math.round(radius * x * zehntel / 1000 / 1000), mitteY + Math.round(radius * y * zehntel / 1000 / 1000)];
  };

  function linie(werte, klasse) {
    const g = svg("g", { class: klasse });
    for (let i = 0; i < 8; i += 1) {
      const j = (i + 1) % 8;
      if (werte[i] === null || werte[j] === null) continue;
      const [a, b] = [punkt(i, werte[i]), punkt(j, werte[j])];
      g.appendChild(svg("line", { x1: a[0], y1: a[1], x2: b[0], y2: b[1] }));
    }
    werte.forEach((w, i) => {
      if (w === null) return;
      const [x, y] = punkt(i, w);
      g.appendChild(klasse === "reihe-alt" ? svg("rect", { x: x - 4, y: y - 4, width: 8, height: 8 }) : svg("circle", { cx: x, cy: y, r: 5 }));
    });
    return g;
  }

  function umbruch(t) {
    const m = /^(.*? und) (.*)$/.exec(t);
    return m ? [m[1], m[2]] : [t];
  }

  /**
   * The spider chart. `achsen` are eight texts, `reihen` one or two of {name, werte}, werte in tenths of a percent or null.
   * An axis without value is interrupted and named, never drawn as zero.
   */
  function spinne(titel, achsen, reihen) {
    const id = kennung("spinne");
    const beschreibung = reihen.map((r) => r.name + ": " + achsen.map((a, i) => a + " " + (r.werte[i] === null ? "nicht anwendbar" : Zahl.prozent(r.werte[i]))).join("; ") + ".").join(" ");
    const g = svg("g", { class: "netz" });
    for (const ring of [200, 400, 600, 800, 1000]) {
      const p = richtungen.map((_, i) => punkt(i, ring).join(",")).join(" ");
      g.appendChild(svg("polygon", { points: p }));
      g.appendChild(svg("text", { x: mitte + 4, y: mitteY - radius * ring / 1000 - 3, class: "skala" }, ring / 10 + " %"));
    }
    richtungen.forEach((_, i) => {
      const [x, y] = punkt(i, 1000);
      const leer = reihen.every((r) => r.werte[i] === null);
      g.appendChild(svg("line", { x1: mitte, y1: mitteY, x2: x, y2: y, class: leer ? "achse-leer" : "achse" }));
    });
    const texte = achsen.map((a, i) => {
      const [x, y] = punkt(i, 1120);
      const anker = richtungen[i][0] > 100 ? "start" : richtungen[i][0] < -100 ? "end" : "middle";
      const zeilen = umbruch(a).concat(reihen[0].werte[i] === null ? "nicht anwendbar" : Zahl.prozent(reihen[0].werte[i]));
      const oben = i === 0 ? y - (zeilen.length - 1) * 15 : i === 4 ? y + 10 : y - (zeilen.length - 2) * 8;
      return svg("text", { x, y: oben, "text-anchor": anker, class: "achsentext" },
        zeilen.map((z, n) => svg("tspan", { x, dy: n === 0 ? 0 : 15, class: n === zeilen.length - 1 ? "wert" : undefined }, z)));
    });
    const bild = svg("svg", { viewBox: "-60 10 620 385", role: "img", "aria-labelledby": id + "-t " + id + "-d", class: "spinne" },
      svg("title", { id: id + "-t" }, titel), svg("desc", { id: id + "-d" }, beschreibung), g,
      reihen.length > 1 ? linie(reihen[1].werte, "reihe-alt") : null, linie(reihen[0].werte, "reihe-neu"), texte);
    return h("figure", { class: "bild" }, bild,
      reihen.length > 1 ? h("figcaption", { class: "legende" },
        h("span", { class: "legende-neu" }, "● durchgezogen: " + reihen[0].name), " ", h("span", { class: "legende-alt" }, "■ gestrichelt: " + reihen[1].name)) : null);
  }

  /** Bars with the value in words; min is solid, what open answers may still add is hatched. */
  function balken(zeilen) {
    return h("ul", { class: "balken" }, zeilen.map((z) => {
      const fest = h("span", { class: "balken-fest" });
      const offen = h("span", { class: "balken-offen" });
      if (z.min !== null) {
        fest.style.width = z.min / 10 + "%";
        offen.style.width = (z.max - z.min) / 10 + "%";
      }
      return h("li", {}, h("span", { class: "balken-name" }, z.name),
        h("span", { class: "balken-bahn", "aria-hidden": "true" }, fest, offen),
        h("span", { class: "balken-wert" }, z.min === null ? "nicht anwendbar" : z.min === z.max ? Zahl.prozent(z.min) : Zahl.prozent(z.min) + " bis " + Zahl.prozent(z.max)));
    }));
  }

  /** Long words get places where they may break, because not every browser can hyphenate German. */
  const trennbar = (t) => t.replace(/(Grundsatz|Weiter|Archivie|Vorbe|Ausbrei|Beschaf|Einfüh|Pilot|Konzep)(?=[a-zäöü]{4})/g, "$1\u00ad");

  /** The seven phases in a row, with what is secured and where the municipality stands. */
  function phasenband(katalog, ergebnis, standort) {
    return h("ol", { class: "phasenband", "aria-label": "Die sieben Phasen" }, katalog.phasen.map((p) => {
      const e = ergebnis.phasen.get(p.nr);
      const vor = p.nr > standort;
      const wort = vor ? (p.nr === standort + 1 ? "nächste Phase" : "später") : Worte.status[e.status];
      return h("li", { class: "phase " + (vor ? "phase-spaeter" : "phase-" + e.status) + (p.nr === standort ? " phase-hier" : "") },
        h("span", { class: "phase-kreis", "aria-hidden": "true" }, vor ? "" : Worte.statusZeichen[e.status]),
        h("span", { class: "phase-name" }, p.nr + " " + trennbar(p.titel)),
        h("span", { class: "phase-wort" }, wort),
        p.nr === standort ? h("span", { class: "phase-marke" }, "Sie sind hier") : null);
    }));
  }

  /** One dot per vote on the scale, without saying whose it is, and which value results. */
  function stimmen(katalog, f, s) {
    const stufen = f.skala === "zahl" ? null : katalog.skalen[f.skala].stufen;
    const felder = stufen ? stufen.map((x) => ({ text: x.text, ist: (w) => w === x.norm })) : [0, 2500, 5000, 7500].map((u) => ({
      text: u / 100 + " bis " + (u / 100 + 25) + " %", ist: (w) => typeof w === "number" && w >= u && (w < u + 2500 || (u === 7500 && w === 10000)) }));
    const sonst = [{ text: "nicht zutreffend", ist: (w) => w === "nz" }, { text: "weiß nicht", ist: (w) => w === "wn" }]
      .filter((x) => s.einzeln.some((e) => x.ist(e.wert)));
    return h("ul", { class: "stimmen" }, felder.concat(sonst).map((x) => {
      const n = s.einzeln.filter((e) => x.ist(e.wert)).length;
      return h("li", { class: x.ist(s.wert) ? "stimmen-gilt" : undefined },
        h("span", { class: "stimmen-stufe" }, x.text),
        h("span", { class: "stimmen-punkte", "aria-hidden": "true" }, "●".repeat(Math.min(n, 12))),
        h("span", { class: "stimmen-wer" }, n ? Worte.zahlwort(n, "Stimme", "Stimmen", "e") : ""),
        x.ist(s.wert) ? h("span", { class: "marke-gilt" }, s.strittig ? "mittlerer Wert" : "zählt") : null);
    }));
  }

  return Object.freeze({ spinne, balken, phasenband, stimmen });
}());
