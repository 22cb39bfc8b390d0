import { createHash } from "node:crypto";
import { Session } from "node:inspector/promises";
import { join } from "node:path";
import { openSqliteStore, type ReadTx, type Store, type WriteTx } from "@bochiso/db/store";
import { sideBySide } from "@bochiso/db/writer";
import { createHandlers } from "../../../server/src/writer/create-handlers.ts";
import { median } from "./figures.ts";
import { FORMATS, PROOF_FEED, provinceMonths } from "./province-months.ts";

/** Microseconds of one submission of one row in the writer, where it spends them. */
export interface WriterStages {
  readonly wholeUs: number;
  /** BEGIN to COMMIT without what lies between: writing the log and flushing it. */
  readonly commitUs: number;
  readonly statements: number;
  readonly statementsUs: number;
  /** Everything else by stage, out of a sampled profile; statements and the commit are counted where they are waited for. */
  readonly stages: Readonly<Record<string, number>>;
}

const WARM_UP = 200;
const MEASURED = 300;
const YEAR = 1995;
const SAMPLE_US = 100;
/** Starting and stopping the profile takes milliseconds that are no stage. */
const PROFILER = "node:inspector";

/** The stage a function stands for; the outermost one on the stack counts. */
const STAGES: Readonly<Record<string, readonly string[]>> = {
  "flags of quality": ["flagWritten", "judgeSeries", "judgeReached", "judgePlan", "judgeCompletenessOf", "keepFlags"],
  "body and rows": ["decodeSteps", "decodeJson", "documentSteps", "parseSteps", "resolveSteps", "checkSteps"],
  "plan of what follows": ["planRecompute", "affectedSteps"],
  "operands read": ["readOperands", "operandSteps", "fillBook", "readRanges", "lookUpSeriesIds"],
  "cells computed": ["recomputeSteps"],
  "cells stored": ["resolveTargets", "orderOf", "appendInOrder", "storeInOrder", "maintainStaged"],
  "receipt, its seal and its record": ["sealWith", "recordSubmission", "insertSubmission", "merkleSteps"],
  audit: ["appendAudit"],
  "log and flush": ["runUnit"],
  "garbage collection": ["(garbage collector)"],
};
const STAGE_OF = new Map(Object.entries(STAGES).flatMap(([stage, names]) => names.map((name) => [name, stage])));

/** Takes rows in as the writer thread does, in this thread and without the network. Nobody else may have the data open. */
export async function writerStages(dataDir: string): Promise<WriterStages> {
  const opened = await openSqliteStore({ databaseFile: join(dataDir, "bochiso.db"), keepsLog: true });
  const spent = { commitUs: [] as number[], statementsUs: [] as number[], statements: [] as number[] };
  const now = { statements: 0, statementsMs: 0, commitMs: 0 };
  const handlers = createHandlers({ store: timedStore(opened, now), workerData: { dataDir }, turns: sideBySide });
  const wholeUs: number[] = [];
  const profile = new Session();
  profile.connect();
  try {
    for (const [at, row] of provinceMonths(WARM_UP + MEASURED, YEAR).entries()) {
      if (at === WARM_UP) await startProfile(profile);
      Object.assign(now, { statements: 0, statementsMs: 0, commitMs: 0 });
      const input = inputOf(FORMATS.json([row]).body, at);
      const started = performance.now();
      const output = await handlers["ingest-submission"](input);
      const ms = performance.now() - started;
      if (output.kind !== "stored") throw new Error("a row was not stored");
      if (at < WARM_UP) continue;
      wholeUs.push(ms * 1000);
      spent.commitUs.push(now.commitMs * 1000);
      spent.statements.push(now.statements);
      spent.statementsUs.push(now.statementsMs * 1000);
    }
    const stages = await stagesOf(profile);
    return {
      wholeUs: Math.round(median(wholeUs)),
      commitUs: Math.round(median(spent.commitUs)),
      statements: median(spent.statements),
      statementsUs: Math.round(median(spent.statementsUs)),
      stages,
    };
  } finally {
    profile.disconnect();
    await opened.close();
  }
}

function inputOf(text: string, at: number) {
  const body = new TextEncoder().encode(text);
  const contentSha256 = createHash("sha256").update(body).digest("hex");
  return {
    feed: PROOF_FEED,
    idempotencyKey: `stages-${at}`,
    mediaType: "application/json",
    body,
    contentSha256,
    requestSha256: contentSha256,
    receivedAt: new Date().toISOString(),
    recordedAt: null,
    actor: "proof",
  };
}

function timedStore(store: Store, spent: { statements: number; statementsMs: number; commitMs: number }): Store {
  async function timed<T>(work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const result = await work();
    spent.statements += 1;
    spent.statementsMs += performance.now() - started;
    return result;
  }
  const watched = <T extends ReadTx>(tx: T): T => ({
    ...tx,
    statements: {
      all: (statement, rows) => timed(() => tx.statements.all(statement, rows)),
      run: (statement, rows, shared) => timed(() => tx.statements.run(statement, rows, shared)),
    },
  });
  return {
    ...store,
    read: (work) => store.read((tx) => work(watched(tx))),
    write: async (work, options) => {
      let done = 0;
      const result = await store.write(async (tx: WriteTx) => {
        const output = await work(watched(tx));
        done = performance.now();
        return output;
      }, options);
      spent.commitMs += performance.now() - done;
      return result;
    },
  };
}

async function startProfile(profile: Session): Promise<void> {
  await profile.post("Profiler.enable");
  await profile.post("Profiler.setSamplingInterval", { interval: SAMPLE_US });
  await profile.post("Profiler.start");
}

/** Mean microseconds of a submission by stage. */
async function stagesOf(session: Session): Promise<Record<string, number>> {
  const { profile } = await session.post("Profiler.stop");
  const stageOfNode = new Map<number, string>();
  const visit = new Map(profile.nodes.map((node) => [node.id, node]));
  const name = (id: number, above: string | undefined): void => {
    const node = visit.get(id);
    if (node === undefined) return;
    const { functionName, url } = node.callFrame;
    const stage = above ?? (url === PROFILER ? "" : STAGE_OF.get(functionName));
    stageOfNode.set(id, stage ?? "between the stages");
    for (const child of node.children ?? []) name(child, stage);
  };
  const [root] = profile.nodes;
  if (root !== undefined) name(root.id, undefined);
  const us = new Map<string, number>();
  for (const [at, id] of (profile.samples ?? []).entries()) {
    const stage = stageOfNode.get(id) ?? "between the stages";
    if (stage !== "") us.set(stage, (us.get(stage) ?? 0) + (profile.timeDeltas?.[at] ?? 0));
  }
  const sorted = [...us].sort(([, a], [, b]) => b - a);
  return Object.fromEntries(sorted.map(([stage, total]) => [stage, Math.round(total / MEASURED)]));
}
