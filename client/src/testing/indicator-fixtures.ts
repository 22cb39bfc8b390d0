import { AreaCode } from "@bochiso/shared/area";
import type { BreakdownKey } from "@bochiso/shared/breakdown";
import { IndicatorCode, IndicatorDefinition } from "@bochiso/shared/indicator";
import { missingValue, numberValue } from "@bochiso/shared/observation";
import type { PeriodId } from "@bochiso/shared/period";
import type {
  AreaComparison,
  BreakdownRow,
  CardModel,
  IndicatorModel,
  RevisionRow,
  TrendPoint,
} from "@bochiso/shared/screen";
import { anExplanation } from "./explanation-fixtures.ts";
import { aCard, aChange, aComparison, aPeriod, aSource, headlineCards, same } from "./fixtures.ts";
import { anOverview } from "./overview-fixtures.ts";
import { EXECUTED_RATE, INVESTMENT_PLAN, LONG_SERIES } from "./published-series.ts";

/* Fixtures of the indicator screen, with published figures. Never part of the product. */

const START = 2020 * 12;
const idAt = (index: number) =>
  `${Math.floor((START + index) / 12)}-${String(((START + index) % 12) + 1).padStart(2, "0")}` as PeriodId;

/** A definition as imported from the catalogue: the goods trade balance unless patched. */
export function aDefinition(patch: Partial<IndicatorDefinition> = {}): IndicatorDefinition {
  const definition = IndicatorDefinition.parse({
    code: "trade.balance",
    version: 1,
    name: { vi: "Cán cân thương mại hàng hóa", en: "Goods trade balance" },
    domain: "trade",
    unit: "musd",
    valueType: "amount",
    periodType: "month",
    accumulation: "flow",
    method: { vi: "Xuất khẩu trừ nhập khẩu", en: "Exports less imports" },
    formula: "trade.export.value - trade.import.value",
    acceptsReported: false,
    breakdowns: [{ dimension: "ownership", required: false }],
    aggregation: { area: "sum", time: "sum" },
    decimals: 0,
    display: { unit: { vi: "tỷ USD", en: "billion USD" }, factor: 0.001, decimals: 2 },
    direction: "higher",
    limits: { min: null, max: null },
    targetBand: null,
    comparability: ["mom", "yoy"],
    breaks: [],
    dataSource: "Cục Hải quan; Cục Thống kê",
    responsibleAgency: "mof.customs",
    dueRule: { lagDays: 3, basis: "calendar", proposed: true },
    class: "public",
    legalBasis: "Nghị quyết hằng năm của Quốc hội; Nghị quyết 01/NQ-CP",
    criteria: ["a", "b", "c"],
    groups: ["gov.daily_monthly_ses"],
    ministries: ["mof", "moit"],
    componentOnly: false,
    evidence: "nso",
    review: "initial-import",
    effectiveFrom: null,
  });
  return { ...definition, ...patch };
}

/** The trend of a series of months from 2020-01; a gap is a missing value. */
export function aTrend(
  series: readonly (number | null)[],
  patch: (index: number) => Partial<TrendPoint> = () => ({}),
  toDate = false,
): TrendPoint[] {
  return series.map((value, index) => ({
    period: aPeriod(idAt(index), toDate),
    value: value === null ? missingValue("not-reported") : numberValue(value),
    status: value === null ? null : index === series.length - 1 ? "E" : "P",
    lastYear: series[index - 12] ?? null,
    plan: null,
    reported: value,
    computed: null,
    ...patch(index),
  }));
}

const BALANCE = (LONG_SERIES["trade.export.value"] ?? []).map((value, index) => {
  const other = LONG_SERIES["trade.import.value"]?.[index] ?? null;
  return value === null || other === null ? null : value - other;
});

function member(code: string, name: string, value: number): BreakdownRow {
  const balance = balanceCard();
  const card: CardModel = {
    ...balance,
    ref: { ...balance.ref, breakdown: `ownership=${code}` as BreakdownKey },
    breakdownLabel: same(name),
    value: numberValue(value),
  };
  return {
    dimension: "ownership",
    dimensionName: { vi: "Khu vực kinh tế", en: "Economic sector" },
    code,
    name: same(name),
    card,
  };
}

function balanceCard(): CardModel {
  const card = headlineCards[4] ?? aCard();
  return { ...card, accumulation: "flow", period: aPeriod("2025-02"), valueType: "amount" };
}

function revision(patch: Partial<RevisionRow>): RevisionRow {
  return {
    period: aPeriod("2025-01"),
    revision: 2,
    value: numberValue(3024.784),
    status: "P",
    difference: numberValue(-7.1),
    differencePercent: numberValue(-0.23),
    note: null,
    commitSeq: 12,
    recordedAt: "2025-02-28T00:00:00+07:00",
    publisher: { vi: "Cục Thống kê", en: "National Statistics Office" },
    document: "Biểu số liệu tháng 2/2025",
    current: true,
    ...patch,
  };
}

