// SPDX-License-Identifier: Apache-2.0
// Packages beside each other.

import type { Package } from "./answers";

export function same_package(a: Package, b: Package): boolean {
  return Object.keys(b).every((issue) => a[issue] === b[issue]);
}

/** The issues in which `to` differs from `from`. */
export function changes_of(from: Package, to: Package): string[] {
  return Object.keys(to).filter((issue) => from[issue] !== to[issue]);
}
