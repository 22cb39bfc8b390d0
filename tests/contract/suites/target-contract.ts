import { appendTargetVersions, listTargets, targetVersions } from "@bochiso/db/repositories/targets";
import { Target } from "@bochiso/shared/target";
import { expect, it } from "vitest";
import { minute } from "../world/builders.ts";
import type { ContractWorld } from "../world/contract-world.ts";

const target = (changes: Record<string, unknown> = {}): Target =>
  Target.parse({
    id: "t1",
    indicator: "trade.export.value",
    area: "01",
    goal: { kind: "value", value: 1200.5 },
    by: "2026",
    legalBasis: { number: "42/NQ", date: "2025-12-10", issuer: { vi: "Hội đồng", en: "Council" }, clause: null },
    validity: { from: "2026-01-01", to: "2026-12-31" },
    ...changes,
  });

/** Targets are entities whose versions are appended by commit. */
export function targetContract(world: ContractWorld): void {
  const version = (it: Target, of: number, more: { retired?: boolean; reason?: string } = {}) => ({
    target: it,
    version: of,
    retired: more.retired ?? false,
    reason: more.reason ?? null,
    author: "seed",
  });
  const append = (at: number, ...added: ReturnType<typeof version>[]) =>
    world.store.write(async (tx) => appendTargetVersions(tx, await tx.nextCommit(minute(at)), added));

  it("keeps every version of a target and shows the ones of any commit, retired ones too", async () => {
    const [first, raised] = [target(), target({ goal: { kind: "value", value: 1300 } })];
    const other = target({ id: "t2", area: "vn63:24", breakdown: { ownership: "FDI" }, scenario: "plan" });
    await append(1, version(first, 1), version(other, 1));
    await append(2, version(raised, 2, { reason: "điều chỉnh" }));
    await append(3, version(other, 2, { retired: true, reason: "thay bằng chỉ tiêu khác" }));
    await world.store.read(async (tx) => {
      expect((await listTargets(tx)).map((it) => [it.target, it.version, it.commitSeq])).toEqual([[raised, 2, 2]]);
      expect((await listTargets(tx, { asOf: 1 })).map((it) => it.target)).toEqual([first, other]);
      expect((await listTargets(tx, { asOf: 2 })).map((it) => it.version)).toEqual([2, 1]);
      expect(await listTargets(tx, { asOf: 0 })).toEqual([]);
      expect((await listTargets(tx, { retired: true })).map((it) => [it.target.id, it.retired, it.reason])).toEqual([
        ["t1", false, "điều chỉnh"],
        ["t2", true, "thay bằng chỉ tiêu khác"],
      ]);
      expect((await listTargets(tx, { areas: ["vn63:24"], asOf: 2 })).map((it) => it.target)).toEqual([other]);
      expect(await listTargets(tx, { indicators: ["pi.plan"] })).toEqual([]);
      expect(await listTargets(tx, { areas: [] })).toEqual([]);
      expect((await targetVersions(tx, "t1")).map((it) => it.target)).toEqual([first, raised]);
    });
  });

  it("refuses a version that does not follow, and another cell under the same id", async () => {
    await append(1, version(target(), 1));
    await expect(append(2, version(target(), 1))).rejects.toMatchObject({
      code: "target-version",
      facts: { have: 1, got: 1 },
    });
    await expect(append(3, version(target({ by: "2027" }), 2))).rejects.toMatchObject({ code: "target-cell-changed" });
    await expect(append(4, version(target({ breakdown: { ownership: "FDI" } }), 2))).rejects.toMatchObject({
      code: "target-cell-changed",
    });
  });
}
