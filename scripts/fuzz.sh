#!/usr/bin/env bash
# Builds the fuzzers and runs them one after another: fuzz.sh [--seconds N] [--all] [TARGET...]
#   --seconds N   each for N seconds (60)
#   --all         every target; without it and without names: text, number and time
# What they find is kept in build/fuzz/corpus/<target>/; an input that fails is written to build/fuzz/found/<target>/. Prints a line a
# target: executions, seconds of processor time, inputs kept, failures. Exit code 1: something failed.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

all=(text number range hedge change multiple rank quantifier time age expression rules csv markdown html news email docx odt records)
seconds=60
targets=()
while [ $# -gt 0 ]; do
  case $1 in
    --seconds) seconds=$2; shift ;;
    --all) targets=("${all[@]}") ;;
    -*)
      echo "fuzz.sh: unknown option $1 (known: --seconds, --all)" >&2
      exit 2
      ;;
    *) targets+=("$1") ;;
  esac
  shift
done
[ ${#targets[@]} -gt 0 ] || targets=(text number time)

need_packages "${build_packages[@]}" clang python3 python3-yaml
need_packages "libclang-rt-$(clang -dumpversion | cut -d. -f1)-dev"
folder=$root/build/fuzz
say "building the fuzzers ${targets[*]}"
(cd "$root" && cmake --preset fuzz >/dev/null && cmake --build --preset fuzz --target "${targets[@]/%/_fuzz}")
python3 "$root/tests/fuzz/seeds.py" "$root" "$folder"

seeds_of() {
  case $1 in
    text | csv | rules | expression | records) echo "$1" ;;
    markdown | html | news | email | docx | odt) echo files ;;
    *) echo sentence ;;
  esac
}

# Seconds of processor time of the children so far.
spent() {
  times >"$folder/times" # not in a subshell: it has no children of its own
  awk 'NR == 2 { split($1, u, /[ms]/); split($2, s, /[ms]/); print u[1] * 60 + u[2] + s[1] * 60 + s[2] }' "$folder/times" >"$folder/spent"
}

failed=0
run() {
  local name=$1 kind log before after
  kind=$(seeds_of "$name")
  log=$folder/$name.log
  mkdir -p "$folder/corpus/$name" "$folder/found/$name"
  local known=("$root/tests/fuzz/found/$name"/*)
  [ -e "${known[0]}" ] || known=()
  spent
  before=$(<"$folder/spent")
  local outcome=ok
  # Inputs that once failed come first: each is run by itself.
  if [ ${#known[@]} -gt 0 ] && ! "$folder/tests/fuzz/${name}_fuzz" "${known[@]}" >"$log" 2>&1; then
    outcome='fails again on a known input'
  elif ! "$folder/tests/fuzz/${name}_fuzz" -max_total_time="$seconds" -max_len=400 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
    -verbosity=1 -dict="$folder/$kind.dict" -artifact_prefix="$folder/found/$name/" "$folder/corpus/$name" "$folder/seeds/$kind" >"$log" 2>&1; then
    outcome=FAILED
  fi
  spent
  after=$(<"$folder/spent")
  [ "$outcome" = ok ] || failed=1
  printf '%-12s %10s executions %8.0f s of processor time %7s inputs kept  %s\n' "$name" \
    "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | tail -1)" \
    "$(awk -v a="$after" -v b="$before" 'BEGIN { print a - b }')" "$(find "$folder/corpus/$name" -type f | wc -l)" "$outcome"
  [ "$outcome" = ok ] || grep -E 'does not hold|runtime error|ERROR:|SUMMARY|Test unit written|Base64' "$log" | head -8
}

say "fuzzing, $seconds seconds each"
for name in "${targets[@]}"; do run "$name"; done
exit $failed
