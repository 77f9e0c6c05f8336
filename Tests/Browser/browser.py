# SPDX-License-Identifier: Apache-2.0
"""A real Chromium without network, its own profile and download folder, and the hands of a person at the keyboard."""
import contextlib
import json
import os
import pathlib
import re
import shutil
import tempfile
import time

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

import zusammenbau

ORDNER = pathlib.Path(tempfile.mkdtemp(prefix="diva-browser-"))
_gebaut = {}


def aufraeumen():
    shutil.rmtree(ORDNER, ignore_errors=True)


def programmseite():
    """The page that `diva reifegrad fragebogen` has written, if it is named; then that one is tested."""
    ort = os.environ.get("DIVA_SEITE")
    return pathlib.Path(ort).read_text(encoding="utf-8") if ort else None


def daten():
    if "daten" not in _gebaut:
        fertig = programmseite()
        _gebaut["daten"] = json.loads(re.search(r'id="diva-daten">(.*?)</script>', fertig, re.S).group(1)) if fertig else zusammenbau.daten()
    return json.loads(json.dumps(_gebaut["daten"], default=str))


def seite(name="fragebogen.html", aendern=None, antworten=None):
    """The page as a file; `aendern` may change its data first."""
    schluessel = (name, bool(aendern), json.dumps(antworten) if antworten else "")
    if aendern or schluessel not in _gebaut:
        d = daten()
        if aendern:
            aendern(d)
        ziel = ORDNER / name
        fertig = None if aendern or antworten else programmseite()
        ziel.write_text(fertig or zusammenbau.bauen(d, antworten), encoding="utf-8", newline="\n")
        _gebaut[schluessel] = ziel
    return _gebaut[schluessel]


class Person:
    """One browser with its own profile: one person at one computer."""

    def __init__(self, breite=1200, hoehe=900, javascript=True, profil=None):
        self.ablage = pathlib.Path(tempfile.mkdtemp(dir=ORDNER, prefix="downloads-"))
        self.profil = profil or tempfile.mkdtemp(dir=ORDNER, prefix="profil-")
        o = webdriver.ChromeOptions()
        for a in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=de", "--no-first-run",
                  "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND", "--window-size=%d,%d" % (breite, hoehe),
                  "--user-data-dir=" + self.profil):
            o.add_argument(a)
        prefs = {"download.default_directory": str(self.ablage), "download.prompt_for_download": False, "profile.default_content_setting_values.automatic_downloads": 1}
        if not javascript:
            prefs["profile.managed_default_content_settings.javascript"] = 2
        o.add_experimental_option("prefs", prefs)
        o.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        o.set_capability("unhandledPromptBehavior", "accept")
        self.b = webdriver.Chrome(options=o, service=webdriver.ChromeService(shutil.which("chromedriver") or "chromedriver"))
        self.b.execute_cdp_cmd("Network.enable", {})
        self.b.execute_cdp_cmd("Network.emulateNetworkConditions", {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0})
        self.b.get("about:blank")
        self.b.get_log("performance")  # what the browser's own first page asked for is not ours
        self.meldungen, self.anfragen = [], []

    def zu(self):
        self.einsammeln()
        self.b.quit()

    # what happened behind the page
    def einsammeln(self):
        self.meldungen += [m["message"] for m in self.b.get_log("browser") if m["level"] in ("SEVERE", "WARNING")]
        for m in self.b.get_log("performance"):
            n = json.loads(m["message"])["message"]
            if n["method"] == "Network.requestWillBeSent":
                self.anfragen.append(n["params"]["request"]["url"])

    # looking and waiting
    def oeffne(self, datei, stelle=""):
        self.b.get(pathlib.Path(datei).as_uri() + stelle)
        return self

    def gehe(self, stelle):
        self.b.execute_script("location.hash = arguments[0]", stelle)
        self.warte(lambda: self.js("return document.activeElement && document.activeElement.tagName === 'H1'"))

    def js(self, text, *werte):
        return self.b.execute_script(text, *werte)

    def warte(self, bedingung, sekunden=20):
        WebDriverWait(self.b, sekunden, poll_frequency=0.05).until(lambda _: bedingung())

    def text(self, auswahl="main"):
        return self.b.find_element(By.CSS_SELECTOR, auswahl).text

    def meldung(self):
        return self.text("#meldungen") if self.b.find_elements(By.CSS_SELECTOR, "#meldungen .meldung") else ""

    def finde(self, auswahl):
        return self.b.find_element(By.CSS_SELECTOR, auswahl)

    def alle(self, auswahl):
        return self.b.find_elements(By.CSS_SELECTOR, auswahl)

    # hands
    def tippe(self, *tasten):
        ActionChains(self.b).send_keys(*tasten).perform()

    def tab_bis(self, bedingung, hoechstens=400):
        """Presses the tab key until the focused element fits; `bedingung` is JavaScript over `e`."""
        for _ in range(hoechstens):
            if self.js("const e = document.activeElement; return Boolean(e && e !== document.body && (%s))" % bedingung):
                return
            self.tippe(Keys.TAB)
        raise AssertionError("Mit der Tabulatortaste nicht erreichbar: " + bedingung)

    def klick(self, text):
        """Clicks the button, link or summary with this text."""
        for e in self.alle("button, a, summary, label.wahl"):
            if e.is_displayed() and e.text.strip().startswith(text):
                self.js("arguments[0].scrollIntoView({block: 'center'})", e)
                e.click()
                return
        raise AssertionError("Kein Knopf „%s“" % text)

    def feld(self, beschriftung):
        e = self.js("""const l = [...document.querySelectorAll('label')].find((x) => x.textContent.trim().startsWith(arguments[0]) && x.getClientRects().length);
                       return l ? document.getElementById(l.htmlFor) : null""", beschriftung)
        if e is None:
            raise AssertionError("Kein Feld „%s“" % beschriftung)
        return e

    def schreibe(self, beschriftung, text):
        e = self.feld(beschriftung)
        self.js("arguments[0].scrollIntoView({block: 'center'})", e)
        e.clear()
        e.send_keys(text)
        e.send_keys(Keys.TAB)

    def waehle(self, gruppe, antwort):
        """Chooses a radio button in the fieldset whose legend starts so."""
        e = self.js("""const f = [...document.querySelectorAll('fieldset')].find((x) => x.querySelector('legend').textContent.trim().startsWith(arguments[0]));
                       return f ? [...f.querySelectorAll('label.wahl')].find((x) => x.textContent.trim().startsWith(arguments[1])) : null""", gruppe, antwort)
        if e is None:
            raise AssertionError("Keine Wahl „%s“ in „%s“" % (antwort, gruppe))
        self.js("arguments[0].scrollIntoView({block: 'center'})", e)
        e.click()

    def lade(self, *dateien, auswahl="input[type=file]"):
        self.finde(auswahl).send_keys("\n".join(str(d) for d in dateien))

    def heruntergeladen(self, tun, endung):
        """Runs `tun` and waits for a new file with this ending."""
        vorher = set(self.ablage.iterdir())
        tun()
        gefunden = []

        def da():
            gefunden[:] = [d for d in self.ablage.iterdir() if d not in vorher and d.name.endswith(endung)]
            return bool(gefunden)
        self.warte(da)
        return gefunden[0]

    def groesse(self, breite, hoehe=900, faktor=1):
        self.b.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": breite, "height": hoehe, "deviceScaleFactor": faktor, "mobile": False})

    def bild(self, ziel, breite=1100, hoechstens=4000):
        self.groesse(breite)
        hoehe = min(self.js("return document.documentElement.scrollHeight"), hoechstens)
        self.groesse(breite, hoehe)
        self.b.save_screenshot(str(ziel))
        self.groesse(breite)


