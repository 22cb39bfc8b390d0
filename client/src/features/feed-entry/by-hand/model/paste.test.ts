import { describe, expect, it } from "vitest";
import { NO_DRAFT } from "./entry-draft.ts";
import { pasteBlock, pastedBlock } from "./paste.ts";

const NONE = new Set<string>();

describe("pasting", () => {
  it("of one cell is the field's own business", () => {
    expect(pastedBlock("1.234,5")).toBeNull();
    expect(pastedBlock("1.234,5\r\n")).toBeNull();
  });

  it("of a column of a spreadsheet fills the lines below; its gaps erase nothing", () => {
    const block = pastedBlock("1.234,5\r\n\r\n7,0\r\n") ?? [];
    const pasted = pasteBlock({
      block,
      from: { row: 1, column: "typed" },
      keys: ["a", "b", "c", "d"],
      locked: NONE,
      drafts: { c: { ...NO_DRAFT, typed: "8,25" }, d: { ...NO_DRAFT, typed: "6" } },
    });
    expect(Object.fromEntries(Object.entries(pasted.drafts).map(([key, it]) => [key, it.typed]))).toEqual({
      b: "1.234,5",
      c: "8,25",
      d: "7,0",
    });
    expect(pasted).toMatchObject({ filled: 2, overwritten: 1, beyond: 0 });
  });

  it("of several columns fills status and note, and counts what stands beyond the grid", () => {
    const block = pastedBlock('5\tp sơ bộ\t"ghi ""chú"""\n6\t\t\n7\tx\ty\tz') ?? [];
    const drafts = { a: { ...NO_DRAFT, note: "cũ", chosen: "1" } };
    const pasted = pasteBlock({ block, from: { row: 0, column: "typed" }, keys: ["a", "b"], locked: NONE, drafts });
    expect(pasted.drafts).toEqual({
      a: { typed: "5", chosen: null, status: "P", note: 'ghi "chú"' },
      b: { typed: "6", chosen: null, status: "", note: "" },
    });
    expect(pasted).toMatchObject({ filled: 4, overwritten: 1, beyond: 4 });
  });

  it("leaves out cells that take nothing, keeps the lines below in their place, and counts them", () => {
    const block = [
      ["1", "P"],
      ["2", "P"],
      ["3", "P"],
    ];
    const from = { row: 0, column: "typed" } as const;
    const pasted = pasteBlock({ block, from, keys: ["a", "b", "c"], locked: new Set(["b"]), drafts: {} });
    expect(Object.entries(pasted.drafts).map(([key, { typed }]) => [key, typed])).toEqual([
      ["a", "1"],
      ["c", "3"],
    ]);
    expect(pasted).toMatchObject({ filled: 4, locked: 2, beyond: 0 });
  });
});
