#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# bench/profile.sh PROGRAM ARGUMENT..   where a program of build/release spends its time: the share
# of each function (perf, by the clock), and the processor's counters where the machine has them.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || { echo "usage: bench/profile.sh PROGRAM ARGUMENT.." >&2; exit 2; }
program=$1
shift
mkdir -p build/bench
perf record -q -e cpu-clock -F 499 -g -o build/bench/perf.data "build/release/$program" "$@"
perf report -i build/bench/perf.data --no-children -g none --stdio 2>/dev/null |
  grep -v -e '^#' -e '^$' | head -n 20 | cut -c 1-140
perf stat -e task-clock,instructions,cycles,cache-misses "build/release/$program" "$@" 2>&1 \
  >/dev/null | grep -E 'task-clock|instructions|cycles|cache' || true
