# SPDX-License-Identifier: Apache-2.0
"""Files from strangers: a clear German message, nothing executed, nothing lost."""
import json
import unittest

import browser
from browser import akte, datei, person, seite

BOESE = ["<img src=x onerror=\"document.title='boese'\">", "<script>document.title='boese'</script>", "\"><svg onload=document.title='boese'>", "javascript:document.title='boese'", "${document.title='boese'}", "{{constructor.constructor('document.title=1')()}}"]


class FremdeDateien(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.p = browser.Person()

    @classmethod
    def tearDownClass(cls):
        cls.p.zu()
        # Nothing was blocked by the policy either: there was nothing that tried.
        assert [m for m in cls.p.meldungen if "Content Security" in m or "Uncaught" in m] == [], cls.p.meldungen
        assert [u for u in cls.p.anfragen if not u.startswith(("file:", "blob:", "data:"))] == [], cls.p.anfragen

    def setUp(self):
        p = self.p
        p.oeffne(seite())
        p.js("localStorage.clear(); Zustand.z.ungespeichert = false")
        p.b.refresh()
        p.gehe("#dateien")
        p.lade(datei("eigene.diva.json", akte(antworten={"P0-STR-01": {"wert": 3, "bemerkung": "meine"}})))
        p.warte(lambda: "ist geladen" in p.meldung())
        p.gehe("#dateien")
        p.js("Meldung.leeren()")
        self.vorher = p.js("return Antwortdatei.schreiben(Zustand.z.akte)")

    def unveraendert(self):
        self.assertEqual(self.p.js("return Antwortdatei.schreiben(Zustand.z.akte)"), self.vorher)

    def test_hundert_megabyte(self):
        gross = browser.ORDNER / "gross.diva.json"
        with gross.open("wb") as f:
            f.write(b'{"format":"diva-antworten","x":"')
            f.seek(100 * 1024 * 1024)
            f.write(b'"}')
        try:
            self.p.lade(gross)
            self.p.warte(lambda: self.p.meldung())
        finally:
            gross.unlink()
        self.assertIn("Die Datei ist 100,1 MB groß. Eine Antwortdatei hat höchstens 2 MB.", self.p.meldung())
        self.assertIn("Ihre Antworten sind unverändert", self.p.meldung())
        self.unveraendert()

    def test_unlesbares(self):
        for name, inhalt in {"bild.diva.json": b"\x89PNG\r\n\x1a\n\x00\xff\xfe" * 50, "leer.diva.json": b"", "liste.diva.json": b"[]", "tief.diva.json": b"[" * 1500000, "fremd.diva.json": json.dumps(akte(katalog={"id": "x"})).encode(), "alt.diva.json": json.dumps(akte(version=99)).encode(), "seite.html": b"<!doctype html><p>x"}.items():
            self.p.js("Meldung.leeren()")
            self.p.lade(datei(name, inhalt))
            self.p.warte(lambda: name in self.p.meldung())
            self.assertIn("Ihre Antworten sind unverändert", self.p.meldung(), name)
            self.unveraendert()

    def test_andere_schrift_wird_nicht_geraten(self):
        text = json.dumps(akte(antworten={"P0-STR-01": {"wert": 4, "bemerkung": "Über Öfen"}}), ensure_ascii=False)
        for name, daten, wort in (("ansi.diva.json", text.encode("cp1252"), "Windows-1252"), ("u16.diva.json", text.encode("utf-16"), "UTF-16"), ("u16le.diva.json", text.encode("utf-16-le"), "UTF-16"), ("u16be.diva.json", text.encode("utf-16-be"), "UTF-16")):
            self.p.js("Meldung.leeren()")
            self.p.lade(datei(name, daten))
            self.p.warte(lambda: name in self.p.meldung())
            self.assertIn(wort, self.p.meldung())
            self.assertIn("Codierung UTF-8", self.p.meldung())
            self.unveraendert()
        self.p.lade(datei("bom.diva.json", b"\xef\xbb\xbf" + text.encode("utf-8")))
        self.p.warte(lambda: "„bom.diva.json“ ist geladen" in self.p.meldung())
        self.assertEqual(self.p.js("return Zustand.z.akte.antworten['P0-STR-01'].bemerkung"), "Über Öfen")

    def test_doppelte_namen_werden_nicht_geraten(self):
        gut = json.dumps(akte(antworten={"P0-STR-01": {"wert": 4, "bemerkung": "\"a\": 1, \"a\": 2 } ]"}}))
        for alt, neu, name in (('"antworten":', '"antworten": {}, "antworten":', "antworten"), ('{"wert": 4', '{"wert": 1, "wert": 4', "wert"), ('"wert": 4', '"we\\u0072t": 1, "wert": 4', "wert")):
            self.assertIn(alt, gut)
            self.p.js("Meldung.leeren()")
            self.p.lade(datei("doppelt.diva.json", gut.replace(alt, neu)))
            self.p.warte(lambda: "zweimal" in self.p.meldung())
            self.assertIn("„%s“ zweimal" % name, self.p.meldung())
            self.unveraendert()
        self.p.lade(datei("einfach.diva.json", gut))
        self.p.warte(lambda: "„einfach.diva.json“ ist geladen" in self.p.meldung())

    def test_was_niemand_oeffnen_kann_wird_nicht_geschrieben(self):
        dateien = []
        for n in range(10):
            a = {f["id"]: dict(browser.hoechste(f), bemerkung="ä" * 3900) for f in browser.fragen((0, 1))}
            dateien.append(datei("lang%d.diva.json" % n, akte(person={"rolle": "it", "kuerzel": "K%d" % n}, antworten=a)))
        self.p.gehe("#zusammenfuehren")
        self.p.lade(*dateien)
        self.p.warte(lambda: "nicht zusammengeführt" in self.p.meldung())
        self.assertRegex(self.p.meldung(), r"wäre \d,\d MB groß und ließe sich nicht mehr öffnen; höchstens sind es 2 MB")
        self.assertIn("Kürzen Sie Bemerkungen", self.p.meldung())
        self.unveraendert()
        # A file that grew too large while somebody worked is not saved either, and nothing is called saved.
        self.p.js("Zustand.aendern((a) => { a.antworten['P0-STR-01'].bemerkung = 'x'.repeat(2200000) })")
        self.p.gehe("#dateien")
        for knopf in ("Antwortdatei speichern", "Als ausgefüllten Fragebogen"):
            self.p.js("Meldung.leeren()")
            self.p.klick(knopf)
            self.p.warte(lambda: "Sie wurde nicht gespeichert" in self.p.meldung())
        self.assertTrue(self.p.js("return Zustand.z.ungespeichert"))
        self.p.js("Zustand.z.ungespeichert = false")

    def test_skript_in_bemerkungen_erscheint_als_text(self):
        a = {f["id"]: dict(browser.hoechste(f, .5), bemerkung=BOESE[i % len(BOESE)], beleg=BOESE[(i + 1) % len(BOESE)]) for i, f in enumerate(browser.fragen((0,)))}
        b = akte(kommune=BOESE[0], geltungsbereich=BOESE[1], groessenklasse_grund=BOESE[2], person={"rolle": "leitung", "kuerzel": BOESE[0]}, antworten=a, massnahmen={"P0-STR-02": {"wer": BOESE[0], "bis": BOESE[1]}},
                 festlegungen={"P0-STR-02": {"wert": 0, "wer": BOESE[0], "grund": BOESE[1], "am": BOESE[2]}}, rechnungen={"KH-05": {"eingabe": {"ap": BOESE[0]}}, "KH-02": {"eingabe": {"einmalig": [{"name": BOESE[0], "wert": BOESE[1]}]}}, "EH-02": {"eingabe": {"einmal": BOESE[2], "eintraege": [{"name": BOESE[0], "werte": {"fallzahl": BOESE[1]}}, 5, None, {"name": 3, "werte": [1]}]}}, "EH-07": {"eingabe": 7}})
        b["antworten"]["P9-ABC-01"] = {"wert": BOESE[0]}
        self.p.lade(datei("boese.diva.json", b))
        self.p.warte(lambda: "P9-ABC-01" in self.p.meldung())
        for ort in ("#start", "#fragen/P0-STR", "#ergebnis", "#massnahmen", "#bericht", "#vergleichen", "#zusammenfuehren", "#dateien", "#rechnen/KH-05", "#rechnen/KH-02", "#entscheiden/EH-02", "#entscheiden/EH-07"):
            self.p.gehe(ort)
            self.assertNotEqual(self.p.b.title, "boese", ort)
            self.assertEqual(self.p.alle("main img, main script, main svg[onload], main iframe, main object"), [], ort)
        self.p.gehe("#bericht")
        for t in BOESE:
            self.assertIn(t, self.p.text())
        self.p.gehe("#zusammenfuehren")
        self.p.lade(datei("boese2.diva.json", dict(b, person={"rolle": "it", "kuerzel": BOESE[1]})), browser.ORDNER / "boese.diva.json")
        self.p.warte(lambda: "hinzugefügt" in self.p.meldung())
        for d in self.p.alle("#inhalt details:not([open]) > summary")[:40]:
            if d.is_displayed():
                d.click()
        self.assertIn("Bemerkungen und Belege", self.p.text())
        self.assertIn(BOESE[0], self.p.text())
        self.assertEqual(self.p.alle("main img, main script"), [])

    def test_andere_katalogfassung_und_unbekannte_fragen(self):
        self.p.lade(datei("andere.diva.json", akte(katalog={"id": "diva-phasenmodell", "version": "9.9.9"}, antworten={"P0-STR-01": {"wert": 4}, "P7-NEU-01": {"wert": 1}, "P7-NEU-02": {"wert": 2}})))
        self.p.warte(lambda: "9.9.9" in self.p.meldung())
        self.assertIn("2 Fragen kennt dieser Fragebogen nicht: P7-NEU-01, P7-NEU-02", self.p.meldung())
        self.p.gehe("#dateien")
        neu = self.p.heruntergeladen(lambda: self.p.klick("Antwortdatei speichern"), ".diva.json")
        self.assertEqual(json.loads(neu.read_text(encoding="utf-8"))["antworten"]["P7-NEU-02"], {"wert": 2})

    def test_falsche_typen_werden_benannt(self):
        self.p.lade(datei("typen.diva.json", akte(antworten={"P0-STR-01": {"wert": 7}, "P0-STR-02": [], "P0-STR-03": {"wert": 2}})))
        self.p.warte(lambda: "P0-STR-01: Wert 7 ist hier nicht erlaubt (0 bis 4)" in self.p.meldung())
        self.assertEqual(self.p.js("return Object.keys(Zustand.z.akte.antworten)"), ["P0-STR-03"])

    def test_beschaedigter_zwischenstand_geht_nicht_verloren(self):
        schluessel = self.p.js("return Zustand.z.schluessel")
        self.p.js("Zustand.z.ungespeichert = false; localStorage.setItem(arguments[0], '{kaputt')", schluessel)
        self.p.b.refresh()
        self.p.warte(lambda: "nicht lesbar" in self.p.meldung())
        self.assertEqual(self.p.js("return localStorage.getItem(arguments[0] + ':beschaedigt')", schluessel), "{kaputt")

    def test_seltsame_adressen(self):
        for stelle in ("#fragen/%E0%A4%A", "#werkzeug/<img>", "#rechnen/__proto__", "#entscheiden/constructor", "#__proto__", "#fragen/P9-XXX", "#rechnen", "#toString"):
            self.p.oeffne(seite(), stelle)
            self.assertTrue(self.p.text("h1"), stelle)


class Selbstpruefung(unittest.TestCase):
    def test_ein_fehler_in_einer_ansicht_verliert_nichts(self):
        def stoeren(d):
            del d["katalog"]["stufen"]  # the result needs them
        with person() as p:
            p.oeffne(seite("kaputt.html", stoeren), "#dateien")
            p.lade(datei("g.diva.json", akte(antworten={"P0-STR-01": {"wert": 3}})))
            p.warte(lambda: "Hier ist etwas schiefgegangen" in p.text())
            ablage = p.heruntergeladen(lambda: p.klick("Antwortdatei speichern"), ".diva.json")
            self.assertEqual(json.loads(ablage.read_text(encoding="utf-8"))["antworten"]["P0-STR-01"], {"wert": 3})

    def test_falsche_rechnung_zeigt_kein_ergebnis(self):
        def stoeren(d):
            d["vektoren"]["scoring"][3]["ergebnis"]["min"] = 858
        with person() as p:
            p.oeffne(seite("gestoert.html", stoeren), "#dateien")
            p.lade(datei("g.diva.json", akte(antworten={f["id"]: browser.hoechste(f) for f in browser.fragen((0,))})))
            p.warte(lambda: "ist geladen" in p.meldung())
            for ort in ("#ergebnis", "#massnahmen", "#bericht", "#vergleichen", "#rechnen/KH-05", "#zusammenfuehren"):
                p.gehe(ort)
                if ort != "#zusammenfuehren":
                    self.assertIn("werden keine Ergebnisse gezeigt", p.text(), ort)
                self.assertNotIn("Abgesichert", p.text())
                self.assertEqual(p.alle("svg"), [])
            p.gehe("#dateien")
            self.assertTrue(p.heruntergeladen(lambda: p.klick("Antwortdatei speichern"), ".diva.json").exists())
