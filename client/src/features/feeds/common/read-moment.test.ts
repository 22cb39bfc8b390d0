import { expect, it } from "vitest";
import { readDay, readMinute, writtenMoment } from "./read-moment.ts";

it.each<[string, string | null]>([
  ["22/11/2026", "2026-11-22"],
  ["1/2/2026", "2026-02-01"],
  ["2026-11-22", "2026-11-22"],
  ["31/02/2026", null],
  ["11/2026", null],
  ["", null],
])("reads a day as it is written here: %j", (text, day) => expect(readDay(text)).toBe(day));

it.each<[string, string | null]>([
  ["07:30 22/11/2026", "2026-11-22T07:30"],
  ["22/11/2026 7:30", "2026-11-22T07:30"],
  ["2026-11-22T07:30", "2026-11-22T07:30"],
  ["22/11/2026", null],
  ["24:00 22/11/2026", null],
  ["07:30 22/11/2026 08:00", null],
])("reads a minute as it is written here: %j", (text, minute) => expect(readMinute(text)).toBe(minute));

it("writes back what it read", () => {
  expect(["2026-11-22", "2026-11-22T07:30", "22.11"].map(writtenMoment)).toEqual([
    "22/11/2026",
    "07:30 22/11/2026",
    "22.11",
  ]);
});
