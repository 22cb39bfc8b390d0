import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoInstant, localDate, localTime, localYear, parseInstant } from "./instant.ts";

const anyInstant = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2199, 11, 31) });

describe("instants", () => {
  it("are written as the platform writes them and read again", () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        expect(isoInstant(instant)).toBe(new Date(instant).toISOString());
        expect(parseInstant(isoInstant(instant))).toBe(instant);
      }),
    );
  });

  it.each([
    "2026-11-20T08:00:00+07:00",
    "2026-11-20T01:00:00Z",
    "2026-11-20T01:00Z",
    "2026-11-19T20:30:00.5-04:30",
    "2026-11-20T01:00:00.123Z",
  ])("%s is read as the platform reads it", (text) => expect(parseInstant(text)).toBe(Date.parse(text)));

  it("keeps milliseconds of a finer fraction", () => {
    expect(parseInstant("2026-11-20T01:00:00.123456789Z")).toBe(Date.parse("2026-11-20T01:00:00.123Z"));
  });

  it.each([
    "2026-11-20",
    "2026-11-20T08:00:00",
    "2026-02-29T08:00:00Z",
    "2026-11-20T24:00:00Z",
    "2026-11-20T08:60:00Z",
    "2026-11-20T08:00:60Z",
    "2026-11-20T08:00:00+24:00",
    "2026-11-20 08:00:00Z",
    "hôm nay",
    "",
  ])("%j is no instant", (text) => expect(parseInstant(text)).toBeNull());

  it("show the clock of Viet Nam", () => {
    const newYear = Date.parse("2026-12-31T17:05:00Z");
    expect(localTime(newYear)).toMatchObject({ hour: 0, minute: 5 });
    expect(localDate(newYear)).toBe("2027-01-01");
    expect(localYear(newYear)).toBe(2027);
    expect(localYear(newYear - 300_001)).toBe(2026);
  });
});
