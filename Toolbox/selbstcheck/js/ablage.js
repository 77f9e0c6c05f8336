// SPDX-License-Identifier: Apache-2.0
// What leaves the page: files for download, and the copy in the browser's own store where there is one.
const Ablage = (function () {
  /** Offers a file for download. Nothing is sent anywhere. */
  function herunterladen(name, inhalt, art) {
    const url = URL.createObjectURL(new Blob([inhalt], { type: art }));
    const a = Baum.h("a", { href: url, download: name, class: "unsichtbar", "aria-hidden": "true", tabindex: "-1" }, name);
    document.body.appendChild(a);
    a.click();
    a.remove();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  }

  /** One cell: quoted, and never read as a formula by a spreadsheet. */
  function zelle(w) {
    let t = w === null || w === undefined ? "" : String(w);
    if (/^[=+\-@\t\r]/.test(t)) t = "'" + t;
    return /[";\n\r]/.test(t) ? '"' + t.replace(/"/g, '""') + '"' : t;
  }

  const csv = (zeilen) => "\ufeff" + zeilen.map((z) => z.map(zelle).join(";")).join("\r\n") + "\r\n";

  function icsText(t) {
    return String(t).replace(/\\/g, "\\\\").replace(/;/g, "\\;").replace(/,/g, "\\,").replace(/\r?\n/g, "\\n");
  }

  /** Lines of 75 bytes at most, as calendars expect. */
  function falten(zeile) {
    const teile = [];
    let rest = "";
    let laenge = 0;
    for (const c of zeile) {
      const b = new TextEncoder().encode(c).length;
      if (laenge + b > 73) { teile.push(rest); rest = " "; laenge = 1; }
      rest += c;
      laenge += b;
    }
    return teile.concat(rest).join("\r\n");
  }

  /** FNV-1a with 64 bits: no secret, only a short name for a text. */
  function fnv(text) {
    let w = 0xcbf29ce484222325n;
    for (const b of new TextEncoder().encode(text)) w = BigInt.asUintN(64, (w ^ BigInt(b)) * 0x100000001b3n);
    return w.toString(16).padStart(16, "0");
  }

  /** Sixteen digits that stand for the project; they come from what does not change while people answer. `diva reifegrad` computes the same. */
  function vorhaben(akte) {
    const alle = [akte].concat(akte.stimmen || []);
    const erster = (feld) => alle.map((a) => typeof a[feld] === "string" ? a[feld].trim() : "").filter(Boolean).sort()[0] || "";
    return fnv([erster("kommune"), akte.geltungsbereich || "Gesamtverwaltung", akte.stammdaten["SD-01"] || "", akte.stammdaten["SD-09"] || "", erster("begonnen")].join("\u001f"));
  }

  /** Calendar entries for a list of {id, tag, titel, text}; `stand` is the day they were made, `von` whose they are. A step that moves to another day keeps its UID. */
  function ics(eintraege, stand, von) {
    const tag = (t) => t.replace(/-/g, "");
    const zeilen = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//DiVA//Selbstcheck//DE", "CALSCALE:GREGORIAN"];
    for (const e of eintraege) {
      zeilen.push("BEGIN:VEVENT", "UID:" + e.id + "-" + von + "@diva-selbstcheck", "DTSTAMP:" + tag(stand) + "T000000Z",
        "DTSTART;VALUE=DATE:" + tag(e.tag), "DTEND;VALUE=DATE:" + tag(Kalendertag.plus(e.tag, 1)), "SUMMARY:" + icsText(e.titel), "DESCRIPTION:" + icsText(e.text), "END:VEVENT");
    }
    return zeilen.concat("END:VCALENDAR").map(falten).join("\r\n") + "\r\n";
  }

  /** The browser's store, or null where it is switched off, as on many managed machines. */
  function speicher() {
    try {
      const s = window.localStorage;
      s.setItem("diva-probe", "1");
      s.removeItem("diva-probe");
      return s;
    } catch (fehler) {
      return null;
    }
  }

  function merken(schluessel, text) {
    try {
      window.localStorage.setItem(schluessel, text);
      return true;
    } catch (fehler) {
      return false;
    }
  }

  function erinnern(schluessel) {
    try { return window.localStorage.getItem(schluessel); } catch (fehler) { return null; }
  }

  function vergessen(schluessel) {
    try { window.localStorage.removeItem(schluessel); } catch (fehler) { /* Where nothing is kept, nothing is to be removed. */ }
  }

  return Object.freeze({ herunterladen, csv, ics, vorhaben, speicher, merken, erinnern, vergessen, zelle });
}());
