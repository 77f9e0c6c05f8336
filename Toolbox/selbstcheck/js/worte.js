// SPDX-License-Identifier: Apache-2.0
// The words the page uses for ids and states, in one place.
const Worte = (function () {
  const rollen = { leitung: "Leitung", projektleitung: "Projektleitung", it: "IT", organisation: "Organisation", datenschutz: "Datenschutz",
    archiv: "Archiv", kaemmerei: "Kämmerei", personalrat: "Personalrat", sachbearbeitung: "Sachbearbeitung" };
  const arten = { gemeinde: "Gemeinde", stadt: "Stadt", kreisfreie_stadt: "Kreisfreie Stadt", verwaltungsverband: "Verwaltungsverband oder Verwaltungsgemeinschaft",
    zweckverband: "Zweckverband", landkreis: "Landkreis" };
  const laender = [["SN", "Sachsen"], ["BW", "Baden-Württemberg"], ["BY", "Bayern"], ["BE", "Berlin"], ["BB", "Brandenburg"], ["HB", "Bremen"], ["HH", "Hamburg"],
    ["HE", "Hessen"], ["MV", "Mecklenburg-Vorpommern"], ["NI", "Niedersachsen"], ["NW", "Nordrhein-Westfalen"], ["RP", "Rheinland-Pfalz"], ["SL", "Saarland"],
    ["ST", "Sachsen-Anhalt"], ["SH", "Schleswig-Holstein"], ["TH", "Thüringen"]];
  const status = { bestanden: "abgesichert", teilweise: "auf dem Weg", offen: "am Anfang", nicht_bewertet: "noch nicht beantwortet", entfaellt: "entfällt" };
  const statusZeichen = { bestanden: "✓", teilweise: "◐", offen: "○", nicht_bewertet: "·", entfaellt: "–" };
  const ko = { erfuellt: "erfüllt", nicht_erfuellt: "noch nicht erfüllt", offen: "noch offen", entfaellt: "entfällt", strittig: "noch strittig" };
  const koZeichen = { erfuellt: "✓", nicht_erfuellt: "△", offen: "?", entfaellt: "–", strittig: "≠" };
  const einigkeit = { einig: "einig", nah: "nah beieinander", unterschiedlich: "unterschiedlich", dissens: "weit auseinander", einzeln: "eine Stimme", keine: "keine Stimme" };
  const klasse = { 1: "Muss-Punkt nachholen", 2: "Muss-Punkt Ihrer Phase", 3: "Lücke schließen", 4: "Muss-Punkt der nächsten Phase" };
  const kwd = { koennen: "Können", wollen: "Wollen", duerfen: "Dürfen" };
  const umfang = { kurz: "Kurzcheck", standort: "Vollständig bis zur nächsten Phase", voll: "Alle Phasen" };

  /** "ein Punkt", "zwei Punkte", "13 Punkte"; with the ending "e" also "eine Frage" and "keine Frage". */
  function zahlwort(n, eins, viele, endung) {
    const e = endung || "";
    const w = ["kein" + e, "ein" + e, "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"];
    return (n < w.length ? w[n] : String(n)) + " " + (n === 1 || n === 0 ? eins : viele);
  }

  /** "1 Antwort", "2 Antworten". */
  const mal = (n, eins, viele) => n + " " + (n === 1 ? eins : viele);

  const gross = (t) => t.charAt(0).toUpperCase() + t.slice(1);

  /** The text of an answer as people chose it. */
  function antwort(katalog, f, a) {
    if (!a) return "nicht beantwortet";
    if (a.wn) return "weiß ich nicht";
    if (a.nz) return "nicht zutreffend" + (a.grund ? " (" + a.grund + ")" : "");
    if (typeof a.zahl === "string") return Zahl.zeigen(a.zahl) + (f.einheit ? " " + f.einheit : "");
    if (typeof a.wert === "number") return katalog.skalen[f.skala].stufen.find((s) => s.wert === a.wert).text;
    return "nicht beantwortet";
  }

  /** A normalised value in the words of the scale. */
  function punktwert(katalog, f, n) {
    if (n === "wn") return "offen";
    if (n === "nz") return "nicht zutreffend";
    if (f.skala === "zahl") return Zahl.prozent(Punkte.rund(n, 10));
    const s = katalog.skalen[f.skala].stufen.find((x) => x.norm === n);
    return s ? s.text : Zahl.prozent(Punkte.rund(n, 10));
  }

  return Object.freeze({ rollen, arten, laender, status, statusZeichen, ko, koZeichen, einigkeit, klasse, kwd, umfang, zahlwort, mal, gross, antwort, punktwert });
}());
