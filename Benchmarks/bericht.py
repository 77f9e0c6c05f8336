# SPDX-License-Identifier: Apache-2.0
"""The table of goals as text, Markdown and SVG."""
import math
import os
import platform
import subprocess
import time
from xml.sax.saxutils import escape

import messgeraet


def zeilen(ziel, reihe, fehlt):
    """One line for each limit of a goal."""
    ergebnis = []
    for g in ziel.grenzen:
        zeile = {"ziel": ziel.kennung, "was": ziel.was, "gegen": g.was, "art": g.art, "mass": g.mass, "muss": g.muss,
                 "soll": g.ziel, "wert": None}
        if g.art == "gedruckt":
            if g.peer and g.peer[0] in fehlt:
                zeile["fehlt"] = ziel.auftraege[g.peer[0]][0].split()[0].rsplit("/", 1)[-1]
            else:
                wir = reihe.gedruckt(g.wir)
                andere = reihe.gedruckt(g.peer) if g.peer else 1
                zeile["wert"] = wir / andere
                if g.peer:
                    zeile["wir"], zeile["andere"] = wir, andere
            zeile["rss"] = reihe.spitze(g.wir[0])
            ergebnis.append(zeile)
            continue
        if g.peer in fehlt:
            zeile["fehlt"] = ziel.auftraege[g.peer][0].split()[0].rsplit("/", 1)[-1]
        elif g.art == "verhaeltnis":
            wert, kleinster, groesster = reihe.verhaeltnis(g.wir, g.peer, g.mass)
            zeile |= {"wert": wert, "von": kleinster, "bis": groesster}
        elif g.art == "mehr":
            zeile["wert"] = reihe.median(g.wir, g.mass) - reihe.median(g.peer, g.mass)
        else:
            zeile["wert"] = reihe.spitze(g.wir)
        if g.art != "spitze" and g.peer not in fehlt:
            zeile["wir"], zeile["andere"] = reihe.median(g.wir, g.mass), reihe.median(g.peer, g.mass)
        zeile["rss"] = reihe.spitze(g.wir)
        ergebnis.append(zeile)
    return ergebnis


def zahl(z, feld):
    wert = z.get(feld)
    if wert is None:
        return "–"
    if z["art"] == "spitze":
        return f"{wert:.0f} MB"
    if z["art"] == "mehr":
        return f"{wert * 1000:+.0f} ms"
    return f"{wert:.2f}" if wert >= 0.1 else f"{wert:.3f}"


def urteil(z):
    if z["wert"] is None:
        return "not measured"
    if z["wert"] <= z["soll"]:
        return "aim"
    return "must" if z["wert"] <= z["muss"] else "**missed**"


def text(z):
    spanne = f" ({z['von']:.2f}–{z['bis']:.2f})" if "von" in z else ""
    zeiten = f", {z['wir']:.3f} to {z['andere']:.3f}" if "wir" in z else ""
    return (f"{z['ziel']}: {z['gegen']}: {zahl(z, 'wert')}{spanne}{zeiten}, peak {z['rss']:.0f} MB; must {zahl(z, 'muss')}, "
            f"aim {zahl(z, 'soll')}: {urteil(z)}")


def befehl(*worte):
    try:
        return subprocess.run(worte, capture_output=True, text=True, check=True).stdout.splitlines()[0].strip()
    except (OSError, subprocess.CalledProcessError, IndexError):
        return "not available"


def stand(wahl):
    modell = next((z.split(":")[1].strip() for z in open("/proc/cpuinfo") if z.startswith("model name")), "?")
    speicher = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    wurzel = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    return {
        "tag": time.strftime("%F"), "runden": wahl.n, "maschine": f"{os.cpu_count()} × {modell}, {speicher:.0f} GB",
        "system": f"{platform.system()} {platform.release().split('-')[0]}", "last": os.getloadavg()[1],
        "boden": messgeraet.boden(),
        "stand": befehl("git", "-C", wurzel, "rev-parse", "--short", "HEAD"),
        "swift": befehl("swift", "--version"), "libxml2": befehl("xml2-config", "--version"),
        "openssl": befehl("openssl", "version"), "bsdtar": befehl("bsdtar", "--version"),
    }


