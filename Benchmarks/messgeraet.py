# SPDX-License-Identifier: Apache-2.0
"""Runs commands in turns (A B C, A B C, ...) and tells medians and ratios paired round by round."""
import os
import re
import resource
import statistics
import subprocess
import sys
import time


class Lauf:
    """One run: seconds on the clock, seconds on the processor, peak MB, and what it printed."""

    def __init__(self, uhr, prozessor, spitze, ausgabe):
        self.uhr, self.prozessor, self.spitze, self.ausgabe = uhr, prozessor, spitze, ausgabe


def messe(befehl, umgebung=None, erlaubt=(0,)):
    """Runs a command line in a shell that is replaced by it, so that time and memory are its own.

    Linux hands the peak of a process on over exec, so the floor of the memory is this script's own size
    (told by `boden`)."""
    einfach = not any(z in befehl for z in ";|&<>")
    ausgabe = os.memfd_create("ausgabe")
    beginn = time.perf_counter()
    kind = subprocess.Popen(["sh", "-c", "exec " + befehl if einfach else befehl], stdin=subprocess.DEVNULL,
                            stdout=ausgabe, stderr=subprocess.STDOUT, env=umgebung)
    _, zustand, v = os.wait4(kind.pid, 0)
    dauer = time.perf_counter() - beginn
    kind.returncode = os.waitstatus_to_exitcode(zustand)
    os.lseek(ausgabe, 0, os.SEEK_SET)
    with os.fdopen(ausgabe, "rb") as datei:
        text = datei.read()[-4000:].decode(errors="replace")
    if kind.returncode not in erlaubt:
        sys.exit(f"exit {kind.returncode}: {befehl}\n{text}")
    return Lauf(dauer, v.ru_utime + v.ru_stime, v.ru_maxrss / 1024, text)


def boden():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def ruhe(hoechstens):
    """Waits until the cores are mostly free."""
    def stand():
        with open("/proc/stat") as datei:
            werte = list(map(int, datei.readline().split()[1:9]))
        return werte[3] + werte[4], sum(werte)
    ende = time.time() + hoechstens
    while time.time() < ende:
        a = stand()
        time.sleep(0.2)
        b = stand()
        if (b[0] - a[0]) / max(1, b[1] - a[1]) > 0.85:
            return


class Reihe:
    """The runs of all jobs of one goal, round by round."""

    def __init__(self, auftraege, runden, umgebung, warten=2.0):
        # auftraege: name -> (command, preparation or None)
        self.laeufe = {name: [] for name in auftraege}
        for runde in range(-1, runden):  # the first is not counted: it warms the page cache
            for name, (befehl, vorher) in auftraege.items():
                if vorher:
                    subprocess.run(["sh", "-c", vorher], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                ruhe(warten)
                lauf = messe(befehl, umgebung)
                if runde >= 0:
                    self.laeufe[name].append(lauf)

    def median(self, name, mass):
        return statistics.median(getattr(l, mass) for l in self.laeufe[name])

    def verhaeltnis(self, a, b, mass):
        """Median of the paired ratios, smallest and largest."""
        werte = [getattr(x, mass) / max(getattr(y, mass), 1e-4) for x, y in zip(self.laeufe[a], self.laeufe[b])]
        return statistics.median(werte), min(werte), max(werte)

    def spitze(self, name):
        return max(l.spitze for l in self.laeufe[name])

    def gedruckt(self, stelle):
        """Median of a number in the output: (job, pattern, factor; -1: its reciprocal)."""
        name, muster, faktor = stelle
        werte = []
        for lauf in self.laeufe[name]:
            zahl = float(re.search(muster, lauf.ausgabe).group(1))
            werte.append(1 / zahl if faktor < 0 else zahl * faktor)
        return statistics.median(werte)
