#!/usr/bin/env bash
# Builds the release preset and runs every test that needs nothing but this machine.
#   --all   also the tests that need services; there are none so far
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

for argument in "$@"; do
  case $argument in
    --all) ;;
    *)
      echo "test.sh: unknown option $argument (known: --all)" >&2
      exit 2
      ;;
  esac
done

need_packages "${build_packages[@]}" "${test_packages[@]}"
build release -DFACTCHECK_TESTS=ON
run_tests release
