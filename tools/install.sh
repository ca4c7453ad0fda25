#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# tools/install.sh SET..   installs the Debian packages of the sets (build, test, ci, bench) that are
# missing, and says which. Quick and silent when nothing is missing.
set -euo pipefail

# The version of clang that `clang` stands for here: 14 on Debian 12, 18 on Ubuntu 24.04.
clang_version() {
  { dpkg-query -W -f '${Depends}\n' clang 2>/dev/null || apt-cache depends clang 2>/dev/null || true
  } | grep -o 'clang-[0-9]*' | head -n 1 | cut -d- -f2 || true
}

packages_of() {
  case "$1" in
    build) echo g++ cmake ninja-build ccache libcli11-dev nlohmann-json3-dev libgmp-dev python3
           echo libpugixml-dev libzip-dev libxlsxwriter-dev libmimalloc-dev
           # Node may be there from elsewhere, with its own npm, which Debian's would conflict with.
           command -v npm >/dev/null || echo nodejs npm ;;
    test) echo libgtest-dev clang clang-format python3-jsonschema
          echo "libclang-rt-$(clang_version)-dev"
          command -v "${CHROMIUM:-/usr/bin/chromium}" >/dev/null || echo chromium
          echo fonts-noto-cjk poppler-utils ;;
    ci) echo clang-tidy scram ;;
    bench) echo toulbar2 scram python3-venv ;;
    *) echo "tools/install.sh: unknown set '$1' (known: build, test, ci, bench)" >&2; return 2 ;;
  esac
}

# Prints those of the given packages that are not installed.
missing_of() {
  local installed package
  # dpkg-query fails when it has never heard of one of the packages, and still lists the others.
  installed=" $({ dpkg-query -W -f '${Package}=${db:Status-Status}\n' "$@" 2>/dev/null || true; } |
    sed -n 's/=installed$//p' | tr '\n' ' ') "
  for package in "$@"; do
    [[ "$installed" == *" $package "* ]] || echo "$package"
  done
}

# Fills `missing`; the name of one package depends on what apt offers, so this runs again after
# an update.
find_missing() {
  local wanted=() listed
  for set_name in "${sets[@]}"; do
    listed=$(packages_of "$set_name")
    # shellcheck disable=SC2206
    wanted+=($listed)
  done
  listed=$(missing_of "${wanted[@]}")
  # shellcheck disable=SC2206
  missing=($listed)
}

offered_by_apt() {
  local package
  for package in "$@"; do
    [[ "$(apt-cache policy "$package" 2>/dev/null)" == *"Candidate: "[0-9]* ]] || return 1
  done
}

sets=("$@")
[ "${#sets[@]}" -gt 0 ] || { echo "usage: tools/install.sh SET.. (build, test, ci, bench)" >&2; exit 2; }
for set_name in "${sets[@]}"; do packages_of "$set_name" >/dev/null; done

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "This is neither Debian nor Ubuntu; the build needs the equivalents of:" >&2
  for set_name in "${sets[@]}"; do echo "  $(packages_of "$set_name" | tr '\n' ' ')" >&2; done
  exit 0
fi

find_missing
[ "${#missing[@]}" -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
    as_root=(sudo)
  else
    # Without apt's lists the version of clang is not known yet; Debian 12 has 14.
    echo "These packages are missing, and neither root nor sudo is at hand. Please have run:" >&2
    echo "  apt-get update && apt-get install --no-install-recommends" \
      "${missing[@]/libclang-rt--dev/libclang-rt-14-dev}" >&2
    exit 1
  fi
fi

apt() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=a \
    apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@"
}

if ! offered_by_apt "${missing[@]}"; then
  echo "Updating the lists of packages (apt-get update)"
  apt update
  find_missing
fi
echo "Installing ${#missing[@]} Debian packages: ${missing[*]}"
if ! apt install -y --no-install-recommends "${missing[@]}" >/dev/null; then
  echo "Once more with fresh lists of packages (apt-get update)"
  apt update
  apt install -y --no-install-recommends "${missing[@]}" >/dev/null
fi
find_missing
if [ "${#missing[@]}" -gt 0 ]; then
  echo "Still missing after the installation: ${missing[*]}" >&2
  exit 1
fi
