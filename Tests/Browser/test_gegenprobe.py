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

    def test_dasselbe_urteil_ueber_fremde_dateien(self):
        """What the page refuses the program refuses, and both count the same votes."""
        text = json.dumps(browser.akte(antworten={"P0-STR-02": {"wert": 1, "bemerkung": "ä"}}), ensure_ascii=False)
        with tempfile.TemporaryDirectory() as ordner:
            def urteil(daten):
                ort = pathlib.Path(ordner) / "x.diva.json"
                ort.write_bytes(daten)
                hier = self.m.lauf("const t = Antwortdatei.entschluesseln(Uint8Array.from(werte)); return Boolean(t.fehler || Antwortdatei.lesen(daten.katalog, t.text).fehler)", list(daten))
                return hier, subprocess.run([PROGRAMM, "reifegrad", "auswerten", str(ort)], capture_output=True).returncode == 1
            for daten, soll in ((text.encode(), False), (b"\xef\xbb\xbf" + text.encode(), False), (text.encode("cp1252"), True), (text.encode("utf-16"), True), (text.encode("utf-16-le"), True),
                                (text.replace('"wert": 1', '"wert": 0, "wert": 1').encode(), True), (text.replace('"standort"', '"standort": 1, "standort"').encode(), True)):
                self.assertEqual(urteil(daten), (soll, soll), daten[:40])
            for x, y in (("", ""), (" ", ""), ("AB", "AB "), ("AB", "ab"), ("AB", "AB")):
                leute = [browser.akte(person={"rolle": "it", "kuerzel": k}, antworten={"P0-STR-02": {"wert": n}}, geaendert="2027-01-1%d" % (5 + n)) for n, k in enumerate((x, y))]
                orte = []
                for n, a in enumerate(leute):
                    orte.append(pathlib.Path(ordner) / ("p%d.diva.json" % n))
                    orte[-1].write_text(json.dumps(a), encoding="utf-8")
                hier = self.m.lauf("return Zusammenfuehrung.mischen(daten.katalog, null, werte.map((x) => Antwortdatei.lesen(daten.katalog, JSON.stringify(x)).akte), '2027-02-01').akte.stimmen.length", leute)
                self.assertEqual(json.loads(self.programm("auswerten", *orte, "--json"))["beteiligte"], hier, (x, y))

    def test_was_die_gruppe_gesetzt_hat_gilt_auch_im_programm(self):
        leute = [self.zufall(1, r, "K%d" % n) for n, r in enumerate(["leitung", "it"])]
        gesamt = self.m.lauf("const a = Zusammenfuehrung.mischen(daten.katalog, null, werte.map((x) => Antwortdatei.lesen(daten.katalog, JSON.stringify(x)).akte), '2027-02-01').akte; a.standort = 4; a.stammdaten['SD-03'] = 149; return Antwortdatei.schreiben(a)", leute)
        with tempfile.TemporaryDirectory() as ordner:
            ort = pathlib.Path(ordner) / "g.diva.json"
            ort.write_text(gesamt, encoding="utf-8")
            self.assertEqual(self.auswerten(ort), self.m.lauf(ERGEBNIS, [gesamt])[0])
            self.assertEqual(json.loads(self.programm("auswerten", ort, "--json"))["standort"], 4)

    def entscheide(self, *teile):
        return json.loads(subprocess.run([PROGRAMM, "entscheide", *teile, "--json"], capture_output=True, text=True).stdout)

    def test_dieselbe_kennung_im_kalender(self):
        with tempfile.TemporaryDirectory() as ordner:
            for kommune, bereich in (("Lindenbach", "Gesamtverwaltung"), ("Weißtal", "Jugendamt"), ("", "Gesamtverwaltung")):
                a = browser.akte(kommune=kommune, geltungsbereich=bereich, stammdaten={"SD-01": "gemeinde", "SD-03": 15, "SD-09": "SN"}, standort=0,
                                 massnahmen={"P0-STR-02": {"bis": "2027-03-01"}})
                datei, ics = pathlib.Path(ordner) / "a.diva.json", pathlib.Path(ordner) / "a.ics"
                datei.write_text(json.dumps(a), encoding="utf-8")
                ics.unlink(missing_ok=True)
                self.programm("auswerten", datei, "--ics", ics)
                hier = self.m.lauf("return Ablage.vorhaben(Antwortdatei.lesen(daten.katalog, werte).akte)", json.dumps(a))
                self.assertIn("UID:P0-STR-02-%s@diva-selbstcheck" % hier, ics.read_text(encoding="utf-8"))

    def zufallsantwort(self, z, f):
        if f["typ"] == "janein":
            return z.choice(["ja", "nein"])
        if f["typ"] == "wahl":
            return z.choice(f["werte"])
        if f["typ"] == "punkte":
            return z.randrange(len(f["stufen"]))
        werte = ["0", "0.08", "0.2", "0.21", "0.5", "0.51", "1"] if f["typ"] == "anteil" else ["1", "2", "5", "17", "18"] if f["typ"] == "ganzzahl" else ["0", "0.1", "0.2", "0.7", "1", "1.5", "2.1", "5", "12", "46"]
        return z.choice(werte)

    def test_dieselben_empfehlungen(self):
        """Page and program read the same data with engines of their own: all that they say must be equal, for all ten."""
        z, faelle = random.Random(11), []
        for eh, d in browser.daten()["entscheider"].items():
            for n in range(14):
                einmal = {f["id"]: self.zufallsantwort(z, f) for f in d.get("fragen", []) if d.get("vollstaendig") or f["typ"] not in ("janein", "punkte") or z.random() < .9}
                eintraege = []
                if d.get("eintrag"):
                    for i in range(z.choice([1, 2, 3, 5])):
                        eintraege.append({"name": "E%d" % i, "werte": {f["id"]: self.zufallsantwort(z, f) for f in d["je_eintrag"] if f["typ"] not in ("janein", "punkte") or z.random() < .9}})
                faelle.append((eh, {"einmal": einmal, "eintraege": eintraege}))
        hier = self.m.lauf("""return werte.map(([eh, a]) => { const r = Entscheidung.entscheide(daten.entscheider[eh], a);
            const e = (x) => ({entscheidung: x.entscheidung, empfehlung: x.id, text: x.text, regel: x.regel, grund: x.grund, werkzeuge: x.werkzeuge});
            return {ergebnisse: r.ergebnisse.map(e), punkte: r.punkte, punkteweg: r.punkteweg, hoechst: r.hoechst, offen: r.offen, hinweise: r.hinweise, groessen: r.groessen.map((g) => g.text),
              eintraege: r.eintraege.map((x) => ({name: x.name, punkte: x.punkte, punkteweg: x.punkteweg, ausgeschlossen: x.ausgeschlossen, ergebnisse: x.ergebnisse.map(e), hinweise: x.hinweise}))}; })""", faelle)
        verschieden = set()
        # A share of 1 is asked back without the sign: it may be all or one in a hundred.
        komma = lambda f, w: "100 %" if f["typ"] == "anteil" and w == "1" else str(w).replace(".", ",")
        for (eh, a), seite in zip(faelle, hier):
            d = browser.daten()["entscheider"][eh]
            feld = {f["id"]: f for f in d.get("fragen", []) + d.get("je_eintrag", [])}
            worte = ["%s=%s" % (k, komma(feld[k], w)) for k, w in a["einmal"].items()]
            worte += ["eintrag=" + "; ".join([e["name"]] + ["%s=%s" % (k, komma(feld[k], w)) for k, w in e["werte"].items()]) for e in a["eintraege"]]
            if not worte:
                continue
            dort = self.entscheide(eh, *worte)
            dort["groessen"] = [g["text"] for g in dort["groessen"]]
            self.assertEqual(seite, dort, (eh, a))
            verschieden.update((eh, e["empfehlung"]) for e in seite["ergebnisse"] + [y for x in seite["eintraege"] for y in x["ergebnisse"]])
        self.assertGreater(len(verschieden), 20)
