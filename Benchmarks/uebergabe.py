#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures the hand-over packages against bagit-python and sha512sum on the same files, in one run.

    uebergabe.py [--dateien N ...] [--kb VON BIS] [--n ROUNDS] [--eark FOLDER] [--ort FOLDER]

For each number of files a 0503 is made; `diva uebergeben` turns it into bags, DIMAG bags and SIPs, `diva pruefen` checks
them. The peers see the same files, unpacked: `sha512sum` reads them once, bagit-python makes one bag of them in place,
with one and with two processes. All jobs of a round run in turns; the table shows medians: seconds on the clock,
seconds on the processor, peak MB, and the ratio to `sha512sum` (clock). bagit-python does less: it neither unpacks a
message nor writes the files. With several numbers the growth per file is shown, too. Needs the Python package bagit.
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HIER = pathlib.Path(__file__).resolve().parent
BAGIT = "import sys,bagit,logging;logging.disable(50);"
MACHE = BAGIT + "bagit.make_bag(sys.argv[1],processes=int(sys.argv[2]),checksums=['sha512'])"
PRUEFE = BAGIT + "bagit.Bag(sys.argv[1]).validate(processes=int(sys.argv[2]))"


def messe(befehl, umgebung):
    """Seconds on the clock, seconds on the processor, peak MB, what it printed."""
    with tempfile.TemporaryFile() as ausgabe:
        beginn = time.monotonic()
        kind = subprocess.Popen(befehl, stdout=ausgabe, stderr=ausgabe, env=umgebung)
        _, zustand, v = os.wait4(kind.pid, 0)
        dauer = time.monotonic() - beginn
        kind.returncode = os.waitstatus_to_exitcode(zustand)
        if kind.returncode != 0:
            ausgabe.seek(0)
            sys.exit(f"{befehl}: exit {kind.returncode}\n{ausgabe.read().decode(errors='replace')[-2000:]}")
    return dauer, v.ru_utime + v.ru_stime, v.ru_maxrss / 1024


def weg(ordner):
    shutil.rmtree(ordner, ignore_errors=True)


def auftraege(diva, zip_, flach, ort, eark):
    def uebergeben(ziel, *mehr):
        name, *packung = ziel.split("-")
        titel = f"diva uebergeben --format {name}" + (f" --packung {packung[0]}" if packung else "")
        befehl = [diva, "uebergeben", zip_, "--format", name, *mehr, "--nach", ort / ziel]
        return titel, lambda: weg(ort / ziel), befehl + (["--packung", packung[0]] if packung else [])

    def kopie(prozesse):
        def vorher():
            weg(ort / "tasche")
            # Links instead of copies: bagit-python only moves the files into its folder.
            shutil.copytree(flach, ort / "tasche", copy_function=os.link)
        return (f"bagit-python make, {prozesse} process(es)", vorher,
                [sys.executable, "-c", MACHE, ort / "tasche", str(prozesse)])

    mitgabe = ["--eark-schemata", eark]
    return [
        ("sha512sum", lambda: None, ["sh", "-c", 'find "$0" -type f -print0 | xargs -0 sha512sum >/dev/null', flach]),
        uebergeben("bagit"),
        uebergeben("dimag", "--rootid", "b1"),
        uebergeben("eark", *mitgabe), uebergeben("bagit-zip"), uebergeben("eark-zip", *mitgabe),
        kopie(1), kopie(2),
        ("bagit-python validate, 1 process", lambda: None, [sys.executable, "-c", PRUEFE, ort / "tasche", "1"]),
        ("bagit-python validate, 2 processes", lambda: None, [sys.executable, "-c", PRUEFE, ort / "tasche", "2"]),
        ("diva pruefen, that bag", lambda: None, [diva, "pruefen", ort / "tasche"]),
        ("diva pruefen, bags", lambda: None, [diva, "pruefen", ort / "bagit"]),
        ("diva pruefen, DIMAG bags", lambda: None, [diva, "pruefen", ort / "dimag"]),
        ("diva pruefen, SIPs", lambda: None, [diva, "pruefen", ort / "eark"]),
    ]


def main():
    frage = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    frage.add_argument("--dateien", type=int, nargs="+", default=[10_000], help="files (10000)")
    frage.add_argument("--kb", type=int, nargs=2, default=[5, 200], help="size of a file in kB (5 200)")
    frage.add_argument("--n", type=int, default=3, help="rounds (3)")
    frage.add_argument("--eark", default=str(HIER.parent.parent / "shared/uebergabe/eark/xsd"))
    frage.add_argument("--ort", help="folder for the data")
    frage.add_argument("--diva", help="a program that is built already; it is not built again then")
    wahl = frage.parse_args()
    for ordner, produkt in ((HIER, "Abgabeerzeuger"), (HIER.parent, "diva"))[:0 if wahl.diva else 2]:
        subprocess.run(["swift", "build", "-c", "release", "--product", produkt, "--package-path", ordner], check=True,
                       stdout=sys.stderr)
    diva = wahl.diva or HIER.parent / ".build/release/diva"
    umgebung = dict(os.environ, DIVA_SCHEMATA=os.environ.get(
        "DIVA_SCHEMATA", str(HIER.parent.parent / "shared/xdomea/schemata")))
    ergebnis = {}
    for zahl in wahl.dateien:
        with tempfile.TemporaryDirectory(prefix="diva-messung-", dir=wahl.ort) as name:
            ort = pathlib.Path(name)
            zip_, flach = ort / "abgabe.zip", ort / "flach"
            subprocess.run([HIER / ".build/release/Abgabeerzeuger", str(zahl), *map(str, wahl.kb), zip_], check=True,
                           stdout=sys.stderr)
            subprocess.run([sys.executable, "-m", "zipfile", "-e", zip_, flach], check=True)
            for rest in flach.glob("*.xml"):
                rest.unlink()
            runden = {}
            for _ in range(wahl.n):
                for titel, vorher, befehl in auftraege(diva, zip_, flach, ort, wahl.eark):
                    vorher()
                    runden.setdefault(titel, []).append(messe(befehl, umgebung))
            bezug = [r[0] for r in runden["sha512sum"]]
            gb = sum(p.stat().st_size for p in flach.iterdir()) / 1e9
            print(f"\n{zahl:,} files, {gb:.2f} GB, {wahl.n} rounds\n")
            print("| job | clock s | processor s | peak MB | × sha512sum |\n|---|--:|--:|--:|--:|")
            for titel, r in runden.items():
                uhr, cpu, mb = (statistics.median(x[i] for x in r) for i in range(3))
                quote = statistics.median(x[0] / b for x, b in zip(r, bezug))
                ergebnis[zahl, titel] = (uhr, cpu, mb)
                print(f"| {titel} | {uhr:.2f} | {cpu:.2f} | {mb:.0f} | {quote:.2f} |", flush=True)
    if len(wahl.dateien) > 1:
        a, b = min(wahl.dateien), max(wahl.dateien)
        print(f"\nGrowth of the processor time from {a:,} to {b:,} files ({b / a:.1f} = linear):\n")
        for titel in dict.fromkeys(t for _, t in ergebnis):
            print(f"- {titel}: {ergebnis[b, titel][1] / max(ergebnis[a, titel][1], 0.01):.1f}")


if __name__ == "__main__":
    main()
