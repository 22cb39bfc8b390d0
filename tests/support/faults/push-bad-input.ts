import { Agent } from "node:http";
import { join } from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import { z } from "zod";
import { launchProductionServer } from "../production-server.ts";
import { type BadRequest, badRequest, type Expected } from "./bad-requests.ts";
import type { FaultWorld } from "./fault-world.ts";
import { FINAL_ROW } from "./row-faults.ts";
import { type Answer, exchange } from "./sender.ts";

/** What a server made of bad input. */
export interface BadInputOutcome {
  readonly requests: number;
  readonly answers: Readonly<Record<string, number>>;
  /** Row codes and request codes that were produced. */
  readonly codes: ReadonlySet<string>;
  /** Requests of which the fault was known. */
  readonly known: number;
  readonly serverErrors: number;
  /** Answers that acknowledge nothing although something was written. */
  readonly partialWrites: number;
  /** Known faults that were told otherwise or not at all. */
  readonly wronglyTold: number;
  readonly findings: readonly string[];
}

const MOST_TOLD = 12;
const AT_ONCE = 500;

const Told = z.object({
  code: z.string().optional(),
  receipt: z.object({ id: z.string() }).nullish(),
  errors: z.array(z.object({ code: z.string(), pointer: z.string() })).optional(),
  errorCount: z.number().optional(),
});
type Told = z.infer<typeof Told>;

/** One sender, as fast as it is answered: the limit of a key would answer in place of what is asked about. */
const UNLIMITED = { BOCHISO_REQUESTS_PER_SECOND: "100000" };

/** Sends generated bad requests one after the other and looks after each of them what was written. */
export async function pushBadInput(options: {
  readonly world: FaultWorld;
  readonly entry: string;
  readonly requests: number;
  readonly seed: number;
  readonly log?: (message: string) => void;
}): Promise<BadInputOutcome> {
  const { world, entry, requests, seed, log = () => undefined } = options;
  const server = launchProductionServer({ dataDir: world.dataDir, demo: "0", entry, variables: UNLIMITED });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const tally = new Tally();
  try {
    const url = await server.address;
    const send = ({ path, headers, body }: Omit<BadRequest, "name" | "expected">) =>
      exchange(new URL(path, url), { method: "POST", headers, body, agent });
    const stored = await send(firstOf(world));
    if (stored?.status !== 201) throw new Error(`the sound row was answered ${stored?.status} ${stored?.text}`);
    const head = commitsIn(world);
    let before = head();
    for (let done = 0; done < requests; done += AT_ONCE) {
      for (const make of fc.sample(badRequest, { numRuns: Math.min(AT_ONCE, requests - done), seed: seed + done })) {
        const request = make(world.keys);
        const answer = await send(request);
        const now = head();
        tally.add(request, answer, now - before);
        before = now;
      }
      log(`${Math.min(requests, done + AT_ONCE)} of ${requests} requests, ${tally.findings.length} findings`);
    }
    return tally.outcome();
  } finally {
    agent.destroy();
    await server.stop();
  }
}

function firstOf(world: FaultWorld): Omit<BadRequest, "name" | "expected"> {
  return {
    path: "/api/v1/submissions",
    headers: {
      authorization: `Bearer ${world.keys.feeds["mof.customs"]}`,
      "idempotency-key": "final",
      "content-type": "application/json",
    },
    body: Buffer.from(JSON.stringify({ feed: "mof.customs", observations: [FINAL_ROW] })),
  };
}

/** The number of the last commit, read from the file beside the server. */
function commitsIn({ dataDir }: FaultWorld): () => number {
  const database = new Database(join(dataDir, "bochiso.db"), { readonly: true });
  const head = database.prepare<[], { seq: number }>("SELECT seq FROM commit_counter");
  return () => head.get()?.seq ?? 0;
}

class Tally {
  readonly findings: string[] = [];
  readonly #answers: Record<string, number> = {};
  readonly #codes = new Set<string>();
  #requests = 0;
  #known = 0;
  #serverErrors = 0;
  #partialWrites = 0;
  #wronglyTold = 0;

  add({ name, body, expected, path }: BadRequest, answer: Answer, commits: number): void {
    this.#requests += 1;
    const say = (what: string): void => {
      if (this.findings.length < MOST_TOLD)
        this.findings.push(`${name} ${path} ${what}: ${body.toString("utf8").slice(0, 300)}`);
    };
    if (answer === null) {
      this.#serverErrors += 1;
      say("was not answered");
      return;
    }
    const told = toldBy(answer.text);
    const { status } = answer;
    const said = `${status} ${told.code ?? ""}`.trim();
    this.#answers[said] = (this.#answers[said] ?? 0) + 1;
    for (const code of [told.code, ...(told.errors ?? []).map((error) => error.code)])
      if (code !== undefined) this.#codes.add(code);
    if (status >= 500) {
      this.#serverErrors += 1;
      say(`was answered ${said}`);
    }
    if (commits !== commitsDue(status, told)) {
      this.#partialWrites += 1;
      say(`was answered ${said} after ${commits} commits`);
    }
    if (expected === null) return;
    this.#known += 1;
    if (isAsExpected(expected, status, told)) return;
    this.#wronglyTold += 1;
    say(`should say ${JSON.stringify(expected)}, says ${answer.text.slice(0, 300)}`);
  }

  outcome(): BadInputOutcome {
    return {
      requests: this.#requests,
      answers: this.#answers,
      codes: this.#codes,
      known: this.#known,
      serverErrors: this.#serverErrors,
      partialWrites: this.#partialWrites,
      wronglyTold: this.#wronglyTold,
      findings: this.findings,
    };
  }
}

function toldBy(text: string): Told {
  try {
    return Told.catch({}).parse(JSON.parse(text));
  } catch {
    return {};
  }
}

/** A receipt is one commit; a State secret is remembered without content; nothing else leaves a trace. */
function commitsDue(status: number, { receipt, errors = [] }: Told): number {
  const stores = status === 201 || (status === 422 && receipt !== undefined && receipt !== null);
  return (stores ? 1 : 0) + (errors.some(({ code }) => code === "state-secret-refused") ? 1 : 0);
}

function isAsExpected(expected: Expected, status: number, { code, errors = [], errorCount }: Told): boolean {
  if (expected.kind === "request") return status === expected.status && code === expected.code;
  const [error] = errors;
  return status === 422 && errorCount === 1 && error?.code === expected.code && error.pointer === expected.pointer;
}
