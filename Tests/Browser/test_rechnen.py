# SPDX-License-Identifier: Apache-2.0
"""Calculators and decision aids on the screen: the shared vectors through the form's own inputs, the examples of the texts, and typing."""
import unittest

import browser
from browser import akte, datei, person, seite


def formular(d, eingabe):
    """The inputs of a vector as the form stores them."""
    aus = {}
    for f in d:
        if "." in f["id"]:
            a, b = f["id"].split(".")
            w = eingabe.get(a, {}).get(b)
        else:
            w = eingabe.get(f["id"])
        if w is None:
            continue
        if f["typ"] == "posten":
            aus[f["id"]] = [{"name": k, "wert": str(v)} for k, v in w.items()]
        elif f["typ"] == "zeilen":
            aus[f["id"]] = [formular(f["spalten"], z) for z in w]
        elif f["typ"] == "reihe":
            aus[f["id"]] = [str(x) for x in w]
        else:
            aus[f["id"]] = w if isinstance(w, (bool, str)) else str(w)
    return aus


class Rechnen(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.p = browser.Person()
        cls.p.oeffne(seite())

    @classmethod
    def tearDownClass(cls):
        cls.p.zu()

    def test_alle_vektoren_gehen_durch_das_formular(self):
        d = browser.daten()
        for v in d["vektoren"]["kalkulation"]:
            with self.subTest(v["id"] + " " + v["name"]):
                self.assertEqual(self.p.js("return AnsichtRechner.ergebnis(arguments[0], arguments[1])", v["id"], formular(d["rechner"][v["id"]]["eingaben"], v["eingabe"])), v["ergebnis"])

    def test_ohne_angaben_sagt_jede_rechnung_was_fehlt(self):
        for kh in browser.daten()["rechner"]:
            self.p.js("Zustand.aendern((a) => { a.rechnungen = Object.create(null); a.stammdaten = Object.create(null); })")
            self.p.gehe("#rechnen/" + kh)
            self.assertIn("Es fehlt noch:", self.p.text(".rechner-ergebnis"), kh)

    def test_speicherbedarf_getippt(self):
        p = self.p
        p.gehe("#rechnen/KH-05")
        p.schreibe("Büroarbeitsplätze", "15")
        p.schreibe("Bestand, der übernommen wird", "50.000")
        text = p.text(".rechner-ergebnis")
        for t in ("140 GB", "136,83 GB", "45,76 GB", "7,60 / 7,98 / 8,38 / 8,80 / 9,24 GB"):
            self.assertIn(t, text)
        p.klick("Rechenweg Schritt für Schritt")
        text = p.text(".rechner-ergebnis")
        self.assertIn("40 % × 3 × 75 + (1 − 40 %) × 250 → 240 KB", text)
        self.assertIn("Netto × (1 + Index) × Kopien × (1 + Reserve)", text)
        p.schreibe("Wachstum im Jahr", "1.5")
        self.assertIn("Meinen Sie 1,5 oder", p.text())
        self.assertIn("Es fehlt noch", p.text(".rechner-ergebnis"))
        p.klick("1,5 %")
        self.assertEqual(p.js("return Zustand.z.akte.rechnungen['KH-05'].eingabe.wachstum"), "0.015")
        p.schreibe("Wachstum im Jahr", "101")
        self.assertIn("Der größte mögliche Wert ist 100", p.text())
        p.klick("Auf Vorgaben zurücksetzen")
        self.assertEqual(p.feld("Wachstum im Jahr").get_attribute("value"), "5")

    def test_gesamtkosten_mit_posten_stehen_im_bericht(self):
        p = self.p
        p.gehe("#dateien")
        p.js("Zustand.z.ungespeichert = false")
        p.lade(datei("kosten.diva.json", akte(antworten={f["id"]: browser.hoechste(f) for f in browser.fragen((0,))})))
        p.warte(lambda: p.alle(".kern"))
        p.gehe("#rechnen/KH-02")
        for i, (name, betrag) in enumerate((("Einrichtung", "12.000"), ("Schulung", "4.500"), ("Scanner", "2.500"))):
            e = p.alle("input.zahl")
            felder = [x for x in e if x.is_displayed() and p.js("return document.querySelector('label[for=\"' + arguments[0].id + '\"]').textContent", x).startswith("Betrag, Posten")]
            felder[i].send_keys(betrag, browser.Keys.TAB)
        felder = [x for x in p.alle("input.zahl") if p.js("return document.querySelector('label[for=\"' + arguments[0].id + '\"]').textContent", x).startswith("Betrag, Posten")]
        felder[3].send_keys("7200", browser.Keys.TAB)
        felder[4].send_keys("1800", browser.Keys.TAB)
        self.assertIn("66.782,22 €", p.text(".rechner-ergebnis"))
        felder[4].clear()
        felder[4].send_keys("1800.5", browser.Keys.TAB)  # unclear is not nothing
        self.assertIn("Es fehlt noch:\nBetrag, Posten 2", p.text(".rechner-ergebnis"))
        self.assertNotIn("€", p.text(".rechner-ergebnis"))
        felder[4].clear()
        felder[4].send_keys("1800", browser.Keys.TAB)
        p.gehe("#bericht")
        self.assertIn("Kosten: 66.782,22 € insgesamt, 74,20 € je Arbeitsplatz und Monat", p.text())

    def test_frist_mit_sperre(self):
        p = self.p
        p.js("Zustand.aendern((a) => { delete a.rechnungen['KH-06']; })")
        p.gehe("#rechnen/KH-06")
        p.schreibe("Länge der Frist", "10")
        p.js("const i = document.querySelector('input[type=date]'); i.value = '2014-03-01'; i.dispatchEvent(new Event('change'))")
        self.assertIn("01.01.2025", p.text(".rechner-ergebnis"))
        p.waehle("Ist die Akte gesperrt", "ja, bis zu einem Tag")
        self.assertIn("Gesperrt bis", p.text(".rechner-ergebnis"))
        p.js("const i = [...document.querySelectorAll('input[type=date]')][1]; i.value = '2026-09-30'; i.dispatchEvent(new Event('change'))")
        self.assertIn("01.10.2026", p.text(".rechner-ergebnis"))
        p.waehle("Ist die Akte gesperrt", "ja, bis zur Freigabe")
        self.assertIn("gesperrt bis zur Freigabe", p.text(".rechner-ergebnis"))

    def test_zeilen_hinzufuegen_und_entfernen(self):
        p = self.p
        p.js("Zustand.aendern((a) => { delete a.rechnungen['KH-04']; })")
        p.gehe("#rechnen/KH-04")
        for feld, wert in (("Laufende Meter", "10"), ("Blatt je Meter, niedrig", "4.000"), ("Blatt je Meter, üblich", "5.000"), ("Blatt je Meter, hoch", "7.000"), ("davon beidseitig", "20")):
            p.schreibe(feld, wert)
        p.klick("Bestand hinzufügen")
        self.assertIn("Bestand 2: Laufende Meter", p.text(".rechner-ergebnis"))
        p.klick("Bestand 2 entfernen")
        self.assertIn("60.000 Seiten", p.text(".rechner-ergebnis"))


class Entscheiden(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.p = browser.Person()
        cls.p.oeffne(seite())
        cls.d = browser.daten()["entscheider"]

    @classmethod
    def tearDownClass(cls):
        cls.p.zu()

    def regeln(self, eh, antworten):
        r = self.p.js("return Entscheidung.regeln(Zustand.z.daten.entscheider[arguments[0]], arguments[1])", eh, antworten)
        self.assertEqual(r["fehlt"], [], (eh, antworten))
        return [e["id"] for e in r["ergebnisse"]]

    def jn(self, text, n, vor="f"):
        return {"%s%d" % (vor, i + 1): "ja" if c == "j" else "nein" for i, c in enumerate(text[:n])}

    def punkte(self, eh, allgemein, zeilen, fragen=None):
        d = self.d[eh]
        namen = {o["name"]: o["id"] for o in d.get("optionen", [])}
        optionen = [{"name": n, "id": namen.get(n, ""), "fragen": (fragen or {}).get(n, {}), "punkte": dict(zip([k["id"] for k in d["kriterien"]], w))} for n, w in zeilen]
        return self.p.js("""const r = Entscheidung.nutzwert(Zustand.z.daten.entscheider[arguments[0]], arguments[1], arguments[2]);
            return {rang: r.rang.map((o) => [o.name, o.punkte]), aus: r.ausgeschlossen.map((o) => o.name), ergebnis: r.ergebnis && r.ergebnis.id, hoechst: r.hoechst, fehlt: r.fehlt, hinweise: r.hinweise, anteil: r.bester && Bruch.fest(Bruch.mal(r.bester.anteil, 100), 0)}""", eh, allgemein, optionen)

    def test_eh01_beispiel_und_grenzen(self):
        lindenbach = self.jn("nnnjjjjnnjnj", 12)
        self.assertEqual(self.regeln("EH-01", lindenbach), ["jetzt"])
        self.assertEqual(self.regeln("EH-01", dict(lindenbach, f4="nein")), ["fachverfahren"])
        self.assertEqual(self.regeln("EH-01", dict(lindenbach, f4="nein", f8="ja")), ["schrittweise"])
        self.assertEqual(self.regeln("EH-01", self.jn("nnnnjjnnnnnn", 12)), ["noch_nicht"])
        self.assertEqual(self.regeln("EH-01", {}), ["noch_nicht"])

    def test_eh02_beispiel(self):
        zeilen = [("Personal", [0, 1, 1, 0, 0, 1, 2]), ("Bauamt", [2, 4, 3, 3, 0, 2, 1]), ("Hauptamt", [4, 3, 1, 0, 0, 2, 4]), ("Kämmerei", [4, 3, 1, 0, 0, 4, 2]), ("Friedhof", [1, 2, 2, 2, 0, 3, 1]), ("Meldeamt", [4, 1, 1, 0, 0, 4, 2])]
        r = self.punkte("EH-02", {}, zeilen)
        self.assertEqual(r["rang"], [["Hauptamt", 34], ["Bauamt", 31], ["Kämmerei", 30], ["Meldeamt", 26], ["Friedhof", 21], ["Personal", 11]])
        self.assertEqual(r["hoechst"], 60)
        mit_frist = self.punkte("EH-02", {}, zeilen + [("Bußgeld", [0, 0, 0, 0, 4, 0, 0])])
        self.assertEqual(mit_frist["rang"][0], ["Bußgeld", 8])
        self.assertTrue(mit_frist["hinweise"])
        gleich = self.punkte("EH-02", {}, [("B", [4, 0, 0, 0, 0, 0, 0]), ("A", [0, 0, 0, 0, 0, 0, 4]), ("C", [0, 0, 0, 0, 0, 0, 4])])
        self.assertEqual([n for n, _ in gleich["rang"]], ["A", "C", "B"])

    def test_eh03_beispiel(self):
        ja, nein = {"nachweis": "ja"}, {"nachweis": "nein"}
        r = self.punkte("EH-03", {"a1": "nein", "a2": "ja"}, [("Eigenbetrieb", [4] * 6), ("Kommunaler IT-Dienstleister", [4, 4, 4, 2, 3, 3]), ("Cloud", [4, 4, 2, 2, 1, 1]), ("Mitnutzung bei einer anderen Kommune", [4] * 6)],
                        {"Eigenbetrieb": ja, "Kommunaler IT-Dienstleister": ja, "Cloud": ja, "Mitnutzung bei einer anderen Kommune": nein})
        self.assertEqual(r["rang"], [["Kommunaler IT-Dienstleister", 51], ["Cloud", 39]])
        self.assertEqual(r["aus"], ["Eigenbetrieb", "Mitnutzung bei einer anderen Kommune"])

    def test_eh04_alle_aeste(self):
        for f1, f2, f3, soll in (("ja", "ja", "ja", "D"), ("ja", "ja", "nein", "D"), ("nein", "ja", "ja", "C"), ("nein", "ja", "nein", "C"), ("ja", "nein", "nein", "A"), ("ja", "nein", "ja", "B"), ("nein", "nein", "ja", "B"), ("nein", "nein", "nein", "B")):
            self.assertEqual(self.regeln("EH-04", {"f1": f1, "f2": f2, "f3": f3}), [soll])
        self.assertTrue(self.p.js("return Entscheidung.regeln(Zustand.z.daten.entscheider['EH-04'], {f1: 'ja', f2: 'ja'}).fehlt.length") == 1)

    def test_eh05_beispiel(self):
        ja = {"x1": "ja", "x2": "ja"}
        zeilen = [("Auental", [3, 3, 2, 2, 1, 4]), ("Erlgrund", [4, 2, 0, 1, 4, 3]), ("Weißtal", [1, 2, 4, 2, 0, 2])]
        r = self.punkte("EH-05", {}, zeilen, {n: ja for n, _ in zeilen})
        self.assertEqual(r["rang"], [["Auental", 31], ["Erlgrund", 27], ["Weißtal", 23]])
        self.assertEqual((r["ergebnis"], r["anteil"]), ("gemeinsam", "65"))
        ohne = self.punkte("EH-05", {}, zeilen, {"Auental": {"x1": "nein", "x2": "ja"}, "Erlgrund": ja, "Weißtal": ja})
        self.assertEqual((ohne["ergebnis"], ohne["rang"][0][0]), ("reden", "Erlgrund"))
        self.assertEqual(self.punkte("EH-05", {}, zeilen, {n: {"x2": "nein"} for n, _ in zeilen})["ergebnis"], "allein")

    def test_eh06_beispiel_und_zwingende_fragen(self):
        gut = dict(self.jn("jjjjjjjn", 8), was="programm")
        self.assertEqual(self.regeln("EH-06", gut), ["antrag"])
        for f in ("f1", "f2", "f4"):
            self.assertEqual(self.regeln("EH-06", dict(gut, **{f: "nein"})), ["nicht"])
        self.assertEqual(self.regeln("EH-06", dict(gut, f3="nein", f5="nein")), ["beratung"])
        self.assertEqual(self.regeln("EH-06", dict(gut, f3="nein", f5="nein", f6="nein")), ["nicht"])
        self.assertEqual(self.regeln("EH-06", {"was": "angebot", "f1": "ja", "f3": "ja", "f5": "ja", "f6": "ja", "f2": "nein"}), ["angebot"])
        self.assertEqual(self.regeln("EH-06", {"was": "angebot", "f1": "ja", "f3": "nein", "f5": "ja", "f6": "ja"}), ["zurueck"])

    def test_eh07_beispiel(self):
        boegen = [[3, 2, 3, 3, 3, 3, 1, 2, 3], [2, 2, 3, 1, 2, 2, 0, 1, 2], [3, 3, 3, 4, 3, 4, 1, 2, 3], [2, 1, 3, 3, 2, 3, 1, 2, 3]]
        als = lambda l: [{"s%d" % (i + 1): w for i, w in enumerate(b)} for b in l]
        mittel = lambda l: self.p.js("const r = Entscheidung.mittelwerte(Zustand.z.daten.entscheider['EH-07'], arguments[0]); return [r.engpass, r.werte && Object.values(r.werte).map((w) => Bruch.fest(w, 2)), r.unreif || false]", als(l))
        self.assertEqual(mittel(boegen), ["duerfen", ["2.50", "2.75", "1.75"], False])
        self.assertEqual(mittel(boegen[:2])[1], None)
        self.assertEqual(mittel([[2] * 9] * 3)[0], "duerfen")
        self.assertEqual(mittel([[4, 4, 4, 2, 2, 2, 4, 4, 4]] * 3)[0], "wollen")
        self.assertEqual(mittel([[3] * 9] * 3)[0], None)
        self.assertEqual(mittel([[1] * 9] * 3)[2], True)

    def test_eh08_beispiele(self):
        basis = {"standorte": "1", "vertraulich": "0.08", "rueckfragen": "0.1", "stunden": "1.25", "verfuegbar": "1.5"}
        self.assertEqual(self.regeln("EH-08", basis), ["zentral", "vor"])
        self.assertEqual(self.regeln("EH-08", dict(basis, standorte="3", bote="nein", vertraulich="0.22", rueckfragen="0.3")), ["dezentral", "nach"])
        self.assertEqual(self.regeln("EH-08", dict(basis, standorte="3", bote="ja", rueckfragen="0.2", stunden="1.6")), ["zentral", "nach_stunden"])
        self.assertEqual(self.regeln("EH-08", dict(basis, vertraulich="0.5")), ["zentral", "vor"])
        self.assertEqual(self.regeln("EH-08", dict(basis, vertraulich="0.51")), ["dezentral", "vor"])

    def test_eh09_beispiele(self):
        b = lambda **k: dict({"dauernd": "nein", "abgelaufen": "nein", "minuten": "10", "satz": "46", "kosten": "6.9", "offene": "nein"}, **k)
        self.assertEqual(self.regeln("EH-09", {"dauernd": "nein", "abgelaufen": "ja", "sperre": "nein"}), ["anbieten"])
        self.assertEqual(self.regeln("EH-09", {"dauernd": "nein", "abgelaufen": "ja", "sperre": "ja"}), ["stehen"])
        self.assertEqual(self.regeln("EH-09", {"dauernd": "nein", "abgelaufen": "nein", "rest": "1.1"}), ["stehen"])
        self.assertEqual(self.regeln("EH-09", {"dauernd": "ja", "zugriffe": "0.1"}), ["stichtag"])
        self.assertEqual(self.regeln("EH-09", {"dauernd": "ja", "zugriffe": "0.4"}), ["bedarf"])
        self.assertEqual(self.regeln("EH-09", b(rest="15", zugriffe="1.5")), ["voll"])
        self.assertEqual(self.regeln("EH-09", b(rest="12", zugriffe="1")), ["voll"])
        self.assertEqual(self.regeln("EH-09", b(rest="4", zugriffe="0.3")), ["bedarf"])
        self.assertEqual(self.regeln("EH-09", b(rest="2.1", zugriffe="2", minuten="2", offene="ja")), ["laufend"])
        self.assertEqual(self.regeln("EH-09", b(rest="2.1", zugriffe="2", minuten="2")), ["bedarf"])
        self.assertEqual(self.p.js("return Entscheidung.regeln(Zustand.z.daten.entscheider['EH-09'], arguments[0]).groessen.map((g) => Bruch.fest(g.wert, 2))", b(rest="2.1", zugriffe="2", minuten="2")), ["2.10", "6.44"])

    def test_eh10_beispiel_und_sonderregel(self):
        n = "Unser heutiges System"
        r = self.punkte("EH-10", {"achtzehn": "nein"}, [(n, [2, 2, 3, 3, 3, 4])])
        self.assertEqual((r["rang"][0][1], r["hoechst"], r["anteil"], r["ergebnis"]), (34, 52, "65", "ausbauen"))
        self.assertEqual(self.punkte("EH-10", {"achtzehn": "nein"}, [(n, [4, 4, 4, 4, 0, 4])])["ergebnis"], "wechseln")
        self.assertEqual(self.punkte("EH-10", {"achtzehn": "ja"}, [(n, [4, 0, 4, 4, 4, 4])])["hinweise"].__len__(), 2)
        self.assertEqual(self.punkte("EH-10", {"achtzehn": "nein"}, [(n, [4] * 6)])["ergebnis"], "bleiben")
        self.assertEqual(self.punkte("EH-10", {}, [(n, [4] * 6)])["fehlt"], ["Endet der Vertrag in weniger als 18 Monaten?"])

    def test_boegen_der_beschaeftigten_kommen_in_keine_datei(self):
        p = self.p
        p.gehe("#entscheiden/EH-07")
        for i in range(9):
            p.js("const s = document.querySelectorAll('main select')[arguments[0]]; s.value = '1'; s.dispatchEvent(new Event('change'))", i)
        self.assertIn("Engpass: Dürfen", p.text(".empfehlung"))
        p.gehe("#start")
        p.gehe("#entscheiden/EH-07")
        self.assertIn("Engpass: Dürfen", p.text(".empfehlung"))
        self.assertNotIn("EH-07", p.js("return Antwortdatei.schreiben(Zustand.z.akte)"))
        p.klick("Leeren")
        self.assertIn("mindestens einen Bogen", p.text(".empfehlung"))
        p.klick("Bogen hinzufügen")
        for i in range(18):
            p.js("const s = document.querySelectorAll('main select')[arguments[0]]; s.value = '1'; s.dispatchEvent(new Event('change'))", i)
        self.assertIn("mindestens 3 vollständige Bögen. Bisher sind es 2", p.text(".empfehlung"))

    def test_auf_dem_schirm(self):
        p = self.p
        p.gehe("#entscheiden/EH-09")
        p.waehle("Wird dauernd aufbewahrt?", "nein")
        p.waehle("Ist die Aufbewahrungsfrist abgelaufen?", "ja")
        p.waehle("Ist eine Sperre gesetzt", "nein")
        self.assertIn("Nicht scannen, dem Archiv anbieten", p.text(".empfehlung"))
        self.assertNotIn("Restlaufzeit", p.text())
        p.waehle("Ist die Aufbewahrungsfrist abgelaufen?", "nein")
        p.schreibe("Restlaufzeit", "15")
        p.schreibe("Zugriffe je Akte und Jahr", "1,5")
        p.schreibe("Kosten des Scannens je Akte", "6,90")
        p.waehle("Gibt es offene Fälle?", "nein")
        self.assertIn("Vollständig", p.text(".empfehlung"))
        self.assertIn("Nutzen je Akte: 57,50 €", p.text(".empfehlung"))
        p.gehe("#start")
        p.gehe("#entscheiden/EH-09")
        self.assertIn("Vollständig", p.text(".empfehlung"))
        p.klick("Aktenart hinzufügen")
        self.assertIn("Aktenart 2", p.text(".empfehlung"))
