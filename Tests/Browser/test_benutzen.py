# SPDX-License-Identifier: Apache-2.0
"""The way of people through the page: by keyboard, with breaks, on two computers, with colleagues, to the printed report."""
import base64
import json
import os
import shutil
import subprocess
import unittest

from selenium.webdriver.common.keys import Keys

import browser
from browser import akte, datei, fragen, hoechste, person, seite

ZAEHLE = "return Object.keys(Zustand.z.akte.antworten).length"


def start_mit_tasten(p, phase=1):
    """Fills in the start page by keyboard alone."""
    p.tab_bis("e.id === 'start-kommune'")
    p.tippe("Gemeinde Lindenbach")
    p.tab_bis("e.id === 'start-art'")
    p.tippe("G")
    p.tab_bis("e.id === 'start-ap'")
    p.tippe("15")
    p.tab_bis("e.type === 'radio' && e.closest('fieldset').textContent.includes('Personalrat')")
    p.tippe(Keys.ARROW_DOWN)  # from "ja" to "nein"
    p.tab_bis("e.type === 'radio' && e.closest('fieldset').textContent.includes('Beschaffen')")
    p.tippe(Keys.ARROW_UP)  # from "noch nicht entschieden" to "nein"
    p.tab_bis("e.type === 'radio' && e.closest('fieldset').id === 'start-standort'")
    p.tippe(Keys.SPACE)
    for _ in range(phase):
        p.tippe(Keys.ARROW_DOWN)
    p.tab_bis("e.id === 'start-weiter'")
    p.tippe(Keys.ENTER)
    p.warte(lambda: p.js("return location.hash") == "#fragen")


def antworte_mit_tasten(p, wie_viele):
    """Answers so many questions by keyboard alone, screen after screen; every fifth with „weiß ich nicht“."""
    beantwortet = 0
    while beantwortet < wie_viele:
        auf_der_seite = len(p.alle("fieldset.frage"))
        for i in range(auf_der_seite):
            if beantwortet == wie_viele:
                return
            p.tab_bis("e.closest('fieldset.frage') === document.querySelectorAll('fieldset.frage')[%d] && e.type === 'radio'" % i)
            zahl = p.js("return document.activeElement.closest('fieldset.frage').querySelector('input.zahl') !== null")
            if zahl:
                p.tab_bis("e.classList.contains('zahl')")
                p.tippe("87,5")
            else:
                p.tippe(Keys.SPACE)
                for _ in range(-1 if beantwortet % 5 == 4 else beantwortet % 3):
                    p.tippe(Keys.ARROW_RIGHT)
                if beantwortet % 5 == 4:
                    p.tippe(Keys.ARROW_LEFT)  # from the first step round to the last answer
            beantwortet += 1
        p.tab_bis("e.id === 'fragen-weiter'")
        vorher = p.js("return location.hash")
        p.tippe(Keys.ENTER)
        p.warte(lambda: p.js("return location.hash") != vorher)
        p.warte(lambda: p.js("return document.activeElement.tagName") == "H1")


