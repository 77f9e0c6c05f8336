# SPDX-License-Identifier: Apache-2.0
"""Map, tools and report as the program writes them: axe finds nothing, the map is chosen by keyboard and printed as chosen."""
import base64
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import browser
from selenium.webdriver.common.keys import Keys
from test_zugang import AXE

PROGRAMM = os.environ.get("DIVA_PROGRAMM", "")


def kann_exportieren():
    return bool(PROGRAMM) and subprocess.run([PROGRAMM, "werkzeuge", "karte", "--help"], capture_output=True).returncode == 0


@unittest.skipUnless(kann_exportieren(), "Gegenprobe: DIVA_PROGRAMM fehlt oder kennt »werkzeuge karte« nicht")
class Karte(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.ordner = pathlib.Path(tempfile.mkdtemp())
        cls.aus = cls.ordner / "aus"
        subprocess.run([PROGRAMM, "werkzeuge", "export", "--alle", "--nach", cls.aus], check=True, capture_output=True)
        beispiele = sorted((browser.zusammenbau.WURZEL / "Toolbox" / "beispiele" / "landkreis-1500").glob("*.diva.json"))
        subprocess.run([PROGRAMM, "reifegrad", "auswerten", *beispiele, "--bericht", cls.ordner / "bericht.html"], check=True, capture_output=True)
        cls.p = browser.Person()

    @classmethod
    def tearDownClass(cls):
        cls.p.zu()
        shutil.rmtree(cls.ordner)

    def axe(self, wo):
        self.p.b.execute_cdp_cmd("Runtime.evaluate", {"expression": AXE.read_text(encoding="utf-8") + ";0"})
        r = self.p.b.execute_async_script("""const fertig = arguments[arguments.length - 1];
            axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], resultTypes: ['violations']}).then((r) =>
              fertig(r.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | '))), (f) => fertig(['Fehler: ' + f]))""")
        self.assertEqual(r, [], wo)

    def sichtbar(self):
        return {e.text.split()[0] for e in self.p.alle(".werkzeuge > li") if e.is_displayed()}

    def test_axe_findet_nichts(self):
        seiten = [self.aus / "uebersicht.html", self.ordner / "bericht.html"]
        seiten += [self.aus / (i + ".html") for i in ("CL-21", "VL-15", "LF-10", "MU-02", "KH-01", "EH-07")]
        for s in seiten:
            with self.subTest(s.name):
                self.p.oeffne(s)
                self.axe(s.name)

    def test_die_groesse_waehlt_man_mit_der_tastatur(self):
        p = self.p.oeffne(self.aus / "uebersicht.html")
        alle = self.sichtbar()
        self.assertEqual(len(alle), 89)
        p.tippe(Keys.TAB)
        self.assertEqual(p.js("return document.activeElement.id"), "gk-alle")
        p.tippe(Keys.ARROW_DOWN)
        self.assertEqual(p.js("return document.activeElement.id + document.activeElement.checked"), "gk-kleintrue")
        klein = self.sichtbar()
        self.assertTrue(klein < alle)
        self.assertNotIn("VL-03", klein)
        self.assertIn("VL-04", klein)
        p.tippe(Keys.ARROW_DOWN)
        self.assertIn("VL-03", self.sichtbar())
        self.assertNotIn("VL-04", self.sichtbar())

    def test_ein_werkzeug_oeffnet_sich(self):
        p = self.p.oeffne(self.aus / "uebersicht.html")
        p.finde("a[href='CL-10.html']").click()
        self.assertIn("Vergabe-Fahrplan", p.text("h1"))

    def test_gedruckt_wird_was_gewaehlt_ist_auf_ein_blatt(self):
        p = self.p.oeffne(self.aus / "uebersicht.html")
        for wahl, da, weg in (("klein", "VL-04", "VL-03"), ("mittel", "VL-03", "VL-04")):
            p.finde("#gk-" + wahl).click()
            pdf = self.ordner / "karte.pdf"
            pdf.write_bytes(base64.b64decode(p.b.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]))
            text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
            self.assertIn(da, text)
            self.assertNotIn(weg, text)
            self.assertEqual(text.count("\f"), 1, wahl)

    def test_schmal_und_vergroessert_laeuft_nichts_ueber(self):
        p = self.p.oeffne(self.aus / "uebersicht.html")
        for breite in (320, 640):
            p.b.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": breite, "height": 800, "deviceScaleFactor": 1, "mobile": False})
            self.assertLessEqual(p.js("return document.documentElement.scrollWidth"), breite)
        p.b.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
