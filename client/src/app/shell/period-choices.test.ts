import { describe, expect, it } from "vitest";
import { aPeriod } from "../../testing/fixtures.ts";
import { periodChoices } from "./period-choices.ts";

describe("the months of the period menu", () => {
  it("tell what lies between them", () => {
    const months = ["2026-02", "2026-01", "2025-02", "2024-12"].map((id) => aPeriod(id));
    const said = periodChoices(months, "vi").map((each) =>
      each.kind === "gap" ? [each.from, each.to] : each.period.id,
    );
    expect(said).toEqual(["2026-02", "2026-01", ["T3/2025", "T12/2025"], "2025-02", ["T1/2025", "T1/2025"], "2024-12"]);
  });
  it("are as they are where none is missing", () => {
    expect(periodChoices([], "vi")).toEqual([]);
  });
});
