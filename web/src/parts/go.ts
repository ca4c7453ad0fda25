// SPDX-License-Identifier: Apache-2.0
/** Goes to a section. The address keeps the state, so its fragment cannot name sections too. */
export function go(id: string) {
  const title = document.getElementById(`${id}-title`);
  title?.focus({ preventScroll: true });
  title?.scrollIntoView({ block: "start" });
}
