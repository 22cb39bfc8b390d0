import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { runProof } from "./run-proof.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bcs-proof-"));
  writeFileSync(join(folder, "proof.ts"), "");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writeProof(name: string, passed: boolean, failed: boolean): void {
  const result = { figures: { ratioToBare: 0.7 }, passed, control: { broken: "no fsync", failed } };
  const code = `export const proof = { promise: "Fast.", run: async () => (${JSON.stringify(result)}) };`;
  writeFileSync(join(folder, `${name}.ts`), code);
}

const run = (name: string | undefined) => runProof({ folder, name, args: [], log: () => undefined });

it("prints one JSON line with the figures, the control and the machine", async () => {
  writeProof("speed", true, true);
  const { exitCode, output } = await run("speed");
  expect(exitCode).toBe(0);
  expect(output).not.toContain("\n");
  expect(JSON.parse(output)).toMatchObject({
    proof: "speed",
    passed: true,
    figures: { ratioToBare: 0.7 },
    control: { broken: "no fsync", failed: true },
    machine: { node: process.versions.node },
  });
});

it.each([
  ["the goal is missed", false, true],
  ["the negative control passes", true, false],
])("fails when %s", async (_case, passed, failed) => {
  writeProof("speed", passed, failed);
  expect((await run("speed")).exitCode).toBe(1);
});

it.each([[undefined], ["nothing"], ["proof"]])("lists the proofs for the name %s", async (name) => {
  writeProof("speed", true, true);
  writeProof("live", true, true);
  expect(await run(name)).toEqual({ exitCode: 2, output: "Usage: pnpm proof <name>\n\nProofs:\n  live\n  speed" });
});

it("refuses a file that exports no proof", async () => {
  writeFileSync(join(folder, "empty.ts"), "export const x = 1;");
  await expect(run("empty")).rejects.toThrow("does not export a proof");
});
