import { appendDefinitions } from "@bochiso/db/repositories/catalogue";
import type { Store } from "@bochiso/db/store";
import { openTestStore } from "@bochiso/db/testing";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { describe, expect, it } from "vitest";
import { createCatalogueCache, markCatalogueChanged } from "../../server/src/catalogue/catalogue-cache.ts";
import { stageReleasedDefinitions } from "../../server/src/definitions/stage-released-definitions.ts";
import { fixedClock } from "../../server/src/platform/clock.ts";
import { SMALL_COUNTRY } from "../../shared/src/aggregation/testing/index.ts";
import { anIndicator } from "../support/calculation/an-indicator.ts";
import { createDefinitionChanges } from "../support/calculation/change-definitions.ts";
import { createPush } from "../support/calculation/push-rows.ts";
import { saveCatalogue } from "../support/calculation/save-catalogue.ts";

const NONE = { area: "none", time: "none" } as const;
const FIRST = [
  anIndicator("t.a", { aggregation: NONE }),
  anIndicator("d.twice", { formula: "t.a * 2", aggregation: NONE }),
  anIndicator("d.next", { formula: "d.twice + 1", aggregation: NONE }),
];
/** The same release with other formulas. */
const otherwise = (formulas: Readonly<Record<string, string>>): IndicatorDefinition[] =>
  FIRST.map((it) => ({ ...it, formula: formulas[it.code] ?? it.formula }));
const SECOND = otherwise({ "d.twice": "t.a * 3" });
const clock = fixedClock("2027-01-01T00:00:00Z");

async function installed() {
  const { store, close } = await openTestStore({});
  await saveCatalogue(store, { definitions: FIRST, areas: SMALL_COUNTRY.filter(({ simulated }) => !simulated) });
  // As the seed of a first release leaves them.
  await store.write((tx) => tx.db.update(tx.schema.definitionVersion).set({ author: "seed", approvedBy: null }));
  await createPush(store)([{ indicator: "t.a", area: "34", period: "2025-01", value: 10, status: "P" }]);
  const deps = { store, clock, catalogue: createCatalogueCache() };
  const release = (definitions: readonly IndicatorDefinition[]) => stageReleasedDefinitions(deps, definitions);
  return { store, close, release, changes: createDefinitionChanges(store, { clock }) };
}

async function values(store: Store): Promise<Record<string, number | null>> {
  const { series, cells } = await store.read(async (tx) => ({
    series: await tx.db.select().from(tx.schema.series),
    cells: await tx.db.select().from(tx.schema.observation),
  }));
  const computed = series.filter(({ origin, area }) => origin === "computed" && area === "34");
  return Object.fromEntries(
    computed.map(({ id, indicator }) => [indicator, cells.find(({ seriesId }) => seriesId === id)?.value ?? null]),
  );
}

async function actions(store: Store): Promise<string[]> {
  const found = await store.read((tx) => tx.db.select().from(tx.schema.auditEntry));
  return found.map(({ action }) => action);
}

/** A steward's own version of an indicator, approved. */
async function stewardDefines(store: Store, code: string, formula: string): Promise<void> {
  const definition = FIRST.find((it) => it.code === code);
  if (definition === undefined) throw new Error(code);
  await store.write(async (tx) => {
    const commit = await tx.nextCommit("2026-01-01T00:00:00.000Z");
    const own = { ...definition, formula, version: 2 };
    await appendDefinitions(tx, commit, [{ definition: own, author: "soan", approvedBy: "duyet", approvedAt: null }]);
    await markCatalogueChanged(tx, commit);
  });
}

describe("definitions that a newer release changes", () => {
  it("come into force as one change, computed beside what is shown until the switch", async () => {
    const { store, close, release, changes } = await installed();
    expect(await release(FIRST)).toEqual({ kind: "kept" });
    expect(await release(SECOND)).toMatchObject({ kind: "staged", indicators: ["d.twice", "d.next"] });
    expect(await values(store)).toEqual({ "d.twice": 20, "d.next": 21 });
    // A restart in between stages nothing twice.
    expect(await release(SECOND)).toEqual({ kind: "kept" });
    await changes.finish();
    expect(await values(store)).toEqual({ "d.twice": 30, "d.next": 31 });
    expect(await release(SECOND)).toEqual({ kind: "kept" });
    expect(await actions(store)).toEqual(
      expect.arrayContaining(["definition-change.staged", "definition-change.in-force"]),
    );
    expect((await changes.list()).map(({ author, approvedBy }) => [author, approvedBy])).toEqual([["seed", null]]);
    await close();
  });

  it("do not come back once a steward has cancelled them, until the release after", async () => {
    const { close, release, changes } = await installed();
    const staged = await release(SECOND);
    if (staged.kind === "staged") await changes.cancel(staged.id);
    expect(await release(SECOND)).toEqual({ kind: "kept" });
    expect((await release(otherwise({ "d.twice": "t.a * 4" }))).kind).toBe("staged");
    await close();
  });

  it("never take the place of a steward's version", async () => {
    const { store, close, release } = await installed();
    await stewardDefines(store, "d.twice", "t.a * 5");
    expect(await release(SECOND)).toEqual({ kind: "kept" });
    await close();
  });

  it("are refused where they do not fit what is in force, which the audit says once", async () => {
    const { store, close, release, changes } = await installed();
    for (let start = 0; start < 2; start += 1) {
      expect(await release(otherwise({ "d.twice": "t.nothing" }))).toMatchObject({ kind: "refused" });
    }
    expect(await changes.list()).toEqual([]);
    const told = await actions(store);
    expect(told.filter((action) => action === "definition-change.refused")).toHaveLength(1);
    await close();
  });
});
