// SPDX-License-Identifier: Apache-2.0
// Words in the whole text of the tools, whatever the case and the spelling of umlauts; `diva werkzeuge suchen` does the same.
const Suche = (function () {
  const ersatz = { "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss" };
  const texte = new Map();

  /** Small letters, umlauts as two; and for each of them the character that it comes from. */
  function falte(text) {
    const zeichen = [...text.normalize("NFC")];
    let klein = "";
    const herkunft = [];
    zeichen.forEach((z, i) => {
      const k = z.toLowerCase();
      const neu = ersatz[k] || k;
      klein += neu;
      for (let n = 0; n < neu.length; n += 1) herkunft.push(i);
    });
    return { zeichen, klein, herkunft };
  }

  /** The words of a tool's text; read once, nothing of it is run. */
  function lesetext(id, html) {
    if (!texte.has(id)) {
      // Without the title, which stands above anyway, and without the lines of drawings.
      const mitLuecken = html.replace(/^\s*<h2[^>]*>[\s\S]*?<\/h2>/, "").replace(/[\u2500-\u25ff]/g, " ").replace(/<\/(?:p|li|td|th|h[1-6]|tr|pre|blockquote)>|<br>/g, " ");
      texte.set(id, falte(new DOMParser().parseFromString(mitLuecken, "text/html").body.textContent.replace(/\s+/g, " ").trim()));
    }
    return texte.get(id);
  }

  /** The word with what stands around it, cut between words. */
  function umfeld(f, wort) {
    const hier = f.klein.indexOf(wort);
    if (hier < 0) return null;
    const mitte = f.herkunft[hier];
    const ende = f.herkunft[hier + wort.length - 1] + 1;
    let von = Math.max(0, mitte - 60);
    if (von > 0) { const l = f.zeichen.indexOf(" ", von); von = l >= 0 && l < mitte ? l + 1 : mitte; }
    let bis = Math.min(f.zeichen.length, mitte + 80);
    if (bis < f.zeichen.length) { const l = f.zeichen.lastIndexOf(" ", bis - 1); if (l >= ende) bis = l; }
    return (von > 0 ? "… " : "") + f.zeichen.slice(von, bis).join("") + (bis < f.zeichen.length ? " …" : "");
  }

  /** Tools in which all words occur: first those with most words in the title, then where they occur most often. */
  function finde(werkzeuge, text) {
    const worte = [...new Set(text.split(/\s+/).map((w) => falte(w).klein).filter(Boolean))];
    if (!worte.length) return werkzeuge.map((w) => Object.assign({ fundstelle: null }, w));
    const gefunden = [];
    werkzeuge.forEach((w, nr) => {
      const titel = falte(w.id + " " + w.titel).klein;
      const f = lesetext(w.id, w.html);
      if (!worte.every((x) => titel.includes(x) || f.klein.includes(x))) return;
      const imTitel = worte.filter((x) => titel.includes(x)).length;
      const oft = worte.reduce((a, x) => a + f.klein.split(x).length - 1, 0);
      const gesucht = worte.find((x) => !titel.includes(x)) || worte[0];
      gefunden.push({ rang: [-imTitel, -oft, nr], w: Object.assign({}, w, { fundstelle: umfeld(f, gesucht) }) });
    });
    gefunden.sort((a, b) => a.rang[0] - b.rang[0] || a.rang[1] - b.rang[1] || a.rang[2] - b.rang[2]);
    return gefunden.map((x) => x.w);
  }

  return Object.freeze({ finde });
}());
