import { expect, it, vi } from "vitest";
import { BROKEN } from "../support/faults/broken-code.ts";
import { inFaultWorld } from "../support/faults/in-fault-world.ts";
import { pushBadInput } from "../support/faults/push-bad-input.ts";
import { brokenBuild, serverBuild } from "../support/faults/server-build.ts";

// Starting servers takes long on a busy machine; nothing here is measured.
vi.setConfig({ testTimeout: 240_000 });

const push = (entry: string, requests: number) =>
  inFaultWorld((world) => pushBadInput({ world, entry, requests, seed: 11 }));

it("Bad requests are the sender's fault, write nothing, and are told where they are wrong", async () => {
  const { findings, requests, known } = await push(await serverBuild(), 1_000);
  expect(findings).toEqual([]);
  expect([requests, known > 300]).toEqual([1_000, true]);
});

it("A check that is missing would be found out", async () => {
  const { wronglyTold } = await push(await brokenBuild(BROKEN.noLimits), 300);
  expect(wronglyTold).toBeGreaterThan(0);
});
