# What the scripts share: packages, builds. Sourced, never run.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

build_packages=(
  build-essential cmake ninja-build
  tao-pegtl-dev libyaml-cpp-dev libcli11-dev nlohmann-json3-dev libboost-dev libmd-dev libcereal-dev libxxhash-dev libsimdjson-dev libsqlite3-dev libgumbo-dev libexpat1-dev
  libarchive-dev libpugixml-dev libpqxx-dev
)
test_packages=(doctest-dev librapidcheck-dev python3 python3-yaml libxml2-utils cmark-gfm python3-jsonschema)
# Read reports by programs that are not ours: what they are for stands in docs/dependencies.md.
node_packages=(@microsoft/jest-sarif@1.0.0-beta.0)
all_node_packages=(@microsoft/sarif-multitool-linux@5.7.0)
clang_packages=(clang clang-format)
heavy_packages=(parallel slurm-wlm default-jre-headless debootstrap pre-commit python3-pip python3-venv dpkg-dev file)
bench_packages=(libbenchmark-dev ripgrep)

say() { printf '\n== %s\n' "$*"; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

is_installed() { [ "$(dpkg-query -W -f='${Status}' "$1" 2>/dev/null)" = 'install ok installed' ]; }

# Installs those of the named packages that are missing; touches no network when none is.
need_packages() {
  command -v dpkg-query >/dev/null || return 0 # not Debian: the packages are the user's affair
  local missing=() package
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  say "installing ${missing[*]}"
  as_root apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}

# Puts npm packages into build/node, where tests look for them; without npm those tests say what they did not ask.
need_node() {
  command -v npm >/dev/null || return 0
  local file=$root/build/node/installed
  [ "$(cat "$file" 2>/dev/null)" = "$*" ] && return 0
  say "installing $*"
  mkdir -p "$root/build/node"
  npm install --prefix "$root/build/node" --no-save --no-audit --no-fund --ignore-scripts "$@" >/dev/null || return 0
  echo "$*" >"$file"
}

# Configures and builds a preset; more arguments go to the configuration.
build() {
  say "building preset $1"
  (cd "$root" && cmake --preset "$1" "${@:2}" && cmake --build --preset "$1")
}

# Runs the tests of a preset; ctest's own last lines are the last.
run_tests() {
  say "testing preset $1"
  (cd "$root" && ctest --preset "$1" "${@:2}")
}
