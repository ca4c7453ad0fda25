#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# tools/web_tests.sh   checks the page of reports: types, views and lookups on small cases, then the
# flagship report in Chromium. Needs build/release/nema; what it makes lies in build/web/test.
set -euo pipefail
cd "$(dirname "$0")/.."

export NEMA=${NEMA:-$PWD/build/release/nema}
tools/web.sh build/web/page.cpp
cd web
npm run --silent check
npm run --silent test
npm run --silent browser
