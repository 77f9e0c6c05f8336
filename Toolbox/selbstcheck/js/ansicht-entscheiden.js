// SPDX-License-Identifier: Apache-2.0
// The decision aids on the screen: questions, the recommendation with its reason, and what to do next.
const AnsichtEntscheiden = (function () {
  const { h } = Baum;
  // What people say about themselves stays in this window and never gets into a file.
  const fluechtig = new Map();
  const istText = (x) => typeof x === "string";
  const zahltext = (x) => istText(x) && /^\d{1,20}(\.\d{1,20})?$/.test(x);

  /** A stored answer is taken only if it fits its question. */
  function sauber(f, w) {
    if (f.typ === "jaNein") return w === "ja" || w === "nein" ? w : "";
    if (f.typ === "auswahl") return f.werte.some((x) => x[0] === w) ? w : "";
    return zahltext(w) ? w : f.standard || "";
  }

  const satz = (fragen, roh) => Object.fromEntries((fragen || []).map((f) => [f.id, sauber(f, roh ? roh[f.id] : undefined)]));
  const stufe = (w) => Number.isInteger(w) && w >= 0 && w <= 4 ? w : "";
  const name = (w) => istText(w) ? w.slice(0, 120) : "";

  function zustand(d, roh) {
    const r = roh && typeof roh === "object" ? roh : {};
    const l = (x) => Array.isArray(x) && x.length ? x.slice(0, 30).map((y) => y && typeof y === "object" ? y : {}) : [{}];
    if (d.art === "regeln") return { faelle: l(r.faelle).map((x) => ({ name: name(x.name), antworten: satz(d.fragen, x.antworten) })) };
    if (d.art === "mittelwerte") return { boegen: l(r.boegen).map((b) => Object.fromEntries(d.aussagen.map((a) => [a.id, stufe(b[a.id])]))) };
    const eine = (x) => ({ fragen: satz(d.je_option, x.fragen), punkte: Object.fromEntries(d.kriterien.map((k) => [k.id, stufe(x.punkte ? x.punkte[k.id] : "")])) });
    const da = l(r.optionen);
    return { allgemein: satz(d.fragen, r.allgemein), optionen: d.optionen ? d.optionen.map((o, i) => Object.assign({ id: o.id, name: o.name }, eine(da[i] || {}))) : da.map((x) => Object.assign({ name: name(x.name) }, eine(x))) };
  }

  function feld(f, halter, aendern) {
    const setzen = (w) => { halter[f.id] = w; aendern(); };
    if (f.typ === "jaNein") return Feld.radios({ text: f.text, hilfe: f.hilfe, klasse: "quer", wert: halter[f.id], werte: [{ wert: "ja", text: "ja" }, { wert: "nein", text: "nein" }], aendern: setzen });
    if (f.typ === "auswahl") return Feld.radios({ text: f.text, hilfe: f.hilfe, klasse: "quer", wert: halter[f.id], werte: f.werte.map(([wert, text]) => ({ wert, text })), aendern: setzen });
    const prozent = f.typ === "prozent";
    const anzeige = prozent && halter[f.id] !== "" ? Bruch.fest(Bruch.mal(halter[f.id], 100), 6).replace(/\.?0+$/, "") : halter[f.id];
    return Feld.zahl({ text: f.text, hilfe: f.hilfe, einheit: f.einheit, wert: anzeige, grenzen: { min: f.min, max: prozent ? "100" : f.max, ganz: f.typ === "ganzzahl" },
      aendern: (w) => setzen(w === null ? "" : prozent ? Bruch.fest(Bruch.durch(w, 100), 12).replace(/\.?0+$/, "") : w) });
  }

  function verweise(ids) {
    const da = (ids || []).filter((id) => Zustand.z.daten.werkzeuge[id]);
    return da.length ? h("p", {}, "Weiter mit: ", da.map((id, i) => [i ? ", " : "", h("a", { href: "#werkzeug/" + id }, id + " " + Zustand.z.daten.werkzeuge[id].titel)])) : null;
  }

  const fehlliste = (titel, l) => l.length ? [h("p", {}, titel), h("ul", {}, l.slice(0, 8).map((x) => h("li", {}, x)))] : null;

  function empfehlung(d, e, ueber) {
    const x = d.ergebnisse[e.id];
    return h("div", {}, ueber ? h("p", { class: "ueber" }, ueber) : null, h("p", { class: "kern" }, h("strong", {}, x.titel)), h("p", {}, "Warum: " + e.grund), h("p", {}, x.text), verweise(x.weiter));
  }

  function regelergebnis(d, z) {
    return z.faelle.map((f, i) => {
      const r = Entscheidung.regeln(d, f.antworten);
      const titel = d.mehrfach ? f.name || d.mehrfach + " " + (i + 1) : null;
      return h("div", { class: d.mehrfach ? "zeile" : undefined }, titel ? h("h3", {}, titel) : null, r.fehlt.length ? fehlliste("Es fehlt noch:", r.fehlt) : r.ergebnisse.map((e) => empfehlung(d, e, r.ergebnisse.length > 1 ? e.name : null)),
        r.groessen.filter((g) => g.wert !== null && !r.fehlt.length).map((g) => h("p", { class: "klein" }, g.text + ": " + Zahl.bruch(g.wert, 2) + " " + g.einheit)),
        r.hinweise.length ? h("ul", {}, r.hinweise.map((x) => h("li", {}, x))) : null, r.fehlt.length ? null : fehlliste("Noch offen (zählt wie Nein):", r.offen));
    });
  }

  function nutzwertergebnis(d, z) {
    const r = Entscheidung.nutzwert(d, z.allgemein, z.optionen);
    if (r.fehlt.length) return fehlliste("Es fehlt noch:", r.fehlt);
    const begonnen = z.optionen.some((o) => Object.values(o.punkte).some((p) => p !== ""));
    if (!begonnen && r.rang.length) return h("p", {}, "Vergeben Sie Punkte. Das Ergebnis erscheint hier.");
    if (d.vollstaendig && r.bester && r.bester.offen.length) return fehlliste("Es fehlt noch:", r.bester.offen);
    return [r.ergebnis ? empfehlung(d, r.ergebnis, r.bester ? r.bester.name + ": " + r.bester.punkte + " von " + r.hoechst + " Punkten (" + Zahl.bruch(Bruch.mal(r.bester.anteil, 100), 1) + " %)" : null)
      : r.bester ? h("p", { class: "kern" }, h("strong", {}, r.bester.name), " steht vorn mit " + r.bester.punkte + " von " + r.hoechst + " Punkten.") : h("p", { class: "kern" }, "Es bleibt nichts übrig."),
    r.bester && r.bester.vorrang ? h("p", {}, d.vorrang.text) : null,
    r.rang.length > 1 ? Baum.tabelle("Rangfolge", ["Platz", d.gegenstand, "Punkte", "Noch offen"], r.rang.map((o, i) => [i + 1, o.name + (o.vorrang ? " (Vorrang)" : ""), o.punkte + " von " + r.hoechst, o.offen.length ? o.offen.join(", ") : "–"]), "zahlen") : null,
    r.ausgeschlossen.length ? h("ul", {}, r.ausgeschlossen.map((o) => h("li", {}, o.name + ": " + o.ausgeschlossen))) : null,
    r.hinweise.length ? h("ul", {}, r.hinweise.map((x) => h("li", {}, x))) : null, d.lesen ? h("p", {}, d.lesen) : null, r.ergebnis ? null : verweise(d.weiter)];
  }

  function mittelergebnis(d, z) {
    const r = Entscheidung.mittelwerte(d, z.boegen);
    if (!r.werte) return h("p", {}, r.anzahl ? "Für einen Teamwert braucht es mindestens " + d.mindestens + " vollständige Bögen. Bisher sind es " + r.anzahl + "." : "Füllen Sie mindestens einen Bogen vollständig aus.");
    const e = d.ergebnisse[r.engpass || "keiner"];
    return [h("p", { class: "kern" }, h("strong", {}, e.titel)), Baum.tabelle("Mittelwerte", ["Bereich", "Mittelwert (0 bis 4)"], d.gruppen.map((g) => [g.text, Zahl.bruch(r.werte[g.id], 2)]), "zahlen"), h("p", {}, e.text),
      r.unreif ? h("p", {}, "Alle drei Werte liegen unter 2,0. Das Vorhaben ist noch nicht reif für den nächsten Schritt.") : null,
      h("p", { class: "klein" }, "Aus " + Worte.zahlwort(r.anzahl, "Bogen", "Bögen") + ". Die Werte gehören nicht in Personalakten."), verweise(e.weiter)];
  }

  /** Repeated parts with buttons to add and remove; `eine` draws one. */
  function teile(liste, wort, neues, eine, aendern, fest) {
    const ort = h("div", {});
    const knopf = h("button", { type: "button", class: "knopf" }, wort + " hinzufügen");
    const zeichnen = () => Baum.ersetzen(ort, liste.map((x, i) => h("section", { class: "karte", role: "group", "aria-label": fest ? x.name : wort + " " + (i + 1) }, h("h2", {}, fest ? x.name : wort + " " + (i + 1)), eine(x),
      !fest && liste.length > 1 ? h("button", { type: "button", class: "knopf knopf-klein", beiClick: () => { liste.splice(i, 1); zeichnen(); aendern(); knopf.focus(); } }, wort + " " + (i + 1) + " entfernen") : null)));
    knopf.addEventListener("click", () => {
      if (liste.length >= 30) return;
      liste.push(neues());
      zeichnen();
      aendern();
      ort.lastElementChild.querySelector("input, select").focus();
    });
    zeichnen();
    return [ort, fest ? null : h("p", {}, knopf)];
  }

  function punktfelder(d, o, aendern) {
    return d.kriterien.map((k) => Feld.auswahl({ text: k.text + " (Gewicht " + k.gewicht + ")", wert: o.punkte[k.id], werte: [["", "noch offen"]].concat(k.stufen.map((s, n) => [n, n + " – " + s])),
      aendern: (w) => { o.punkte[k.id] = w === "" ? "" : Number(w); aendern(); } }));
  }

  function formular(d, z, aendern) {
    const namensfeld = (x, wort) => Feld.text({ text: "Name: " + wort, laenge: 120, wert: x.name, aendern: (w) => { x.name = w; aendern(); } });
    if (d.art === "regeln") {
      const eine = (f) => {
        const ort = h("div", {});
        let gezeigt = "";
        const zeichnen = () => {
          const da = Entscheidung.gefragt(d, f.antworten);
          const schluessel = da.map((q) => q.id).join();
          if (schluessel === gezeigt) return;
          for (const q of d.fragen) {
            const alt = ort.querySelector('[data-frage="' + q.id + '"]');
            if (!da.includes(q)) { if (alt) alt.remove(); continue; }
            if (alt) continue;
            const el = h("div", { "data-frage": q.id }, feld(q, f.antworten, () => { zeichnen(); aendern(); }));
            const danach = d.fragen.slice(d.fragen.indexOf(q) + 1).map((x) => ort.querySelector('[data-frage="' + x.id + '"]')).find(Boolean);
            ort.insertBefore(el, danach || null);
          }
          gezeigt = schluessel;
        };
        zeichnen();
        return [d.mehrfach ? namensfeld(f, d.mehrfach) : null, ort];
      };
      if (!d.mehrfach) return h("section", { class: "karte" }, h("h2", {}, "Die Fragen"), eine(z.faelle[0]));
      return teile(z.faelle, d.mehrfach, () => ({ name: "", antworten: satz(d.fragen, {}) }), eine, aendern, false);
    }
    if (d.art === "mittelwerte") {
      return teile(z.boegen, "Bogen", () => Object.fromEntries(d.aussagen.map((a) => [a.id, ""])), (b) => d.aussagen.map((a) => Feld.auswahl({ text: a.text, wert: b[a.id], werte: [["", "noch offen"]].concat(d.stufen.map((s, n) => [n, s])),
        aendern: (w) => { b[a.id] = w === "" ? "" : Number(w); aendern(); } })), aendern, false);
    }
    const allgemein = d.fragen ? h("section", { class: "karte" }, h("h2", {}, "Vorab"), d.fragen.map((f) => feld(f, z.allgemein, aendern))) : null;
    return [allgemein, teile(z.optionen, d.gegenstand, () => ({ name: "", fragen: satz(d.je_option, {}), punkte: Object.fromEntries(d.kriterien.map((k) => [k.id, ""])) }),
      (o) => [d.optionen ? null : namensfeld(o, d.gegenstand), (d.je_option || []).map((f) => feld(f, o.fragen, aendern)), h("div", { class: "zweispaltig" }, punktfelder(d, o, aendern))], aendern, Boolean(d.optionen))];
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
      Baum.ersetzen(aus, h("h2", {}, "Empfehlung"), d.art === "regeln" ? regelergebnis(d, z) : d.art === "nutzwert" ? nutzwertergebnis(d, z) : mittelergebnis(d, z));
      const kern = aus.querySelector(".kern");
      ansage.sagen("Empfehlung: " + (kern ? kern.textContent : "Es fehlen noch Angaben."));
    };
    const merken = (wert) => {
      if (d.fluechtig) fluechtig.set(id, wert);
      else Zustand.aendern((a) => { if (wert) a.rechnungen[id] = { eingabe: wert }; else delete a.rechnungen[id]; });
    };
    const aendern = () => { merken(JSON.parse(JSON.stringify(z))); neu(); };
    Baum.anhaengen(ort, [h("p", { class: "ueber" }, h("a", { href: "#werkzeuge" }, "Werkzeuge"), " › " + id + ", Entscheidungshilfe"), h("h1", {}, d.titel), h("p", { class: "vorspann" }, d.einleitung), formular(d, z, aendern), aus, ansage.el,
      h("div", { class: "knoepfe knoepfe-ende" }, h("a", { class: "knopf", href: "#werkzeug/" + id }, "Anleitung und Beispiel lesen"), h("button", { type: "button", class: "knopf", beiClick: () => window.print() }, "Drucken"),
        h("button", { type: "button", class: "knopf", beiClick: () => { merken(null); Anwendung.zeichnen(); } }, "Leeren"))]);
    neu();
  }

  return Object.freeze({ zeichnen });
}());
