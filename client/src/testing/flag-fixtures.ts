import { AreaCode } from "@bochiso/shared/area";
import { TOTAL_KEY } from "@bochiso/shared/breakdown";
import { periodLabel } from "@bochiso/shared/card";
import { IndicatorCode } from "@bochiso/shared/indicator";
import { periodFromId, periodId } from "@bochiso/shared/period";
import type { QualityFlagModel, QualityFlagRow } from "@bochiso/shared/screen";

const PERIOD = periodFromId("2024-09", "month");

/** A value ten times what was expected, nobody has looked at it yet. */
export function aFlagRow(patch: Partial<QualityFlagRow> = {}): QualityFlagRow {
  return {
    id: 7,
    rule: {
      code: "tour.intl.magnitude",
      version: 1,
      kind: "magnitude",
      name: { vi: "Khách quốc tế: sai đơn vị tính", en: "International visitors: slip of the unit" },
    },
    severity: "warning",
    state: "open",
    subject: "value",
    cell: {
      indicator: IndicatorCode.parse("tour.intl"),
      area: AreaCode.parse("VN"),
      breakdown: TOTAL_KEY,
      period: periodId(PERIOD),
    },
    period: periodLabel(PERIOD),
    indicatorName: { vi: "Khách quốc tế đến Việt Nam", en: "International visitors" },
    areaName: { vi: "Cả nước", en: "Viet Nam" },
    breakdownLabel: null,
    feed: "mof.nso",
    feedName: { vi: "Cục Thống kê", en: "National Statistics Office" },
    simulated: false,
    display: { unit: { vi: "lượt", en: "arrivals" }, factor: 1, decimals: 0 },
    finding: { got: 12_710_000, against: 1_271_000, min: null, max: null, power: 1, basis: 13 },
    title: { vi: "Có thể sai đơn vị tính", en: "Possibly a slip of the unit" },
    text: { vi: "12.710.000 lượt, gấp 10 lần thường thấy.", en: "12,710,000 arrivals, 10 times the usual." },
    raisedAt: "2026-11-20T03:00:00.000Z",
    commitSeq: 41,
    review: null,
    resolvedAt: null,
    ...patch,
  };
}

export function aFlag(patch: Partial<QualityFlagRow> = {}): QualityFlagModel {
  return {
    flag: aFlagRow(patch),
    ruleText: { vi: "Giá trị không lệch tròn 10 lần.", en: "Not just 10 times off." },
    ruleBasis: { vi: "Trung vị 13 kỳ.", en: "Median of 13 periods." },
    ruleReview: "reviewed",
    formula: null,
    events: [],
    submission: "s-1",
    neighbours: [],
  };
}
