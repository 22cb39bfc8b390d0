import { appendDefinitions } from "@bochiso/db/repositories/catalogue";
import type { Store } from "@bochiso/db/store";
import { IndicatorCode, type IndicatorDefinition } from "@bochiso/shared/indicator";
import fc from "fast-check";
import { markCatalogueChanged } from "../../../server/src/catalogue/catalogue-cache.ts";
import { loadCatalogue } from "../../../server/src/catalogue/load-catalogue.ts";
import { markRulesComputed } from "../../../server/src/compute/rules-fingerprint.ts";
import { anIndicator } from "../../support/calculation/an-indicator.ts";
import type { DefinitionEdit } from "../../support/calculation/change-definitions.ts";
import { WORLD } from "./world.ts";

const none = { area: "none", time: "none" } as const;
const weight = (code: string) => IndicatorCode.parse(code);

/** Edits of the world's definitions that the checks let pass, of every kind; each on its own. */
export const EDITS: readonly DefinitionEdit[] = [
  { code: "d.sum", formula: "t.x * 2 - t.y" },
  { code: "d.sum", formula: "t.x" },
  { code: "d.sum", aggregation: { area: "mean", time: "sum" } },
  { code: "d.over", formula: "sum(t.y over area)" },
  { code: "d.over", aggregation: { area: "sum", time: "none" } },
  { code: "d.roll", formula: "rollingSum(t.y, 2)" },
  { code: "d.rmean", formula: "rollingMean(t.brk, 3) - t.x" },
  { code: "d.ymean", formula: null, aggregation: { area: "sum", time: "sum" } },
  { code: "d.quarter", formula: "d.sum - t.y" },
  { code: "d.in", formula: "inPeriod(t.cum) + t.x" },
  { code: "d.by", formula: "sum(t.x over ownership) - t.x[ownership=FDI]" },
  { code: "d.target", formula: "t.x:target - t.x" },
  { code: "d.or", formula: "coalesce(lag(t.x, 12), t.y)" },
  { code: "d.if", formula: "if(t.y > t.part, t.part, t.y)" },
  { code: "d.ago", formula: "yearAgo(t.max)" },
  { code: "d.own", formula: "t.x[ownership=_T] - t.x" },
  { code: "d.own", aggregation: { area: "max", time: "max" } },
  { code: "d.w", aggregation: { area: "weighted", time: "none", weight: weight("t.pop") } },
  { code: "d.halves", formula: "t.half - t.x" },
  { code: "d.days", formula: null },
  { code: "d.annual", formula: "t.quarter + t.pop" },
  { code: "d.step", retired: true },
  { code: "d.chain", retired: true },
  { code: "t.brk", breaks: [] },
  { code: "t.brk", breaks: [{ from: "2025-01", reason: { vi: "Đổi", en: "Changed" } }] },
  { code: "t.x", aggregation: { area: "max", time: "sum" } },
  { code: "t.y", aggregation: { area: "none", time: "sum" } },
  { code: "t.part", aggregation: { area: "sum", time: "sum" } },
  { code: "t.mean", aggregation: { area: "weighted", time: "none", weight: weight("t.pop") } },
  { code: "t.w", aggregation: { area: "mean", time: "mean" } },
  { code: "t.min", direction: "lower" },
  { code: "t.none", decimals: 0, acceptsReported: true, limits: { min: -1e18, max: null, minExclusive: false } },
  anIndicator("n.first", { formula: "t.x - t.part" }),
  anIndicator("n.second", { formula: "t.y - t.y@VN", aggregation: none }),
];

/** What happens around a change: which edits, after which step of the history, how many steps between two pushes. */
export interface ChangePlan {
  readonly edits: readonly number[];
  readonly after: number;
  readonly pace: readonly number[];
}

export const changePlan: fc.Arbitrary<ChangePlan> = fc.record({
  edits: fc.uniqueArray(fc.nat(EDITS.length - 1), { minLength: 1, maxLength: 4 }),
  after: fc.nat(4),
  pace: fc.array(fc.nat(12), { minLength: 1, maxLength: 4 }),
});

/** The chosen edits, the first one of each indicator. */
export function chosenEdits({ edits }: Pick<ChangePlan, "edits">): DefinitionEdit[] {
  const chosen = edits.flatMap((at) => EDITS[at] ?? []);
  return [...Map.groupBy(chosen, ({ code }) => code).values()].flatMap(([first]) => first ?? []);
}

/** Puts the world's own definitions in force again and forgets every change. */
export async function restoreDefinitions(store: Store): Promise<void> {
  await store.write(async (tx) => {
    const { stagedCell, stagedSeries, definitionChange, definitionVersion, indicator } = tx.schema;
    for (const table of [stagedCell, stagedSeries, definitionChange, definitionVersion, indicator])
      await tx.db.delete(table);
    const commit = await tx.nextCommit("2023-01-01T00:00:00.000Z");
    const fixed = { author: "test", approvedBy: "test.2", approvedAt: commit.recordedAt };
    const definitions: readonly IndicatorDefinition[] = WORLD.definitions;
    await appendDefinitions(
      tx,
      commit,
      definitions.map((definition) => ({ definition, ...fixed })),
    );
    await markCatalogueChanged(tx, commit);
    await markRulesComputed(tx, await loadCatalogue(tx, "restored"));
  });
}
