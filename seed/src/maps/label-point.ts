import type { Position } from "./topology.ts";

const GRID = 40;

/** Twice the signed area of a ring. */
export function ringArea(ring: readonly Position[]): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + (x * nextY - nextX * y);
  }, 0);
}

function distanceToSegment([px, py]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length));
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}

/** Distance of a point to the border of a ring, negative outside it. */
function depthIn(point: Position, ring: readonly Position[]): number {
  const [px, py] = point;
  let inside = false;
  let nearest = Number.POSITIVE_INFINITY;
  for (const [index, a] of ring.entries()) {
    const b = ring[(index + 1) % ring.length] ?? a;
    if (a[1] > py !== b[1] > py && px < ((b[0] - a[0]) * (py - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
    nearest = Math.min(nearest, distanceToSegment(point, a, b));
  }
  return inside ? nearest : -nearest;
}

/** The point of a ring farthest from its border on a fine grid: where a label fits even in a crescent-shaped province. */
export function labelPoint(ring: readonly Position[]): Position {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  const [minX, minY] = [Math.min(...xs), Math.min(...ys)];
  const [stepX, stepY] = [(Math.max(...xs) - minX) / GRID, (Math.max(...ys) - minY) / GRID];
  let best: Position = [minX + (stepX * GRID) / 2, minY + (stepY * GRID) / 2];
  let depth = depthIn(best, ring);
  for (let column = 1; column < GRID; column++) {
    for (let row = 1; row < GRID; row++) {
      const point: Position = [minX + column * stepX, minY + row * stepY];
      const here = depthIn(point, ring);
      if (here > depth) [best, depth] = [point, here];
    }
  }
  return best;
}
