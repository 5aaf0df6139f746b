#!/usr/bin/env bash
# bench.sh CORPUS.jsonl.gz PATTERN.txt: extraction speed over the texts of a corpus, with ripgrep's over the same bytes beside it.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -eq 2 ] || { echo "usage: scripts/bench.sh CORPUS.jsonl.gz PATTERN.txt" >&2; exit 2; }
build=${BUILD:-build/release}
texts=$(mktemp)
trap 'rm -f "$texts"' EXIT
zcat "$1" | python3 -c 'import json, sys
for line in sys.stdin: print(json.loads(line)["text"], end="\n\n")' >"$texts"
"$build"/tests/extract_bench "$texts"
size=$(stat -c %s "$texts")
seconds=$( { TIMEFORMAT=%U; time rg -c -f "$2" "$texts" >"$texts.count"; } 2>&1 )
rm -f "$texts.count"
awk -v size="$size" -v seconds="$seconds" 'BEGIN { printf "ripgrep: %.1f MB/s, lines that match the pattern\n", size / (seconds > 0 ? seconds : 0.001) / 1e6 }'
