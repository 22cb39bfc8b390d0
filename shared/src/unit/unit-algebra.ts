import type { Text } from "../text/text.ts";
import { describeQuantity } from "./describe-quantity.ts";
import {
  combineExponents,
  conversionsOf,
  isClose,
  isRatio,
  PERCENT,
  PURE,
  type Quantity,
  quantityOf,
  sameExponents,
  scaleExponents,
} from "./quantity.ts";
import type { Unit, UnitKind } from "./unit.ts";
import { fits, refuses, type UnitResult } from "./unit-fault.ts";

/** The unit of `a + b` or `a − b`. */
export function addQuantities(a: Quantity, b: Quantity, operator: "+" | "-"): UnitResult<Quantity> {
  if (a.kind === "state" || b.kind === "state") return noArithmetic(a.kind === "state" ? a : b);
  if (a.kind === "timestamp" || b.kind === "timestamp") return addTimestamps(a, b, operator);
  const common = commonQuantity(a, b);
  if (!common.ok) return common;
  const kind = ADDED_KIND[`${kindOf(a)}${operator}${kindOf(b)}`] ?? null;
  if (kind === null) return mismatch(a, b);
  const isDifference = operator === "-" && isRatio(a);
  return fits({
    ...common.quantity,
    kind: kind === "percent" && a.kind === "plain" && b.kind === "plain" ? "plain" : kind,
    isDifference,
  });
}

/** Kinds of sums and differences; what is not listed is refused. */
const ADDED_KIND: Readonly<Record<string, UnitKind>> = {
  "plain+plain": "plain",
  "plain-plain": "plain",
  "percent+percent": "percent",
  "percent-percent": "difference",
  "percent+difference": "percent",
  "percent-difference": "percent",
  "difference+percent": "percent",
  "difference-percent": "difference",
  "difference+difference": "difference",
  "difference-difference": "difference",
  "index+index": "index",
  "index-index": "difference",
};

/** A computed ratio in hundredths is a percentage too. */
function kindOf(quantity: Quantity): UnitKind {
  return quantity.kind === "plain" && isRatio(quantity) && isClose(quantity.factor, 0.01) ? "percent" : quantity.kind;
}

function addTimestamps(a: Quantity, b: Quantity, operator: "+" | "-"): UnitResult<Quantity> {
  if (a.kind === "timestamp" && b.kind === "timestamp") {
    return operator === "-" ? fits({ ...a, kind: "plain" }) : noArithmetic(a);
  }
  const [moment, span] = a.kind === "timestamp" ? [a, b] : [b, a];
  const isSpan = sameExponents(span.exponents, moment.exponents) && span.kind === "plain" && span.counted.length === 0;
  if (!isSpan || (operator === "-" && b.kind === "timestamp")) return mismatch(a, b);
  const isAlike = conversionsOf(span.loose).some((conversion) => isClose(span.factor / conversion, moment.factor));
  return isAlike ? fits(moment) : scale(a, b);
}

/** A bare number added to or subtracted from a quantity: only ratios, percentages and indices take one. */
export function addLiteral(quantity: Quantity): UnitResult<Quantity> {
  const { kind } = quantity;
  if (kind === "state" || kind === "timestamp") return noArithmetic(quantity);
  if (!isRatio(quantity)) {
    const { vi, en } = describeQuantity(quantity);
    return refuses(
      "unit-mismatch",
      `Không cộng, trừ ${vi} với số không có đơn vị.`,
      `${en} and a number without a unit are not added.`,
    );
  }
  if (kind === "plain" && !isClose(quantity.factor, 1) && !isClose(quantity.factor, 0.01)) return scale(quantity, PURE);
  return fits({ ...quantity, kind: kind === "index" ? "percent" : kind, loose: [] });
}

