#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# tools/build.sh PRESET [TARGET..]   configures and builds a preset in build/PRESET.
set -euo pipefail
cd "$(dirname "$0")/.."

preset=$1
shift
mkdir -p build 2>/dev/null || true
if [ ! -w build ]; then
  echo "build/ cannot be written by $(id -un); it was made by another user. Remove it first." >&2
  exit 1
fi
# Two builds of one preset at a time would disturb each other; the second waits.
exec 9>build/lock-"$preset"
flock 9
cmake --preset "$preset" >build/configure-"$preset".log 2>&1 || {
  cat build/configure-"$preset".log >&2
  exit 1
}
targets=()
[ $# -eq 0 ] || targets=(--target "$@")
cmake --build --preset "$preset" "${targets[@]}"
