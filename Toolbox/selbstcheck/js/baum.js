// SPDX-License-Identifier: Apache-2.0
// Building the page from elements. Text always becomes text, never markup.
const Baum = (function () {
  const svgNamen = "http://www.w3.org/2000/svg";

  function fuellen(el, eigenschaften, kinder) {
    for (const [k, w] of Object.entries(eigenschaften || {})) {
      if (w === undefined || w === null || w === false) continue;
      if (k.startsWith("bei")) el.addEventListener(k.slice(3).toLowerCase(), w);
      else if (["checked", "disabled", "hidden", "required", "selected", "multiple", "open", "readOnly", "indeterminate"].includes(k)) el[k] = Boolean(w);
      else if (k === "value") el.value = w;
      else el.setAttribute(k, w === true ? "" : String(w));
    }
    anhaengen(el, kinder);
    return el;
  }

  function anhaengen(el, kinder) {
    for (const k of kinder.flat(Infinity)) {
      if (k === null || k === undefined || k === false) continue;
      el.appendChild(typeof k === "object" ? k : document.createTextNode(String(k)));
    }
    return el;
  }

  /** An element: h("p", {class: "klein", beiClick: f}, "Text", kind). */
  const h = (name, eigenschaften, ...kinder) => fuellen(document.createElement(name), eigenschaften, kinder);
  const svg = (name, eigenschaften, ...kinder) => fuellen(document.createElementNS(svgNamen, name), eigenschaften, kinder);

  function leeren(el) {
    while (el.firstChild) el.removeChild(el.firstChild);
    return el;
  }

  const ersetzen = (el, ...kinder) => anhaengen(leeren(el), kinder);

  let zaehler = 0;
  /** An id that no other element of the page has. */
  const kennung = (wort) => (wort || "e") + "-" + (zaehler += 1);

  /** A table that can be scrolled sideways on a narrow screen, also by keyboard. */
  function tabelle(titel, kopf, zeilen, klasse) {
    return h("div", { class: "tabelle", role: "group", tabindex: "0", "aria-label": titel },
      h("table", { class: klasse },
        h("caption", {}, titel),
        h("thead", {}, h("tr", {}, kopf.map((k) => h("th", { scope: "col" }, k)))),
        h("tbody", {}, zeilen.map((z) => h("tr", {}, z.map((w, i) => h(i === 0 ? "th" : "td", i === 0 ? { scope: "row" } : {}, w)))))));
  }

  const erlaubt = new Set(["H2", "H3", "H4", "H5", "H6", "P", "UL", "OL", "LI", "TABLE", "THEAD", "TBODY", "TR", "TH", "TD", "STRONG", "EM", "CODE", "PRE",
    "BLOCKQUOTE", "HR", "BR", "A", "SPAN"]);
  const nurStelle = /^#[A-Za-z0-9/_-]+$/;

  function reinigen(knoten, ziel) {
    for (const k of knoten.childNodes) {
      if (k.nodeType === 3) ziel.appendChild(document.createTextNode(k.data));
      if (k.nodeType !== 1) continue;
      if (!erlaubt.has(k.tagName)) { reinigen(k, ziel); continue; }
      // A heading cell without text says nothing to a screen reader.
      const e = document.createElement(k.tagName === "TH" && k.textContent.trim() === "" ? "TD" : k.tagName);
      const href = k.getAttribute("href");
      if (k.tagName === "A" && href && nurStelle.test(href)) e.setAttribute("href", href);
      if (k.tagName === "OL" && /^\d+$/.test(k.getAttribute("start") || "")) e.setAttribute("start", k.getAttribute("start"));
      if (k.tagName === "SPAN" && ["kasten", "quelle"].includes(k.className)) e.className = k.className;
      reinigen(k, e);
      if (k.tagName === "TABLE") {
        const kopf = [...e.querySelectorAll("th")].map((t) => t.textContent.trim()).filter(Boolean).slice(0, 3).join(", ");
        ziel.appendChild(h("div", { class: "tabelle", role: "group", tabindex: "0", "aria-label": "Tabelle" + (kopf ? ": " + kopf : "") }, e));
      } else ziel.appendChild(e);
    }
    return ziel;
  }

  /** The HTML of a tool, reduced to plain text elements. */
  function werkzeugtext(html) {
    const dok = new DOMParser().parseFromString(html, "text/html");
    return reinigen(dok.body, h("div", { class: "werkzeugtext" }));
  }

  return Object.freeze({ h, svg, leeren, ersetzen, anhaengen, kennung, tabelle, werkzeugtext });
}());
