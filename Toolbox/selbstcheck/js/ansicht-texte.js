// SPDX-License-Identifier: Apache-2.0
// Pages of text: privacy, accessibility, how it is calculated.
const AnsichtTexte = (function () {
  const { h } = Baum;

  function datenschutz(ort) {
    Baum.anhaengen(ort, [h("h1", {}, "Was mit Ihren Angaben geschieht"), h("div", { class: "karte" },
      h("p", {}, "Diese Seite ist eine einzelne Datei. Sie ruft nichts aus dem Internet ab und schickt nichts dorthin. Eine Sperre im Browser (Content Security Policy) verhindert jede Verbindung."),
      h("p", {}, "Ihre Angaben werden bei jeder Änderung in diesem Browser gemerkt, wenn er das zulässt. Unter „Speichern und laden“ können Sie sie löschen."),
      h("p", {}, "Weitergegeben wird nur, was Sie selbst als Datei speichern und verschicken. Die Antwortdatei enthält Ihre Antworten, Belege und Bemerkungen, Ihre Rolle und, wenn Sie eines eintragen, Ihr Kürzel."),
      h("p", {}, "In kleinen Teams ist niemand wirklich anonym. Werte für einzelne Rollen zeigt die Seite erst ab drei Personen je Rolle. Schreiben Sie in Bemerkungen keine Angaben über einzelne Beschäftigte."))]);
  }

  function barrierefreiheit(ort) {
    Baum.anhaengen(ort, [h("h1", {}, "Erklärung zur Barrierefreiheit"), h("div", { class: "karte" },
      h("p", {}, "Diese Seite ist nach den Web Content Accessibility Guidelines 2.1 in der Stufe AA gebaut (EN 301 549, BITV 2.0)."),
      h("ul", {}, h("li", {}, "Alles ist ohne Maus bedienbar. Mit der Tabulatortaste springen Sie weiter, mit den Pfeiltasten wählen Sie eine Antwort."), h("li", {}, "Jedes Diagramm gibt es auch als Tabelle und in Worten."),
        h("li", {}, "Die Schrift lässt sich auf 400 % vergrößern, ohne dass Sie seitwärts blättern müssen. Breite Tabellen haben einen eigenen Rollbereich."), h("li", {}, "Farben stehen nie allein; es steht immer ein Wort oder Zeichen dabei."), h("li", {}, "Es gibt keine Zeitbegrenzung.")),
      h("p", {}, "Geprüft wird die Seite mit einem automatischen Prüfprogramm (axe) und mit der Tastatur. Eine Prüfung mit einem Bildschirmvorlese-Programm durch Betroffene steht noch aus. Ohne JavaScript steht der Fragebogen als Formular zum Drucken bereit."),
      h("p", {}, "Stoßen Sie auf eine Barriere? Wenden Sie sich an die Stelle, von der Sie diese Datei haben."))]);
  }

  function rechenwegInhalt() {
    const s = Zustand.z.daten.katalog.schwellen;
    const p = (n) => Zahl.knapp(Bruch.durch(n, 100), 1) + " %";
    return [
      h("p", {}, "Jede Antwort bekommt 0 bis 100 Punkte: „nein“ 0, „teilweise“ 50, „ja“ 100; bei fünf Stufen 0, 25, 50, 75 und 100; Zahlen nach ihrem Anteil. Jede Frage hat ein Gewicht von 1 bis 3. Der Wert ist die Summe aus Gewicht mal Punkten, geteilt durch die Summe der Gewichte. Gerechnet wird mit ganzen Zahlen; gerundet wird nur für die Anzeige."),
      h("p", {}, "„Weiß ich nicht“ und unbeantwortete Fragen sind offen. Vorsichtig gezählt heißt: offen zählt 0. Möglich heißt: offen zählt 100. „Nicht zutreffend“ zählt gar nicht mit, braucht aber einen Grund."),
      h("p", {}, "Eine Phase gilt als abgesichert, wenn alle Muss-Punkte erfüllt sind, der vorsichtige Wert mindestens " + p(s.bestanden_min) + " beträgt, mindestens " + p(s.vollstaendigkeit_min) + " beantwortet sind und kein Thema mit mindestens " + s.zelle_min_fragen + " Fragen unter " + p(s.zelle_min) + " liegt. „Auf dem Weg“ heißt mindestens " + p(s.teilweise_min) + "."),
      h("p", {}, "Mehrere Personen: Es gilt der mittlere Wert, bei gerader Zahl der niedrigere. Gehen die Antworten bei einem Muss-Punkt weit auseinander, zählt er als nicht erfüllt, bis Sie sich festlegen."),
      h("p", {}, "Maßnahmen: zuerst Muss-Punkte aus früheren Phasen, dann die Ihrer Phase, dann Lücken nach Gewicht mal Abstand zu 100, zuletzt Muss-Punkte der nächsten Phase."),
    ];
  }

  function rechenweg(ort) {
    Baum.anhaengen(ort, [h("h1", {}, "So wird gerechnet"), h("div", { class: "karte" }, rechenwegInhalt(), h("p", {}, "Beim Öffnen rechnet die Seite " + Zustand.z.vektorzahl + " Prüfbeispiele nach. Nur wenn alle stimmen, zeigt sie Ergebnisse."))]);
  }

  /** The questions that apply, as a form to print and fill in by hand. */
  function papier(ort) {
    const { katalog } = Zustand.z.daten;
    const a = Zustand.z.akte;
    const bekannt = a.groessenklasse !== null && a.standort !== null;
    const fragen = bekannt ? Katalog.fragen(katalog, Auswertung.lage(a)) : katalog.fragen;
    const wahl = (f) => (f.skala === "zahl" ? ["________ " + (f.einheit || "")] : katalog.skalen[f.skala].stufen.map((s) => "☐ " + s.text))
      .concat("☐ weiß ich nicht", f.nz ? "☐ nicht zutreffend, weil: ____________________" : []).join("    ");
    Baum.anhaengen(ort, [h("h1", {}, "Fragebogen zum Ausdrucken"), h("p", { class: "nicht-drucken" }, bekannt ? "Das sind die Fragen, die zu Ihren Angaben auf der Startseite passen." : "Das sind alle Fragen. Mit den Angaben auf der Startseite werden es weniger."),
      h("p", { class: "knoepfe" }, h("button", { type: "button", class: "knopf knopf-haupt", beiClick: () => window.print() }, "Drucken")),
      h("p", {}, "Verwaltung: ____________________  Datum: ____________  Rolle: ____________________"),
      katalog.phasen.map((p) => {
        const hier = fragen.filter((f) => f.phase === p.nr);
        return hier.length ? [h("h2", {}, "Phase " + p.nr + ": " + p.titel), katalog.dimensionen.map((d) => {
          const dort = hier.filter((f) => f.dim === d.id);
          return dort.length ? [h("h3", {}, d.text), h("ol", { class: "papier-fragen" }, dort.map((f) => h("li", {}, h("p", {}, f.text, f.ko ? h("strong", {}, " Muss-Punkt") : null, h("span", { class: "klein" }, " " + f.id)), h("p", { class: "papier-zeile" }, wahl(f)))))] : null;
        })] : null;
      })]);
  }

  return Object.freeze({ papier, datenschutz, barrierefreiheit, rechenweg, rechenwegInhalt });
}());
