import { TOTAL_KEY } from "@bochiso/shared/breakdown";
import { IndicatorCode } from "@bochiso/shared/indicator";
import { missingValue } from "@bochiso/shared/observation";
import type { GroupModel, IndicatorListRow } from "@bochiso/shared/screen";
import { aCard, headlineCards, same } from "./fixtures.ts";
import { anOverview } from "./overview-fixtures.ts";

/* Fixtures of the group and list screens, with published figures. Never part of the product. */

const SILENT: readonly string[] = [
  "Giá xăng RON 95",
  "Giá vàng miếng trong nước",
  "Sản lượng điện sản xuất",
  "Dư nợ tín dụng toàn nền kinh tế",
];

/** A group with the headline cards and a few indicators that have no data yet. */
export function aGroupModel(patch: Partial<GroupModel> = {}): GroupModel {
  const overview = anOverview();
  const silent = SILENT.map((name, index) =>
    aCard({
      ref: { ...aCard().ref, indicator: IndicatorCode.parse(`quiet.n${index}`), breakdown: TOTAL_KEY },
      name: same(name),
      value: missingValue("not-reported"),
      state: "empty",
      stateReason: { vi: "Chưa kết nối nguồn dữ liệu", en: "No data source connected yet" },
      period: null,
      observationStatus: null,
      changes: [],
      source: null,
      sparkline: { kind: "line", points: [] },
    }),
  );
  const [group] = overview.groups;
  if (group === undefined) throw new Error("the overview fixture has no group");
  return {
    frame: overview.frame,
    group: {
      ...group,
      total: 13,
      withData: 9,
      statusCounts: [
        { status: "not-yet-assessed", count: 10 },
        { status: "not-assessed", count: 3 },
      ],
    },
    cards: [...headlineCards, ...silent],
    siblings: overview.groups.map(({ code, name }) => ({ code, name })),
    ...patch,
  };
}

/** The list of indicators. */
export function indicatorRows(): IndicatorListRow[] {
  const { cards } = aGroupModel();
  return cards.map((card) => ({
    code: card.ref.indicator,
    name: card.name,
    domain: card.ref.indicator.split(".")[0] ?? "",
    unit: card.display.unit,
    periodType: "month",
    agencyName: { vi: "Cục Thống kê, Bộ Tài chính", en: "National Statistics Office" },
    derived: card.ref.indicator === "trade.balance",
    latest: card.period === null ? null : { label: card.period.label, hasData: true },
  }));
}
