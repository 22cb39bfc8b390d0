import { eventsOfFlag, type FlagKey, flagKeyText, listFlags } from "@bochiso/db/repositories/quality";
import { seriesExtents } from "@bochiso/db/repositories/series";
import type { Store } from "@bochiso/db/store";
import { openTestStore, type TestStore } from "@bochiso/db/testing";
import { Dimension } from "@bochiso/shared/breakdown";
import { periodFromId, periodId } from "@bochiso/shared/period";
import { evidenceOf, QualityRule } from "@bochiso/shared/quality";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createCatalogueCache } from "../../server/src/catalogue/catalogue-cache.ts";
import { fixedClock } from "../../server/src/platform/clock.ts";
import { flagsOfRows } from "../../server/src/quality/flags-of-rows.ts";
import { putQualityRules } from "../../server/src/quality/put-rules.ts";
import { judgeAll, recheckStep } from "../../server/src/quality/recheck-rules.ts";
import { reviewFlag } from "../../server/src/quality/review-flag.ts";
import { aUnit } from "../../shared/src/aggregation/testing/index.ts";
import { anIndicator } from "../support/calculation/an-indicator.ts";
import { createPush, type PushRows, type SentRow } from "../support/calculation/push-rows.ts";
import { saveCatalogue } from "../support/calculation/save-catalogue.ts";
import { type PostgresCluster, startPostgres } from "../support/postgres-cluster.ts";

const NONE = { area: "none", time: "none" } as const;
const text = (vi: string) => ({ vi, en: vi });
const AREAS = ["VN", "34", "35"];
const WORLD = {
  definitions: [
    anIndicator("t.a", { aggregation: { area: "none", time: "sum" }, by: ["side"] }),
    anIndicator("t.b", {
      aggregation: NONE,
      dueRule: { lagDays: 3, basis: "calendar", workingDays: false, proposed: true },
    }),
    anIndicator("t.q", { aggregation: NONE, periodType: "quarter" }),
    anIndicator("d.sum", { formula: "t.a + t.b", aggregation: NONE, by: ["side"] }),
  ],
  areas: [aUnit("VN"), aUnit("34", { parent: "VN" }), aUnit("35", { parent: "VN" })],
  dimensions: [
    Dimension.parse({
      id: "side",
      name: text("side"),
      codes: ["p", "q"].map((code) => ({ code, name: text(code), parent: null })),
      open: false,
    }),
  ],
};

const CHANGE = { kind: "change", floor: 30, deviations: 3, history: 6, minHistory: 3 } as const;
const CHECKS: Readonly<Record<string, readonly [string, unknown]>> = {
  range: ["t.a", { kind: "range", min: 0, max: 500 }],
  previous: ["t.a", { ...CHANGE, against: "previous", measure: "ratio" }],
  "year-ago": ["t.b", { ...CHANGE, against: "year-ago", measure: "difference", floor: 2, minHistory: 2 }],
  magnitude: ["t.b", { kind: "magnitude" }],
  parts: ["t.a", { kind: "sum-of-parts", dimension: "side", codes: ["p", "q"], tolerance: 0.5 }],
  computed: ["t.b", { kind: "expression", formula: "t.b * 3 <= d.sum" }],
  rising: ["t.a", { kind: "expression", formula: "t.a >= previous(t.a)" }],
  finer: ["t.q", { kind: "expression", formula: "abs(t.q - t.a) <= 5" }],
  nation: ["t.b", { kind: "expression", formula: "t.b <= t.b@VN" }],
  complete: ["t.a", { kind: "completeness", areas: ["34", "35"], breakdowns: ["", "side=p"] }],
  punctual: ["t.b", { kind: "timeliness", areas: ["34", "VN"] }],
};

const RULES = Object.entries(CHECKS).map(([code, [indicator, check]]) =>
  QualityRule.parse({
    code,
    version: 1,
    indicator,
    check,
    severity: "warning",
    name: text(code),
    basis: text("test"),
    review: "reviewed",
  }),
);
const CLOCK = fixedClock("2027-02-01T00:00:00.000Z");

/** What breaks a rule, with what it was found by. */
type Broken = readonly string[];

