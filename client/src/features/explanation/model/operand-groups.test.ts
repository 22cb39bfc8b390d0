import { missingValue, numberValue } from "@bochiso/shared/observation";
import { parsePeriod, periodId } from "@bochiso/shared/period";
import type { ExplanationNode } from "@bochiso/shared/screen";
import { describe, expect, it } from "vitest";
import { anExplanation } from "../../../testing/explanation-fixtures.ts";
import { aPeriod } from "../../../testing/fixtures.ts";
import { operandGroups } from "./operand-groups.ts";

const months = (ref: string, year: number, ...values: (number | null)[]): ExplanationNode[] =>
  values.map((value, index) => {
    const parsed = parsePeriod(`${year}-${String(index + 1).padStart(2, "0")}`, "month");
    if (!parsed.ok) throw new Error("not a month");
    return anExplanation({
      ref,
      period: aPeriod(periodId(parsed.period)),
      value: value === null ? missingValue("not-reported") : numberValue(value),
    });
  });
const said = (operands: ExplanationNode[]) =>
  operandGroups(operands, "vi").map((group) =>
    group.kind === "one"
      ? group.operand.period.id
      : [group.label, group.total?.kind === "number" ? group.total.value : null, group.operands.length],
  );

describe("operands of an explanation", () => {
  it("adds up what ytd read, one line for each year", () => {
    const ref = "yoy(ytd(trade.export.value))";
    expect(said([...months(ref, 2025, 33, 31, 38), ...months(ref, 2024, 30, 20, 34)])).toEqual([
      ["3 tháng năm 2025", 102, 3],
      ["3 tháng năm 2024", 84, 3],
    ]);
  });

  it("takes the mean where the function is a mean", () => {
    expect(said(months("ytdMean(macro.cpi.index)", 2025, 100, 104))).toEqual([["2 tháng năm 2025", 102, 2]]);
  });

  it("gives no total to a window with a gap", () => {
    expect(said(months("ytd(a.b)", 2025, 1, null))).toEqual([["2 tháng năm 2025", null, 2]]);
  });

  it("lists January alone, and periods that no cumulating function read", () => {
    expect(said(months("ytd(a.b)", 2025, 1))).toEqual(["2025-01"]);
    expect(said(months("rollingMean(a.b, 2)", 2025, 1, 2))).toEqual(["2025-01", "2025-02"]);
  });
});
