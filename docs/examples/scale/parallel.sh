#!/usr/bin/env bash
# One JSON Lines corpus on many processes (or machines, with --sshlogin) by GNU parallel: parallel.sh CORPUS.jsonl REPORT.jsonl [factcheck options]
# Each part is passed through factcheck as a filter and keeps the corpus's name; --keep-order and merge give the bytes of a single run.
set -euo pipefail
corpus=$1 report=$2
shift 2
parts=$(mktemp -d)
trap 'rm -rf "$parts"' EXIT
export parts corpus
# Exit code 1 is findings, not failure; 2 fails the job.
check() {
  local status=0
  factcheck "${@:2}" --jobs 1 --format jsonl --fail-on never --stdin-filename "$corpus" - >"$parts/$(printf %09d "$1").jsonl" || status=$?
  return "$status"
}
export -f check
parallel --pipe-part --arg-file "$corpus" --block "${BLOCK:-16M}" --jobs "${JOBS:-100%}" --halt now,fail=1 check '{#}' "$@"
factcheck merge --fail-on never "$parts"/*.jsonl >"$report"
