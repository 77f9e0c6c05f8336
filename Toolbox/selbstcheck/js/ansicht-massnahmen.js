// SPDX-License-Identifier: Apache-2.0
// The plan of action: each step with the text of its tool, who does it and until when.
const AnsichtMassnahmen = (function () {
  const { h } = Baum;
  const E = Ergebnisteile;

  function setzen(id, feld, wert) {
    Zustand.aendern((a) => {
      const m = a.massnahmen[id] || Object.create(null);
      m[feld] = wert;
      a.massnahmen[id] = m;
    });
  }

  function werkzeugteil(x) {
    if (!x.w) return h("p", {}, "Für diesen Punkt gibt es noch kein Werkzeug.");
    const ort = h("div", {});
    const d = h("details", { class: "werkzeug-hier" }, h("summary", {}, "Werkzeug öffnen: " + x.w.id + " " + x.w.w.titel + " (" + x.w.w.art + ", " + x.w.w.minuten + " Minuten)"), ort);
    d.addEventListener("toggle", () => {
      if (!d.open || ort.firstChild) return;
      Baum.anhaengen(ort, [AnsichtWerkzeuge.starten(x.w.id), Baum.werkzeugtext(x.w.w.html), h("p", {}, h("a", { href: "#werkzeug/" + x.w.id }, "Auf eigener Seite öffnen und drucken"))]);
    });
    const weitere = x.f.werkzeuge.filter((id) => id !== x.w.id && Zustand.z.daten.werkzeuge[id]);
    return [d, weitere.length ? h("p", { class: "klein" }, "Auch hilfreich: ", weitere.map((id, i) => [i ? ", " : "", h("a", { href: "#werkzeug/" + id }, id + " " + Zustand.z.daten.werkzeuge[id].titel)])) : null];
  }

  function karte(m, n, akte) {
    const x = E.massnahme(m, akte);
    const f = x.feld;
    return h("li", { class: "karte massnahme", id: "m-" + m.id },
      h("p", { class: "chips" }, h("span", { class: "chip chip-" + m.klasse }, Worte.klasse[m.klasse]), x.schnell ? h("span", { class: "chip" }, "schnell erledigt") : null,
        h("span", { class: "chip chip-leise" }, "Phase " + m.phase + ", " + E.dimText(x.f.dim))),
      h("h2", {}, n + ". " + (m.art === "klaeren" ? "Klären: " : "") + x.f.text),
      x.f.beleg ? h("p", {}, "Erledigt, wenn vorliegt: " + x.f.beleg + ".") : null,
      h("p", { class: "klein" }, "Am besten weiß es: " + (Worte.rollen[x.f.wer] || x.f.wer)),
      h("div", { class: "zweispaltig" },
        Feld.text({ text: "Wer macht es?", laenge: 120, wert: typeof f.wer === "string" ? f.wer : "", aendern: (w) => setzen(m.id, "wer", w) }),
        Feld.tag({ text: "Bis wann?", wert: typeof f.bis === "string" && Kalendertag.teile(f.bis) ? f.bis : "", aendern: (w) => setzen(m.id, "bis", w) })),
      Feld.haken({ text: "erledigt", wert: f.erledigt === true, aendern: (w) => setzen(m.id, "erledigt", w) }),
      werkzeugteil(x));
  }

  function zeilen(e, akte) {
    return e.massnahmen.map((m) => E.massnahme(m, akte));
  }

  function alsCsv(e, akte) {
    const kopf = ["Nr.", "Kennung", "Maßnahme", "Art", "Dringlichkeit", "Phase", "Thema", "Werkzeug", "Minuten", "Wer weiß es", "Wer macht es", "Bis wann", "Erledigt"];
    const l = zeilen(e, akte).map((x, i) => [i + 1, x.m.id, x.f.text, x.m.art === "klaeren" ? "klären" : "umsetzen", Worte.klasse[x.m.klasse], x.m.phase, E.dimText(x.f.dim),
      x.w ? x.w.id + " " + x.w.w.titel : "", x.w ? x.w.w.minuten : "", Worte.rollen[x.f.wer] || x.f.wer, x.feld.wer || "", Kalendertag.teile(x.feld.bis || "") ? Kalendertag.zeigen(x.feld.bis) : "", x.feld.erledigt === true ? "ja" : ""]);
    Ablage.herunterladen(Antwortdatei.name(akte, Kalendertag.heute(), "-massnahmen.csv"), Ablage.csv([kopf].concat(l)), "text/csv;charset=utf-8");
  }

  function alsKalender(e, akte) {
    const l = zeilen(e, akte).filter((x) => Kalendertag.teile(x.feld.bis || "") && x.feld.erledigt !== true);
    if (!l.length) { Meldung.zeigen("hinweis", "Für den Kalender fehlen Termine. Tragen Sie bei mindestens einer Maßnahme „Bis wann?“ ein."); return; }
    Ablage.herunterladen(Antwortdatei.name(akte, Kalendertag.heute(), "-termine.ics"), Ablage.ics(l.map((x) => ({ id: x.m.id, tag: x.feld.bis, titel: "E-Akte: " + x.f.text,
      text: (x.feld.wer ? "Wer: " + x.feld.wer + ". " : "") + (x.w ? "Werkzeug: " + x.w.id + " " + x.w.w.titel : "") })), Kalendertag.heute(), Ablage.vorhaben(akte)), "text/calendar;charset=utf-8");
    const vorbei = l.filter((x) => x.feld.bis < Kalendertag.heute()).map((x) => x.m.id);
    if (vorbei.length) Meldung.zeigen("hinweis", "In der Vergangenheit " + (vorbei.length === 1 ? "liegt der Termin" : "liegen die Termine") + " zu " + vorbei.join(", ") + ". Tragen Sie einen neuen Tag ein, oder haken Sie den Punkt als erledigt ab.");
  }

  function zeichnen(ort) {
    E.mitErgebnis(ort, "Maßnahmenplan", (e, akte) => {
      const n = E.anzahlVorn(akte);
      const vorn = e.massnahmen.slice(0, n);
      const rest = e.massnahmen.slice(n);
      if (!e.massnahmen.length) { ort.appendChild(h("div", { class: "karte" }, h("p", {}, "Zurzeit ist nichts offen. Wiederholen Sie den Selbstcheck in einem halben Jahr."))); return; }
      Baum.anhaengen(ort, [
        h("p", { class: "vorspann" }, "In der Reihenfolge der Wirkung: zuerst Muss-Punkte aus früheren Phasen, dann die Ihrer Phase, dann die größten Lücken. Nehmen Sie sich die ersten " + Math.min(n, e.massnahmen.length) + " vor."),
        h("div", { class: "knoepfe" }, h("button", { type: "button", class: "knopf", beiClick: () => alsCsv(e, akte) }, "Als Tabelle speichern (CSV)"),
          h("button", { type: "button", class: "knopf", beiClick: () => alsKalender(Zustand.ergebnis(), Zustand.z.akte) }, "Termine für den Kalender (ICS)")),
        h("ol", { class: "massnahmen" }, vorn.map((m, i) => karte(m, i + 1, akte))),
        rest.length ? h("details", { class: "karte karte-leise" }, h("summary", {}, "Alle weiteren Punkte (" + rest.length + ")"), h("ol", { class: "massnahmen" }, rest.map((m, i) => karte(m, n + i + 1, akte)))) : null,
      ]);
    });
  }

  return Object.freeze({ zeichnen });
}());
