#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds the self check and tests it in a real Chromium without network. Arguments pick tests by name.
# Needs chromium and chromium-driver (Debian) and, once, Python packages: requirements.txt and axe-core, which is
# taken from axe-playwright-python without that package's own dependencies, because only its one script is used.
set -eu
cd -- "$(dirname -- "$0")"
umgebung=${DIVA_BROWSERTEST:-../../.build/browsertest}
if [ ! -x "$umgebung/bin/python" ] || ! "$umgebung/bin/python" -c 'import importlib.util as u, selenium, yaml; assert u.find_spec("axe_playwright_python")' 2>/dev/null; then
  # Not every machine reaches PyPI. Then nothing is tested here, and 77 says so.
  { python3 -m venv "$umgebung" &&
    "$umgebung/bin/pip" install -q --disable-pip-version-check -r requirements.txt &&
    "$umgebung/bin/pip" install -q --disable-pip-version-check --no-deps 'axe-playwright-python>=0.1.8'; } >&2 || {
    echo "Hinweis: Selenium oder axe fehlen (PyPI nicht erreichbar), die Browser-Tests laufen nicht / note: no browser tests" >&2
    exit 77
  }
fi
exec "$umgebung/bin/python" pruefen.py "$@"
