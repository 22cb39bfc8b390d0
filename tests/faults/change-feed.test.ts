import { expect, it, vi } from "vitest";
import { BROKEN } from "../support/faults/broken-code.ts";
import { createChance } from "../support/faults/chance.ts";
import { ChangeReader, checkReader, type ReaderReport } from "../support/faults/change-reader.ts";
import { inFaultWorld, withStore } from "../support/faults/in-fault-world.ts";
import { pushWhileRead } from "../support/faults/push-while-read.ts";
import { brokenBuild, serverBuild } from "../support/faults/server-build.ts";

// Starting servers takes long on a busy machine; nothing here is measured.
vi.setConfig({ testTimeout: 240_000 });

const readBeside = (entry: string): Promise<ReaderReport & { readonly stops: number }> =>
  inFaultWorld(async (world) => {
    const reader = new ChangeReader(world.keys.reader, createChance(9));
    await pushWhileRead({ world, entry, reader, acknowledgements: 40, seed: 9 });
    return withStore(world, async (store) => ({ ...(await checkReader(store, reader)), stops: reader.stops }));
  });

it("sinceSeq delivers every change exactly once and in order to a reader that stops and starts at random", async () => {
  const { changes, stops, ...wrong } = await readBeside(await serverBuild());
  expect(wrong).toEqual({ missed: 0, twice: 0, outOfOrder: 0 });
  expect(changes).toBeGreaterThan(100);
  expect(stops).toBeGreaterThan(0);
});

it("A page that forgets where in a commit it ended would be found out", async () => {
  const { missed } = await readBeside(await brokenBuild(BROKEN.forgetfulCursor));
  expect(missed).toBeGreaterThan(0);
});
