#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# tools/tidy.sh [--all]   runs clang-tidy on what the release build compiles, as many files at a time
# as there are cores; on tests, whose mistakes show when they run, only with --all.
# What passed is not looked at again until its sources, a header or the checks change.
set -euo pipefail
cd "$(dirname "$0")/.."

database=build/release/compile_commands.json
state=build/tidy
what=${1-}
mkdir -p "$state"

# The files of the database: sources, or files of CMake's that include several of a folder.
list_sources() {
  python3 - "$database" "$what" <<'PY'
import json, os, sys
root = os.getcwd()
for entry in json.load(open(sys.argv[1])):
    source = os.path.relpath(os.path.join(entry["directory"], entry["file"]), root)
    is_test = "_test.dir/" in entry["command"] or "nemawashi_tests.dir/" in entry["command"]
    if sys.argv[2] == "--all" or not is_test:
        print(source, end="\0")
PY
}

# A file of the build, and the sources that it includes where it is one of CMake's.
contents() {
  cat "$1"
  sed -n 's|^#include "\(/.*\.cpp\)"$|\1|p' "$1" | xargs -r cat
}

# Any header may change what a check says, so a file's stamp covers all headers.
common=$({ clang-tidy --version; cat .clang-tidy
  find . -path ./build -prune -o -name '*.h' -print0 | LC_ALL=C sort -z | xargs -0 -r cat
} | sha256sum)
export common database state

check_one() {
  local source=$1 stamp
  stamp=$state/$(sha256sum < <(echo "$common"; echo "$source"; contents "$source") | cut -d' ' -f1)
  [ ! -e "$stamp" ] || return 0
  if clang-tidy --quiet --config-file=.clang-tidy -p "$(dirname "$database")" --extra-arg=-Wno-unknown-warning-option \
    --extra-arg=-Wno-error "$source" >"$stamp.log" 2>&1; then
    mv "$stamp.log" "$stamp"
  else
    echo "clang-tidy: $source"
    grep -v 'warnings generated' "$stamp.log" || true
    rm -f "$stamp.log"
    return 1
  fi
}
export -f check_one contents

list_sources | xargs -0 -r -n 1 -P "$(nproc)" bash -c 'set -euo pipefail; check_one "$1"' check_one
echo "clang-tidy: $(list_sources | tr -cd '\0' | wc -c) compilations, nothing to say"
