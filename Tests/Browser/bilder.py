# SPDX-License-Identifier: Apache-2.0
"""Makes the pictures of the self check for the documentation: `bilder.py ORDNER`. With DIVA_PROGRAMM also that of the map."""
import base64
import os
import pathlib
import subprocess
import sys

sys.dont_write_bytecode = True
import browser
from browser import akte, datei, fragen, hoechste, person, seite


def main(ordner):
    ziel = pathlib.Path(ordner)
    antworten = {f["id"]: hoechste(f, 1 if i % 4 else .5) for i, f in enumerate(fragen((0, 1)))}
    antworten["P0-ORG-03"] = {"wert": 0}
    antworten["P1-ORG-02"] = {"wn": True}
    with person() as p:
        p.oeffne(seite(), "#dateien")
        p.lade(datei("bild.diva.json", akte(standort=1, antworten=antworten)))
        p.warte(lambda: p.alle(".kern"))
        p.js("Meldung.leeren()")
        p.bild(ziel / "selbstcheck-ergebnis.png", 1000, 1250)
        p.gehe("#fragen/P0-STR")
        p.bild(ziel / "selbstcheck-fragen.png", 1000, 900)
        p.gehe("#bericht")
        pdf = browser.ORDNER / "bericht.pdf"
        pdf.write_bytes(base64.b64decode(p.b.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})["data"]))
        if os.environ.get("DIVA_PROGRAMM"):
            karte = browser.ORDNER / "karte.html"
            subprocess.run([os.environ["DIVA_PROGRAMM"], "werkzeuge", "karte", "--groessenklasse", "klein", "--nach", str(karte)], check=True, stdout=subprocess.DEVNULL)
            p.oeffne(karte)
            p.bild(ziel / "uebersichtskarte.png", 1280, 900)
    subprocess.run(["pdftoppm", "-r", "80", "-png", "-f", "1", "-l", "1", "-singlefile", str(pdf), str(ziel / "selbstcheck-bericht")], check=True)
    browser.aufraeumen()


if __name__ == "__main__":
    main(sys.argv[1])
