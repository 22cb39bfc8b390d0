import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastFirmStatus, ObservationStatus } from "./observation-status.ts";

describe("the less firm of two statuses", () => {
  it.each<[ObservationStatus | null, ObservationStatus | null, ObservationStatus | null]>([
    ["A", "A", "A"],
    ["A", "P", "P"],
    ["P", "E", "E"],
    ["E", "F", "F"],
    ["F", "A", "F"],
    ["A", null, "A"],
    [null, null, null],
    ["M", "P", "P"],
    ["A", "O", "A"],
    ["L", null, null],
    ["M", "O", null],
  ])("of %s and %s is %s", (a, b, least) => {
    expect(leastFirmStatus(a, b)).toBe(least);
  });

  it("does not depend on the order or the grouping of operands", () => {
    const status = fc.constantFrom(...ObservationStatus.options, null);
    fc.assert(
      fc.property(status, status, status, (a, b, c) => {
        expect(leastFirmStatus(a, b)).toBe(leastFirmStatus(b, a));
        expect(leastFirmStatus(leastFirmStatus(a, b), c)).toBe(leastFirmStatus(a, leastFirmStatus(b, c)));
      }),
    );
  });
});
