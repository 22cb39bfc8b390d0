import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import type { ReferenceData } from "../reference.ts";
import { someOf } from "../rules/some-of.ts";
import type { ParsedRow } from "../submitted-row.ts";
import type { RowFaults } from "./row-faults.ts";

const TOTAL_OR_NONE: ReadonlySet<string> = new Set(["_T", "_Z"]);
const NO_CODES: ReadonlySet<string> = new Set();

/** Reports dimensions the indicator has not, codes a dimension has not, and required dimensions without a code. */
export function checkBreakdown(
  row: ParsedRow,
  definition: Pick<IndicatorDefinition, "code" | "breakdowns">,
  { dimensionCodes, faults }: Pick<ReferenceData, "dimensionCodes"> & { faults: RowFaults },
): void {
  if (row.unread.has("breakdown")) return;
  const codesOf = (dimension: string): ReadonlySet<string> => dimensionCodes.get(dimension) ?? NO_CODES;
  for (const [dimension, code] of Object.entries(row.breakdown)) {
    if (!definition.breakdowns.some((it) => it.dimension === dimension)) {
      reportUnknown(row, definition, { dimension, faults });
      continue;
    }
    const codes = codesOf(dimension);
    if (TOTAL_OR_NONE.has(code) || codes.has(code)) continue;
    const nearest = faults.nearest(row, { kind: dimension, written: code, known: codes });
    faults.report(row, { code: "code-unknown", dimension, got: code, expected: someOf(codes), nearest });
  }
  for (const { dimension, required } of definition.breakdowns) {
    if (!required || row.unread.has(`breakdown/${dimension}`)) continue;
    if ((row.breakdown[dimension] ?? "_T") !== "_T") continue;
    faults.report(row, { code: "dimension-missing", dimension, expected: someOf(codesOf(dimension)) });
  }
}

function reportUnknown(
  row: ParsedRow,
  { code, breakdowns }: Pick<IndicatorDefinition, "code" | "breakdowns">,
  { dimension, faults }: { dimension: string; faults: RowFaults },
): void {
  const known = new Set(breakdowns.map((it) => it.dimension));
  faults.report(row, {
    code: "dimension-unknown",
    dimension,
    got: dimension,
    ...(known.size === 0 ? {} : { expected: [...known].join(", ") }),
    nearest: faults.nearest(row, { kind: `dimension of ${code}`, written: dimension, known }),
  });
}