describe.each(["sqlite", "postgres"] as const)("quality flags on %s", (dialect) => {
  let cluster: PostgresCluster | undefined;
  let databases = 0;
  let opened: TestStore;
  let deps: Parameters<typeof putQualityRules>[0];
  let push: PushRows;

  beforeAll(async () => {
    if (dialect === "postgres") cluster = await startPostgres({ durability: "fast" });
  });
  afterAll(async () => {
    await cluster?.stop();
  });
  beforeEach(async () => {
    databases += 1;
    opened = await openTestStore(cluster ? { databaseUrl: await cluster.createDatabase(`quality_${databases}`) } : {});
    await saveCatalogue(opened.store, WORLD);
    deps = { store: opened.store, catalogue: createCatalogueCache(), clock: CLOCK };
    push = createPush(opened.store);
  });
  afterEach(async () => {
    await opened.close();
  });

  async function putRules(rules: readonly unknown[] = RULES): Promise<void> {
    expect(await putQualityRules(deps, { rules, actor: "test" })).toMatchObject({ kind: "stored" });
  }

  async function send(rows: readonly SentRow[]): Promise<void> {
    const outcome = await push(rows);
    expect(outcome.kind).toBe("stored");
  }

  async function finishRecheck(): Promise<void> {
    while (!(await recheckStep(deps)).done);
  }

  it("stand after any history as a check of everything from scratch finds them", { timeout: 60_000 }, async () => {
    await putRules();
    await finishRecheck();
    const history = fc.array(fc.array(anyRow, { minLength: 1, maxLength: 12 }), { minLength: 4, maxLength: 9 });
    const [histories = []] = fc.sample(fc.tuple(history, history, history), { numRuns: 1, seed: 20_260_101 });
    await send(STEADY);
    let seen = 0;
    for (const rows of [...histories].flat()) {
      const stored = await storedCells(opened.store);
      const sent = acceptable(rows, stored);
      if (sent.length === 0) continue;
      await send(sent);
      const flags = await unresolved(opened.store);
      expect(flags).toEqual(await fromScratch(opened.store, deps));
      seen = Math.max(seen, flags.length);
    }
    expect(seen).toBeGreaterThan(5);
    // New versions of every rule, judged in the background over what is stored, find the same.
    const before = await unresolved(opened.store);
    await putRules(RULES.map((rule) => ({ ...rule, version: 2, basis: text("again") })));
    await finishRecheck();
    expect(await unresolved(opened.store)).toEqual(before);
    await putRules(RULES.map((rule) => ({ ...rule, version: 3, retired: true })));
    await finishRecheck();
    expect(await unresolved(opened.store)).toEqual([]);
  });

  it("open, are confirmed, stay confirmed, resolve by themselves, and open again for another value", async () => {
    await putRules();
    const cell = { indicator: "t.a", area: "34", period: "2026-03", status: "P" };
    const state = async (rule = "range") =>
      (await allFlags(opened.store)).filter((flag) => flag.rule === rule).map((flag) => flag.state);
    await send([{ ...cell, value: 900 }]);
    expect(await state()).toEqual(["open"]);
    const [flag] = (await allFlags(opened.store)).filter(({ rule }) => rule === "range");
    const review = {
      id: flag?.id ?? 0,
      verdict: "confirmed",
      note: "đã đối chiếu",
      by: { name: "An", position: "CV" },
    } as const;
    await expect(reviewFlag(deps, { ...review, seen: 0 })).rejects.toMatchObject({ code: "flag-changed" });
    await reviewFlag(deps, { ...review, seen: flag?.changedSeq ?? 0 });
    expect(await state()).toEqual(["confirmed"]);
    await send([{ ...cell, value: 900, status: "A" }]);
    expect(await state()).toEqual(["confirmed"]);
    await send([{ ...cell, value: 90, status: "A", note: "đính chính" }]);
    expect(await state()).toEqual(["resolved"]);
    await send([{ ...cell, value: 900, status: "A", note: "như trước" }]);
    expect(await state()).toEqual(["confirmed"]);
    await send([{ ...cell, value: 950, status: "A", note: "số khác" }]);
    expect(await state()).toEqual(["open"]);
    // As of each commit the API tells what stood then: open, confirmed, resolved, confirmed again, open again.
    const steps = await opened.store.read((tx) => eventsOfFlag(tx, flag?.id ?? 0));
    const row = { indicator: "t.a", area: "34", breakdownKey: "", ordinal: flag?.ordinal ?? 0, commitSeq: 0 } as const;
    const told = (asOf: number) =>
      opened.store.read((tx) => flagsOfRows(tx, [{ ...row, scenario: "actual", origin: "reported" }], { asOf }));
    const codes = await Promise.all(steps.map(async ({ commitSeq }) => (await told(commitSeq)).flat()));
    expect(steps.map(({ state: after }) => after)).toEqual(["open", "confirmed", "resolved", "confirmed", "open"]);
    expect(codes).toEqual([["range"], [], [], [], ["range"]]);
    expect(await told((steps[0]?.commitSeq ?? 0) - 1)).toEqual([[]]);
  });

  it("heal where what they are compared with is corrected, not only where they stand", async () => {
    await putRules();
    const months = ["01", "02", "03", "04", "05"].map((month) => ({
      indicator: "t.b",
      area: "35",
      period: `2025-${month}`,
      status: "P",
    }));
    const slip = { indicator: "t.b", area: "35", period: "2025-06", status: "P", value: 100 };
    await send([...months.map((cell) => ({ ...cell, value: 10 })), slip]);
    const state = async () => (await allFlags(opened.store)).find(({ rule }) => rule === "magnitude")?.state;
    expect(await state()).toBe("open");
    await send(months.map((cell) => ({ ...cell, value: 101 })));
    expect(await state()).toBe("resolved");
  });
});

