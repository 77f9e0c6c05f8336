# SPDX-License-Identifier: Apache-2.0
"""The page and the program `diva` come to the same numbers, and read each other's files. Needs DIVA_PROGRAMM."""
import json
import os
import pathlib
import random
import subprocess
import tempfile
import unittest

import browser
from test_kern import Chromium

PROGRAMM = os.environ.get("DIVA_PROGRAMM", "")
LAGEN = [("klein", {"SD-01": "gemeinde", "SD-03": 15, "SD-07": "ja"}), ("mittel", {"SD-01": "stadt", "SD-03": 120, "SD-07": "ja", "SD-08": "ja"}), ("landkreis", {"SD-01": "landkreis", "SD-07": "nein"})]
ERGEBNIS = """return werte.map((t) => { const a = Antwortdatei.lesen(daten.katalog, t).akte, e = Auswertung.rechnen(daten.katalog, a);
  return {stand: [e.stand.abgesichert, e.stand.nachholbedarf, e.stand.arbeitsphase], phasen: [...e.phasen].filter(([, p]) => p.anzahl).map(([nr, p]) => [nr, p.status, p.ist, p.min, p.max, p.vollstaendigkeit]),
    massnahmen: e.massnahmen.map((m) => [m.id, m.klasse, m.punkte, m.art]), aussagekraft: e.aussagekraft.stufe, belegquote: e.aussagekraft.belegquote, einigkeit: e.einigkeit, gespraech: e.gespraech.map((f) => f.id), hinweise: e.hinweise.length}; })"""


def kann_reifegrad():
    return bool(PROGRAMM) and subprocess.run([PROGRAMM, "reifegrad", "--help"], capture_output=True).returncode == 0


