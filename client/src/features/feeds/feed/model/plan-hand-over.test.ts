import { describe, expect, it } from "vitest";
import { ALL_OWNED, handOverCells, instantOf, isOver, isOwnedIn } from "./plan-hand-over.ts";

describe("cells handed over", () => {
  const owned = { name: { vi: "", en: "" }, periodType: null, dueRule: null };
  const owns = [
    { ...owned, code: "a.b", areas: ["*", "!01"], areaCount: 2 },
    { ...owned, code: "c.d", areas: ["66"], areaCount: 1 },
  ];
  const both = new Set(["a.b", "c.d"]);

  it("are all that is owned, or one area where it is owned", () => {
    expect(handOverCells(owns, { indicators: both, area: ALL_OWNED })).toEqual([
      { indicator: "a.b", area: "*" },
      { indicator: "c.d", area: "66" },
    ]);
    expect(handOverCells(owns, { indicators: both, area: "01" })).toEqual([]);
    expect(handOverCells(owns, { indicators: both, area: "79" })).toEqual([{ indicator: "a.b", area: "79" }]);
  });

  it("are offered in the areas in which a chosen one is owned, or any where none is chosen", () => {
    expect(["01", "66", "79", "demo:MAU"].map((area) => isOwnedIn(owns, new Set(["c.d"]), area))).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect(["01", "79", "demo:MAU"].map((area) => isOwnedIn(owns, new Set(), area))).toEqual([false, true, false]);
  });

  it("go over at a moment of Viet Nam", () => {
    expect(instantOf("2026-12-01T08:00")).toBe("2026-12-01T08:00:00+07:00");
    expect(instantOf("")).toBeNull();
    const now = Date.parse("2026-12-01T01:00:00Z");
    expect(["1/12", "2026-12-01T07:59", "2026-12-01T08:00", ""].map((typed) => isOver(typed, now))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
