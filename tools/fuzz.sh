#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# tools/fuzz.sh SECONDS   builds every fuzzer of tests/fuzz and runs each for so long, from the
# inputs in tests/fuzz/seeds/NAME (for tests/fuzz/NAME_fuzz.cpp) and those found before. What it
# finds, keeps and reports lies in build/fuzz.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:?usage: tools/fuzz.sh SECONDS}
export seconds
tools/build.sh fuzz

fuzz_one() {
  local program=$1 name work log seeds=()
  name=$(basename "$program" _fuzz)
  work=build/fuzz/work/$name
  log=$work/log
  mkdir -p "$work/corpus" "$work/failures"
  [ ! -d "tests/fuzz/seeds/$name" ] || seeds+=("tests/fuzz/seeds/$name")
  [ ! -f "tests/fuzz/$name.dict" ] || seeds+=("-dict=tests/fuzz/$name.dict")
  if "$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
    -artifact_prefix="$work/failures/" "$work/corpus" "${seeds[@]}" >"$log" 2>&1; then
    echo "fuzz $name: $(sed -n 's/^Done \([0-9]*\) runs.*/\1/p' "$log") runs in $seconds s," \
      "$(find "$work/corpus" -type f | wc -l) inputs kept"
  else
    echo "fuzz $name: FAILED; the input lies in $work/failures, the whole log is $log"
    tail -n 40 "$log"
    return 1
  fi
}
export -f fuzz_one

programs=build/fuzz/programs
# A program whose source is gone is not run.
for source in tests/fuzz/*_fuzz.cpp; do
  [ ! -f "$source" ] || printf '%s\0' "$programs/$(basename "$source" .cpp)"
done | xargs -0 -r -n 1 -P "$(nproc)" bash -c 'set -euo pipefail; fuzz_one "$1"' fuzz_one
