#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds the self check and tests it in a real Chromium without network. Arguments pick tests by name.
# Needs chromium and chromium-driver (Debian) and, once, the Python packages of requirements.txt.
set -eu
cd -- "$(dirname -- "$0")"
umgebung=${DIVA_BROWSERTEST:-../../.build/browsertest}
if [ ! -x "$umgebung/bin/python" ] || ! "$umgebung/bin/python" -c 'import selenium, axe_selenium_python, yaml' 2>/dev/null; then
  python3 -m venv "$umgebung"
  "$umgebung/bin/pip" install -q --disable-pip-version-check -r requirements.txt
fi
exec "$umgebung/bin/python" pruefen.py "$@"
