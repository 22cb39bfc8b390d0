/** What a small series is drawn from: values with gaps, and the bounds within which the flagged one would have passed. */
export interface SeriesInput {
  readonly values: readonly (number | null)[];
  readonly min: number | null;
  readonly max: number | null;
}

export interface SeriesShape {
  /** Lines between neighbours that both have a value; a gap stays a gap. */
  readonly lines: readonly string[];
  readonly points: readonly { readonly x: number; readonly y: number; readonly index: number }[];
  /** The band of the expected interval; null where the rule gives none. */
  readonly band: { readonly y: number; readonly height: number } | null;
}

/** Shapes within a box; an even series stands in its middle. */
export function seriesShape({ values, min, max }: SeriesInput, box: { width: number; height: number }): SeriesShape {
  const known = values.flatMap((value) => value ?? []);
  const bounds = [min, max].flatMap((bound) => bound ?? []);
  const [low, high] = [Math.min(...known, ...bounds), Math.max(...known, ...bounds)];
  const y = (value: number): number =>
    high === low ? box.height / 2 : box.height - ((value - low) / (high - low)) * box.height;
  const x = (index: number): number => (values.length < 2 ? 0 : (index / (values.length - 1)) * box.width);
  const points = values.flatMap((value, index) => (value === null ? [] : [{ x: x(index), y: y(value), index }]));
  const lines: string[] = [];
  let run: string[] = [];
  values.forEach((value, index) => {
    if (value !== null) run.push(`${round(x(index))},${round(y(value))}`);
    if (value !== null && index < values.length - 1) return;
    if (run.length > 1) lines.push(run.join(" "));
    run = [];
  });
  const [top, bottom] = [max === null ? 0 : y(max), min === null ? box.height : y(min)];
  const band = min === null && max === null ? null : { y: top, height: Math.max(1, bottom - top) };
  return { lines, points, band: known.length === 0 ? null : band };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
