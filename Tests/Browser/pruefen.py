# SPDX-License-Identifier: Apache-2.0
"""Runs the tests of the self check and says in words what was tested. `pruefen.py [NAME …]` runs only matching tests."""
import os
import shutil
import sys
import time
import unittest

sys.dont_write_bytecode = True
HIER = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HIER)


class Bericht(unittest.TextTestResult):
    def startTest(self, test):
        self.beginn = time.monotonic()
        super().startTest(test)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.gut = getattr(self, "gut", 0) + 1


def alle(suite):
    for t in suite:
        if isinstance(t, unittest.TestSuite):
            yield from alle(t)
        else:
            yield t


def main(namen):
    for programm in ("chromium", "chromedriver"):
        if not shutil.which(programm):
            print("Es fehlt: %s. Unter Debian: apt-get install chromium chromium-driver" % programm, file=sys.stderr)
            return 1
    import browser
    suite = unittest.TestSuite(t for t in alle(unittest.defaultTestLoader.discover(HIER, pattern="test_*.py")) if not namen or any(n in t.id() for n in namen))
    try:
        r = unittest.TextTestRunner(verbosity=2, resultclass=Bericht, stream=sys.stdout).run(suite)
    finally:
        browser.aufraeumen()
    gut, schlecht, weg = getattr(r, "gut", 0), len(r.failures) + len(r.errors), len(r.skipped)
    fremd = [g for _, g in r.skipped if not g.startswith("Gegenprobe")]  # a program without the command is no missing tool
    if fremd and os.environ.get("CI") == "true":
        print("Unter CI=true darf nichts übersprungen werden.")
        schlecht += len(fremd)
    print("%d passed, %d failed, %d skipped" % (gut, schlecht, weg))
    return 0 if schlecht == 0 and gut > 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
