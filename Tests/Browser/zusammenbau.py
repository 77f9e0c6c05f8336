# SPDX-License-Identifier: Apache-2.0
"""Joins Toolbox/selbstcheck and the texts of the toolbox into the one HTML file.

The tests use it, and it describes what `diva reifegrad fragebogen` has to do:

1. css = seite.css; script = '"use strict";' and the files of reihenfolge.txt, joined with line feeds.
2. daten = {katalog, werkzeuge, vektoren, rechner, entscheider, stand, version} as JSON without spaces, keys sorted,
   every "<" written as \\u003c (so that no end tag can occur), and U+2028/2029 escaped as well.
3. The markers %%CSS%%, %%PAPIER%%, %%DATEN%%, %%ANTWORTEN%%, %%SKRIPT%%, %%CSP%% of seite.html are replaced, each once.
   The policy names the SHA-256 of exactly the text between <style> and </style> and of the last <script>.
"""
import argparse
import base64
import hashlib
import html
import json
import pathlib
import re

import yaml

import markdown

HIER = pathlib.Path(__file__).resolve().parent
WURZEL = HIER.parent.parent
SEITE = WURZEL / "Toolbox" / "selbstcheck"
ARTEN = {"CL": "Checkliste", "VL": "Vorlage", "LF": "Leitfaden", "MU": "Muster", "KH": "Kalkulationshilfe", "EH": "Entscheidungshilfe"}


def geteilt():
    """The folder with catalogue proposal and vectors, as long as they are not in the toolbox itself."""
    import os
    ort = os.environ.get("DIVA_SHARED")
    return pathlib.Path(ort) if ort else WURZEL.parent / "shared"


def erste(*orte):
    for ort in orte:
        if ort.exists():
            return ort
    raise SystemExit("Nicht gefunden: " + ", ".join(str(o) for o in orte))


def katalog():
    ort = erste(WURZEL / "Toolbox" / "katalog.yaml", geteilt() / "phasenmodell" / "katalog-vorschlag.yaml")
    return yaml.safe_load(ort.read_text(encoding="utf-8"))


def vektoren():
    ordner = erste(WURZEL / "Toolbox" / "testvektoren", geteilt() / "phasenmodell" / "testvektoren")
    return {name: json.loads((ordner / (name + ".json")).read_text(encoding="utf-8")) for name in ("scoring", "kalkulation")}


def werkzeuge():
    """All tools with front matter, by id."""
    aus = {}
    for datei in sorted((WURZEL / "Toolbox").glob("*/*/*.md")):
        if not re.fullmatch(r"(CL|VL|LF|MU|KH|EH)-\d\d", datei.stem):
            continue
        _, kopf, text = datei.read_text(encoding="utf-8").split("---\n", 2)
        k = yaml.safe_load(kopf)
        aus[k["id"]] = {"titel": k["titel"], "art": ARTEN[k["id"][:2]], "minuten": k["aufwand_min"], "gk": k["groessenklassen"],
                        "phasen": k["phasen"], "html": markdown.als_html(text)}
    return aus


def definitionen(name):
    ort = SEITE / "definitionen" / (name + ".json")
    return json.loads(ort.read_text(encoding="utf-8")) if ort.exists() else {}


def entscheider():
    """The decision aids, as the program has them: one YAML file each."""
    aus = {}
    for datei in sorted((WURZEL / "Toolbox" / "entscheiden").glob("*/EH-??.yaml")):
        d = yaml.safe_load(datei.read_text(encoding="utf-8"))
        aus[d["id"]] = d
    return aus


def kleinste_klasse(k, gk):
    return [f for f in k["fragen"] if gk is None or gk in f["gk"]]