/** The one unit that both operands can be read in, as sums, comparisons, `min` and branches need. */
export function commonQuantity(a: Quantity, b: Quantity): UnitResult<Quantity> {
  if (!sameExponents(a.exponents, b.exponents)) return mismatch(a, b);
  const ratios = isRatio(a) && isRatio(b);
  if (!ratios && !(sameNouns(a.counted, b.counted) && sameNouns(a.per, b.per))) return mismatch(a, b);
  if ((a.kind === "state") !== (b.kind === "state") || (a.kind === "timestamp") !== (b.kind === "timestamp"))
    return mismatch(a, b);
  for (const first of conversionsOf(a.loose)) {
    for (const second of conversionsOf(b.loose)) {
      if (isClose(a.factor / first, b.factor / second)) return fits({ ...a, factor: a.factor / first, loose: [] });
    }
  }
  return scale(a, b);
}

/** The unit of `a × b` (sign 1) or `a ÷ b` (sign −1). */
export function multiplyQuantities(a: Quantity, b: Quantity, sign: 1 | -1): UnitResult<Quantity> {
  for (const operand of [a, b]) {
    if (operand.kind === "state" || operand.kind === "timestamp") return noArithmetic(operand);
  }
  const above = sign === 1 ? [...a.counted, ...b.counted] : [...a.counted, ...b.per];
  const below = sign === 1 ? [...a.per, ...b.per] : [...a.per, ...b.counted];
  return fits({
    ...PURE,
    exponents: combineExponents(a.exponents, b.exponents, sign),
    factor: a.factor * b.factor ** sign,
    ...cancel(above, below),
    loose: [...a.loose, ...b.loose.map((factor) => factor ** sign)],
    isDifference: a.isDifference && isRatio(b),
  });
}

/**
 * The unit of a quantity times a written number. Powers of ten from 100 up (and their inverses) are always
 * conversions: `× 100` makes a ratio a percentage, `× 1000` makes thousands ones. Other numbers are kept loose.
 */
export function scaleQuantity(quantity: Quantity, by: number): UnitResult<Quantity> {
  if (quantity.kind === "state" || quantity.kind === "timestamp") return noArithmetic(quantity);
  const size = Math.abs(by);
  if (size === 1 || size === 0) return fits(quantity);
  if (!isConversion(size)) return fits({ ...quantity, loose: [...quantity.loose, size] });
  return fits({ ...quantity, kind: "plain", factor: quantity.factor / size });
}

function isConversion(size: number): boolean {
  const power = Math.round(Math.log10(size));
  return Math.abs(power) >= 2 && isClose(size, 10 ** power);
}

/** The unit of a whole power, or of a root where the unit has one. */
export function raiseQuantity(quantity: Quantity, exponent: number): UnitResult<Quantity> {
  if (quantity.kind === "state" || quantity.kind === "timestamp") return noArithmetic(quantity);
  const exponents = scaleExponents(quantity.exponents, exponent);
  const counted = repeatNouns(quantity.counted, exponent);
  const per = repeatNouns(quantity.per, exponent);
  if (counted === null || per === null || Object.values(exponents).some((power) => !Number.isInteger(power))) {
    const { vi, en } = describeQuantity(quantity);
    return refuses(
      "unit-not-arithmetic",
      `Không lấy lũy thừa ${exponent} của ${vi}.`,
      `${en} cannot be raised to ${exponent}.`,
    );
  }
  const loose = quantity.loose.map((factor) => factor ** exponent);
  const [above, below] = exponent < 0 ? [per, counted] : [counted, per];
  return fits({ ...PURE, exponents, factor: quantity.factor ** exponent, counted: above, per: below, loose });
}

/** The unit of percent change: growth of differences, levels and points in time says nothing. */
export function growthOf(quantity: Quantity): UnitResult<Quantity> {
  return quantity.kind === "state" || quantity.kind === "timestamp" || quantity.kind === "difference"
    ? noArithmetic(quantity)
    : fits(PERCENT);
}

