#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes Sources/CToolbox/Inhalt.c, the list of the files below Toolbox/ that the program carries.

Run it after a file came, went or was renamed; a change of the content needs nothing, the compiler reads it anew.
With --pruefen it writes nothing and ends with 1 if the list is out of date.
"""
import pathlib
import sys

PROJEKT = pathlib.Path(__file__).resolve().parent.parent.parent
ZIEL = PROJEKT / "Sources" / "CToolbox" / "Inhalt.c"
KOPF = """// SPDX-License-Identifier: Apache-2.0
// Made by Docs/werkzeug/toolbox-einbetten.py; do not edit by hand.
#include "CToolbox.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

"""
SCHLUSS = """};

size_t toolbox_anzahl(void) { return sizeof liste / sizeof liste[0]; }

toolbox_datei toolbox_stelle(size_t stelle) {
  if (stelle < toolbox_anzahl()) return liste[stelle];
  return (toolbox_datei){"", 0, 0};
}
"""


def dateien():
    """Paths below Toolbox/ of all files that are not hidden and not empty, in the order of their bytes."""
    wurzel = PROJEKT / "Toolbox"
    alle = (p.relative_to(wurzel) for p in wurzel.rglob("*") if p.is_file() and p.stat().st_size)
    return sorted((p.as_posix() for p in alle if not any(t.startswith(".") for t in p.parts)), key=str.encode)


def inhalt():
    pfade = dateien()
    teile = [KOPF]
    for nr, pfad in enumerate(pfade):
        teile.append(f'static const unsigned char d{nr}[] = {{\n#embed "../../Toolbox/{pfad}"\n}};\n')
    teile.append("\nstatic const toolbox_datei liste[] = {\n")
    teile += [f'  {{"{pfad}", d{nr}, sizeof d{nr}}},\n' for nr, pfad in enumerate(pfade)]
    teile.append(SCHLUSS)
    return "".join(teile)


if __name__ == "__main__":
    neu = inhalt()
    if "--pruefen" in sys.argv:
        if not ZIEL.exists() or ZIEL.read_text(encoding="utf-8") != neu:
            sys.exit("Sources/CToolbox/Inhalt.c ist veraltet: python3 Docs/werkzeug/toolbox-einbetten.py")
    else:
        ZIEL.write_text(neu, encoding="utf-8")
