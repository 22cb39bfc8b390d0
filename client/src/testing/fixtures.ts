import { AreaCode } from "@bochiso/shared/area";
import { TOTAL_KEY } from "@bochiso/shared/breakdown";
import { IndicatorCode } from "@bochiso/shared/indicator";
import { numberValue } from "@bochiso/shared/observation";
import { formatPeriod, type Period, type PeriodId, parsePeriod } from "@bochiso/shared/period";
import type {
  AreaComparison,
  CardChange,
  CardModel,
  PeriodLabel,
  SourceLine,
  SparkPoint,
} from "@bochiso/shared/screen";
import type { Text } from "@bochiso/shared/text";
import { SERIES, SERVICE_SCORES } from "./published-figures.ts";

/* Test fixtures: models as the server sends them, with published figures. Never part of the product. */

/** Who publishes the statistics tables. */
export const NSO: Text = { vi: "Cục Thống kê", en: "National Statistics Office" };
const PORTAL: Text = { vi: "Cổng Dịch vụ công quốc gia", en: "National Public Service Portal" };

/** The same words in both languages. */
export const same = (text: string): Text => ({ vi: text, en: text });

/** A period as the server labels it. */
export function aPeriod(id: string, toDate = false): PeriodLabel {
  const parsed = parsePeriod(id);
  if (!parsed.ok) throw new Error(`bad period in a fixture: ${id}`);
  const period: Period = parsed.period;
  const months = Number(id.slice(5));
  const label = toDate
    ? { vi: `${months} tháng năm ${id.slice(0, 4)}`, en: `${months} months of ${id.slice(0, 4)}` }
    : { vi: formatPeriod(period, "vi"), en: formatPeriod(period, "en") };
  const short = { vi: formatPeriod(period, "vi", "compact"), en: formatPeriod(period, "en", "compact") };
  return { id: id as PeriodId, type: period.type, label, short };
}

export function months(count: number, last: string): string[] {
  const end = Number(last.slice(0, 4)) * 12 + Number(last.slice(5)) - 1;
  return Array.from({ length: count }, (_, index) => {
    const at = end - count + 1 + index;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  });
}

function points(values: readonly (number | null)[], status: SparkPoint["status"]): SparkPoint[] {
  const ids = months(values.length, "2025-02");
  return values.map((value, index) => ({
    period: ids[index] as PeriodId,
    value,
    status: index === values.length - 1 ? status : "P",
    samePeriodLastYear: index === 0,
  }));
}

/** Who stands behind a figure of the statistics tables. */
export function aSource(patch: Partial<SourceLine> = {}): SourceLine {
  return {
    publisher: NSO,
    document: "Biểu số liệu tháng 2/2025",
    feed: "nso.monthly",
    receivedAt: "2025-02-28T00:00:00+07:00",
    submission: "sub-2025-02",
    ...patch,
  };
}

/** A change of a card. */
export function aChange(patch: Partial<CardChange> = {}): CardChange {
  return {
    kind: "same-period-last-year",
    formula: "yoy(x)",
    measure: "percent",
    value: numberValue(10.2),
    against: aPeriod("2024-02"),
    improving: true,
    ...patch,
  };
}