/** The indicator screen of the goods trade balance unless patched. */
export function anIndicator(patch: Partial<IndicatorModel> = {}): IndicatorModel {
  return {
    frame: anOverview().frame,
    definition: aDefinition(),
    unitText: { vi: "tỷ USD", en: "billion USD" },
    agencyName: { vi: "Cục Hải quan, Bộ Tài chính", en: "Customs Department, Ministry of Finance" },
    dimensions: [{ code: "ownership", name: { vi: "Khu vực kinh tế", en: "Economic sector" } }],
    card: balanceCard(),
    trend: { points: aTrend(BALANCE, () => ({ reported: null })), breaks: [], mergers: [], endsAt: aPeriod("2025-02") },
    frequencies: [{ type: "month", refusal: null }],
    quality: { rules: 0, flags: [] },
    explanation: anExplanation(),
    pairs: [],
    revisions: [
      revision({}),
      revision({
        revision: 1,
        value: numberValue(3031.9),
        status: "E",
        difference: null,
        differencePercent: null,
        commitSeq: 7,
        recordedAt: "2025-02-06T00:00:00+07:00",
        document: "Biểu số liệu tháng 1/2025",
        current: false,
      }),
    ],
    breakdowns: [
      member("domestic", "Khu vực kinh tế trong nước", -3486.2),
      member("FDI", "Khu vực có vốn đầu tư nước ngoài", 1935.5),
    ],
    comparison: null,
    usedBy: [{ code: "trade.total", name: { vi: "Tổng kim ngạch xuất nhập khẩu", en: "Total trade" } }],
    gaps: [
      {
        clause: "Điểm d khoản 4 Điều 10 Nghị định 137/2024/NĐ-CP",
        text: { vi: "Chưa nêu giới hạn tự nhiên của giá trị", en: "No natural limits stated" },
      },
      {
        clause: "Điểm d khoản 4 Điều 10 Nghị định 137/2024/NĐ-CP",
        text: { vi: "Thời hạn gửi số liệu mới là đề xuất", en: "The due rule is only proposed" },
      },
    ],
    source: aSource(),
    assessment: null,
    target: null,
    ...patch,
  };
}

/** Ranking of the former provinces by executed investment. */
function executedByProvince(): AreaComparison {
  const limits = [5, 6, 8, 10, 12, 14];
  const rows = EXECUTED_RATE.toSorted((a, b) => b[2] - a[2]).map(([code, name, rate], index) => ({
    area: AreaCode.parse(code),
    name: same(name),
    value: numberValue(rate),
    rank: index + 1,
    rankChange: null,
    status: "E",
    class: limits.findLastIndex((limit) => rate >= limit) + 1,
    recast: null,
    absence: null,
    share: null,
    successor: null,
  }));
  return aComparison({
    indicator: IndicatorCode.parse("pi.executed_rate"),
    name: { vi: "Tỷ lệ vốn đầu tư thực hiện so với kế hoạch năm", en: "Investment executed, % of plan" },
    display: { unit: same("%"), factor: 1, decimals: 1 },
    areaBasis: "former",
    state: "partial",
    stateReason: { vi: "21 địa phương có số liệu công bố riêng", en: "21 places are published on their own" },
    period: aPeriod("2025-02", true),
    rows,
    classes: limits.slice(0, -1).map((from, index) => ({
      from,
      to: limits[index + 1] ?? from,
      count: rows.filter((row) => row.class === index + 1).length,
    })),
    bases: { present: true, former: true },
    reference: {
      label: { vi: "Cả nước (địa phương)", en: "Viet Nam (local)" },
      value: { kind: "number", value: 8.518 },
    },
    have: 21,
    of: 63,
    source: aSource(),
    headline: { vi: "Vĩnh Phúc cao nhất, TP. Hồ Chí Minh thấp nhất", en: "Vĩnh Phúc highest, TP. Hồ Chí Minh lowest" },
  });
}

