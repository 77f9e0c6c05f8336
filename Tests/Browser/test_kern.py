# SPDX-License-Identifier: Apache-2.0
"""The calculating core: the shared vectors, in node where there is one and in Chromium always, and what must hold for any answers."""
import json
import pathlib
import random
import shutil
import subprocess
import tempfile
import unittest

import browser
import zusammenbau


class Node:
    def lauf(self, ausdruck, werte=None):
        with tempfile.NamedTemporaryFile("w", suffix=".js", encoding="utf-8") as f:
            f.write("const vm=require('vm');const c=vm.createContext({console,TextEncoder,werte:%s,daten:%s});vm.runInContext(%s,c);console.log(vm.runInContext(%s,c));" % (
                json.dumps(werte), json.dumps(browser.daten(), default=str), json.dumps(zusammenbau.skript()), json.dumps("JSON.stringify((() => {%s})())" % ausdruck)))
            f.flush()
            r = subprocess.run(["node", f.name], capture_output=True, text=True)
        if r.returncode:
            raise AssertionError(r.stderr[-2000:])
        return json.loads(r.stdout)


class Chromium:
    def __init__(self):
        self.p = browser.Person()
        self.p.oeffne(browser.seite())

    def lauf(self, ausdruck, werte=None):
        return json.loads(self.p.js("const werte = arguments[0], daten = Zustand.z.daten; return JSON.stringify((() => {%s})())" % ausdruck, werte))

    def zu(self):
        self.p.zu()


