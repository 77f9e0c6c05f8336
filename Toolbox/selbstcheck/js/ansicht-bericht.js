// SPDX-License-Identifier: Apache-2.0
// The report for printing: page 1 for the leadership, then must-haves, charts, plan, all answers, method.
const AnsichtBericht = (function () {
  const { h } = Baum;
  const E = Ergebnisteile;

  const blatt = (titel, ...kinder) => h("section", { class: "blatt" }, h("h2", {}, titel), kinder);

  function kosten(akte) {
    const r = akte.rechnungen["KH-02"];
    const def = Zustand.z.daten.rechner["KH-02"];
    if (r && def) {
      const x = AnsichtRechner.ergebnis("KH-02", r.eingabe);
      if (x) return "Kosten: " + Zahl.zeigen(x.tco) + " € insgesamt, " + Zahl.zeigen(x.je_arbeitsplatz_monat) + " € je Arbeitsplatz und Monat (gerechnet mit KH-02).";
    }
    return "Kosten: noch nicht gerechnet. Die Kalkulationshilfe KH-02 (Gesamtkosten) hilft dabei.";
  }

  function angaben(akte) {
    const k = E.katalog();
    const gk = k.groessenklassen.find((g) => g.id === akte.groessenklasse);
    return [["Verwaltung", akte.kommune || "ohne Namen"], ["Art und Größe", (Worte.arten[akte.stammdaten["SD-01"]] || "–") + ", " + gk.text + (akte.groessenklasse_grund ? " (selbst gewählt: " + akte.groessenklasse_grund + ")" : "")],
      ["Stand", Kalendertag.zeigen(akte.geaendert || "")], ["Umfang", Worte.umfang[akte.umfang] + (akte.umfang === "kurz" ? " (Kurzfassung)" : "")],
      ["Antworten von", akte.stimmen ? Worte.zahlwort(akte.stimmen.length, "Person", "Personen").replace(/^ein /, "einer ") : Worte.rollen[akte.person.rolle] || "einer Person"], ["Katalog", k.katalog.id + " " + k.katalog.version]];
  }

  function seiteEins(e, akte) {
    const hindernisse = E.unerfuellt(e).slice(0, 3);
    return blatt("Für die Leitung", E.geaenderteFragen(e),
      h("p", { class: "kern" }, E.saetze(e, akte).join(" ")), Diagramm.phasenband(E.katalog(), e, akte.standort), h("p", {}, E.bedeutung(e, akte)),
      h("h3", {}, "Was am meisten hindert"), hindernisse.length ? h("ol", {}, hindernisse.map((m) => h("li", {}, m.frage.text, " – ", h("em", {}, Worte.ko[m.status])))) : h("p", {}, "Kein Muss-Punkt ist offen."),
      h("h3", {}, "Die nächsten fünf Schritte"), e.massnahmen.length ? h("ol", {}, e.massnahmen.slice(0, 5).map((m) => {
        const x = E.massnahme(m, akte);
        return h("li", {}, (m.art === "klaeren" ? "Klären: " : "") + x.f.text, x.w ? " – Werkzeug " + x.w.id + " " + x.w.w.titel + " (" + x.w.w.minuten + " Minuten)" : "", x.feld.wer ? " – " + x.feld.wer : "", Kalendertag.teile(x.feld.bis || "") ? " bis " + Kalendertag.zeigen(x.feld.bis) : "");
      })) : h("p", {}, "Zurzeit keine."), h("p", {}, kosten(akte)), E.aussagekraft(e));
  }

  function plan(e, akte) {
    return blatt("Maßnahmenplan", Baum.tabelle("Maßnahmen in der Reihenfolge ihrer Wirkung", ["Nr.", "Maßnahme", "Werkzeug", "Wer", "Bis", "Erledigt"], e.massnahmen.slice(0, 2 * E.anzahlVorn(akte)).map((m, i) => {
      const x = E.massnahme(m, akte);
      return [i + 1, [h("strong", {}, Worte.klasse[m.klasse] + ": "), (m.art === "klaeren" ? "klären: " : "") + x.f.text], x.w ? x.w.id + " " + x.w.w.titel : "–", x.feld.wer || "", Kalendertag.teile(x.feld.bis || "") ? Kalendertag.zeigen(x.feld.bis) : "", x.feld.erledigt === true ? "☑" : "☐"];
    }), "plan"));
  }

  function anhang(e, akte) {
    const k = E.katalog();
    return blatt("Anhang: alle Antworten", k.phasen.map((p) => {
      const l = e.fragen.filter((f) => f.phase === p.nr);
      if (!l.length) return null;
      return [h("h3", {}, "Phase " + p.nr + ": " + p.titel), Baum.tabelle("Antworten der Phase " + p.nr, ["Kennung", "Frage", "Antwort", "Beleg und Bemerkung"], l.map((f) => {
        const s = e.werte.stimmen.get(f.id);
        const antwort = akte.stimmen || s.festlegung ? Worte.punktwert(k, f, s.wert) + (s.festlegung ? " (festgelegt)" : s.strittig ? " (strittig)" : " (" + Worte.einigkeit[s.stufe] + ")") : (Antwortdatei.veraltet(f, akte.antworten[f.id]) ? "offen; zu einer früheren Fassung der Frage: " : "") + Worte.antwort(k, f, akte.antworten[f.id]);
        const notizen = s.einzeln.flatMap((x) => x.antwort ? [x.antwort.beleg ? "Beleg: " + x.antwort.beleg : "", x.antwort.bemerkung || ""] : []).concat(s.festlegung && s.festlegung.grund ? "Festlegung: " + s.festlegung.grund : []).filter(Boolean);
        return [f.id, [f.text, f.ko ? h("span", { class: "klein" }, " (Muss-Punkt)") : null], antwort, notizen.map((n) => h("p", {}, n))];
      }), "anhang")];
    }));
  }

  function zeichnen(ort) {
    E.mitErgebnis(ort, "Bericht" + (Zustand.z.akte.kommune ? ": " + Zustand.z.akte.kommune : ""), (e, akte) => {
      ort.classList.add("bericht");
      Baum.anhaengen(ort, [
        h("div", { class: "knoepfe nicht-drucken" }, h("button", { type: "button", class: "knopf knopf-haupt", beiClick: () => window.print() }, "Drucken oder als PDF speichern"), h("a", { class: "knopf", href: "#ergebnis" }, "Zurück zum Ergebnis")),
        h("dl", { class: "angaben" }, angaben(akte).map(([a, b]) => h("div", {}, h("dt", {}, a), h("dd", {}, b)))),
        seiteEins(e, akte),
        blatt("Muss-Punkte und Nachholbedarf", E.musspunkte(e), E.phasentabelle(e, akte), e.stand.nachholbedarf.length ? h("p", {}, "Nachholbedarf in Phase " + e.stand.nachholbedarf.join(", ") + ".") : h("p", {}, "Es gibt keinen Nachholbedarf aus früheren Phasen."),
          akte.stimmen && e.gespraech.length ? [h("h3", {}, "Darüber sollten Sie sprechen"), h("ul", {}, e.gespraech.map((f) => h("li", {}, f.text, " (" + Worte.einigkeit[e.werte.stimmen.get(f.id).stufe] + (e.werte.stimmen.get(f.id).festlegung ? ", festgelegt" : "") + ")")))] : null),
        blatt("Themen der Phase " + e.stand.arbeitsphase + ": " + E.phase(e.stand.arbeitsphase).titel, E.spinne(e), E.balken(e), E.dimensionentabelle(e)),
        plan(e, akte), anhang(e, akte), h("section", { class: "blatt" }, h("h2", {}, "So wurde gerechnet"), AnsichtTexte.rechenwegInhalt()),
      ]);
    });
  }

  return Object.freeze({ zeichnen });
}());
