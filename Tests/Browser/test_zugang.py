# SPDX-License-Identifier: Apache-2.0
"""Access: axe finds nothing in any view, and the page works narrow, enlarged and by keyboard."""
import importlib.util
import pathlib
import unittest

import browser
from browser import akte, datei, fragen, hoechste, seite

AXE = pathlib.Path(importlib.util.find_spec("axe_playwright_python").origin).parent / "axe.min.js"
ANSICHTEN = ["#start", "#fragen/P0-STR", "#fragen/P1-AKT", "#ergebnis", "#massnahmen", "#werkzeuge", "#werkzeug/CL-01", "#werkzeug/VL-15", "#werkzeug/KH-05", "#rechnen/KH-01", "#rechnen/KH-04", "#rechnen/KH-06", "#rechnen/KH-08", "#entscheiden/EH-01",
             "#entscheiden/EH-03", "#entscheiden/EH-07", "#entscheiden/EH-09", "#zusammenfuehren", "#vergleichen", "#bericht", "#dateien", "#papier", "#datenschutz", "#barrierefreiheit", "#rechenweg"]


class Zugang(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.p = p = browser.Person()
        p.oeffne(seite())
        a = {f["id"]: hoechste(f, .5 if i % 3 else 1) for i, f in enumerate(fragen((0, 1))) if i % 7}
        a["P0-STR-01"] = {"wn": True}
        a["P0-STR-02"] = {"wert": 1, "rev": 99}  # an answer to another wording
        d = akte(standort=1, antworten=a, rechnungen={"KH-04": {"eingabe": {"bestaende": [{"name": "Bauakten", "lfm": "120"}]}}, "EH-01": {"eingabe": {"einmal": {"f1": "ja"}}}})
        cls.akten = [datei("a.diva.json", d), datei("b.diva.json", dict(d, person={"rolle": "it", "kuerzel": "XY"}, antworten={k: {"wert": 0} for k in a if k != "P1-AKT-02"}))]
        p.gehe("#dateien")
        p.lade(cls.akten[0])
        p.warte(lambda: "ist geladen" in p.meldung())

    @classmethod
    def tearDownClass(cls):
        cls.p.zu()

    def axe(self, wo):
        p = self.p
        if not p.js("return typeof axe !== 'undefined'"):
            p.b.execute_cdp_cmd("Runtime.evaluate", {"expression": AXE.read_text(encoding="utf-8") + ";0"})
        r = p.b.execute_async_script("""const fertig = arguments[arguments.length - 1];
            axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], resultTypes: ['violations']}).then((r) =>
              fertig(r.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + ' ' + (n.any[0] || n.all[0] || n.none[0] || {}).message).join(' | '))), (f) => fertig(['Fehler: ' + f]))""")
        self.assertEqual(r, [], wo)

    def offen(self):
        self.p.js("document.querySelectorAll('#inhalt details').forEach((d, i) => { if (i < 40) d.open = true; })")

    def test_axe_findet_nichts(self):
        for ort in ANSICHTEN:
            with self.subTest(ort):
                self.p.gehe(ort)
                if ort not in ("#massnahmen",):
                    self.offen()
                self.axe(ort)

    def test_axe_findet_nichts_im_vergleich_mit_vorbehalt(self):
        p = self.p
        p.gehe("#vergleichen")
        p.lade(datei("jung.diva.json", akte(kommune="Anderswo", geaendert="2030-01-01", antworten={"P0-STR-03": {"wert": 1}})))
        p.warte(lambda: "Bitte prüfen" in p.text())
        self.axe("Vergleich mit Vorbehalt")
        p.js("Zustand.z.vergleich = null")

    def test_axe_findet_nichts_bei_meldungen_fehlern_und_streit(self):
        p = self.p
        p.gehe("#start")
        p.schreibe("Zahl der Büroarbeitsplätze", "1.5")
        self.axe("Rückfrage zur Zahl")
        p.schreibe("Zahl der Büroarbeitsplätze", "15")
        p.gehe("#zusammenfuehren")
        p.lade(self.akten[1])
        p.warte(lambda: "hinzugefügt" in p.meldung())
        self.offen()
        self.axe("Streit")
        p.js("document.querySelector('.gespraech .knopf-haupt').click()")
        self.axe("Fehler in der Festlegung")
        p.gehe("#bericht")
        self.axe("Bericht mehrerer")
        p.gehe("#dateien")
        p.klick("Alles löschen")
        self.axe("Rückfrage")
        p.klick("Abbrechen")
        p.gehe("#zusammenfuehren")
        p.klick("Rückgängig")

    def test_axe_prueft_wirklich(self):
        self.p.gehe("#datenschutz")
        self.p.js("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"data:,\"><input><p id=\"inhalt\">x</p>')")
        with self.assertRaises(AssertionError):
            self.axe("absichtlich schlecht")
        self.p.gehe("#start")

    def breite(self, ort):
        return self.p.js("""const b = document.documentElement.clientWidth; const zu = [];
            for (const e of document.querySelectorAll('body *')) { const r = e.getBoundingClientRect();
              if (r.width && r.right > b + 1 && !e.closest('.tabelle, pre, .nur-vorlesen, .sprung, svg, dialog:not([open])')) zu.push(e.tagName + '.' + e.className + ' ' + Math.round(r.right)); }
            return [document.documentElement.scrollWidth > b, zu.slice(0, 5)]""")

    def test_kein_seitwaerts_blaettern_auf_dem_telefon_und_bei_400_prozent(self):
        # 1280 pixels at 400 % are 320 CSS pixels, at 200 % they are 640.
        for b in (320, 375, 640):
            self.p.groesse(b, 800)
            for ort in ANSICHTEN:
                with self.subTest("%s bei %d" % (ort, b)):
                    self.p.gehe(ort)
                    self.offen()
                    self.assertEqual(self.breite(ort), [False, []])
        self.p.groesse(1200)

    def test_lange_namen_machen_die_seite_nicht_breiter(self):
        alt = self.p.js("return Zustand.z.akte.kommune")
        self.p.js("Zustand.aendern((a) => { a.kommune = 'Verwaltungsgemeinschaftsversammlung/Bürgermeisteramt-Altmittweida'; })")
        self.p.groesse(320, 800)
        for ort in ("#start", "#fragen/P0-STR", "#ergebnis", "#bericht"):
            self.p.gehe(ort)
            self.assertEqual(self.breite(ort), [False, []], ort)
        self.p.groesse(1200)
        self.p.js("Zustand.aendern((a) => { a.kommune = arguments[0]; })".replace("arguments[0]", repr(alt or "")))

    def test_ziele_sind_gross_genug(self):
        self.p.groesse(375, 800)
        for ort in ("#start", "#fragen/P0-STR", "#massnahmen", "#dateien"):
            self.p.gehe(ort)
            klein = self.p.js("""return [...document.querySelectorAll('button, input:not([type=radio]):not([type=checkbox]), select, textarea, label.wahl, nav a, summary, a.knopf')].filter((e) => e.getClientRects().length)
                .map((e) => [e.tagName + ' ' + e.textContent.trim().slice(0, 30), e.getBoundingClientRect()]).filter(([, r]) => r.height < 24 || r.width < 24).map(([t]) => t)""")
            self.assertEqual(klein, [], ort)
        self.p.groesse(1200)

    def test_fokus_ist_sichtbar(self):
        self.p.gehe("#fragen/P0-STR")
        for _ in range(25):
            self.p.tippe(browser.Keys.TAB)
            sichtbar = self.p.js("""const e = document.activeElement; if (!e || e === document.body) return true;
                const t = [e, e.closest('.wahl')].filter(Boolean).map((x) => getComputedStyle(x)); return t.some((s) => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2)""")
            self.assertTrue(sichtbar, self.p.js("return document.activeElement.outerHTML.slice(0, 200)"))

    def test_sprung_zum_inhalt(self):
        self.p.b.get("about:blank")
        self.p.oeffne(seite(), "#ergebnis")
        self.p.tippe(browser.Keys.TAB)
        self.assertEqual(self.p.js("return document.activeElement.className"), "sprung")
        self.p.tippe(browser.Keys.ENTER)
        self.assertEqual(self.p.js("return [document.activeElement.id, location.hash]"), ["inhalt", "#ergebnis"])

    def test_diagramm_hat_worte_und_tabelle(self):
        self.p.gehe("#ergebnis")
        worte = self.p.js("return document.querySelector('svg.spinne desc').textContent")
        zeilen = self.p.js("return [...document.querySelectorAll('caption')].filter((c) => c.textContent.includes('je Thema')).map((c) => c.parentElement.querySelectorAll('tbody tr').length)")
        self.assertEqual(zeilen, [8])
        for d in browser.daten()["katalog"]["dimensionen"]:
            self.assertIn(d["text"], worte)

    def test_ergebnis_einer_rechnung_wird_kurz_angesagt(self):
        self.p.gehe("#rechnen/KH-12")
        self.assertEqual(self.p.js("return document.querySelectorAll('.rechner-ergebnis[aria-live]').length"), 0)
        self.p.schreibe("Menge, aus der gezogen wird", "400")
        self.p.warte(lambda: self.p.js("return document.querySelector('main .nur-vorlesen[role=status]').textContent") == "Ergebnis: Stichprobe 78 Stück")
        self.p.gehe("#entscheiden/EH-04")
        for f in ("Entstehen mehr als 60", "Werden Vorgänge", "Muss das neue System"):
            self.p.waehle(f, "nein")
        self.p.warte(lambda: "B – DMS als Ablage" in self.p.js("return document.querySelector('main .nur-vorlesen[role=status]').textContent"))

    def test_titel_und_sprache(self):
        self.assertEqual(self.p.js("return document.documentElement.lang"), "de")
        titel = set()
        for ort in ("#start", "#ergebnis", "#massnahmen", "#dateien"):
            self.p.gehe(ort)
            titel.add(self.p.b.title)
        self.assertEqual(len(titel), 4)
