import { createHash } from "node:crypto";
import { listFlags, type StoredFlag } from "@bochiso/db/repositories/quality";
import { openSqliteReadStore } from "@bochiso/db/store";
import { readRealSeries } from "@bochiso/seed/replay";
import { periodId } from "@bochiso/shared/period";
import type { IndicatorModel } from "@bochiso/shared/screen";
import { GOVERNMENT_SCOPE } from "@bochiso/shared/screen";
import { afterAll, beforeAll, expect, it } from "vitest";
import { flagsOfRows } from "../../server/src/quality/flags-of-rows.ts";
import { type SeededScreens, seededScreens } from "../screens/seeded-screens.ts";

/** Only the published series in which defects are known; of the labour index of provinces one province. */
const CONCERNED =
  /^(tour\.intl(_ytd)?|macro\.retail\.(value|goods|accommodation_food|travel|other|month_yoy)|macro\.core_inflation\.yoy|macro\.iip\.index_mom|macro\.ind_labour\.index_mom|pi\.executed)$/;
const BAC_GIANG = "vn63:24";
const REPLAYED_AT = "2026-11-21T00:00:00.000Z";

let screens: SeededScreens;

beforeAll(async () => {
  screens = await seededScreens("catalogue");
  const batches = readRealSeries({ loadedAt: REPLAYED_AT }).batches.flatMap((batch) => {
    const observations = batch.submission.observations.filter(
      ({ indicator, area }) =>
        CONCERNED.test(indicator) && (indicator === "macro.ind_labour.index_mom" ? area === BAC_GIANG : area === "VN"),
    );
    return observations.length === 0 ? [] : [{ ...batch, submission: { ...batch.submission, observations } }];
  });
  await screens.commands["replay-batches"]({ batches });
}, 120_000);

afterAll(async () => {
  await screens.close();
});

async function flags(): Promise<readonly StoredFlag[]> {
  const store = openSqliteReadStore({ databaseFile: screens.location });
  const found = await store.read((tx) => listFlags(tx, {}, { limit: 10_000 }));
  await store.close();
  return found;
}

/** `rule area|breakdown period` of the flags in a state. */
async function named(state: StoredFlag["state"]): Promise<string[]> {
  return (await flags()).filter((flag) => flag.state === state).map(nameOf);
}

function nameOf({ rule, area, breakdownKey, periodType: type, ordinal }: StoredFlag): string {
  return `${rule} ${area}|${breakdownKey} ${periodId({ type, ordinal })}`;
}

async function send(feed: string, observations: readonly object[]): Promise<void> {
  const body = new TextEncoder().encode(JSON.stringify({ feed, observations }));
  const sha256 = createHash("sha256").update(body).digest("hex");
  const outcome = await screens.commands["ingest-submission"]({
    feed,
    idempotencyKey: `defect-${sha256}`,
    mediaType: "application/json",
    body,
    contentSha256: sha256,
    requestSha256: sha256,
    receivedAt: REPLAYED_AT,
    recordedAt: null,
    actor: "test",
  });
  expect(outcome.kind).toBe("stored");
}

const VISITORS = { indicator: "tour.intl", area: "VN", status: "P" };
const modes = (period: string, total: number, air: number, sea: number, road: number) => [
  { ...VISITORS, period, value: total },
  { ...VISITORS, period, value: air, breakdown: { transportMode: "air" } },
  { ...VISITORS, period, value: sea, breakdown: { transportMode: "sea" } },
  { ...VISITORS, period, value: road, breakdown: { transportMode: "road" } },
];

it("the replayed series tell what is missing in them, and what does not add up", async () => {
  const open = await named("open");
  expect(open).toEqual(
    expect.arrayContaining([
      // The table of September 2020 is in none of the files.
      "tour.intl_ytd.complete VN| 2020-09",
      "macro.retail.complete VN| 2020-09",
      "macro.iip.complete VN| 2020-09",
      "pi.executed.complete VN| 2020-09",
      // Its month values came a month late, with the table of October.
      "tour.intl.on-time VN| 2020-09",
      // Single lines are absent.
      ...["2022-06", "2023-06", "2023-12", "2024-10", "2024-12"].map((month) => `pi.executed.complete VN| ${month}`),
      "macro.core_inflation.complete VN| 2023-12",
      "macro.iip.complete VN| 2020-06",
      // Rows with a fault are not in the replay: visitors of September and retail growth of October 2024.
      "tour.intl_ytd.complete VN| 2024-09",
      "macro.retail.complete VN| 2024-10",
      // The modes of transport are off by up to 64 persons.
      "tour.intl.modes VN| 2020-01",
      "tour.intl.modes VN| 2020-02",
      // Genuine: a lockdown.
      `macro.ind_labour.previous ${BAC_GIANG}| 2021-06`,
    ]),
  );
  const missing = (await flags()).find((flag) => nameOf(flag) === "pi.executed.complete VN| 2022-06");
  expect(missing?.finding.missing).toEqual(["VN|budgetHolder=local"]);
});

