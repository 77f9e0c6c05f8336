// SPDX-License-Identifier: Apache-2.0
// Parts of the result that the screen and the printed report share.
const Ergebnisteile = (function () {
  const { h } = Baum;
  const katalog = () => Zustand.z.daten.katalog;
  const phase = (nr) => katalog().phasen.find((p) => p.nr === nr);
  const dimText = (id) => katalog().dimensionen.find((d) => d.id === id).text;
  const frage = (id) => katalog().fragen.find((f) => f.id === id);
  const unerfuellt = (e) => e.muss.filter((m) => m.status !== "erfuellt" && m.status !== "entfaellt");

  function spanne(k) {
    if (!k || k.min === null) return "–";
    return k.min === k.max ? Zahl.prozent(k.min) : Zahl.prozent(k.min) + " bis " + Zahl.prozent(k.max);
  }

  /** The result in a few sentences: position, what is secured, what to catch up. */
  function saetze(e, akte) {
    const s = [];
    s.push("Sie stehen in Phase " + akte.standort + " (" + phase(akte.standort).titel + ").");
    const a = e.stand.abgesichert;
    s.push(a === null ? "Vollständig abgesichert ist noch keine Phase." : a === 0 ? "Abgesichert ist Phase 0." : "Abgesichert sind die Phasen 0 bis " + a + ".");
    const n = unerfuellt(e).length;
    if (n) s.push(Worte.gross(Worte.zahlwort(n, "Muss-Punkt ist", "Muss-Punkte sind")) + " noch zu klären oder zu erledigen.");
    else s.push("Alle Muss-Punkte bis zu Ihrer Phase sind erfüllt.");
    if (e.stand.nachholbedarf.length) s.push("Nachholen sollten Sie in Phase " + e.stand.nachholbedarf.join(", ").replace(/, (\d+)$/, " und $1") + ".");
    else if (e.stand.arbeitsphase > akte.standort) s.push("Sie können mit Phase " + e.stand.arbeitsphase + " (" + phase(e.stand.arbeitsphase).titel + ") weitermachen.");
    return s;
  }

  function bedeutung(e, akte) {
    const st = e.phasen.get(akte.standort).status;
    if (st === "nicht_bewertet") return "Für Ihre jetzige Phase gibt es noch keine Antworten. Beantworten Sie zuerst die Fragen dieser Phase.";
    if (e.stand.nachholbedarf.length) return "Sie arbeiten schon weiter, als es abgesichert ist. Das ist häufig und kein Makel. Die Lücken aus früheren Phasen holen Sie am besten jetzt nach, bevor sie im Betrieb teuer werden.";
    if (st === "bestanden" || st === "entfaellt") return "Ihre jetzige Phase ist abgesichert. Sie haben eine gute Grundlage für den nächsten Schritt.";
    if (st === "teilweise") return "Vieles ist da. Die offenen Muss-Punkte und die schwächeren Themen entscheiden, ob Sie sicher weitergehen können.";
    return "Sie sind am Anfang dieser Phase. Das ist ein ehrlicher Ausgangspunkt. Nehmen Sie sich die ersten Punkte der Maßnahmenliste vor, nicht alles auf einmal.";
  }

  /** What should be true before the next phase begins; sentences for people, nothing is computed. */
  function weitermachen(akte) {
    const [jetzt, danach] = [phase(akte.standort), katalog().phasen.find((p) => p.nr === akte.standort + 1)];
    const dauer = jetzt.dauer_monate_annahme ? jetzt.dauer_monate_annahme[akte.groessenklasse] : null;
    const punkte = (jetzt.austritt || []).concat(danach ? danach.eintritt || [] : []);
    return { titel: danach ? "Bevor Sie mit Phase " + danach.nr + " (" + danach.titel + ") weitermachen" : "Woran Sie merken, dass diese Phase gelingt", punkte: [...new Set(punkte)],
      dauer: dauer ? "Verwaltungen Ihrer Größe brauchen für Phase " + jetzt.nr + " meist " + dauer[0] + " bis " + dauer[1] + " Monate (Annahme, keine Vorgabe)." : null };
  }

  /** Names the questions whose answers belong to another wording; nothing if there are none. */
  function geaenderteFragen(e) {
    if (!e.veraltet.length) return null;
    const eine = e.veraltet.length === 1;
    return h("p", {}, h("strong", {}, eine ? "Eine Frage hat sich seit der Antwort geändert" : e.veraltet.length + " Fragen haben sich seit der Antwort geändert"),
      " und " + (eine ? "zählt" : "zählen") + " als offen: bitte neu beantworten. ", e.veraltet.map((f, i) => [i ? ", " : "", h("a", { href: "#fragen/P" + f.phase + (Zustand.z.akte.umfang === "kurz" ? "" : "-" + f.dim) }, f.id)]), ".");
  }

  function musspunkte(e) {
    const nachPhase = new Map();
    for (const m of e.muss) nachPhase.set(m.frage.phase, (nachPhase.get(m.frage.phase) || []).concat(m));
    return h("div", { class: "musspunkte" }, [...nachPhase].map(([nr, l]) => h("section", {}, h("h3", {}, "Phase " + nr + ": " + phase(nr).titel),
      h("ul", { class: "mussliste" }, l.map((m) => h("li", { class: "muss-" + m.status },
        h("span", { class: "muss-zeichen", "aria-hidden": "true" }, Worte.koZeichen[m.status]),
        h("span", { class: "muss-text" }, m.frage.text), h("span", { class: "muss-wort" }, Worte.ko[m.status])))))));
  }

  /** The spider of the phase being worked on; axes without questions are named, not drawn as zero. */
  function spinne(e) {
    const dims = katalog().dimensionen;
    const werte = dims.map((d) => e.dimensionen.has(d.id) ? e.dimensionen.get(d.id).min : null);
    return Diagramm.spinne("Spinnendiagramm der Phase " + e.stand.arbeitsphase + ": " + phase(e.stand.arbeitsphase).titel, dims.map((d) => d.text), [{ name: "heute", werte }]);
  }

  function balken(e) {
    const zeilen = katalog().dimensionen.map((d) => Object.assign({ name: d.text, min: null, max: null }, e.dimensionen.get(d.id)));
    zeilen.sort((a, b) => (b.min === null ? -1 : b.min) - (a.min === null ? -1 : a.min));
    return Diagramm.balken(zeilen);
  }

  function dimensionentabelle(e) {
    return Baum.tabelle("Werte der Phase " + e.stand.arbeitsphase + " je Thema", ["Thema", "Fragen", "bisher beantwortet", "vorsichtig gezählt bis möglich", "Hinweis"],
      katalog().dimensionen.map((d) => {
        const k = e.dimensionen.get(d.id);
        return [d.text, k ? k.anzahl : 0, k ? Zahl.prozent(k.ist) : "–", spanne(k), !k || k.min === null ? "nicht anwendbar" : k.schwach ? "bleibt zurück" : ""];
      }), "zahlen");
  }

  function phasentabelle(e, akte) {
    const stufe = (min) => { const s = Punkte.stufe(katalog().stufen, min); return s ? s.stufe + " " + s.text : "–"; };
    return Baum.tabelle("Werte je Phase", ["Phase", "Stand", "bisher beantwortet", "vorsichtig gezählt bis möglich", "Vollständigkeit", "Stufe 0 bis 4"],
      katalog().phasen.filter((p) => e.phasen.get(p.nr).anzahl > 0).map((p) => {
        const x = e.phasen.get(p.nr);
        return [p.nr + " " + p.titel, (Worte.status[x.status] || "") + (p.nr > akte.standort ? " (Vorschau)" : ""), Zahl.prozent(x.ist), spanne(x), Zahl.prozent(x.vollstaendigkeit), stufe(x.min)];
      }), "zahlen");
  }

  function aussagekraft(e) {
    const a = e.aussagekraft;
    const warum = [];
    if (a.vollstaendigkeit !== null && a.vollstaendigkeit < 900) warum.push("Beantwortet sind " + Zahl.prozent(a.vollstaendigkeit) + " (nach Gewicht). Ab 90 % ist das Ergebnis belastbar.");
    if (!a.koBelegt) warum.push("Nicht alle Muss-Punkte haben einen Beleg.");
    if (!a.genug) warum.push("In Verwaltungen Ihrer Größe sollten mindestens drei Personen aus zwei Rollen antworten.");
    return h("div", { class: "aussagekraft" }, h("p", {}, "Aussagekraft: ", h("strong", {}, a.stufe), ". ",
      a.stufe === "gering" && a.gesamt.min !== null ? "Der Gesamtwert liegt zwischen " + Zahl.prozent(a.gesamt.min) + " und " + Zahl.prozent(a.gesamt.max) + "." : "",
      " Mit Beleg: " + Zahl.prozent(a.belegquote) + " der Antworten (nach Gewicht)."), warum.length ? h("ul", {}, warum.map((w) => h("li", {}, w))) : null);
  }

  /** Können, Wollen, Dürfen: where it sticks, with permission first. */
  function kwd(e) {
    if (!e.kwd.size) return null;
    const zeilen = ["koennen", "wollen", "duerfen"].filter((k) => e.kwd.has(k)).map((k) => Object.assign({ name: Worte.kwd[k] }, e.kwd.get(k)));
    const d = e.kwd.get("duerfen");
    return h("div", {}, Diagramm.balken(zeilen), d && d.min !== null && d.min < 400
      ? h("p", {}, "Am stärksten hemmt das „Dürfen“: Zeit, Auftrag und Erlaubnis. Klären Sie das zuerst, sonst helfen Schulungen wenig.") : null);
  }

  /** The first tool of a question that fits the size class. */
  function werkzeug(f, gk) {
    const w = Zustand.z.daten.werkzeuge;
    return f.werkzeuge.map((id) => ({ id, w: w[id] })).find((x) => x.w && x.w.gk.includes(gk)) || null;
  }

  function massnahme(m, akte) {
    const f = frage(m.id);
    const w = werkzeug(f, akte.groessenklasse);
    const gap = m.punkte / f.gewicht;
    return { m, f, w, schnell: Boolean(w) && w.w.minuten <= 120 && gap >= 5000, feld: akte.massnahmen[m.id] || {} };
  }

  const anzahlVorn = (akte) => akte.groessenklasse === "klein" ? 5 : 10;

  function einladung(text) {
    return h("div", { class: "karte" }, h("p", {}, text), h("p", {}, h("a", { class: "knopf knopf-haupt", href: "#start" }, "Zur Startseite"), " ", h("a", { class: "knopf", href: "#dateien" }, "Antwortdatei laden")));
  }

  /** Guards every view that shows results: no result without facts, none if the vectors fail. */
  function mitErgebnis(ort, titel, tun) {
    ort.appendChild(h("h1", {}, titel));
    if (!Zustand.z.rechnetRichtig) {
      ort.appendChild(h("div", { class: "karte meldung-problem" }, h("p", {}, h("strong", {}, "In diesem Browser werden keine Ergebnisse gezeigt.")),
        h("p", {}, "Die Seite prüft beim Öffnen, ob sie richtig rechnet. Diese Prüfung ist nicht bestanden (" + Zustand.z.abweichend.slice(0, 3).join(", ") + "). Ihre Antworten sind sicher: Sie können sie als Datei speichern und in einem anderen Browser öffnen.")));
      return;
    }
    const e = Zustand.ergebnis();
    if (!e || !Zustand.hatInhalt()) { ort.appendChild(einladung("Noch gibt es kein Ergebnis. Beantworten Sie zuerst einige Fragen oder laden Sie eine Antwortdatei.")); return; }
    tun(e, Zustand.z.akte);
  }

  return Object.freeze({ weitermachen, geaenderteFragen, katalog, phase, dimText, frage, unerfuellt, spanne, saetze, bedeutung, musspunkte, spinne, balken, dimensionentabelle, phasentabelle,
    aussagekraft, kwd, werkzeug, massnahme, anzahlVorn, mitErgebnis });
}());
