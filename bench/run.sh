#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# Runs every benchmark; the protocol is in README.md beside this.
set -euo pipefail
cd "$(dirname "$0")/.."
build/release/agree_bench
