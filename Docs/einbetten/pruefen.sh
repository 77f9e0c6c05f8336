#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds and runs the embedding example and proves that nothing of the command line tool or the
# store was compiled for it.
set -eu
cd "$(dirname "$0")"
ziel=$(mktemp -d)
trap 'rm -rf "$ziel"' EXIT
rm -rf .build
swift build --product einbetten
bin=$(swift build --product einbetten --show-bin-path)
ausgabe=$("$bin/einbetten" "$ziel")
echo "einbetten: $ausgabe"
case $ausgabe in
  "4.0.0 "*" true") ;;
  *) echo "einbetten: unerwartete Ausgabe" >&2; exit 1 ;;
esac
unzip -tq "$ziel"/*_0503_1.zip
fremd=$(find "$bin/" -name '*.o' | grep -E '/(ArgumentParser|GRDB|Yams|diva|Aktenspeicher)[^/]*\.build/' || true)
if [ -n "$fremd" ]; then
  echo "einbetten: unerwartet übersetzt:" >&2
  echo "$fremd" >&2
  exit 1
fi
echo "einbetten: weder Kommandozeile noch Speicher wurden übersetzt"
