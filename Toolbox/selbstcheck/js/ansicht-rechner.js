// SPDX-License-Identifier: Apache-2.0
// The calculators on the screen: fields from their definition, the result, and every step.
const AnsichtRechner = (function () {
  const { h } = Baum;
  const definition = (id) => Zustand.z.daten.rechner[id];
  const istText = (x) => typeof x === "string";
  const istZahltext = (x) => istText(x) && /^-?\d{1,30}(\.\d{1,20})?$/.test(x);

  /** The fields of a list of inputs with their defaults; facts of the municipality are filled in. */
  function vorgaben(eingaben) {
    const e = Object.create(null);
    for (const f of eingaben) {
      if (f.typ === "zeilen") e[f.id] = [vorgaben(f.spalten)];
      else if (f.typ === "posten") e[f.id] = Object.entries(f.standard || {}).map(([name, wert]) => ({ name, wert }));
      else if (f.typ === "reihe") e[f.id] = [...f.standard];
      else if (f.typ === "sperre") e[f.id] = "";
      else {
        const aus = f.stammdatum ? Zustand.z.akte.stammdaten[f.stammdatum] : undefined;
        e[f.id] = aus !== undefined ? String(aus) : f.standard === undefined ? "" : f.standard;
      }
    }
    return e;
  }

  /** Stored inputs are untrusted: only fields of the right kind are taken over. */
  function uebernehmen(eingaben, e, roh) {
    if (roh === null || typeof roh !== "object") return e;
    for (const f of eingaben) {
      const w = roh[f.id];
      if (w === undefined) continue;
      if (f.typ === "zeilen") { if (Array.isArray(w)) e[f.id] = w.slice(0, 50).map((z) => uebernehmen(f.spalten, vorgaben(f.spalten), z)); }
      else if (f.typ === "posten") { if (Array.isArray(w)) e[f.id] = w.slice(0, 50).filter((p) => p && istText(p.name) && istText(p.wert)).map((p) => ({ name: p.name, wert: istZahltext(p.wert) ? p.wert : "" })); }
      else if (f.typ === "reihe") { if (Array.isArray(w) && w.length) e[f.id] = w.slice(0, 30).map((x) => istZahltext(x) ? x : ""); }
      else if (f.typ === "jaNein") { if (typeof w === "boolean") e[f.id] = w; }
      else if (f.typ === "auswahl") { if (f.werte.some((x) => x[0] === w)) e[f.id] = w; }
      else if (f.typ === "tag") { if (istText(w) && (w === "" || Kalendertag.teile(w))) e[f.id] = w; }
      else if (f.typ === "sperre") { if (w === "offen" || w === "" || (istText(w) && Kalendertag.teile(w))) e[f.id] = w; }
      else if (f.typ === "text") { if (istText(w)) e[f.id] = w; }
      else if (istZahltext(w) || w === "") e[f.id] = w;
    }
    return e;
  }

  function verschachtelt(o, pfad, wert) {
    const t = pfad.split(".");
    if (t.length === 1) o[pfad] = wert;
    else { o[t[0]] = o[t[0]] || {}; o[t[0]][t[1]] = wert; }
  }

  /** Inputs as the formula wants them, or a list of what is missing. */
  function fuerFormel(eingaben, e, fehlt, wo) {
    const o = {};
    for (const f of eingaben) {
      const w = e[f.id];
      if (f.typ === "zeilen") o[f.id] = w.map((z, i) => fuerFormel(f.spalten, z, fehlt, f.zeile + " " + (i + 1) + ": "));
      else if (f.typ === "posten") {
        const karte = {};
        w.forEach((p, i) => {
          if (p.wert === "?") { fehlt.push(wo + "Betrag, Posten " + (i + 1)); return; }
          if (p.wert === "" && p.name.trim() === "") return;
          let name = p.name.trim() || "Posten " + (i + 1);
          while (Object.prototype.hasOwnProperty.call(karte, name)) name += " ";
          karte[name] = p.wert === "" ? "0" : p.wert;
        });
        o[f.id] = karte;
      } else if (f.typ === "reihe") {
        if (w.some((x) => x === "" || x === "?")) fehlt.push(wo + f.text);
        o[f.id] = w;
      } else if (f.typ === "sperre") {
        if (w === "tag") fehlt.push(wo + "Gesperrt bis");
        else if (w) o[f.id] = w;
      } else if (w === "?") fehlt.push(wo + f.text);
      else if (w === "" || w === null || w === undefined) {
        if (f.freiwillig) continue;
        if (f.typ === "text") { verschachtelt(o, f.id, wo.replace(/: $/, "") || "ohne Namen"); continue; }
        if (f.id === "datum" && e.regel === "dauernd") { o.datum = "2000-01-01"; continue; }
        fehlt.push(wo + f.text);
      } else if (f.typ === "ganzzahl") verschachtelt(o, f.id, Number(w));
      else verschachtelt(o, f.id, w);
    }
    return o;
  }

  function rechnen(id, e) {
    const fehlt = [];
    const eingabe = fuerFormel(definition(id).eingaben, e, fehlt, "");
    const posten = definition(id).eingaben.filter((f) => f.typ === "posten");
    if (posten.length && posten.every((f) => Object.values(eingabe[f.id]).every((w) => w === "0"))) fehlt.push("Mindestens ein Betrag");
    if (fehlt.length) return { fehlt };
    if (id === "KH-08" && new Set(eingabe.angebote.map((a) => a.name)).size < eingabe.angebote.length) return { fehler: "Zwei Angebote haben dieselbe Bezeichnung." };
    try {
      return Formeln[id](eingabe);
    } catch (fehler) {
      if (fehler instanceof RangeError) return { fehler: "So lässt sich nicht rechnen: " + fehler.message };
      throw fehler;
    }
  }

  /** The result for stored inputs, or null; the report uses it. */
  function ergebnis(id, roh) {
    const d = definition(id);
    const r = rechnen(id, uebernehmen(d.eingaben, vorgaben(d.eingaben), roh));
    return r.ergebnis || null;
  }

  function zeigen(d, a, e) {
    const w = a.id.split(".").reduce((o, k) => o === null || o === undefined ? o : o[k], e);
    const einzahl = { Jahre: "Jahr", Seiten: "Seite", Stunden: "Stunde", Tage: "Tag", Wochen: "Woche" };
    const mit = (t) => t + (a.einheit ? " " + (t === "1" && einzahl[a.einheit] || a.einheit) : "");
    if (w === null || w === undefined) return a.art === "text" ? null : a.art === "tag" ? "noch nicht" : "wird nicht erreicht";
    if (a.art === "euro") return Zahl.zeigen(w) + " €";
    if (a.art === "euroliste") return w.map((x) => Zahl.zeigen(x) + " €").join(" / ");
    if (a.art === "liste") return w.length ? w.map((x) => istZahltext(String(x)) ? Zahl.zeigen(String(x)) : x).join(" / ") + (a.einheit ? " " + a.einheit : "") : "–";
    if (a.art === "karte") return Object.entries(w).map(([k, x]) => k + ": " + Zahl.zeigen(x)).join(", ") || "–";
    if (a.art === "tag") return Kalendertag.zeigen(w);
    if (a.art === "wort") return d.worte[w] || w;
    if (a.art === "anteil") return Zahl.knapp(Bruch.mal(w, 100), 1) + " %";
    if (a.art === "text") return String(w);
    return mit(Zahl.zeigen(String(w)));
  }

  function feld(f, e, aendern) {
    const setzen = (w) => { e[f.id] = w; aendern(); };
    const grenzen = { min: f.min, max: f.max, ganz: f.typ === "ganzzahl" };
    const o = { text: f.text, hilfe: [f.hilfe, f.quelle].filter(Boolean).join(". ") || undefined, einheit: f.einheit, wert: e[f.id] };
    if (f.typ === "jaNein") return Feld.radios({ text: f.text, klasse: "quer", wert: e[f.id], werte: [{ wert: true, text: "ja" }, { wert: false, text: "nein" }], aendern: setzen });
    if (f.typ === "auswahl") return Feld.auswahl(Object.assign(o, { werte: f.werte, aendern: setzen }));
    if (f.typ === "tag") return Feld.tag(Object.assign(o, { aendern: setzen }));
    if (f.typ === "text") return Feld.text(Object.assign(o, { laenge: 80, aendern: setzen }));
    if (f.typ === "prozent") {
      const mal100 = (x) => istZahltext(String(x)) ? Zahl.knapp(Bruch.mal(String(x), 100), 6).replace(/\./g, "").replace(",", ".").replace("−", "-") : "";
      return Feld.zahl(Object.assign(o, { wert: mal100(e[f.id]), grenzen: { anteil: true, min: mal100(f.min || "0"), max: f.max ? mal100(f.max) : undefined },
        aendern: (w, unklar) => setzen(unklar ? "?" : w === null ? "" : Bruch.fest(Bruch.durch(w, 100), 12).replace(/\.?0+$/, "")) }));
    }
    if (f.typ === "sperre") {
      const ort = h("div", {});
      const tag = () => Baum.ersetzen(ort, e[f.id] !== "" && e[f.id] !== "offen" ? Feld.tag({ text: "Gesperrt bis", wert: e[f.id] === "tag" ? "" : e[f.id], aendern: (w) => setzen(w || "tag") }) : null);
      const art = e[f.id] === "" ? "" : e[f.id] === "offen" ? "offen" : "tag";
      const r = Feld.radios({ text: f.text, wert: art, werte: [{ wert: "", text: "nein" }, { wert: "tag", text: "ja, bis zu einem Tag" }, { wert: "offen", text: "ja, bis zur Freigabe" }], aendern: (w) => { setzen(w); tag(); } });
      tag();
      return h("div", {}, r, ort);
    }
    return Feld.zahl(Object.assign(o, { grenzen, aendern: (w, unklar) => setzen(unklar ? "?" : w === null ? "" : w) }));
  }

  /** A list that grows and shrinks; `eine` draws one element and gives it a name for the buttons. */
  function wachsend(titel, wort, liste, neues, eine, aendern) {
    const ort = h("div", {});
    const knopf = h("button", { type: "button", class: "knopf knopf-klein" }, wort + " hinzufügen");
    const zeichnen = () => Baum.ersetzen(ort, liste.map((x, i) => h("div", { class: "zeile", role: "group", "aria-label": wort + " " + (i + 1) }, eine(x, i),
      liste.length > 1 ? h("p", {}, h("button", { type: "button", class: "knopf knopf-klein", beiClick: () => { liste.splice(i, 1); zeichnen(); aendern(); knopf.focus(); } }, wort + " " + (i + 1) + " entfernen")) : null)));
    knopf.addEventListener("click", () => {
      if (liste.length >= 50) return;
      liste.push(neues());
      zeichnen();
      aendern();
      const neu = ort.lastElementChild.querySelector("input, select");
      if (neu) neu.focus();
    });
    zeichnen();
    return h("fieldset", { class: "breit" }, h("legend", {}, titel), ort, knopf);
  }

  function eingabefeld(f, e, aendern) {
    if (f.typ === "zeilen") return wachsend(f.text, f.zeile, e[f.id], () => vorgaben(f.spalten), (z) => h("div", { class: "zweispaltig" }, f.spalten.map((s) => feld(s, z, aendern))), aendern);
    if (f.typ === "posten") {
      return wachsend(f.text, "Posten", e[f.id], () => ({ name: "", wert: "" }), (p, i) => h("div", { class: "zweispaltig" },
        Feld.text({ text: "Bezeichnung, Posten " + (i + 1), laenge: 80, wert: p.name, aendern: (w) => { p.name = w; aendern(); } }),
        Feld.zahl({ text: "Betrag, Posten " + (i + 1), einheit: f.einheit, wert: p.wert, grenzen: { min: "0" }, aendern: (w, unklar) => { p.wert = unklar ? "?" : w === null ? "" : w; aendern(); } })), aendern);
    }
    if (f.typ === "reihe") {
      return h("div", { class: "breit" }, wachsend(f.text, "Jahr", e[f.id], () => "1", (_, i) => {
        const halter = { wert: e[f.id][i] };
        return feld({ id: "wert", text: "Anteil im Jahr " + (i + 1), typ: "prozent", einheit: "%", min: "0", max: "1" }, halter, () => { e[f.id][i] = halter.wert; aendern(); });
      }, aendern), f.hilfe ? h("p", { class: "hilfe" }, f.hilfe) : null);
    }
    return feld(f, e, aendern);
  }

  function zeichnen(ort, teile) {
    const id = teile[0];
    const d = Object.prototype.hasOwnProperty.call(Zustand.z.daten.rechner, id || "") ? definition(id) : null;
    if (!d) { Baum.anhaengen(ort, [h("h1", {}, "Rechnung nicht gefunden"), h("p", {}, h("a", { href: "#werkzeuge" }, "Zu allen Werkzeugen"))]); return; }
    if (!Zustand.z.rechnetRichtig) { Ergebnisteile.mitErgebnis(ort, d.titel, () => {}); return; }
    const gespeichert = Zustand.z.akte.rechnungen[id];
    const e = uebernehmen(d.eingaben, vorgaben(d.eingaben), gespeichert ? gespeichert.eingabe : null);
    const aus = h("div", { class: "karte rechner-ergebnis" });
    const ansage = Meldung.ansage();
    let geaendert = false;
    const neu = () => {
      const r = rechnen(id, e);
      if (geaendert) Zustand.aendern((a) => { a.rechnungen[id] = { eingabe: JSON.parse(JSON.stringify(e)) }; });
      const haupt = r.ergebnis ? d.ausgaben.find((a) => a.haupt) : null;
      ansage.sagen(r.fehlt ? "Ergebnis: Es fehlt noch " + r.fehlt[0] : r.fehler ? r.fehler : haupt ? "Ergebnis: " + haupt.text + " " + zeigen(d, haupt, r.ergebnis) : "");
      Baum.ersetzen(aus, h("h2", {}, "Ergebnis"), r.fehlt ? [h("p", {}, "Es fehlt noch:"), h("ul", {}, r.fehlt.slice(0, 6).map((x) => h("li", {}, x)), r.fehlt.length > 6 ? h("li", {}, "und " + (r.fehlt.length - 6) + " weitere") : null)]
        : r.fehler ? h("p", { class: "feld-meldung" }, r.fehler)
          : [h("dl", {}, d.ausgaben.map((a) => { const t = zeigen(d, a, r.ergebnis); return t === null ? null : h("div", { class: a.haupt ? "haupt" : undefined }, h("dt", {}, a.text), h("dd", {}, t)); })),
            (r.hinweise || []).map((t) => h("p", { class: "feld-meldung" }, t)),
            d.lesen ? h("p", {}, d.lesen) : null,
            h("details", { open: offen }, h("summary", { beiClick: () => { offen = !offen; } }, "Rechenweg Schritt für Schritt"), h("ol", { class: "schritte" }, r.schritte.map((s) => h("li", {}, h("strong", {}, s.was), h("span", { class: "rechnung klein" }, s.formel), h("span", { class: "rechnung" }, s.rechnung + " → ", h("strong", {}, s.wert))))))]);
    };
    let offen = false;
    const aendern = () => { geaendert = true; neu(); };
    const [eigene, annahmen] = [d.eingaben.filter((f) => !f.annahme), d.eingaben.filter((f) => f.annahme)];
    Baum.anhaengen(ort, [
      h("p", { class: "ueber" }, h("a", { href: "#werkzeuge" }, "Werkzeuge"), " › " + id + ", Kalkulationshilfe"), h("h1", {}, d.titel),
      h("section", { class: "karte" }, h("h2", {}, "Ihre Angaben"), h("div", { class: "zweispaltig" }, eigene.map((f) => eingabefeld(f, e, aendern)))),
      annahmen.length ? h("section", { class: "karte" }, h("h2", {}, "Annahmen"), h("p", {}, "Diese Werte sind Annahmen der DiVA-Toolbox (Stand 2026). Überschreiben Sie sie, sobald Sie eigene haben."), h("div", { class: "zweispaltig" }, annahmen.map((f) => eingabefeld(f, e, aendern)))) : null,
      aus, ansage.el,
      h("div", { class: "knoepfe knoepfe-ende" }, h("a", { class: "knopf", href: "#werkzeug/" + id }, "Anleitung und Beispiele lesen"), h("button", { type: "button", class: "knopf", beiClick: () => window.print() }, "Drucken"),
        h("button", { type: "button", class: "knopf", beiClick: () => { Zustand.aendern((a) => { delete a.rechnungen[id]; }); Anwendung.zeichnen(); } }, "Auf Vorgaben zurücksetzen")),
    ]);
    neu();
  }

  return Object.freeze({ zeichnen, ergebnis, rechnen, vorgaben });
}());
