#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs a command and prints one line: wall seconds, CPU seconds, peak memory.

    messen.py [-o FILE] [--json] [--] COMMAND [ARGUMENT ...]

The line goes to standard error, or is appended to FILE. The exit status is the command's own (128 + n for signal n,
127 if it cannot be started). Peak memory (RSS) is the kernel's figure for the command alone, without its children; it
is never below this script's own 15 MB or so, because the kernel counts from the fork on.
"""
import argparse
import json
import os
import sys
import time


def main():
    frage = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    frage.add_argument("-o", metavar="FILE", help="append the line to FILE instead of standard error")
    frage.add_argument("--json", action="store_true", help="print the line as a JSON object")
    frage.add_argument("befehl", nargs=argparse.REMAINDER, metavar="COMMAND")
    wahl = frage.parse_args()
    befehl = wahl.befehl[1:] if wahl.befehl[:1] == ["--"] else wahl.befehl
    if not befehl:
        frage.error("no command")
    beginn = time.monotonic()
    try:
        kind = os.posix_spawnp(befehl[0], befehl, os.environ)
    except OSError as grund:
        print(f"messen.py: {befehl[0]}: {grund.strerror}", file=sys.stderr)
        return 127
    _, zustand, verbrauch = os.wait4(kind, 0)
    dauer = time.monotonic() - beginn
    status = os.waitstatus_to_exitcode(zustand)
    status = 128 - status if status < 0 else status
    werte = {"sekunden": round(dauer, 3), "cpu": round(verbrauch.ru_utime + verbrauch.ru_stime, 3),
             "rss_mb": round(verbrauch.ru_maxrss / 1024, 1), "status": status}
    if wahl.json:
        zeile = json.dumps(werte)
    else:
        zeile = "wall {sekunden:.2f} s  cpu {cpu:.2f} s  rss {rss_mb:.1f} MB  exit {status}".format(**werte)
    if wahl.o:
        with open(wahl.o, "a", encoding="utf-8") as datei:
            datei.write(zeile + "\n")
    else:
        print(zeile, file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
