// SPDX-License-Identifier: Apache-2.0
// Merging answer files of colleagues into one that still holds every vote. The order of the files does not matter.
const Zusammenfuehrung = (function () {
  const text = (x) => JSON.stringify(Antwortdatei.geordnet(x));
  const aktentext = (a) => text(Antwortdatei.knapp(a));
  const folge = (a, b) => a < b ? -1 : a > b ? 1 : 0;

  /** The files of single people: those inside a merged one, or the file itself. */
  const einzelne = (akte) => akte.stimmen || [akte];

  /** Blanks around the initials do not count, and initials of blanks are none. */
  const kuerzel = (b) => b.person.kuerzel.trim();

  const ordnung = (b) => [b.person.rolle, kuerzel(b), b.begonnen || "", b.geaendert || "", aktentext(b)];

  function vergleich(a, b) {
    const [x, y] = [ordnung(a), ordnung(b)];
    for (let i = 0; i < x.length; i += 1) if (x[i] !== y[i]) return folge(x[i], y[i]);
    return 0;
  }

  /** Two files of one person: the later one counts; of two of the same day nobody knows which. */
  function zweimal(alt, neu) {
    const wer = "Von " + kuerzel(neu) + " (" + (Worte.rollen[neu.person.rolle] || "ohne Rolle") + "), begonnen " + Kalendertag.zeigen(neu.begonnen || "") + ", liegen zwei Fassungen vor";
    const l = [...new Set(Object.keys(alt.antworten).concat(Object.keys(neu.antworten)))].filter((id) => text(alt.antworten[id]) !== text(neu.antworten[id])).sort();
    const worin = l.length ? "Verschieden beantwortet: " + l.slice(0, 8).join(", ") + (l.length > 8 ? " und " + (l.length - 8) + " weitere" : "") + ". " : "";
    const zwei = " Sind es zwei Personen, dann ändern Sie in einer der Dateien auf der Startseite das Kürzel, speichern sie neu und führen noch einmal zusammen.";
    if (alt.geaendert !== neu.geaendert) return wer + ". Es gilt nur die neuere vom " + Kalendertag.zeigen(neu.geaendert || "") + ". " + worin + zwei.trim();
    return wer + " vom selben Tag mit verschiedenem Inhalt. Welche gilt, ist nicht zu erkennen; gezählt ist eine. " + worin + "Fragen Sie nach und lassen Sie die falsche Datei weg." + zwei;
  }

  /** One file per person: the same person (role, initials, first day) counts with the file changed last. */
  function personen(dateien, hinweise) {
    const aus = [];
    for (const b of [...dateien].sort(vergleich)) {
      const p = b.person;
      const k = kuerzel(b);
      const i = aus.findIndex((a) => aktentext(a) === aktentext(b)
        || (k !== "" && b.begonnen && kuerzel(a) === k && a.person.rolle === p.rolle && a.begonnen === b.begonnen));
      if (i < 0) {
        if (k === "" && aus.some((a) => kuerzel(a) === "" && a.person.rolle === p.rolle)) hinweise.push("Mehrere Dateien haben dieselbe Rolle und kein Kürzel. Sie zählen als verschiedene Personen.");
        aus.push(b);
        continue;
      }
      if (aktentext(aus[i]) !== aktentext(b)) hinweise.push(zweimal(aus[i], b));
      aus[i] = b;
    }
    return aus;
  }

  /** Answers of several municipalities or sizes make no common result: it is computed, but said. */
  function verwaltungen(katalog, leute, hinweise) {
    const namen = [...new Set(leute.map((a) => (a.kommune || "").trim()).filter(Boolean))].sort();
    if (namen.length > 1) hinweise.push("Die Dateien nennen verschiedene Verwaltungen: " + namen.map((n) => "„" + n + "“").join(", ") + ". Prüfen Sie, ob eine Datei nicht hierher gehört.");
    const klassen = [...new Set(leute.map((a) => a.groessenklasse).filter(Boolean))].map((id) => (katalog.groessenklassen.find((g) => g.id === id) || { text: id }).text).sort();
    if (klassen.length > 1) hinweise.push("Die Dateien gehören zu verschiedenen Größenklassen: " + klassen.join(", ") + ". Prüfen Sie, ob eine Datei nicht hierher gehört.");
  }

  /** The most frequent value; ties are settled by order, so that the result does not depend on the files' order. */
  function haeufigster(werte) {
    const zahl = new Map();
    for (const w of werte) zahl.set(text(w), (zahl.get(text(w)) || 0) + 1);
    const bester = [...zahl.entries()].sort((a, b) => b[1] - a[1] || folge(a[0], b[0]))[0];
    return bester ? JSON.parse(bester[0]) : null;
  }

  const einig = (werte) => new Set(werte.map(text)).size === 1 ? werte[0] : null;

  /** What the people say about the whole: position by the lower median, the rest by majority or unanimity. */
  function fakten(katalog, leute, akte, hinweise) {
    const werte = (f) => leute.map((a) => a[f]).filter((w) => w !== null && w !== undefined && w !== "");
    const verschieden = (titel, l, gilt) => {
      if (new Set(l.map(text)).size > 1) hinweise.push("„" + titel + "“ ist in den Dateien verschieden angegeben. Es gilt: " + gilt + ". Sie können das auf der Startseite ändern.");
    };
    for (const id of [...new Set(leute.flatMap((a) => Object.keys(a.stammdaten)))].sort()) {
      const l = leute.map((a) => a.stammdaten[id]).filter((w) => w !== undefined && w !== "");
      akte.stammdaten[id] = haeufigster(l);
      const s = katalog.stammdaten.find((x) => x.id === id);
      verschieden(s ? s.text : id, l, akte.stammdaten[id]);
    }
    akte.kommune = haeufigster(werte("kommune")) || "";
    if (new Set(werte("kommune")).size > 1) hinweise.push("Als Name der Verwaltung gilt „" + akte.kommune + "“. Sie können das auf der Startseite ändern.");
    akte.geltungsbereich = einig(werte("geltungsbereich")) || akte.geltungsbereich;
    const orte = werte("standort").sort((a, b) => a - b);
    if (orte.length) akte.standort = orte[Math.floor((orte.length - 1) / 2)];
    verschieden("Wo stehen Sie?", orte, "Phase " + akte.standort);
    const umfang = werte("umfang");
    akte.umfang = umfang.includes("voll") ? "voll" : umfang.length && umfang.every((u) => u === "kurz") ? "kurz" : "standort";
    const gk = einig(werte("groessenklasse"));
    const rechnerisch = Katalog.groessenklasse(katalog, akte.stammdaten);
    akte.groessenklasse = gk || (rechnerisch ? rechnerisch.id : null);
    const grund = einig(werte("groessenklasse_grund"));
    if (gk && grund) akte.groessenklasse_grund = grund;
  }

  /**
   * Merges files. `eigene` (may be null) is what the page holds; if it is already merged, its facts stay as the
   * group has set them. Gives {akte, hinweise}.
   */
  function mischen(katalog, eigene, akten, heute) {
    const hinweise = [];
    const alle = (eigene ? [eigene] : []).concat(akten);
    const leute = personen(alle.flatMap(einzelne), hinweise);
    const vorn = [];
    verwaltungen(katalog, leute, vorn);
    hinweise.unshift(...vorn);
    const akte = Antwortdatei.neu(katalog, heute);
    akte.stammdaten = Object.create(null);
    if (eigene && eigene.stimmen) {
      for (const f of ["stammdaten", "kommune", "geltungsbereich", "standort", "umfang", "groessenklasse", "groessenklasse_grund"]) if (eigene[f] !== undefined) akte[f] = eigene[f];
    } else fakten(katalog, leute, akte, hinweise);
    for (const a of alle) {
      for (const id of Object.keys(a.festlegungen)) {
        const da = akte.festlegungen[id];
        const neu = a.festlegungen[id];
        if (!da) akte.festlegungen[id] = neu;
        else if (text(da) !== text(neu)) {
          const j = folge(da.am || "", neu.am || "") || folge(text(da), text(neu));
          akte.festlegungen[id] = j < 0 ? neu : da;
          hinweise.push("Zu " + id + " gibt es zwei verschiedene Festlegungen. Es gilt die jüngere.");
        }
      }
    }
    for (const feld of ["massnahmen", "rechnungen"]) {
      for (const id of new Set(alle.flatMap((a) => Object.keys(a[feld])))) {
        const l = alle.map((a) => a[feld][id]).filter((w) => w !== undefined);
        akte[feld][id] = eigene && id in eigene[feld] ? eigene[feld][id] : haeufigster(l);
        if (feld === "massnahmen" && new Set(l.map(text)).size > 1) hinweise.push("Zur Maßnahme " + id.slice(0, 40) + " ist in den Dateien Verschiedenes vermerkt. Prüfen Sie Person und Tag im Maßnahmenplan.");
      }
    }
    akte.stimmen = leute;
    akte.begonnen = leute.map((b) => b.begonnen).filter(Boolean).sort()[0] || heute;
    akte.geaendert = heute;
    return { akte, hinweise: [...new Set(hinweise)] };
  }

  return Object.freeze({ mischen, einzelne });
}());
