#!/usr/bin/env bash
# Builds the release preset and runs every test that needs nothing but this machine.
#   --all   also those that need large programs: a browser, Java, validators of a hundred megabytes
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

all=
for argument in "$@"; do
  case $argument in
    --all) all=yes ;;
    *)
      echo "test.sh: unknown option $argument (known: --all)" >&2
      exit 2
      ;;
  esac
done

need_packages "${build_packages[@]}" "${test_packages[@]}"
need_node "${node_packages[@]}" ${all:+"${all_node_packages[@]}"}
[ -z "$all" ] || chmod -f u+x "$root"/build/node/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool || true
build release -DFACTCHECK_TESTS=ON
run_tests release
