// SPDX-License-Identifier: Apache-2.0
// Saving and loading, and starting anew.
const AnsichtDateien = (function () {
  const { h } = Baum;

  function neuBeginnen() {
    Meldung.fragen("Wirklich neu beginnen?", ["Alle Antworten in diesem Browser werden gelöscht. Dateien, die Sie gespeichert haben, bleiben erhalten."], [
      { text: "Erst speichern, dann neu beginnen", haupt: true, tun: () => { if (Dateien.speichern()) leeren(); } }, { text: "Löschen und neu beginnen", tun: leeren }]);
  }

  function leeren() {
    Zustand.setzen(Antwortdatei.neu(Zustand.z.daten.katalog, Kalendertag.heute()), false);
    Ablage.vergessen(Zustand.z.schluessel);
    Meldung.zeigen("gut", "Alles ist leer. Sie können neu beginnen.");
    location.hash = "#start";
  }

  function zeichnen(ort) {
    const { akte } = Zustand.z;
    Baum.anhaengen(ort, [
      h("h1", {}, "Speichern und laden"),
      h("section", { class: "karte" }, h("h2", {}, "Speichern"),
        h("p", {}, "Die Antwortdatei enthält alle Ihre Angaben. Sie ist klein und lässt sich auf einem gemeinsamen Laufwerk ablegen oder verschicken."),
        h("div", { class: "knoepfe" }, h("button", { type: "button", class: "knopf knopf-haupt", id: "datei-speichern", beiClick: Dateien.speichern }, "Antwortdatei speichern"),
          h("button", { type: "button", class: "knopf", id: "fragebogen-speichern", beiClick: Dateien.fragebogenSpeichern }, "Als ausgefüllten Fragebogen speichern")),
        h("p", { class: "klein" }, "Der ausgefüllte Fragebogen ist diese Seite mit Ihren Antworten darin. Manche Postfächer nehmen solche Dateien nicht an. Dann packen Sie die Datei in ein ZIP oder legen Sie sie auf das Laufwerk.")),
      h("section", { class: "karte" }, h("h2", {}, "Laden"), Dateien.feld({ text: "Antwortdatei oder ausgefüllten Fragebogen öffnen", beiDateien: Dateien.laden, hilfe: "Vorhandene Antworten werden nur nach Rückfrage ersetzt." })),
      h("section", { class: "karte" }, h("h2", {}, "Auf Papier"), h("p", {}, "Wer lieber auf Papier antwortet, bekommt die Fragen als Formular zum Ankreuzen."), h("p", {}, h("a", { class: "knopf", href: "#papier" }, "Fragebogen zum Ausdrucken"))),
      h("section", { class: "karte" }, h("h2", {}, "In diesem Browser"),
        h("p", {}, Zustand.z.imBrowser ? "Ihre Angaben werden bei jeder Änderung in diesem Browser gemerkt. Auf einem gemeinsam genutzten Rechner löschen Sie sie am Ende."
          : "Dieser Browser merkt sich nichts. Speichern Sie deshalb die Antwortdatei, bevor Sie die Seite schließen."),
        h("button", { type: "button", class: "knopf", id: "neu-beginnen", beiClick: neuBeginnen }, "Alles löschen und neu beginnen")),
      h("p", { class: "klein" }, "Begonnen am " + Kalendertag.zeigen(akte.begonnen || "") + ", zuletzt geändert am " + Kalendertag.zeigen(akte.geaendert || "") + "."),
    ]);
  }

  return Object.freeze({ zeichnen });
}());
