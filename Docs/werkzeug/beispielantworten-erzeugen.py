#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the answer files of the three invented municipalities in Toolbox/beispiele, the same bytes every time.

    diva reifegrad katalog --json | python3 Docs/werkzeug/beispielantworten-erzeugen.py

Each person answers by the state of the municipality (by phase and dimension), by the own view (leaders see more, clerks
less) and by what the own role can know; what stands in ANGABEN is answered just so. `make beispielberichte` makes the
reports out of the files.
"""
import hashlib
import json
import pathlib
import sys

ZIEL = pathlib.Path(__file__).resolve().parent.parent.parent / "Toolbox" / "beispiele"

# Folder, facts, position, state of the phases 0 to 6, difference by dimension, people.
# A person: role, initials, view (added to the state), how much of the questions of others is known.
KOMMUNEN = [
    dict(
        ordner="gemeinde-15", name="lindenbach", tag="2027-03-15", standort=1, bereich="Gesamtverwaltung",
        stammdaten={"SD-01": "gemeinde", "SD-02": 4180, "SD-03": 15, "SD-04": 3, "SD-05": 185, "SD-06": 12,
                    "SD-07": "nein", "SD-08": "nein", "SD-09": "SN"},
        stand=[0.85, 0.5, 0.15, 0, 0, 0, 0], dim={"TEC": -0.1, "ARC": -0.05, "FIN": 0.1},
        personen=[("leitung", "FW", 0.1, 0.8), ("projektleitung", "FA", 0, 1.0), ("kaemmerei", "HS", -0.05, 0.7),
                  ("sachbearbeitung", "FJ", -0.15, 0.5)]),
    dict(
        ordner="stadt-120", name="auental", tag="2027-04-20", standort=3, bereich="Gesamtverwaltung",
        stammdaten={"SD-01": "stadt", "SD-02": 17600, "SD-03": 120, "SD-04": 9, "SD-05": 1240, "SD-06": 41,
                    "SD-07": "ja", "SD-08": "ja", "SD-09": "SN"},
        stand=[0.95, 0.85, 0.8, 0.55, 0.15, 0, 0], dim={"ARC": -0.2, "MEN": -0.1, "STR": 0.1},
        personen=[("leitung", "HB", 0.15, 0.7), ("projektleitung", "FK", 0, 1.0), ("it", "HL", 0, 0.6),
                  ("kaemmerei", "FM", 0, 0.5), ("datenschutz", "DS", -0.1, 0.4),
                  ("sachbearbeitung", "SB1", -0.2, 0.5), ("sachbearbeitung", "SB2", -0.1, 0.5)]),
    dict(
        ordner="landkreis-1500", name="weisstal", tag="2027-05-10", standort=4, bereich="Landratsamt",
        stammdaten={"SD-01": "landkreis", "SD-02": 212000, "SD-03": 1500, "SD-04": 46, "SD-05": 9800, "SD-06": 180,
                    "SD-07": "ja", "SD-08": "ja", "SD-09": "SN"},
        stand=[1.0, 0.95, 0.75, 0.9, 0.55, 0.25, 0], dim={"AKT": -0.15, "MEN": -0.1, "TEC": 0.1},
        personen=[("leitung", "DrS", 0.3, 1.0), ("leitung", "AL1", 0.2, 1.0), ("leitung", "AL2", 0.25, 1.0),
                  ("projektleitung", "HF", 0, 1.0), ("it", "IT1", 0.05, 0.6), ("archiv", "AR", -0.1, 0.5),
                  ("sachbearbeitung", "SB1", -0.7, 0.9), ("sachbearbeitung", "SB2", -0.6, 0.9),
                  ("sachbearbeitung", "SB3", -0.65, 0.9)]),
]
# What is answered just so: municipality, question, role (None for all) -> answer.
ANGABEN = {
    ("lindenbach", "P0-STR-02", None): {"wert": 1, "beleg": "Vermerk vom 12.01.2027, Beschluss vom 26.01.2027"},
    ("lindenbach", "P0-MEN-01", None): {"wert": 2, "beleg": "Verfügung vom 01.03.2027: Hauptamt, 9 Stunden je Woche"},
    ("lindenbach", "P0-MEN-01", "sachbearbeitung"): {
        "wert": 1, "bemerkung": "Frau Adler macht das neben dem Meldeamt; ich sehe keine freie Zeit."},
    ("lindenbach", "P0-FIN-01", None): {"wert": 2, "beleg": "KH-02 vom 18.01.2027: 66.782,22 € über fünf Jahre"},
    ("lindenbach", "P0-STR-05", None): {"wert": 2, "beleg": "EH-02: Start im Hauptamt, fünf Bereiche zurückgestellt"},
    ("lindenbach", "P0-ORG-03", None): {"wert": 2, "beleg": "EH-05: gemeinsam mit der Stadt Auental"},
    ("lindenbach", "P0-TEC-02", None): {"wert": 2, "beleg": "EH-04: DMS als Ablage, Vermerk vom 18.01.2027"},
    ("lindenbach", "P0-STR-01", None): {"wert": 3, "beleg": "Dienstberatung vom 11.01.2027"},
    ("lindenbach", "P1-STR-01", None): {"wert": 0, "bemerkung": "Entwurf VL-04 liegt der Bürgermeisterin vor."},
    ("lindenbach", "P1-FIN-01", None): {"wert": 1, "beleg": "Haushalt 2027 und Finanzplan 2028"},
    ("auental", "P3-REC-01", None): {"wert": 1, "bemerkung": "Die Dienstanweisung ist beim Personalrat."},
    ("auental", "P2-ARC-02", None): {"wert": 1, "beleg": "Vertrag § 14: Export ja, Format offen"},
    ("auental", "P2-ARC-02", "it"): {"wert": 2, "bemerkung": "Export ist Teil der Abnahme gewesen."},
    ("auental", "P1-MEN-01", None): {"wert": 1, "beleg": "Schreiben an den Personalrat vom 03.06.2026"},
    ("auental", "P3-MEN-01", None): {"zahl": "62.5", "beleg": "Teilnahmeliste April 2027"},
    ("weisstal", "P4-ORG-02", None): {"zahl": "58", "beleg": "Auswertung der Anmeldungen vom 30.04.2027"},
    ("weisstal", "P2-AKT-01", None): {"wert": 1, "bemerkung": "Im Jugendamt gilt noch der alte Aktenplan."},
    ("weisstal", "P2-AKT-01", "leitung"): {"wert": 2, "beleg": "Verfügung vom 02.02.2026"},
}
# What the group decided in a conversation; it stands in the file of the person who leads the project.
FESTLEGUNGEN = {
    "lindenbach": {"P0-MEN-01": {"wert": 2, "wer": "Leitung und Hauptamt", "am": "2027-03-22",
                                 "grund": "Die Stunden sind verfügt; das Meldeamt gibt die Chronik ab."}},
    "auental": {"P2-ARC-02": {"wert": 1, "wer": "Lenkungskreis", "am": "2027-05-04",
                              "grund": "Export wurde abgenommen, die Aussonderung im Format xdomea steht nicht im Vertrag."}},
    "weisstal": {},
}


def wurf(*teile):
    """A number from 0 to below 1 that depends on the words only."""
    return int.from_bytes(hashlib.sha256("|".join(teile).encode()).digest()[:4], "big") / 2**32


def antwort(k, frage, rolle, kuerzel, sicht, kenntnis, stufen):
    for r in (rolle, None):
        if (k["name"], frage["id"], r) in ANGABEN:
            return dict(ANGABEN[(k["name"], frage["id"], r)])
    wer = (k["name"], frage["id"])
    eigen = frage["wer"] == rolle
    if not eigen and wurf(*wer, kuerzel, "kennt") > kenntnis:
        return {"wn": True}
    if frage["nz"] and wurf(*wer, "nz") < 0.15:
        return {"nz": True, "grund": "gibt es bei uns nicht"}
    ist = frage["skala"] in ("umsetzung3", "jaNein", "zahl")
    # Facts are seen alike, opinions differ more.
    wert = (k["stand"][frage["phase"]] + k["dim"].get(frage["dim"], 0) + 0.3 * (wurf(*wer) - 0.5)
            + (sicht / 3 if ist else sicht) + (0.1 if ist else 0.25) * (wurf(*wer, kuerzel) - 0.5))
    wert = min(1.0, max(0.0, wert + (0.2 if frage["ko"] else 0)))
    if frage["skala"] == "zahl":
        return {"zahl": str(round(wert * 100))}
    n = len(stufen[frage["skala"]])
    a = {"wert": min(n - 1, int(wert * (n - 1) + 0.5))}
    if a["wert"] == n - 1 and (frage["ko"] or eigen) and frage["skala"] != "zustimmung5":
        a["beleg"] = frage["beleg"]
    return a


def datei(k, katalog, person, standort=None, tag=None, minus=0.0):
    rolle, kuerzel, sicht, kenntnis = person
    stufen = {name: s["stufen"] for name, s in katalog["skalen"].items() if isinstance(s, dict) and "stufen" in s}
    klasse = {"gemeinde-15": "klein", "stadt-120": "mittel", "landkreis-1500": "landkreis"}[k["ordner"]]
    standort = k["standort"] if standort is None else standort
    antworten = {}
    for f in katalog["fragen"]:
        wenn = f.get("nur_wenn")
        if f["phase"] > min(6, standort + 1) or klasse not in f["gk"]:
            continue
        if wenn and k["stammdaten"][wenn["stammdatum"]] != wenn["wert"]:
            continue
        antworten[f["id"]] = antwort(dict(k, stand=[s - minus for s in k["stand"]]), f, rolle, kuerzel, sicht,
                                     kenntnis, stufen)
    inhalt = dict(
        format="diva-antworten", version=1, stammdaten=k["stammdaten"], groessenklasse=klasse, standort=standort,
        katalog={"id": katalog["katalog"]["id"], "version": katalog["katalog"]["version"]},
        geltungsbereich=k["bereich"], person={"rolle": rolle, "kuerzel": kuerzel}, begonnen=tag or k["tag"],
        geaendert=tag or k["tag"], antworten=antworten)
    if rolle == "projektleitung" and tag is None and FESTLEGUNGEN[k["name"]]:
        inhalt["festlegungen"] = FESTLEGUNGEN[k["name"]]
    return json.dumps(inhalt, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def schreibe(pfad, text):
    pfad.parent.mkdir(parents=True, exist_ok=True)
    pfad.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    katalog = json.load(sys.stdin)
    for k in KOMMUNEN:
        for p in k["personen"]:
            schreibe(ZIEL / k["ordner"] / f"{k['name']}-{p[0]}-{p[1].lower()}.diva.json", datei(k, katalog, p))
    # A year earlier, before the second wave.
    k = KOMMUNEN[2]
    schreibe(ZIEL / k["ordner"] / "frueher" / "weisstal-projektleitung-2026.diva.json",
             datei(k, katalog, k["personen"][3], standort=3, tag="2026-05-12", minus=0.2))
