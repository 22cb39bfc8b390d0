import type { CardModel, GroupBlock, OverviewModel, ScopeOption, ShellModel } from "@bochiso/shared/screen";
import { ScopeId } from "@bochiso/shared/screen";
import type { Text } from "@bochiso/shared/text";

import { aCard, aComparison, aPeriod, headlineCards, months, same } from "./fixtures.ts";

function aGroup(patch: Partial<GroupBlock>): GroupBlock {
  return {
    code: "government.daily_monthly",
    name: { vi: "Tình hình kinh tế - xã hội", en: "Socio-economic situation" },
    shortName: patch.name ?? { vi: "Tình hình kinh tế – xã hội", en: "Socio-economic situation" },
    decreeRef: "Điều 10.3.a",
    state: "ready",
    stateReason: null,
    total: 126,
    withData: 41,
    statusCounts: [
      { status: "not-yet-assessed", count: 98 },
      { status: "not-assessed", count: 28 },
    ],
    bands: [],
    ...patch,
  };
}

const SCOPES: readonly (readonly [id: string, name: string, region: string | null])[] = [
  ["bo/mod", "Bộ Quốc phòng", null],
  ["bo/mof", "Bộ Tài chính", null],
  ["bo/moh", "Bộ Y tế", null],
  ["tinh/04", "Cao Bằng", "NMM"],
  ["tinh/08", "Tuyên Quang", "NMM"],
  ["tinh/01", "Hà Nội", "RRD"],
  ["tinh/46", "TP. Huế", "NC"],
  ["tinh/66", "Đắk Lắk", "SCCH"],
  ["tinh/79", "TP. Hồ Chí Minh", "SE"],
  ["tinh/82", "Đồng Tháp", "MRD"],
  ["bo/mau", "Bộ Mẫu", null],
  ["tinh/MAU", "Tỉnh Mẫu", null],
];

function aScope([id, name, region]: (typeof SCOPES)[number]): ScopeOption {
  const simulated = /mau/i.test(id);
  return {
    id: ScopeId.parse(id),
    level: id.startsWith("bo/") ? "ministry" : "province",
    name: same(name),
    simulated,
    region,
  };
}

/** The shell with a few scopes of every kind. */
export const shell: ShellModel = {
  scopes: [
    {
      id: ScopeId.parse("cp"),
      level: "government",
      name: { vi: "Chính phủ", en: "Government" },
      simulated: false,
      region: null,
    },
    ...SCOPES.map(aScope),
  ],
  demoMode: "1",
  readOnly: false,
  version: "0.1.0",
  serverTime: "2026-11-22T08:05:12+07:00",
  commitSeq: 100,
};

/** The overview of a scope. */
export function anOverview(patch: Partial<OverviewModel> = {}, scope = "cp"): OverviewModel {
  const option = shell.scopes.find((each) => each.id === scope) ?? shell.scopes[0];
  const simulated = option?.simulated ?? false;
  const cards = headlineCards.map((card) => ({ ...card, simulated }));
  const run = (
    text: Text,
    tone: OverviewModel["headline"][number]["tone"] = "plain",
    cell = null as CardModel["ref"] | null,
  ) => ({ text, tone, cell });
  const rate = headlineCards[5]?.ref ?? null;
  return {
    frame: {
      scope: ScopeId.parse(scope),
      level: option?.level ?? "government",
      scopeName: option?.name ?? same(scope),
      simulated,
      period: null,
      periods: months(24, "2025-02")
        .reverse()
        .map((id) => aPeriod(id)),
      latestPeriod: aPeriod("2025-02"),
      commitSeq: 100,
      serverTime: "2026-11-22T08:05:12+07:00",
    },
    headline: [
      run({ vi: "Vốn đầu tư thực hiện đạt ", en: "Public investment reached " }),
      run({ vi: "8,52% kế hoạch năm", en: "8.52% of the year's plan" }, "figure", rate),
      run({ vi: "; nhập siêu tháng 2 là ", en: "; the trade deficit of February is " }),
      run({ vi: "1,55 tỷ USD", en: "1.55 billion USD" }, "bad", headlineCards[4]?.ref ?? null),
      run({ vi: ", cùng kỳ xuất siêu 1,10 tỷ USD.", en: ", against a surplus of 1.10 billion USD a year before." }),
    ],
    headlineAge: { vi: "Số liệu công bố đến tháng 02/2025", en: "Figures published up to February 2025" },
    cards,
    groups: [
      aGroup({
        bands: [
          {
            id: "daily",
            name: { vi: "Hằng ngày", en: "Daily" },
            rows: [
              aCard({
                name: same("Giá xăng RON 95"),
                value: { kind: "missing", reason: "not-reported" },
                state: "empty",
                stateReason: { vi: "Chưa kết nối nguồn dữ liệu", en: "No data source connected yet" },
                period: null,
                changes: [],
                source: null,
                sparkline: { kind: "line", points: [] },
              }),
            ],
          },
          { id: "monthly", name: { vi: "Hằng tháng", en: "Monthly" }, rows: cards.slice(0, 5) },
        ],
      }),
      aGroup({
        code: "government.programmes",
        name: {
          vi: "Chương trình mục tiêu quốc gia, dự án quan trọng quốc gia",
          en: "National target programmes, key national projects",
        },
        total: 25,
        withData: 1,
        bands: [{ id: "all", name: same(""), rows: [cards[5] ?? aCard()] }],
        statusCounts: [{ status: "not-yet-assessed", count: 25 }],
      }),
      aGroup({
        code: "government.emergency",
        name: {
          vi: "Tình huống khẩn cấp: thiên tai, dịch bệnh, sự cố",
          en: "Emergencies: disasters, epidemics, incidents",
        },
        total: 57,
        withData: 0,
        state: "empty",
        stateReason: {
          vi: "Chưa kết nối nguồn dữ liệu nào của nhóm này",
          en: "No data source of this group is connected",
        },
        statusCounts: [{ status: "not-yet-assessed", count: 57 }],
      }),
      aGroup({
        code: "government.adhoc",
        name: { vi: "Theo yêu cầu đột xuất", en: "Ad-hoc requests" },
        total: 5,
        withData: 1,
        bands: [{ id: "all", name: same(""), rows: cards.slice(6, 7) }],
        statusCounts: [{ status: "not-assessed", count: 5 }],
      }),
    ],
    comparison: simulated ? null : aComparison(),
    readiness: { total: 213, received: 43, notYetDue: 12, late: 31, noFeed: 127, flagged: 2 },
    ...patch,
  };
}