def papier(k, gk=None):
    """The questionnaire as a form to print and fill in by hand, for browsers without JavaScript."""
    e = lambda t: html.escape(str(t), quote=True)
    zeilen = ["<div class=\"papier\"><h1>Selbstcheck zur E-Akte</h1>",
              "<p>In diesem Browser läuft kein JavaScript. Sie können den Fragebogen ausdrucken und von Hand ausfüllen. "
              "Mit JavaScript rechnet diese Datei selbst, ohne Internet.</p>",
              "<p>Verwaltung: ______________________________ Datum: ______________ Rolle: ______________________</p>",
              "<p>Büroarbeitsplätze: __________ Personalrat: &#9744; ja &#9744; nein Eigene Vergabe: &#9744; ja &#9744; nein</p>",
              "<h2>" + e(k["standort"]["text"]) + "</h2><ul class=\"papier-wahl\">"]
    zeilen += ["<li>&#9744; %s</li>" % e(s["text"]) for s in k["standort"]["auswahl"]]
    zeilen.append("</ul>")
    dims = {d["id"]: d["text"] for d in k["dimensionen"]}
    fragen = kleinste_klasse(k, gk)
    for p in k["phasen"]:
        hier = [f for f in fragen if f["phase"] == p["nr"]]
        if not hier:
            continue
        zeilen.append("<h2>Phase %d: %s</h2><p>%s</p>" % (p["nr"], e(p["titel"]), e(p["ziel"])))
        for d in dims:
            dort = [f for f in hier if f["dim"] == d]
            if not dort:
                continue
            zeilen.append("<h3>%s</h3><ol class=\"papier-fragen\">" % e(dims[d]))
            for f in dort:
                if f["skala"] == "zahl":
                    wahl = "________ " + e(f.get("einheit", ""))
                else:
                    wahl = " ".join("&#9744;&#160;" + e(s["text"]).replace(" ", "&#160;") for s in k["skalen"][f["skala"]]["stufen"])
                wahl += " &#9744;&#160;weiß&#160;ich&#160;nicht" + (" &#9744;&#160;nicht&#160;zutreffend,&#160;weil:&#160;________________" if f.get("nz") else "")
                wenn = f.get("nur_wenn")
                bedingung = {"SD-07": " (nur mit Personalrat)", "SD-08": " (nur bei eigener Vergabe)"}.get(wenn["stammdatum"], "") if wenn else ""
                zeilen.append("<li><p>%s%s%s <small>%s</small></p><p class=\"papier-kasten\">%s</p></li>" % (
                    e(f["text"]), " <strong>Muss-Punkt</strong>" if f.get("ko") else "", e(bedingung), e(f["id"]), wahl))
            zeilen.append("</ol>")
    return "\n".join(zeilen) + "</div>"


def sicher(wert):
    """JSON for a script element: no "<" and no line separators of JavaScript."""
    text = json.dumps(wert, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def skript():
    namen = [z.strip() for z in (SEITE / "reihenfolge.txt").read_text(encoding="utf-8").splitlines()]
    teile = [(SEITE / "js" / n).read_text(encoding="utf-8") for n in namen if n and not n.startswith("#")]
    return '"use strict";\n' + "\n".join(teile)


def probe(text):
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") + "'"


def daten(version="0.1.0", stand=None):
    k = katalog()
    return {"katalog": k, "werkzeuge": werkzeuge(), "vektoren": vektoren(), "rechner": definitionen("rechner"),
            "entscheider": entscheider(), "stand": stand or str(k["katalog"]["stand"]), "version": version}


def bauen(d=None, antworten=None, gk=None):
    d = d or daten()
    css = "\n" + (SEITE / "seite.css").read_text(encoding="utf-8")
    js = "\n" + skript()
    for name, text in (("CSS", css), ("Skript", js)):
        if "</s" in text.lower() or "<!--" in text or "\r" in text:
            raise SystemExit(name + ": enthält ein Endezeichen oder Wagenrücklauf.")
    politik = ("default-src 'none'; style-src %s; script-src %s; img-src data:; form-action 'none'; base-uri 'none'"
               % (probe(css), probe(js)))
    ersatz = {"CSP": politik, "CSS": css, "PAPIER": papier(d["katalog"], gk), "DATEN": sicher(d),
              "ANTWORTEN": sicher(antworten) if antworten else "null", "SKRIPT": js}
    vorlage = (SEITE / "seite.html").read_text(encoding="utf-8")
    return re.sub(r"%%([A-Z]+)%%", lambda m: ersatz[m.group(1)], vorlage)


if __name__ == "__main__":
    a = argparse.ArgumentParser()
    a.add_argument("--nach", required=True)
    a.add_argument("--gk")
    o = a.parse_args()
    text = bauen(gk=o.gk)
    pathlib.Path(o.nach).write_text(text, encoding="utf-8", newline="\n")
    print("%s: %d KB" % (pathlib.Path(o.nach).name, len(text.encode("utf-8")) // 1024))