/** Whether a formula's unit is the one its indicator declares, magnitude included. */
export function matchDeclared(quantity: Quantity, unit: Unit): UnitResult<Quantity> {
  const declared = quantityOf(unit);
  const { vi, en } = describeQuantity(quantity);
  const wrong = (): UnitResult<Quantity> =>
    refuses(
      "unit-result",
      `Công thức cho ra ${vi}, chỉ số khai báo ${unit.text.vi}.`,
      `The formula gives ${en}, the indicator declares ${unit.text.en}.`,
    );
  if (!sameExponents(quantity.exponents, declared.exponents) || !nounsMatch(quantity, declared)) return wrong();
  if (!MATCHING_KINDS[declared.kind](quantity)) return wrong();
  const readings = conversionsOf(quantity.loose).map((conversion) => quantity.factor / conversion);
  if (readings.some((factor) => isClose(factor, declared.factor))) return fits(declared);
  const need = correction(quantity.factor / declared.factor, { vi: "", en: "" });
  return refuses(
    "unit-scale",
    `Công thức cho ra ${vi}, chỉ số khai báo ${unit.text.vi}: cần ${need.vi}.`,
    `The formula gives ${en}, the indicator declares ${unit.text.en}: ${need.en}.`,
  );
}

const MATCHING_KINDS: Readonly<Record<UnitKind, (quantity: Quantity) => boolean>> = {
  plain: ({ kind }) => kind === "plain" || kind === "percent",
  percent: ({ kind }) => kind === "plain" || kind === "percent",
  index: ({ kind }) => kind === "plain" || kind === "percent" || kind === "index",
  difference: ({ kind, isDifference }) => kind === "difference" || (kind === "plain" && isDifference),
  state: ({ kind }) => kind === "state",
  timestamp: ({ kind }) => kind === "timestamp",
};

function nounsMatch(quantity: Quantity, declared: Quantity): boolean {
  if (declared.counted.length > 0) return sameNouns(quantity.counted, declared.counted);
  return sameExponents(declared.exponents, {}) ? isRatio(quantity) : quantity.counted.length === 0;
}

function sameNouns(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join() === [...b].sort().join();
}

function cancel(above: readonly string[], below: readonly string[]): Pick<Quantity, "counted" | "per"> {
  const per = [...below];
  const counted = above.filter((noun) => {
    const at = per.indexOf(noun);
    if (at >= 0) per.splice(at, 1);
    return at < 0;
  });
  return { counted, per };
}

function repeatNouns(nouns: readonly string[], exponent: number): string[] | null {
  const times = Math.abs(exponent);
  if (Number.isInteger(times)) return Array.from({ length: times }, () => nouns).flat();
  const halves = [...nouns].sort().filter((_, index) => index % 2 === 0);
  const paired = times === 0.5 && sameNouns([...halves, ...halves], nouns);
  return paired || nouns.length === 0 ? halves : null;
}

function mismatch<T>(a: Quantity, b: Quantity): UnitResult<T> {
  const [first, second] = [describeQuantity(a), describeQuantity(b)];
  return refuses(
    "unit-mismatch",
    `Không gộp được ${first.vi} với ${second.vi}.`,
    `${first.en} and ${second.en} do not go together.`,
  );
}

function scale<T>(a: Quantity, b: Quantity): UnitResult<T> {
  const [first, second] = [describeQuantity(a), describeQuantity(b)];
  const need = correction(b.factor / a.factor, { vi: "vế sau ", en: "the second " });
  return refuses(
    "unit-scale",
    `Cùng loại nhưng khác bậc: ${first.vi} và ${second.vi}; hãy ${need.vi}.`,
    `Same kind, different size: ${first.en} and ${second.en}; ${need.en}.`,
  );
}

/** What makes the sizes meet, as a number that can be typed: 1440 minutes of a day are divided by, not multiplied by 0.000694. */
function correction(by: number, what: Text): Text {
  const whole = Math.round(1 / by);
  if (by < 1 && isClose(by * whole, 1))
    return { vi: `chia ${what.vi}cho ${whole}`, en: `divide ${what.en}by ${whole}` };
  const factor = Number(by.toPrecision(6));
  return { vi: `nhân ${what.vi}với ${factor}`, en: `multiply ${what.en}by ${factor}` };
}

function noArithmetic<T>(quantity: Quantity): UnitResult<T> {
  const { vi, en } = describeQuantity(quantity);
  return refuses("unit-not-arithmetic", `Không làm phép tính này với ${vi}.`, `There is no such arithmetic on ${en}.`);
}
