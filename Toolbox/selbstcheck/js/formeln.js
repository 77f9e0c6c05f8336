// SPDX-License-Identifier: Apache-2.0
// The calculators KH-01 … KH-14 in exact fractions. Each takes canonical decimals and gives {ergebnis, schritte};
// rounding happens only where a result is written. Every step says what is calculated and with which numbers.
const Formeln = (function () {
  const B = Bruch;
  const z = (x, stellen) => Zahl.knapp(x, stellen === undefined ? 4 : stellen);
  const eur = (x) => Zahl.bruch(x, 2) + " €";
  const pz = (x) => Zahl.knapp(B.mal(x, 100), 2) + " %";

  function rechenweg() {
    const schritte = [];
    return { schritte, zu: (was, formel, rechnung, wert) => { schritte.push({ was, formel, rechnung, wert }); } };
  }

  /** The cheaper of two, compared as the result shows them: to the cent. */
  const guenstiger = (a, k1, b, k2) => B.fest(k1, 2) === B.fest(k2, 2) ? "gleich teuer" : B.vergleich(k1, k2) < 0 ? a : b;

  /** The one in front, or all who are level there. */
  const sieger = (l) => l.length === 1 ? l[0].name : "gleichauf: " + l.map((a) => a.name).join(", ");

  function kh01(e) {
    const w = rechenweg();
    const voll = B.mal(e.ap, e.minuten, B.durch(1, 60), e.realisierung, e.tage, e.satz);
    w.zu("Zeitnutzen im Jahr bei voller Nutzung", "Arbeitsplätze × Minuten am Tag ÷ 60 × Anteil, der wirklich frei wird × Arbeitstage × Stundensatz",
      [z(e.ap), z(e.minuten)].join(" × ") + " ÷ 60 × " + pz(e.realisierung) + " × " + z(e.tage) + " × " + eur(e.satz), eur(voll));
    let haushalt = B.mal(e.einmalig, -1);
    let gesamt = haushalt;
    let dynamisch = null;
    w.zu("Beginn", "− einmalige Kosten", "− " + eur(e.einmalig), eur(haushalt));
    for (let t = 1; t <= e.jahre; t += 1) {
      const h = e.hochlauf[Math.min(t, e.hochlauf.length) - 1];
      const q = B.hoch(B.plus(1, e.zins), t);
      const hw = B.durch(B.minus(B.mal(e.sach, h), e.laufend), q);
      const nh = B.durch(B.mal(voll, h), q);
      const vor = gesamt;
      haushalt = B.plus(haushalt, hw);
      gesamt = B.plus(gesamt, B.plus(hw, nh));
      w.zu("Jahr " + t, "(Zeitnutzen × Hochlauf + Sachnutzen × Hochlauf − laufende Kosten) ÷ (1 + Zins)^Jahr, dazu das Vorjahr",
        "(" + eur(voll) + " × " + pz(h) + " + " + eur(e.sach) + " × " + pz(h) + " − " + eur(e.laufend) + ") ÷ (1 + " + pz(e.zins) + ")^" + t + " = "
        + eur(B.plus(hw, nh)) + "; Vorjahr " + eur(vor), eur(gesamt));
      if (dynamisch === null && B.vergleich(vor, 0) < 0 && B.vergleich(gesamt, 0) >= 0) {
        dynamisch = B.plus(t - 1, B.durch(B.mal(vor, -1), B.minus(gesamt, vor)));
      }
    }
    const netto = B.minus(B.plus(voll, e.sach), e.laufend);
    const statisch = B.vergleich(netto, 0) > 0 ? B.durch(e.einmalig, netto) : null;
    w.zu("Rückflussdauer ohne Zins und Hochlauf", "einmalige Kosten ÷ (Zeitnutzen + Sachnutzen − laufende Kosten)",
      eur(e.einmalig) + " ÷ " + eur(netto), statisch ? Zahl.bruch(statisch, 1) + " Jahre" : "wird nicht erreicht");
    const hinweise = B.vergleich(e.realisierung, "0.7") <= 0 ? [] : [pz(e.realisierung) + " der gesparten Zeit sollen wirklich frei werden. Das ist unwahrscheinlich viel; vorsichtig sind 40 bis 50 %. Prüfen Sie diesen Anteil."];
    return { schritte: w.schritte, hinweise, ergebnis: {
      nutzen_zeit_jahr: B.fest(voll, 2), nutzen_sach_jahr: B.fest(e.sach, 2), kapitalwert_haushaltswirksam: B.fest(haushalt, 2),
      kapitalwert_gesamt: B.fest(gesamt, 2), amortisation_statisch_jahre: statisch ? B.fest(statisch, 1) : null,
      amortisation_dynamisch_jahre: dynamisch ? B.fest(dynamisch, 1) : null } };
  }

  function kh02(e) {
    const w = rechenweg();
    const einmalig = B.summe(Object.values(e.einmalig));
    const jahr = B.summe(Object.values(e.jaehrlich));
    const plus = (o) => Object.values(o).map(eur).join(" + ") || eur(0);
    w.zu("Einmalige Kosten", "Summe aller einmaligen Posten", plus(e.einmalig), eur(einmalig));
    w.zu("Laufende Kosten im ersten Jahr", "Summe aller jährlichen Posten", plus(e.jaehrlich), eur(jahr));
    const laufend = [];
    for (let t = 0; t < e.jahre; t += 1) {
      laufend.push(B.mal(jahr, B.hoch(B.plus(1, e.steigerung), t)));
      if (t > 0) w.zu("Laufende Kosten im Jahr " + (t + 1), "Vorjahr × (1 + Preissteigerung)", eur(laufend[t - 1]) + " × (1 + " + pz(e.steigerung) + ")", eur(laufend[t]));
    }
    const tco = B.plus(einmalig, B.summe(laufend));
    w.zu("Gesamtkosten", "einmalig + alle Jahre", [einmalig].concat(laufend).map(eur).join(" + "), eur(tco));
    const je = B.durch(tco, B.mal(e.ap, 12, e.jahre));
    w.zu("Kosten je Arbeitsplatz und Monat", "Gesamtkosten ÷ (Arbeitsplätze × 12 × Jahre)", eur(tco) + " ÷ (" + z(e.ap) + " × 12 × " + e.jahre + ")", eur(je));
    return { schritte: w.schritte, ergebnis: { einmalig: B.fest(einmalig, 2), laufend: laufend.map((x) => B.fest(x, 2)), tco: B.fest(tco, 2), je_arbeitsplatz_monat: B.fest(je, 2) } };
  }

  const faktoren03 = { oe: "4", aktenplan_fix: "8", aktenplan_ap: "0.2", konzept: "12", vergabe: "10", schnitt: "6", test_fix: "8", test_oe: "1",
    schulung_ap: "0.15", komm_fix: "4", komm_ap: "0.05", leitung: "0.20", pt_jahr: "200" };

  function kh03(e) {
    const w = rechenweg();
    const f = Object.assign({}, faktoren03, e.f || {});
    const pt = (x) => Zahl.bruch(x, 1) + " PT";
    const b = {};
    const baustein = (name, was, formel, rechnung, wert) => { b[name] = B.von(wert); w.zu(was, formel, rechnung, pt(wert)); };
    baustein("organisation", "Organisation", "Organisationseinheiten × Tage je Einheit", z(e.oe) + " × " + z(f.oe), B.mal(e.oe, f.oe));
    baustein("aktenplan", "Aktenplan", "fester Anteil + Arbeitsplätze × Anteil", z(f.aktenplan_fix) + " + " + z(e.ap) + " × " + z(f.aktenplan_ap), B.plus(f.aktenplan_fix, B.mal(e.ap, f.aktenplan_ap)));
    baustein("konzept", "Fachkonzept", "fester Anteil", z(f.konzept), f.konzept);
    baustein("vergabe", "Vergabe", e.vergabe ? "fester Anteil" : "keine eigene Vergabe", e.vergabe ? z(f.vergabe) : "0", e.vergabe ? f.vergabe : 0);
    baustein("schnittstellen", "Schnittstellen", "Schnittstellen × Tage je Schnittstelle", z(e.schnittstellen) + " × " + z(f.schnitt), B.mal(e.schnittstellen, f.schnitt));
    baustein("test_pilot", "Test und Pilot", "fester Anteil + Organisationseinheiten × Anteil", z(f.test_fix) + " + " + z(e.oe) + " × " + z(f.test_oe), B.plus(f.test_fix, B.mal(e.oe, f.test_oe)));
    baustein("schulung", "Schulung", "Arbeitsplätze × Anteil", z(e.ap) + " × " + z(f.schulung_ap), B.mal(e.ap, f.schulung_ap));
    baustein("kommunikation", "Kommunikation", "fester Anteil + Arbeitsplätze × Anteil", z(f.komm_fix) + " + " + z(e.ap) + " × " + z(f.komm_ap), B.plus(f.komm_fix, B.mal(e.ap, f.komm_ap)));
    const summe = B.summe(Object.values(b));
    baustein("projektleitung", "Projektleitung", "Summe der Bausteine × Anteil", z(summe) + " × " + pz(f.leitung), B.mal(summe, f.leitung));
    const alle = B.summe(Object.values(b));
    w.zu("Personentage insgesamt", "Summe aller Bausteine", Object.values(b).map((x) => Zahl.bruch(x, 1)).join(" + "), pt(alle));
    const stelle = B.durch(B.mal(alle, 12), B.mal(f.pt_jahr, e.monate));
    w.zu("Stellenanteil", "Personentage × 12 ÷ (Arbeitstage im Jahr × Monate)", z(alle) + " × 12 ÷ (" + z(f.pt_jahr) + " × " + z(e.monate) + ")", Zahl.bruch(stelle, 2));
    const bausteine = {};
    for (const k of Object.keys(b)) bausteine[k] = B.fest(b[k], 1);
    return { schritte: w.schritte, ergebnis: { bausteine, personentage: B.fest(alle, 1), stellenanteil: B.fest(stelle, 2) } };
  }

  const drei = ["min", "typ", "max"];
  const ganz = (x) => Number(B.fest(x, 0));

  function kh04(e) {
    const w = rechenweg();
    const worte = { min: "niedrig", typ: "üblich", max: "hoch" };
    const namen = e.bestaende.map((b) => b.name);
    const doppelt = namen.find((n, i) => namen.indexOf(n) !== i);
    if (doppelt !== undefined) throw new RangeError("Der Bestand „" + doppelt + "“ steht zweimal da. Geben Sie jedem einen eigenen Namen.");
    const bestaende = e.bestaende.map((b) => {
      const dreier = drei.map((k) => b.blatt_je_meter[k]);
      if (B.vergleich(dreier[0], dreier[1]) > 0 || B.vergleich(dreier[1], dreier[2]) > 0) throw new RangeError("Bestand „" + b.name + "“, Blatt je Meter: Mindestwert ≤ typisch ≤ Höchstwert gilt nicht (" + dreier.map((x) => z(x)).join(", ") + ").");
      const blatt = {}, seiten = {};
      for (const k of drei) {
        const n = B.mal(b.lfm, b.blatt_je_meter[k], b.anteil_scan);
        const s = B.mal(n, B.plus(1, b.beidseitig));
        blatt[k] = ganz(n);
        seiten[k] = ganz(s);
        w.zu(b.name + ", " + worte[k], "laufende Meter × Blatt je Meter × Anteil, der gescannt wird; Seiten = Blatt × (1 + Anteil beidseitig)",
          z(b.lfm) + " × " + z(b.blatt_je_meter[k]) + " × " + pz(b.anteil_scan) + " = " + z(blatt[k]) + " Blatt; × (1 + " + pz(b.beidseitig) + ")", z(seiten[k]) + " Seiten");
      }
      return { name: b.name, blatt, seiten };
    });
    const summe = (feld) => Object.fromEntries(drei.map((k) => [k, bestaende.reduce((a, b) => a + b[feld][k], 0)]));
    const ergebnis = { bestaende, summe_blatt: summe("blatt"), summe_seiten: summe("seiten") };
    w.zu("Alle Bestände, üblich", "Summe der Bestände", z(ergebnis.summe_blatt.typ) + " Blatt", z(ergebnis.summe_seiten.typ) + " Seiten");
    return { schritte: w.schritte, ergebnis };
  }

  function kh05(e) {
    const w = rechenweg();
    const dok = B.mal(e.ap, e.dok_je_tag, e.tage);
    w.zu("Dokumente im ersten Jahr", "Arbeitsplätze × Dokumente am Tag × Arbeitstage", [e.ap, e.dok_je_tag, e.tage].map((x) => z(x)).join(" × "), z(dok, 0));
    const kb = B.plus(B.mal(e.anteil_scan, e.seiten_je_dok, e.kb_seite), B.mal(B.minus(1, e.anteil_scan), e.kb_digital));
    w.zu("Größe eines Dokuments im Durchschnitt", "Scananteil × Seiten × KB je Seite + (1 − Scananteil) × KB je elektronischem Dokument",
      pz(e.anteil_scan) + " × " + z(e.seiten_je_dok) + " × " + z(e.kb_seite) + " + (1 − " + pz(e.anteil_scan) + ") × " + z(e.kb_digital), z(kb, 2) + " KB");
    const jahr1 = B.mal(dok, kb, e.versionen);
    const gb = (x) => B.durch(x, 1000000);
    const gbText = (x) => Zahl.bruch(gb(x), 2) + " GB";
    w.zu("Zuwachs im ersten Jahr", "Dokumente × Größe × Zuschlag für Versionen ÷ 1.000.000 (KB in GB)", z(dok, 0) + " × " + z(kb, 2) + " × " + z(e.versionen) + " ÷ 1.000.000", gbText(jahr1));
    const neu = [];
    for (let j = 0; j < e.jahre; j += 1) {
      neu.push(B.mal(jahr1, B.hoch(B.plus(1, e.wachstum), j)));
      if (j > 0) w.zu("Zuwachs im Jahr " + (j + 1), "Vorjahr × (1 + Wachstum)", gbText(neu[j - 1]) + " × (1 + " + pz(e.wachstum) + ")", gbText(neu[j]));
    }
    const bestand = B.mal(e.bestand_seiten, e.kb_seite);
    w.zu("Bestand, der übernommen wird", "Seiten × KB je Seite ÷ 1.000.000", z(e.bestand_seiten) + " × " + z(e.kb_seite) + " ÷ 1.000.000", gbText(bestand));
    const netto = B.plus(bestand, B.summe(neu));
    w.zu("Netto", "Bestand + Zuwachs aller Jahre", [bestand].concat(neu).map((x) => Zahl.bruch(gb(x), 2)).join(" + "), gbText(netto));
    const brutto = B.mal(netto, B.plus(1, e.index), e.kopien, B.plus(1, e.reserve));
    w.zu("Brutto", "Netto × (1 + Index) × Kopien × (1 + Reserve)", gbText(netto) + " × (1 + " + pz(e.index) + ") × " + z(e.kopien) + " × (1 + " + pz(e.reserve) + ")", gbText(brutto));
    const empfehlung = Number(B.auf(B.durch(gb(brutto), 10)) * 10n);
    w.zu("Empfehlung", "Brutto, aufgerundet auf volle 10 GB", gbText(brutto), z(empfehlung) + " GB");
    return { schritte: w.schritte, ergebnis: { dokumente_jahr1: ganz(dok), zuwachs_gb: neu.map((x) => B.fest(gb(x), 2)), bestand_gb: B.fest(gb(bestand), 2),
      netto_gb: B.fest(gb(netto), 2), brutto_gb: B.fest(gb(brutto), 2), empfehlung_gb: empfehlung } };
  }

  function kh06(e) {
    const w = rechenweg();
    const K = Kalendertag;
    if (e.regel === "dauernd") {
      w.zu("Dauernde Aufbewahrung", "Es gibt kein Fristende.", "–", "dem Archiv anbieten");
      return { schritte: w.schritte, ergebnis: { beginn: null, ende: null, aussonderung_ab: null, hinweis: "dauernd aufbewahren; Anbietung an das Archiv prüfen" } };
    }
    const d = K.teile(e.datum);
    if (!d) throw new RangeError("Das Datum ist nicht lesbar.");
    const jahre = Number(e.jahre);
    let beginn, ende;
    if (e.regel === "ereignistag") {
      beginn = K.plus(e.datum, 1);
      ende = K.iso(d.j + jahre, d.m, Math.min(d.t, K.monatslaenge(d.j + jahre, d.m)));
      w.zu("Beginn der Frist", "Tag nach dem Ereignis", K.zeigen(e.datum) + " + 1 Tag", K.zeigen(beginn));
    } else {
      beginn = K.iso(d.j + 1, 1, 1);
      ende = K.iso(d.j + jahre, 12, 31);
      w.zu("Beginn der Frist", e.regel === "folgejahr_nach_feststellung" ? "1. Januar nach der Feststellung" : "1. Januar nach dem Jahr, in dem die Akte geschlossen wurde", K.zeigen(e.datum), K.zeigen(beginn));
    }
    w.zu("Ende der Frist", "Beginn + Jahre, letzter Tag", jahre + (jahre === 1 ? " Jahr" : " Jahre"), K.zeigen(ende));
    let ab = K.plus(ende, 1);
    w.zu("Aussonderung frühestens", "Tag nach dem Ende der Frist", K.zeigen(ende) + " + 1 Tag", K.zeigen(ab));
    if (e.sperre_bis === "offen") {
      w.zu("Sperre", "Die Akte ist gesperrt, bis jemand sie freigibt.", "kein Datum", "keine Aussonderung");
      return { schritte: w.schritte, ergebnis: { beginn, ende, aussonderung_ab: null, hinweis: "gesperrt bis zur Freigabe" } };
    }
    if (e.sperre_bis) {
      const nachSperre = K.plus(e.sperre_bis, 1);
      if (nachSperre > ab) ab = nachSperre;
      w.zu("Sperre", "Das spätere Datum gilt.", "gesperrt bis " + K.zeigen(e.sperre_bis), K.zeigen(ab));
    }
    return { schritte: w.schritte, ergebnis: { beginn, ende, aussonderung_ab: ab, hinweis: "zuerst dem Archiv anbieten" } };
  }

  function kh07(e) {
    const w = rechenweg();
    const h = (x) => Zahl.bruch(x, 1) + " Stunden";
    const st = {
      vorbereiten: B.mal(B.durch(e.blatt, 100), e.vorber_min_100, B.durch(1, 60)), scannen: B.durch(e.blatt, e.blatt_h),
      pruefen: B.durch(B.mal(e.blatt, e.pruef_anteil, e.pruef_sek), 3600), zuordnen: B.durch(B.mal(e.akten, e.index_min_akte), 60),
    };
    w.zu("Vorbereiten", "Blatt ÷ 100 × Minuten je 100 Blatt ÷ 60", z(e.blatt) + " ÷ 100 × " + z(e.vorber_min_100) + " ÷ 60", h(st.vorbereiten));
    w.zu("Scannen", "Blatt ÷ Blatt je Stunde", z(e.blatt) + " ÷ " + z(e.blatt_h), h(st.scannen));
    w.zu("Prüfen", "Blatt × geprüfter Anteil × Sekunden je Blatt ÷ 3.600", z(e.blatt) + " × " + pz(e.pruef_anteil) + " × " + z(e.pruef_sek) + " ÷ 3.600", h(st.pruefen));
    w.zu("Zuordnen", "Akten × Minuten je Akte ÷ 60", z(e.akten) + " × " + z(e.index_min_akte) + " ÷ 60", h(st.zuordnen));
    const stunden = B.mal(B.summe(Object.values(st)), B.plus(1, e.ruest));
    w.zu("Stunden insgesamt", "Summe × (1 + Rüstzeit)", z(B.summe(Object.values(st)), 1) + " × (1 + " + pz(e.ruest) + ")", h(stunden));
    const intern = B.mal(stunden, e.satz);
    const extern = B.summe([B.mal(e.blatt, e.ext_blatt), B.mal(e.akten, e.ext_akte), B.von(e.ext_fix)]);
    w.zu("Kosten mit eigenen Leuten", "Stunden × Stundensatz", z(stunden, 2) + " × " + eur(e.satz), eur(intern));
    w.zu("Kosten beim Dienstleister", "Blatt × Preis je Blatt + Akten × Preis je Akte + Grundpreis", z(e.blatt) + " × " + eur(e.ext_blatt) + " + " + z(e.akten) + " × " + eur(e.ext_akte) + " + " + eur(e.ext_fix), eur(extern));
    const stundenAus = {};
    for (const k of Object.keys(st)) stundenAus[k] = B.fest(st[k], 1);
    return { schritte: w.schritte, ergebnis: { stunden: stundenAus, stunden_gesamt: B.fest(stunden, 1), personentage: B.fest(B.durch(stunden, 8), 1), kosten_intern: B.fest(intern, 2),
      kosten_extern: B.fest(extern, 2), je_akte_intern: B.fest(B.durch(intern, e.akten), 2), je_akte_extern: B.fest(B.durch(extern, e.akten), 2), guenstiger: guenstiger("extern", extern, "intern", intern) } };
  }

  function kh08(e) {
    const w = rechenweg();
    const zugelassen = e.angebote.filter((a) => a.ausschluss_erfuellt && B.vergleich(a.punkte, e.mindestpunkte) >= 0);
    const ausgeschlossen = e.angebote.filter((a) => !zugelassen.includes(a)).map((a) => a.name);
    for (const a of e.angebote.filter((x) => !zugelassen.includes(x))) {
      w.zu("Angebot " + a.name, "Ausschlusskriterien und Mindestpunkte", a.ausschluss_erfuellt ? z(a.punkte) + " Punkte, verlangt sind " + z(e.mindestpunkte) : "ein Ausschlusskriterium ist nicht erfüllt", "ausgeschlossen");
    }
    if (!zugelassen.length) return { schritte: w.schritte, ergebnis: { kennzahl: {}, ausgeschlossen: e.angebote.map((a) => a.name), einfach: null, grenze: null, erweitert: null } };
    const k = zugelassen.map((a) => ({ a, k: B.mal(B.durch(a.punkte, a.preis), 100000) }));
    for (const x of k) w.zu("Angebot " + x.a.name, "Punkte ÷ Preis × 100.000", z(x.a.punkte) + " ÷ " + eur(x.a.preis) + " × 100.000", Zahl.bruch(x.k, 2));
    const beste = k.reduce((a, b) => B.vergleich(b.k, a.k) > 0 ? b : a);
    const grenze = B.mal(beste.k, B.minus(1, e.schwankung));
    w.zu("Untere Grenze", "höchste Kennzahl × (1 − Schwankungsbereich)", Zahl.bruch(beste.k, 2) + " × (1 − " + pz(e.schwankung) + ")", Zahl.bruch(grenze, 2));
    const korridor = k.filter((x) => B.vergleich(x.k, grenze) >= 0).map((x) => x.a);
    const nachPreis = e.regel === "niedrigster_preis";
    const besser = (a, b) => nachPreis ? B.vergleich(b.preis, a.preis) < 0 : (B.vergleich(b.punkte, a.punkte) || -B.vergleich(b.preis, a.preis)) > 0;
    // The order in which offers are typed decides nothing: of equals all are named.
    const einfach = k.filter((x) => B.vergleich(x.k, beste.k) === 0).map((x) => x.a);
    const vorn = korridor.filter((a) => !korridor.some((b) => besser(a, b)));
    const hinweise = einfach.length > 1 || vorn.length > 1 ? ["Mehrere Angebote sind gleichauf; die Rechnung wählt keines davon aus. Was dann gilt, zum Beispiel das Los, muss in den Vergabeunterlagen stehen."] : [];
    w.zu("Zuschlag nach der erweiterten Methode", "im Bereich bis zur Grenze " + (nachPreis ? "der niedrigste Preis" : "die höchste Punktzahl"), korridor.map((a) => a.name).join(", "), sieger(vorn));
    return { schritte: w.schritte, hinweise, ergebnis: { kennzahl: Object.fromEntries(k.map((x) => [x.a.name, B.fest(x.k, 2)])), ausgeschlossen, einfach: sieger(einfach),
      grenze: B.fest(grenze, 2), im_korridor: korridor.map((a) => a.name), erweitert: sieger(vorn) } };
  }

  function kh09(e) {
    const w = rechenweg();
    const pt = (x) => Zahl.bruch(x, 1) + " PT";
    if (B.vergleich(e.stichprobe, e.objekte) > 0) throw new RangeError("Die Stichprobe (" + z(e.stichprobe) + ") ist größer als die Zahl der Objekte (" + z(e.objekte) + ").");
    const b = {
      zuordnung: B.mal(e.quellen, e.pt_quelle), testlaeufe: B.mal(e.testlaeufe, e.pt_test),
      nacharbeit: B.durch(B.mal(e.objekte, B.minus(1, e.automatik), e.min_manuell), 480), stichprobe: B.durch(B.mal(e.stichprobe, e.min_stichprobe), 480),
    };
    w.zu("Zuordnung der Felder", "Quellen × Tage je Quelle", z(e.quellen) + " × " + z(e.pt_quelle), pt(b.zuordnung));
    w.zu("Testläufe", "Testläufe × Tage je Lauf", z(e.testlaeufe) + " × " + z(e.pt_test), pt(b.testlaeufe));
    w.zu("Nacharbeit von Hand", "Objekte × (1 − Anteil automatisch) × Minuten ÷ 60 ÷ 8", z(e.objekte) + " × (1 − " + pz(e.automatik) + ") × " + z(e.min_manuell) + " ÷ 60 ÷ 8", pt(b.nacharbeit));
    w.zu("Stichprobe", "Stichprobe × Minuten ÷ 60 ÷ 8", z(e.stichprobe) + " × " + z(e.min_stichprobe) + " ÷ 60 ÷ 8", pt(b.stichprobe));
    const alle = B.summe(Object.values(b));
    w.zu("Kosten", "Personentage × Tagessatz", z(alle, 3) + " × " + eur(e.satz_pt), eur(B.mal(alle, e.satz_pt)));
    const lauf = B.durch(e.gb, e.gb_h);
    w.zu("Übertragung", "GB ÷ GB je Stunde; dazu × (Testläufe + 1)", z(e.gb) + " ÷ " + z(e.gb_h) + " = " + Zahl.bruch(lauf, 1) + "; × (" + z(e.testlaeufe) + " + 1)", Zahl.bruch(B.mal(lauf, B.plus(e.testlaeufe, 1)), 1) + " Stunden");
    const bausteine = {};
    for (const k of Object.keys(b)) bausteine[k] = B.fest(b[k], 1);
    return { schritte: w.schritte, ergebnis: { bausteine_pt: bausteine, personentage: B.fest(alle, 1), kosten: B.fest(B.mal(alle, e.satz_pt), 2),
      uebertragung_h_je_lauf: B.fest(lauf, 1), uebertragung_h_gesamt: B.fest(B.mal(lauf, B.plus(e.testlaeufe, 1)), 1) } };
  }

  function kh10(e) {
    const w = rechenweg();
    let termine = 0, stunden = B.von(0), teilnehmer = B.von(0);
    e.gruppen.forEach((g, i) => {
      const groesse = g.groesse === undefined || g.groesse === "" ? e.gruppengroesse : g.groesse;
      const n = Number(B.auf(B.durch(g.personen, groesse)));
      termine += n;
      stunden = B.plus(stunden, B.mal(n, g.stunden));
      teilnehmer = B.plus(teilnehmer, B.mal(g.personen, g.stunden));
      w.zu("Gruppe " + (g.name || i + 1), "Personen ÷ Gruppengröße, aufgerundet; × Stunden", z(g.personen) + " ÷ " + z(groesse) + " = " + n + (n === 1 ? " Termin" : " Termine") + "; × " + z(g.stunden) + " Stunden", z(B.mal(n, g.stunden)) + " Trainerstunden");
    });
    const gesamt = B.mal(teilnehmer, B.plus(1, e.auffrischung));
    w.zu("Stunden der Teilnehmenden", "Summe Personen × Stunden × (1 + Auffrischung)", z(teilnehmer) + " × (1 + " + pz(e.auffrischung) + ")", Zahl.bruch(gesamt, 1) + " Stunden");
    const trainer = B.durch(stunden, 8);
    const k1 = B.mal(trainer, e.tagessatz_trainer);
    w.zu("Trainer", "Trainerstunden ÷ 8 × Tagessatz", z(stunden) + " ÷ 8 × " + eur(e.tagessatz_trainer), eur(k1));
    const k2 = B.mal(gesamt, e.satz);
    w.zu("Arbeitszeit", "Stunden der Teilnehmenden × Stundensatz", Zahl.bruch(gesamt, 1) + " × " + eur(e.satz), eur(k2));
    const k3 = B.mal(termine, e.raum_je_termin === undefined ? 0 : e.raum_je_termin);
    w.zu("Haushaltswirksam", "Trainer + Räume", eur(k1) + " + " + eur(k3), eur(B.plus(k1, k3)));
    return { schritte: w.schritte, ergebnis: { termine, teilnehmerstunden: B.fest(gesamt, 1), trainertage: B.fest(trainer, 2), kosten_trainer: B.fest(k1, 2), kosten_arbeitszeit: B.fest(k2, 2),
      kosten_haushaltswirksam: B.fest(B.plus(k1, k3), 2), warnung: B.vergleich(e.tage_vor_start, 14) > 0 ? "Schulung zu früh: höchstens 14 Tage vor dem Start" : null } };
  }

  function kh11(e) {
    const w = rechenweg();
    const wellen = Number(B.auf(B.durch(e.bereiche, e.parallel)));
    w.zu("Wellen", "Bereiche ÷ Bereiche zugleich, aufgerundet", z(e.bereiche) + " ÷ " + z(e.parallel), String(wellen));
    const wochen = ganz(B.summe([B.mal(wellen - 1, e.takt_wochen), B.von(e.wellendauer_wochen), B.von(e.sperrwochen)]));
    w.zu("Dauer", "(Wellen − 1) × Abstand + Dauer einer Welle + Sperrwochen", "(" + wellen + " − 1) × " + z(e.takt_wochen) + " + " + z(e.wellendauer_wochen) + " + " + z(e.sperrwochen), wochen + (wochen === 1 ? " Woche" : " Wochen"));
    const ende = Kalendertag.plus(e.start, wochen * 7);
    w.zu("Ende", "Start + Dauer", Kalendertag.zeigen(e.start) + " + " + wochen + " Wochen", Kalendertag.zeigen(ende));
    return { schritte: w.schritte, ergebnis: { wellen, wochen, ende } };
  }

  function kh12(e) {
    const w = rechenweg();
    const zw = e.z === undefined ? "1.96" : e.z;
    const p = e.p === undefined ? "0.5" : e.p;
    const fehler = e.fehler === undefined ? "0.1" : e.fehler;
    const n0 = B.durch(B.mal(zw, zw, p, B.minus(1, p)), B.mal(fehler, fehler));
    w.zu("Stichprobe ohne Rücksicht auf die Menge", "z² × p × (1 − p) ÷ Fehler²", z(zw) + "² × " + pz(p) + " × (1 − " + pz(p) + ") ÷ " + pz(fehler) + "²", Zahl.bruch(n0, 2));
    const n = Number(B.auf(B.durch(n0, B.plus(1, B.durch(B.minus(n0, 1), e.grundgesamtheit)))));
    const stichprobe = Math.min(n, Number(e.grundgesamtheit));
    w.zu("Stichprobe für Ihre Menge", "n₀ ÷ (1 + (n₀ − 1) ÷ Menge), aufgerundet", Zahl.bruch(n0, 2) + " ÷ (1 + (" + Zahl.bruch(n0, 2) + " − 1) ÷ " + z(e.grundgesamtheit) + ")", z(stichprobe));
    return { schritte: w.schritte, ergebnis: { n0: B.fest(n0, 2), stichprobe } };
  }

  function kh13(e) {
    const w = rechenweg();
    const vor = (feld, standard) => e[feld] === undefined ? standard : e[feld];
    const [tage, jahr, ausfall] = [vor("tage", 220), vor("stunden_jahr", 1600), vor("ausfall", "0.10")];
    const blatt = B.mal(e.sendungen, e.blatt);
    w.zu("Blatt am Tag", "Sendungen × Blatt je Sendung", z(e.sendungen) + " × " + z(e.blatt), z(blatt, 0));
    const roh = B.plus(B.durch(B.plus(B.mal(e.sendungen, B.plus(e.oeffnen_sek, e.zuordnen_sek)), B.mal(blatt, B.plus(e.vorber_sek_blatt, e.pruef_sek_blatt))), 3600), B.durch(blatt, e.scan_blatt_h));
    w.zu("Stunden ohne Zuschlag", "(Sendungen × (Öffnen + Zuordnen) + Blatt × (Vorbereiten + Prüfen)) ÷ 3.600 + Blatt ÷ Blatt je Stunde",
      "(" + z(e.sendungen) + " × (" + z(e.oeffnen_sek) + " + " + z(e.zuordnen_sek) + ") + " + z(blatt) + " × (" + z(e.vorber_sek_blatt) + " + " + z(e.pruef_sek_blatt) + ")) ÷ 3.600 + " + z(blatt) + " ÷ " + z(e.scan_blatt_h), Zahl.bruch(roh, 2) + " Stunden");
    const stunden = B.mal(roh, B.plus(1, ausfall));
    w.zu("Stunden am Tag", "× (1 + Zuschlag für Ausfall)", Zahl.bruch(roh, 2) + " × (1 + " + pz(ausfall) + ")", Zahl.bruch(stunden, 2) + " Stunden");
    const stelle = B.durch(B.mal(stunden, tage), jahr);
    w.zu("Stellenanteil", "Stunden am Tag × Arbeitstage ÷ Stunden je Stelle und Jahr", Zahl.bruch(stunden, 2) + " × " + z(tage) + " ÷ " + z(jahr), Zahl.bruch(stelle, 2));
    return { schritte: w.schritte, ergebnis: { blatt_tag: ganz(blatt), stunden_tag: B.fest(stunden, 2), stellenanteil: B.fest(stelle, 2) } };
  }

  function kh14(e) {
    const w = rechenweg();
    const lizenzen = Number(B.auf(B.mal(e.personen, e.gleichzeitig)));
    w.zu("Lizenzen für gleichzeitige Nutzung", "Personen × Anteil gleichzeitig, aufgerundet", z(e.personen) + " × " + pz(e.gleichzeitig), z(lizenzen));
    const benannt = B.mal(e.personen, e.preis_benannt);
    const gleich = B.mal(lizenzen, e.preis_gleichzeitig);
    w.zu("Kosten mit benannten Lizenzen", "Personen × Preis", z(e.personen) + " × " + eur(e.preis_benannt), eur(benannt));
    w.zu("Kosten mit gleichzeitigen Lizenzen", "Lizenzen × Preis", z(lizenzen) + " × " + eur(e.preis_gleichzeitig), eur(gleich));
    const grenze = B.durch(e.preis_benannt, e.preis_gleichzeitig);
    w.zu("Grenze", "Preis benannt ÷ Preis gleichzeitig", eur(e.preis_benannt) + " ÷ " + eur(e.preis_gleichzeitig), Zahl.bruch(B.mal(grenze, 100), 1) + " %");
    return { schritte: w.schritte, ergebnis: { lizenzen_gleichzeitig: lizenzen, kosten_benannt: B.fest(benannt, 2), kosten_gleichzeitig: B.fest(gleich, 2),
      grenzwert_gleichzeitigkeit: B.fest(grenze, 3), guenstiger: guenstiger("gleichzeitig", gleich, "benannt", benannt) } };
  }

  return Object.freeze({ "KH-01": kh01, "KH-02": kh02, "KH-03": kh03, "KH-04": kh04, "KH-05": kh05, "KH-06": kh06, "KH-07": kh07, "KH-08": kh08,
    "KH-09": kh09, "KH-10": kh10, "KH-11": kh11, "KH-12": kh12, "KH-13": kh13, "KH-14": kh14 });
}());
