import { describe, expect, it } from "vitest";
import { DomainError } from "../errors/domain-error.ts";
import { childPeriods } from "./child-periods.ts";
import { parentPeriod } from "./parent-period.ts";
import { periodFromId } from "./period-from-id.ts";
import { periodRange } from "./period-range.ts";
import { periodsBetween } from "./periods-between.ts";

function caught(act: () => unknown): DomainError {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error("expected a DomainError");
}

const month = periodFromId("2026-10", "month");
const week = periodFromId("2026-W47", "week");

describe("faults of the caller", () => {
  it("names the code and the facts of an id that is malformed", () => {
    const error = caught(() => periodFromId("2026-13", "month"));
    expect(error.code).toBe("period-malformed");
    expect(error.facts).toEqual({ got: "2026-13", expected: "month" });
    expect(error.text.vi).toContain("Tháng 13 không có");
  });

  it("tells an id of another type apart from a malformed one", () => {
    expect(caught(() => periodFromId("2026-Q3", "month")).code).toBe("period-type-mismatch");
  });

  it.each([periodRange, periodsBetween])("refuses to mix types in %o", (act) => {
    const error = caught(() => act(month, week));
    expect(error.code).toBe("period-types-differ");
    expect(error.text).toEqual({
      vi: "Kỳ tháng và kỳ tuần không cùng loại kỳ.",
      en: "A month and a week are not of one period type.",
    });
  });

  it("refuses a parent or children that do not nest", () => {
    expect(caught(() => parentPeriod(week, "month")).code).toBe("period-does-not-nest");
    expect(caught(() => childPeriods(month, "week")).text.vi).toBe("Kỳ tuần không nằm trọn trong kỳ tháng.");
    expect(caught(() => childPeriods(month, "year")).code).toBe("period-does-not-nest");
  });
});
