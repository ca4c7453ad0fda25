#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# bench/run.sh [SECTION..]   runs the benchmarks; the protocol is in README.md beside this. Peers are
# installed into build/bench/venv; what cannot be fetched is left out, and the tables say so.
set -euo pipefail
cd "$(dirname "$0")/.."

venv=build/bench/venv
wanted=$(sha256sum bench/requirements.txt)
mkdir -p build/bench
if [ "$(cat "$venv/installed" 2>/dev/null || true)" != "$wanted" ]; then
  echo "Installing the peers of bench/requirements.txt into $venv" >&2
  if [ -x "$venv/bin/python" ] || python3 -m venv "$venv"; then
    if "$venv/bin/python" -m pip install -q --disable-pip-version-check -r bench/requirements.txt
    then
      echo "$wanted" >"$venv/installed"
    else
      echo "The peers could not be installed (no PyPI?): ours is measured alone." >&2
    fi
  fi
fi
python=$venv/bin/python
[ -x "$python" ] || python=python3

exec "$python" -B bench/bench.py "$@"
