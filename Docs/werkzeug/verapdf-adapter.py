#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Asks veraPDF about one file for »diva formate --pruefer«; the protocol stands in Docs/formate.md.

Reads one JSON object from standard input, writes one to standard output. Whatever goes wrong is
the verdict »nicht-geprueft« with a reason, never a guess. Needs veraPDF 1.24 or newer; the variable
VERAPDF names its program if it is not in PATH.
"""
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET

MELDUNGEN = 20


def antworte(urteil, **weiteres):
    json.dump({"schemaVersion": 1, "urteil": urteil, "werkzeug": "veraPDF", **weiteres}, sys.stdout)
    sys.exit(0)


def nicht_geprueft(grund, **weiteres):
    antworte("nicht-geprueft", grund=grund, **weiteres)


def lokal(element):
    """The name without its namespace, which differs between releases."""
    return element.tag.rsplit("}", 1)[-1]


def alle(wurzel, name):
    return [e for e in wurzel.iter() if lokal(e) == name]


def lies_bericht(text):
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        nicht_geprueft("der Bericht von veraPDF hat eine DOCTYPE")
    try:
        wurzel = ET.fromstring(text)
    except ET.ParseError as fehler:
        nicht_geprueft(f"der Bericht von veraPDF ist nicht zu lesen ({fehler})")
    version = next((e.get("version", "") for e in alle(wurzel, "releaseDetails")), "")
    berichte = alle(wurzel, "validationReport")
    if len(berichte) != 1:
        ausnahme = next((e.text or "" for e in alle(wurzel, "exceptionMessage")), "")
        nicht_geprueft(
            "veraPDF konnte die Datei nicht auswerten" + (f" ({ausnahme[:300]})" if ausnahme else ""),
            version=version)
    bericht = berichte[0]
    status = bericht.get("jobEndStatus", "normal")
    if status != "normal":
        nicht_geprueft(f"veraPDF endete mit {status}", version=version)
    profil = bericht.get("profileName", "").replace(" validation profile", "")
    gueltig = bericht.get("isCompliant")
    if gueltig not in ("true", "false"):
        nicht_geprueft("der Bericht von veraPDF nennt kein Urteil", version=version)
    meldungen = []
    for regel in alle(bericht, "rule"):
        if regel.get("status") == "passed":
            continue
        text = next((e.text or "" for e in regel if lokal(e) == "description"), "")
        meldungen.append(
            f'{regel.get("specification", "")} {regel.get("clause", "")}: {" ".join(text.split())}'.strip())
    antworte(
        "gueltig" if gueltig == "true" else "ungueltig", version=version, profil=profil,
        meldungen=meldungen[:MELDUNGEN])


def main():
    try:
        auftrag = json.load(sys.stdin)
        datei = auftrag["datei"]
    except (ValueError, KeyError):
        nicht_geprueft("der Auftrag ist nicht zu lesen")
    if auftrag.get("mime") != "application/pdf":
        nicht_geprueft("veraPDF prüft nur PDF")
    profil = auftrag.get("profil")
    befehl = [os.environ.get("VERAPDF", "verapdf"), "--format", "mrr"]
    # Without a claim veraPDF chooses the profile itself, and says which.
    befehl += ["--flavour", profil] if profil else []
    try:
        # A path that begins with a hyphen would be an option.
        lauf = subprocess.run(
            befehl + [os.path.abspath(datei)], stdin=subprocess.DEVNULL, capture_output=True, check=False)
    except OSError as fehler:
        nicht_geprueft(f"veraPDF ließ sich nicht starten ({fehler.strerror})")
    # 0 all valid, 1 some invalid; with every other status the report says less than it seems to.
    if lauf.returncode not in (0, 1):
        gruende = {3: "zu wenig Arbeitsspeicher", 7: "die Datei ist kein lesbares PDF", 8: "die Datei ist verschlüsselt"}
        nicht_geprueft(
            f"veraPDF endete mit {lauf.returncode}"
            + (f" ({gruende[lauf.returncode]})" if lauf.returncode in gruende else ""))
    lies_bericht(lauf.stdout)


main()
