#!/usr/bin/env bash
# bench.sh CORPUS.jsonl[.gz] PATTERN.txt [RUNS]: `factcheck extract` over a corpus of JSON Lines repeated to 120 MB, and ripgrep with the
# pattern over the plain text of the same items, one core each, in turns; then the benchmarks of tests/bench.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
[ $# -ge 2 ] || { echo "usage: scripts/bench.sh CORPUS.jsonl[.gz] PATTERN.txt [RUNS]" >&2; exit 2; }
corpus=$(realpath "$1") pattern=$(realpath "$2") runs=${3:-5}

need_packages "${build_packages[@]}" "${test_packages[@]}" "${bench_packages[@]}"
build release -DFACTCHECK_TESTS=ON >&2
(cd "$root" && cmake --build --preset release --target extract_bench) >&2

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
case $corpus in *.gz) zcat "$corpus" ;; *) cat "$corpus" ;; esac >"$work/once.jsonl"
"$root/tests/bench/pair.py" "$root/build/release/factcheck" "$work/once.jsonl" "$pattern" "$runs"
"$root/build/release/tests/extract_bench" "$work/once.jsonl"
