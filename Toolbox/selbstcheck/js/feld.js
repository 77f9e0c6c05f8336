// SPDX-License-Identifier: Apache-2.0
// Form fields: every field has a label, its help and its error beside it.
const Feld = (function () {
  const { h, kennung } = Baum;

  function huelle(o, id, eingabe, nach) {
    const hilfeId = o.hilfe ? id + "-hilfe" : null;
    if (hilfeId) eingabe.setAttribute("aria-describedby", hilfeId);
    return h("div", { class: "feld" + (o.klasse ? " " + o.klasse : "") },
      h("label", { for: id }, o.text, o.pflicht ? h("span", { class: "pflicht" }, " (bitte angeben)") : null),
      hilfeId ? h("p", { class: "hilfe", id: hilfeId }, o.hilfe) : null,
      h("div", { class: "feld-zeile" }, eingabe, nach || null));
  }

  function text(o) {
    const id = o.id || kennung("text");
    const e = h(o.zeilen ? "textarea" : "input", { id, type: o.zeilen ? undefined : "text", rows: o.zeilen, maxlength: o.laenge || 4000, autocomplete: "off", value: o.wert || "" });
    e.addEventListener("input", () => o.aendern(e.value));
    return huelle(o, id, e);
  }

  function auswahl(o) {
    const id = o.id || kennung("auswahl");
    const e = h("select", { id }, o.werte.map(([w, t]) => h("option", { value: w, selected: String(w) === String(o.wert === null || o.wert === undefined ? "" : o.wert) }, t)));
    e.addEventListener("change", () => o.aendern(e.value));
    return huelle(o, id, e);
  }

  /** Radio buttons in a fieldset. `werte` is a list of {wert, text, hilfe}. */
  function radios(o) {
    const name = kennung("wahl");
    return h("fieldset", { class: "radios" + (o.klasse ? " " + o.klasse : ""), id: o.id },
      h("legend", {}, o.text, o.pflicht ? h("span", { class: "pflicht" }, " (bitte angeben)") : null),
      o.hilfe ? h("p", { class: "hilfe" }, o.hilfe) : null,
      h("div", { class: "radios-liste" }, o.werte.map((w) => h("label", { class: "wahl" },
        h("input", { type: "radio", name, value: String(w.wert), checked: w.wert === o.wert, beiChange: () => o.aendern(w.wert) }),
        h("span", {}, w.text, w.hilfe ? h("span", { class: "hilfe" }, w.hilfe) : null)))));
  }

  /**
   * A number in German notation. `aendern` gets a canonical decimal, or null while the field is empty or not clear;
   * its second argument tells the two apart, so that an unclear amount never counts as none.
   */
  function zahl(o) {
    const id = o.id || kennung("zahl");
    const meldungId = id + "-meldung";
    const e = h("input", { id, type: "text", inputmode: "decimal", autocomplete: "off", maxlength: 40, class: "zahl",
      value: o.wert === undefined || o.wert === null || o.wert === "" ? "" : Zahl.zeigen(String(o.wert)) });
    const meldung = h("div", { class: "feld-meldung", id: meldungId, "aria-live": "polite" });
    const grenzen = Object.assign({ einheit: o.einheit, bestaetigt: e.value ? Zahl.lesen(e.value, {}).wert : undefined }, o.grenzen || {});
    const setzen = (kanon) => {
      grenzen.bestaetigt = kanon;
      e.value = Zahl.zeigen(kanon);
      pruefen(true);
      e.focus();
    };
    function pruefen(fertig) {
      const l = Zahl.lesen(e.value, grenzen);
      const schlecht = Boolean(l.fehler || l.frage);
      if (l.wert !== undefined) o.aendern(l.wert);
      else o.aendern(null, schlecht);
      if (!fertig && schlecht) return;
      e.setAttribute("aria-invalid", schlecht ? "true" : "false");
      if (l.frage) {
        Baum.ersetzen(meldung, h("p", {}, l.frage), h("div", { class: "knoepfe" },
          l.vorschlaege.map((v) => h("button", { type: "button", class: "knopf knopf-klein", beiClick: () => setzen(v) }, Zahl.zeigen(v) + (o.einheit ? " " + o.einheit : "")))));
      } else if (l.fehler) Baum.ersetzen(meldung, h("p", {}, l.fehler));
      else if (l.wert !== undefined && o.grenzen && o.grenzen.deckeln && Bruch.vergleich(l.wert, o.grenzen.max) > 0) {
        Baum.ersetzen(meldung, h("p", { class: "ruhig" }, "Das liegt über dem Höchstwert und zählt wie " + Zahl.zeigen(String(o.grenzen.max)) + (o.einheit ? " " + o.einheit : "") + "."));
      } else {
        Baum.leeren(meldung);
        if (fertig && l.wert !== undefined) e.value = Zahl.zeigen(l.wert);
      }
    }
    e.addEventListener("input", () => { Baum.leeren(meldung); e.removeAttribute("aria-invalid"); pruefen(false); });
    e.addEventListener("change", () => pruefen(true));
    const f = huelle(Object.assign({}, o, { klasse: "feld-zahl " + (o.klasse || "") }), id, e, o.einheit ? h("span", { class: "einheit" }, o.einheit) : null);
    e.setAttribute("aria-describedby", ((e.getAttribute("aria-describedby") || "") + " " + meldungId).trim());
    f.appendChild(meldung);
    return f;
  }

  /** A day; the browser's own calendar is used where it has one. */
  function tag(o) {
    const id = o.id || kennung("tag");
    const e = h("input", { id, type: "date", value: o.wert || "" });
    e.addEventListener("change", () => o.aendern(Kalendertag.teile(e.value) ? e.value : ""));
    return huelle(o, id, e);
  }

  function haken(o) {
    const id = o.id || kennung("haken");
    return h("div", { class: "feld feld-haken" }, h("label", { class: "wahl", for: id },
      h("input", { id, type: "checkbox", checked: o.wert, beiChange: (ev) => o.aendern(ev.target.checked) }), h("span", {}, o.text)));
  }

  return Object.freeze({ text, auswahl, radios, zahl, tag, haken });
}());
