# SPDX-License-Identifier: Apache-2.0
"""The goals: what is measured, beside what, and where the limits lie.

A limit is a ratio of our job to the peer (times a factor), MB, or seconds more than the peer. All jobs of a goal run in
turns in one run; `mass` says whether the clock (`uhr`) or the processor (`prozessor`) counts.
"""


class Grenze:
    """One line of the table: our job against one peer, or our memory."""

    def __init__(self, was, art, wir, peer=None, mass="prozessor", muss=None, ziel=None):
        self.was, self.art, self.wir, self.peer, self.mass, self.muss, self.ziel = was, art, wir, peer, mass, muss, ziel


class Ziel:
    def __init__(self, kennung, was, auftraege, grenzen, runden=None, nur_gross=False):
        self.kennung, self.was, self.auftraege, self.grenzen = kennung, was, auftraege, grenzen
        self.runden, self.nur_gross = runden, nur_gross


def x(was, wir, peer, muss, ziel, mass="prozessor"):
    return Grenze(was, "verhaeltnis", wir, peer, mass, muss, ziel)


def druck(was, wir, peer, muss, ziel):
    """A ratio of what the jobs print: (job, pattern whose group is the number, factor)."""
    return Grenze(was, "gedruckt", wir, peer, "gedruckt", muss, ziel)


def mb(was, wir, muss, ziel):
    return Grenze(was, "spitze", wir, None, "spitze", muss, ziel)


