# shellcheck shell=bash disable=SC2034 # the lists are for those who source this
# setup.sh: what the commands of the README share. Sourced by bash, with `root` set to the project's folder.
#
# In:  a Debian 12 machine and root's rights, or sudo, where packages are missing.
# Out: the packages are installed; build/ holds a release build. Any failure ends the script with an error that
#      says what to do.

# clang-19 holds the CMake files that find_package(Clang) reads.
build_packages=(g++ cmake ninja-build clang-19 libclang-19-dev llvm-19-dev)
example_packages=(libcurl4-openssl-dev ca-certificates python3)
test_packages=(llvm-19-tools libgtest-dev libcurl4-openssl-dev python3 libomp-19-dev libtbb-dev python3-joblib)
benchmark_packages=(libomp-19-dev libtbb-dev python3-joblib python3-matplotlib)

step() { printf '\n==> %s\n' "$*"; }

fail() {
  printf '\nerror: %s\n' "$*" >&2
  exit 1
}

is_installed() {
  [[ $(dpkg-query -W -f='${Status}' "$1" 2>/dev/null) == "install ok installed" ]]
}

# as_root COMMAND... runs a command with root's rights; EXPECTS: check_rights was called.
as_root() {
  if [[ $(id -u) -eq 0 ]]; then
    env DEBIAN_FRONTEND=noninteractive "$@"
  else
    sudo env DEBIAN_FRONTEND=noninteractive "$@"
  fi
}

check_rights() {
  command -v apt-get >/dev/null ||
    fail "this machine has no apt-get (it is no Debian), so these have to be installed by hand: $*"
  [[ $(id -u) -eq 0 ]] || command -v sudo >/dev/null ||
    fail "packages are missing, and there is neither root nor sudo to install them. As root, run:
  apt-get update && apt-get install --no-install-recommends $*"
}

check_available() {
  local package unavailable=()
  for package in "$@"; do
    apt-cache show "$package" >/dev/null 2>&1 || unavailable+=("$package")
  done
  [[ ${#unavailable[@]} -eq 0 ]] ||
    fail "this machine's package sources don't have: ${unavailable[*]}
All are in Debian 12's main archive (bookworm). Check the network (see above), /etc/apt/sources.list and
/etc/apt/sources.list.d."
}

# install_packages PACKAGE... installs those that are missing, and touches nothing if none is.
install_packages() {
  local package missing=()
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  if [[ ${#missing[@]} -eq 0 ]]; then
    step "All packages that are needed are installed"
    return
  fi
  step "Installing packages: ${missing[*]}"
  check_rights "${missing[@]}"
  as_root apt-get update || fail "apt-get update failed (see above); is there a network?"
  check_available "${missing[@]}"
  as_root apt-get install --yes --no-install-recommends "${missing[@]}" ||
    fail "apt-get could not install: ${missing[*]} (see above)"
}

# configure_and_build TESTS [TARGET...] builds into build/; TESTS is ON or OFF. Without a target: everything.
configure_and_build() {
  local tests=$1 target targets=()
  shift
  for target in "$@"; do
    targets+=(--target "$target")
  done
  step "Configuring in $root/build"
  cmake --preset release -S "$root" -DPARALOOP_BUILD_TESTS="$tests" ||
    fail "CMake could not configure the build (see above)"
  step "Building with $(nproc) jobs"
  cmake --build "$root/build" --parallel "$(nproc)" "${targets[@]}" ||
    fail "the build failed (see above)"
}
