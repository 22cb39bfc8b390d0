import { describe, expect, it } from "vitest";
import { aCell } from "./a-cell.ts";
import { draftFault, type EntryDraft, NO_DRAFT, readDraft, rowOf } from "./entry-draft.ts";

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
  ])("%j: %s", (change, fault) => {
    expect(draftFault(aCell(), draft(change))).toBe(fault);
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
