import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareVietnamese } from "./compare-vietnamese.ts";
import { foldDiacritics } from "./fold-diacritics.ts";
import { formatAge } from "./format-age.ts";
import { formatDate } from "./format-date.ts";
import { formatDateTime, formatTime } from "./format-date-time.ts";

describe("dates", () => {
  it.each([
    ["2026-11-22", "22/11/2026", "22 Nov 2026"],
    ["2026-02-05", "05/02/2026", "5 Feb 2026"],
    ["2026-11-22T17:30:00Z", "23/11/2026", "23 Nov 2026"],
    [0, "01/01/1970", "1 Jan 1970"],
  ])("%s is %s, in English %s", (date, vietnamese, english) => {
    expect(formatDate(date, "vi")).toBe(vietnamese);
    expect(formatDate(date, "en")).toBe(english);
  });

  it.each([
    ["2026-11-22T01:05:00Z", "08:05 22/11/2026", "08:05, 22 Nov 2026"],
    ["2026-11-22T08:05:59.999+07:00", "08:05 22/11/2026", "08:05, 22 Nov 2026"],
    [Date.UTC(2026, 11, 31, 17), "00:00 01/01/2027", "00:00, 1 Jan 2027"],
  ])("%s is %s, in English %s", (instant, vietnamese, english) => {
    expect(formatDateTime(instant, "vi")).toBe(vietnamese);
    expect(formatDateTime(instant, "en")).toBe(english);
    expect(vietnamese.startsWith(formatTime(instant))).toBe(true);
  });

  it.each(["2026-02-30", "hôm qua", "2026-11-22T08:05:00", Number.NaN])("%s is refused", (instant) => {
    expect(() => formatDate(instant, "vi")).toThrow("instant-malformed");
    expect(() => formatDateTime(instant, "vi")).toThrow("instant-malformed");
  });
});

describe("formatAge", () => {
  const MINUTE = 60_000;
  const HOUR = 60 * MINUTE;
  const DAY = 24 * HOUR;
  it.each([
    [-5 * MINUTE, "vừa xong", "just now"],
    [0, "vừa xong", "just now"],
    [MINUTE - 1, "vừa xong", "just now"],
    [MINUTE, "1 phút trước", "1 minute ago"],
    [5.9 * MINUTE, "5 phút trước", "5 minutes ago"],
    [HOUR - 1, "59 phút trước", "59 minutes ago"],
    [HOUR, "1 giờ trước", "1 hour ago"],
    [DAY - 1, "23 giờ trước", "23 hours ago"],
    [DAY, "1 ngày trước", "1 day ago"],
    [30 * DAY, "30 ngày trước", "30 days ago"],
    [31 * DAY, "1 tháng trước", "1 month ago"],
    [641 * DAY, "21 tháng trước", "21 months ago"],
    [35.9 * 30.436_875 * DAY, "35 tháng trước", "35 months ago"],
    [1096 * DAY, "3 năm trước", "3 years ago"],
    [3653 * DAY, "10 năm trước", "10 years ago"],
  ])("%d ms is %s, in English %s", (ms, vietnamese, english) => {
    expect(formatAge(ms, "vi")).toBe(vietnamese);
    expect(formatAge(ms, "en")).toBe(english);
  });
});

describe("search and order", () => {
  it.each([
    ["Đắk Lắk", "dak lak"],
    ["dak lak", "dak lak"],
    ["ĐỒNG NAI", "dong nai"],
    ["TP. Huế", "tp. hue"],
    ["Thừa Thiên – Huế", "thua thien – hue"],
    ["Đa\u0306\u0301k La\u0306\u0301k", "dak lak"],
    ["ươ ƯƠ ýỹ ẵ ệ", "uo uo yy a e"],
    ["", ""],
  ])("%s folds to %s", (text, folded) => expect(foldDiacritics(text)).toBe(folded));

  it("folds once and for all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldDiacritics(foldDiacritics(text))).toBe(foldDiacritics(text));
      }),
    );
  });

  it("sorts as Vietnamese does: a before ă before â, d before đ, tones after, numbers by value", () => {
    const sorted = ["Đồng Nai", "Dak", "An Giang", "Ân", "Ăn", "Hồ 10", "Hồ 2", "Cà Mau", "Đà Nẵng", "Ca"];
    expect(sorted.sort(compareVietnamese)).toEqual([
      "An Giang",
      "Ăn",
      "Ân",
      "Ca",
      "Cà Mau",
      "Dak",
      "Đà Nẵng",
      "Đồng Nai",
      "Hồ 2",
      "Hồ 10",
    ]);
  });
});
