/** Limits of the classes of a map, ascending: class i holds `limits[i] ≤ value < limits[i + 1]`, the last one both ends. */
export interface MapClass {
  from: number;
  to: number;
  count: number;
}

const CLASSES = 5;
const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8] as const;
/** Share of the greatest possible evenness at which equal steps are kept; below it the limits follow the counts. */
const EVEN_ENOUGH = 0.8;

/**
 * Five classes with rounded limits for a map. Equal steps where they spread the areas well enough, else limits near
 * the fifths of the areas, rounded. Fewer classes where values repeat so much that five cannot be told apart.
 */
export function mapClasses(values: readonly number[]): MapClass[] {
  const sorted = values.filter(Number.isFinite).toSorted((a, b) => a - b);
  const low = sorted[0];
  const high = sorted.at(-1);
  if (low === undefined || high === undefined) return [];
  if (low === high) return [{ from: low, to: high, count: sorted.length }];
  const steps = equalSteps(sorted, low, high);
  const rounded = steps !== null && evenness(sorted, steps) >= EVEN_ENOUGH ? steps : roundedFifths(sorted);
  // Rounding must never leave the outermost values outside.
  const limits = [Math.min(rounded[0] ?? low, low), ...rounded.slice(1, -1), Math.max(rounded.at(-1) ?? high, high)];
  return limits.slice(0, -1).map((from, index) => {
    const to = limits[index + 1] ?? high;
    return { from, to, count: countWithin(sorted, from, to, index === limits.length - 2) };
  });
}

/** Class 1–5 of a value, low to high; null when it lies outside every class. */
export function classOf(value: number, classes: readonly MapClass[]): number | null {
  for (let index = classes.length - 1; index >= 0; index -= 1) {
    const each = classes[index];
    if (each !== undefined && value >= each.from && value <= each.to) return index + 1;
  }
  return null;
}

function countWithin(sorted: readonly number[], from: number, to: number, last: boolean): number {
  return sorted.filter((value) => value >= from && (value < to || (last && value <= to))).length;
}

/** The five-class grid of one round step whose classes are most even; null when no grid covers the values. */
function equalSteps(sorted: readonly number[], low: number, high: number): number[] | null {
  const ideal = (high - low) / CLASSES;
  const magnitude = 10 ** Math.floor(Math.log10(ideal));
  let best: { limits: number[]; score: number } | null = null;
  for (const step of STEPS.flatMap((each) => [each * magnitude, each * magnitude * 10])) {
    if (step < ideal * 0.6 || step > ideal * 2) continue;
    const first = Math.floor(low / step);
    for (let inner = first + 1; inner * step < high && inner <= first + 2 * CLASSES; inner += 1) {
      const limits = openEnded(step, inner, low, high);
      if (limits === null) continue;
      const score = evenness(sorted, limits);
      if (best === null || score > best.score) best = { limits, score };
    }
  }
  return best?.limits ?? null;
}

/** Four inner limits one step apart; the outer ones are the next multiples beyond the values. */
function openEnded(step: number, inner: number, low: number, high: number): number[] | null {
  const limits = Array.from({ length: CLASSES - 1 }, (_, index) => tidy((inner + index) * step));
  const last = limits.at(-1);
  if (last === undefined || last > high) return null;
  const bottom = tidy(Math.min(Math.floor(low / step), inner - 1) * step);
  const top = tidy(Math.max(Math.ceil(high / step) * step, last + step));
  return [bottom, ...limits, top];
}

/** 1 when every class holds the same number, towards 0 when all stand in one. */
function evenness(sorted: readonly number[], limits: readonly number[]): number {
  const classes = limits.length - 1;
  let entropy = 0;
  for (let index = 0; index < classes; index += 1) {
    const count = countWithin(sorted, limits[index] ?? 0, limits[index + 1] ?? 0, index === classes - 1);
    const part = count / sorted.length;
    if (part > 0) entropy -= part * Math.log(part);
  }
  return classes < 2 ? 0 : entropy / Math.log(CLASSES);
}

function roundedFifths(sorted: readonly number[]): number[] {
  const low = sorted[0] ?? 0;
  const high = sorted.at(-1) ?? low;
  const inner = Array.from({ length: CLASSES - 1 }, (_, index) => {
    const at = ((index + 1) / CLASSES) * (sorted.length - 1);
    return roundTo(sorted[Math.round(at)] ?? low, 2, Math.round);
  });
  const limits = [roundTo(low, 2, Math.floor), ...inner, roundTo(high, 2, Math.ceil)];
  return limits.filter((limit, index) => index === 0 || limit > (limits[index - 1] ?? limit));
}

/** A number kept to its first digits, rounded the given way. */
function roundTo(value: number, digits: number, way: (value: number) => number): number {
  if (value === 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - digits + 1);
  return tidy(way(value / unit) * unit);
}

/** Takes the binary dust off a multiple of a decimal step. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
