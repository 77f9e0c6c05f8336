// SPDX-License-Identifier: Apache-2.0
// Merging answer files of colleagues into one that still holds every vote. The order of the files does not matter.
const Zusammenfuehrung = (function () {
  const text = (x) => JSON.stringify(Antwortdatei.geordnet(x));
  const folge = (a, b) => a < b ? -1 : a > b ? 1 : 0;

  function einzelne(akte) {
    if (Array.isArray(akte.beteiligte)) return akte.beteiligte;
    const b = { person: akte.person, begonnen: akte.begonnen, geaendert: akte.geaendert, antworten: akte.antworten };
    if (akte.nicht_uebernommen) b.nicht_uebernommen = akte.nicht_uebernommen;
    return Object.keys(akte.antworten).length ? [b] : [];
  }

  const schluessel = (b) => [b.person.rolle, b.person.kuerzel.trim().toLowerCase(), b.begonnen || ""].join("|");

  /** The most frequent value; ties are settled by order, so that the result does not depend on the files' order. */
  function haeufigster(werte) {
    const zahl = new Map();
    for (const w of werte) zahl.set(text(w), (zahl.get(text(w)) || 0) + 1);
    const bester = [...zahl.entries()].sort((a, b) => b[1] - a[1] || folge(a[0], b[0]))[0];
    return bester ? JSON.parse(bester[0]) : null;
  }

  /**
   * Merges files. `eigene` (may be null) is what the page holds; its facts win over those of the files.
   * Gives {akte, hinweise}.
   */
  function mischen(katalog, eigene, akten, heute) {
    const hinweise = [];
    const alle = (eigene ? [eigene] : []).concat(akten);
    const nachSchluessel = new Map();
    for (const b of alle.flatMap(einzelne)) {
      const s = schluessel(b);
      const da = nachSchluessel.get(s);
      if (!da) { nachSchluessel.set(s, b); continue; }
      if (text(da) === text(b)) continue;
      // Without initials two people of the same role look alike; only with initials the newer file replaces the older.
      if (!b.person.kuerzel.trim()) {
        nachSchluessel.set(s + "|" + text(b), b);
        hinweise.push("Mehrere Dateien haben dieselbe Rolle und kein Kürzel. Sie zählen als verschiedene Personen.");
        continue;
      }
      const juenger = folge(da.geaendert || "", b.geaendert || "") || folge(text(da), text(b));
      nachSchluessel.set(s, juenger < 0 ? b : da);
      hinweise.push("Von " + b.person.kuerzel + " liegen zwei Fassungen vor. Es gilt die neuere vom "
        + Kalendertag.zeigen((juenger < 0 ? b : da).geaendert || "") + ".");
    }
    const beteiligte = [...nachSchluessel.values()].sort((a, b) => folge(schluessel(a), schluessel(b)) || folge(text(a), text(b)));

    const akte = Antwortdatei.neu(katalog, heute);
    const fakten = ["kommune", "geltungsbereich", "standort", "umfang", "groessenklasse", "groessenklasse_grund"];
    const namen = { kommune: "Name der Verwaltung", geltungsbereich: "Geltungsbereich", standort: "Wo stehen Sie?", umfang: "Umfang", groessenklasse: "Größenklasse" };
    for (const f of fakten) {
      const werte = alle.map((a) => a[f]).filter((w) => w !== null && w !== undefined && w !== "");
      const vorrang = eigene && eigene[f] !== null && eigene[f] !== undefined && eigene[f] !== "" ? eigene[f] : haeufigster(werte);
      if (vorrang !== null) akte[f] = vorrang;
      if (namen[f] && new Set(werte.map(text)).size > 1) {
        hinweise.push("„" + namen[f] + "“ ist in den Dateien verschieden angegeben. Es gilt: "
          + (f === "standort" ? "Phase " + akte[f] : akte[f]) + ". Sie können das auf der Startseite ändern.");
      }
    }
    for (const id of [...new Set(alle.flatMap((a) => Object.keys(a.stammdaten)))].sort()) {
      const werte = alle.map((a) => a.stammdaten[id]).filter((w) => w !== undefined && w !== "");
      const eigen = eigene ? eigene.stammdaten[id] : undefined;
      akte.stammdaten[id] = eigen !== undefined && eigen !== "" ? eigen : haeufigster(werte);
    }
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
      for (const feld of ["massnahmen", "rechnungen"]) {
        for (const id of Object.keys(a[feld])) if (!(id in akte[feld])) akte[feld][id] = a[feld][id];
      }
    }
    akte.beteiligte = beteiligte;
    akte.antworten = Object.create(null);
    akte.begonnen = beteiligte.map((b) => b.begonnen).filter(Boolean).sort()[0] || heute;
    akte.geaendert = heute;
    return { akte, hinweise: [...new Set(hinweise)] };
  }

  return Object.freeze({ mischen, einzelne });
}());
