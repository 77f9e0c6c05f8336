// SPDX-License-Identifier: Apache-2.0
// All tools of the toolbox: a list to search, and each tool's text.
const AnsichtWerkzeuge = (function () {
  const { h } = Baum;
  const alle = () => Object.keys(Zustand.z.daten.werkzeuge).sort().map((id) => Object.assign({ id }, Zustand.z.daten.werkzeuge[id]));

  /** The way into a calculator or decision aid, where the tool is one. */
  function starten(id) {
    if (Zustand.z.daten.rechner[id]) return h("p", {}, h("a", { class: "knopf knopf-haupt", href: "#rechnen/" + id }, "Rechnung öffnen"));
    if (Zustand.z.daten.entscheider[id]) return h("p", {}, h("a", { class: "knopf knopf-haupt", href: "#entscheiden/" + id }, "Entscheidungshilfe öffnen"));
    return null;
  }

  function eines(ort, id) {
    const w = Zustand.z.daten.werkzeuge[id];
    if (!w) { Baum.anhaengen(ort, [h("h1", {}, "Werkzeug nicht gefunden"), h("p", {}, h("a", { href: "#werkzeuge" }, "Zu allen Werkzeugen"))]); return; }
    Baum.anhaengen(ort, [h("p", { class: "ueber" }, h("a", { href: "#werkzeuge" }, "Werkzeuge"), " › " + id + ", " + w.art + ", " + w.minuten + " Minuten"), h("h1", {}, w.titel), starten(id),
      h("div", { class: "karte" }, Baum.werkzeugtext(w.html)),
      h("div", { class: "knoepfe knoepfe-ende" }, h("button", { type: "button", class: "knopf", beiClick: () => window.print() }, "Dieses Werkzeug drucken"), h("a", { class: "knopf", href: "#massnahmen" }, "Zum Maßnahmenplan"))]);
  }

  function zeichnen(ort, teile) {
    if (teile[0]) { eines(ort, teile[0]); return; }
    const { katalog } = Zustand.z.daten;
    const gk = Zustand.z.akte.groessenklasse;
    const wahl = { text: "", phase: "", gk: gk || "" };
    const stand = h("p", { role: "status" });
    const liste = h("div", {});
    const zeigen = () => {
      const treffer = Suche.finde(alle().filter((w) => (wahl.phase === "" || w.phasen.includes(Number(wahl.phase))) && (wahl.gk === "" || w.gk.includes(wahl.gk))), wahl.text);
      Baum.ersetzen(stand, treffer.length === 0 ? "Kein Werkzeug passt zu dieser Auswahl." : Worte.gross(Worte.zahlwort(treffer.length, "Werkzeug", "Werkzeuge")));
      // What was searched stands in order of how well it fits, everything else by kind.
      const gruppen = wahl.text.trim() ? [["Gefunden", treffer]] : [...new Set(treffer.map((w) => w.art))].map((art) => [art, treffer.filter((w) => w.art === art)]);
      Baum.ersetzen(liste, gruppen.filter(([, l]) => l.length).map(([titel, l]) => h("section", { class: "karte" }, h("h2", {}, titel), h("ul", { class: "werkzeugliste" }, l.map((w) => h("li", {},
        h("a", { href: "#werkzeug/" + w.id }, w.titel), w.fundstelle ? h("span", { class: "fundstelle" }, w.fundstelle) : null, h("span", { class: "klein" }, (wahl.text.trim() ? w.art + " " : "") + w.id + " · " + w.minuten + " Minuten · Phase " + w.phasen.join(", ")),
        Zustand.z.daten.rechner[w.id] ? h("a", { class: "leise-link", href: "#rechnen/" + w.id }, "rechnen", h("span", { class: "nur-vorlesen" }, " mit " + w.id)) : null,
        Zustand.z.daten.entscheider[w.id] ? h("a", { class: "leise-link", href: "#entscheiden/" + w.id }, "entscheiden", h("span", { class: "nur-vorlesen" }, " mit " + w.id)) : null))))));
    };
    Baum.anhaengen(ort, [h("h1", {}, "Werkzeuge"), h("p", { class: "vorspann" }, "Checklisten, Vorlagen, Leitfäden, Muster, Kalkulations- und Entscheidungshilfen. Alles liegt in dieser Datei und lässt sich drucken."),
      h("div", { class: "karte suche dreispaltig" }, Feld.text({ text: "Suchen", laenge: 60, aendern: (w) => { wahl.text = w; zeigen(); } }),
        Feld.auswahl({ text: "Phase", wert: "", werte: [["", "alle Phasen"]].concat(katalog.phasen.map((p) => [p.nr, p.nr + " " + p.titel])), aendern: (w) => { wahl.phase = w; zeigen(); } }),
        Feld.auswahl({ text: "Größe", wert: wahl.gk, werte: [["", "alle Größen"]].concat(katalog.groessenklassen.map((g) => [g.id, g.text])), aendern: (w) => { wahl.gk = w; zeigen(); } })),
      stand, liste]);
    zeigen();
  }

  return Object.freeze({ zeichnen, starten });
}());
