// SPDX-License-Identifier: Apache-2.0
// The house as a drawing: where each room stands, what rests on what, and what a failure takes.

import type { HouseAnswer, HouseArrangement, HouseChange } from "../engine/answers";

export interface Room {
  arrangement: HouseArrangement;
  /** The name, cut into lines. */
  lines: string[];
  x: number;
  y: number;
}

export interface Line {
  from: string;
  to: string;
  /** The claim on which the row rests; null: none. */
  claim: string | null;
  path: string;
}

export interface Storey {
  floor: number;
  /** Of its slab, on which the rooms stand. */
  y: number;
}

export interface Drawn {
  width: number;
  height: number;
  room: { width: number; height: number };
  rooms: Room[];
  lines: Line[];
  storeys: Storey[];
}

const kGap = 10;
const kBetweenRows = 30;
const kLabel = 26;
const kRoomHeight = 74;
const kNameLines = 3;
/** Widths of letters at the size of names, in pixels: of Latin ones a mean, of Japanese ones all. */
const kLatin = 6.7;
const kWide = 11.6;

function width_of(text: string): number {
  let width = 0;
  for (const letter of text) width += letter.codePointAt(0)! > 0x2e80 ? kWide : kLatin;
  return width;
}

/** Cuts a text into lines of about this width: Latin words stay whole, Japanese is cut anywhere. */
export function cut(text: string, width: number, most: number): string[] {
  const pieces = text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/g) ?? [];
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line && width_of(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  if (line.trim()) lines.push(line.trimEnd());
  if (lines.length <= most) return lines;
  const last = [...lines[most - 1]!];
  while (width_of(last.join("") + "…") > width) last.pop();
  return [...lines.slice(0, most - 1), `${last.join("")}…`];
}

/** Rooms of a floor in rows, the lowest last: what rests on a room of the same floor stands above it. */
function rows_of(rooms: HouseArrangement[], columns: number): HouseArrangement[][] {
  const of = new Map(rooms.map((room) => [room.id, room]));
  const depths = new Map<string, number>();
  const depth = (id: string): number => {
    const room = of.get(id);
    if (!room) return -1;
    const known = depths.get(id);
    if (known !== undefined) return known;
    const below = room.rests_on.flatMap((row) => row.on).map(depth);
    const found = 1 + Math.max(-1, ...below);
    depths.set(id, found);
    return found;
  };
  const rows: HouseArrangement[][] = [];
  for (let level = Math.max(0, ...rooms.map((room) => depth(room.id))); level >= 0; --level) {
    const here = rooms.filter((room) => depth(room.id) === level);
    const count = Math.ceil(here.length / columns);
    for (let row = 0; row < count; ++row) rows.push(here.slice(row * columns, (row + 1) * columns));
  }
  return rows.filter((row) => row.length > 0);
}

/** The drawing, floors from the highest down; `name` says what a room is called. */
export function drawn_house(house: HouseAnswer, name: (text: string) => string, width: number): Drawn {
  const columns = Math.max(2, Math.floor((width - kLabel) / 148));
  const room = { width: (width - kLabel) / columns - kGap, height: kRoomHeight };
  const result: Drawn = { width, height: 0, room, rooms: [], lines: [], storeys: [] };
  const floors = [...new Set(house.arrangements.map((one) => one.floor))].sort((a, b) => b - a);
  let y = 12;
  for (const floor of floors) {
    for (const row of rows_of(house.arrangements.filter((one) => one.floor === floor), columns)) {
      const indent = ((columns - row.length) * (room.width + kGap)) / 2;
      row.forEach((arrangement, column) => {
        const x = kLabel + indent + column * (room.width + kGap);
        result.rooms.push({ arrangement, x, y, lines: cut(name(arrangement.name), room.width - 20, kNameLines) });
      });
      y += room.height + kBetweenRows;
    }
    result.storeys.push({ floor, y: y - kBetweenRows + 4 });
    y += 8;
  }
  result.height = y - kBetweenRows + 12;
  const at = new Map(result.rooms.map((one) => [one.arrangement.id, one]));
  for (const upper of result.rooms) {
    for (const row of upper.arrangement.rests_on) {
      for (const id of row.on) {
        const lower = at.get(id);
        if (!lower) continue;
        const [x1, y1] = [upper.x + room.width / 2, upper.y + room.height];
        const [x2, y2] = [lower.x + room.width / 2, lower.y];
        const bend = Math.max(14, (y2 - y1) / 3);
        const path = `M${x1.toFixed(1)} ${y1} C${x1.toFixed(1)} ${y1 + bend} ${x2.toFixed(1)} ${y2 - bend} ${x2.toFixed(1)} ${y2}`;
        result.lines.push({ from: upper.arrangement.id, to: id, claim: row.claim, path });
      }
    }
  }
  return result;
}

/** What follows if a room or a common cause fails alone; nothing: it does not stand, or is none. */
export function fall_of(house: HouseAnswer, component: string): HouseChange | undefined {
  return house.falls.find((fall) => fall.component === component)?.change;
}

/** What a failure takes from anybody, as a share of the most that any takes: 0 up to 1. */
export function load_share(house: HouseAnswer, component: string): number {
  const most = Math.max(1, ...house.load.map((one) => one.functions));
  return (house.load.find((one) => one.component === component)?.functions ?? 0) / most;
}

/** Whether its failure alone takes a function from somebody, or leaves a contingency unanswered. */
export function is_single_point(house: HouseAnswer, component: string): boolean {
  const load = house.load.find((one) => one.component === component);
  return load !== undefined && load.functions + load.contingencies > 0;
}