class Pruefungen:
    """Run twice: in node and in Chromium."""

    def test_alle_vektoren_stimmen(self):
        r = self.m.lauf("return Vektoren.pruefen(daten)")
        self.assertEqual(r["abweichend"], [])
        self.assertEqual(r["anzahl"], len(browser.daten()["vektoren"]["scoring"]) + len(browser.daten()["vektoren"]["kalkulation"]) + 1)

    def test_gleichstand_wird_gesagt(self):
        vektoren = json.loads((pathlib.Path(__file__).parent / "gleichstand.json").read_text(encoding="utf-8"))
        r = self.m.lauf("return werte.map((v) => Formeln[v.id](v.eingabe))", vektoren)
        for v, x in zip(vektoren, r):
            self.assertEqual(x["ergebnis"], v["ergebnis"], v["name"])
            self.assertEqual(any("gleichauf" in h for h in x.get("hinweise", [])), v["id"] == "KH-08")
        e = next(v["eingabe"] for v in browser.daten()["vektoren"]["kalkulation"] if v["id"] == "KH-01")
        hinweise = self.m.lauf("return ['0.5', '0.7', '0.8', '1'].map((r) => Formeln['KH-01']({...werte, realisierung: r}).hinweise.length)", e)
        self.assertEqual(hinweise, [0, 0, 1, 1])

    def test_jeder_vektor_kann_scheitern(self):
        r = self.m.lauf("""
            const d = JSON.parse(JSON.stringify(daten));
            const stoeren = (x) => typeof x === 'number' ? x + 1 : typeof x === 'string' ? x + 'x' : x === null ? 1 : typeof x === 'boolean' ? !x
              : Array.isArray(x) ? (x.length ? [stoeren(x[0])].concat(x.slice(1)) : [1]) : Object.keys(x).length ? {...x, [Object.keys(x)[0]]: stoeren(x[Object.keys(x)[0]])} : {a: 1};
            for (const g of ['scoring', 'kalkulation']) for (const v of d.vektoren[g]) v.ergebnis = stoeren(v.ergebnis);
            const r = Vektoren.pruefen(d);
            return [r.abweichend.length, d.vektoren.scoring.length + d.vektoren.kalkulation.length]""")
        self.assertEqual(r[0], r[1])

    def test_fehlende_vektoren_sind_kein_erfolg(self):
        self.assertEqual(self.m.lauf("return Vektoren.pruefen({katalog: daten.katalog, vektoren: {}}).anzahl"), 0)

    def test_deutsche_zahlen(self):
        gut = {"12": "12", "12,5": "12.5", "1.250": "1250", "1 250": "1250", "1\u00a0250,50": "1250.5", "1.250,5": "1250.5", "1.234.567": "1234567", "−3": "-3", "007": "7", "50 %": "50", "12,50 €": "12.5", "0,05": "0.05", "-0": "0"}
        fragen = {"1.5": ["1.5", "1500"], "12.50": ["12.5", "12500"], "0.5": ["0.5"], "1,250.5": ["1250.5"], "1.2345": ["1.2345", "12345"], "0.123": ["0.123"]}
        schlecht = ["zwölf", "1,2,3", "1.25.3", "--3", "1e5", "12 3", "0x10", "1'250", "∞", "1" * 31, "1.2.3,4"]
        r = self.m.lauf("return werte.map((t) => Zahl.lesen(t, {}))", list(gut) + list(fragen) + schlecht)
        for (t, soll), ist in zip(gut.items(), r):
            self.assertEqual(ist, {"wert": soll}, t)
        for (t, soll), ist in zip(fragen.items(), r[len(gut):]):
            self.assertEqual(ist.get("vorschlaege"), soll, t)
            self.assertIn("nicht eindeutig", ist["frage"])
        for t, ist in zip(schlecht, r[len(gut) + len(fragen):]):
            self.assertIn("fehler", ist, t)
        self.assertEqual(self.m.lauf("return Zahl.lesen('1.250', {min: 0, max: 100})")["vorschlaege"], ["1.25", "1250"])
        self.assertIn("fehler", self.m.lauf("return Zahl.lesen('101', {min: 0, max: 100})"))
        self.assertIn("fehler", self.m.lauf("return Zahl.lesen('1,5', {ganz: true})"))
        self.assertEqual(self.m.lauf("return Zahl.lesen('  ', {})"), {"leer": True})

    def test_anzeige(self):
        self.assertEqual(self.m.lauf("return [Zahl.bruch('1250', 2), Zahl.prozent(750), Zahl.prozent(null), Zahl.prozent(-51), Zahl.knapp('1234567.50', 4), Kalendertag.zeigen('2027-01-14'), Zahl.bruch('-0.005', 2)]"),
                         ["1.250,00", "75,0 %", "–", "−5,1 %", "1.234.567,5", "14.01.2027", "−0,01"])

    def test_kalender(self):
        self.assertEqual(self.m.lauf("return [Kalendertag.plus('2024-02-28', 1), Kalendertag.plus('2023-02-28', 1), Kalendertag.plus('1999-12-31', 1), Kalendertag.plus('0099-12-31', 1), Kalendertag.teile('2023-02-29'), Kalendertag.teile('2024-13-01'), Kalendertag.lesen('14.1.2027')]"),
                         ["2024-02-29", "2023-03-01", "2000-01-01", "0100-01-01", None, None, "2027-01-14"])

    def zufall(self, n, keim):
        z = random.Random(keim)
        dims = ["STR", "ORG", "MEN", "FIN"]
        fragen = [{"id": "f%d" % i, "w": z.randint(1, 3), "dim": z.choice(dims), "phase": 0, "ko": z.random() < .3, "ko_min": z.choice([5000, 7500, 10000])} for i in range(n)]
        antworten = {f["id"]: z.choice([0, 2500, 5000, 7500, 10000, 3334, "nz", "wn"]) for f in fragen if z.random() < .9}
        return fragen, antworten

    def test_eigenschaften_der_wertung(self):
        faelle = [self.zufall(n, keim) for keim in range(60) for n in (1, 5, 17)]
        r = self.m.lauf("""
            const s = daten.katalog.schwellen, aus = [];
            const ganz = (f, a) => Punkte.phase(s, f, a);
            werte.forEach(([f, a], nr) => {
              const p = ganz(f, a), t = Vektoren.form;
              const sag = (was, ok) => { if (!ok) aus.push(was + ' ' + nr); };
              sag('Reihenfolge', t(ganz([...f].reverse(), a)) === t(p));
              const mal = ganz(f.map((x) => ({...x, w: x.w * 7})), a);
              sag('Gewichte', mal.ist === p.ist && mal.min === p.min && mal.max === p.max && mal.status === p.status);
              if (p.min !== null) sag('min<=max', p.min <= p.max && (p.ist === null || (p.min <= p.ist && p.ist <= p.max)));
              const mehr = ganz(f.concat({id: 'neu', w: 3, dim: 'STR'}), a);
              if (p.min !== null) sag('offen hebt min nie', mehr.min <= p.min);
              for (const k of f.filter((x) => x.ko)) sag('K.-o.', ganz(f, {...a, [k.id]: 0}).status !== 'bestanden');
              const z = Vergleich.zeit(s, Object.fromEntries(f.map((x) => [x.id, x.w])), a, a);
              sag('Selbstvergleich', (z.delta === 0 || z.delta === null) && !z.besser.length && !z.schlechter.length);
              for (const x of f) sag('eine Person', Stimmen.zusammen(s, [Punkte.antwort(a, x.id)], x.ko, null).wert === Punkte.antwort(a, x.id));
            });
            return aus""", faelle)
        self.assertEqual(r, [])

    def test_eine_bestandene_phase_gibt_es_und_sie_faellt(self):
        r = self.m.lauf("""const f = [{id: 'a', w: 3, dim: 'STR', ko: true, ko_min: 10000}, {id: 'b', w: 2, dim: 'STR'}]; const s = daten.katalog.schwellen;
            return [{a: 10000, b: 10000}, {a: 5000, b: 10000}, {a: 10000}, {}, {a: 'nz', b: 'nz'}, {a: 10000, b: 0}].map((x) => Punkte.phase(s, f, x).status)""")
        self.assertEqual(r, ["bestanden", "teilweise", "teilweise", "nicht_bewertet", "entfaellt", "teilweise"])

    def test_zusammenfuehren_haengt_nicht_an_der_reihenfolge(self):
        z = random.Random(5)
        fragen = browser.fragen()
        akten = []
        for i, rolle in enumerate(["leitung", "it", "leitung", "sachbearbeitung", "archiv"]):
            akten.append(browser.akte(person={"rolle": rolle, "kuerzel": "K%d" % i}, standort=i % 2, kommune="Ort %d" % (i % 2),
                                      antworten={f["id"]: browser.hoechste(f, z.random()) for f in fragen if z.random() < .8},
                                      festlegungen={fragen[0]["id"]: {"wert": 1 + i % 3, "wer": "Runde", "am": "2027-02-0%d" % (1 + i % 2), "grund": "x"}}))
        r = self.m.lauf("""
            const k = daten.katalog, l = werte.map((x) => Antwortdatei.lesen(k, JSON.stringify(x)).akte);
            const text = (x) => Antwortdatei.schreiben(Zusammenfuehrung.mischen(k, null, x, '2027-02-10').akte);
            const alle = text(l);
            const paar = Zusammenfuehrung.mischen(k, null, l.slice(0, 2), '2027-02-10').akte, rest = Zusammenfuehrung.mischen(k, null, l.slice(2), '2027-02-10').akte;
            const wieder = Antwortdatei.lesen(k, alle).akte;
            return [alle === text([...l].reverse()), alle === text([l[3], l[0], l[4], l[2], l[1]]), Antwortdatei.schreiben({...Zusammenfuehrung.mischen(k, null, [rest, paar], '2027-02-10').akte, kommune: '', standort: 0}) === Antwortdatei.schreiben({...l && Zusammenfuehrung.mischen(k, null, l, '2027-02-10').akte, kommune: '', standort: 0}),
              Antwortdatei.schreiben(wieder) === alle, wieder.stimmen.length, text([...l, ...l]) === alle]""", akten)
        self.assertEqual(r[:2] + r[3:], [True, True, True, 5, True])
        self.assertTrue(r[2], "in zwei Schritten zusammengeführt sieht anders aus")

    def test_aeltere_fassung_derselben_person_weicht(self):
        alt = browser.akte(antworten={"P0-STR-01": {"wert": 0}})
        neu = browser.akte(antworten={"P0-STR-01": {"wert": 4}}, geaendert="2027-01-20")
        r = self.m.lauf("const m = Zusammenfuehrung.mischen(daten.katalog, null, werte.map((x) => Antwortdatei.lesen(daten.katalog, JSON.stringify(x)).akte), '2027-02-01'); return [m.akte.stimmen.length, m.akte.stimmen[0].antworten['P0-STR-01'].wert, m.hinweise]", [neu, alt])
        self.assertEqual(r[:2], [1, 4])
        self.assertIn("zwei Fassungen", r[2][0])

    def test_eine_andere_fassung_der_frage_zaehlt_als_offen(self):
        a = browser.akte(antworten={"P0-STR-02": {"wert": 1, "rev": 99}, "P0-STR-01": {"wert": 3, "rev": 1}, "P0-STR-03": {"wert": 1, "rev": None}, "P0-ORG-01": {"wert": 1, "rev": "x"}},
                         festlegungen={"P0-FIN-01": {"wert": 1, "wer": "R", "am": "2027-02-01", "grund": "x", "rev": 99}})
        r = self.m.lauf("const l = Antwortdatei.lesen(daten.katalog, JSON.stringify(werte)), e = Auswertung.rechnen(daten.katalog, l.akte); return [l.hinweise, e.veraltet.map((f) => f.id), ['P0-STR-02', 'P0-STR-01', 'P0-STR-03', 'P0-ORG-01', 'P0-FIN-01'].map((id) => e.werte.antworten[id]), Auswertung.vergleichen(daten.katalog, l.akte, {...l.akte, antworten: {'P0-STR-02': {wert: 1, rev: 1}}}).neuBeantwortet]", a)
        self.assertTrue(any("P0-STR-02" in h and "bitte neu beantworten" in h for h in r[0]), r[0])
        self.assertTrue(any("P0-FIN-01" in h and "neu festlegen" in h for h in r[0]), r[0])
        self.assertEqual(r[1], ["P0-STR-02"])
        self.assertEqual(r[2][0], "wn")
        self.assertEqual(r[2][1], 7500)
        self.assertEqual(r[2][3:], ["wn", "wn"])
        self.assertNotEqual(r[2][2], "wn")
        self.assertEqual(r[3], [])

    def test_personen_und_verwaltungen_beim_zusammenfuehren(self):
        mische = "const m = Zusammenfuehrung.mischen(daten.katalog, null, werte.map((x) => Antwortdatei.lesen(daten.katalog, JSON.stringify(x)).akte), '2027-02-01'); return [m.akte.stimmen.length, m.akte.stimmen[0].antworten['P0-STR-02'].wert, m.hinweise]"

        def a(kuerzel, wert, geaendert="2027-01-15", **k):
            return browser.akte(person={"rolle": "leitung", "kuerzel": kuerzel}, antworten={"P0-STR-02": {"wert": wert}}, geaendert=geaendert, **k)
        for x, y, stimmen in (("", "", 2), (" ", "", 2), ("AB", " AB ", 1), ("AB", "CD", 2)):
            for l in ([a(x, 1), a(y, 0, "2027-01-16")], [a(y, 0, "2027-01-16"), a(x, 1)]):
                r = self.m.lauf(mische, l)
                self.assertEqual(r[0], stimmen, (x, y))
                self.assertEqual(any("kein Kürzel" in h for h in r[2]), stimmen == 2 and not x.strip())
                if stimmen == 1:
                    self.assertEqual(r[1], 0)
                    self.assertIn("Verschieden beantwortet: P0-STR-02.", r[2][0])
                    self.assertIn("Sind es zwei Personen", r[2][0])
        r = self.m.lauf(mische, [a("AB", 1, kommune="Lindenbach"), a("CD", 1, kommune="Weißtal", groessenklasse="mittel")])
        self.assertIn("verschiedene Verwaltungen: „Lindenbach“, „Weißtal“", r[2][0])
        self.assertTrue(any("verschiedenen Größenklassen" in h for h in r[2]), r[2])
        w = self.m.lauf("return [[0, 1], [1, 0]].map(([i, j]) => Auswertung.vergleichen(daten.katalog, werte[i], werte[j]).warnungen)",
                        [a("AB", 1), a("AB", 1, "2027-06-01", kommune="Weißtal", groessenklasse="mittel")])
        self.assertEqual([len(x) for x in w], [2, 3])
        self.assertIn("vertauscht", w[1][2])

    def test_woerter_fuer_zahlen(self):
        self.assertEqual(self.m.lauf("return [Worte.zahlwort(1, 'Datei ist', 'Dateien sind', 'e'), Worte.zahlwort(0, 'Person', 'Personen', 'e'), Worte.zahlwort(1, 'Punkt', 'Punkte'), Worte.zahlwort(2, 'Frage', 'Fragen', 'e'), Worte.zahlwort(1, 'Person', 'Personen', 'er'), Worte.mal(1, 'Antwort', 'Antworten'), Worte.mal(2, 'Antwort', 'Antworten')]"),
                         ["eine Datei ist", "keine Person", "ein Punkt", "zwei Fragen", "einer Person", "1 Antwort", "2 Antworten"])

    def test_groessenklassen(self):
        faelle = [({"SD-01": "gemeinde", "SD-03": 25}, "klein"), ({"SD-01": "gemeinde", "SD-03": 26}, "mittel"), ({"SD-01": "stadt", "SD-03": 150}, "mittel"), ({"SD-01": "stadt", "SD-03": 151}, "gross"),
                  ({"SD-01": "landkreis", "SD-03": 15}, "landkreis"), ({"SD-01": "kreisfreie_stadt", "SD-03": 20}, "gross"), ({"SD-02": 5000}, "klein"), ({"SD-02": 5001}, "mittel"), ({"SD-02": 20001}, "gross"), ({"SD-02": 30000, "SD-03": 10}, "klein"), ({}, None)]
        r = self.m.lauf("return werte.map((s) => { const g = Katalog.groessenklasse(daten.katalog, s); return g ? g.id : null; })", [f[0] for f in faelle])
        self.assertEqual(r, [f[1] for f in faelle])

    def test_fragenzahlen_des_modells(self):
        r = self.m.lauf("""const zahl = (gk, umfang, standort) => Katalog.fragen(daten.katalog, {gk, umfang, standort, stammdaten: {'SD-07': 'ja', 'SD-08': 'ja'}}).length;
            return [zahl('klein', 'voll', 0), zahl('mittel', 'voll', 0), zahl('gross', 'voll', 0), zahl('landkreis', 'voll', 0), zahl('mittel', 'kurz', 0), zahl('klein', 'kurz', 3)]""")
        self.assertEqual(r, [103, 128, 130, 130, 31, 30])

    def test_plausibilitaet(self):
        r = self.m.lauf("""const h = (s, a) => Katalog.hinweise(daten.katalog, s, a).length; return [h(5, {'P4-ORG-02': 7999}), h(5, {'P4-ORG-02': 8000}), h(4, {'P4-ORG-02': 0}), h(5, {}), h(0, {'P0-STR-02': 0, 'P1-STR-01': 10000}), h(5, {'P4-ORG-02': 'wn'})]""")
        self.assertEqual(r, [1, 0, 0, 0, 1, 0])

    def test_feindliche_antwortdateien(self):
        gut = browser.akte()
        faelle = {
            "leer": "", "kein JSON": "hallo", "Liste": "[]", "null": "null", "falsches Format": json.dumps(dict(gut, format="x")), "andere Version": json.dumps(dict(gut, version=2)),
            "anderer Katalog": json.dumps(dict(gut, katalog={"id": "fremd", "version": "1"})), "Antworten als Liste": json.dumps(dict(gut, antworten=[1])), "tief": "[" * 100000, "tief2": json.dumps(gut)[:-1] + ',"x":' + '{"a":' * 60 + "1" + "}" * 60 + "}",
            "html ohne Antworten": "<!DOCTYPE html><html></html>", "Zahl": "1e999", "nur BOM": "\ufeff",
        }
        r = self.m.lauf("return werte.map((t) => Antwortdatei.lesen(daten.katalog, t))", list(faelle.values()))
        for name, x in zip(faelle, r):
            self.assertIn("fehler", x, name)
            self.assertTrue(x["fehler"].endswith("."), name)
        self.assertIn("anderen Fragenkatalog", r[list(faelle).index("anderer Katalog")]["fehler"])

    def test_falsche_werte_gehen_nicht_verloren(self):
        roh = browser.akte(antworten={"P0-STR-01": {"wert": 7}, "P0-STR-02": {"wert": "1"}, "P0-STR-03": {"wert": True}, "P0-STR-04": "ja", "P0-STR-05": {"nz": True, "grund": "x"}, "P9-XXX-01": {"wert": 1}, "P0-ORG-01": {"wert": 1, "wn": True},
                                      "P0-ORG-02": {"wert": 3, "bemerkung": 5}, "P1-AKT-02": {"zahl": "viel"}, "P0-MEN-01": {"wert": 2, "eigenes": {"a": 1}}},
                           standort="x", stammdaten={"SD-03": "15", "SD-01": ["x"]}, fremd={"b": 2}, festlegungen={"P0-STR-01": {"wert": 99}})
        text = json.dumps(roh).replace('"fremd"', '"__proto__": {"boese": 1}, "fremd"')
        r = self.m.lauf("const l = Antwortdatei.lesen(daten.katalog, werte); return {h: l.hinweise, t: Antwortdatei.schreiben(l.akte), rein: ({}).boese === undefined, wieder: Antwortdatei.schreiben(Antwortdatei.lesen(daten.katalog, Antwortdatei.schreiben(l.akte)).akte)}", text)
        d = json.loads(r["t"])
        self.assertEqual(sorted(d["antworten"]), ["P0-MEN-01", "P9-XXX-01"])
        self.assertEqual(d["antworten"]["P0-MEN-01"]["eigenes"], {"a": 1})
        self.assertEqual(d["fremd"], {"b": 2})
        self.assertEqual(d["nicht_uebernommen"]["P0-STR-01"], {"wert": 7})
        self.assertEqual(len([k for k in d["nicht_uebernommen"] if k.startswith("P")]), 8)
        self.assertEqual(d["nicht_uebernommen"]["festlegung:P0-STR-01"], {"wert": 99})
        self.assertTrue(r["rein"])
        self.assertEqual(r["wieder"], r["t"])
        self.assertTrue(any("P9-XXX-01" in h for h in r["h"]))
        self.assertTrue(any(h.startswith("P0-STR-01: Wert 7") for h in r["h"]))

    def test_unlesbare_angaben_bleiben_in_der_datei(self):
        roh = browser.akte(person={"rolle": "kaiser", "kuerzel": 5}, kommune=["x"], begonnen="gestern", umfang="riesig", groessenklasse="winzig", massnahmen="nichts", rechnungen={"KH-01": 5, "KH-02": {"eingabe": {}}}, geltungsbereich=7)
        r = self.m.lauf("const l = Antwortdatei.lesen(daten.katalog, JSON.stringify(werte)); return [JSON.parse(Antwortdatei.schreiben(l.akte)), l.hinweise, Antwortdatei.schreiben(Antwortdatei.lesen(daten.katalog, Antwortdatei.schreiben(l.akte)).akte) === Antwortdatei.schreiben(l.akte)]", roh)
        d = r[0]["nicht_uebernommen"]
        for k in ("person", "kommune", "begonnen", "umfang", "groessenklasse", "massnahmen", "rechnungen", "geltungsbereich"):
            self.assertEqual(d[k], roh[k], k)
        self.assertEqual(len(r[1]), 8)
        self.assertTrue(r[2])
        gut = self.m.lauf("const l = Antwortdatei.lesen(daten.katalog, JSON.stringify(werte)); return [l.hinweise, 'nicht_uebernommen' in l.akte]", browser.akte(person={"rolle": "it"}))
        self.assertEqual(gut, [[], False])

    def test_beschaedigte_beteiligte_werden_aufgehoben(self):
        eine = {"format": "diva-antworten", "version": 1, "katalog": browser.akte()["katalog"], "person": {"rolle": "it", "kuerzel": "x"}, "begonnen": "2027-01-01", "geaendert": "2027-01-01", "antworten": {"P0-STR-01": {"wert": 9}, "P0-STR-02": {"wert": 1}}}
        r = self.m.lauf("return werte.map((x) => { const l = Antwortdatei.lesen(daten.katalog, JSON.stringify(x)); return l.fehler || JSON.parse(Antwortdatei.schreiben(l.akte)); })", [browser.akte(stimmen=[eine, 5, None]), browser.akte(stimmen=[eine] * 201), browser.akte(stimmen="x")])
        self.assertEqual(r[0]["nicht_uebernommen"]["stimmen"], [5, None])
        self.assertEqual(r[0]["stimmen"][0]["nicht_uebernommen"], {"P0-STR-01": {"wert": 9}})
        self.assertIn("mehr als 200", r[1])
        self.assertEqual(r[2]["nicht_uebernommen"]["stimmen"], "x")
        self.assertNotIn("stimmen", r[2])

    def test_grund_ist_pflicht(self):
        f = next(f for f in browser.fragen((0, 1), "mittel") if f.get("nz"))
        r = self.m.lauf("return werte[0].map((a) => Auswertung.punktwert(daten.katalog, werte[1], a))", [[{"nz": True, "grund": "weil"}, {"nz": True}, {"nz": True, "grund": "  "}, None, {"wn": True}], f])
        self.assertEqual(r, ["nz", "wn", "wn", "wn", "wn"])
        h = self.m.lauf("return Antwortdatei.lesen(daten.katalog, JSON.stringify(werte)).hinweise", browser.akte(antworten={f["id"]: {"nz": True}}))
        self.assertIn("ohne Grund", h[0])

    def test_antwort_auf_eine_andere_fassung_der_frage_ist_offen(self):
        f = browser.fragen()[0]
        r = self.m.lauf("return werte[0].map((a) => Auswertung.punktwert(daten.katalog, werte[1], a))", [[{"wert": 4}, {"wert": 4, "rev": f["rev"]}, {"wert": 4, "rev": f["rev"] + 1}], f])
        self.assertEqual(r, [10000, 10000, "wn"])

    def test_schreiben_ist_geordnet_und_stabil(self):
        r = self.m.lauf("return Antwortdatei.schreiben(Antwortdatei.lesen(daten.katalog, JSON.stringify(werte)).akte)", browser.akte(antworten={"P0-STR-02": {"wert": 1}, "P0-STR-01": {"wert": 3}}))
        self.assertTrue(r.endswith("}\n"))
        self.assertEqual(r, json.dumps(json.loads(r), indent=2, sort_keys=True, ensure_ascii=False) + "\n")

    def test_tabellen_fuehren_nichts_aus(self):
        r = self.m.lauf("return Ablage.csv([['=1+1', '+a', '-a', '@a', 'a;b', 'a\"b', 'a\\nb', null, '\\tx', 5]])")
        self.assertEqual(r, "\ufeff'=1+1;'+a;'-a;'@a;\"a;b\";\"a\"\"b\";\"a\nb\";;'\tx;5\r\n")

    def test_viele_fehler_werden_gezaehlt(self):
        voll = {"format": "diva-antworten", "version": 1, "katalog": {"id": "diva-phasenmodell", "version": "0.1.0"}, "antworten": {},
                "massnahmen": {"M%d" % i: {"bis": "31.2.2027"} for i in range(20000)}}
        h, da = self.m.lauf("const r = Antwortdatei.lesen(daten.katalog, JSON.stringify(werte)); return [r.hinweise, Object.keys(r.akte.massnahmen).length]", voll)
        self.assertEqual((len(h), da), (51, 20000))
        self.assertIn("„Bis wann?“ ist nicht lesbar (31.2.2027)", h[0])
        self.assertEqual(h[-1], "Dazu kommen 19.950 weitere Hinweise zu dieser Datei.")

    def test_dieselbe_person_am_selben_tag_ist_ein_streit(self):
        def einer(wert, tag="2027-01-15", **mehr):
            return dict({"format": "diva-antworten", "version": 1, "katalog": {"id": "diva-phasenmodell", "version": "0.1.0"}, "person": {"rolle": "it", "kuerzel": "AB"},
                         "begonnen": "2027-01-14", "geaendert": tag, "antworten": {"P0-STR-01": {"wert": wert}}}, **mehr)
        mischen = "const m = Zusammenfuehrung.mischen(daten.katalog, null, werte.map((x) => Antwortdatei.lesen(daten.katalog, JSON.stringify(x)).akte), '2027-02-01'); return m.hinweise"
        for l in ([einer(1), einer(4)], [einer(4), einer(1)]):
            self.assertTrue(any("Welche gilt, ist nicht zu erkennen" in x and "P0-STR-01" in x for x in self.m.lauf(mischen, l)))
        self.assertTrue(any("Es gilt nur die neuere vom 16.01.2027" in x for x in self.m.lauf(mischen, [einer(1), einer(4, "2027-01-16")])))
        self.assertFalse(any("zwei Fassungen" in x for x in self.m.lauf(mischen, [einer(1), einer(1)])))
        verschieden = [einer(1, massnahmen={"P0-STR-02": {"bis": t}}, person={"rolle": "it", "kuerzel": k}) for k, t in (("A", "2027-03-01"), ("B", "2027-04-01"))]
        self.assertTrue(any("Zur Maßnahme P0-STR-02" in x for x in self.m.lauf(mischen, verschieden)))

    def test_drei_schaetzungen_in_falscher_folge(self):
        b = {"name": "A", "lfm": "1", "blatt_je_meter": {"min": 9000, "typ": 6000, "max": 7500}, "beidseitig": "0", "anteil_scan": "1"}
        versuch = "try { Formeln['KH-04']({bestaende: werte}); return null; } catch (f) { return f.message; }"
        self.assertIn("Mindestwert ≤ typisch ≤ Höchstwert", self.m.lauf(versuch, [b]))
        gut = dict(b, blatt_je_meter={"min": 5000, "typ": 6000, "max": 7500})
        self.assertIn("zweimal", self.m.lauf(versuch, [gut, gut]))
        self.assertIsNone(self.m.lauf(versuch, [gut, dict(gut, name="B")]))

    def test_rechner_mit_unmoeglichen_zahlen(self):
        r = self.m.lauf("""return werte.map(([id, e]) => { try { return Formeln[id](e).ergebnis; } catch (f) { return f instanceof RangeError ? 'gemeldet' : 'Absturz ' + f; } })""", [
            ["KH-02", {"einmalig": {}, "jaehrlich": {}, "steigerung": "0", "jahre": 5, "ap": "0"}], ["KH-07", {"blatt": "1", "akten": "0", "vorber_min_100": "1", "blatt_h": "1", "pruef_anteil": "0", "pruef_sek": "0", "index_min_akte": "0", "ruest": "0", "satz": "1", "ext_blatt": "1", "ext_akte": "1", "ext_fix": "0"}],
            ["KH-08", {"angebote": [], "mindestpunkte": "0", "schwankung": "0"}], ["KH-12", {"grundgesamtheit": "10", "fehler": "0"}]])
        self.assertEqual(r[0], "gemeldet")
        self.assertEqual(r[1], "gemeldet")
        self.assertEqual(r[2]["einfach"], None)
        self.assertEqual(r[3], "gemeldet")


@unittest.skipUnless(shutil.which("node"), "node fehlt; dieselben Prüfungen laufen in Chromium")
class KernInNode(Pruefungen, unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.m = Node()


class KernInChromium(Pruefungen, unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.m = Chromium()

    @classmethod
    def tearDownClass(cls):
        cls.m.zu()
