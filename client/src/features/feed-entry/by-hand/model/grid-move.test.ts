import { describe, expect, it } from "vitest";
import { type KeyPress, movedBy } from "./grid-move.ts";

const press = (change: Partial<KeyPress>): KeyPress => ({
  key: "Enter",
  shift: false,
  atStart: false,
  atEnd: false,
  isSelect: false,
  ...change,
});

describe("moving in the grid", () => {
  it.each<[Partial<KeyPress>, [number, string] | null]>([
    [{ key: "Enter" }, [6, "status"]],
    [{ key: "Enter", shift: true }, [4, "status"]],
    [{ key: "ArrowDown" }, [6, "status"]],
    [{ key: "ArrowUp" }, [4, "status"]],
    [{ key: "ArrowDown", isSelect: true }, null],
    [{ key: "ArrowLeft" }, null],
    [{ key: "ArrowLeft", atStart: true }, [5, "typed"]],
    [{ key: "ArrowRight", atEnd: true }, [5, "note"]],
    [{ key: "ArrowRight", atEnd: true, shift: true }, null],
    [{ key: "a" }, null],
  ])("%j leads to %j", (change, to) => {
    const moved = movedBy({ row: 5, column: "status" }, press(change));
    expect(moved === null ? null : [moved.row, moved.column]).toEqual(to);
  });

  it("stays where there is no column beyond", () => {
    expect(movedBy({ row: 0, column: "typed" }, press({ key: "ArrowLeft", atStart: true }))).toBeNull();
    expect(movedBy({ row: 0, column: "note" }, press({ key: "ArrowRight", atEnd: true }))).toBeNull();
  });
});
