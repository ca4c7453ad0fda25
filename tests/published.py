# SPDX-License-Identifier: Apache-2.0
"""Where negotiation scenarios that others published lie, for tests that read them. They are not in
the repository: tests/scenarios.tsv lists them, `make scenarios` fetches them."""

import os

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDERS = [os.path.join(ROOT, "build", "scenarios"),
           os.path.join(os.path.dirname(ROOT), "shared", "scenarios")]

# Why a test that needs a published scenario is skipped.
NOT_FETCHED = "The published scenarios are not here; `make scenarios` fetches them."


def published_scenario(name):
    """The path of that folder or file, such as `genius__7issues`, or None."""
    for folder in FOLDERS:
        if os.path.exists(os.path.join(folder, name)):
            return os.path.join(folder, name)
    return None