/** A card as the server sends it: retail turnover of February 2025 unless patched. */
export function aCard(patch: Partial<CardModel> = {}): CardModel {
  return {
    ref: {
      indicator: IndicatorCode.parse("macro.retail.value"),
      area: AreaCode.parse("VN"),
      breakdown: TOTAL_KEY,
      period: "2025-02" as PeriodId,
    },
    name: { vi: "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng", en: "Retail sales of goods and services" },
    areaName: { vi: "Cả nước", en: "Viet Nam" },
    breakdownLabel: null,
    state: "ready",
    stateReason: null,
    value: numberValue(561672.7468),
    display: { unit: { vi: "nghìn tỷ đồng", en: "trillion VND" }, factor: 0.001, decimals: 1 },
    valueType: "amount",
    direction: "higher",
    accumulation: "flow",
    growthOffset: 0,
    period: aPeriod("2025-02"),
    observationStatus: "E",
    revised: false,
    origin: "reported",
    made: null,
    progress: {
      status: "not-yet-assessed",
      reason: { vi: "chưa giao chỉ tiêu", en: "no target assigned" },
    },
    plan: null,
    changes: [
      aChange(),
      aChange({
        kind: "previous-period",
        formula: "pop(x)",
        value: numberValue(-2.03),
        against: aPeriod("2025-01"),
        improving: false,
      }),
    ],
    sparkline: { kind: "bars", points: points(SERIES["macro.retail.value"] ?? [], "E") },
    source: aSource(),
    completeness: { have: 13, of: 13, what: "periods" },
    qualityFlag: null,
    simulated: false,
    nextDue: { period: aPeriod("2025-03"), at: "2025-04-06T00:00:00+07:00" },
    ...patch,
  };
}

interface Row {
  code: string;
  name: Text;
  unit: Text;
  factor?: number;
  decimals: number;
  patch?: Partial<CardModel>;
  kind?: "bars" | "line";
}

const PERCENT = same("%");
const BN_USD = { vi: "tỷ USD", en: "billion USD" };
const ROWS: readonly Row[] = [
  {
    code: "macro.cpi.avg_ytd",
    name: { vi: "CPI bình quân so với cùng kỳ", en: "Average CPI on a year" },
    unit: PERCENT,
    decimals: 2,
    kind: "line",
    patch: { valueType: "growth_pct", direction: "band", accumulation: "rate", observationStatus: "A" },
  },
  {
    code: "macro.iip.index_ytd",
    name: { vi: "Sản xuất công nghiệp (IIP) so với cùng kỳ", en: "Industrial production (IIP) on a year" },
    unit: PERCENT,
    decimals: 1,
    kind: "line",
    patch: { valueType: "index_pct", growthOffset: -100, accumulation: "index" },
  },
  {
    code: "macro.retail.value",
    name: { vi: "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng", en: "Retail sales of goods and services" },
    unit: { vi: "nghìn tỷ đồng", en: "trillion VND" },
    factor: 0.001,
    decimals: 1,
  },
  {
    code: "trade.export.yoy",
    name: { vi: "Tốc độ tăng xuất khẩu lũy kế", en: "Growth of exports, year to date" },
    unit: PERCENT,
    decimals: 1,
    kind: "line",
    patch: { valueType: "growth_pct", accumulation: "rate" },
  },
  {
    code: "trade.balance",
    name: { vi: "Cán cân thương mại hàng hóa", en: "Goods trade balance" },
    unit: BN_USD,
    factor: 0.001,
    decimals: 2,
    patch: { valueType: "difference", origin: "computed" },
  },
  {
    code: "pi.executed_rate",
    name: {
      vi: "Tỷ lệ vốn đầu tư thực hiện so với kế hoạch năm",
      en: "Public investment executed, % of the year's plan",
    },
    unit: PERCENT,
    decimals: 2,
    kind: "line",
    patch: { valueType: "ratio_pct", accumulation: "rate" },
  },
  {
    code: "fdi.new_capital",
    name: { vi: "Vốn FDI đăng ký cấp mới", en: "Newly registered FDI" },
    unit: BN_USD,
    factor: 0.001,
    decimals: 2,
    patch: { accumulation: "ytd", observationStatus: "P" },
  },
  {
    code: "ent.new",
    name: { vi: "Doanh nghiệp đăng ký thành lập mới", en: "Newly registered enterprises" },
    unit: { vi: "doanh nghiệp", en: "enterprises" },
    decimals: 0,
    patch: { valueType: "count" },
  },
  {
    code: "tour.intl",
    name: { vi: "Khách quốc tế đến Việt Nam", en: "International visitors" },
    unit: { vi: "triệu lượt", en: "million" },
    factor: 1e-6,
    decimals: 2,
    patch: { valueType: "count" },
  },
];

