// SPDX-License-Identifier: Apache-2.0
// Exact fractions, in which everything is decided; doubles are for drawing alone.

/** Never rounded; `bottom` is greater than 0, not always in lowest terms. */
export interface Exact {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** `3` or `p/q`, as the answers write numbers, or a whole number. */
export function exact(text: string | number): Exact {
  const [top = "0", bottom = "1"] = String(text).split("/");
  return { top: BigInt(top), bottom: BigInt(bottom) };
}

export const zero: Exact = { top: 0n, bottom: 1n };

export function plus(a: Exact, b: Exact): Exact {
  if (a.bottom === b.bottom) return { top: a.top + b.top, bottom: a.bottom };
  return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom };
}

export function minus(a: Exact, b: Exact): Exact {
  return plus(a, { top: -b.top, bottom: b.bottom });
}

export function times(a: Exact, b: Exact): Exact {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom };
}

/** `b` is not 0. */
export function divided(a: Exact, b: Exact): Exact {
  const turned = b.top < 0n ? -1n : 1n;
  return { top: a.top * b.bottom * turned, bottom: a.bottom * b.top * turned };
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : divisor(b, a % b);
}

/** The same numbers over one bottom. */
export function common(values: Exact[]): { tops: bigint[]; bottom: bigint } {
  const bottom = values.reduce((one, { bottom: other }) => (one / divisor(one, other)) * other, 1n);
  return { tops: values.map((value) => value.top * (bottom / value.bottom)), bottom };
}

/** -1, 0 or 1. */
export function sign(a: Exact): number {
  return a.top < 0n ? -1 : a.top > 0n ? 1 : 0;
}

/** The sign of a - b. */
export function compare(a: Exact, b: Exact): number {
  return sign(minus(a, b));
}

export function least(values: Exact[]): Exact {
  return values.reduce((a, b) => (compare(b, a) < 0 ? b : a));
}

export function greatest(values: Exact[]): Exact {
  return values.reduce((a, b) => (compare(b, a) > 0 ? b : a));
}

/** A double next to it, for display. */
export function as_number({ top, bottom }: Exact): number {
  // Doubles hold 1,023 binary digits before the point: what is longer is cut on both sides.
  const digits = Math.max(String(top).length, String(bottom).length);
  const cut = digits > 300 ? 10n ** BigInt(digits - 300) : 1n;
  return Number(top / cut) / Number(bottom / cut);
}