class Weg(unittest.TestCase):
    def test_dreissig_fragen_mit_der_tastatur_dann_unterbrechen_speichern_und_am_zweiten_rechner_laden(self):
        with person() as p:
            p.oeffne(seite())
            self.assertIn("Nichts verlässt diesen Rechner", p.text())
            start_mit_tasten(p)
            antworte_mit_tasten(p, 30)
            self.assertEqual(p.js(ZAEHLE), 30)
            self.assertIn("30 von 58", p.text(".fortschritt-text") if p.alle(".fortschritt-text") else p.js("return AnsichtFragen.fortschritt().text"))
            vorher = p.js("return Antwortdatei.schreiben(Zustand.z.akte)")
            self.assertTrue(any("wn" in a for a in json.loads(vorher)["antworten"].values()))

            p.b.refresh()
            p.warte(lambda: "ist wieder da" in p.meldung())
            self.assertEqual(p.js("return Antwortdatei.schreiben(Zustand.z.akte)"), vorher)

            p.gehe("#fragen")  # continues at the first open screen
            offen = p.js("return [...document.querySelectorAll('fieldset.frage')].some((f) => !f.querySelector('input:checked'))")
            self.assertTrue(offen)
            antworte_mit_tasten(p, 2)
            self.assertGreaterEqual(p.js(ZAEHLE), 31)

            p.gehe("#dateien")
            p.tab_bis("e.id === 'datei-speichern'")
            ablage = p.heruntergeladen(lambda: p.tippe(Keys.ENTER), ".diva.json")
            self.assertRegex(ablage.name, r"^diva-gemeinde-lindenbach-antworten-\d{4}-\d\d-\d\d\.diva\.json$")
            self.assertIn("als Datei gespeichert", p.text("#sicherung-stand"))
            gespeichert = json.loads(ablage.read_text(encoding="utf-8"))
            self.assertEqual(gespeichert, json.loads(p.js("return Antwortdatei.schreiben(Zustand.z.akte)")))
            self.assertEqual(ablage.read_text(encoding="utf-8"), json.dumps(gespeichert, indent=2, sort_keys=True, ensure_ascii=False) + "\n")
            satz = self.kern(p)

        with person() as q:  # a second computer: another profile
            q.oeffne(seite())
            self.assertEqual(q.js(ZAEHLE), 0)
            q.gehe("#dateien")
            q.lade(ablage)
            q.warte(lambda: "ist geladen" in q.meldung())
            self.assertEqual(json.loads(q.js("return Antwortdatei.schreiben(Zustand.z.akte)")), gespeichert)
            self.assertEqual(self.kern(q), satz)
        for x in (p, q):
            self.assertEqual(x.meldungen, [])
            self.assertTrue(x.anfragen)
            self.assertEqual([u for u in x.anfragen if not u.startswith(("file:", "blob:", "data:"))], [])

    def kern(self, p):
        p.gehe("#ergebnis")
        return p.text(".kern")

    def test_drei_dateien_mit_streit_zusammenfuehren_und_festlegen(self):
        alle = fragen((0, 1))
        streit, unterschied = "P0-STR-02", "P0-STR-03"
        dateien = []
        for rolle, kuerzel, ja in (("leitung", "AB", 1), ("organisation", "CD", 0), ("it", "EF", 1)):
            a = {f["id"]: hoechste(f) for f in alle}
            a[streit] = {"wert": ja, "bemerkung": "Steht im Protokoll <b>vom Mai</b>" if ja else "Ich kenne keinen Beschluss"}
            a[unterschied] = {"wert": 4 if rolle == "leitung" else 2}
            dateien.append(datei("diva-lindenbach-%s.diva.json" % rolle, akte(person={"rolle": rolle, "kuerzel": kuerzel}, antworten=a)))
        with person() as p:
            p.oeffne(seite(), "#zusammenfuehren")
            p.lade(*dateien)
            p.warte(lambda: "drei Personen" in p.meldung())
            self.assertIn("Drei Personen haben geantwortet", p.text())
            karten = p.alle(".gespraech > li")
            self.assertEqual([k.get_attribute("id") for k in karten[:2]], ["g-" + streit, "g-" + unterschied])
            self.assertIn("strittig", karten[0].text)
            self.assertIn("zwei Stimmen", karten[0].text)
            self.assertNotIn("Leitung", karten[0].text.replace("Strategie und Führung", ""))  # votes are not attributed
            self.assertEqual(p.alle("#g-%s b" % streit), [])
            p.gehe("#ergebnis")
            self.assertIn("noch strittig", p.text(".musspunkte"))
            self.assertNotIn("Abgesichert ist Phase 0", p.text(".kern"))

            p.gehe("#zusammenfuehren")
            karte = p.finde("#g-" + streit)
            karte.find_element("css selector", ".festlegung summary").click()
            karte.find_element("css selector", ".festlegung .knopf-haupt").click()
            self.assertIn("Bitte wählen Sie", karte.text)
            p.js("arguments[0].click()", [e for e in karte.find_elements("css selector", "label.wahl") if e.text.strip() == "ja"][0])
            karte.find_element("css selector", ".festlegung .knopf-haupt").click()
            self.assertIn("warum Sie sich so geeinigt haben", karte.text)
            karte.find_elements("css selector", ".festlegung input[type=text]")[0].send_keys("Beschluss vom 12. Mai gefunden")
            karte.find_element("css selector", ".festlegung .knopf-haupt").click()
            self.assertIn("wer das festgelegt hat", karte.text)
            karte.find_elements("css selector", ".festlegung input[type=text]")[1].send_keys("Runde der Amtsleitungen")
            karte.find_element("css selector", ".festlegung .knopf-haupt").click()
            p.warte(lambda: "Festlegung ist eingetragen" in p.meldung())
            self.assertIn("Festgelegt: ja", p.text("#g-" + streit))
            p.gehe("#ergebnis")
            self.assertIn("Abgesichert ist Phase 0", p.text(".kern"))
            self.assertNotIn("strittig", p.text(".musspunkte"))

            p.gehe("#dateien")
            gesamt = p.heruntergeladen(lambda: p.klick("Antwortdatei speichern"), ".diva.json")
            self.assertIn("-gesamt-", gesamt.name)
            d = json.loads(gesamt.read_text(encoding="utf-8"))
            self.assertEqual(len(d["stimmen"]), 3)
            self.assertEqual({b["antworten"][streit]["wert"] for b in d["stimmen"]}, {0, 1})
            self.assertEqual(d["festlegungen"][streit]["grund"], "Beschluss vom 12. Mai gefunden")

        # Merging again with a fourth file loses nothing.
        vierte = datei("vierte.diva.json", akte(person={"rolle": "archiv", "kuerzel": "GH"}, antworten={streit: {"wn": True}}))
        with person() as q:
            q.oeffne(seite(), "#zusammenfuehren")
            q.lade(gesamt, vierte)
            q.warte(lambda: "vier Personen" in q.meldung())
            self.assertEqual(q.js("return Zustand.z.akte.festlegungen[arguments[0]].grund", streit), "Beschluss vom 12. Mai gefunden")

    def test_ergebnis_massnahmen_und_werkzeug_im_text(self):
        a = {f["id"]: hoechste(f) for f in fragen((0, 1))}
        a["P0-ORG-03"] = {"wert": 0}
        a["P1-ORG-02"] = {"wn": True}
        with person() as p:
            p.oeffne(seite(), "#dateien")
            p.lade(datei("fast.diva.json", akte(standort=1, antworten=a)))
            p.warte(lambda: p.js("return location.hash") == "#ergebnis" and p.alle(".kern"))
            self.assertIn("Sie stehen in Phase 1 (Vorbereitung). Vollständig abgesichert ist noch keine Phase.", p.text(".kern"))
            self.assertIn("Nachholen sollten Sie in Phase 0.", p.text(".kern"))
            desc = p.js("return document.querySelector('svg.spinne desc').textContent")
            self.assertRegex(desc, r"Strategie und Führung \d+,\d %")
            self.assertEqual(len(p.alle("svg.spinne circle")), p.js("return Zustand.ergebnis().dimensionen.size"))
            p.gehe("#massnahmen")
            erste = p.alle(".massnahme")[0]
            self.assertEqual(erste.get_attribute("id"), "m-P0-ORG-03")
            self.assertIn("Muss-Punkt nachholen", erste.text)
            erste.find_element("css selector", "summary").click()
            p.warte(lambda: len(erste.find_elements("css selector", ".werkzeugtext table")) > 0)
            self.assertIn("Mögliche Partner", erste.text)
            p.js("const i = document.querySelector('#m-P0-ORG-03 input[type=text]'); i.value = '=Frau Adler; Hauptamt'; i.dispatchEvent(new Event('input'))")
            p.js("const i = document.querySelector('#m-P0-ORG-03 input[type=date]'); i.value = '2027-03-01'; i.dispatchEvent(new Event('change'))")
            csv = p.heruntergeladen(lambda: p.klick("Als Tabelle speichern"), ".csv").read_bytes().decode("utf-8")
            self.assertTrue(csv.startswith("\ufeffNr.;Kennung;"))
            self.assertIn("\"'=Frau Adler; Hauptamt\";01.03.2027", csv)
            ics = p.heruntergeladen(lambda: p.klick("Termine für den Kalender"), ".ics").read_bytes().decode("utf-8")
            self.assertIn("DTSTART;VALUE=DATE:20270301\r\n", ics)
            self.assertEqual(ics.count("BEGIN:VEVENT"), 1)
            self.assertTrue(all(len(z.encode()) <= 75 for z in ics.split("\r\n")))

    def test_ausgefuellter_fragebogen_ist_wieder_ein_fragebogen(self):
        a = {f["id"]: hoechste(f, .5) for f in fragen((0,))}
        a["P0-STR-01"] = {"wert": 3, "bemerkung": "</script><script>document.title='kaputt'</script><!-- \u2028"}
        with person() as p:
            p.oeffne(seite(), "#dateien")
            p.lade(datei("mit.diva.json", akte(antworten=a)))
            p.warte(lambda: "ist geladen" in p.meldung())
            p.gehe("#dateien")
            html = p.heruntergeladen(lambda: p.klick("Als ausgefüllten Fragebogen"), ".html")
        with person() as q:
            q.oeffne(html)
            q.warte(lambda: "enthält Antworten" in q.meldung())
            self.assertEqual(json.loads(q.js("return Antwortdatei.schreiben(Zustand.z.akte)"))["antworten"], a)
            self.assertNotIn("kaputt", q.b.title)
            q.gehe("#bericht")
            self.assertIn("document.title='kaputt'", q.text())
            q.gehe("#dateien")  # and the copy can be copied again
            zweite = q.heruntergeladen(lambda: q.klick("Als ausgefüllten Fragebogen"), ".html")
            self.assertEqual(zweite.read_bytes(), html.read_bytes())
        self.assertEqual(q.meldungen, [])
        with person() as r:  # an HTML copy can be merged like an answer file
            r.oeffne(seite(), "#zusammenfuehren")
            r.lade(html)
            r.warte(lambda: "hinzugefügt" in r.meldung())

    def test_vergleich_mit_frueher(self):
        alle = fragen((0,))
        frueher = {f["id"]: hoechste(f, 0) for f in alle}
        heute = {f["id"]: hoechste(f, 1) for f in alle}
        weg = alle[-1]["id"]
        del frueher[weg]
        frueher["P0-ALT-99"] = {"wert": 1}
        heute["P0-STR-01"] = {"wert": 0}
        frueher["P0-STR-01"] = {"wert": 4}
        with person() as p:
            p.oeffne(seite(), "#dateien")
            p.lade(datei("heute.diva.json", akte(antworten=heute)))
            p.warte(lambda: p.alle(".kern"))
            p.gehe("#vergleichen")
            p.lade(datei("frueher.diva.json", akte(antworten=frueher, geaendert="2026-01-15")))
            p.warte(lambda: "Seit 15.01.2026: verbessert" in p.text())
            self.assertIn("Zurückgegangen (1)", p.text())
            self.assertIn("Neu beantwortet (1)", p.text())
            self.assertIn("Nicht vergleichbar (1)", p.text())
            self.assertIn("P0-ALT-99 (nicht mehr im Fragebogen)", p.text())
            self.assertEqual(len(p.alle("svg.spinne .reihe-alt")), 1)

    def test_geaenderte_frage_sieht_offen_aus(self):
        alle = fragen((0,))
        a = {f["id"]: dict(hoechste(f), rev=f["rev"]) for f in alle}
        a["P0-STR-02"] = {"wert": 1, "rev": 99, "beleg": "Beschluss 12"}
        with person() as p:
            p.oeffne(seite(), "#dateien")
            p.lade(datei("alt.diva.json", akte(antworten=a)))
            p.warte(lambda: "ist geladen" in p.meldung())
            self.assertIn("Eine Frage hat sich seit der Antwort geändert: P0-STR-02. Sie zählt als offen: bitte neu beantworten.", p.meldung())
            p.warte(lambda: p.alle(".kern"))
            self.assertIn("Eine Frage hat sich seit der Antwort geändert", p.text())
            p.gehe("#bericht")
            self.assertIn("zu einer früheren Fassung der Frage: ja", p.text())
            p.gehe("#fragen/P0-STR")
            karte = "#f-P0-STR-02"
            self.assertIn("Die Frage hat sich seit Ihrer Antwort geändert: bitte neu beantworten.", p.text(karte))
            self.assertIn("Ihre frühere Antwort war: „ja“", p.text(karte))
            self.assertEqual(p.alle(karte + " input:checked"), [])
            self.assertNotIn("frage-fertig", p.finde(karte).get_attribute("class"))
            self.assertIn("frage-fertig", p.finde("#f-P0-STR-01").get_attribute("class"))
            self.assertIn("P0-STR-02", p.js("return AnsichtFragen.offen().map((f) => f.id)"))
            # A remark does not make the old answer a new one.
            p.js("const t = document.querySelector('#f-P0-STR-02 textarea'); t.value = 'siehe Protokoll'; t.dispatchEvent(new Event('input'))")
            self.assertEqual(p.js("return Zustand.z.akte.antworten['P0-STR-02']"), {"wert": 1, "rev": 99, "beleg": "Beschluss 12", "bemerkung": "siehe Protokoll"})
            p.js("arguments[0].click()", [e for e in p.alle(karte + " label.wahl") if e.text.strip() == "ja"][0])
            self.assertEqual(p.js("return Zustand.z.akte.antworten['P0-STR-02']"), {"wert": 1, "rev": 1, "beleg": "Beschluss 12", "bemerkung": "siehe Protokoll"})
            self.assertNotIn("geändert", p.text(karte))
            self.assertNotIn("P0-STR-02", p.js("return AnsichtFragen.offen().map((f) => f.id)"))
            p.gehe("#ergebnis")
            self.assertNotIn("seit der Antwort geändert", p.text())

    def test_vertauschter_vergleich_faellt_auf(self):
        with person() as p:
            p.oeffne(seite(), "#dateien")
            p.lade(datei("heute.diva.json", akte(antworten={"P0-STR-02": {"wert": 1}}, geaendert="2026-01-15")))
            p.warte(lambda: p.alle(".kern"))
            p.gehe("#vergleichen")
            p.lade(datei("frueher.diva.json", akte(antworten={"P0-STR-02": {"wert": 0}}, geaendert="2027-01-15", kommune="Weißtal")))
            p.warte(lambda: "Bitte prüfen" in p.text())
            self.assertIn("Prüfen Sie, ob sie vertauscht sind.", p.text())
            self.assertIn("früher „Weißtal“", p.text())

    def test_bericht_als_pdf(self):
        a = {f["id"]: hoechste(f, .5 if i % 3 else 1) for i, f in enumerate(fragen((0, 1)))}
        a["P0-STR-02"]["beleg"] = "Beschluss 12/2026"
        with person() as p:
            p.oeffne(seite(), "#dateien")
            p.lade(datei("bericht.diva.json", akte(standort=1, antworten=a)))
            p.warte(lambda: p.alle(".kern"))
            p.gehe("#bericht")
            pdf = base64.b64decode(p.b.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})["data"])
            ziel = browser.ORDNER / "bericht.pdf"
            ziel.write_bytes(pdf)
        self.assertTrue(pdf.startswith(b"%PDF"))
        self.assertTrue(shutil.which("pdftotext") or os.environ.get("CI") != "true", "poppler-utils fehlt")
        if shutil.which("pdftotext"):
            text = subprocess.run(["pdftotext", "-layout", str(ziel), "-"], capture_output=True, text=True).stdout
            seiten = text.split("\f")[:-1]
            self.assertGreaterEqual(len(seiten), 5)
            self.assertIn("Für die Leitung", seiten[0])
            self.assertIn("Die nächsten fünf Schritte", seiten[0])
            self.assertIn("Muss-Punkte und Nachholbedarf", seiten[1])
            self.assertIn("Beschluss 12/2026", text)
            self.assertIn("So wurde gerechnet", text)
            self.assertNotIn("Antwortdatei speichern", text)
            self.assertIn("Seite 1 von %d" % len(seiten), seiten[0])

    def test_warnung_vor_dem_verlust(self):
        with person() as p:
            p.oeffne(seite())
            start_mit_tasten(p)
            antworte_mit_tasten(p, 1)
            frage = "const e = new Event('beforeunload', {cancelable: true}); window.dispatchEvent(e); return e.defaultPrevented"
            self.assertTrue(p.js(frage))
            p.gehe("#dateien")
            p.heruntergeladen(lambda: p.klick("Antwortdatei speichern"), ".diva.json")
            self.assertFalse(p.js(frage))

    def test_laden_ersetzt_nicht_ungefragt(self):
        with person() as p:
            p.oeffne(seite())
            start_mit_tasten(p)
            antworte_mit_tasten(p, 3)
            p.gehe("#dateien")
            p.lade(datei("andere.diva.json", akte(antworten={"P0-STR-01": {"wert": 1}})))
            p.warte(lambda: p.js("return document.getElementById('rueckfrage').open"))
            p.tippe(Keys.ESCAPE)
            self.assertEqual(p.js(ZAEHLE), 3)
            p.lade(browser.ORDNER / "andere.diva.json")
            p.warte(lambda: p.js("return document.getElementById('rueckfrage').open"))
            p.klick("Ersetzen")
            p.warte(lambda: p.js(ZAEHLE) == 1)
            p.klick("Rückgängig")
            p.warte(lambda: p.js(ZAEHLE) == 3)

    def test_ziehen_und_ablegen(self):
        inhalt = json.dumps(akte(antworten={"P0-STR-01": {"wert": 1}}))
        with person() as p:
            p.oeffne(seite(), "#dateien")
            p.js("""const d = new DataTransfer(); d.items.add(new File([arguments[0]], 'x.diva.json'));
                    document.querySelector('.datei-feld').dispatchEvent(new DragEvent('drop', {dataTransfer: d, bubbles: true, cancelable: true}))""", inhalt)
            p.warte(lambda: "ist geladen" in p.meldung())
            self.assertEqual(p.js(ZAEHLE), 1)

    def test_nicht_zutreffend_braucht_einen_grund(self):
        f = next(f for f in fragen((0,), "mittel") if f.get("nz"))
        with person() as p:
            p.oeffne(seite(), "#dateien")
            p.lade(datei("nz.diva.json", akte(groessenklasse="mittel", stammdaten={"SD-01": "stadt", "SD-03": 100})))
            p.warte(lambda: "ist geladen" in p.meldung())
            p.gehe("#fragen/P0-" + f["dim"])
            p.waehle(next(x for x in [str(i) for i in range(1, 40)] if p.js("return [...document.querySelectorAll('fieldset.frage')].some((e) => e.id === 'f-' + arguments[0] && e.querySelector('.frage-nr').textContent === arguments[1])", f["id"], x)), "nicht zutreffend")
            self.assertIn(f["id"], p.js("return AnsichtFragen.offen().map((f) => f.id)"))
            p.schreibe("Warum trifft das", "Es gibt keine Digitale Agenda.")
            self.assertNotIn(f["id"], p.js("return AnsichtFragen.offen().map((f) => f.id)"))
            self.assertEqual(p.js("return Zustand.z.akte.antworten[arguments[0]].grund", f["id"]), "Es gibt keine Digitale Agenda.")

    def test_zahl_fragt_zurueck(self):
        with person() as p:
            p.oeffne(seite(), "#dateien")
            p.lade(datei("zahl.diva.json", akte(standort=3, groessenklasse="klein")))
            p.warte(lambda: "ist geladen" in p.meldung())
            p.gehe("#fragen/P3-MEN")
            p.schreibe("Ihre Zahl", "87.5")
            self.assertIn("Meinen Sie 87,5 oder 87.500?", p.text())
            self.assertIsNone(p.js("return (Zustand.z.akte.antworten['P3-MEN-01'] || {}).zahl"))
            p.klick("87,5 %")
            self.assertEqual(p.js("return Zustand.z.akte.antworten['P3-MEN-01'].zahl"), "87.5")

    def test_groessenklasse_mit_warum_und_eigener_wahl(self):
        with person() as p:
            p.oeffne(seite())
            p.klick("Weiter zu den Fragen")
            self.assertIn("Es fehlt noch etwas", p.text())
            self.assertEqual(len(p.alle(".fehlerliste li")), 3)
            p.js("document.querySelector('.fehlerliste a').click()")
            self.assertEqual(p.js("return document.activeElement.id"), "start-art")
            p.schreibe("Zahl der Büroarbeitsplätze", "1.250")
            self.assertIn("große Verwaltung", p.text("#start-groesse"))
            p.klick("Warum?")
            self.assertIn("1.250 Büroarbeitsplätze: über 150", p.text("#start-groesse"))
            p.klick("Größenklasse selbst wählen")
            p.js("const s = [...document.querySelectorAll('select')].find((x) => [...x.options].some((o) => o.value === 'mittel')); s.value = 'mittel'; s.dispatchEvent(new Event('change'))")
            p.klick("Weiter zu den Fragen")
            self.assertIn("Grund für die andere Größenklasse", p.text("#start-fehler"))
            p.schreibe("Warum passt die berechnete", "Nur das Rathaus wird umgestellt")
            self.assertIn("Nur das Rathaus", p.text("#start-groesse"))

    def test_groessenwechsel_loescht_keine_antwort(self):
        a = {f["id"]: hoechste(f) for f in browser.daten()["katalog"]["fragen"] if "mittel" in f["gk"] and f["phase"] <= 1}
        with person() as p:
            p.oeffne(seite(), "#dateien")
            p.lade(datei("wechsel.diva.json", akte(groessenklasse="mittel", standort=1, antworten=a)))
            p.warte(lambda: "ist geladen" in p.meldung())
            p.gehe("#start")
            p.schreibe("Zahl der Büroarbeitsplätze", "15")
            self.assertEqual(p.js("return Zustand.z.akte.groessenklasse"), "klein")
            self.assertEqual(p.js(ZAEHLE), len(a))

    def test_kurzcheck_ist_eine_kurzfassung(self):
        with person() as p:
            p.oeffne(seite())
            start_mit_tasten(p)
            p.gehe("#start")
            p.waehle("Wie viel möchten Sie", "Kurzcheck")
            p.klick("Weiter zu den Fragen")
            p.warte(lambda: "Kurzcheck, Phase 0" in p.text())
            self.assertEqual(len(p.alle("fieldset.frage")), 9)
            antworte_mit_tasten(p, 30)
            self.assertEqual(p.js("return AnsichtFragen.offen().length"), 0)
            p.gehe("#ergebnis")
            self.assertIn("Kurzfassung", p.text(".kernsatz"))

    def test_ohne_speicher_im_browser_geht_alles_und_wird_gesagt(self):
        with person() as p:
            p.b.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('gesperrt', 'SecurityError'); }})"})
            p.oeffne(seite())
            start_mit_tasten(p)
            antworte_mit_tasten(p, 2)
            self.assertIn("Dieser Browser merkt sich nichts", p.text("#sicherung-stand"))
            p.gehe("#dateien")
            self.assertTrue(p.heruntergeladen(lambda: p.klick("Antwortdatei speichern"), ".diva.json").exists())
        self.assertEqual(p.meldungen, [])

    def test_ohne_javascript_ist_es_ein_formular_auf_papier(self):
        with person(javascript=False) as p:
            p.oeffne(seite())
            text = p.text("body")
            self.assertIn("ausdrucken und von Hand ausfüllen", text)
            for f in browser.daten()["katalog"]["fragen"]:
                self.assertIn(f["id"], text)
            self.assertFalse(p.finde("#seite").is_displayed())
