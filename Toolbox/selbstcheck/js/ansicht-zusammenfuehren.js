// SPDX-License-Identifier: Apache-2.0
// Merging: files of colleagues, where they disagree, and what the group decides.
const AnsichtZusammenfuehren = (function () {
  const { h } = Baum;
  const E = Ergebnisteile;

  function mischen(dateien) {
    Dateien.alleLesen(dateien).then((l) => {
      if (!l.length) return;
      const { akte, daten } = Zustand.z;
      const vorher = akte;
      const warUngespeichert = Zustand.z.ungespeichert;
      const eigene = Zustand.hatInhalt() ? akte : null;
      const m = Zusammenfuehrung.mischen(daten.katalog, eigene, l.map((d) => d.akte), Kalendertag.heute());
      const zuGross = Antwortdatei.zuGrossZumSpeichern(Antwortdatei.schreiben(m.akte));
      if (zuGross) {
        Meldung.zeigen("problem", "Die Dateien sind nicht zusammengeführt. " + zuGross + " Kürzen Sie Bemerkungen und Belege in den einzelnen Dateien, oder führen Sie weniger Dateien zusammen. Ihre Antworten sind unverändert.");
        return;
      }
      Zustand.setzen(m.akte, true);
      const n = m.akte.stimmen.length;
      Meldung.zeigen(m.hinweise.length ? "hinweis" : "gut", Worte.gross(Worte.zahlwort(l.length, "Datei ist", "Dateien sind", "e")) + " hinzugefügt. Insgesamt " + (n === 1 ? "antwortet " : "antworten ") + Worte.zahlwort(n, "Person", "Personen", "e") + ".",
        m.hinweise.concat(l.flatMap((d) => d.hinweise.map((x) => "„" + d.name.slice(0, 40) + "“: " + x))),
        { text: "Rückgängig", tun: () => { Zustand.setzen(vorher, warUngespeichert); Anwendung.zeichnen(); } });
      Anwendung.zeichnen();
    });
  }

  function festlegung(f, s) {
    const { katalog } = Zustand.z.daten;
    const alt = s.festlegung;
    const e = { wert: alt ? alt.wert : undefined, zahl: alt ? alt.zahl : undefined, nz: alt ? alt.nz : undefined, grund: alt ? alt.grund || "" : "", wer: alt ? alt.wer || "" : "", am: alt ? alt.am || "" : Kalendertag.heute() };
    const fehler = h("p", { class: "feld-meldung", role: "alert" });
    function eintragen() {
      const p = Object.create(null);
      if (e.nz) p.nz = true; else if (f.skala === "zahl") p.zahl = e.zahl; else p.wert = e.wert;
      if (!e.nz && p.zahl === undefined && p.wert === undefined) { Baum.ersetzen(fehler, "Bitte wählen Sie, was gelten soll."); return; }
      if (!e.grund.trim()) { Baum.ersetzen(fehler, "Bitte schreiben Sie in einem Satz, warum Sie sich so geeinigt haben."); return; }
      if (!e.wer.trim()) { Baum.ersetzen(fehler, "Bitte schreiben Sie, wer das festgelegt hat."); return; }
      Object.assign(p, { grund: e.grund, wer: e.wer, am: e.am || Kalendertag.heute(), rev: f.rev });
      Zustand.aendern((a) => { a.festlegungen[f.id] = p; });
      Anwendung.zeichnen("g-" + f.id);
      Meldung.zeigen("gut", "Die Festlegung ist eingetragen. Alle Stimmen bleiben erhalten.");
    }
    const wahl = f.skala === "zahl" ? Feld.zahl({ text: "Es gilt", einheit: f.einheit, wert: e.zahl, grenzen: { min: f.min, max: f.max, deckeln: true }, aendern: (w) => { e.zahl = w === null ? undefined : w; } })
      : Feld.radios({ text: "Es gilt", klasse: "quer", wert: e.nz ? "nz" : e.wert, werte: katalog.skalen[f.skala].stufen.map((x) => ({ wert: x.wert, text: x.text })).concat(f.nz ? [{ wert: "nz", text: "nicht zutreffend" }] : []),
        aendern: (w) => { e.nz = w === "nz" ? true : undefined; e.wert = w === "nz" ? undefined : w; } });
    return h("details", { class: "festlegung" }, h("summary", {}, alt ? "Festlegung ändern" : "Festlegung eintragen"), wahl,
      Feld.text({ text: "Grund", pflicht: true, laenge: 500, wert: e.grund, aendern: (w) => { e.grund = w; } }),
      h("div", { class: "zweispaltig" }, Feld.text({ text: "Wer hat festgelegt?", pflicht: true, laenge: 120, wert: e.wer, aendern: (w) => { e.wer = w; } }), Feld.tag({ text: "Wann?", wert: e.am, aendern: (w) => { e.am = w; } })),
      fehler, h("div", { class: "knoepfe" }, h("button", { type: "button", class: "knopf knopf-haupt", beiClick: eintragen }, "Festlegung eintragen"),
        alt ? h("button", { type: "button", class: "knopf", beiClick: () => { Zustand.aendern((a) => { delete a.festlegungen[f.id]; }); Anwendung.zeichnen("g-" + f.id); } }, "Festlegung aufheben") : null));
  }

  function karte(f, e) {
    const { katalog } = Zustand.z.daten;
    const s = e.werte.stimmen.get(f.id);
    const notizen = s.einzeln.filter((x) => x.antwort && (x.antwort.bemerkung || x.antwort.beleg || (x.antwort.nz && x.antwort.grund)));
    return h("li", { class: "karte", id: "g-" + f.id, tabindex: "-1" },
      h("p", { class: "chips" }, f.ko ? h("span", { class: "muss" }, "Muss-Punkt") : null, h("span", { class: "chip" }, s.herkunft === "festgelegt" ? "festgelegt" : Worte.einigkeit[s.stufe]), s.strittig ? h("span", { class: "chip chip-1" }, "strittig: zählt als nicht erfüllt") : null,
        h("span", { class: "chip chip-leise" }, "Phase " + f.phase + ", " + E.dimText(f.dim))),
      h("h3", {}, f.text), Diagramm.stimmen(katalog, f, s),
      s.festlegung ? h("p", { class: "festgelegt" }, "Festgelegt: ", h("strong", {}, Worte.antwort(katalog, f, s.festlegung)), s.festlegung.wer ? " von " + s.festlegung.wer : "", s.festlegung.am ? " am " + Kalendertag.zeigen(s.festlegung.am) : "", s.festlegung.grund ? ". Grund: " + s.festlegung.grund : "") : null,
      Antwortdatei.veraltet(f, Zustand.z.akte.festlegungen[f.id]) ? h("p", {}, "Die Frage hat sich seit der Festlegung „" + Worte.antwort(katalog, f, Zustand.z.akte.festlegungen[f.id]) + "“ geändert: bitte neu festlegen.") : null,
      notizen.length ? h("details", {}, h("summary", {}, "Bemerkungen und Belege (" + notizen.length + ")"), h("ul", {}, notizen.map((x) => h("li", {}, [x.antwort.bemerkung, x.antwort.beleg ? "Beleg: " + x.antwort.beleg : "", x.antwort.nz ? "Grund: " + (x.antwort.grund || "") : ""].filter(Boolean).join(" · "))))) : null,
      festlegung(f, s));
  }

  function zeichnen(ort) {
    const { akte } = Zustand.z;
    const hinzu = Dateien.feld({ text: akte.stimmen ? "Weitere Antwortdateien hinzufügen" : "Antwortdateien auswählen", mehrere: true, beiDateien: mischen,
      hilfe: "Alle füllen denselben Fragebogen aus und geben Ihnen ihre Antwortdatei." });
    if (!akte.stimmen) {
      Baum.anhaengen(ort, [h("h1", {}, "Antworten zusammenführen"),
        h("p", { class: "vorspann" }, "Mehrere Personen sehen mehr. Geben Sie diese Seite weiter, sammeln Sie die Antwortdateien ein und wählen Sie sie hier aus. Danach sehen Sie, wo Sie sich einig sind und worüber Sie sprechen sollten."),
        h("div", { class: "karte" }, hinzu, Zustand.hatInhalt() ? h("p", { class: "klein" }, "Ihre eigenen Antworten in diesem Browser zählen als eine Stimme mit. Alle Stimmen bleiben erhalten.") : null),
        h("div", { class: "karte karte-leise" }, h("p", {}, "In kleinen Teams ist niemand wirklich anonym. Sagen Sie das, bevor Sie die Seite weitergeben. Werte für einzelne Rollen zeigt die Seite erst ab drei Personen je Rolle."))]);
      return;
    }
    const titel = "Antworten zusammenführen";
    E.mitErgebnis(ort, titel, (e) => {
      const rest = e.fragen.filter((f) => !e.gespraech.includes(f) && !e.festgelegt.includes(f));
      Baum.anhaengen(ort, [
        h("section", { class: "karte" }, h("p", { class: "kern" }, Worte.gross(Worte.zahlwort(akte.stimmen.length, "Person hat", "Personen haben", "e")) + " geantwortet. " + (e.einigkeit === null ? "" : "Einig oder nah beieinander: " + Zahl.prozent(e.einigkeit) + " (nach Gewicht).")),
          h("ul", {}, akte.stimmen.map((b) => h("li", {}, (Worte.rollen[b.person.rolle] || "ohne Rolle") + (b.person.kuerzel ? ", " + b.person.kuerzel : "") + ", " + Worte.mal(Object.keys(b.antworten).length, "Antwort", "Antworten") + (b.geaendert ? ", Stand " + Kalendertag.zeigen(b.geaendert) : "")))), hinzu),
        h("h2", { id: "gespraech" }, "Darüber sollten Sie sprechen"),
        e.gespraech.length ? [h("p", {}, "Unterschiede sind nützlich: Oft weiß jemand etwas, das andere nicht wissen. Wenn Sie sich geeinigt haben, tragen Sie eine Festlegung ein."), h("ol", { class: "gespraech" }, e.gespraech.map((f) => karte(f, e)))] : h("p", {}, e.festgelegt.length ? "Über alle größeren Unterschiede haben Sie gesprochen." : "Es gibt keine größeren Unterschiede."),
        e.festgelegt.length ? [h("h2", {}, "Darüber haben Sie sich geeinigt"), h("ol", { class: "gespraech" }, e.festgelegt.map((f) => karte(f, e)))] : null,
        h("details", { class: "karte karte-leise" }, h("summary", {}, "Alle übrigen Fragen (" + rest.length + ")"), h("ol", { class: "gespraech" }, rest.map((f) => karte(f, e)))),
        h("div", { class: "knoepfe knoepfe-ende" }, h("button", { type: "button", class: "knopf knopf-haupt", beiClick: Dateien.speichern }, "Gemeinsame Antwortdatei speichern"), h("a", { class: "knopf", href: "#ergebnis" }, "Zum Ergebnis")),
      ]);
    });
    if (!ort.contains(hinzu)) ort.appendChild(h("div", { class: "karte" }, hinzu));
  }

  return Object.freeze({ zeichnen });
}());
