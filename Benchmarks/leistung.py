#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures the library beside its peers in one run and writes the table of goals.

    leistung.py [--gross] [--nur L1 ...] [--n ROUNDS] [--daten FOLDER] [--nach FOLDER]

Each goal runs its jobs in turns (one uncounted round first); a ratio is the median of the ratios of the rounds.
Data are made once and kept. Peers that are missing are named, and their line says so. `ziele.py` has the limits,
`gegenueber.sh` builds the peers. Without --gross: minutes; with it: messages of 1 GB, too.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

import bericht
import messgeraet
import ziele

HIER = pathlib.Path(__file__).resolve().parent
WURZEL = HIER.parent


class Orte:
    pass


def daten(o, gross):
    """Makes what is missing: messages and payload, the same bytes for the same arguments."""
    d = pathlib.Path(o.daten)
    d.mkdir(parents=True, exist_ok=True)

    def mach(name, *befehl, ordner=False):
        if (d / name).exists():
            return
        if ordner:
            (d / ("teil-" + name)).mkdir(exist_ok=True)
        print(f"data: {name}", file=sys.stderr, flush=True)
        subprocess.run([str(b).replace("ZIEL", str(d / ("teil-" + name))) for b in befehl], check=True,
                       stdout=subprocess.DEVNULL)
        os.rename(d / ("teil-" + name), d / name)

    nachricht, nutzlast = [sys.executable, f"{o.peers}/gen_message.py"], [sys.executable, f"{o.peers}/gen_payload.py"]
    for art in ("0501", "0503"):
        mach(f"m{art}-100.xml", *nachricht, "--art", art, "--ziel-mb", 100, "-o", "ZIEL")
    if gross:
        mach("m0501-1000.xml", *nachricht, "--art", "0501", "--ziel-mb", 1000, "-o", "ZIEL")
    mach("m12k.xml", *nachricht, "--art", "0501", "--akten", 1, "--vorgaenge", 1, "--dokumente", 5, "-o", "ZIEL")
    mach("p10k", *nutzlast, "--n", 10000, "--min-kb", 5, "--max-kb", 200, "-o", "ZIEL")
    mach("p100k", *nutzlast, "--n", 100000, "--min-kb", 5, "--max-kb", 16, "-o", "ZIEL")
    mach("p1k", *nutzlast, "--n", 1000, "--min-kb", 5, "--max-kb", 200, "-o", "ZIEL")
    mach("p4", *nutzlast, "--n", 4, "--min-kb", 262144, "--max-kb", 262145, "-o", "ZIEL")
    o.p4 = [p.name for p in (d / "p4").iterdir()]
    for n in (100_000, 1_000_000) if gross else (100_000,):
        mach(f"speicher{n}", o.bau / "Speichermessung", "fuellen", "ZIEL/s", n, ordner=True)
    mach("gespeichert.zip", o.messung, "packen", "gespeichert", "ohne", d / "p10k", "ZIEL")
    for n in ("10k", "100k"):
        if not (d / f"bag{n}").exists():
            subprocess.run(["cp", "-rl", d / f"p{n}", d / f"teil-bag{n}"], check=True)
            subprocess.run([o.py, f"{o.peers}/bag_py.py", "make", d / f"teil-bag{n}", "2", "sha512"], check=True)
            os.rename(d / f"teil-bag{n}", d / f"bag{n}")


def vorhanden(befehl):
    erstes = befehl.split(";")[-1].split()[0]
    return os.path.exists(erstes) or shutil.which(erstes) is not None


def main():
    frage = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    frage.add_argument("--gross", action="store_true", help="also messages of 1 GB")
    frage.add_argument("--nur", nargs="+", default=[], help="only goals whose id begins so")
    frage.add_argument("--n", type=int, default=3, help="rounds (3)")
    frage.add_argument("--daten", default=str(WURZEL / ".build/leistung"), help="folder for the data")
    frage.add_argument("--nach", default=str(WURZEL / "Docs/leistung"), help="folder for the result")
    frage.add_argument("--ohne-bau", action="store_true", help="take the programs as they are")
    wahl = frage.parse_args()
    o = Orte()
    o.gross, o.daten = wahl.gross, wahl.daten
    o.bau = HIER / ".build/release"
    o.messung, o.diva = HIER / ".build/release/Messung", WURZEL / ".build/release/diva"
    o.peers = pathlib.Path(os.environ.get("DIVA_GEGENUEBER", WURZEL.parent / "shared/peers")).resolve()
    o.schemata = pathlib.Path(os.environ.get("DIVA_SCHEMATA", WURZEL.parent / "shared/xdomea/schemata")).resolve()
    o.xsd = o.schemata / "3.0.0/xdomea.xsd"
    o.werk = WURZEL / ".build/gegenueber"
    o.py = o.werk / "venv/bin/python3"
    o.ram = "/dev/shm"
    if not wahl.ohne_bau:
        subprocess.run(["sh", HIER / "gegenueber.sh"], check=True, stdout=sys.stderr)
        subprocess.run(["swift", "build", "-c", "release", "--package-path", HIER], check=True, stdout=sys.stderr)
    o.aus = tempfile.mkdtemp(prefix="diva-leistung-")
    umgebung = dict(os.environ, XML_CATALOG_FILES=str(o.schemata / "catalog.xml"))
    zeilen = []
    try:
        daten(o, wahl.gross)
        for ziel in ziele.ziele(o):
            if wahl.nur and not any(re.match(re.escape(n) + r"(\b|$)", ziel.kennung) for n in wahl.nur):
                continue
            fehlt = {n for n, (b, _) in ziel.auftraege.items() if not vorhanden(b)}
            for n in sorted(fehlt):
                print(f"{ziel.kennung}: not available: {ziel.auftraege[n][0].split()[0]}", file=sys.stderr)
            if "wir" in fehlt:
                continue
            da = {n: a for n, a in ziel.auftraege.items() if n not in fehlt}
            reihe = messgeraet.Reihe(da, ziel.runden or wahl.n, umgebung)
            zeilen += bericht.zeilen(ziel, reihe, fehlt)
            for z in [z for z in zeilen if z["ziel"] == ziel.kennung]:
                print(bericht.text(z), flush=True)
    finally:
        shutil.rmtree(o.aus, ignore_errors=True)
        for rest in pathlib.Path(o.ram).glob("ziel*"):
            rest.unlink()
    ort = pathlib.Path(wahl.nach)
    ort.mkdir(parents=True, exist_ok=True)
    stand = bericht.stand(wahl)
    name = "gross" if wahl.gross else "klein"
    alt = ort / f"{name}.json"
    if wahl.nur and alt.exists():  # a part was measured: the other lines stay
        vorher = json.loads(alt.read_text())["zeilen"]
        neu = {z["ziel"] for z in zeilen}
        zeilen = [z for z in vorher if z["ziel"] not in neu] + zeilen
    alt.write_text(json.dumps({"stand": stand, "zeilen": zeilen}, ensure_ascii=False, indent=1) + "\n")
    bericht.schreibe(ort, name, stand, zeilen)


if __name__ == "__main__":
    main()
