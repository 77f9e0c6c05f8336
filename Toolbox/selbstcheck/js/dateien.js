// SPDX-License-Identifier: Apache-2.0
// Choosing, reading and saving files. A bad file changes nothing.
const Dateien = (function () {
  const { h } = Baum;

  function lesen(datei) {
    const zuGross = Antwortdatei.zuGross(datei.name, datei.size);
    if (zuGross) return Promise.resolve({ name: datei.name, fehler: zuGross });
    return datei.arrayBuffer().then((b) => {
      const t = Antwortdatei.entschluesseln(b);
      return Object.assign({ name: datei.name }, t.fehler ? t : Antwortdatei.lesen(Zustand.z.daten.katalog, t.text));
    },
      () => ({ name: datei.name, fehler: "Die Datei konnte nicht gelesen werden. Liegt sie noch am selben Ort?" }));
  }

  /** Reads all files and reports what could not be read; gives those that could. */
  function alleLesen(dateien) {
    return Promise.all([...dateien].map(lesen)).then((l) => {
      for (const x of l.filter((d) => d.fehler)) Meldung.zeigen("problem", "„" + x.name.slice(0, 80) + "“: " + x.fehler + " Ihre Antworten sind unverändert.");
      return l.filter((d) => d.akte);
    });
  }

  /** A place for files: a button and drag and drop. `beiDateien` gets the list of files. */
  function feld(o) {
    const id = Baum.kennung("datei");
    const eingabe = h("input", { type: "file", id, multiple: o.mehrere, accept: ".json,.html,.htm,application/json", class: "datei-eingabe" });
    eingabe.addEventListener("change", () => {
      const l = [...eingabe.files];
      eingabe.value = "";
      if (l.length) o.beiDateien(l);
    });
    const ort = h("div", { class: "datei-feld" }, h("label", { for: id }, o.text), h("p", { class: "hilfe", id: id + "-h" }, (o.hilfe ? o.hilfe + " " : "") + "Sie können " + (o.mehrere ? "Dateien" : "die Datei") + " auch hierher ziehen."), eingabe);
    eingabe.setAttribute("aria-describedby", id + "-h");
    ort.addEventListener("dragover", (ev) => { ev.preventDefault(); ort.classList.add("datei-ziel"); });
    ort.addEventListener("dragleave", () => ort.classList.remove("datei-ziel"));
    ort.addEventListener("drop", (ev) => {
      ev.preventDefault();
      ev.stopPropagation();
      ort.classList.remove("datei-ziel");
      if (ev.dataTransfer.files.length) o.beiDateien([...ev.dataTransfer.files].slice(0, o.mehrere ? 200 : 1));
    });
    return ort;
  }

  /** Refuses to write what nobody could open; says what to do. */
  function zuGross(text) {
    const warum = Antwortdatei.zuGrossZumSpeichern(text);
    if (warum) Meldung.zeigen("problem", warum + " Sie wurde nicht gespeichert. Kürzen Sie Bemerkungen und Belege" + (Zustand.z.akte.stimmen ? " in den einzelnen Dateien, oder führen Sie weniger Dateien auf einmal zusammen." : "."));
    return warum !== null;
  }

  function speichern() {
    const { akte } = Zustand.z;
    const text = Antwortdatei.schreiben(akte);
    if (zuGross(text)) return false;
    Ablage.herunterladen(Antwortdatei.name(akte, Kalendertag.heute(), ".diva.json"), text, "application/json");
    Zustand.gesichert();
    Meldung.zeigen("gut", "Die Antwortdatei liegt jetzt im Ordner für Downloads.");
    return true;
  }

  /** This page with the answers inside, as one file to pass on. */
  function fragebogenSpeichern() {
    const antworten = Antwortdatei.schreiben(Zustand.z.akte);
    if (zuGross(antworten)) return;
    const kopie = Zustand.z.ursprung.cloneNode(true);
    const ort = kopie.querySelector("#diva-antworten");
    ort.textContent = antworten.replace(/</g, "\\u003c").replace(/\u2028/g, "\\u2028").replace(/\u2029/g, "\\u2029");
    Ablage.herunterladen(Antwortdatei.name(Zustand.z.akte, Kalendertag.heute(), ".html"), "<!DOCTYPE html>\n" + kopie.outerHTML + "\n", "text/html;charset=utf-8");
    Zustand.gesichert();
    Meldung.zeigen("gut", "Der ausgefüllte Fragebogen liegt jetzt im Ordner für Downloads. Wer ihn öffnet, sieht Ihre Antworten.");
  }

  /** Puts a file in place of the current answers; asks first if something would be replaced. */
  function uebernehmen(d) {
    const vorher = Zustand.z.akte;
    const hatte = Zustand.hatInhalt();
    const warUngespeichert = Zustand.z.ungespeichert;
    const tun = () => {
      Zustand.setzen(d.akte, false);
      Meldung.zeigen(d.hinweise.length ? "hinweis" : "gut", "„" + d.name.slice(0, 80) + "“ ist geladen.", d.hinweise, hatte ? { text: "Rückgängig: vorherige Antworten zurückholen", tun: () => {
        Zustand.setzen(vorher, warUngespeichert);
        Meldung.zeigen("gut", "Ihre vorherigen Antworten sind wieder da.");
        Anwendung.zeichnen();
      } } : null);
      const ziel = AnsichtStart.fehlend(d.akte).length ? "#start" : "#ergebnis";
      if (location.hash === ziel) Anwendung.zeichnen(); else location.hash = ziel;
    };
    if (!hatte || !warUngespeichert) { tun(); return; }
    Meldung.fragen("Bisherige Antworten ersetzen?", ["Sie haben Antworten, die noch nicht als Datei gespeichert sind."],
      [{ text: "Erst speichern, dann laden", haupt: true, tun: () => { if (speichern()) tun(); } }, { text: "Ersetzen", tun }]);
  }

  const laden = (dateien) => alleLesen(dateien.slice(0, 1)).then((l) => { if (l.length) uebernehmen(l[0]); });

  return Object.freeze({ lesen, alleLesen, feld, speichern, fragebogenSpeichern, uebernehmen, laden });
}());
