// SPDX-License-Identifier: Apache-2.0
// The decision aids on the screen: questions, the recommendation with its reason, and what to do next.
const AnsichtEntscheiden = (function () {
  const { h } = Baum;
  const { leer } = Entscheidung;
  // What people say about themselves stays in this window and never gets into a file.
  const fluechtig = new Map();
  const istText = (x) => typeof x === "string";
  const istObjekt = (x) => x !== null && typeof x === "object" && !Array.isArray(x);
  const name = (w) => istText(w) ? w.slice(0, 120) : "";

  /** A stored answer is taken only if it fits its question. */
  function sauber(f, w) {
    if (f.typ === "janein") return w === "ja" || w === "nein" ? w : "";
    if (f.typ === "wahl") return f.werte.includes(w) ? w : "";
    if (f.typ === "punkte") return Number.isInteger(w) && w >= 0 && w < f.stufen.length ? w : "";
    if (!istText(w) || !/^\d{1,20}(\.\d{1,20})?$/.test(w)) return "";
    return Bruch.vergleich(w, f.min) >= 0 && Bruch.vergleich(w, f.max) <= 0 ? w : "";
  }

  const satz = (fragen, roh) => Object.fromEntries((fragen || []).map((f) => [f.id, sauber(f, istObjekt(roh) ? roh[f.id] : undefined)]));
  const eintrag = (d, x) => ({ name: name(x.name), werte: satz(d.je_eintrag, x.werte) });
  const neue = (d) => d.eintrag ? (d.vorschlaege || [{}]).map((v) => eintrag(d, { name: v.name, werte: v })) : [];

  /** The answers that are stored, or those to begin with. */
  function zustand(d, roh) {
    const r = istObjekt(roh) ? roh : {};
    const l = Array.isArray(r.eintraege) ? r.eintraege.slice(0, 50).map((x) => eintrag(d, istObjekt(x) ? x : {})) : [];
    return { einmal: satz(d.fragen, r.einmal), eintraege: d.eintrag && l.length ? l : neue(d) };
  }

  function feld(f, halter, aendern) {
    const setzen = (w) => { halter[f.id] = w; aendern(); };
    if (f.typ === "janein") return Feld.radios({ text: f.text, klasse: "quer", wert: halter[f.id], werte: [{ wert: "ja", text: "ja" }, { wert: "nein", text: "nein" }], aendern: setzen });
    if (f.typ === "wahl") return Feld.radios({ text: f.text, klasse: "quer", wert: halter[f.id], werte: f.werte.map((w) => ({ wert: w, text: Worte.gross(w) })), aendern: setzen });
    if (f.typ === "punkte") {
      const g = Entscheidung.gewicht(f);
      return Feld.auswahl({ text: f.text + (g ? " (Gewicht " + g + ")" : ""), wert: halter[f.id], werte: [["", "noch offen"]].concat(f.stufen.map((s, n) => [n, n + " – " + s])), aendern: (w) => setzen(w === "" ? "" : Number(w)) });
    }
    const anteil = Entscheidung.istAnteil(f);
    const mal = (w, x) => Bruch.fest(Bruch.mal(w, x), 12).replace(/\.?0+$/, "");
    return Feld.zahl({ text: f.text, einheit: anteil ? "%" : f.einheit, wert: anteil && halter[f.id] !== "" ? mal(halter[f.id], 100) : halter[f.id],
      grenzen: { anteil, min: anteil ? mal(f.min, 100) : f.min, max: anteil ? mal(f.max, 100) : f.max, ganz: f.typ === "ganzzahl" }, aendern: (w) => setzen(w === null ? "" : anteil ? mal(w, "0.01") : w) });
  }

  function verweise(ids) {
    const da = (ids || []).filter((id) => Zustand.z.daten.werkzeuge[id]);
    return da.length ? h("p", {}, "Weiter mit: ", da.map((id, i) => [i ? ", " : "", h("a", { href: "#werkzeug/" + id }, id + " " + Zustand.z.daten.werkzeuge[id].titel)])) : null;
  }

  const liste = (titel, l) => l.length ? [h("p", {}, titel), h("ul", {}, l.slice(0, 8).map((x) => h("li", {}, x)), l.length > 8 ? h("li", {}, "und " + (l.length - 8) + " weitere") : null)] : null;

  /** What an open question is called: its text, with the entry in front. */
  function fragetext(d, id) {
    const f = (d.fragen || []).concat(d.je_eintrag || []).find((x) => id === x.id || id.endsWith(": " + x.id));
    return f ? id.slice(0, id.length - f.id.length) + f.text : id;
  }

  function empfehlung(e) {
    return h("div", {}, h("p", { class: "ueber" }, e.entscheidung), h("p", { class: "kern" }, h("strong", {}, e.text)), h("p", {}, "Warum: " + e.grund), h("p", {}, e.heisst), h("p", {}, "Nächster Schritt: " + e.naechster), verweise(e.werkzeuge));
  }

  function eintragsergebnis(d, e, nr, mitRang) {
    const zeile = mitRang ? nr + 1 + ". " + e.name + (e.punkte === null ? "" : ": " + e.punkte + " von " + Entscheidung.hoechst(d) + " Punkten") : e.name;
    if (e.ausgeschlossen) return h("div", { class: "zeile" }, h("h3", {}, e.name + ": scheidet aus"), h("p", {}, e.ausgeschlossen));
    return h("div", { class: "zeile" }, h("h3", {}, zeile), e.punkteweg ? h("p", { class: "klein" }, e.punkteweg) : null, e.fehlt ? h("p", {}, "Es fehlt noch: " + fragetext(d, e.fehlt)) : e.ergebnisse.map(empfehlung), e.hinweise.length ? h("ul", {}, e.hinweise.map((x) => h("li", {}, x))) : null);
  }

  const hatWerte = (werte) => Object.values(werte).some((w) => !leer(w));

  /** The entries that count: those that somebody began, and of sheets about persons only whole ones. */
  function zaehlende(d, z) {
    const vorgabe = (x) => (d.vorschlaege || []).find((v) => v.name === x.name) || {};
    const begonnen = z.eintraege.filter((x) => Object.entries(x.werte).some(([id, w]) => !leer(w) && vorgabe(x)[id] !== w));
    const gut = d.fluechtig ? begonnen.filter((x) => Object.values(x.werte).every((w) => !leer(w))) : begonnen;
    return gut.map((x) => ({ name: x.name || d.eintrag + " " + (z.eintraege.indexOf(x) + 1), werte: x.werte }));
  }

  function ergebnis(d, z) {
    const eintraege = zaehlende(d, z);
    if (d.eintrag && !eintraege.length) return h("p", {}, d.fluechtig ? "Füllen Sie mindestens einen Bogen vollständig aus. Das Ergebnis erscheint hier." : "Beantworten Sie die Fragen zu mindestens einem Eintrag. Das Ergebnis erscheint hier.");
    if (!d.eintrag && !hatWerte(z.einmal)) return h("p", {}, "Beantworten Sie die Fragen. Das Ergebnis erscheint hier.");
    const doppelt = eintraege.map((e) => e.name).find((n, i, l) => l.indexOf(n) !== i);
    if (doppelt) return h("p", {}, "„" + doppelt + "“ steht zweimal da. Geben Sie jedem Eintrag einen eigenen Namen.");
    const r = Entscheidung.entscheide(d, { einmal: z.einmal, eintraege });
    const fehlt = liste("Es fehlt noch:", r.fehlt.map((id) => fragetext(d, id)));
    const mitRang = Boolean(d.rang);
    const kern = mitRang && !r.ergebnisse.length && r.eintraege.length && !r.eintraege[0].ausgeschlossen ? h("p", { class: "kern" }, h("strong", {}, r.eintraege[0].name), " steht vorn.") : null;
    return [fehlt, r.ergebnisse.map(empfehlung), kern, r.punkte === null ? null : h("p", {}, "Punkte: " + r.punkte + " von " + r.hoechst + " (" + r.punkteweg + ")"),
      r.groessen.map((g) => h("p", { class: "klein" }, g.text + ": " + Zahl.knapp(g.wert, 2))), d.fluechtig ? h("p", { class: "klein" }, "Aus " + Worte.zahlwort(r.eintraege.length, "Bogen", "Bögen").replace(/^(k?ein) /, "$1em ") + ". Die Werte gehören nicht in Personalakten.") : r.eintraege.map((e, i) => eintragsergebnis(d, e, i, mitRang)),
      r.hinweise.length ? [h("p", {}, "Beachten Sie:"), h("ul", {}, r.hinweise.map((x) => h("li", {}, x)))] : null, r.fehlt.length ? null : liste("Noch offen (zählt wie Nein oder 0):", r.offen.map((id) => fragetext(d, id)))];
  }

  /** Fields in a place; those that do not matter disappear while others are answered. */
  function felder(fragen, halter, weg, aendern) {
    const ort = h("div", { class: "zweispaltig" });
    const alle = fragen.map((f) => [f, h("div", { "data-frage": f.id, class: f.typ === "punkte" ? undefined : "breit" }, feld(f, halter, () => { zeigen(); aendern(); }))]);
    const zeigen = () => {
      const fort = weg();
      alle.forEach(([f, el], i) => {
        if (fort.has(f.id)) { el.remove(); return; }
        if (el.parentNode) return;
        const danach = alle.slice(i + 1).map(([, x]) => x).find((x) => x.parentNode === ort);
        ort.insertBefore(el, danach || null);
      });
    };
    zeigen();
    return ort;
  }

  /** Repeated entries with buttons to add and remove. */
  function eintraege(d, z, aendern) {
    const wort = d.fluechtig ? "Bogen" : d.eintrag;
    const ort = h("div", {});
    const knopf = h("button", { type: "button", class: "knopf" }, wort + " hinzufügen");
    const titel = (x, i) => (d.vorschlaege && x.name) || wort + " " + (i + 1);
    const zeichnen = () => Baum.ersetzen(ort, z.eintraege.map((x, i) => h("section", { class: "karte", role: "group", "aria-label": titel(x, i) }, h("h2", {}, titel(x, i)),
      d.fluechtig ? null : Feld.text({ text: "Name: " + wort, laenge: 120, wert: x.name, aendern: (w) => { x.name = w; aendern(); } }),
      felder(d.je_eintrag || [], x.werte, () => Entscheidung.weg(d, z.einmal, x.werte), aendern),
      z.eintraege.length > 1 ? h("button", { type: "button", class: "knopf knopf-klein", beiClick: () => { z.eintraege.splice(i, 1); zeichnen(); aendern(); knopf.focus(); } }, titel(x, i) + " entfernen") : null)));
    knopf.addEventListener("click", () => {
      if (z.eintraege.length >= 50) return;
      z.eintraege.push(eintrag(d, {}));
      zeichnen();
      aendern();
      ort.lastElementChild.querySelector("input, select").focus();
    });
    zeichnen();
    return [ort, h("p", {}, knopf)];
  }

  /** The questions that are asked once. */
  function einmal(d, z, aendern) {
    if (!d.fragen) return null;
    return h("section", { class: "karte" }, h("h2", {}, d.eintrag ? "Vorab" : "Die Fragen"), felder(d.fragen, z.einmal, () => Entscheidung.weg(d, z.einmal), aendern));
  }

  function zeichnen(ort, wo) {
    const id = wo[0] || "";
    const alle = Zustand.z.daten.entscheider;
    const d = Object.prototype.hasOwnProperty.call(alle, id) ? alle[id] : null;
    if (!d) { Baum.anhaengen(ort, [h("h1", {}, "Entscheidungshilfe nicht gefunden"), h("p", {}, h("a", { href: "#werkzeuge" }, "Zu allen Werkzeugen"))]); return; }
    const gespeichert = d.fluechtig ? fluechtig.get(id) : (Zustand.z.akte.rechnungen[id] || {}).eingabe;
    const z = zustand(d, gespeichert || null);
    const aus = h("section", { class: "karte empfehlung" });
    const ansage = Meldung.ansage();
    const neu = () => {
      Baum.ersetzen(aus, h("h2", {}, "Empfehlung"), ergebnis(d, z));
      const kern = aus.querySelector(".kern");
      ansage.sagen("Empfehlung: " + (kern ? kern.textContent : "Es fehlen noch Angaben."));
    };
    const merken = (wert) => {
      if (d.fluechtig) fluechtig.set(id, wert);
      else Zustand.aendern((a) => { if (wert) a.rechnungen[id] = { eingabe: wert }; else delete a.rechnungen[id]; });
    };
    const aendern = () => { merken(JSON.parse(JSON.stringify(z))); neu(); };
    Baum.anhaengen(ort, [h("p", { class: "ueber" }, h("a", { href: "#werkzeuge" }, "Werkzeuge"), " › " + id + ", Entscheidungshilfe"), h("h1", {}, d.titel), h("p", { class: "vorspann" }, d.einleitung), einmal(d, z, aendern), d.eintrag ? eintraege(d, z, aendern) : null, aus, ansage.el,
      h("div", { class: "knoepfe knoepfe-ende" }, h("a", { class: "knopf", href: "#werkzeug/" + id }, "Anleitung und Beispiel lesen"), h("button", { type: "button", class: "knopf", beiClick: () => window.print() }, "Drucken"),
        h("button", { type: "button", class: "knopf", beiClick: () => { merken(null); Anwendung.zeichnen(); } }, "Leeren"))]);
    neu();
  }

  return Object.freeze({ zeichnen });
}());
