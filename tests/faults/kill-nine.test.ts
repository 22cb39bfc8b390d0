import { describe, expect, it, vi } from "vitest";
import { BROKEN } from "../support/faults/broken-code.ts";
import { checkComputed } from "../support/faults/check-computed.ts";
import { checkStore } from "../support/faults/check-store.ts";
import { inFaultWorld, withStore } from "../support/faults/in-fault-world.ts";
import { killRounds } from "../support/faults/kill-rounds.ts";
import { brokenBuild, serverBuild } from "../support/faults/server-build.ts";

// Starting servers takes long on a busy machine; nothing here is measured.
vi.setConfig({ testTimeout: 240_000 });

describe("a server that is killed under load", () => {
  it("has every acknowledged row exactly once, and computed what follows from them", async () => {
    await inFaultWorld(async (world) => {
      const { ledger, kills } = await killRounds({
        world,
        entry: await serverBuild(),
        kills: 2,
        senders: 8,
        seed: 7,
      });
      await withStore(world, async (store) => {
        const { findings, submissions, acknowledgedRows, revisions } = await checkStore(store, ledger);
        expect(findings).toEqual([]);
        expect([kills, submissions]).toEqual([2, ledger.acknowledged.size]);
        expect(revisions).toBe(acknowledgedRows);
        expect(submissions).toBeGreaterThan(8);
        const computed = await checkComputed(store);
        expect(computed).toMatchObject({ differing: 0, wrongBalances: 0 });
        expect(computed.computedCells).toBeGreaterThan(0);
      });
    });
  });

  it("would be found out if it answered before it committed", async () => {
    await inFaultWorld(async (world) => {
      const entry = await brokenBuild(BROKEN.earlyAnswer);
      const { ledger } = await killRounds({ world, entry, kills: 1, senders: 4, seed: 7 });
      const report = await withStore(world, (store) => checkStore(store, ledger));
      expect(report.lost).toBeGreaterThan(0);
    });
  });
});