function changesOf(series: readonly (number | null)[], row: Row): CardChange[] {
  const last = series.at(-1) ?? 0;
  const points = row.unit === PERCENT;
  const difference = points || row.patch?.valueType === "difference";
  const measure = points ? "points" : difference ? "absolute" : "percent";
  return (
    [
      ["same-period-last-year", 0, "2024-02"],
      ["previous-period", -2, "2025-01"],
    ] as const
  ).map(([kind, at, against]) => {
    const base = series.at(at) ?? 0;
    const value = difference ? last - base : (last / base - 1) * 100;
    const wanted = row.patch?.direction === "band" ? null : value > 0;
    return aChange({ kind, measure, value: numberValue(value), against: aPeriod(against), improving: wanted });
  });
}

function cardOf(row: Row): CardModel {
  const series = SERIES[row.code] ?? [];
  const status = row.patch?.observationStatus ?? "E";
  const toDate =
    row.code.includes("ytd") || ["trade.export.yoy", "pi.executed_rate", "fdi.new_capital"].includes(row.code);
  return aCard({
    ref: { ...aCard().ref, indicator: IndicatorCode.parse(row.code) },
    name: row.name,
    value: numberValue(series.at(-1) ?? 0),
    display: { unit: row.unit, factor: row.factor ?? 1, decimals: row.decimals },
    period: aPeriod("2025-02", toDate),
    changes: changesOf(series, row),
    sparkline: { kind: row.kind ?? "bars", points: points(series, status) },
    state: "stale",
    stateReason: { vi: "Số liệu công bố đến tháng 02/2025", en: "Figures published up to February 2025" },
    ...row.patch,
  });
}

/** The nine headline cards of the Government with the figures published for February 2025. */
export const headlineCards: readonly CardModel[] = ROWS.map(cardOf);

/** A comparison of the 34 provinces: service quality of 2026. */
export function aComparison(patch: Partial<AreaComparison> = {}): AreaComparison {
  const limits = [52, 55, 58, 61, 64, 69];
  const classOf = (score: number) => limits.findLastIndex((limit) => score >= limit) + 1;
  const rows = SERVICE_SCORES.map(([code, name, score], index) => ({
    area: AreaCode.parse(code),
    name: same(name),
    value: numberValue(score),
    rank: index + 1,
    rankChange: null,
    status: "P",
    class: classOf(score),
    recast: null,
    absence: null,
    share: null,
    successor: null,
  }));
  const classes = limits.slice(0, -1).map((from, index) => ({
    from,
    to: limits[index + 1] ?? from,
    count: rows.filter((row) => row.class === index + 1).length,
  }));
  return {
    indicator: IndicatorCode.parse("psq.annual.total"),
    breakdown: TOTAL_KEY,
    name: { vi: "Chất lượng phục vụ người dân, doanh nghiệp", en: "Service quality for people and enterprises" },
    display: { unit: { vi: "điểm", en: "points" }, factor: 1, decimals: 1 },
    growthOffset: 0,
    direction: "higher",
    areaBasis: "present",
    bases: { present: true, former: false },
    refusal: null,
    order: "best",
    additive: false,
    state: "partial",
    stateReason: {
      vi: "Kỳ chưa kết thúc khi nhận số liệu (17/09/2026)",
      en: "Received before the period ended (17 Sep 2026)",
    },
    period: aPeriod("2026"),
    classes,
    rows,
    reference: { label: { vi: "Cả nước", en: "Viet Nam" }, value: { kind: "number", value: 56.59 } },
    target: null,
    have: 34,
    of: 34,
    source: aSource({ publisher: PORTAL, document: "QĐ 766/QĐ-TTg", receivedAt: "2026-09-17T03:40:19Z" }),
    headline: {
      vi: "Đồng Tháp dẫn đầu, Hà Nội và Khánh Hòa dưới mức cả nước",
      en: "Đồng Tháp leads; Hà Nội and Khánh Hòa are below the nation",
    },
    ...patch,
  };
}