@unittest.skipUnless(kann_reifegrad(), "Gegenprobe: DIVA_PROGRAMM fehlt oder kennt »reifegrad« nicht")
class Gegenprobe(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.m = Chromium()
        cls.z = random.Random(7)

    @classmethod
    def tearDownClass(cls):
        cls.m.zu()

    def zufall(self, i, rolle, kuerzel, umfang=None):
        k = browser.daten()["katalog"]
        z, a = self.z, {}
        for f in k["fragen"]:
            r = z.random()
            if r < .12:
                continue
            if r < .2:
                a[f["id"]] = {"wn": True}
            elif r < .25 and f.get("nz"):
                a[f["id"]] = {"nz": True, "grund": "weil"}
            elif f["skala"] == "zahl":
                a[f["id"]] = {"zahl": z.choice(["0", "33.335", "87.5", "120", "50"])}
            else:
                stufen = k["skalen"][f["skala"]]["stufen"]
                a[f["id"]] = {"wert": stufen[min(len(stufen) - 1, int(z.random() ** .4 * len(stufen)))]["wert"]}
            if z.random() < .3:
                a[f["id"]]["beleg"] = "Vermerk"
        gk, sd = LAGEN[i % 3]
        return browser.akte(groessenklasse=gk, standort=i % 7, stammdaten=sd, person={"rolle": rolle, "kuerzel": kuerzel}, antworten=a, umfang=umfang or z.choice(["standort", "voll"]))

    def programm(self, *teile):
        r = subprocess.run([PROGRAMM, "reifegrad", *map(str, teile)], capture_output=True, text=True)
        return r.stdout

    def auswerten(self, datei):
        s = json.loads(self.programm("auswerten", datei, "--json"))
        return {"stand": [s["abgesichert"], s["nachholbedarf"], s["arbeitsphase"]],
                "phasen": [[p["phase"], p["status"]] + [p["werte"][w] for w in ("ist", "min", "max", "vollstaendigkeit")] for p in s["phasen"] if p["werte"]["fragen"]],
                "massnahmen": [[m.get("frage", m.get("id")), m["klasse"], m["punkte"], m["art"]] for m in s["massnahmen"]], "aussagekraft": s["aussagekraft"], "belegquote": s["belegquote"],
                "einigkeit": s["einigkeitsquote"], "gespraech": [x.get("frage") if isinstance(x, dict) else x for x in s["gespraech"]], "hinweise": len(s["hinweise"])}

    def test_dieselben_zahlen(self):
        texte = [json.dumps(self.zufall(i, "it", "K")) for i in range(7)]
        # The Kurzcheck spans all phases, from every position, alone and merged.
        texte += [json.dumps(self.zufall(i, "it", "K", "kurz")) for i in range(7)]
        texte.append(self.m.lauf("return Antwortdatei.schreiben(Zusammenfuehrung.mischen(daten.katalog, null, werte.map((x) => Antwortdatei.lesen(daten.katalog, JSON.stringify(x)).akte), '2027-02-01').akte)",
                                 [self.zufall(1, r, "Z%d" % n, "kurz") for n, r in enumerate(["leitung", "it"])]))
        for i in range(7):
            leute = [self.zufall(i, r, "K%d" % n) for n, r in enumerate(["leitung", "it", "sachbearbeitung"][:2 + i % 2])]
            leute[0]["festlegungen"] = {"P0-STR-02": {"wert": 1, "wer": "Runde", "am": "2027-02-01", "grund": "Beschluss gefunden"}}
            texte.append(self.m.lauf("return Antwortdatei.schreiben(Zusammenfuehrung.mischen(daten.katalog, null, werte.map((x) => Antwortdatei.lesen(daten.katalog, JSON.stringify(x)).akte), '2027-02-01').akte)", leute))
        hier = self.m.lauf(ERGEBNIS, texte)
        with tempfile.TemporaryDirectory() as ordner:
            for i, (text, soll) in enumerate(zip(texte, hier)):
                ort = pathlib.Path(ordner) / ("f%d.diva.json" % i)
                ort.write_text(text, encoding="utf-8")
                self.assertEqual(self.auswerten(ort), soll, i)

    def test_die_seite_liest_was_das_programm_zusammenfuehrt(self):
        leute = [self.zufall(1, r, "K%d" % n) for n, r in enumerate(["leitung", "it", "archiv"])]
        with tempfile.TemporaryDirectory() as ordner:
            dateien = []
            for i, a in enumerate(leute):
                dateien.append(pathlib.Path(ordner) / ("p%d.diva.json" % i))
                dateien[-1].write_text(json.dumps(a), encoding="utf-8")
            ziel = pathlib.Path(ordner) / "gesamt.diva.json"
            self.programm("zusammenfuehren", *dateien, "--nach", ziel)
            gesamt = ziel.read_text(encoding="utf-8")
            self.assertEqual(len(json.loads(gesamt)["stimmen"]), 3)
            hinweise = self.m.lauf("return Antwortdatei.lesen(daten.katalog, werte).hinweise", gesamt)
            self.assertEqual(hinweise, [])
            eigene = self.m.lauf("return Antwortdatei.schreiben(Zusammenfuehrung.mischen(daten.katalog, null, werte.map((x) => Antwortdatei.lesen(daten.katalog, JSON.stringify(x)).akte), '2027-02-01').akte)", leute)
            von_diva, von_hier = self.m.lauf(ERGEBNIS, [gesamt, eigene])
            self.assertEqual(von_diva, von_hier)
            self.assertEqual(von_diva, self.auswerten(ziel))

    def entscheide(self, *teile):
        return json.loads(subprocess.run([PROGRAMM, "entscheide", *teile, "--json"], capture_output=True, text=True).stdout)

    def test_dieselben_empfehlungen(self):
        """The aids that follow rules give the same recommendation in the page and in the program: both have data of their own."""
        z, faelle = random.Random(11), []
        for eh, n in (("EH-01", 12), ("EH-04", 3), ("EH-06", 8)):
            for _ in range(40 if n > 3 else 8):
                faelle.append((eh, {"f%d" % i: z.choice(["ja", "nein"]) for i in range(1, n + 1)}))
                if eh == "EH-06":
                    faelle[-1][1]["was"] = z.choice(["programm", "programm", "angebot"])
                    if z.random() < .6:
                        faelle[-1][1].update(f1="ja", f2="ja", f4="ja")
        for _ in range(60):
            orte = z.choice([1, 1, 2, 5])
            a = {"standorte": str(orte), "vertraulich": z.choice(["0.08", "0.5", "0.51", "0.9"]), "rueckfragen": z.choice(["0", "0.2", "0.21", "0.4"]),
                 "stunden": z.choice(["1.25", "1.5", "4"]), "verfuegbar": z.choice(["1.25", "1.5", "2"])}
            if orte > 1:
                a["bote"] = z.choice(["ja", "nein"])
            faelle.append(("EH-08", a))
        hier = self.m.lauf("return werte.map(([eh, a]) => Entscheidung.regeln(daten.entscheider[eh], a).ergebnisse.map((e) => e.id))", faelle)
        verschieden = set()
        for (eh, a), seite in zip(faelle, hier):
            worte = ["%s=%s" % ("art" if k == "was" else k, w.replace(".", ",")) for k, w in a.items()]
            dort = [e["empfehlung"] for e in self.entscheide(eh, *worte)["ergebnisse"]]
            self.assertEqual([e.lower() for e in seite], dort, (eh, a))
            verschieden.add((eh, tuple(dort)))
        self.assertGreater(len(verschieden), 14)

    def test_derselbe_engpass(self):
        z = random.Random(12)
        for n in (2, 3, 4, 7):
            for _ in range(6):
                boegen = [{"s%d" % i: z.randint(0, 4) for i in range(1, 10)} for _ in range(n)]
                engpass = self.m.lauf("return Entscheidung.mittelwerte(daten.entscheider['EH-07'], werte).engpass", boegen)
                r = self.entscheide("EH-07", *("eintrag=P%d; " % i + "; ".join("%s=%d" % x for x in b.items()) for i, b in enumerate(boegen)))
                dort = r["ergebnisse"][0]["empfehlung"]
                self.assertEqual({"kein": None, "zu_wenige": None}.get(dort, dort), engpass, boegen)
                self.assertEqual(dort == "zu_wenige", n == 2, boegen)
