// SPDX-License-Identifier: Apache-2.0
// The result: first the sentence, then must-haves, then charts, then what to do.
const AnsichtErgebnis = (function () {
  const { h } = Baum;
  const E = Ergebnisteile;

  const teil = (titel, ...kinder) => {
    const id = Baum.kennung("teil");
    return h("section", { class: "karte", "aria-labelledby": id }, h("h2", { id }, titel), kinder);
  };

  function zeichnen(ort) {
    E.mitErgebnis(ort, "Ihr Ergebnis", (e, akte) => {
      const fehlt = akte.stimmen ? 0 : AnsichtFragen.offen().filter((f) => f.phase <= akte.standort).length;
      const weiter = E.weitermachen(akte);
      const vorn = e.massnahmen.slice(0, E.anzahlVorn(akte));
      Baum.anhaengen(ort, [
        h("section", { class: "karte kernsatz" },
          akte.umfang === "kurz" ? h("p", { class: "chip" }, "Kurzfassung") : null,
          h("p", { class: "kern" }, E.saetze(e, akte).join(" ")),
          Diagramm.phasenband(E.katalog(), e, akte.standort),
          h("h2", {}, "Was heißt das für uns?"), h("p", {}, E.bedeutung(e, akte)),
          E.aussagekraft(e),
          E.geaenderteFragen(e),
          fehlt ? h("p", {}, Worte.gross(Worte.zahlwort(fehlt, "Frage bis zu Ihrer Phase ist", "Fragen bis zu Ihrer Phase sind", "e")) + " noch nicht beantwortet und " + (fehlt === 1 ? "zählt" : "zählen") + " vorsichtshalber wie „nein“. ", h("a", { href: "#fragen" }, "Weiter antworten")) : null,
          akte.stimmen && e.gespraech.length ? h("p", {}, "Die Antworten gehen bei " + Worte.zahlwort(e.gespraech.length, "Frage", "Fragen").replace(/^ein /, "einer ") + " auseinander. ", h("a", { href: "#zusammenfuehren" }, "Darüber sollten Sie sprechen")) : null,
          e.hinweise.length ? h("ul", { class: "hinweisliste" }, e.hinweise.map((x) => h("li", {}, x))) : null),
        teil("Die Muss-Punkte", h("p", {}, "Ein Muss-Punkt lässt sich nicht durch gute Werte an anderer Stelle ausgleichen."), E.musspunkte(e)),
        teil("Was tun wir als Nächstes?", vorn.length ? [h("ol", { class: "kurzliste" }, vorn.map((m) => {
          const x = E.massnahme(m, akte);
          return h("li", {}, h("span", { class: "chip" }, Worte.klasse[m.klasse]), " ", m.art === "klaeren" ? "Klären: " : "", x.f.text,
            x.w ? h("span", { class: "werkzeug-zeile" }, "Werkzeug: ", h("a", { href: "#werkzeug/" + x.w.id }, x.w.id + " " + x.w.w.titel), " (" + x.w.w.minuten + " Minuten)") : null);
        })), h("p", {}, h("a", { class: "knopf knopf-haupt", href: "#massnahmen" }, "Zum Maßnahmenplan"))] : h("p", {}, "Zurzeit ist nichts offen. Wiederholen Sie den Selbstcheck in einem halben Jahr.")),
        teil("Die Themen der Phase " + e.stand.arbeitsphase + ": " + E.phase(e.stand.arbeitsphase).titel,
          h("p", {}, "Der feste Teil des Balkens ist gesichert, der schraffierte hängt von noch offenen Antworten ab."), E.balken(e),
          h("details", { open: true }, h("summary", {}, "Spinnendiagramm"), E.spinne(e)),
          h("details", {}, h("summary", {}, "Als Tabelle"), E.dimensionentabelle(e))),
        e.kwd.size ? teil("Wo klemmt es: Können, Wollen oder Dürfen?", E.kwd(e)) : null,
        e.rollen && e.rollen.anzeigen ? teil("Leitung und Sachbearbeitung sehen es verschieden", h("p", {}, "Leitung " + Zahl.prozent(e.rollen.leitung) + ", Sachbearbeitung " + Zahl.prozent(e.rollen.sachbearbeitung)
          + ". Der Unterschied von " + Zahl.prozent(Math.abs(e.rollen.unterschied)).replace(" %", " Prozentpunkten") + " ist groß genug, um darüber zu sprechen.")) : null,
        teil(weiter.titel, h("ul", {}, weiter.punkte.map((t) => h("li", {}, t))), weiter.dauer ? h("p", { class: "klein" }, weiter.dauer) : null),
        teil("Alle Phasen", E.phasentabelle(e, akte)),
        h("div", { class: "knoepfe knoepfe-ende" }, h("a", { class: "knopf knopf-haupt", href: "#bericht" }, "Bericht ansehen und drucken"), h("a", { class: "knopf", href: "#vergleichen" }, "Mit früher vergleichen")),
      ]);
    });
  }

  return Object.freeze({ zeichnen, teil });
}());
