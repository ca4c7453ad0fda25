#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a page as the C++ source that holds it.

    tools/embed.py PAGE.html PAGE.cpp
"""

import sys

PIECE = 4000  # bytes of one string literal; compilers need not take more than 65,536


def literal(piece):
    """A string literal of these bytes. A digit after an octal escape of three is not part of it."""
    text = "".join(
        chr(byte) if 32 <= byte < 127 and chr(byte) not in '"\\?' else f"\\{byte:03o}"
        for byte in piece)
    return f'    "{text}",'


def source(page):
    pieces = [literal(page[at:at + PIECE]) for at in range(0, len(page), PIECE)]
    return "\n".join([
        "// SPDX-License-Identifier: Apache-2.0",
        "// Made from web/ by tools/web.sh.",
        '#include "io/page/page.h"',
        "",
        "#include <string>",
        "",
        "namespace nemawashi::io::page {",
        "namespace {",
        "",
        "constexpr const char* kPieces[] = {",
        "\n".join(pieces) + "};",
        "",
        "std::string joined() {",
        "  std::string page;",
        "  for (const char* piece : kPieces) page += piece;",
        "  return page;",
        "}",
        "",
        "}  // namespace",
        "",
        "std::string_view page_template() {",
        "  static const std::string page = joined();",
        "  return page;",
        "}",
        "",
        "}  // namespace nemawashi::io::page",
        ""])


def main():
    with open(sys.argv[1], "rb") as file:
        page = file.read()
    with open(sys.argv[2], "w", encoding="ascii") as file:
        file.write(source(page))


if __name__ == "__main__":
    main()
