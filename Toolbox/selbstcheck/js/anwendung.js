// SPDX-License-Identifier: Apache-2.0
// The way through the page: which view is shown, the head, keeping and warning.
const Anwendung = (function () {
  const { h } = Baum;
  const wege = [["start", "Start"], ["fragen", "Fragen"], ["ergebnis", "Ergebnis"], ["massnahmen", "Maßnahmen"], ["werkzeuge", "Werkzeuge"], ["zusammenfuehren", "Zusammenführen"], ["vergleichen", "Vergleichen"], ["dateien", "Speichern und laden"]];
  const ansichten = {
    start: AnsichtStart.zeichnen, fragen: AnsichtFragen.zeichnen, ergebnis: AnsichtErgebnis.zeichnen, massnahmen: AnsichtMassnahmen.zeichnen, werkzeuge: AnsichtWerkzeuge.zeichnen, werkzeug: AnsichtWerkzeuge.zeichnen,
    rechnen: AnsichtRechner.zeichnen, entscheiden: AnsichtEntscheiden.zeichnen, zusammenfuehren: AnsichtZusammenfuehren.zeichnen, vergleichen: AnsichtVergleichen.zeichnen, dateien: AnsichtDateien.zeichnen, bericht: AnsichtBericht.zeichnen,
    datenschutz: AnsichtTexte.datenschutz, barrierefreiheit: AnsichtTexte.barrierefreiheit, rechenweg: AnsichtTexte.rechenweg, papier: AnsichtTexte.papier,
  };
  const ueber = { werkzeug: "werkzeuge", rechnen: "werkzeuge", entscheiden: "werkzeuge", bericht: "ergebnis", papier: "dateien" };

  function ort() {
    const t = location.hash.replace(/^#/, "").split("/").map((x) => { try { return decodeURIComponent(x); } catch (fehler) { return ""; } });
    return Object.prototype.hasOwnProperty.call(ansichten, t[0]) ? { name: t[0], teile: t.slice(1) } : { name: "start", teile: [] };
  }

  /** Draws the current view. With an id the focus goes there, otherwise it stays with the caller. */
  function zeichnen(fokus) {
    const { name, teile } = ort();
    const inhalt = Baum.leeren(document.getElementById("inhalt"));
    inhalt.className = "ansicht-" + name;
    try {
      ansichten[name](inhalt, teile);
    } catch (fehler) {
      console.error(fehler);
      Baum.ersetzen(inhalt, h("h1", {}, "Hier ist etwas schiefgegangen"), h("div", { class: "karte" },
        h("p", {}, "Diese Ansicht lässt sich nicht zeigen. Ihre Antworten sind erhalten. Bitte speichern Sie die Antwortdatei und laden Sie die Seite neu."),
        h("p", {}, h("button", { type: "button", class: "knopf knopf-haupt", beiClick: Dateien.speichern }, "Antwortdatei speichern"))));
    }
    const titel = inhalt.querySelector("h1");
    document.title = (titel ? titel.textContent + " – " : "") + "DiVA-Selbstcheck" + (Zustand.z.akte.kommune ? " " + Zustand.z.akte.kommune : "");
    const hier = ueber[name] || name;
    for (const a of document.querySelectorAll("#wege a")) {
      if (a.getAttribute("href") === "#" + hier) a.setAttribute("aria-current", "page"); else a.removeAttribute("aria-current");
    }
    const ziel = fokus ? document.getElementById(fokus) : null;
    if (ziel) { ziel.focus(); ziel.scrollIntoView({ block: "center" }); }
  }

  function gewechselt() {
    zeichnen();
    window.scrollTo(0, 0);
    const titel = document.querySelector("#inhalt h1");
    titel.setAttribute("tabindex", "-1");
    titel.focus();
  }

  function kopf() {
    const z = Zustand.z;
    document.getElementById("kopf-kommune").textContent = z.akte.kommune;
    const stand = document.getElementById("sicherung-stand");
    const text = !Zustand.hatInhalt() && !z.ungespeichert ? "Noch keine Antworten" : (z.imBrowser && z.gespeichertUm ? "Im Browser gemerkt um " + z.gespeichertUm + " Uhr · " : z.imBrowser ? "" : "Dieser Browser merkt sich nichts · ")
      + (z.ungespeichert ? "noch nicht als Datei gespeichert" : "als Datei gespeichert");
    if (stand.textContent !== text) stand.textContent = text;
  }

  function eingebettet() {
    const t = document.getElementById("diva-antworten").textContent.trim();
    return t === "" || t === "null" ? null : Antwortdatei.lesen(Zustand.z.daten.katalog, t);
  }

  /** Where to go on: answers inside the page, what the browser kept, or an empty file. */
  function anfang() {
    const { z } = Zustand;
    const k = z.daten.katalog;
    const innen = eingebettet();
    const grund = "diva-selbstcheck:" + k.katalog.id;
    z.schluessel = innen && innen.akte ? grund + ":" + innen.akte.begonnen + ":" + innen.akte.person.rolle + ":" + innen.akte.person.kuerzel + ":" + (innen.akte.kommune || "") : grund;
    const gemerkt = Ablage.erinnern(z.schluessel);
    const alt = gemerkt ? Antwortdatei.lesen(k, gemerkt) : null;
    z.akte = Antwortdatei.neu(k, Kalendertag.heute());
    z.imBrowser = Ablage.speicher() !== null;
    if (alt && alt.akte && !(innen && innen.akte && (innen.akte.geaendert || "") > (alt.akte.geaendert || ""))) {
      z.akte = alt.akte;
      z.ungespeichert = Zustand.hatInhalt();
      if (Zustand.hatInhalt()) Meldung.zeigen("gut", "Ihr letzter Stand vom " + Kalendertag.zeigen(alt.akte.geaendert || "") + " ist wieder da. Sie können weitermachen.", alt.hinweise.slice(0, 5));
    } else if (innen && innen.akte) {
      z.akte = innen.akte;
      Meldung.zeigen("hinweis", "Dieser Fragebogen enthält Antworten" + (innen.akte.person.rolle ? " aus der Rolle " + Worte.rollen[innen.akte.person.rolle] : "") + " vom " + Kalendertag.zeigen(innen.akte.geaendert || "") + ".", innen.hinweise);
    } else if (innen && innen.fehler) Meldung.zeigen("problem", "Die Antworten in diesem Fragebogen sind nicht lesbar: " + innen.fehler);
    if (gemerkt && alt && alt.fehler) {
      Ablage.merken(z.schluessel + ":beschaedigt", gemerkt);
      Meldung.zeigen("problem", "Der im Browser gemerkte Stand ist nicht lesbar: " + alt.fehler + " Er bleibt aufgehoben, Sie beginnen mit einem leeren Fragebogen.");
    }
  }

  function starten() {
    const { z } = Zustand;
    z.ursprung = document.documentElement.cloneNode(true);
    z.daten = JSON.parse(document.getElementById("diva-daten").textContent);
    const p = Vektoren.pruefen(z.daten);
    z.vektorzahl = p.anzahl;
    z.abweichend = p.abweichend.map((a) => a.name);
    z.rechnetRichtig = p.anzahl > 0 && p.abweichend.length === 0;
    document.getElementById("seite").hidden = false;
    Baum.anhaengen(document.getElementById("wege"), [wege.map(([id, text]) => h("li", {}, h("a", { href: "#" + id }, text)))]);
    document.getElementById("fuss-stand").textContent = "DiVA-Selbstcheck " + z.daten.version + ", Stand " + Kalendertag.zeigen(z.daten.stand) + ", Fragenkatalog " + z.daten.katalog.katalog.version + ". Texte: CC BY 4.0.";
    anfang();
    Zustand.beiAenderung(kopf);
    kopf();
    document.getElementById("sicherung-knopf").addEventListener("click", Dateien.speichern);
    document.querySelector(".sprung").addEventListener("click", (ev) => { ev.preventDefault(); document.getElementById("inhalt").focus(); });
    window.addEventListener("hashchange", gewechselt);
    window.addEventListener("beforeunload", (ev) => { if (z.ungespeichert && Zustand.hatInhalt()) { ev.preventDefault(); ev.returnValue = ""; } });
    window.addEventListener("dragover", (ev) => ev.preventDefault());
    window.addEventListener("drop", (ev) => { ev.preventDefault(); if (ev.dataTransfer.files.length) Dateien.laden([...ev.dataTransfer.files]); });
    window.addEventListener("storage", (ev) => {
      if (ev.key === z.schluessel && ev.newValue !== null) Meldung.zeigen("hinweis", "Derselbe Fragebogen ist in einem anderen Fenster geändert worden. Arbeiten Sie bitte nur in einem Fenster weiter, sonst überschreibt das eine das andere.");
    });
    zeichnen();
  }

  return Object.freeze({ starten, zeichnen });
}());
