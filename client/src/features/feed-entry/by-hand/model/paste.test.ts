import { describe, expect, it } from "vitest";
import { NO_DRAFT } from "./entry-draft.ts";
import { pasteBlock, pastedBlock } from "./paste.ts";

describe("pasting", () => {
  it("of one cell is the field's own business", () => {
    expect(pastedBlock("1.234,5")).toBeNull();
    expect(pastedBlock("1.234,5\r\n")).toBeNull();
  });

  it("of a column of a spreadsheet fills the lines below", () => {
    const block = pastedBlock("1.234,5\r\n\r\n7,0\r\n") ?? [];
    const { drafts, beyond } = pasteBlock({
      block,
      from: { row: 1, column: "typed" },
      keys: ["a", "b", "c", "d"],
      drafts: {},
    });
    expect(Object.fromEntries(Object.entries(drafts).map(([key, it]) => [key, it.typed]))).toEqual({
      b: "1.234,5",
      c: "",
      d: "7,0",
    });
    expect(beyond).toBe(0);
  });

  it("of several columns fills status and note, and counts what stands beyond the grid", () => {
    const block = pastedBlock('5\tp sơ bộ\t"ghi ""chú"""\n6\t\t\n7\tx\ty\tz') ?? [];
    const drafts = { a: { ...NO_DRAFT, note: "cũ", chosen: "1" } };
    const pasted = pasteBlock({ block, from: { row: 0, column: "typed" }, keys: ["a", "b"], drafts });
    expect(pasted.drafts).toEqual({
      a: { typed: "5", chosen: null, status: "P", note: 'ghi "chú"' },
      b: { typed: "6", chosen: null, status: "", note: "" },
    });
    expect(pasted.beyond).toBe(4);
  });
});
