import { headCommit } from "@bochiso/db/repositories/commits";
import { saveContract } from "@bochiso/db/repositories/feeds";
import { listObservations } from "@bochiso/db/repositories/observations";
import { listFlags } from "@bochiso/db/repositories/quality";
import { sideBySide } from "@bochiso/db/writer";
import { QualityRule } from "@bochiso/shared/quality";
import { beforeEach, describe, expect, it } from "vitest";
import { createCatalogueCache } from "../../server/src/catalogue/catalogue-cache.ts";
import { decideSubmission } from "../../server/src/feeds/decide-submission.ts";
import { previewHeld } from "../../server/src/feeds/preview-held.ts";
import { previewDecision } from "../../server/src/modules/feeds/preview-decision.ts";
import { systemClock } from "../../server/src/platform/clock.ts";
import { putQualityRules } from "../../server/src/quality/put-rules.ts";
import { SMALL_COUNTRY } from "../../shared/src/aggregation/testing/index.ts";
import { anIndicator } from "../support/calculation/an-indicator.ts";
import { createPush, type SentRow } from "../support/calculation/push-rows.ts";
import { saveCatalogue } from "../support/calculation/save-catalogue.ts";
import { useContractWorld } from "./world/contract-world.ts";

const AREA = "vn63:10";
const BY = { name: "Trần Thị Duyệt", position: "Phó cục trưởng" };
const AT = "2027-01-02T00:00:00.000Z";
const CONTRACT = { active: true, gapPolicy: "record", requireDigest: false, requireSignOff: true } as const;
const text = (vi: string) => ({ vi, en: vi });
const RULE = QualityRule.parse({
  code: "p.range",
  version: 1,
  indicator: "p.above",
  check: { kind: "range", min: 0, max: 100 },
  severity: "warning",
  name: text("Khoảng hợp lý"),
  basis: text("thử"),
  review: "initial-import",
});

describe.each(["sqlite", "postgres"] as const)("what an approval would bring about, on %s", (dialect) => {
  const world = useContractWorld(dialect);
  const deps = () => ({
    store: world.store,
    catalogue: createCatalogueCache(),
    clock: systemClock,
    turns: sideBySide,
  });

  beforeEach(async () => {
    await saveCatalogue(world.store, {
      areas: SMALL_COUNTRY.filter(({ simulated }) => !simulated),
      definitions: [
        anIndicator("p.above"),
        anIndicator("p.below"),
        anIndicator("p.ratio", { formula: "p.above / p.below", aggregation: { area: "recompute", time: "none" } }),
      ],
      feedOf: (indicator) => (indicator === "p.above" ? "feed.signed" : "feed.other"),
    });
    const contract = { ...CONTRACT, schedule: [], heartbeatMinutes: null };
    await world.store.write((tx) => saveContract(tx, "feed.signed", contract));
    await putQualityRules(deps(), { rules: [RULE], actor: "test" });
  });

  const row = (indicator: string, value: number, period = "2023-03") => ({
    indicator,
    area: AREA,
    period,
    value,
    status: "E",
  });

  async function hold(rows: readonly SentRow[], keyPrefix: string): Promise<string> {
    const output = await createPush(world.store, { feed: "feed.signed", keyPrefix })(rows);
    if (output.kind !== "stored") throw new Error(JSON.stringify(output));
    return output.submission;
  }

  const other = (value: number) => createPush(world.store, { feed: "feed.other", keyPrefix: `o${value}` });
  const preview = (submission: string) => previewHeld(deps(), { submission });
  const approve = (submission: string) =>
    decideSubmission(deps(), { submission, decision: "approve", note: null, by: BY, at: AT });

  async function state() {
    return await world.store.read(async (tx) => ({
      head: await headCommit(tx),
      values: (await listObservations(tx, { limit: 100 })).observations.map((it) => [it.indicator, it.value]),
      flags: (await listFlags(tx, {}, { limit: 10 })).map(({ rule }) => rule),
    }));
  }

  /** The previewed cells as `indicator: before → after`. */
  async function told(submission: string): Promise<string[]> {
    const found = await preview(submission);
    if (found.kind !== "effect") throw new Error(JSON.stringify(found));
    return found.effect.derived
      .filter(({ cell }) => cell.area === AREA)
      .map(({ cell, before, after }) => `${cell.indicator}: ${before?.value ?? null} → ${after.value}`);
  }

  it("is what the approval does, flags included, and leaves nothing behind", async () => {
    await other(4)([row("p.below", 4)]);
    const held = await hold([row("p.above", 200), row("p.above", 8, "2023-04")], "first");
    const before = await state();
    const found = await preview(held);
    expect(found).toMatchObject({ kind: "effect", counts: { received: 2, created: 2 }, effect: { flagCount: 1 } });
    expect(await told(held)).toContain("p.ratio: null → 50");
    expect(await state()).toEqual(before);
    const decided = await approve(held);
    expect(decided).toMatchObject({ kind: "decided", approval: { counts: { created: 2 } } });
    const after = await state();
    expect(after.flags).toEqual(["p.range"]);
    expect(after.values).toContainEqual(["p.ratio", 50]);
  });

  it("stands on what is stored by now, whatever was stored when the submission came", async () => {
    await other(4)([row("p.below", 4)]);
    const [first, second] = [await hold([row("p.above", 8)], "first"), await hold([row("p.above", 12)], "second")];
    expect(await told(second)).toContain("p.ratio: null → 3");
    await approve(first);
    await other(2)([row("p.below", 2)]);
    expect(await told(second)).toContain("p.ratio: 4 → 6");
    expect(await preview(second)).toMatchObject({ counts: { created: 0, revised: 1 } });
  });

  it("tells the rows that newer values have overtaken, as the approval would, and nothing of the others", async () => {
    const held = await hold([row("p.above", 8), row("p.above", 9, "2023-04")], "first");
    await approve(await hold([row("p.above", 7, "2023-04")], "second"));
    const found = await preview(held);
    expect(found).toMatchObject({ kind: "conflicts", count: 1, conflicts: [{ row: 1, code: "newer-value-stored" }] });
    expect(await approve(held)).toEqual(found);
  });

  it("has names for people, and is told of no submission that was decided", async () => {
    await other(4)([row("p.below", 4)]);
    const held = await hold([row("p.above", 200)], "first");
    const writer = { execute: ({ input }: { input: { submission: string } }) => previewHeld(deps(), input) };
    const asked = () => previewDecision({ ...deps(), writer, demo: "0" }, { submission: held });
    expect(await asked()).toMatchObject({
      kind: "effect",
      effect: {
        derived: expect.arrayContaining([
          expect.objectContaining({ indicatorName: text("p.ratio"), before: expect.anything() }),
        ]),
        flags: [{ rule: "p.range", severity: "warning", area: AREA }],
      },
    });
    await approve(held);
    await expect(asked()).rejects.toMatchObject({ code: "already-decided" });
  });
});
