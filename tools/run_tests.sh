#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# Everything that `make test` checks. The slow steps (tests under the sanitizers, fuzzing, the page
# of reports in a browser) are passed over when no file of the project has changed since they last passed; the tests of
# the release build always run, and come last.
#
# NEMAWASHI_CASES is how many random cases a property test draws; unset, each test knows its
# own number. Under the sanitizers, which are slow, it is 100 unless it is set.
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p build/passed
SECONDS=0

# What the outcome of a step can depend on: every file outside build/, and the compilers.
fingerprint() {
  { find . \( -path ./build -o -path ./.git -o -name __pycache__ -o -name node_modules \) -prune -o -type f -print0 |
      LC_ALL=C sort -z | xargs -0 sha256sum
    g++ --version
    clang++ --version
    echo "${NEMAWASHI_CASES-}"
  } | sha256sum
}

step() { printf '\n== %s (%d s so far)\n' "$1" "$SECONDS"; }

# once_per_change NAME TITLE COMMAND..
once_per_change() {
  local name=$1 title=$2 now
  shift 2
  now=$(fingerprint)
  step "$title"
  if [ "$(cat "build/passed/$name" 2>/dev/null)" = "$now" ]; then
    echo "Nothing has changed since this passed (rm -r build/passed to repeat it)"
    return
  fi
  "$@"
  echo "$now" >"build/passed/$name"
}

under_sanitizers() {
  tools/build.sh sanitized
  NEMAWASHI_CASES=${NEMAWASHI_CASES:-100} ctest --preset sanitized --parallel "$(nproc)"
}

step "Format"
tools/format.sh --check
step "Release build, layers"
tools/build.sh release
once_per_change web "Page of reports: types, views, a browser" tools/web_tests.sh
once_per_change sanitized "Tests under AddressSanitizer and UndefinedBehaviorSanitizer" under_sanitizers
once_per_change fuzz "Fuzzing, 5 s each" tools/fuzz.sh 5
step "Tests"
ctest --preset release --parallel "$(nproc)"
echo "make test: passed in $SECONDS s"
