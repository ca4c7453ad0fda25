// SPDX-License-Identifier: Apache-2.0
// The shapes of the places of a case: municipalities of Okinawa, or else whole prefectures of Japan,
// around those that the case names.
import { geoBounds, geoMercator, geoPath } from "d3-geo";
import type { FeatureCollection, Geometry } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import municipalities from "../map/okinawa_municipalities.json";
import prefectures from "../map/prefectures.json";

export interface Shape {
  /** JIS X 0401 or X 0402. */
  code: string;
  name: string;
  path: string;
  centre: [number, number];
}

export interface Drawn {
  /** What the map shows. */
  area: "okinawa" | "japan";
  shapes: Shape[];
}

interface Region {
  code: string;
  name: string;
  geometry: Geometry;
}

function regions<Properties>(topology: unknown, read: (of: Properties, place: number) => { code: string; name: string }): Region[] {
  const { objects } = topology as Topology;
  const found = feature(topology as Topology, Object.values(objects)[0] as GeometryCollection) as FeatureCollection;
  return found.features.map(({ geometry, properties }, place) => ({ ...read(properties as Properties, place), geometry }));
}

type Box = [west: number, south: number, east: number, north: number];

function box_of({ geometry }: Region): Box {
  const [[west, south], [east, north]] = geoBounds(geometry);
  return [west, south, east, north];
}

/** The boxes together, with so much more on each side: of their own size, and of a degree at least. */
function around(boxes: Box[], share: number, least: number): Box {
  const west = Math.min(...boxes.map((box) => box[0]));
  const south = Math.min(...boxes.map((box) => box[1]));
  const east = Math.max(...boxes.map((box) => box[2]));
  const north = Math.max(...boxes.map((box) => box[3]));
  const [x, y] = [east - west, north - south].map((size) => Math.max(least, share * size)) as [number, number];
  return [west - x, south - y, east + x, north + y];
}

function meet(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/** Prefectures stand in the order of their codes. */
const maps: { area: Drawn["area"]; all: () => Region[]; share: number; least: number }[] = [
  {
    area: "okinawa",
    all: () => regions<{ N03_004: string; N03_007: string | null }>(municipalities, (of) => ({ code: of.N03_007 ?? "", name: of.N03_004 })),
    share: 0.4,
    least: 0.1,
  },
  {
    area: "japan",
    all: () => regions<{ N03_001: string }>(prefectures, (of, place) => ({ code: String(place + 1).padStart(2, "0"), name: of.N03_001 })),
    share: 0.2,
    least: 0.5,
  },
];

/** The map that has a shape for at least one of the codes; null where there is none. */
export function drawn_around(codes: string[], width: number, height: number): Drawn | null {
  for (const { area, all, share, least } of maps) {
    const every = all();
    const used = every.filter(({ code }) => codes.includes(code));
    if (used.length === 0) continue;
    const box = around(used.map(box_of), share, least);
    const near = every.filter((region) => meet(box_of(region), box));
    const corners = { type: "MultiPoint" as const, coordinates: [[box[0], box[1]], [box[2], box[3]]] };
    const projection = geoMercator().fitSize([width, height], corners).clipExtent([[0, 0], [width, height]]);
    const path = geoPath(projection);
    const shapes = near.map(({ code, name, geometry }): Shape => ({ code, name, path: path(geometry) ?? "", centre: path.centroid(geometry) }));
    return { area, shapes: shapes.filter((shape) => shape.path) };
  }
  return null;
}