it("a table shifted by a column is stored and flagged as it comes, and heals with its correction", async () => {
  // Row numbers where the revised August belongs.
  await send("mof.nso", modes("2024-08", 1, 3, 4, 5));
  const open = await named("open");
  expect(open).toEqual(
    expect.arrayContaining([
      "tour.intl.modes VN| 2024-08",
      "tour.intl.previous VN| 2024-08",
      "tour.intl.previous VN| 2024-09",
    ]),
  );
  await send("mof.nso", modes("2024-08", 1_446_809, 1_266_320, 48, 180_441));
  const left = (await named("open")).filter((name) => /^tour\.intl\.(modes|previous)/.test(name));
  expect(left.filter((name) => name.includes("2024"))).toEqual([]);
  expect(await named("resolved")).toEqual(expect.arrayContaining(["tour.intl.modes VN| 2024-08"]));
});

it("thousands of persons in the place of persons are taken for a slip of the unit", async () => {
  await send("mof.nso", [{ ...VISITORS, period: "2025-03", value: 2_055 }]);
  expect(await named("open")).toContain("tour.intl.magnitude VN| 2025-03");
});

it("growth rates in the place of indices are told in every group that can be held against its figures", async () => {
  const row = { indicator: "macro.retail.month_yoy", area: "VN", period: "2024-10", status: "E" };
  const group = (code: string, value: string) => ({ ...row, value, breakdown: { retailActivity: code } });
  // As printed, less 100 as the mapping of the column asks; travel would lie beyond its natural limit.
  await send("mof.nso", [
    { ...row, value: "-92.8818" },
    group("goods", "-92.6352"),
    group("accommodationFood", "-93.488"),
    group("other", "-93.1909"),
  ]);
  expect(await named("open")).toEqual(
    expect.arrayContaining(
      ["growth", "growth-goods", "growth-food", "growth-other"].map((rule) => `macro.retail.${rule} VN| 2024-10`),
    ),
  );
});

it("a genuine outlier passes once it is confirmed, in the API as on the card", async () => {
  const read = async (indicator: string, area: string, month: string) => {
    const store = openSqliteReadStore({ databaseFile: screens.location });
    const ordinal = (await flags()).find((flag) => nameOf(flag).endsWith(`${area}| ${month}`))?.ordinal ?? 0;
    const cell = {
      indicator,
      area,
      breakdownKey: "",
      ordinal,
      scenario: "actual",
      origin: "reported",
      commitSeq: 0,
    } as const;
    const [codes] = await store.read((tx) => flagsOfRows(tx, [cell], "now"));
    await store.close();
    return codes;
  };
  const confirm = async (name: string) => {
    const flag = (await flags()).find((it) => nameOf(it) === name);
    await screens.commands["review-quality-flag"]({
      id: flag?.id ?? 0,
      verdict: "confirmed",
      note: "Đã đối chiếu với biểu gốc",
      by: { name: "Nguyễn Văn An", position: "Chuyên viên" },
      seen: flag?.changedSeq ?? 0,
    });
  };
  expect(await read("macro.ind_labour.index_mom", BAC_GIANG, "2021-06")).toEqual(["macro.ind_labour.previous"]);
  await confirm(`macro.ind_labour.previous ${BAC_GIANG}| 2021-06`);
  expect(await read("macro.ind_labour.index_mom", BAC_GIANG, "2021-06")).toEqual([]);

  const page = (): Promise<IndicatorModel> =>
    screens.services.getIndicator({ scope: GOVERNMENT_SCOPE, code: "tour.intl", period: "2020-01" });
  const doubted = await page();
  expect(doubted.card.state).toBe("suspect");
  expect(doubted.card.stateReason?.vi).toContain("tổng bằng các thành phần");
  await confirm("tour.intl.modes VN| 2020-01");
  const passed = await page();
  expect([passed.card.state, passed.card.qualityFlag]).toEqual(["ready", null]);
  expect(passed.quality.flags.find(({ period }) => period.id === "2020-01")).toMatchObject({ state: "confirmed" });
});
