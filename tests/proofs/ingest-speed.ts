import { statSync } from "node:fs";
import { join } from "node:path";
import { apiClient, aSubmission } from "../support/http/api-client.ts";
import { type SeededServer, startSeededServer } from "../support/seeded-server.ts";
import { bareDurableCommit, bareInsert, openStored, type StoredCommit, storedCommit } from "./kit/bare-inserts.ts";
import type { Proof, ProofContext, ProofResult } from "./kit/proof-definition.ts";

const GOAL_RATE = 0.5;
const GOAL_SINGLE = 3;
const FULL_ROWS = 100_000;
const SMALL_ROWS = 10_000;
const SINGLE_SUBMISSIONS = 40;
const CONTROL_ROWS_PER_SUBMISSION = 10;
const CONTROL_SUBMISSIONS = 100;

/**
 * One submission over HTTP against a bare prepared insert loop of exactly the rows it stored, in one transaction with the same
 * settings, on the same disk, in the same run.
 */
export const proof: Proof = {
  promise:
    "100,000 observations in one submission, half with three or more dependants, at ≥ 0.5 × the rate of bare inserts of the same stored rows; one row at ≤ 3 × a bare durable commit.",
  run: async (context) => {
    const server = await startSeededServer();
    try {
      return await measure(server, context);
    } finally {
      await server.remove();
    }
  },
};

async function measure(server: SeededServer, { args, log }: ProofContext): Promise<ProofResult> {
  const rows = args.includes("--small") ? SMALL_ROWS : FULL_ROWS;
  log(`warming up with ${SMALL_ROWS / 10} rows`);
  await push(server, makeRows(SMALL_ROWS / 10, 1900));
  log(`pushing ${rows} rows`);
  const bulk = await push(server, makeRows(rows, 1930));
  const bareMs = bareInsert(server.dataDir, bulk.stored);
  log("pushing single rows beside bare one-row commits");
  const single = await pushSingles(server);
  log("control: the same in many small submissions");
  const control = await pushInPieces(server);
  const rate = bareMs / bulk.ms;
  const singleRatio = single.ms / single.bareMs;
  return {
    figures: {
      rows,
      storedRows: bulk.stored.count,
      derivedRows: bulk.stored.derived,
      systemMs: Math.round(bulk.ms),
      bareMs: Math.round(bareMs),
      systemStoredRowsPerSecond: Math.round((bulk.stored.count / bulk.ms) * 1000),
      bareStoredRowsPerSecond: Math.round((bulk.stored.count / bareMs) * 1000),
      rateRatio: round(rate),
      rateGoal: GOAL_RATE,
      singleRowMedianMs: round(single.ms),
      bareCommitMedianMs: round(single.bareMs),
      singleRatio: round(singleRatio),
      singleGoal: GOAL_SINGLE,
      controlRateRatio: round(control),
      databaseMb: Math.round(statSync(join(server.dataDir, "bochiso.db")).size / 1e6),
    },
    passed: rate >= GOAL_RATE && singleRatio <= GOAL_SINGLE,
    control: {
      broken: `one commit per ${CONTROL_ROWS_PER_SUBMISSION} rows instead of one per batch`,
      failed: control < GOAL_RATE,
    },
  };
}

/** Half the rows are exports, with seven indicators computed from them; half stand alone. Months of no real figures. */
function makeRows(count: number, firstYear: number): object[] {
  const areas = Array.from({ length: 63 }, (_, at) => FORMER[at % FORMER.length] ?? "01");
  const rows: object[] = [];
  for (let at = 0; rows.length < count; at += 1) {
    const area = `vn63:${areas[at % areas.length]}`;
    const month = Math.floor(at / areas.length);
    const period = `${firstYear + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
    const value = (1000 + ((at * 7919) % 100_000) / 100).toFixed(2);
    rows.push({ indicator: "trade.export.value", area, period, value, status: "E" });
    if (rows.length < count) rows.push({ indicator: "prov.border_trade", area, period, value, status: "E" });
  }
  return rows;
}

const FORMER = [
  "01",
  "02",
  "04",
  "06",
  "08",
  "10",
  "11",
  "12",
  "14",
  "15",
  "17",
  "19",
  "20",
  "22",
  "24",
  "25",
  "26",
  "27",
  "30",
  "31",
  "33",
  "34",
  "35",
  "36",
  "37",
  "38",
  "40",
  "42",
  "44",
  "45",
  "46",
  "48",
  "49",
  "51",
  "52",
  "54",
  "56",
  "58",
  "60",
  "62",
  "64",
  "66",
  "67",
  "68",
  "70",
  "72",
  "74",
  "75",
  "77",
  "79",
  "80",
  "82",
  "83",
  "84",
  "86",
  "87",
  "89",
  "91",
  "92",
  "93",
  "94",
  "95",
  "96",
];

let counter = 0;

async function push(server: SeededServer, rows: readonly object[]): Promise<{ ms: number; stored: StoredCommit }> {
  counter += 1;
  const body = JSON.stringify(aSubmission(rows));
  const started = performance.now();
  const answer = await apiClient(server).submit(body, { idempotencyKey: `proof-${counter}` });
  const ms = performance.now() - started;
  if (answer.status !== 201) throw new Error(`the push was refused: ${answer.text.slice(0, 500)}`);
  return { ms, stored: storedCommit(server.dataDir, answer.json.receipt.commitSeq) };
}

async function pushSingles(server: SeededServer): Promise<{ ms: number; bareMs: number }> {
  const system: number[] = [];
  const bare: number[] = [];
  const commitBare = bareDurableCommit(server.dataDir);
  for (const row of makeRows(SINGLE_SUBMISSIONS, 1990)) {
    system.push((await push(server, [row])).ms);
    bare.push(commitBare());
  }
  return { ms: median(system), bareMs: median(bare) };
}

/** The rate of many small submissions against one bare transaction of everything they stored. */
async function pushInPieces(server: SeededServer): Promise<number> {
  const rows = makeRows(CONTROL_ROWS_PER_SUBMISSION * CONTROL_SUBMISSIONS, 1995);
  let systemMs = 0;
  let first: StoredCommit | undefined;
  let last: StoredCommit | undefined;
  for (let at = 0; at < rows.length; at += CONTROL_ROWS_PER_SUBMISSION) {
    const pushed = await push(server, rows.slice(at, at + CONTROL_ROWS_PER_SUBMISSION));
    systemMs += pushed.ms;
    first ??= pushed.stored;
    last = pushed.stored;
  }
  if (first === undefined || last === undefined) throw new Error("nothing was pushed");
  return bareInsert(server.dataDir, openStored(server.dataDir, first.fromSeq, last.toSeq)) / systemMs;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
