/** Ends and ticks of an axis. */
export interface ValueRange {
  min: number;
  max: number;
  ticks: number[];
}

const STEPS = [1, 2, 2.5, 5, 10] as const;
/** At most this many grid lines. */
const LINES = 5;

const tidy = (value: number) => Number(value.toPrecision(12));

function roundStep(rough: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = STEPS.find((each) => each * magnitude >= rough - 1e-12) ?? 10;
  return step * magnitude;
}

/** An axis with round ticks over the values. Bars start at 0; a line has its own range, with 0 only if it is near. */
export function valueRange(values: readonly number[], kind: "bars" | "line"): ValueRange {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return { min: 0, max: 1, ticks: [0, 1] };
  const withZero = kind === "bars" ? [...finite, 0] : finite;
  const low = Math.min(...withZero);
  const high = Math.max(...withZero);
  const span = high - low || Math.abs(high) || 1;
  const step = roundStep(span / LINES);
  const from = Math.floor((low === high ? low - span / 2 : low) / step + 1e-9);
  const to = Math.ceil((low === high ? high + span / 2 : high) / step - 1e-9);
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => tidy((from + index) * step));
  return { min: tidy(from * step), max: tidy(to * step), ticks };
}
