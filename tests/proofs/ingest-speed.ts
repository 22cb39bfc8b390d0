import { cpSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { SubmissionAnswer } from "../support/http/api-client.ts";
import { type SeededServer, seededTemplate, startSeededServer } from "../support/seeded-server.ts";
import { type Asker, askFromThread } from "./kit/ask-from-thread.ts";
import { bareDurableCommit, bareInsert, openStored, type StoredCommit, storedCommit } from "./kit/bare-inserts.ts";
import { median, round } from "./kit/figures.ts";
import type { Proof, ProofContext, ProofResult } from "./kit/proof-definition.ts";
import { FORMATS, type FormattedBody, provinceMonths } from "./kit/province-months.ts";
import { type TimedPush, timedPush } from "./kit/timed-push.ts";
import { writerStages } from "./kit/writer-stages.ts";

const GOAL_RATE = 0.5;
const GOAL_SINGLE = 3;
const FULL_ROWS = 100_000;
const SMALL_ROWS = 10_000;
/** As many as code that runs every day has seen: what is compiled on the way is not what is measured. */
const WARM_UP_ROWS = 20_000;
const BARE_RUNS = 3;
/** Single rows and bare commits take turns, so that both meet the same moods of the machine. */
const SINGLE_ROUNDS = 12;
const SINGLE_ROUND_MS = 300;
const BARE_PER_ROUND = 30;
const SINGLE_WARM_UP_MS = 2_000;
/** One sender, as fast as it is answered: what is measured is the server, not its limit per key. */
const UNLIMITED = { BOCHISO_REQUESTS_PER_SECOND: "100000" };
const CONTROL_ROWS_PER_SUBMISSION = 10;
const CONTROL_SUBMISSIONS = 60;

/** Years that no measurement shares with another, so that each finds new cells. */
const YEARS = { json: 1900, ndjson: 1935, csv: 1970, warmUp: 2012, singles: 2008, control: 2010 };

/**
 * One submission over HTTP against a bare prepared insert loop of exactly the rows it stored, in one transaction with the same
 * settings, on the same disk, in the same run; once for each format.
 */
export const proof: Proof = {
  promise:
    "100,000 observations in one submission (JSON, NDJSON, CSV), half with three or more dependants, at ≥ 0.5 × the rate of bare inserts of the same stored rows; one row at ≤ 3 × a bare durable commit.",
  run: async (context) => {
    const server = await startSeededServer({ variables: UNLIMITED });
    const sender = timedPush(server);
    try {
      return await measure({ ...server, sender }, context);
    } finally {
      sender.close();
      await server.remove();
    }
  },
};

interface Measured extends SeededServer {
  readonly sender: TimedPush;
}

async function measure(server: Measured, { args, log }: ProofContext): Promise<ProofResult> {
  const count = args.includes("--small") ? SMALL_ROWS : FULL_ROWS;
  log(`warming up with ${WARM_UP_ROWS} rows`);
  await push(server, FORMATS.json(provinceMonths(WARM_UP_ROWS, YEARS.warmUp)));
  const json = await pushBulk(server, "json", { count, log });
  const ndjson = await pushBulk(server, "ndjson", { count, log });
  const csv = await pushBulk(server, "csv", { count, log });
  log("pushing single rows beside bare one-row commits");
  const single = await pushSingles(server);
  log("control: the same in many small submissions");
  const control = await pushInPieces(server);
  const singleRatio = single.ms / single.bareMs;
  const stages = args.includes("--breakdown") ? await breakdown(server, single.ms, log) : {};
  return {
    figures: {
      rows: count,
      storedRows: json.storedRows,
      derivedRows: json.derivedRows,
      rateGoal: GOAL_RATE,
      ...named("json", json),
      ...named("ndjson", ndjson),
      ...named("csv", csv),
      singlesMeasured: single.count,
      singleRowMedianMs: round(single.ms),
      bareCommitMedianMs: round(single.bareMs),
      singleRatio: round(singleRatio),
      singleGoal: GOAL_SINGLE,
      controlRateRatio: round(control),
      ...stages,
      databaseMb: Math.round(statSync(join(server.dataDir, "bochiso.db")).size / 1e6),
    },
    passed: [json, ndjson, csv].every(({ rate }) => rate >= GOAL_RATE) && singleRatio <= GOAL_SINGLE,
    control: {
      broken: `one commit per ${CONTROL_ROWS_PER_SUBMISSION} rows instead of one per batch`,
      failed: control < GOAL_RATE,
    },
  };
}

interface Bulk {
  readonly storedRows: number;
  readonly derivedRows: number;
  readonly ms: number;
  readonly bareMs: number;
  readonly rate: number;
  /** The same of processor time of all threads, client included: less a matter of what else the machine does. */
  readonly cpuRate: number;
}

function named(format: string, { ms, bareMs, rate, cpuRate }: Bulk): Record<string, number> {
  return {
    [`${format}Ms`]: Math.round(ms),
    [`${format}BareMs`]: Math.round(bareMs),
    [`${format}RateRatio`]: round(rate),
    [`${format}CpuRateRatio`]: round(cpuRate),
  };
}

async function pushBulk(
  server: Measured,
  format: keyof typeof FORMATS,
  { count, log }: { count: number; log: ProofContext["log"] },
): Promise<Bulk> {
  log(`pushing ${count} rows of ${format}`);
  const body = FORMATS[format](provinceMonths(count, YEARS[format]));
  const { ms, cpuMs, stored } = await push(server, body);
  const before = process.cpuUsage();
  // A disk that happens to be slow once must not flatter the product, nor one that is quick once belittle it.
  const bareMs = median(Array.from({ length: BARE_RUNS }, () => bareInsert(server.dataDir, stored)));
  return {
    storedRows: stored.count,
    derivedRows: stored.derived,
    ms,
    bareMs,
    rate: bareMs / ms,
    cpuRate: cpuMsSince(before) / BARE_RUNS / cpuMs,
  };
}

let counter = 0;

async function push(
  server: Measured,
  body: FormattedBody,
): Promise<{ ms: number; cpuMs: number; stored: StoredCommit }> {
  counter += 1;
  const before = process.cpuUsage();
  const { ms, text } = await server.sender.push(body, `proof-${counter}`);
  const cpuMs = cpuMsSince(before);
  const { receipt }: SubmissionAnswer = JSON.parse(text);
  return { ms, cpuMs, stored: storedCommit(server.dataDir, receipt.commitSeq) };
}

function cpuMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function pushSingles(server: Measured): Promise<{ count: number; ms: number; bareMs: number }> {
  const system: number[] = [];
  const bare: number[] = [];
  const commitBare = bareDurableCommit(server.dataDir);
  const asker = askFromThread(server, { asks: "single", firstYear: YEARS.singles });
  await askFor(asker, SINGLE_WARM_UP_MS);
  for (let round = 0; round < SINGLE_ROUNDS; round += 1) {
    system.push(...(await askFor(asker, SINGLE_ROUND_MS)));
    for (let at = 0; at < BARE_PER_ROUND; at += 1) bare.push(commitBare());
  }
  await asker.close();
  return { count: system.length, ms: median(system), bareMs: median(bare) };
}

async function askFor(asker: Asker, ms: number): Promise<number[]> {
  asker.begin();
  await pause(ms);
  return await asker.end();
}

/**
 * Where the time of a single row goes, in microseconds: an answer without work, the writer's stages (on a copy of its own,
 * after this server's run), and what is left for checking the request and handing it from thread to thread and back.
 */
async function breakdown(
  server: Measured,
  singleMs: number,
  log: ProofContext["log"],
): Promise<Record<string, number>> {
  const idle = askFromThread(server, { asks: "life", firstYear: YEARS.singles });
  const trips = await askFor(idle, SINGLE_WARM_UP_MS);
  await idle.close();
  log("a row in the writer, stage by stage");
  const copy = mkdtempSync(join(tmpdir(), "bochiso-stages-"));
  try {
    cpSync(await seededTemplate("real"), copy, { recursive: true });
    const { wholeUs, commitUs, statements, statementsUs, stages } = await writerStages(copy);
    const roundTripUs = Math.round(median(trips) * 1000);
    return {
      roundTripUs,
      writerUs: wholeUs,
      requestAndHandOverUs: Math.round(singleMs * 1000) - roundTripUs - wholeUs,
      commitUs,
      statements,
      statementsUs,
      ...Object.fromEntries(Object.entries(stages).map(([stage, us]) => [`writer: ${stage} (us)`, us])),
    };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The rate of many small submissions against one bare transaction of everything they stored. */
async function pushInPieces(server: Measured): Promise<number> {
  const rows = provinceMonths(CONTROL_ROWS_PER_SUBMISSION * CONTROL_SUBMISSIONS, YEARS.control);
  let systemMs = 0;
  let first: StoredCommit | undefined;
  let last: StoredCommit | undefined;
  for (let at = 0; at < rows.length; at += CONTROL_ROWS_PER_SUBMISSION) {
    const pushed = await push(server, FORMATS.json(rows.slice(at, at + CONTROL_ROWS_PER_SUBMISSION)));
    systemMs += pushed.ms;
    first ??= pushed.stored;
    last = pushed.stored;
  }
  if (first === undefined || last === undefined) throw new Error("nothing was pushed");
  return bareInsert(server.dataDir, openStored(server.dataDir, first.fromSeq, last.toSeq)) / systemMs;
}
