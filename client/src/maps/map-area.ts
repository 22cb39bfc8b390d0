/** What a map draws of one area; the words are the caller's. */
export interface MapArea {
  code: string;
  /** Class 1–5, low to high; null = no data, hatched. */
  class: number | null;
  /** Radius of its circle as part of the greatest, 0–1, where circles are drawn; null = no data. */
  size?: number | null;
  /** What is said of the area: "Hà Nội: 52,96 điểm, hạng 33". */
  label: string;
}

/** Class name of the ramp. */
export const rampClass = (area: MapArea | undefined): string => `k${area?.class ?? 0}`;

/** Class name of a shape under a circle: plain with data, hatched without. */
export const plainClass = (area: MapArea | undefined): string =>
  area?.size === null || area?.size === undefined ? "k0" : "kp";

interface Placed {
  code: string;
  x: number;
  y: number;
}

const DIRECTION = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
} as const;

/**
 * The area that an arrow key leads to: the nearest one on that side, where distance across counts double. Home and End
 * are the first and the last; null when the key leads nowhere.
 */
export function areaByKey(places: readonly Placed[], from: string | null, key: string): string | null {
  if (key === "Home") return places[0]?.code ?? null;
  if (key === "End") return places.at(-1)?.code ?? null;
  if (!(key in DIRECTION)) return null;
  const start = places.find((place) => place.code === from);
  if (start === undefined) return places[0]?.code ?? null;
  const [dx, dy] = DIRECTION[key as keyof typeof DIRECTION];
  let best: { code: string; cost: number } | null = null;
  for (const place of places) {
    const along = (place.x - start.x) * dx + (place.y - start.y) * dy;
    if (along <= 0) continue;
    const across = Math.abs((place.x - start.x) * dy) + Math.abs((place.y - start.y) * dx);
    const cost = along + 2 * across;
    if (best === null || cost < best.cost) best = { code: place.code, cost };
  }
  return best?.code ?? start.code;
}