def ziele(o):
    """The goals for the places in `o`: messung, diva, peers, werk (built peers), py, xsd, schemata, daten, aus."""
    m, aus, d = o.messung, o.aus, o.daten
    sax = "xmllint --noout --nonet --sax"
    weg = f"rm -rf {aus}/ziel*"
    liste = []

    def ziel(*a, **k):
        liste.append(Ziel(*a, **k))

    for art in ("0501", "0503"):
        f = f"{d}/m{art}-100.xml"
        ziel(f"L1 {art}", f"read and model, one Akte at a time, 100 MB {art}",
             {"wir": (f"{m} lesen {f}", None), "sax": (f"{sax} {f}", None)},
             [x("xmllint --sax", "wir", "sax", 2.3, 1.7), mb("L3: memory at 100 MB", "wir", 48, 24)])
        ziel(f"L2 {art}", f"the same beside other languages, {art}",
             {"wir": (f"{m} lesen {f}", None), "go": (f"{o.werk}/gounmarshal {f}", None),
              "lxml": (f"{o.py} {o.peers}/xml_py.py lxml-model {f}", None)},
             [x("Go encoding/xml into a model", "wir", "go", 1 / 5, 1 / 7),
              x("lxml into Python objects", "wir", "lxml", 1 / 8, 1 / 12)], runden=2)
    f = f"{d}/m0501-100.xml"
    ziel("L4", "whole model in memory, 100 MB 0501",
         {"wir": (f"{m} modell {f}", None), "sax": (f"{sax} {f}", None)},
         [x("xmllint --sax", "wir", "sax", 2.8, 2.0), mb("memory (0.9 × file + 30 MB)", "wir", 120, 80)])
    schema = f"{sax} --schema {o.xsd} {f}"
    ziel("X1", "validate, streaming, 100 MB 0501",
         {"wir": (f"{m} validieren {f} {o.schemata}", None), "schema": (schema, None)},
         [x("xmllint --sax --schema", "wir", "schema", 1.3, 1.05), mb("memory", "wir", 48, 24)])
    ziel("X2", "validate and model in one pass, 100 MB 0501",
         {"wir": (f"{m} lesen {f} {o.schemata}", None), "schema": (schema, None),
          "strom": (f"xmllint --noout --nonet --stream --schema {o.xsd} {f}", None)},
         [x("xmllint --sax --schema", "wir", "schema", 1.7, 1.3),
          x("xmllint --stream --schema", "wir", "strom", 1.1, 0.83)])
    if o.gross:
        g = f"{d}/m0501-1000.xml"
        ziel("L3", "read and model, 1 GB 0501", {"wir": (f"{m} lesen {g}", None), "klein": (f"{m} lesen {f}", None)},
             [Grenze("memory at 1 GB to that at 100 MB", "verhaeltnis", "wir", "klein", "spitze", 1.1, 1.05),
              Grenze("time (10 times is linear)", "verhaeltnis", "wir", "klein", "prozessor", 11.5, 10.5)], runden=2)
        ziel("X3", "validate and model, 1 GB",
             {"wir": (f"{m} lesen {g} {o.schemata}", None), "schema": (f"{sax} --schema {o.xsd} {g}", None)},
             [x("xmllint --sax --schema", "wir", "schema", 1.7, 1.4), mb("memory", "wir", 48, 24)], runden=2)
    ziel("W1", "write 90,000 documents from the model",
         {"wir": (f"{m} schreiben {aus}/ziel.xml 90000", weg), "tw": (f"{o.werk}/xml_tw {aus}/ziel.xml 90000", weg),
          "lxml": (f"{o.py} {o.peers}/xml_py.py lxml-schreib {aus}/ziel.xml 90000", weg)},
         [x("xmlTextWriter in C", "wir", "tw", 0.4, 0.25), x("lxml tree and write", "wir", "lxml", 1 / 15, 1 / 30),
          mb("memory", "wir", 32, 24)])
    ziel("W2", "read and write again, 100 MB 0501",
         {"wir": (f"{m} umschreiben {f}", None), "sax": (f"{sax} {f}", None)},
         [x("xmllint --sax", "wir", "sax", 3.2, 2.3)])

    p4 = " ".join(f"{d}/p4/{n}" for n in sorted(o.p4))
    for v in ("sha256", "sha512"):
        ziel(f"H1 {v}", f"{v.upper()} of 4 × 256 MB, one thread",
             {"wir": (f"{m} summen {v} 1 {p4}", None), "openssl": (f"openssl dgst -{v} {p4}", None)},
             [x("openssl dgst", "wir", "openssl", 1.0, 0.9)])
    for n, muss, soll in (("10k", 0.65, 0.45), ("100k", 0.55, 0.36)):
        p = f"{d}/p{n}"
        ziel(f"H2 {n}", f"SHA-256 of {n} files, 2 threads",
             {"wir": (f"{m} summen sha256 2 {p}", None), "eins": (f"{m} summen sha256 1 {p}", None),
              "hashlib": (f"{o.py} {o.peers}/hash_py.py sha256 {p}", None)},
             [x("hashlib", "wir", "hashlib", muss, soll, "uhr"),
              x("H3: one thread of the same code", "wir", "eins", 0.65, 0.55, "uhr")])
    ziel("H4", "both digests in one read, 10k files",
         {"wir": (f"{m} summen sha256,sha512 2 {d}/p10k", None), "eins": (f"{m} summen sha512 2 {d}/p10k", None)},
         [x("SHA-512 alone", "wir", "eins", 1.55, 1.4, "uhr")])

    z = f"{aus}/ziel.zip"
    for n in ("10k", "100k"):
        p = f"{d}/p{n}"
        tar = f"bsdtar --format zip --options zip:compression=store -cf {z} -C {p} ."
        ziel(f"Z1 {n}", f"pack {n} files, stored",
             {"wir": (f"{m} packen gespeichert ohne {p} {z}", weg), "bsdtar": (tar, weg)},
             [x("bsdtar", "wir", "bsdtar", 0.9, 0.7)] + ([mb("Z6: memory (48 MB + 400 B per entry)", "wir", 88, 55)]
                                                        if n == "100k" else []))
        ziel(f"Z2 {n}", f"pack {n} files, stored, with SHA-256",
             {"wir": (f"{m} packen gespeichert sha256 {p} {z}", weg), "bsdtar": (tar, weg),
              "zip": (f"cd {p}; zip -0 -q -r {z} .", weg)},
             [x("bsdtar", "wir", "bsdtar", 1.25, 0.9), x("zip -0", "wir", "zip", 0.6, 0.4)])
    ram = o.ram
    tarnull = f"bsdtar --format zip --options zip:compression=store -cf /dev/null -C {d}/p10k ."
    ziel("Z3", "pack 10k files, stored, with SHA-256, target in memory",
         {"wir": (f"{m} packen gespeichert sha256 {d}/p10k {ram}/ziel.zip", f"rm -f {ram}/ziel*"),
          "bsdtar": (tarnull.replace("/dev/null", f"{ram}/ziel.zip"), f"rm -f {ram}/ziel*")},
         [x("bsdtar", "wir", "bsdtar", 2.1, 1.9)])
    ziel("Z4", "pack 1,000 files, deflated (level 6)",
         {"wir": (f"{m} packen gepackt ohne {d}/p1k {z}", weg), "zip": (f"cd {d}/p1k; zip -6 -q -r {z} .", weg)},
         [x("zip -6", "wir", "zip", 1.0, 0.65, "uhr")])
    q = f"{d}/gespeichert.zip"
    ziel("Z5", "read a stored ZIP of 10k files, check CRC and SHA-256",
         {"wir": (f"{m} beweisen {q} sha256", None), "unzip": (f"unzip -tq {q}", None)},
         [x("unzip -tq", "wir", "unzip", 0.35, 0.28)])

    bag = f"{o.py} {o.peers}/bag_py.py"
    for n, muss1, soll1, muss2, soll2 in (("10k", 0.5, 0.33, 0.6, 0.4), ("100k", 0.25, 0.16, 0.3, 0.2)):
        p, b = f"{d}/p{n}", f"{aus}/bag"
        vor = f"rm -rf {b}; cp -rl {p} {b}"
        ziel(f"B1 {n}", f"make a bag in place, SHA-512, {n} files, 2 threads",
             {"wir": (f"{m} bag {b} sha512", vor), "bagit": (f"{bag} make {b} 1 sha512", vor)},
             [x("bagit-python, 1 process", "wir", "bagit", muss1, soll1, "uhr")])
        fertig = f"{d}/bag{n}"
        grenzen = [x("bagit-python, 1 process", "wir", "eins", muss2, soll2, "uhr")]
        if n == "10k":
            grenzen.append(x("bagit-python, 2 processes", "wir", "zwei", 0.75, 0.55, "uhr"))
        ziel(f"B2 {n}", f"check a bag, SHA-512, {n} files, 2 threads",
             {"wir": (f"{m} bagpruefen {fertig} 2", None), "eins": (f"{bag} validate {fertig} 1 x", None),
              "zwei": (f"{bag} validate {fertig} 2 x", None)}, grenzen)
    vor = f"rm -rf {aus}/bag; cp -rl {d}/p10k {aus}/bag"
    ziel("B3", "make a bag in place, SHA-256, 10k files, 2 threads",
         {"wir": (f"{m} bag {aus}/bag sha256", vor), "bagit": (f"{bag} make {aus}/bag 1 sha512", vor)},
         [x("bagit-python, SHA-512, 1 process", "wir", "bagit", 0.33, 0.2, "uhr")])
    # The store: taking in is done as events, see Benchmarks/speicher.md; the peer inserts plain rows.
    n = 1_000_000 if o.gross else 100_000
    st, fuell = f"{d}/speicher{n}/s", f"{o.bau}/Speichermessung"
    ziel("D1", f"take in {n:,} Vorgänge, as events with entries in the Protokoll",
         {"wir": (f"{fuell} fuellen {aus}/ziel-speicher {n}", weg),
          "sqlite": (f"{o.py} {o.peers}/sqlite_py.py insert {aus}/ziel.db {n}", weg)},
         [druck("python sqlite3 executemany, plain rows", ("wir", r"Akten: ([0-9.]+) s", 1), ("sqlite", r"insert ([0-9.]+)", 1),
                0.8, 0.5), mb("memory", "wir", 128, 64)], runden=1)
    ziel("D2", f"due rows, counted, in {n:,}",
         {"wir": (f"{fuell} faellig {st} 2016-06-01", None),
          "sqlite": (f"{o.py} {o.peers}/sqlite_py.py insert {aus}/ziel.db {n}", weg)},
         [druck("python sqlite3, ids of the due rows", ("wir", r"Zeilen in ([0-9.]+) ms", 1e-3), ("sqlite", r"ids ([0-9.]+)", 1), 1.0, 0.6)])
    ziel("F1", "retention rule, 10 million Akten in memory",
         {"wir": (f"{o.bau}/Fristmessung 10000000", None)},
         [druck("sum of the same columns", ("wir", r"10000000 Akten:.*F1 = ([0-9.]+)×", 1), None, 20, 4),
          druck("Foundation Calendar (1 / times faster)", ("wir", r"F2 = ([0-9.]+)×", -1), None, 1 / 50, 1 / 150)])
    k = f"{d}/m12k.xml"
    ziel("S1", "start, read a message of 12 KB",
         {"wir": (f"{m} lesen {k}", None), "xmllint": (f"xmllint --noout {k}", None)},
         [Grenze("seconds more than xmllint", "mehr", "wir", "xmllint", "uhr", 0.06, 0.02)], runden=9)
    ziel("S1 schema", "start, read and validate it",
         {"wir": (f"{m} lesen {k} {o.schemata}", None), "xmllint": (f"xmllint --noout --schema {o.xsd} {k}", None)},
         [Grenze("seconds more than xmllint", "mehr", "wir", "xmllint", "uhr", 0.06, 0.02)], runden=9)
    return liste
