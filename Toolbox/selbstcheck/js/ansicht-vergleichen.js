// SPDX-License-Identifier: Apache-2.0
// Comparison with an older answer file, over the questions common to both.
const AnsichtVergleichen = (function () {
  const { h } = Baum;
  const E = Ergebnisteile;
  const worte = { verbessert: "verbessert", verschlechtert: "zurückgegangen", unveraendert: "praktisch unverändert", keine_basis: "nicht vergleichbar" };
  const punkte = (d) => d === null ? "–" : (d > 0 ? "+" : "") + Zahl.prozent(d).replace(" %", "") + " Punkte";

  function liste(titel, ids, v) {
    if (!ids.length) return null;
    return h("section", { class: "karte" }, h("h2", {}, titel + " (" + ids.length + ")"), h("ul", {}, ids.map((id) => {
      const f = E.katalog().fragen.find((x) => x.id === id);
      const wort = (o) => o === v.alt && v.geaendert.has(id) ? "andere Fassung der Frage" : id in o ? Worte.punktwert(E.katalog(), f, o[id]) : "nicht gefragt";
      return h("li", {}, f ? f.text + " (früher: " + wort(v.alt) + ", heute: " + wort(v.neu) + ")" : id + " (nicht mehr im Fragebogen)");
    })));
  }

  function zeichnen(ort) {
    const feld = () => Dateien.feld({ text: "Frühere Antwortdatei öffnen", hilfe: "Ihre jetzigen Antworten bleiben unverändert.", beiDateien: (l) => Dateien.alleLesen(l.slice(0, 1)).then((d) => {
      if (!d.length) return;
      Zustand.z.vergleich = d[0];
      Anwendung.zeichnen();
    }) });
    E.mitErgebnis(ort, "Mit früher vergleichen", (e, akte) => {
      const alt = Zustand.z.vergleich;
      if (!alt) {
        Baum.anhaengen(ort, [h("p", { class: "vorspann" }, "Öffnen Sie eine Antwortdatei von früher. Verglichen werden nur Fragen, die damals und heute gleich lauten und beantwortet sind."), h("div", { class: "karte" }, feld())]);
        return;
      }
      const v = Auswertung.vergleichen(E.katalog(), alt.akte, akte);
      const g = v.gesamt;
      const dims = E.katalog().dimensionen;
      const nicht = g.nicht_vergleichbar.filter((id) => !v.neuBeantwortet.includes(id) && !(v.neu[id] === "wn" && (v.alt[id] === undefined || v.alt[id] === "wn")) && id in v.alt);
      Baum.anhaengen(ort, [
        v.warnungen.length ? h("section", { class: "karte meldung-hinweis", "aria-label": "Bitte prüfen" }, h("h2", {}, "Bitte prüfen"), h("ul", {}, v.warnungen.map((w) => h("li", {}, w)))) : null,
        h("section", { class: "karte" }, h("p", { class: "kern" }, g.klasse === "keine_basis" ? "Es gibt keine gemeinsam beantworteten Fragen." : "Seit " + Kalendertag.zeigen(alt.akte.geaendert || "") + ": " + worte[g.klasse] + ", " + punkte(g.delta) + "."),
          h("p", {}, "Früher " + Zahl.prozent(g.alt) + ", heute " + Zahl.prozent(g.neu) + ", über " + Worte.zahlwort(g.basis.length, "gemeinsame Frage", "gemeinsame Fragen", "e") + ". Früher: Phase " + (alt.akte.standort === null ? "–" : alt.akte.standort) + ", heute: Phase " + akte.standort + "."),
          alt.akte.umfang !== akte.umfang ? h("p", {}, "Der Umfang ist verschieden (" + Worte.umfang[alt.akte.umfang] + " und " + Worte.umfang[akte.umfang] + "). Bitte lesen Sie den Vergleich mit Vorsicht.") : null,
          h("p", { class: "klein" }, "Der Unterschied wird genau gerechnet und dann gerundet. Er kann um 0,1 von der Differenz der gezeigten Werte abweichen. Unter 5 Punkten gilt der Stand als praktisch unverändert.")),
        h("section", { class: "karte" }, h("h2", {}, "Nach Themen"), Diagramm.spinne("Spinnendiagramm: heute und früher, gemeinsame Fragen aller Phasen", dims.map((d) => d.text),
          [{ name: "heute", werte: dims.map((d) => v.dimensionen.get(d.id).neu) }, { name: "früher", werte: dims.map((d) => v.dimensionen.get(d.id).alt) }]),
        Baum.tabelle("Vergleich nach Themen", ["Thema", "gemeinsame Fragen", "früher", "heute", "Unterschied"], dims.map((d) => { const x = v.dimensionen.get(d.id); return [d.text, x.basis.length, Zahl.prozent(x.alt), Zahl.prozent(x.neu), punkte(x.delta)]; }), "zahlen")),
        liste("Besser geworden", g.besser, v), liste("Zurückgegangen", g.schlechter, v), liste("Neu beantwortet", v.neuBeantwortet, v), liste("Nicht vergleichbar", nicht, v),
        h("div", { class: "karte karte-leise" }, feld()),
      ]);
    });
  }

  return Object.freeze({ zeichnen });
}());
