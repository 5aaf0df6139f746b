#!/usr/bin/env bash
# Builds the program and shows it on an article and on its twin, in which each of ten claims was falsified.
#   demo.sh [FILE...]   the same rules on texts of your own
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

need_packages "${build_packages[@]}"
build release -DFACTCHECK_TESTS=OFF # the demo needs no test packages

# Runs the program and expects the exit code, so that a demo that has gone wrong does not look like a success.
show() {
  local expected=$1 code=0
  shift
  printf '\n$ factcheck %s\n' "$*"
  (cd "$root" && build/release/factcheck "$@") || code=$?
  if [ "$code" -ne "$expected" ]; then
    printf 'exit code %s, and %s was expected\n' "$code" "$expected"
    exit 1
  fi
}

if [ $# -gt 0 ]; then
  exec "$root/build/release/factcheck" --rules "$root/rules" "$@"
fi

say 'an article whose ten claims hold: no findings, exit code 0'
show 0 --rules rules docs/examples/pakistan-us.md
say 'why they hold: every verdict with its evidence'
show 0 --rules rules --all docs/examples/pakistan-us.md
say 'the same article with each of the ten claims falsified: ten findings, exit code 1'
show 1 --rules rules docs/examples/pakistan-us-wrong.md
say 'done: the findings above are what the demo is meant to show'