def schreibe(ort, name, stand, zeilen):
    kopf = [
        "# Measured goals" + (" (large)" if name == "gross" else ""), "",
        "Made by `make bench" + ("-gross" if name == "gross" else "") + "`: our job and its peer in turns, median of the ratios of "
        f"{stand['runden']} rounds (in brackets the smallest and the largest: the noise of the machine). Ratios of processor time, of the "
        "clock where two threads work. The limits are those of the project's goals; commands: `Benchmarks/ziele.py`.", "",
        f"{stand['tag']}, commit {stand['stand']}, {stand['maschine']}, {stand['system']}; {stand['swift']}, libxml2 {stand['libxml2']}, "
        f"{stand['openssl']}, {stand['bsdtar']}. Load of the last five minutes {stand['last']:.1f}. A process is counted with at least "
        f"{stand['boden']:.0f} MB, which it inherits from the measuring script.", "",
        f"![ratio to the limit of each goal](./{name}.svg)", "",
        "| goal | operation | beside | must | aim | measured | | seconds | peak MB |", "|---|---|---|--:|--:|--:|---|--:|--:|",
    ]
    for z in zeilen:
        spanne = f" ({z['von']:.2f}–{z['bis']:.2f})" if "von" in z else ""
        zeiten = f"{z['wir']:.3f} : {z['andere']:.3f}" if "wir" in z and z["mass"] != "spitze" else ""
        wort = f"not measured: {z['fehlt']} is missing" if "fehlt" in z else urteil(z)
        kopf.append(f"| {z['ziel']} | {z['was']} | {z['gegen']} | {zahl(z, 'muss')} | {zahl(z, 'soll')} | {zahl(z, 'wert')}{spanne} | "
                    f"{wort} | {zeiten} | {z['rss']:.0f} |")
    offen = [z for z in zeilen if z["wert"] is None or z["wert"] > z["muss"]]
    kopf += ["", f"{len(zeilen)} limits, {len(zeilen) - len(offen)} held, {len(offen)} missed or not measured."]
    (ort / f"{name}.md").write_text("\n".join(kopf) + "\n")
    (ort / f"{name}.svg").write_text(bild(zeilen))


def bild(zeilen):
    """A bar for each limit: measured through must, on a logarithmic scale; left of the line is held."""
    z_hoehe, breite, links = 18, 900, 330
    messbar = [z for z in zeilen if z["wert"]]
    hoehe = z_hoehe * len(messbar) + 50

    def lage(quote):
        return links + (breite - links - 90) * (math.log2(max(min(quote, 8), 1 / 8)) + 3) / 6
    teile = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {breite} {hoehe}" font-family="sans-serif" font-size="11" '
             'role="img"><title>Measured value through the limit of each goal; below 1 is held</title>',
             f'<rect width="{breite}" height="{hoehe}" fill="#fff"/>']
    for q in (1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8):
        teile.append(f'<line x1="{lage(q):.0f}" x2="{lage(q):.0f}" y1="24" y2="{hoehe - 20}" stroke="{"#333" if q == 1 else "#ddd"}"/>'
                     f'<text x="{lage(q):.0f}" y="18" text-anchor="middle">{q:g}</text>')
    for i, z in enumerate(messbar):
        y, quote = 30 + i * z_hoehe, z["wert"] / z["muss"]
        farbe = "#1a7f5a" if urteil(z) == "aim" else "#2a6fb0" if urteil(z) == "must" else "#b3261e"
        a, b = sorted((lage(1), lage(quote)))
        name = f"{z['ziel']}: {z['gegen']}"
        teile.append(f'<text x="{links - 60}" y="{y + 11}" text-anchor="end">{escape(name[:52])}</text>'
                     f'<rect x="{a:.1f}" y="{y}" width="{max(b - a, 1):.1f}" height="13" fill="{farbe}"/>'
                     f'<text x="{breite - 80}" y="{y + 11}">{escape(zahl(z, "wert"))}</text>')
    teile.append(f'<text x="{links - 60}" y="{hoehe - 6}" text-anchor="end">green: aim, blue: must, red: missed</text></svg>')
    return "\n".join(teile) + "\n"
