import { describe, expect, it } from "vitest";
import { aCell } from "./a-cell.ts";
import {
  draftFault,
  type EntryDraft,
  isFractionOfCount,
  isReasonMissing,
  NO_DRAFT,
  readDraft,
  rowOf,
} from "./entry-draft.ts";

const draft = (change: Partial<EntryDraft>): EntryDraft => ({ ...NO_DRAFT, ...change });

describe("a draft", () => {
  it.each<[Partial<EntryDraft>, string | null]>([
    [{}, null],
    [{ typed: "1.234,5" }, null],
    [{ typed: "1.234" }, "ambiguous"],
    [{ typed: "1.234", chosen: "1.234" }, null],
    [{ typed: "1.235", chosen: "1.234" }, "ambiguous"],
    [{ typed: "abc" }, "refused"],
    [{ status: "O" }, null],
    [{ status: "P" }, "value-missing"],
    [{ note: "không có số" }, "value-missing"],
    [{ typed: "5", status: "O" }, "value-and-absence"],
    [{ typed: "195,5" }, "out-of-range"],
    [{ typed: "195.5", status: "O" }, "value-and-absence"],
    [{ typed: "-0,1" }, "out-of-range"],
  ])("%j: %s", (change, fault) => {
    const limits = { min: 0, max: change.typed === "195,5" ? 100 : 1e6, minExclusive: false };
    expect(draftFault(aCell({ limits }), draft(change))).toBe(fault);
  });

  it("of another figure than the final one that is stored asks for its reason", () => {
    const cell = aCell({ current: { value: "489.0", status: "A", note: null } });
    expect(isReasonMissing(cell, draft({ typed: "495,5" }))).toBe(true);
    expect(isReasonMissing(cell, draft({ status: "O" }))).toBe(true);
    expect(isReasonMissing(cell, draft({ typed: "495,5", note: "theo biểu" }))).toBe(false);
    expect(isReasonMissing(cell, draft({ typed: "489" }))).toBe(false);
    expect(isReasonMissing(aCell({ current: { value: "489", status: "P", note: null } }), draft({ typed: "5" }))).toBe(
      false,
    );
  });

  it("with a part of something counted is remarked on, not refused", () => {
    const counted = aCell({ isCount: true });
    expect([isFractionOfCount(counted, draft({ typed: "4,5" })), draftFault(counted, draft({ typed: "4,5" }))]).toEqual(
      [true, null],
    );
    expect(isFractionOfCount(counted, draft({ typed: "4,0" }))).toBe(false);
    expect(isFractionOfCount(aCell(), draft({ typed: "4,5" }))).toBe(false);
  });

  it("becomes the row that was meant, exact digits kept", () => {
    const cell = aCell({ breakdown: { ownership: "FDI" } });
    expect(rowOf(cell, draft({ typed: "1.234,50", note: " theo biểu " }), "2026-10")).toEqual({
      indicator: "trade.export.value",
      area: "VN",
      period: "2026-10",
      breakdown: { ownership: "FDI" },
      value: "1234.50",
      note: "theo biểu",
    });
    expect(rowOf(cell, draft({ status: "O" }), "2026-10")).toMatchObject({ value: null, status: "O" });
    expect(rowOf(cell, draft({ typed: "1.234" }), "2026-10")).toBeNull();
  });

  it("takes the meaning that was chosen, as long as the same is typed", () => {
    const read = readDraft(aCell(), draft({ typed: "1,234", chosen: "1234" }));
    expect(read.kind === "number" && read.reading.text).toBe("1234");
  });
});
