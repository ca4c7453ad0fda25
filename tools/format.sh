#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# tools/format.sh           formats every C++ source
# tools/format.sh --check   fails if one is not formatted, and says where
#
# Versions of clang-format differ in details. The house's is that of Debian 12; with another one
# the check says what it finds and does not fail.
set -euo pipefail
cd "$(dirname "$0")/.."

case "${1-}" in
  --check) how=(--dry-run -Werror) ;;
  '') how=(-i) ;;
  *) echo "usage: tools/format.sh [--check]" >&2; exit 2 ;;
esac
house_version=14
version=$(clang-format --version | grep -o '[0-9][0-9]*' | head -n 1 || true)
folders=()
for folder in engine io record apps tests bench; do
  [ ! -d "$folder" ] || folders+=("$folder")
done
if ! find "${folders[@]}" -type f \( -name '*.h' -o -name '*.cpp' \) -print0 |
  xargs -0 -r -n 16 -P "$(nproc)" clang-format --style=file "${how[@]}"; then
  if [ "$version" != "$house_version" ]; then
    echo "Not counted: this is clang-format $version, the house's is $house_version." >&2
    exit 0
  fi
  echo "Not in the house's format; 'make format' mends it." >&2
  exit 1
fi
