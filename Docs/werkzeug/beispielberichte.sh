#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes the answer files and reports in Toolbox/beispiele anew: sh Docs/werkzeug/beispielberichte.sh PROGRAM [FOLDER]
# With a folder, the reports go there and the answer files stay as they are.
set -eu
programm=$1
CDPATH='' cd -- "$(dirname -- "$0")/../.."
beispiele=Toolbox/beispiele
ziel=${2-}
if [ -z "$ziel" ]; then
  "$programm" reifegrad katalog --json | python3 Docs/werkzeug/beispielantworten-erzeugen.py
  ziel=$beispiele
fi

# bericht FOLDER NAME DAY OPTIONS…
bericht() {
  ordner=$1
  name=$2
  tag=$3
  shift 3
  mkdir -p "$ziel/$ordner"
  rm -f "$ziel/$ordner/bericht.html"
  "$programm" reifegrad auswerten "$beispiele/$ordner"/*.diva.json --name "$name" --stichtag "$tag" \
    --bericht "$ziel/$ordner/bericht.html" --md "$@" >"$ziel/$ordner/bericht.md"
}
bericht gemeinde-15 "Gemeinde Lindenbach (erfunden)" 2027-03-22
bericht stadt-120 "Stadt Auental (erfunden)" 2027-05-04
bericht landkreis-1500 "Landkreis Weißtal (erfunden)" 2027-05-18 \
  --frueher "$beispiele/landkreis-1500/frueher/weisstal-projektleitung-2026.diva.json"