@contextlib.contextmanager
def person(**k):
    p = Person(**k)
    try:
        yield p
    finally:
        p.zu()


def akte(**k):
    """An answer file as a colleague would send it."""
    d = {"format": "diva-antworten", "version": 1, "katalog": {"id": "diva-phasenmodell", "version": daten()["katalog"]["katalog"]["version"]},
         "stammdaten": {"SD-01": "gemeinde", "SD-03": 15, "SD-07": "nein", "SD-08": "nein"}, "groessenklasse": "klein", "geltungsbereich": "Gesamtverwaltung",
         "kommune": "Gemeinde Lindenbach", "standort": 0, "umfang": "standort", "person": {"rolle": "leitung", "kuerzel": "AB"}, "begonnen": "2027-01-14", "geaendert": "2027-01-15", "antworten": {}, "festlegungen": {}}
    d.update(k)
    return d


def datei(name, inhalt):
    ziel = ORDNER / name
    if isinstance(inhalt, bytes):
        ziel.write_bytes(inhalt)
    else:
        ziel.write_text(inhalt if isinstance(inhalt, str) else json.dumps(inhalt, ensure_ascii=False), encoding="utf-8")
    return ziel


def fragen(phasen=(0, 1), gk="klein"):
    return [f for f in daten()["katalog"]["fragen"] if gk in f["gk"] and f["phase"] in phasen and not f.get("nur_wenn")]


def hoechste(f, anteil=1.0):
    """The answer at this share of a question's scale."""
    if f["skala"] == "zahl":
        return {"zahl": str(int(f["min"] + (f["max"] - f["min"]) * anteil))}
    stufen = daten()["katalog"]["skalen"][f["skala"]]["stufen"]
    return {"wert": stufen[round((len(stufen) - 1) * anteil)]["wert"]}
