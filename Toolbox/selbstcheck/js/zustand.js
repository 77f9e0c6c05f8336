// SPDX-License-Identifier: Apache-2.0
// What the page holds while it is open: the answer file, whether it is saved, and an older file to compare with.
const Zustand = (function () {
  const z = { daten: null, akte: null, ungespeichert: false, imBrowser: false, gespeichertUm: null, schluessel: "", vergleich: null,
    rechnetRichtig: false, abweichend: [], ursprung: null };
  const hoerer = [];

  const beiAenderung = (f) => hoerer.push(f);
  const melden = () => hoerer.forEach((f) => f());

  const uhrzeit = () => new Date().toLocaleTimeString("de-DE", { hour: "2-digit", minute: "2-digit" });

  /** Changes the answer file: `tun` gets it, then it is kept in the browser where possible. */
  function aendern(tun) {
    tun(z.akte);
    z.akte.geaendert = Kalendertag.heute();
    z.ungespeichert = true;
    merken();
    melden();
  }

  function merken() {
    z.imBrowser = Ablage.merken(z.schluessel, Antwortdatei.schreiben(z.akte));
    if (z.imBrowser) z.gespeichertUm = uhrzeit();
  }

  /** Puts another file in place of the current one. */
  function setzen(akte, ungespeichert) {
    z.akte = akte;
    z.ungespeichert = ungespeichert;
    merken();
    melden();
  }

  /** Marks everything as saved in a file. */
  function gesichert() {
    z.ungespeichert = false;
    melden();
  }

  const ergebnis = () => Auswertung.rechnen(z.daten.katalog, z.akte);
  const hatInhalt = () => Object.keys(z.akte.antworten).length > 0 || Boolean(z.akte.stimmen) || Object.keys(z.akte.festlegungen).length > 0;

  return Object.freeze({ z, beiAenderung, aendern, setzen, gesichert, ergebnis, hatInhalt, melden });
}());
