#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# tools/web.sh OUTPUT   builds the page of a report from web/ and writes it as C++ into OUTPUT.
# The page is built once for all presets, in build/web, and again only when a file of web/ or of
# schema/ has changed; packages are installed only when the lock file has.
set -euo pipefail
output=$(realpath -m "$1")
cd "$(dirname "$0")/.."

mkdir -p build/web
exec 9>build/web/lock
flock 9
if ! command -v npm >/dev/null; then
  echo "tools/web.sh: npm is missing; tools/install.sh build installs it" >&2
  exit 1
fi

lock=$(sha256sum web/package-lock.json)
if [ "$(cat build/web/installed 2>/dev/null)" != "$lock" ] || [ ! -d web/node_modules ]; then
  echo "Installing the packages of web/"
  (cd web && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) >&2
  echo "$lock" >build/web/installed
fi

sources=$({ find web/src web/scripts schema -type f -print0
  find web -maxdepth 1 -type f -print0; } | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum)
if [ "$(cat build/web/built 2>/dev/null)" != "$sources" ]; then
  (cd web && npm run --silent types -- --check && npm run --silent build -- --logLevel warn) >&2
  echo "$sources" >build/web/built
fi
python3 tools/embed.py build/web/dist/index.html "$output"
