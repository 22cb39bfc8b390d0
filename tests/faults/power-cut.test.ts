import { beforeAll, describe, expect, it, vi } from "vitest";
import { BROKEN } from "../support/faults/broken-code.ts";
import { whyNoLoopDisk } from "../support/faults/loop-disk.ts";
import { powerCuts } from "../support/faults/power-cuts.ts";
import { brokenBuild, serverBuild } from "../support/faults/server-build.ts";

// Starting servers takes long on a busy machine; nothing here is measured.
vi.setConfig({ testTimeout: 240_000 });

let impossible: string | null = null;
beforeAll(async () => {
  impossible = await whyNoLoopDisk();
});

describe("a server whose disk loses its power", () => {
  it("has everything that was acknowledged before", async (context) => {
    if (impossible !== null) return context.skip(impossible);
    const entry = await serverBuild();
    const { report, ledger, cuts, differing } = await powerCuts({
      entry,
      acknowledgements: 120,
      between: 100,
      seed: 5,
    });
    expect(report.findings).toEqual([]);
    expect(report.submissions).toBeGreaterThanOrEqual(ledger.acknowledged.size);
    expect(cuts).toBeGreaterThan(0);
    expect(differing).toBe(0);
  });

  it("would be found out if it did not flush every commit", async (context) => {
    if (impossible !== null) return context.skip(impossible);
    const entry = await brokenBuild(BROKEN.lazySync);
    const { report } = await powerCuts({ entry, acknowledgements: 40, between: 40, seed: 5 });
    expect(report.lost).toBeGreaterThan(0);
  });
});
