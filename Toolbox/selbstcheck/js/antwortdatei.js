// SPDX-License-Identifier: Apache-2.0
// The answer file. Files come from other people: everything is checked, nothing is run, nothing is lost.
const Antwortdatei = (function () {
  const hoechstgroesse = 2 * 1024 * 1024;
  const hoechstgroesseSeite = 8 * 1024 * 1024;
  const hoechsttiefe = 24;
  const bekannt = ["format", "version", "katalog", "stammdaten", "groessenklasse", "groessenklasse_grund", "geltungsbereich", "kommune",
    "standort", "umfang", "person", "begonnen", "geaendert", "antworten", "festlegungen", "stimmen", "massnahmen", "rechnungen",
    "nicht_uebernommen"];
  const rollen = ["leitung", "projektleitung", "it", "organisation", "datenschutz", "archiv", "kaemmerei", "personalrat", "sachbearbeitung"];

  const leer = () => Object.create(null);
  const istObjekt = (x) => x !== null && typeof x === "object" && !Array.isArray(x);
  const istText = (x) => typeof x === "string";
  const istTag = (x) => istText(x) && Kalendertag.teile(x) !== null;

  function neu(katalog, heute) {
    return Object.assign(leer(), {
      format: "diva-antworten", version: 1, katalog: { id: katalog.katalog.id, version: katalog.katalog.version },
      stammdaten: Object.assign(leer(), { "SD-09": "SN" }), groessenklasse: null, kommune: "", geltungsbereich: "Gesamtverwaltung",
      standort: null, umfang: "standort", person: Object.assign(leer(), { rolle: "", kuerzel: "" }), begonnen: heute, geaendert: heute,
      antworten: leer(), festlegungen: leer(), massnahmen: leer(), rechnungen: leer(),
    });
  }

  class Ablehnung extends Error {}

  /** A copy without prototypes, so that a key such as "__proto__" is only a key. */
  function kopie(x, tiefe) {
    if (tiefe > hoechsttiefe) throw new Ablehnung("Die Datei ist ungewöhnlich tief verschachtelt. Eine Antwortdatei ist das nicht.");
    if (Array.isArray(x)) return x.map((e) => kopie(e, tiefe + 1));
    if (!istObjekt(x)) return x;
    const o = leer();
    for (const k of Object.keys(x)) o[k] = kopie(x[k], tiefe + 1);
    return o;
  }

  /** A size as file managers show it, 1 MB being 1024 KB; rounded up, so that what is too large never looks like the limit. */
  function groessentext(bytes) {
    if (bytes < 1048576) return Zahl.zeigen(String(Math.ceil(bytes / 1024))) + " KB";
    return Zahl.knapp(Bruch.durch(Math.ceil(bytes * 10 / 1048576), 10), 1) + " MB";
  }

  /** Why a file of this size is not even opened, or null. */
  function zuGross(name, bytes) {
    const grenze = /\.html?$/i.test(name) ? hoechstgroesseSeite : hoechstgroesse;
    return bytes <= grenze ? null : "Die Datei ist " + groessentext(bytes) + " groß. Eine Antwortdatei hat höchstens "
      + groessentext(grenze) + ". Sie wurde nicht geöffnet.";
  }

  /** Why a file with this text could not be opened again, or null. Such a file must not be written. */
  function zuGrossZumSpeichern(text) {
    const bytes = new TextEncoder().encode(text).length;
    return bytes <= hoechstgroesse ? null : "Die Antwortdatei wäre " + groessentext(bytes) + " groß und ließe sich nicht mehr öffnen; höchstens sind es "
      + groessentext(hoechstgroesse) + ".";
  }

  /** The text of a file, or what is wrong with its encoding: {text} or {fehler}. Another encoding would spoil every umlaut. */
  function entschluesseln(bytes) {
    const rat = " Wahrscheinlich hat ein anderes Programm sie gespeichert. Nehmen Sie die Datei, wie der Selbstcheck sie gespeichert hat, oder speichern Sie sie dort mit der Codierung UTF-8.";
    const b = new Uint8Array(bytes);
    if ((b[0] === 0xff && b[1] === 0xfe) || (b[0] === 0xfe && b[1] === 0xff) || (b.length > 1 && (b[0] === 0 || b[1] === 0))) return { fehler: "Die Datei ist in UTF-16 geschrieben und nicht in UTF-8." + rat };
    try {
      return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(b) };
    } catch (fehler) {
      return { fehler: "Die Datei ist nicht in UTF-8 geschrieben, Umlaute sind vielleicht in Windows-1252." + rat };
    }
  }

  /** The first name that stands twice in one object, or null. JSON.parse would silently take the last. */
  function doppelterName(text) {
    const stapel = [];
    let namen = null, nameErwartet = false;
    for (let i = 0; i < text.length; i += 1) {
      const c = text[i];
      if (c === "{") { stapel.push(namen); namen = new Set(); nameErwartet = true; }
      else if (c === "[") { stapel.push(namen); namen = null; nameErwartet = false; }
      else if (c === "}" || c === "]") { namen = stapel.pop(); nameErwartet = false; }
      else if (c === ",") nameErwartet = namen !== null;
      else if (c === '"') {
        const anfang = i;
        for (i += 1; text[i] !== '"'; i += 1) if (text[i] === "\\") i += 1;
        if (nameErwartet) {
          const name = JSON.parse(text.slice(anfang, i + 1));
          if (namen.has(name)) return name;
          namen.add(name);
          nameErwartet = false;
        }
      }
    }
    return null;
  }

  /** The answers inside a filled-in questionnaire (HTML), or the text itself. */
  function inhalt(text) {
    if (!/^\s*<(!doctype|html)/i.test(text.slice(0, 200))) return text;
    const m = /<script type="application\/json" id="diva-antworten">([\s\S]*?)<\/script>/.exec(text);
    if (!m || m[1].trim() === "" || m[1].trim() === "null") throw new Ablehnung("In diesem Fragebogen sind keine Antworten gespeichert.");
    return m[1];
  }

  /** One answer, checked: {gut} or {grund}. A missing reason for "nicht zutreffend" is a remark, not a loss. */
  function antwort(katalog, f, a) {
    if (!istObjekt(a)) return { grund: "ist keine Antwort" };
    for (const feld of ["beleg", "bemerkung", "grund"]) if (feld in a && a[feld] !== null && !istText(a[feld])) return { grund: "„" + feld + "“ ist kein Text" };
    if ("rev" in a && a.rev !== null && !Number.isSafeInteger(a.rev)) return { grund: "die Fassung der Frage ist nicht lesbar" };
    const arten = ["wert", "zahl", "wn", "nz"].filter((k) => k in a);
    if (arten.length > 1) return { grund: "enthält mehrere Antworten zugleich" };
    if ("wn" in a && a.wn !== true) return { grund: "„weiß ich nicht“ ist beschädigt" };
    if ("nz" in a) {
      if (a.nz !== true) return { grund: "„nicht zutreffend“ ist beschädigt" };
      if (!f.nz) return { grund: "„nicht zutreffend“ ist bei dieser Frage nicht vorgesehen" };
    }
    if ("wert" in a) {
      if (f.skala === "zahl") return { grund: "hier wird eine Zahl erwartet" };
      const erlaubt = katalog.skalen[f.skala].stufen.map((s) => s.wert);
      if (!erlaubt.includes(a.wert)) {
        return { grund: "Wert " + JSON.stringify(a.wert === undefined ? null : a.wert).slice(0, 40) + " ist hier nicht erlaubt (" + erlaubt[0] + " bis " + erlaubt[erlaubt.length - 1] + ")" };
      }
    }
    if ("zahl" in a) {
      if (f.skala !== "zahl") return { grund: "hier wird keine Zahl erwartet" };
      if (typeof a.zahl === "number") a.zahl = String(a.zahl);
      if (!istText(a.zahl) || !/^-?\d{1,20}(\.\d{1,20})?$/.test(a.zahl)) return { grund: "die Zahl ist nicht lesbar" };
    }
    return { gut: a };
  }

  /** Whether an answer (or what a group decided) belongs to another wording of the question. It then counts as open. */
  const veraltet = (f, a) => Boolean(a) && a.rev !== undefined && a.rev !== null && a.rev !== f.rev;

  const reihe = (ids) => ids.slice(0, 40).join(", ") + (ids.length > 40 ? " und " + (ids.length - 40) + " weitere" : "");

  function antworten(katalog, roh, hinweise, beiseite, wo) {
    const aus = leer();
    const fragen = new Map(katalog.fragen.map((f) => [f.id, f]));
    const unbekannt = [];
    const veraltete = [];
    if (roh === undefined) return aus;
    if (!istObjekt(roh)) throw new Ablehnung("Der Teil mit den Antworten ist beschädigt.");
    for (const id of Object.keys(roh)) {
      const f = fragen.get(id);
      if (!f) {
        aus[id] = roh[id];
        unbekannt.push(id.slice(0, 40));
        continue;
      }
      const p = antwort(katalog, f, roh[id]);
      if (p.gut) {
        aus[id] = p.gut;
        if (veraltet(f, p.gut)) veraltete.push(id);
        if (p.gut.nz && !(p.gut.grund || "").trim()) {
          hinweise.push(wo + id + ": „nicht zutreffend“ steht ohne Grund da. Die Frage zählt als offen, bis ein Grund eingetragen ist.");
        }
      } else {
        beiseite[id] = roh[id];
        hinweise.push(wo + id + ": " + p.grund + ". Die Antwort wird nicht gewertet, bleibt aber in der Datei erhalten.");
      }
    }
    if (veraltete.length) {
      hinweise.push(wo + (veraltete.length === 1 ? "Eine Frage hat" : veraltete.length + " Fragen haben") + " sich seit der Antwort geändert: " + reihe(veraltete)
        + ". Sie " + (veraltete.length === 1 ? "zählt" : "zählen") + " als offen: bitte neu beantworten.");
    }
    if (unbekannt.length) {
      hinweise.push(wo + (unbekannt.length === 1 ? "Eine Frage kennt" : unbekannt.length + " Fragen kennt") + " dieser Fragebogen nicht: "
        + reihe(unbekannt) + ". Die Antworten bleiben in der Datei erhalten und zählen nicht mit.");
    }
    return aus;
  }

  function person(roh) {
    const p = istObjekt(roh) ? roh : leer();
    return Object.assign(leer(), p, { rolle: rollen.includes(p.rolle) ? p.rolle : "", kuerzel: istText(p.kuerzel) ? p.kuerzel : "" });
  }

  function festlegungen(katalog, roh, hinweise, beiseite) {
    const aus = leer();
    if (roh === undefined) return aus;
    if (!istObjekt(roh)) { hinweise.push("Die Festlegungen sind beschädigt und werden nicht gewertet."); beiseite.festlegungen = roh; return aus; }
    const fragen = new Map(katalog.fragen.map((f) => [f.id, f]));
    for (const id of Object.keys(roh)) {
      const f = fragen.get(id);
      const r = roh[id];
      const p = f ? antwort(katalog, f, istObjekt(r) ? Object.assign(leer(), r) : r) : { gut: r };
      const felder = !f || (p.gut && istText(r.wer) && r.wer.trim() !== "" && istTag(r.am) && istText(r.grund) && r.grund.trim() !== "" && ["wert", "zahl", "nz"].some((k) => k in r));
      if (p.gut && felder) {
        aus[id] = r;
        if (f && veraltet(f, r)) hinweise.push("Die Frage " + id + " hat sich seit der Festlegung geändert. Es zählen wieder die Stimmen: bitte neu festlegen.");
      }
      else { beiseite["festlegung:" + id] = r; hinweise.push("Die Festlegung zu " + id.slice(0, 40) + " ist unvollständig (Wert, Person, Tag, Grund) und wird nicht gewertet."); }
    }
    return aus;
  }

  /** The notes beside the plan: a day that is none is named, and stays in the file. */
  function vermerke(roh, hinweise, wo) {
    const aus = textfelder(roh);
    for (const id of Object.keys(aus)) {
      const { bis } = aus[id];
      if (bis !== undefined && bis !== null && bis !== "" && !istTag(bis)) {
        hinweise.push(wo + "Maßnahme " + id.slice(0, 40) + ": „Bis wann?“ ist nicht lesbar (" + String(istText(bis) ? bis : JSON.stringify(bis)).slice(0, 40) + "). Die Angabe bleibt in der Datei erhalten; bitte tragen Sie den Tag neu ein.");
      }
    }
    return aus;
  }

  /** At most so many remarks about one file; the rest is counted. */
  const hoechsthinweise = 50;
  const gekappt = (l) => l.length <= hoechsthinweise ? l : l.slice(0, hoechsthinweise).concat("Dazu kommen " + Zahl.zeigen(String(l.length - hoechsthinweise)) + " weitere Hinweise zu dieser Datei.");

  /** Texts only, two levels deep: what the page itself stores about actions and calculations. */
  function textfelder(roh) {
    const aus = leer();
    if (!istObjekt(roh)) return aus;
    for (const id of Object.keys(roh)) if (istObjekt(roh[id])) aus[id] = roh[id];
    return aus;
  }

  /**
   * Reads a file. Gives {akte, hinweise} or {fehler} with a sentence for people; never throws.
   */
  function lesen(katalog, text) {
    try {
      let roh;
      try {
        const t = inhalt(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
        roh = JSON.parse(t);
        const name = doppelterName(t);
        if (name !== null) throw new Ablehnung("In der Datei steht „" + name.slice(0, 80) + "“ zweimal; welche Angabe gilt, ist nicht zu erkennen. Lassen Sie die Datei neu speichern.");
      } catch (fehler) {
        if (fehler instanceof Ablehnung) throw fehler;
        throw new Ablehnung("Das ist keine Antwortdatei, oder sie ist beschädigt. Antwortdateien enden auf „.diva.json“.");
      }
      if (!istObjekt(roh) || roh.format !== "diva-antworten") throw new Ablehnung("Das ist keine Antwortdatei dieses Fragebogens.");
      const hinweise = [];
      const akte = aufnehmen(katalog, kopie(roh, 0), hinweise, "");
      return { akte, hinweise: gekappt([...new Set(hinweise)]) };
    } catch (fehler) {
      if (fehler instanceof Ablehnung) return { fehler: fehler.message };
      if (fehler instanceof RangeError) return { fehler: "Die Datei ist ungewöhnlich aufgebaut und konnte nicht gelesen werden." };
      throw fehler;
    }
  }

  /** One file, or one person's file inside a merged one. */
  function aufnehmen(katalog, d, hinweise, wo) {
    if (d.version !== 1) throw new Ablehnung("Die Datei stammt aus einer anderen Fassung des Programms (" + String(JSON.stringify(d.version)).slice(0, 20) + "). Bitte nutzen Sie die neueste Fassung dieses Fragebogens.");
    const k = istObjekt(d.katalog) ? d.katalog : leer();
    if (istText(k.id) && k.id !== katalog.katalog.id) throw new Ablehnung("Die Datei gehört zu einem anderen Fragenkatalog („" + k.id.slice(0, 60) + "“).");
    if (k.version !== katalog.katalog.version) {
      hinweise.push("Die Datei wurde mit einer anderen Fassung des Katalogs ausgefüllt (" + (istText(k.version) ? k.version.slice(0, 20) : "unbekannt")
        + ", dieser Fragebogen hat " + katalog.katalog.version + "). Gemeinsame Fragen werden übernommen.");
    }
    const beiseite = istObjekt(d.nicht_uebernommen) ? d.nicht_uebernommen : leer();
    const a = neu(katalog, istTag(d.begonnen) ? d.begonnen : "1970-01-01");
    for (const s of Object.keys(d)) if (!bekannt.includes(s)) a[s] = d[s];
    a.antworten = antworten(katalog, d.antworten, hinweise, beiseite, wo);
    a.festlegungen = festlegungen(katalog, d.festlegungen, hinweise, beiseite);
    a.massnahmen = vermerke(d.massnahmen, hinweise, wo);
    a.rechnungen = textfelder(d.rechnungen);
    a.person = person(d.person);
    a.kommune = istText(d.kommune) ? d.kommune : "";
    a.geltungsbereich = istText(d.geltungsbereich) ? d.geltungsbereich : "Gesamtverwaltung";
    a.begonnen = istTag(d.begonnen) ? d.begonnen : null;
    a.geaendert = istTag(d.geaendert) ? d.geaendert : a.begonnen;
    a.umfang = ["kurz", "standort", "voll"].includes(d.umfang) ? d.umfang : "standort";
    a.standort = Number.isInteger(d.standort) && d.standort >= 0 && d.standort <= 6 ? d.standort : null;
    if (a.standort === null && d.standort !== undefined && d.standort !== null) { hinweise.push("Die Angabe „Wo stehen Sie?“ ist nicht lesbar. Bitte wählen Sie neu."); beiseite.standort = d.standort; }
    a.stammdaten = stammdaten(katalog, d.stammdaten, hinweise, beiseite);
    const rechnerisch = Katalog.groessenklasse(katalog, a.stammdaten);
    const gkGut = katalog.groessenklassen.some((g) => g.id === d.groessenklasse);
    a.groessenklasse = gkGut ? d.groessenklasse : rechnerisch ? rechnerisch.id : null;
    if (gkGut && istText(d.groessenklasse_grund) && d.groessenklasse_grund) a.groessenklasse_grund = d.groessenklasse_grund;
    if (wo === "" && d.stimmen !== undefined) a.stimmen = stimmen(katalog, d.stimmen, hinweise, beiseite);
    if (a.stimmen && a.stimmen.length === 0) delete a.stimmen;
    aufheben(d, a, hinweise, beiseite);
    if (Object.keys(beiseite).length) a.nicht_uebernommen = beiseite;
    return a;
  }

  /** Whatever was there and could not be used is put aside, never dropped. */
  function aufheben(roh, akte, hinweise, beiseite) {
    for (const k of ["kommune", "geltungsbereich", "begonnen", "geaendert", "umfang", "groessenklasse", "groessenklasse_grund", "person", "massnahmen", "rechnungen"]) {
      if (roh[k] === undefined || roh[k] === null || k in beiseite) continue;
      const vorher = k === "person" && istObjekt(roh.person) ? ergaenzt(roh.person) : roh[k];
      if (k === "geaendert" && roh.geaendert === akte.geaendert) continue;
      const gleich = JSON.stringify(geordnet(vorher)) === JSON.stringify(geordnet(akte[k]));
      if (gleich || (k === "groessenklasse_grund" && roh[k] === "")) continue;
      beiseite[k] = roh[k];
      hinweise.push("Die Angabe „" + k + "“ ist nicht lesbar und wird nicht benutzt. Sie bleibt in der Datei erhalten.");
    }
  }

  /** A person as it reads when nothing is wrong with it: both fields there. */
  const ergaenzt = (p) => Object.assign(leer(), { rolle: "", kuerzel: "" }, p);

  /** A fact in the form this page works with, or undefined: whole numbers as numbers, yes and no as words. */
  function stammdatum(s, w) {
    if (s === undefined) return istText(w) || (typeof w === "number" && Number.isFinite(w)) ? w : undefined;
    if (s.skala === "ganzzahl") {
      const n = istText(w) && /^\d{1,9}$/.test(w) ? Number(w) : w;
      return Number.isSafeInteger(n) && n >= 0 && n <= 100000000 ? n : undefined;
    }
    if (s.skala === "dezimal") return /^\d{1,9}(\.\d{1,9})?$/.test(String(w)) ? w : undefined;
    if (s.skala === "jaNein") return w === true || w === "ja" ? "ja" : w === false || w === "nein" ? "nein" : undefined;
    return istText(w) && (!s.werte || s.werte.includes(w)) ? w : undefined;
  }

  function stammdaten(katalog, roh, hinweise, beiseite) {
    const aus = leer();
    if (roh === undefined) return aus;
    if (!istObjekt(roh)) { hinweise.push("Die Angaben zur Verwaltung sind beschädigt. Bitte prüfen Sie die Startseite."); beiseite.stammdaten = roh; return aus; }
    for (const id of Object.keys(roh)) {
      if (roh[id] === null || roh[id] === "") continue;
      const s = katalog.stammdaten.find((x) => x.id === id);
      const w = stammdatum(s, roh[id]);
      if (w !== undefined) aus[id] = w;
      else { beiseite["stammdatum:" + id] = roh[id]; hinweise.push("Die Angabe " + (s ? "„" + s.text + "“" : id.slice(0, 20)) + " ist nicht lesbar und wird nicht benutzt."); }
    }
    return aus;
  }

  /** The files of the people in a merged file; each is kept whole. */
  function stimmen(katalog, roh, hinweise, beiseite) {
    if (!Array.isArray(roh)) { beiseite.stimmen = roh; hinweise.push("Die Liste der Beteiligten ist beschädigt."); return []; }
    if (roh.length > 200) throw new Ablehnung("Die Datei enthält die Antworten von mehr als 200 Personen. So viele kann diese Seite nicht zusammenführen.");
    const schlecht = [];
    const gut = [];
    roh.forEach((b, i) => {
      if (istObjekt(b) && b.format === "diva-antworten") gut.push(aufnehmen(katalog, b, hinweise, "Person " + (i + 1) + ", "));
      else schlecht.push(b);
    });
    if (schlecht.length) { beiseite.stimmen = schlecht; hinweise.push("Ein Teil der Liste der Beteiligten ist beschädigt und wird nicht gewertet."); }
    return gut;
  }

  /** Keys sorted, so that two files can be compared line by line. */
  function geordnet(x) {
    if (Array.isArray(x)) return x.map(geordnet);
    if (!istObjekt(x)) return x;
    const o = leer();
    for (const k of Object.keys(x).sort()) if (x[k] !== undefined) o[k] = geordnet(x[k]);
    return o;
  }

  /** Without what is empty: a role that nobody gave is not the role "". */
  function knapp(akte) {
    const a = Object.assign(leer(), akte);
    a.person = leer();
    for (const k of Object.keys(akte.person)) if (akte.person[k] !== "") a.person[k] = akte.person[k];
    for (const k of ["massnahmen", "rechnungen"]) if (Object.keys(akte[k]).length === 0) delete a[k];
    for (const k of ["kommune", "groessenklasse", "standort", "begonnen", "geaendert"]) if (a[k] === "" || a[k] === null) delete a[k];
    if (akte.stimmen) a.stimmen = akte.stimmen.map(knapp);
    return a;
  }

  const schreiben = (akte) => JSON.stringify(geordnet(knapp(akte)), null, 2) + "\n";

  /** A file name from the municipality, the role and the day. */
  function name(akte, heute, endung) {
    const teil = (t) => String(t).toLowerCase().replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue").replace(/ß/g, "ss")
      .replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40);
    const wer = akte.stimmen ? "gesamt" : akte.person.rolle;
    return ["diva", teil(akte.kommune || "kommune"), teil(wer || "antworten"), heute].join("-") + endung;
  }

  return Object.freeze({ neu, lesen, schreiben, name, zuGross, zuGrossZumSpeichern, entschluesseln, veraltet, antwort, rollen, geordnet, knapp });
}());
