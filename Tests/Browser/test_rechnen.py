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

    def test_anteil_unter_eins_wird_zurueckgefragt(self):
        p = self.p
        p.gehe("#rechnen/KH-01")
        wert = lambda: p.js("return Zustand.z.akte.rechnungen['KH-01'].eingabe.realisierung")
        feld = "Anteil dieser Zeit, der wirklich frei wird"
        p.schreibe(feld, "0,4")
        self.assertIn("Meinen Sie 40 % oder 0,4 %?", p.text())
        self.assertEqual(wert(), "?")
        p.klick("40 %")
        self.assertEqual(wert(), "0.4")
        p.schreibe(feld, "0,4")
        p.klick("0,4 %")
        self.assertEqual(wert(), "0.004")
        self.assertNotIn("Meinen Sie", p.text())
        p.schreibe(feld, "0,3 %")
        self.assertEqual(wert(), "0.003")
        p.schreibe(feld, "45")
        self.assertEqual(wert(), "0.45")
        # Only what the limits allow is offered.
        p.gehe("#rechnen/KH-12")
        p.schreibe("Zulässiger Fehler", "0,05")
        self.assertIn("Meinen Sie 5 %?", p.text())
        p.gehe("#entscheiden/EH-08")
        p.schreibe("Rückfragen der Poststelle", "0,5")
        self.assertIn("Meinen Sie 50 % oder 0,5 %?", p.text())

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

    def entscheide(self, eh, einmal=None, eintraege=()):
        return self.p.js("""const r = Entscheidung.entscheide(Zustand.z.daten.entscheider[arguments[0]], arguments[1]);
            r.groessen = r.groessen.map((g) => Zahl.knapp(g.wert, 2));
            r.eintraege = r.eintraege.map((e) => Object.assign({}, e, {rang: null}));
            return r""", eh, {"einmal": einmal or {}, "eintraege": [{"name": n, "werte": w} for n, w in eintraege]})

    def regeln(self, eh, antworten):
        r = self.entscheide(eh, antworten)
        self.assertEqual(r["fehlt"], [], (eh, antworten))
        return [e["id"] for e in r["ergebnisse"]]

    def jn(self, text, n, vor="f"):
        return {"%s%d" % (vor, i + 1): "ja" if c == "j" else "nein" for i, c in enumerate(text[:n])}

    def punkte(self, eh, einmal, zeilen, fragen=None):
        kriterien = [f["id"] for f in self.d[eh]["je_eintrag"] if f["typ"] == "punkte"]
        return self.entscheide(eh, einmal, [(n, dict(zip(kriterien, w), **(fragen or {}).get(n, {}))) for n, w in zeilen])

    def rang(self, r):
        return [[e["name"], e["punkte"]] for e in r["eintraege"] if not e["ausgeschlossen"]]

    def test_eh01_beispiel_und_grenzen(self):
        lindenbach = self.jn("nnnjjjjnnjnj", 12)
        self.assertEqual(self.regeln("EH-01", lindenbach), ["jetzt"])
        self.assertEqual(self.regeln("EH-01", dict(lindenbach, f4="nein")), ["fachverfahren"])
        self.assertEqual(self.regeln("EH-01", dict(lindenbach, f4="nein", f8="ja")), ["schrittweise"])
        self.assertEqual(self.regeln("EH-01", self.jn("nnnnjjnnnnnn", 12)), ["noch_nicht"])
        self.assertEqual(self.regeln("EH-01", {}), ["noch_nicht"])

    def test_eh02_beispiel(self):
        zeilen = [("Personal", [0, 1, 1, 0, 0, 1, 2]), ("Bauamt", [2, 4, 3, 3, 0, 2, 1]), ("Hauptamt", [4, 3, 1, 0, 0, 2, 4]), ("Kämmerei", [4, 3, 1, 0, 0, 4, 2]), ("Friedhof", [1, 2, 2, 2, 0, 3, 1]), ("Meldeamt", [4, 1, 1, 0, 0, 4, 2])]
        vorab = {"arbeitsplaetze": "15"}
        r = self.punkte("EH-02", vorab, zeilen)
        self.assertEqual(self.rang(r), [["Hauptamt", 34], ["Bauamt", 31], ["Kämmerei", 30], ["Meldeamt", 26], ["Friedhof", 21], ["Personal", 11]])
        self.assertEqual(r["hoechst"], 60)
        self.assertIn("Fallzahl im Jahr 3 × 4; ", r["eintraege"][0]["punkteweg"])
        mit_frist = self.punkte("EH-02", vorab, zeilen + [("Bußgeld", [0, 0, 0, 0, 4, 0, 0])])
        self.assertEqual(self.rang(mit_frist)[0], ["Bußgeld", 8])
        self.assertTrue(mit_frist["eintraege"][0]["hinweise"])
        gleich = self.punkte("EH-02", vorab, [("B", [4, 0, 0, 0, 0, 0, 0]), ("A", [0, 0, 0, 0, 0, 0, 4]), ("C", [0, 0, 0, 0, 0, 0, 4])])
        self.assertEqual([n for n, _ in self.rang(gleich)], ["A", "C", "B"])
        self.assertEqual(self.punkte("EH-02", {}, zeilen)["fehlt"], ["arbeitsplaetze"])

    def test_eh03_beispiel(self):
        nein = {"eigenbetrieb": "nein", "nachweis": "ja"}
        r = self.punkte("EH-03", {"a1": "nein", "a2": "ja"}, [("Eigenbetrieb", [4] * 6), ("Kommunaler IT-Dienstleister", [4, 4, 4, 2, 3, 3]), ("Cloud", [4, 4, 2, 2, 1, 1]), ("Mitnutzung", [4] * 6)],
                        {"Eigenbetrieb": {"eigenbetrieb": "ja", "nachweis": "ja"}, "Kommunaler IT-Dienstleister": nein, "Cloud": nein, "Mitnutzung": {"nachweis": "nein"}})
        self.assertEqual(self.rang(r), [["Kommunaler IT-Dienstleister", 51], ["Cloud", 39]])
        self.assertEqual([e["name"] for e in r["eintraege"] if e["ausgeschlossen"]], ["Eigenbetrieb", "Mitnutzung"])
        self.assertIn("»Kommunaler IT-Dienstleister« mit 51 von 60 Punkten", r["ergebnisse"][0]["grund"])
        self.assertEqual(self.punkte("EH-03", {"a1": "ja"}, [])["fehlt"], ["a2"])

    def test_eh04_alle_aeste(self):
        for f1, f2, f3, soll in (("ja", "ja", "ja", "d"), ("ja", "ja", "nein", "d"), ("nein", "ja", "ja", "c"), ("nein", "ja", "nein", "c"), ("ja", "nein", "nein", "a"), ("ja", "nein", "ja", "b"), ("nein", "nein", "ja", "b"), ("nein", "nein", "nein", "b")):
            self.assertEqual(self.regeln("EH-04", {"f1": f1, "f2": f2, "f3": f3}), [soll])
        self.assertEqual(self.entscheide("EH-04", {"f1": "ja", "f2": "ja"})["fehlt"], ["f3"])

    def test_eh05_beispiel(self):
        ja = {"x1": "ja", "x2": "ja"}
        zeilen = [("Auental", [3, 3, 2, 2, 1, 4]), ("Erlgrund", [4, 2, 0, 1, 4, 3]), ("Weißtal", [1, 2, 4, 2, 0, 2])]
        r = self.punkte("EH-05", {}, zeilen, {n: ja for n, _ in zeilen})
        self.assertEqual(self.rang(r), [["Auental", 31], ["Erlgrund", 27], ["Weißtal", 23]])
        self.assertEqual(r["ergebnisse"][0]["id"], "gemeinsam")
        self.assertIn("»Auental« hat 31 von 48 Punkten", r["ergebnisse"][0]["grund"])
        ohne = self.punkte("EH-05", {}, zeilen, {"Auental": {"x1": "nein", "x2": "ja"}, "Erlgrund": ja, "Weißtal": ja})
        self.assertEqual((ohne["ergebnisse"][0]["id"], self.rang(ohne)[0][0]), ("reden", "Erlgrund"))
        self.assertEqual(self.punkte("EH-05", {}, zeilen, {n: {"x2": "nein"} for n, _ in zeilen})["ergebnisse"][0]["id"], "allein")

    def test_eh06_beispiel_und_zwingende_fragen(self):
        gut = dict(self.jn("jjjjjjjn", 8), art="programm")
        self.assertEqual(self.regeln("EH-06", gut), ["antrag"])
        for f in ("f1", "f2", "f4"):
            self.assertEqual(self.regeln("EH-06", dict(gut, **{f: "nein"})), ["nicht"])
        self.assertEqual(self.regeln("EH-06", dict(gut, f3="nein", f5="nein")), ["beratung"])
        self.assertEqual(self.regeln("EH-06", dict(gut, f3="nein", f5="nein", f6="nein")), ["nicht"])
        self.assertEqual(self.regeln("EH-06", {"art": "angebot", "f1": "ja", "f3": "ja", "f5": "ja", "f6": "ja", "f2": "nein"}), ["angebot"])
        self.assertEqual(self.regeln("EH-06", {"art": "angebot", "f1": "ja", "f3": "nein", "f5": "ja", "f6": "ja"}), ["zurueck"])

    def test_eh07_beispiel(self):
        boegen = [[3, 2, 3, 3, 3, 3, 1, 2, 3], [2, 2, 3, 1, 2, 2, 0, 1, 2], [3, 3, 3, 4, 3, 4, 1, 2, 3], [2, 1, 3, 3, 2, 3, 1, 2, 3]]
        def mittel(l):
            r = self.entscheide("EH-07", {}, [("Bogen %d" % i, {"s%d" % (j + 1): w for j, w in enumerate(b)}) for i, b in enumerate(l)])
            return r["ergebnisse"][0]["id"], r["groessen"], len(r["hinweise"])
        self.assertEqual(mittel(boegen), ("duerfen", ["2,5", "2,75", "1,75"], 0))
        self.assertEqual(mittel(boegen[:2])[0], "zu_wenige")
        self.assertEqual(mittel([[2] * 9] * 3)[0], "duerfen")
        self.assertEqual(mittel([[4, 4, 4, 2, 2, 2, 4, 4, 4]] * 3)[0], "wollen")
        self.assertEqual(mittel([[3] * 9] * 3)[0], "kein")
        self.assertEqual(mittel([[1] * 9] * 3)[2], 1)

    def test_eh08_beispiele(self):
        basis = {"standorte": "1", "vertraulich": "0.08", "rueckfragen": "0.1", "stunden": "1.25", "verfuegbar": "1.5"}
        self.assertEqual(self.regeln("EH-08", basis), ["zentral", "vor"])
        self.assertEqual(self.regeln("EH-08", dict(basis, standorte="3", bote="nein", vertraulich="0.22", rueckfragen="0.3")), ["dezentral", "nach"])
        self.assertEqual(self.regeln("EH-08", dict(basis, standorte="3", bote="ja", rueckfragen="0.2", stunden="1.6")), ["zentral", "nach_stunden"])
        self.assertEqual(self.regeln("EH-08", dict(basis, vertraulich="0.5")), ["zentral", "vor"])
        self.assertEqual(self.regeln("EH-08", dict(basis, vertraulich="0.51")), ["dezentral", "vor"])

    def test_eh09_beispiele(self):
        def eine(**k):
            r = self.entscheide("EH-09", {"satz": "46"}, [("X", dict({"dauernd": "nein", "abgelaufen": "nein", "minuten": "10", "kosten": "6.9", "offene_faelle": "nein"}, **k))])
            return r["eintraege"][0]["ergebnisse"][0]
        art = lambda **k: eine(**k)["id"]
        self.assertEqual(art(abgelaufen="ja", sperre="nein"), "anbieten")
        self.assertEqual(art(abgelaufen="ja", sperre="ja"), "stehen")
        self.assertEqual(art(restjahre="1.1"), "stehen")
        self.assertEqual(art(dauernd="ja", zugriffe="0.1"), "stichtag")
        self.assertEqual(art(dauernd="ja", zugriffe="0.4"), "bedarf")
        self.assertEqual(art(restjahre="15", zugriffe="1.5"), "voll")
        self.assertEqual(art(restjahre="12", zugriffe="1"), "voll")
        self.assertEqual(art(restjahre="4", zugriffe="0.3"), "bedarf")
        self.assertEqual(art(restjahre="2.1", zugriffe="2", minuten="2", offene_faelle="ja"), "laufend")
        self.assertEqual(art(restjahre="2.1", zugriffe="2", minuten="2"), "bedarf")
        self.assertIn("Nutzen 6,44 € (2 Zugriffe × 2 Minuten ÷ 60 × 46,00 € × 2,1 Jahre)", eine(restjahre="2.1", zugriffe="2", minuten="2")["grund"])
        ohne = self.entscheide("EH-09", {"satz": "46"}, [("X", {}), ("Y", {"abgelaufen": "ja"})])
        self.assertEqual([e["fehlt"] for e in ohne["eintraege"]], ["restjahre", None])

    def test_eh10_beispiel_und_sonderregel(self):
        def alt(w, monate="40"):
            ids = [f["id"] for f in self.d["EH-10"]["fragen"] if f["typ"] == "punkte"]
            return self.entscheide("EH-10", dict(zip(ids, w), vertragsmonate=monate))
        r = alt([2, 2, 3, 3, 3, 4])
        self.assertEqual((r["punkte"], r["hoechst"], r["ergebnisse"][0]["id"]), (34, 52, "ausbauen"))
        self.assertIn("34 von 52 Punkten", r["ergebnisse"][0]["grund"])
        self.assertEqual(alt([4, 4, 4, 4, 0, 4])["ergebnisse"][0]["id"], "wechseln")
        self.assertEqual(len(alt([4, 0, 4, 4, 4, 4], "10")["hinweise"]), len(alt([4, 4, 4, 4, 4, 4])["hinweise"]) + 2)
        self.assertEqual(self.entscheide("EH-10", {"zufriedenheit": 4})["ergebnisse"], [])


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
        self.assertIn("ein Teamwert braucht mindestens 3", p.text(".empfehlung"))
        self.assertNotIn("Mittelwert", p.text(".empfehlung"))

    def test_auf_dem_schirm(self):
        p = self.p
        p.gehe("#entscheiden/EH-09")
        p.waehle("Wird dauernd aufbewahrt?", "nein")
        p.waehle("Ist die Frist abgelaufen", "ja")
        p.waehle("Ist eine Sperre gesetzt", "nein")
        self.assertIn("Nicht scannen – jetzt anbieten", p.text(".empfehlung"))
        self.assertIn("Warum: Frist abgelaufen: ja. Sperre: nein.", p.text(".empfehlung"))
        self.assertNotIn("Restlaufzeit", p.text())
        p.waehle("Ist die Frist abgelaufen", "nein")
        self.assertIn("Es fehlt noch: Restlaufzeit", p.text(".empfehlung"))
        p.schreibe("Stundensatz", "46")
        p.schreibe("Gesparte Minuten", "10")
        p.schreibe("Restlaufzeit", "15")
        p.schreibe("Zugriffe je Akte und Jahr", "1,5")
        p.schreibe("Kosten je Akte", "6,90")
        p.waehle("Gibt es offene Fälle?", "nein")
        self.assertIn("Vollständig", p.text(".empfehlung"))
        self.assertIn("Nutzen 57,50 € (1,5 Zugriffe × 10 Minuten ÷ 60 × 46,00 € × 5 Jahre)", p.text(".empfehlung"))
        p.gehe("#start")
        p.gehe("#entscheiden/EH-09")
        self.assertIn("Vollständig", p.text(".empfehlung"))
        p.klick("Aktenart hinzufügen")
        self.assertIn("Aktenart 2 entfernen", p.text())
        self.assertNotIn("Aktenart 2", p.text(".empfehlung"))

    def test_suche_findet_im_ganzen_text(self):
        p = self.p
        p.gehe("#werkzeuge")
        def namen(wort):
            p.schreibe("Suchen", wort)
            return p.js("return [...document.querySelectorAll('.werkzeugliste a[href^=\"#werkzeug/\"]')].map((a) => a.getAttribute('href').slice(10))")
        kaemmerei = namen("Kämmerei")
        self.assertGreater(len(kaemmerei), 3)
        for wort in ("KÄMMEREI", "kaemmerei", "ka\u0308mmerei"):
            self.assertEqual(namen(wort), kaemmerei, wort)
        self.assertEqual(namen("vertrag")[0], "CL-11")
        self.assertIn("vertrag", p.text(".fundstelle").lower())
        self.assertEqual(set(namen("Schulung Personalrat")), set(namen("personalrat schulung")))
        self.assertEqual(namen("gibtesnichtxyz"), [])
        self.assertEqual(namen("</p"), [])
        p.gehe("#start")
        p.gehe("#werkzeuge")
        self.assertGreater(self.p.js("return document.querySelectorAll('.werkzeugliste li').length"), 60)
