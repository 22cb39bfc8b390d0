import { describe, expect, it } from "vitest";
import { formatPeriod } from "./format-period.ts";
import { periodFromId } from "./period-from-id.ts";
import type { PeriodType } from "./period-type.ts";

type Texts = readonly [long: string, sentence: string, compact: string, short: string];
const ROWS: readonly (readonly [id: string, type: PeriodType, vi: Texts, en: Texts])[] = [
  [
    "2026-10",
    "month",
    ["Tháng 10/2026", "tháng 10/2026", "T10/2026", "T10"],
    ["October 2026", "October 2026", "Oct 2026", "Oct"],
  ],
  [
    "2025-02",
    "month",
    ["Tháng 02/2025", "tháng 02/2025", "T2/2025", "T2"],
    ["February 2025", "February 2025", "Feb 2025", "Feb"],
  ],
  [
    "2026-Q3",
    "quarter",
    ["Quý III/2026", "quý III/2026", "QIII/2026", "QIII"],
    ["Q3 2026", "Q3 2026", "Q3 2026", "Q3"],
  ],
  [
    "2026-S1",
    "half-year",
    ["6 tháng đầu năm 2026", "6 tháng đầu năm 2026", "6T đầu/2026", "6T đầu"],
    ["First half of 2026", "the first half of 2026", "H1 2026", "H1"],
  ],
  [
    "2026-S2",
    "half-year",
    ["6 tháng cuối năm 2026", "6 tháng cuối năm 2026", "6T cuối/2026", "6T cuối"],
    ["Second half of 2026", "the second half of 2026", "H2 2026", "H2"],
  ],
  ["2026", "year", ["Năm 2026", "năm 2026", "2026", "2026"], ["2026", "2026", "2026", "2026"]],
  [
    "2026-W47",
    "week",
    ["Tuần 47/2026", "tuần 47/2026", "Tuần 47/2026", "Tuần 47"],
    ["Week 47, 2026", "week 47 of 2026", "W47 2026", "W47"],
  ],
  [
    "2026-11-22",
    "day",
    ["22/11/2026", "ngày 22/11/2026", "22/11/2026", "22/11"],
    ["22 Nov 2026", "22 Nov 2026", "22 Nov 2026", "22 Nov"],
  ],
  [
    "2026-11-22T07",
    "hour",
    ["07:00 22/11/2026", "07:00 ngày 22/11/2026", "07:00 22/11/2026", "07:00"],
    ["07:00, 22 Nov 2026", "07:00, 22 Nov 2026", "07:00, 22 Nov 2026", "07:00"],
  ],
  [
    "2026-11-01/P15D",
    "half-month",
    ["Nửa đầu tháng 11/2026", "nửa đầu tháng 11/2026", "1–15/11/2026", "1–15/11"],
    ["First half of November 2026", "the first half of November 2026", "1–15 Nov 2026", "1–15 Nov"],
  ],
  [
    "2026-02-16/P13D",
    "half-month",
    ["Nửa cuối tháng 02/2026", "nửa cuối tháng 02/2026", "16–28/02/2026", "16–28/02"],
    ["Second half of February 2026", "the second half of February 2026", "16–28 Feb 2026", "16–28 Feb"],
  ],
  [
    "2026/P5Y",
    "term",
    ["Giai đoạn 2026–2030", "giai đoạn 2026–2030", "2026–2030", "2026–2030"],
    ["Term 2026–2030", "the 2026–2030 term", "2026–2030", "2026–2030"],
  ],
  [
    "2026-01-01/..",
    "static",
    ["Từ ngày 01/01/2026", "từ ngày 01/01/2026", "từ 01/01/2026", "từ 01/01/2026"],
    ["From 1 Jan 2026", "from 1 Jan 2026", "from 1 Jan 2026", "from 1 Jan 2026"],
  ],
];

describe("formatPeriod", () => {
  it.each(ROWS)("%s (%s)", (id, type, vi, en) => {
    const period = periodFromId(id, type);
    const written = (["long", "sentence", "compact", "short"] as const).map((style) => ({
      vi: formatPeriod(period, "vi", style),
      en: formatPeriod(period, "en", style),
    }));
    expect(written.map((each) => each.vi)).toEqual(vi);
    expect(written.map((each) => each.en)).toEqual(en);
    expect(formatPeriod(period, "vi")).toBe(vi[0]);
  });

  it("names the four quarters in Roman numerals and all twelve months", () => {
    const quarters = [1, 2, 3, 4].map((n) => formatPeriod(periodFromId(`2026-Q${n}`, "quarter"), "vi", "short"));
    expect(quarters).toEqual(["QI", "QII", "QIII", "QIV"]);
    const months = Array.from({ length: 12 }, (_, index) =>
      formatPeriod({ type: "month", ordinal: 12 * 2026 + index }, "en", "short"),
    );
    expect(months.join(" ")).toBe("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec");
  });
});
