#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes a large folder to pack: Akten, Vorgänge, documents. The same arguments give the same bytes.

    ordner-erzeugen.py -o FOLDER [--n 10000] [--min-kb 5] [--max-kb 200] [--seed 1] [--metadaten]

Half of the files are text that compresses well (txt, csv, xml), half do not compress (PDF and PNG with noise inside).
All are valid files of their format. About every hundredth lies directly in an Akte. FOLDER must not exist yet, unless
it is empty.
"""
import argparse
import pathlib
import random
import struct
import sys
import zlib

SACHEN = ["Bauakte", "Gewerbeanmeldung", "Straßenunterhaltung", "Vereinsförderung", "Grünpflege", "Kita-Bedarfsplanung",
          "Brückenprüfung", "Ausländerakte", "Schülerbeförderung", "Grundstückskauf", "Sondernutzung", "Lärmaktionsplan"]
ORTE = ["Am Ring", "Töpfergasse", "Altmarkt", "Mühlweg", "Großer Anger", "Schloßstraße", "Bürgerplatz", "Äußere Neustadt"]
SCHRITTE = ["Antrag", "Anhörung", "Prüfung", "Beschluss", "Ausführung", "Änderung", "Abnahme", "Gebühren", "Widerspruch"]
PAPIERE = ["Antragsschreiben", "Vermerk", "Übersicht", "Bescheid", "Rückfrage", "Stellungnahme", "Prüfbericht", "Anhörungsbogen",
           "Foto", "Kostenaufstellung", "Empfangsbestätigung", "Auszug Flurstück"]
SATZ = ["Die Unterlagen sind vollständig.", "Über den Antrag wird fristgerecht entschieden.", "Die Anhörung ist erfolgt;",
        "Einwände wurden nicht erhoben.", "Die Gebühr beträgt", "Der Ausschuss hat zugestimmt.", "Wiedervorlage in vier Wochen.",
        "Rückmeldung des Fachamtes steht aus.", "Das Grundstück liegt im Geltungsbereich der Satzung."]


def text(w, groesse):
    teile, laenge = [], 0
    while laenge < groesse:
        zeile = f"{w.choice(SATZ)} {w.choice(SATZ)} {w.randrange(10_000)}\n".encode()
        teile.append(zeile)
        laenge += len(zeile)
    return b"".join(teile)[:groesse - 1].decode(errors="ignore").encode() + b"\n"


def csv(w, groesse):
    teile, laenge = [], 0
    while laenge < groesse:
        zeile = f"{w.randrange(100_000)};{w.choice(ORTE)};{w.choice(PAPIERE)};{w.randrange(90_000) / 100:.2f}\n".encode()
        teile.append(zeile)
        laenge += len(zeile)
    return b"Nummer;Ort;Art;Betrag\n" + b"".join(teile)


def xml(w, groesse):
    teile, laenge = [], 0
    while laenge < groesse:
        zeile = f'  <eintrag nr="{w.randrange(100_000)}"><ort>{w.choice(ORTE)}</ort><art>{w.choice(PAPIERE)}</art></eintrag>\n'.encode()
        teile.append(zeile)
        laenge += len(zeile)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n<liste>\n' + b"".join(teile) + b"</liste>\n"


def pdf(w, groesse):
    """A PDF of one empty page with a stream of noise."""
    rauschen = w.randbytes(max(1, groesse - 520))
    objekte = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Anlage 4 0 R >>",
               b"<< /Length %d >>\nstream\n" % len(rauschen) + rauschen + b"\nendstream"]
    aus, stellen = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for nr, inhalt in enumerate(objekte, 1):
        stellen.append(len(aus))
        aus += b"%d 0 obj\n" % nr + inhalt + b"\nendobj\n"
    ende = len(aus)
    return (aus + b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % s for s in stellen)
            + b"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % ende)


def png(w, groesse):
    """A grey picture of noise, 256 points wide."""
    zeilen = max(1, (groesse - 80) // 257)
    rauschen = b"".join(b"\0" + w.randbytes(256) for _ in range(zeilen))

    def block(art, daten):
        return struct.pack(">I", len(daten)) + art + daten + struct.pack(">I", zlib.crc32(art + daten))
    return (b"\x89PNG\r\n\x1a\n" + block(b"IHDR", struct.pack(">IIBBBBB", 256, zeilen, 8, 0, 0, 0, 0))
            + block(b"IDAT", zlib.compress(rauschen, 0)) + block(b"IEND", b""))


ARTEN = [("txt", text), ("pdf", pdf), ("csv", csv), ("pdf", pdf), ("xml", xml), ("png", png)]


def main():
    frage = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    frage.add_argument("-o", metavar="FOLDER", required=True)
    frage.add_argument("--n", type=int, default=10_000, help="number of files (10000)")
    frage.add_argument("--min-kb", type=int, default=5, help="smallest file (5)")
    frage.add_argument("--max-kb", type=int, default=200, help="largest file (200)")
    frage.add_argument("--seed", type=int, default=1, help="another number gives other content (1)")
    frage.add_argument("--metadaten", action="store_true", help="write metadaten.csv for all Akten and Vorgänge")
    wahl = frage.parse_args()
    if not 0 < wahl.min_kb <= wahl.max_kb or wahl.n < 0:
        frage.error("0 < --min-kb <= --max-kb and --n >= 0, please")
    wurzel = pathlib.Path(wahl.o)
    wurzel.mkdir(parents=True, exist_ok=True)
    if any(wurzel.iterdir()):
        frage.error(f"{wurzel} is not empty")
    plan = random.Random(f"plan-{wahl.seed}")
    zeilen = ["pfad;betreff;kennzeichen;aktenplaneinheit;laufzeit_beginn;laufzeit_ende;zda;aussonderungsart"]
    summe = nr = akten = 0
    while nr < wahl.n:
        akten += 1
        sache, ort = plan.choice(SACHEN), plan.choice(ORTE)
        akte = f"{sache} {ort} {akten}"
        zeichen, jahr = f"{10 + akten % 80}-{akten:05d}", 1990 + akten % 24
        zeilen.append(f"{akte};{sache} {ort};{zeichen};{zeichen[:2]};{jahr}-01-02;{jahr + 3}-11-30;{jahr + 3}-12-15;A")
        for v in range(1, plan.randint(3, 8) + 1):
            vorgang = f"{akte}/{v:02d} {plan.choice(SCHRITTE)}"
            im_vorgang = min(plan.randint(8, 40), wahl.n - nr)
            if im_vorgang == 0:
                break
            zeilen.append(f"{vorgang};{vorgang.split(' ')[-1]};{zeichen}-{v:02d};{zeichen[:2]};{jahr}-01-02;{jahr + 3}-11-30;;A")
            (wurzel / vorgang).mkdir(parents=True)
            for _ in range(im_vorgang):
                nr += 1
                w = random.Random(f"{wahl.seed}-{nr}")
                endung, machen = ARTEN[nr % len(ARTEN)]
                ordner = akte if nr % 100 == 0 else vorgang
                inhalt = machen(w, w.randint(wahl.min_kb, wahl.max_kb) * 1024)
                (wurzel / ordner / f"{w.choice(PAPIERE)} {nr:06d}.{endung}").write_bytes(inhalt)
                summe += len(inhalt)
    if wahl.metadaten:
        (wurzel / "metadaten.csv").write_text("\n".join(zeilen) + "\n", encoding="utf-8")
    print(f"{nr} files, {akten} Akten, {summe / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