/** Investment executed since January, with the plan of the year: the one with a bullet. */
export function anInvestment(patch: Partial<IndicatorModel> = {}): IndicatorModel {
  const display = { unit: { vi: "nghìn tỷ đồng", en: "trillion VND" }, factor: 0.001, decimals: 1 };
  const name = {
    vi: "Vốn đầu tư thực hiện từ nguồn ngân sách nhà nước",
    en: "Investment executed from the state budget",
  };
  const code = IndicatorCode.parse("pi.executed");
  const card = aCard({
    ref: { ...aCard().ref, indicator: code },
    name,
    value: numberValue(73_176.134),
    display,
    accumulation: "ytd",
    period: aPeriod("2025-02", true),
    state: "ready",
    progress: {
      status: "behind",
      reason: {
        vi: "Chậm khi thực hiện ÷ mức phải đạt từ 0,80 đến dưới 0,95",
        en: "Behind when actual ÷ due is from 0.80 to under 0.95",
      },
    },
    plan: { percent: numberValue(8.518), due: numberValue(9.07), target: 857_525.6437 },
    changes: [
      aChange({ value: numberValue(22.3452) }),
      aChange({
        kind: "previous-period",
        formula: "pop(inPeriod(x))",
        value: numberValue(6.6),
        against: aPeriod("2025-01"),
      }),
    ],
  });
  return anIndicator({
    definition: aDefinition({
      code,
      name,
      domain: "pi",
      formula: null,
      acceptsReported: true,
      accumulation: "ytd",
      display,
      breakdowns: [{ dimension: "budgetHolder", required: false }],
      aggregation: { area: "sum", time: "last" },
    }),
    unitText: display.unit,
    card,
    trend: {
      points: aTrend(
        LONG_SERIES["pi.executed"] ?? [],
        (index) => ({ plan: index % 12 === 11 ? (INVESTMENT_PLAN[idAt(index).slice(0, 4)] ?? null) : null }),
        true,
      ),
      breaks: [],
      mergers: [],
      endsAt: aPeriod("2025-02"),
    },
    pairs: [
      {
        period: aPeriod("2025-02", true),
        reported: 73_176.134,
        computed: numberValue(73_006.2),
        difference: numberValue(169.934),
        reason: {
          vi: "Số ước tính lần đầu; tháng 1 đã điều chỉnh sau đó",
          en: "First estimate; January was revised afterwards",
        },
      },
    ],
    comparison: executedByProvince(),
    ...patch,
  });
}

/** The consumer price index: a line with a break where the base year changed. */
export function aPriceIndex(patch: Partial<IndicatorModel> = {}): IndicatorModel {
  const display = { unit: { vi: "% (kỳ gốc = 100)", en: "% (base = 100)" }, factor: 1, decimals: 2 };
  const name = { vi: "Chỉ số giá tiêu dùng so với kỳ gốc", en: "CPI, base period = 100" };
  const code = IndicatorCode.parse("macro.cpi.index");
  const series = LONG_SERIES["macro.cpi.index"] ?? [];
  const crosses = (index: number) => index >= 7 && index < 19;
  return anIndicator({
    definition: aDefinition({
      code,
      name,
      domain: "macro",
      formula: null,
      valueType: "index_pct",
      accumulation: "index",
      direction: "neutral",
      display,
      aggregation: { area: "none", time: "mean" },
      breaks: [
        {
          from: "2020-08",
          reason: { vi: "Đổi kỳ gốc từ năm 2014 sang năm 2019", en: "Base year changed from 2014 to 2019" },
        },
      ],
    }),
    unitText: display.unit,
    card: aCard({
      ref: { ...aCard().ref, indicator: code },
      name,
      value: numberValue(series.at(-1) ?? 0),
      display,
      valueType: "index_pct",
      accumulation: "index",
      direction: "neutral",
      sparkline: { kind: "line", points: [] },
      progress: {
        status: "not-assessed",
        reason: { vi: "chỉ số không xét tốt, xấu", en: "neither direction is better" },
      },
      changes: [
        aChange({ value: numberValue(2.91), improving: null }),
        aChange({ kind: "previous-period", value: numberValue(0.34), improving: null, against: aPeriod("2025-01") }),
      ],
    }),
    trend: {
      points: aTrend(series, (index) => ({ status: "A", ...(crosses(index) ? { lastYear: null } : {}) })),
      breaks: [
        {
          from: aPeriod("2020-08"),
          reason: { vi: "Đổi kỳ gốc từ năm 2014 sang năm 2019", en: "Base year changed from 2014 to 2019" },
        },
      ],
      mergers: [],
      endsAt: aPeriod("2025-02"),
    },
    explanation: anExplanation({
      formula: null,
      operands: [],
      name,
      ref: code,
      value: numberValue(series.at(-1) ?? 0),
      unit: same("%"),
      observation: anExplanation().operands[0]?.observation ?? null,
    }),
    breakdowns: [],
    revisions: [],
    usedBy: [],
    ...patch,
  });
}

const INDICATORS: Readonly<Record<string, () => IndicatorModel>> = {
  "trade.balance": anIndicator,
  "pi.executed": anInvestment,
  "pi.executed_rate": anInvestment,
  "macro.cpi.index": aPriceIndex,
};

/** The screen of a code; others get the trade balance under their own name. */
export function indicatorByCode(code: string): IndicatorModel {
  const known = INDICATORS[code]?.();
  if (known !== undefined) return known;
  const card = headlineCards.find(({ ref }) => ref.indicator === code) ?? balanceCard();
  return anIndicator({
    card,
    definition: aDefinition({ code: card.ref.indicator, name: card.name, display: card.display }),
  });
}