const period = fc
  .integer({ min: 0, max: 17 })
  .map((at) => `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`);
const monthly = fc.record({
  indicator: fc.constantFrom("t.a", "t.a", "t.b"),
  area: fc.constantFrom("34", "34", ...AREAS),
  side: fc.constantFrom(null, null, null, "p", "q"),
  period,
});
const quarterly = fc.record({
  indicator: fc.constant("t.q"),
  area: fc.constantFrom(...AREAS),
  side: fc.constant(null),
  period: fc.constantFrom("2025-Q1", "2025-Q2", "2025-Q4"),
});
const anyRow = fc.record({
  cell: fc.oneof({ weight: 6, arbitrary: monthly }, { weight: 1, arbitrary: quarterly }),
  value: fc.constantFrom(10, 10, 11, 11, 12, 13, 20, 24, 100, 1000, 11_000, 0, -5, null, "retract"),
});

/** Whole series to begin with: rules that look back need something to look at. */
const STEADY: readonly SentRow[] = Array.from({ length: 18 }, (_, at) => ({
  area: "34",
  period: periodId({ type: "month", ordinal: periodFromId("2025-01", "month").ordinal + at }),
  status: "P",
})).flatMap((cell, at) => [
  { ...cell, indicator: "t.a", value: 10 + (at % 3) },
  { ...cell, indicator: "t.b", value: 11 + (at % 2) },
]);

/** The rows a feed could send: each cell once, nothing taken back that is not there. */
function acceptable(
  rows: readonly (typeof anyRow extends fc.Arbitrary<infer R> ? R : never)[],
  stored: ReadonlySet<string>,
): SentRow[] {
  const sent = new Map<string, SentRow>();
  for (const { cell, value } of rows) {
    const { indicator, area, period: at } = cell;
    const side = indicator === "t.a" ? cell.side : null;
    const key = `${indicator}|${area}|${side === null ? "" : `side=${side}`}|${at}`;
    const base = { indicator, area, period: at, note: "x", ...(side === null ? {} : { breakdown: { side } }) };
    if (value === "retract") {
      if (stored.has(key)) sent.set(key, { ...base, retract: true });
    } else sent.set(key, { ...base, value, status: value === null ? "M" : "P" });
  }
  return [...sent.values()];
}

async function storedCells(store: Store): Promise<Set<string>> {
  const { series, cells } = await store.read(async (tx) => ({
    series: new Map((await tx.db.select().from(tx.schema.series)).map((row) => [row.id, row])),
    cells: await tx.db.select().from(tx.schema.observation),
  }));
  return new Set(
    cells.flatMap(({ seriesId, ordinal, retracted }) => {
      const own = series.get(seriesId);
      if (own === undefined || own.origin !== "reported" || retracted === 1) return [];
      const { indicator, area, breakdownKey } = own;
      return [`${indicator}|${area}|${breakdownKey}|${periodId({ type: own.periodType, ordinal })}`];
    }),
  );
}

function allFlags(store: Store) {
  return store.read((tx) => listFlags(tx, {}, { limit: 1_000_000 }));
}

async function unresolved(store: Store): Promise<Broken> {
  const flags = (await allFlags(store)).filter(({ state }) => state !== "resolved");
  return flags.map((flag) => said(flag, evidenceOf(flag.finding))).sort();
}

async function fromScratch(
  store: Store,
  { catalogue: cache }: { catalogue: ReturnType<typeof createCatalogueCache> },
): Promise<Broken> {
  return store.read(async (tx) => {
    const catalogue = await cache.current(tx);
    const found: string[] = [];
    for (const rule of RULES) {
      const extents = (await seriesExtents(tx, rule.indicator)).filter((it) => it.origin === "reported");
      const series = extents.map(({ indicator, area, breakdownKey: breakdown, first, last }) => ({
        indicator,
        area,
        breakdown,
        ranges: [{ first, last }],
      }));
      const { broken } = await judgeAll(tx, { catalogue, rule, series });
      for (const { indicator, area, breakdown: breakdownKey, ordinal, finding } of broken)
        found.push(said({ rule: rule.code, indicator, area, breakdownKey, ordinal }, evidenceOf(finding)));
    }
    return [...new Set(found)].sort();
  });
}

function said(key: FlagKey, evidence: string): string {
  return `${flagKeyText(key)} ${evidence}`;
}
