// SPDX-License-Identifier: Apache-2.0
// Short notices at the top and questions in a dialog.
const Meldung = (function () {
  const { h } = Baum;

  /** Shows a notice: art is "gut", "hinweis" or "problem". Long lists go into a part that opens. */
  function zeigen(art, titel, punkte, aktion) {
    const ort = document.getElementById("meldungen");
    const zeichen = { gut: "✓", hinweis: "i", problem: "!" }[art];
    const el = h("div", { class: "meldung meldung-" + art },
      h("span", { class: "meldung-zeichen", "aria-hidden": "true" }, zeichen),
      h("div", { class: "meldung-text" },
        h("p", {}, titel),
        punkte && punkte.length ? h("ul", {}, punkte.slice(0, 12).map((p) => h("li", {}, p)),
          punkte.length > 12 ? h("li", {}, "… und " + (punkte.length - 12) + " weitere") : null) : null,
        aktion ? h("button", { type: "button", class: "knopf knopf-klein", beiClick: () => { el.remove(); aktion.tun(); } }, aktion.text) : null),
      h("button", { type: "button", class: "schliessen", "aria-label": "Hinweis schließen: " + titel, beiClick: () => {
        el.remove();
        document.getElementById("inhalt").focus();
      } }, "×"));
    const gleiche = [...ort.children].filter((k) => k.dataset.titel === titel);
    gleiche.forEach((k) => k.remove());
    el.dataset.titel = titel;
    ort.appendChild(el);
    while (ort.children.length > 3) ort.removeChild(ort.firstChild);
    ort.scrollIntoView({ block: "nearest" });
    return el;
  }

  /** A short sentence for screen readers, said once typing rests, so that not every key press is read out. */
  function ansage() {
    const el = h("p", { class: "nur-vorlesen", role: "status" });
    let warten = null;
    return { el, sagen: (text) => {
      clearTimeout(warten);
      warten = setTimeout(() => { if (el.textContent !== text) el.textContent = text; }, 700);
    } };
  }

  const leeren = () => Baum.leeren(document.getElementById("meldungen"));

  /** Asks before something happens. `wahl` is a list of {text, tun, haupt}. Escape means: do nothing. */
  function fragen(titel, absaetze, wahl) {
    const d = document.getElementById("rueckfrage");
    const zu = (tun) => () => { d.close(); if (tun) tun(); };
    Baum.ersetzen(d,
      h("h2", { id: "rueckfrage-titel" }, titel),
      absaetze.map((a) => h("p", {}, a)),
      h("div", { class: "knoepfe" },
        wahl.map((w) => h("button", { type: "button", class: "knopf" + (w.haupt ? " knopf-haupt" : ""), beiClick: zu(w.tun) }, w.text)),
        h("button", { type: "button", class: "knopf", beiClick: zu(null) }, "Abbrechen")));
    d.showModal();
  }

  return Object.freeze({ zeigen, leeren, fragen, ansage });
}());
