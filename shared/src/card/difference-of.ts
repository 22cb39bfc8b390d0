import { errorValue, missingValue, numberValue, type Value } from "../observation/value.ts";

/** `a − b` as a value, in the unit of both: an error of either wins, then an absence of either. */
export function differenceOf(a: Value, b: Value): Value {
  if (a.kind === "error") return a;
  if (b.kind === "error") return b;
  if (a.kind === "missing") return a;
  if (b.kind === "missing") return b;
  return numberValue(a.value - b.value);
}

/** `(a − b) / b` in percent; a base of zero or less is the error `base-not-positive`. */
export function differencePercent(a: Value, b: Value): Value {
  const difference = differenceOf(a, b);
  if (difference.kind !== "number") return difference;
  if (b.kind !== "number") return missingValue("not-reported");
  return b.value <= 0 ? errorValue("base-not-positive") : numberValue((difference.value / b.value) * 100);
}
