import { ASSESSMENT_WORDS } from "@bochiso/shared/i18n";
import { IndicatorCode } from "@bochiso/shared/indicator";
import { missingValue, numberValue } from "@bochiso/shared/observation";
import type { CardModel, GroupBlock, OverviewModel, ProgressStatus } from "@bochiso/shared/screen";
import { aCard, aPeriod, headlineCards, same } from "./fixtures.ts";
import { anOverview } from "./overview-fixtures.ts";

/* Cards of the fictional unit with every kind of status. Never part of the product. */

interface Judged {
  code: string;
  status: ProgressStatus;
  plan?: readonly [percent: number, due: number | null, target: number];
  patch?: Partial<CardModel>;
}

const PERCENT = { unit: same("%"), factor: 1, decimals: 2 };
const LOWER: Partial<CardModel> = {
  direction: "lower",
  accumulation: "rate",
  valueType: "ratio_pct",
  display: PERCENT,
  value: numberValue(4.9),
};

const JUDGED: readonly Judged[] = [
  { code: "pi.executed", status: "behind", plan: [8.52, 9.07, 857_525] },
  { code: "macro.cpi.avg_ytd", status: "over-limit", plan: [108.9, 100, 4.5], patch: LOWER },
  { code: "macro.retail.value", status: "on-track", plan: [16.4, 16.9, 6_900_000] },
  { code: "trade.export.yoy", status: "ahead", plan: [14.3, 12.1, 450_000] },
  { code: "trade.balance", status: "at-risk", plan: [-51.67, 100, 3_000], patch: { accumulation: "rate" } },
  { code: "fdi.new_capital", status: "exceeded", plan: [112.3, 100, 20_000] },
  { code: "ent.new", status: "not-assessed" },
  {
    code: "tour.intl",
    status: "behind",
    plan: [18, 20.5, 22_000_000],
    patch: {
      state: "stale",
      stateReason: { vi: "Số liệu đã quá hạn 12 ngày; kỳ tới T3/2025", en: "12 days overdue; next Mar" },
    },
  },
  {
    code: "psq.on_time",
    status: "not-yet-assessed",
    patch: {
      state: "partial",
      stateReason: { vi: "26/34 địa phương đã gửi; thiếu 8", en: "26/34 provinces; 8 missing" },
    },
  },
];

const reasonOf = (status: ProgressStatus) =>
  status === "not-assessed"
    ? { vi: "Không có chỉ tiêu; diễn biến tích cực so với kỳ so sánh (+1.204)", en: "No target; improving (+1,204)" }
    : { vi: `${ASSESSMENT_WORDS[status].vi}: thực hiện`, en: `${ASSESSMENT_WORDS[status].en}: actual` };

/** A card of each status, simulated. */
export const judgedCards: readonly CardModel[] = JUDGED.map(({ code, status, plan, patch }) => {
  const base = headlineCards.find(({ ref }) => ref.indicator === code) ?? aCard();
  return {
    ...base,
    ref: { ...base.ref, indicator: IndicatorCode.parse(code) },
    state: "ready",
    stateReason: null,
    simulated: true,
    progress: { status, reason: reasonOf(status) },
    plan:
      plan === undefined
        ? null
        : {
            percent: numberValue(plan[0]),
            due: plan[1] === null ? missingValue("not-reported") : numberValue(plan[1]),
            target: plan[2],
          },
    ...(plan === undefined ? {} : { accumulation: "ytd" as const, period: aPeriod("2025-02", true) }),
    ...patch,
  };
});

/** The overview of the fictional province, judged. */
export function aJudgedOverview(): OverviewModel {
  const model = anOverview({}, "tinh/MAU");
  const counts: GroupBlock["statusCounts"] = [
    { status: "not-assessed", count: 28 },
    { status: "behind", count: 17 },
    { status: "on-track", count: 51 },
    { status: "at-risk", count: 4 },
    { status: "ahead", count: 13 },
    { status: "not-yet-assessed", count: 13 },
  ];
  const groups = model.groups.map((group) => ({
    ...group,
    statusCounts: counts,
    bands: group.bands.map((band) => ({ ...band, rows: band.rows.length > 1 ? [...judgedCards] : band.rows })),
  }));
  return { ...model, cards: [...judgedCards], groups };
}
