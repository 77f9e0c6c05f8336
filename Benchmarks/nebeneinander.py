#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Shows two results of leistung.py side by side: nebeneinander.py OLD.json NEW.json"""
import json
import sys

import bericht


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    alt, neu = (json.load(open(pfad)) for pfad in sys.argv[1:])
    for name, lauf in (("old", alt), ("new", neu)):
        s = lauf["stand"]
        print(f"{name}: {s['tag']}, commit {s['stand']}, {s['maschine']}, {s['swift']}")
    vorher = {(z["ziel"], z["gegen"]): z for z in alt["zeilen"]}
    print("\n| goal | beside | old | new | change |\n|---|---|--:|--:|--:|")
    for z in neu["zeilen"]:
        a = vorher.pop((z["ziel"], z["gegen"]), None)
        wechsel = f"{z['wert'] / a['wert']:.2f}×" if a and a["wert"] and z["wert"] else "–"
        print(f"| {z['ziel']} | {z['gegen']} | {bericht.zahl(a, 'wert') if a else '–'} | {bericht.zahl(z, 'wert')} | {wechsel} |")
    for a in vorher.values():
        print(f"| {a['ziel']} | {a['gegen']} | {bericht.zahl(a, 'wert')} | – | – |")


if __name__ == "__main__":
    main()
