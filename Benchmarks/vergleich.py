#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures the library against its peers, both in the same run, and prints ratios.

    vergleich.py [--schemata FOLDER] [--n ROUNDS] [--dateien N]

Every job and its peer run in turns; the table shows medians of wall time, their ratio, and peak memory. It then says
whether cost grew linearly from 10 to 100 MB and whether memory stayed bounded. Absolute seconds mean little on a
shared machine; the ratio is the result. Needs xmllint and zip; builds the tools of this folder itself.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HIER = pathlib.Path(__file__).resolve().parent


def messe(befehl, umgebung=None, ordner=None):
    """Wall seconds and peak MB of one run; its output is thrown away."""
    with open(os.devnull, "wb") as nichts:
        beginn = time.monotonic()
        kind = subprocess.Popen(befehl, stdout=nichts, stderr=nichts, env=umgebung, cwd=ordner)
        _, zustand, verbrauch = os.wait4(kind.pid, 0)
        dauer = time.monotonic() - beginn
    kind.returncode = os.waitstatus_to_exitcode(zustand)
    if kind.returncode not in (0, 2):
        sys.exit(f"{befehl}: exit {kind.returncode}")
    return dauer, verbrauch.ru_maxrss / 1024


def main():
    frage = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    frage.add_argument("--schemata", default=str(HIER.parent.parent / "shared/xdomea/schemata"))
    frage.add_argument("--n", type=int, default=3, help="rounds (3)")
    frage.add_argument("--dateien", type=int, default=10_000, help="files to pack (10000)")
    wahl = frage.parse_args()
    subprocess.run(["swift", "build", "-c", "release", "--package-path", HIER], check=True, stdout=sys.stderr)
    subprocess.run(["swift", "build", "-c", "release", "--product", "diva", "--package-path", HIER.parent], check=True,
                   stdout=sys.stderr)
    bin_ = HIER / ".build/release"
    diva = HIER.parent / ".build/release/diva"
    with tempfile.TemporaryDirectory(prefix="diva-messung-") as name:
        ort = pathlib.Path(name)
        dateien = {}
        for mb in (10, 100):
            dateien[mb] = ort / f"m{mb}.xml"
            with open(dateien[mb], "wb") as ziel:
                subprocess.run([bin_ / "Erzeuger", "3.1.0", str(mb)], check=True, stdout=ziel)
        akten = ort / "akten"
        subprocess.run([sys.executable, HIER.parent / "Docs/werkzeug/ordner-erzeugen.py", "-o", akten, "--n",
                        str(wahl.dateien), "--metadaten"], check=True, stdout=sys.stderr)
        schema = pathlib.Path(wahl.schemata)
        xsd = schema / "3.1.0/xdomea-Nachrichten-AussonderungDurchfuehren.xsd"
        katalog = dict(os.environ, XML_CATALOG_FILES=str(schema / "catalog.xml"))
        gross = str(dateien[100])

        def packen(*weitere):
            (ort / "a.zip").unlink(missing_ok=True)
            return messe([diva, "packen", akten, "--nach", ort / "a.zip", "--absender", "S", "--archiv", "A", *weitere])

        def zip_(*stufe):
            (ort / "z.zip").unlink(missing_ok=True)
            return messe(["zip", *stufe, "-q", "-r", ort / "z.zip", "."], ordner=akten)

        def lint(*weitere):
            return messe(["xmllint", "--noout", "--nonet", "--sax", *weitere, gross], katalog)

        auftraege = [
            ("read a 100 MB 0501 into the model", lambda: messe([bin_ / "Messung", "lesen", gross]),
             "xmllint --noout --sax", lint),
            ("read and write it again", lambda: messe([bin_ / "Messung", "umschreiben", gross]),
             "xmllint --noout --sax", lint),
            ("read with all rules", lambda: messe([bin_ / "Messung", "pruefen", gross]), "xmllint --noout --sax", lint),
        ]
        if xsd.exists():
            auftraege.append(("read and validate it", lambda: messe([bin_ / "Messung", "lesen", gross, schema]),
                              "xmllint --noout --sax --schema", lambda: lint("--schema", str(xsd))))
        n = f"{wahl.dateien:,}"
        auftraege += [
            (f"pack {n} files, stored and hashed", lambda: packen("--ohne-kompression"), "zip -0 -r", lambda: zip_("-0")),
            (f"pack {n} files, deflated by type", packen, "zip -6 -r", lambda: zip_("-6")),
            ("prove that container", lambda: messe([diva, "pruefen", "--ohne-schema", ort / "a.zip"]), "unzip -tq",
             lambda: messe(["unzip", "-tq", ort / "a.zip"])),
        ]
        print("| job | seconds | peak MB | peer | seconds | ratio |\n|---|--:|--:|---|--:|--:|")
        for was, wir, peer, andere in auftraege:
            a, b = [], []
            for _ in range(wahl.n):
                a.append(wir())
                b.append(andere())
            t, u = statistics.median(x[0] for x in a), statistics.median(x[0] for x in b)
            print(f"| {was} | {t:.2f} | {max(x[1] for x in a):.0f} | {peer} | {u:.2f} | {t / u:.2f} |", flush=True)
        klein = statistics.median(messe([bin_ / "Messung", "lesen", dateien[10]])[0] for _ in range(wahl.n))
        gross_, rss = zip(*(messe([bin_ / "Messung", "lesen", gross]) for _ in range(wahl.n)))
        faktor = statistics.median(gross_) / klein
        print(f"\nGrowth from 10 to 100 MB: {faktor:.1f} times the time ({'linear' if faktor <= 11.5 else 'NOT linear'}), "
              f"peak memory at 100 MB {max(rss):.0f} MB ({'bounded' if max(rss) < 64 else 'NOT bounded'}).")


if __name__ == "__main__":
    main()
