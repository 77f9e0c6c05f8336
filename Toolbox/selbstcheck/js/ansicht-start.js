// SPDX-License-Identifier: Apache-2.0
// The start: five facts, where the municipality stands, how much is asked.
const AnsichtStart = (function () {
  const { h } = Baum;
  const gesetzt = (w) => w !== undefined && w !== null && w !== "";

  function stammdatum(id, wert) {
    Zustand.aendern((a) => {
      if (gesetzt(wert)) a.stammdaten[id] = wert; else delete a.stammdaten[id];
      if (!a.groessenklasse_grund) {
        const g = Katalog.groessenklasse(Zustand.z.daten.katalog, a.stammdaten);
        a.groessenklasse = g ? g.id : null;
      }
    });
  }

  /** What is still missing before questions can be asked; each {text, ziel}. */
  function fehlend(akte) {
    const f = [];
    if (!gesetzt(akte.stammdaten["SD-01"])) f.push({ text: "Art der Verwaltung", ziel: "start-art" });
    if (akte.groessenklasse === null) f.push({ text: "Zahl der Büroarbeitsplätze", ziel: "start-ap" });
    if (akte.standort === null) f.push({ text: "Wo stehen Sie heute?", ziel: "start-standort" });
    if (akte.groessenklasse_grund !== undefined && !akte.groessenklasse_grund.trim()) f.push({ text: "Grund für die andere Größenklasse", ziel: "start-gk-grund" });
    return f;
  }

  function groesse(akte, katalog) {
    const ort = h("div", { class: "ergebnis-kasten", "aria-live": "polite", id: "start-groesse" });
    const zeigen = () => {
      const g = Katalog.groessenklasse(katalog, akte().stammdaten);
      const a = akte();
      const offen = ort.querySelector("details[open]") !== null;
      const klasse = katalog.groessenklassen.find((x) => x.id === a.groessenklasse);
      Baum.ersetzen(ort, klasse ? [h("p", {}, "Ihre Größenklasse: ", h("strong", {}, klasse.text)),
        h("details", { open: offen }, h("summary", {}, "Warum?"), h("p", {}, a.groessenklasse_grund ? "Sie haben die Größenklasse selbst gewählt. Grund: " + a.groessenklasse_grund : g ? g.warum : ""),
          h("p", {}, "Die Größenklasse bestimmt, welche Fragen gestellt werden. Kleine Verwaltungen bekommen weniger und einfachere Fragen."))]
        : h("p", {}, "Ihre Größenklasse erscheint hier, sobald Sie die Zahl der Büroarbeitsplätze eingetragen haben."));
    };
    return { ort, zeigen };
  }

  function zeichnen(ort) {
    const { katalog } = Zustand.z.daten;
    const akte = () => Zustand.z.akte;
    const a = akte();
    const gk = groesse(akte, katalog);
    const umfangOrt = h("div", {});
    const neu = () => { gk.zeigen(); umfangZeigen(); };
    const stamm = (id, umwandeln) => (w) => { stammdatum(id, umwandeln ? umwandeln(w) : w); neu(); };
    const ganz = (w) => w === null ? "" : Number(w);

    const grundOrt = h("div", {});
    const grundZeigen = () => Baum.ersetzen(grundOrt, akte().groessenklasse_grund === undefined ? null : Feld.text({
      id: "start-gk-grund", text: "Warum passt die berechnete Größenklasse nicht?", pflicht: true, laenge: 300, wert: akte().groessenklasse_grund,
      hilfe: "Der Grund steht im Bericht.", aendern: (w) => { Zustand.aendern((x) => { x.groessenklasse_grund = w; }); gk.zeigen(); } }));

    function umfangZeigen() {
      const x = akte();
      const zaehle = (umfang) => x.groessenklasse === null || x.standort === null ? null
        : Katalog.fragen(katalog, Object.assign(Auswertung.lage(x), { umfang })).length;
      const zeile = (umfang, satz) => {
        const n = zaehle(umfang);
        return satz + (n === null ? "" : " " + n + " Fragen, etwa " + Math.max(5, Math.ceil(n / 2 / 5) * 5) + " Minuten.");
      };
      Baum.ersetzen(umfangOrt, Feld.radios({ text: "Wie viel möchten Sie beantworten?", wert: x.umfang, werte: [
        { wert: "standort", text: "Vollständig", hilfe: zeile("standort", "Alle Fragen bis zur nächsten Phase.") },
        { wert: "kurz", text: "Kurzcheck", hilfe: zeile("kurz", "Ein erster Eindruck über alle Phasen. Das Ergebnis ist eine Kurzfassung und mit dem vollständigen nicht vergleichbar.") },
        { wert: "voll", text: "Alle Phasen", hilfe: zeile("voll", "Auch die Fragen zu späteren Phasen.") },
      ], aendern: (w) => Zustand.aendern((y) => { y.umfang = w; }) }));
    }

    const fehlerOrt = h("div", { id: "start-fehler", tabindex: "-1" });
    function weiter() {
      const f = fehlend(akte());
      if (!f.length) { location.hash = "#fragen"; return; }
      Baum.ersetzen(fehlerOrt, h("div", { class: "fehlerliste" }, h("h2", {}, "Es fehlt noch etwas"),
        h("ul", {}, f.map((x) => h("li", {}, h("a", { href: "#" + x.ziel, beiClick: (ev) => {
          ev.preventDefault();
          const el = document.getElementById(x.ziel);
          (el.matches("input, select") ? el : el.querySelector("input, select")).focus();
        } }, x.text))))));
      fehlerOrt.focus();
    }

    Baum.anhaengen(ort, [
      h("h1", {}, "Wo stehen wir mit der E-Akte?"),
      h("p", { class: "vorspann" }, "Der Selbstcheck zeigt Ihnen, was schon gesichert ist, was fehlt und welches Werkzeug hilft. Rechnen Sie mit 15 bis 40 Minuten. Sie können jederzeit unterbrechen."),
      h("div", { class: "karte karte-leise" }, h("p", {}, h("strong", {}, "Nichts verlässt diesen Rechner. "),
        "Die Seite braucht kein Internet. Ihre Antworten bleiben in diesem Browser, bis Sie sie selbst als Datei speichern und weitergeben. Bitte bedenken Sie: In kleinen Teams ist niemand wirklich anonym.")),
      fehlerOrt,
      h("section", { class: "karte", "aria-labelledby": "start-1" }, h("h2", { id: "start-1" }, "1. Ihre Verwaltung"),
        Feld.text({ id: "start-kommune", text: "Name der Verwaltung", laenge: 120, wert: a.kommune, aendern: (w) => Zustand.aendern((x) => { x.kommune = w; }) }),
        Feld.auswahl({ id: "start-art", text: "Art der Verwaltung", pflicht: true, wert: a.stammdaten["SD-01"], werte: [["", "Bitte wählen"]].concat(
          katalog.stammdaten.find((s) => s.id === "SD-01").werte.map((w) => [w, Worte.arten[w] || w])), aendern: stamm("SD-01") }),
        Feld.zahl({ id: "start-ap", text: "Zahl der Büroarbeitsplätze", pflicht: true, hilfe: "Alle Arbeitsplätze mit eigenem Rechner. Eine Schätzung genügt.", wert: a.stammdaten["SD-03"],
          grenzen: { min: 1, max: 100000, ganz: true }, aendern: stamm("SD-03", ganz) }),
        h("details", { class: "still", open: gesetzt(a.stammdaten["SD-02"]) }, h("summary", {}, "Ich kenne nur die Einwohnerzahl"),
          Feld.zahl({ id: "start-ew", text: "Zahl der Einwohnerinnen und Einwohner", wert: a.stammdaten["SD-02"], grenzen: { min: 1, max: 10000000, ganz: true }, aendern: stamm("SD-02", ganz) })),
        gk.ort,
        h("details", { class: "still", open: a.groessenklasse_grund !== undefined }, h("summary", {}, "Größenklasse selbst wählen"),
          Feld.auswahl({ text: "Größenklasse", wert: a.groessenklasse_grund === undefined ? "" : a.groessenklasse, werte: [["", "wie berechnet"]].concat(katalog.groessenklassen.map((g) => [g.id, g.text])),
            aendern: (w) => {
              Zustand.aendern((x) => {
                if (w) { x.groessenklasse = w; x.groessenklasse_grund = x.groessenklasse_grund || ""; } else {
                  delete x.groessenklasse_grund;
                  const g = Katalog.groessenklasse(katalog, x.stammdaten);
                  x.groessenklasse = g ? g.id : null;
                }
              });
              grundZeigen();
              neu();
            } }), grundOrt),
        Feld.radios({ text: "Gibt es einen Personalrat?", klasse: "quer", wert: a.stammdaten["SD-07"], werte: [{ wert: "ja", text: "ja" }, { wert: "nein", text: "nein" }], aendern: stamm("SD-07") }),
        Feld.radios({ text: "Beschaffen Sie das System selbst, also mit eigener Vergabe?", klasse: "quer", wert: a.stammdaten["SD-08"] || "", aendern: stamm("SD-08"),
          werte: [{ wert: "ja", text: "ja" }, { wert: "nein", text: "nein, über Dienstleister oder Verbund" }, { wert: "", text: "noch nicht entschieden" }] }),
        Feld.auswahl({ text: "Bundesland", wert: a.stammdaten["SD-09"], werte: Worte.laender, aendern: stamm("SD-09") })),
      h("section", { class: "karte", "aria-labelledby": "start-2" }, h("h2", { id: "start-2" }, "2. Wo stehen Sie heute?"),
        Feld.radios({ id: "start-standort", text: katalog.standort.text, pflicht: true, wert: a.standort, hilfe: "Nehmen Sie den Satz, der am besten passt. Er bestimmt, welche Fragen gestellt werden.",
          werte: katalog.standort.auswahl.map((s) => ({ wert: s.phase, text: s.text, hilfe: "Phase " + s.phase + ": " + katalog.phasen.find((p) => p.nr === s.phase).titel })),
          aendern: (w) => { Zustand.aendern((x) => { x.standort = w; }); umfangZeigen(); } })),
      h("section", { class: "karte", "aria-labelledby": "start-3" }, h("h2", { id: "start-3" }, "3. Wer antwortet und wie ausführlich?"),
        a.stimmen ? h("p", {}, "Dies ist eine zusammengeführte Datei mit " + Worte.zahlwort(a.stimmen.length, "Person", "Personen", "er") + ".") : [
          Feld.auswahl({ text: "Ihre Rolle", wert: a.person.rolle, werte: [["", "keine Angabe"]].concat(Antwortdatei.rollen.map((r) => [r, Worte.rollen[r]])), aendern: (w) => Zustand.aendern((x) => { x.person.rolle = w; }) }),
          Feld.text({ text: "Ihr Kürzel (freiwillig)", laenge: 20, hilfe: "Nur nötig, wenn mehrere Personen antworten und die Dateien zusammengeführt werden.", wert: a.person.kuerzel, aendern: (w) => Zustand.aendern((x) => { x.person.kuerzel = w; }) })],
        umfangOrt),
      h("div", { class: "knoepfe knoepfe-ende" }, h("button", { type: "button", class: "knopf knopf-haupt", id: "start-weiter", beiClick: weiter }, "Weiter zu den Fragen"),
        h("a", { class: "knopf", href: "#dateien" }, "Antwortdatei laden")),
    ]);
    grundZeigen();
    neu();
  }

  return Object.freeze({ zeichnen, fehlend });
}());
