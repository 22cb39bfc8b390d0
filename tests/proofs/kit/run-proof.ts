import { readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { machine } from "./machine.ts";
import type { Proof } from "./proof-definition.ts";

export interface ProofOutcome {
  readonly exitCode: number;
  /** The one JSON line of the result, or what to type instead. */
  readonly output: string;
}

export interface ProofRequest {
  /** Folder of the proofs: each `<name>.ts` in it, except the dispatcher, is one. */
  readonly folder: string;
  readonly name: string | undefined;
  readonly args: readonly string[];
  readonly log: (message: string) => void;
}

const DISPATCHER = "proof";

/** Runs one proof. It succeeds when the goal is met and the negative control failed, as it must. */
export async function runProof({ folder, name, args, log }: ProofRequest): Promise<ProofOutcome> {
  const names = proofNames(folder);
  if (name === undefined || !names.includes(name)) {
    const known = names.length > 0 ? names.map((each) => `  ${each}`).join("\n") : "  (none yet)";
    return { exitCode: 2, output: `Usage: pnpm proof <name>\n\nProofs:\n${known}` };
  }
  const proof = proofOf(await import(`${pathToFileURL(folder).href}/${name}.ts`), name);
  log(proof.promise);
  const result = await proof.run({ args, log });
  const line = { proof: name, promise: proof.promise, ...result, machine: machine() };
  return { exitCode: result.passed && result.control.failed ? 0 : 1, output: JSON.stringify(line) };
}

function proofNames(folder: string): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  return files
    .map((file) => file.slice(0, -".ts".length))
    .filter((name) => name !== DISPATCHER)
    .sort();
}

function proofOf(module: { readonly proof?: Proof }, name: string): Proof {
  if (typeof module.proof?.run !== "function") throw new Error(`${name}.ts does not export a proof.`);
  return module.proof;
}
