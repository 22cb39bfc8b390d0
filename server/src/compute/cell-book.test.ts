import { AreaCode } from "@bochiso/shared/area";
import { breakdownKey } from "@bochiso/shared/breakdown";
import type { SeriesAddress } from "@bochiso/shared/formula";
import { IndicatorCode } from "@bochiso/shared/indicator";
import type { MissingReason } from "@bochiso/shared/observation";
import type { PeriodType } from "@bochiso/shared/period";
import { describe, expect, it } from "vitest";
import { type BookedCell, CellBook } from "./cell-book.ts";

const NOTHING_SAID = { value: null, status: null, missingReason: null, errorCode: null, retracted: 0 } as const;
const valued = (value: number): BookedCell => ({ content: { ...NOTHING_SAID, value, status: "A" }, observation: null });
const absent = (missingReason: MissingReason): BookedCell => ({
  content: { ...NOTHING_SAID, missingReason },
  observation: null,
});
const retracted: BookedCell = {
  content: { ...NOTHING_SAID, missingReason: "retracted", retracted: 1 },
  observation: null,
};

const series = (scenario: SeriesAddress["scenario"]): SeriesAddress => ({
  indicator: IndicatorCode.parse("t.x"),
  area: AreaCode.parse("VN"),
  breakdown: breakdownKey({}),
  scenario,
});
const bookOf = (type: PeriodType) => new CellBook(() => type);

describe("a validity that was taken back", () => {
  const fixed = series("actual");
  const withStarts = (...cells: BookedCell[]) => {
    const book = bookOf("static");
    cells.forEach((cell, at) => {
      book.put(fixed, { type: "static", ordinal: 100 * (at + 1) }, "reported", cell);
    });
    return book.open(fixed);
  };

  it("lets the one before it go on", () => {
    const reading = withStarts(valued(3), retracted, retracted).at(350);
    expect(reading).toMatchObject({ value: { kind: "number", value: 3 }, period: { type: "static", ordinal: 100 } });
  });

  it("is told where nothing was in force before", () => {
    expect(withStarts(retracted).at(350).value).toEqual({ kind: "missing", reason: "retracted" });
  });

  it("differs from one that was sent as absent, which stands", () => {
    expect(withStarts(valued(3), absent("missing")).at(350).value.kind).toBe("missing");
  });

  it("gives way to a computed value of the same start", () => {
    const book = bookOf("static");
    book.put(fixed, { type: "static", ordinal: 100 }, "reported", valued(3));
    book.put(fixed, { type: "static", ordinal: 200 }, "reported", retracted);
    book.put(fixed, { type: "static", ordinal: 200 }, "computed", valued(4));
    expect(book.open(fixed).at(250)).toMatchObject({ value: { value: 4 }, origin: "computed" });
  });
});

describe("a target of a month that was taken back", () => {
  const target = series("target");
  const reading = (month: BookedCell, year: BookedCell | null) => {
    const book = bookOf("month");
    book.put(target, { type: "month", ordinal: 2025 * 12 + 2 }, "reported", month);
    if (year !== null) book.put(target, { type: "year", ordinal: 2025 }, "reported", year);
    return book.open(target).at(2025 * 12 + 2);
  };

  it("lets the target of the year answer", () => {
    expect(reading(retracted, valued(8))).toMatchObject({ value: { value: 8 }, period: { type: "year" } });
  });

  it("is told where no coarser one stands", () => {
    expect(reading(retracted, null).value).toEqual({ kind: "missing", reason: "retracted" });
    expect(reading(retracted, retracted).value).toEqual({ kind: "missing", reason: "retracted" });
  });

  it("differs from one that was sent as absent, which stands", () => {
    expect(reading(absent("missing"), valued(8)).value.kind).toBe("missing");
  });
});
