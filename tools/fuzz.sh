#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# tools/fuzz.sh SECONDS   builds every fuzzer of tests/fuzz and runs each for so long, as many at a
# time as there are cores, from the inputs in tests/fuzz/seeds/NAME (for tests/fuzz/NAME_fuzz.cpp),
# real files (tools/fuzz_seeds.py) and those found before. What it finds, keeps and reports lies in
# build/fuzzing.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1-}
# For libFuzzer 0 seconds would be for ever.
[[ "$seconds" =~ ^[1-9][0-9]*$ ]] || { echo "usage: tools/fuzz.sh SECONDS (from 1 on)" >&2; exit 2; }
longest=$(sed -n 's/^LARGEST = //p' tools/fuzz_seeds.py)
export seconds longest
tools/build.sh sanitized fuzzers
python3 tools/fuzz_seeds.py

fuzz_one() {
  local program=$1 name work log real seeds=()
  name=$(basename "$program" _fuzz)
  work=build/fuzzing/work/$name
  log=$work/log
  real=build/fuzzing/real/$name
  mkdir -p "$work/corpus" "$work/failures"
  [ ! -d "tests/fuzz/seeds/$name" ] || seeds+=("tests/fuzz/seeds/$name")
  [ ! -d "$real" ] || seeds+=("$real")
  [ ! -f "tests/fuzz/$name.dict" ] || seeds+=("-dict=tests/fuzz/$name.dict")
  # Real files are slow inputs; scaled by their time they do not crowd out the small ones.
  if "$program" -max_total_time="$seconds" -max_len="$longest" -timeout=10 -rss_limit_mb=2048 \
    -entropic_scale_per_exec_time=1 -artifact_prefix="$work/failures/" \
    "$work/corpus" "${seeds[@]}" >"$log" 2>&1; then
    echo "fuzz $name: $(sed -n 's/^Done \([0-9]*\) runs.*/\1/p' "$log") runs in $seconds s," \
      "$(find "$work/corpus" -type f | wc -l) inputs kept," \
      "$(find "$real" -type f 2>/dev/null | wc -l) seeds from real files"
  else
    echo "fuzz $name: FAILED; the input lies in $work/failures, the whole log is $log"
    tail -n 40 "$log"
    return 1
  fi
}
export -f fuzz_one

programs=build/sanitized/fuzzers
# A program whose source is gone is not run.
# shellcheck disable=SC2016
for source in tests/fuzz/*_fuzz.cpp; do
  [ ! -f "$source" ] || printf '%s\0' "$programs/$(basename "$source" .cpp)"
done | xargs -0 -r -n 1 -P "$(nproc)" bash -c 'set -euo pipefail; fuzz_one "$1"' fuzz_one
