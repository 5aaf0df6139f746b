#!/usr/bin/env bash
# Builds the release preset and runs every test that needs nothing but this machine.
#   --all   also those that install and start what they need: GNU parallel, Slurm, Spark, a wheel in its own environment, pre-commit, debootstrap,
#           a browser, Java, validators of a hundred megabytes
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

all=
for argument in "$@"; do
  case $argument in
    --all)
      need_packages "${heavy_packages[@]}"
      python3 -c 'import pyspark' 2>/dev/null || python3 -m pip install --quiet --break-system-packages pyspark || say 'PySpark cannot be installed: its test says so'
      all=yes
      export FACTCHECK_TEST_ALL=1
      ;;
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
