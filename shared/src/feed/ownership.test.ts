import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createOwnership, holdsArea, type OwnershipRow } from "./ownership.ts";
import { SINCE_EVER } from "./since-ever.ts";

const MAY = "2026-05-01T00:00:00.000Z";
const JUNE = "2026-06-01T00:00:00.000Z";

function row(area: string, feed: string | null, validFrom = SINCE_EVER): OwnershipRow {
  return { indicator: "a.b", area, feed, validFrom };
}

function owners(rows: readonly OwnershipRow[], area: string, at: string): string[] {
  return [...createOwnership(rows).scopesAt(at)].flatMap(([feed, cells]) =>
    holdsArea(cells.get("a.b") ?? new Set(), area) ? [feed] : [],
  );
}

describe("ownership", () => {
  it("changes at the moment of the hand-over, which belongs to the new owner", () => {
    const rows = [row("*", "new", JUNE), row("*", "old")];
    expect(owners(rows, "01", "2026-05-31T23:59:59.999Z")).toEqual(["old"]);
    expect(owners(rows, "01", JUNE)).toEqual(["new"]);
    expect(owners(rows, "01", "2026-06-01T06:59:59.999+07:00")).toEqual(["old"]);
    expect(owners(rows, "01", "2026-06-01T07:00:00+07:00")).toEqual(["new"]);
  });

  it("lets a cell by name go before every area, and back again", () => {
    const rows = [row("*", "ministry"), row("01", "province", MAY), row("01", null, JUNE)];
    expect(owners(rows, "01", "2026-04-30T00:00:00.000Z")).toEqual(["ministry"]);
    expect(owners(rows, "01", MAY)).toEqual(["province"]);
    expect(owners(rows, "04", MAY)).toEqual(["ministry"]);
    expect(owners(rows, "01", JUNE)).toEqual(["ministry"]);
  });

  it("keeps real and fictional areas apart", () => {
    const rows = [row("*", "ministry"), row("demo:*", "demo")];
    expect(owners(rows, "demo:MAU", MAY)).toEqual(["demo"]);
    expect(owners(rows, "VN", MAY)).toEqual(["ministry"]);
    expect(owners([row("*", "ministry")], "demo:MAU", MAY)).toEqual([]);
  });

  it("has at most one owner of a cell at any moment, whatever the rows", () => {
    const moment = fc.constantFrom(SINCE_EVER, MAY, JUNE, "2026-07-01T00:00:00.000Z");
    const anyRow = fc.record({
      indicator: fc.constant("a.b"),
      area: fc.constantFrom("*", "01", "04", "demo:*", "demo:MAU"),
      feed: fc.option(fc.constantFrom("one", "two", "three")),
      validFrom: moment,
    });
    const key = (it: OwnershipRow) => `${it.area} ${it.validFrom}`;
    const asked = fc.constantFrom("01", "04", "79", "demo:MAU", "demo:X");
    fc.assert(
      fc.property(fc.uniqueArray(anyRow, { selector: key }), asked, moment, (rows, area, at) => {
        expect(owners(rows, area, at).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
