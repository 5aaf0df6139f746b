#!/bin/sh
# Judges claims about world statistics against time series: one line {"id", "verdict"} for each line of CLAIMS.jsonl.
# usage: scripts/tsver.sh CLAIMS.jsonl [TIME_SERIES_FOLDER]
# The series are a folder of wide CSV with metadata.json (default: ../shared/tsver/time_series beside the source). They are made into a
# pack once and kept below build/; FACTCHECK names another program than build/release/factcheck or build/dev/factcheck.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
[ $# -ge 1 ] || { sed -n '2,5s/^# //p' "$0" >&2; exit 2; }
series=${2:-$root/../shared/tsver/time_series}
[ -d "$series" ] || { echo "tsver.sh: there is no folder $series: name the folder of the time series" >&2; exit 2; }
program=${FACTCHECK:-$root/build/release/factcheck}
[ -x "$program" ] || program=$root/build/dev/factcheck
[ -x "$program" ] || { echo "tsver.sh: build the program first: scripts/test.sh" >&2; exit 2; }
pack=$root/build/world-series
if [ ! -f "$pack/pack.yaml" ]; then
    rm -rf "$pack.new"
    python3 "$root/tests/bench/tsver/series_pack.py" "$program" "$series" "$pack.new"
    mv "$pack.new" "$pack"
fi
exec python3 "$root/tests/bench/tsver/judge.py" "$program" "$1" "$pack" "$root/rules/world" "$root/rules/countries"
