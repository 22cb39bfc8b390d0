import { describe, expect, it } from "vitest";
import { ColumnMapping, HeadingPlace, MOST_HEADING_LINES, mappingProblems } from "./column-mapping.ts";

const HEADINGS = { sheet: "", first: 1, last: 2 };
const NONE = { indicator: "", area: "", period: "" };

function aMapping(
  roles: readonly (readonly [ColumnMapping["columns"][number]["role"], string?])[],
  more: Partial<ColumnMapping> = {},
) {
  const columns = roles.map(([role, of = ""], column) => ({ column, role, of }));
  return ColumnMapping.parse({ headings: HEADINGS, columns, across: null, fixed: NONE, ...more });
}

describe("what is still to be said of a table", () => {
  it("is nothing where every figure has its indicator, area and period", () => {
    const long = [["indicator"], ["area"], ["period"], ["value"], ["note"], ["ignored"], ["ignored"]] as const;
    expect(mappingProblems(aMapping(long))).toEqual([]);
    const wide = [["indicator"], ["value", "Tháng 9/2026"], ["value", "2026-10"]] as const;
    expect(mappingProblems(aMapping(wide, { across: "period", fixed: { ...NONE, area: "01" } }))).toEqual([]);
  });

  it.each<[string, ReturnType<typeof mappingProblems>, ColumnMapping]>([
    ["no column of values", [{ kind: "no-value" }], aMapping([["indicator"], ["area"], ["period"]])],
    [
      "two columns of values that nothing parts",
      [{ kind: "across" }],
      aMapping([["indicator"], ["area"], ["period"], ["value"], ["value"]]),
    ],
    [
      "two columns of areas",
      [{ kind: "twice", role: "area" }],
      aMapping([["indicator"], ["area"], ["area"], ["period"], ["value"]]),
    ],
    [
      "no area, and one period for all that is none",
      [{ kind: "missing", key: "area" }, { kind: "period" }],
      aMapping([["indicator"], ["value"]], { fixed: { ...NONE, period: "tháng trước" } }),
    ],
    [
      "a heading that names no period",
      [{ kind: "heading", column: 2 }],
      aMapping([["indicator"], ["value", "Tháng 9/2026"], ["value", "Tháng 10"]], {
        across: "period",
        fixed: { ...NONE, area: "01" },
      }),
    ],
  ])("is %s", (_what, problems, mapping) => {
    expect(mappingProblems(mapping)).toEqual(problems);
  });

  it("takes headings of a few lines from the top down only", () => {
    const place = (first: number, last: number) => HeadingPlace.safeParse({ sheet: "", first, last }).success;
    expect([place(1, 1), place(3, 2 + MOST_HEADING_LINES)]).toEqual([true, true]);
    expect([place(2, 1), place(3, 3 + MOST_HEADING_LINES), place(0, 1)]).toEqual([false, false, false]);
  });
});
