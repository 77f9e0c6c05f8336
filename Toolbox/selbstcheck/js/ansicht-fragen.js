// SPDX-License-Identifier: Apache-2.0
// The questions: one dimension of one phase per screen.
const AnsichtFragen = (function () {
  const { h } = Baum;

  const fragen = () => Katalog.fragen(Zustand.z.daten.katalog, Auswertung.lage(Zustand.z.akte));

  /** The screens in order, each {schluessel, phase, dim, fragen}. The short check has one screen per phase. */
  function bilder() {
    const aus = [];
    for (const f of fragen()) {
      const kurz = Zustand.z.akte.umfang === "kurz";
      const s = "P" + f.phase + (kurz ? "" : "-" + f.dim);
      const letztes = aus[aus.length - 1];
      if (letztes && letztes.schluessel === s) letztes.fragen.push(f);
      else aus.push({ schluessel: s, phase: f.phase, dim: kurz ? null : f.dim, fragen: [f] });
    }
    return aus;
  }

  const gegeben = (a) => Boolean(a) && (a.wn === true || (a.nz === true && (a.grund || "").trim() !== "") || typeof a.wert === "number" || typeof a.zahl === "string");
  const antwortZu = (f) => Zustand.z.akte.antworten[f.id];
  /** As scoring sees it: an answer to another wording of the question is none. */
  const beantwortet = (f) => gegeben(antwortZu(f)) && !Antwortdatei.veraltet(f, antwortZu(f));
  const offen = () => fragen().filter((f) => !beantwortet(f));

  function setzen(f, tun) {
    Zustand.aendern((akte) => {
      const a = akte.antworten[f.id] || Object.create(null);
      tun(a);
      // A remark does not make an old answer a new one.
      if (!(Antwortdatei.veraltet(f, a) && gegeben(a))) a.rev = f.rev;
      const leer = Object.keys(a).every((k) => k === "rev" || a[k] === "" || a[k] === undefined);
      if (leer) delete akte.antworten[f.id]; else akte.antworten[f.id] = a;
    });
  }

  function waehlen(f, wahl) {
    setzen(f, (a) => {
      const behalten = { grund: a.grund };
      for (const k of ["wert", "zahl", "wn", "nz", "grund"]) delete a[k];
      Object.assign(a, wahl);
      if (wahl.nz && behalten.grund) a.grund = behalten.grund;
      a.rev = f.rev;
    });
  }

  function antwortfelder(f, a, danach) {
    const { katalog } = Zustand.z.daten;
    const name = "frage-" + f.id;
    const knopf = (text, drin, wahl, klasse) => h("label", { class: "wahl" + (klasse ? " " + klasse : "") },
      h("input", { type: "radio", name, checked: drin, beiChange: () => { waehlen(f, wahl); danach(); } }), h("span", {}, text));
    const sonder = [knopf("weiß ich nicht", a.wn === true, { wn: true }, "wahl-sonder"),
      f.nz ? knopf("nicht zutreffend", a.nz === true, { nz: true }, "wahl-sonder") : null];
    if (f.skala !== "zahl") {
      return h("div", { class: "stufen stufen-" + f.skala }, h("div", { class: "stufen-skala" },
        katalog.skalen[f.skala].stufen.map((s) => knopf(s.text, a.wert === s.wert, { wert: s.wert }))), h("div", { class: "stufen-sonder" }, sonder));
    }
    const feld = Feld.zahl({ text: "Ihre Zahl", einheit: f.einheit, wert: a.zahl, grenzen: { min: f.min, max: f.max, deckeln: true },
      aendern: (w) => {
        if (w !== null) { waehlen(f, { zahl: w }); zahlRadio.checked = true; } else if (typeof (Zustand.z.akte.antworten[f.id] || {}).zahl === "string") waehlen(f, {});
        danach();
      } });
    const zahlRadio = h("input", { type: "radio", name, checked: typeof a.zahl === "string", beiChange: () => feld.querySelector("input").focus() });
    return h("div", { class: "stufen stufen-zahl" }, h("div", { class: "stufen-skala" }, h("label", { class: "wahl" }, zahlRadio, h("span", {}, "Wir kennen die Zahl")), feld), h("div", { class: "stufen-sonder" }, sonder));
  }

  /** One question with its answers, help, evidence and remark. */
  function karte(f, nummer, aktualisieren) {
    const notizen = () => Zustand.z.akte.antworten[f.id] || {};
    const a = () => Antwortdatei.veraltet(f, antwortZu(f)) ? {} : notizen();
    const folge = h("div", { class: "frage-folge", "aria-live": "polite" });
    const wer = h("p", {}, "Wer könnte das wissen? ", h("strong", {}, Worte.rollen[f.wer] || f.wer), ". Sie können die Frage später beantworten oder der Person diese Seite geben.");
    const grund = Feld.text({ text: "Warum trifft das bei Ihnen nicht zu?", pflicht: true, laenge: 500, wert: a().grund, hilfe: "Ohne Grund zählt die Frage als offen.",
      aendern: (w) => { setzen(f, (x) => { x.grund = w; }); aktualisieren(); } });
    const danach = () => {
      const x = a();
      if (x.wn && !folge.contains(wer)) Baum.ersetzen(folge, wer);
      else if (x.nz && !folge.contains(grund)) Baum.ersetzen(folge, grund);
      else if (!x.wn && !x.nz) Baum.leeren(folge);
      if (beantwortet(f)) alt.remove();
      el.classList.toggle("frage-fertig", beantwortet(f));
      aktualisieren();
    };
    const alt = Antwortdatei.veraltet(f, antwortZu(f)) && gegeben(antwortZu(f)) ? h("div", { class: "frage-veraltet" },
      h("p", {}, h("strong", {}, "Die Frage hat sich seit Ihrer Antwort geändert: bitte neu beantworten.")),
      h("p", {}, "Ihre frühere Antwort war: „" + Worte.antwort(Zustand.z.daten.katalog, f, antwortZu(f)) + "“. Bis Sie neu antworten, zählt die Frage als offen.")) : h("div", {});
    const notiz = (notizen().beleg || "") + (notizen().bemerkung || "");
    const el = h("fieldset", { class: "frage karte", id: "f-" + f.id },
      h("legend", {}, h("span", { class: "frage-nr" }, nummer), h("span", { class: "frage-text" }, f.text), f.ko ? h("span", { class: "muss" }, "Muss-Punkt") : null),
      f.hilfe ? h("p", { class: "frage-hilfe" }, f.hilfe) : null, alt,
      antwortfelder(f, a(), danach), folge,
      h("div", { class: "frage-mehr" },
        h("details", {}, h("summary", {}, "Wer weiß das? Was wäre ein Beleg?"),
          h("p", {}, "Am besten antwortet: " + (Worte.rollen[f.wer] || f.wer) + "."), f.beleg ? h("p", {}, "Das wäre ein Beleg: " + f.beleg + ".") : null,
          f.ko ? h("p", {}, "Ein Muss-Punkt lässt sich nicht durch andere Antworten ausgleichen. Ohne ihn gilt die Phase nicht als abgesichert.") : null),
        h("details", { open: notiz !== "" }, h("summary", {}, "Beleg oder Bemerkung notieren"),
          Feld.text({ text: "Beleg (Schriftstück, Datum, Fundort)", laenge: 500, wert: notizen().beleg, aendern: (w) => setzen(f, (x) => { x.beleg = w; }) }),
          Feld.text({ text: "Bemerkung", zeilen: 2, wert: notizen().bemerkung, aendern: (w) => setzen(f, (x) => { x.bemerkung = w; }) }))));
    const x = a();
    if (x.wn) folge.appendChild(wer);
    if (x.nz) folge.appendChild(grund);
    el.classList.toggle("frage-fertig", beantwortet(f));
    return el;
  }

  function fortschritt() {
    const alle = fragen();
    const rest = offen().length;
    const fertig = alle.length - rest;
    return { alle: alle.length, fertig, rest, text: fertig + " von " + alle.length + " Fragen beantwortet" + (rest ? ", noch etwa " + Worte.mal(Math.max(1, Math.ceil(rest / 2)), "Minute", "Minuten") : "") };
  }

  function zusammengefuehrt(ort) {
    Baum.anhaengen(ort, [h("h1", {}, "Fragen"), h("div", { class: "karte" },
      h("p", {}, "Sie haben eine zusammengeführte Datei geöffnet. Die Antworten der einzelnen Personen bleiben, wie sie sind."),
      h("p", {}, "Wo Sie sich einigen, tragen Sie eine Festlegung ein: unter ", h("a", { href: "#zusammenfuehren" }, "Zusammenführen"), "."))]);
  }

  function zeichnen(ort, teile) {
    if (AnsichtStart.fehlend(Zustand.z.akte).length) {
      Baum.anhaengen(ort, [h("h1", {}, "Fragen"), h("div", { class: "karte" }, h("p", {}, "Bitte machen Sie zuerst die Angaben auf der Startseite. Davon hängt ab, welche Fragen Sie bekommen."),
        h("p", {}, h("a", { class: "knopf knopf-haupt", href: "#start" }, "Zur Startseite")))]);
      return;
    }
    if (Zustand.z.akte.stimmen) { zusammengefuehrt(ort); return; }
    const alle = bilder();
    const erstesOffenes = alle.findIndex((b) => b.fragen.some((f) => !beantwortet(f)));
    let i = alle.findIndex((b) => b.schluessel === teile[0]);
    if (i < 0) i = Math.max(0, erstesOffenes);
    const b = alle[i];
    const { katalog } = Zustand.z.daten;
    const phase = katalog.phasen.find((p) => p.nr === b.phase);
    const thema = (x) => x.dim ? katalog.dimensionen.find((d) => d.id === x.dim).text : katalog.phasen.find((p) => p.nr === x.phase).titel;
    const erste = alle.slice(0, i).reduce((n, x) => n + x.fragen.length, 0);
    const gesamt = alle.reduce((n, x) => n + x.fragen.length, 0);
    const stand = h("p", { class: "fortschritt-text", role: "status" });
    const strich = h("span", { class: "fortschritt-fest" });
    const aktualisieren = () => {
      const s = fortschritt();
      Baum.ersetzen(stand, s.text);
      strich.style.width = (s.alle ? 100 * s.fertig / s.alle : 0) + "%";
    };
    const bis = erste + b.fragen.length;
    Baum.anhaengen(ort, [
      h("p", { class: "ueber" }, (b.dim ? "Phase " + b.phase + ": " + phase.titel : "Kurzcheck, Phase " + b.phase) + (b.phase > Zustand.z.akte.standort && b.dim ? " (Vorschau auf später)" : "")),
      h("h1", {}, thema(b)),
      h("div", { class: "fortschritt" }, h("p", {}, b.fragen.length === 1 ? "Frage " + bis + " von " + gesamt : "Fragen " + (erste + 1) + " bis " + bis + " von " + gesamt), h("div", { class: "fortschritt-bahn", "aria-hidden": "true" }, strich), stand),
      b.fragen.map((f, n) => karte(f, erste + n + 1, aktualisieren)),
      h("div", { class: "knoepfe knoepfe-ende" },
        i + 1 < alle.length ? h("a", { class: "knopf knopf-haupt", id: "fragen-weiter", href: "#fragen/" + alle[i + 1].schluessel }, "Weiter") : h("a", { class: "knopf knopf-haupt", id: "fragen-weiter", href: "#ergebnis" }, "Zum Ergebnis"),
        h("a", { class: "knopf", href: i > 0 ? "#fragen/" + alle[i - 1].schluessel : "#start" }, "Zurück"),
        i + 1 < alle.length ? h("a", { class: "leise-link", href: "#ergebnis" }, "Zwischenstand ansehen") : null),
      h("details", { class: "uebersicht karte karte-leise" }, h("summary", {}, "Alle Themen und Seiten"),
        h("ol", {}, alle.map((x) => {
          const fertig = x.fragen.filter(beantwortet).length;
          return h("li", {}, h("a", { href: "#fragen/" + x.schluessel, "aria-current": x === b ? "page" : undefined }, "Phase " + x.phase + ": " + thema(x)),
            " – " + fertig + " von " + x.fragen.length);
        }))),
    ]);
    aktualisieren();
  }

  return Object.freeze({ zeichnen, fortschritt, offen, beantwortet });
}());
