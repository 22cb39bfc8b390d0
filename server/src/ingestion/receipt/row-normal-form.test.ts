import { AreaCode } from "@bochiso/shared/area";
import { breakdownKey } from "@bochiso/shared/breakdown";
import { IndicatorCode } from "@bochiso/shared/indicator";
import { canonicalJson } from "@bochiso/shared/json";
import { type PeriodId, parsePeriod } from "@bochiso/shared/period";
import { describe, expect, it } from "vitest";
import { readExactDecimal } from "../exact-decimal.ts";
import type { ResolvedRow } from "../submitted-row.ts";
import { rowNormalForm } from "./row-normal-form.ts";

function aRow(change: Partial<ResolvedRow> = {}): ResolvedRow {
  const value = readExactDecimal("42150.30");
  const period = parsePeriod("2026-10");
  if (typeof value !== "object" || !period.ok) throw new Error("the row of this test is wrong");
  const breakdown = change.breakdown ?? {};
  const key = breakdownKey(breakdown);
  const indicator = IndicatorCode.parse("trade.export.value");
  const area = AreaCode.parse("VN");
  return {
    unread: new Set(),
    keeps: new Set(),
    row: 0,
    indicator,
    area,
    period: "2026-10",
    periodId: "2026-10" as PeriodId,
    at: period.period,
    breakdown,
    breakdownKey: key,
    series: { indicator, area, breakdown: key, scenario: "actual", periodType: "month" },
    scenario: "actual",
    status: "E",
    value,
    note: null,
    retract: false,
    window: null,
    baseYear: null,
    unit: null,
    ...change,
  };
}

describe("rowNormalForm", () => {
  it("is canonical JSON, whatever the row holds", () => {
    const rows = [
      aRow(),
      aRow({ note: 'số "sơ bộ"\n', breakdown: { sector: "C", ownership: "FDI" }, baseYear: 2019 }),
      aRow({ retract: true, value: null, note: "gửi nhầm", window: { start: "2026-09-15", end: "2026-10-14" } }),
    ];
    for (const row of rows) {
      const parsed: unknown = JSON.parse(rowNormalForm(row));
      expect(rowNormalForm(row)).toBe(canonicalJson(parsed));
    }
  });

  it("spells a number one way and leaves totals out", () => {
    expect(rowNormalForm(aRow({ breakdown: { ownership: "_T" } }))).toBe(rowNormalForm(aRow()));
    expect(rowNormalForm(aRow())).toContain('"value":"42150.3"');
    expect(rowNormalForm(aRow({ status: "A", retract: true, value: null }))).toContain('"status":null');
  });
});
