import { expect, it, vi } from "vitest";
import { pushOverBrokenLine } from "../support/faults/broken-line.ts";
import { checkStore } from "../support/faults/check-store.ts";
import { inFaultWorld, withStore } from "../support/faults/in-fault-world.ts";
import { serverBuild } from "../support/faults/server-build.ts";

// Starting servers takes long on a busy machine; nothing here is measured.
vi.setConfig({ testTimeout: 240_000 });
const RETRIES = 60;

const overBrokenLine = (freshKeys: boolean) =>
  inFaultWorld(async (world) => {
    const entry = await serverBuild();
    const { ledger } = await pushOverBrokenLine({ world, entry, senders: 6, retries: RETRIES, seed: 3, freshKeys });
    return { ledger, report: await withStore(world, (store) => checkStore(store, ledger)) };
  });

it("A batch is applied once, however often its answer is lost and it is sent again", async () => {
  const { ledger, report } = await overBrokenLine(false);
  expect(report.findings).toEqual([]);
  expect(report.submissions).toBe(ledger.promised.length);
  expect(ledger.retries).toBeGreaterThanOrEqual(RETRIES);
  expect(ledger.replayed).toBeGreaterThan(0);
  expect(ledger.recovered.size).toBeGreaterThan(0);
});

it("A batch would be found doubled if it were sent again under a fresh key", async () => {
  expect((await overBrokenLine(true)).report.doubled).toBeGreaterThan(0);
});
