import type { Accumulation } from "../indicator/indicator.ts";
import type { Text } from "../text/text.ts";
import type { Expression } from "./ast.ts";
import type { TimeFunction } from "./compile-time.ts";
import type { FormulaDefinitions } from "./formula-definition.ts";

/** How the values of a part of a formula accumulate; null where that cannot be told. */
export function accumulationOf(expression: Expression, definitions: FormulaDefinitions): Accumulation | null {
  switch (expression.kind) {
    case "number":
    case "boolean":
      return null;
    case "reference":
      return definitions.get(expression.indicator)?.accumulation ?? null;
    case "unary":
      return accumulationOf(expression.operand, definitions);
    case "binary": {
      const left = accumulationOf(expression.left, definitions);
      const right = accumulationOf(expression.right, definitions);
      if (expression.operator === "+" || expression.operator === "-") return left === right ? left : null;
      return left === null || right === null ? (left ?? right) : "rate";
    }
    case "call":
      return OF_CALL[expression.function] ?? accumulationOfFirst(expression.arguments, definitions);
  }
}

const OF_CALL: Readonly<Partial<Record<string, Accumulation>>> = {
  ytd: "ytd",
  inPeriod: "flow",
  ytdMean: "rate",
  yoy: "rate",
  pop: "rate",
  rollingSum: "stock",
  rollingMean: "rate",
  share: "rate",
  rank: "rate",
  step: "stock",
};

function accumulationOfFirst(args: readonly Expression[], definitions: FormulaDefinitions): Accumulation | null {
  const [first] = args;
  return first === undefined ? null : accumulationOf(first, definitions);
}

interface Need {
  readonly accepts: readonly Accumulation[];
  readonly text: Text;
}

const NOT_CUMULATIVE: readonly Accumulation[] = ["flow", "stock", "index", "rate", "event"];
const ADDS_UP = {
  vi: "Chỉ cộng theo thời gian số trong kỳ; chuỗi này không phải số trong kỳ.",
  en: "Only in-period values add up over time; this series is not in-period.",
};
const NO_MEAN = { vi: "Không lấy bình quân của số lũy kế.", en: "There is no mean of cumulative values." };

/** Which accumulation a window function needs. Source: domain.md, Formula language. */
export const NEEDED_ACCUMULATION: Readonly<Partial<Record<TimeFunction, Need>>> = {
  ytd: { accepts: ["flow"], text: ADDS_UP },
  rollingSum: { accepts: ["flow"], text: ADDS_UP },
  ytdMean: { accepts: NOT_CUMULATIVE, text: NO_MEAN },
  rollingMean: { accepts: NOT_CUMULATIVE, text: NO_MEAN },
  inPeriod: {
    accepts: ["ytd", "cumulative"],
    text: { vi: "inPeriod chỉ dùng cho chuỗi lũy kế.", en: "inPeriod is for cumulative series only." },
  },
};
