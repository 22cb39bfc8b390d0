import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { listPullRuns, listPullSources, type PullRun } from "@bochiso/db/repositories/pulls";
import { DomainError } from "@bochiso/shared/errors";
import { PullSourceFile } from "@bochiso/shared/pull";
import { createCatalogueCache } from "../catalogue/catalogue-cache.ts";
import type { Config } from "../config/env.ts";
import { systemChance } from "../platform/chance.ts";
import { systemClock } from "../platform/clock.ts";
import { newId } from "../platform/ids.ts";
import { createLogger } from "../platform/logger.ts";
import { pullFault } from "../pull/pull-fault.ts";
import { carryOutPull, leavePullRequest, PullAnswer, type PullRequest } from "../pull/pull-requests.ts";
import { runPull } from "../pull/run-pull.ts";
import { type Storage, startWriter } from "../writer/start-writer.ts";
import { answerOfServer, isInUse } from "./ask-server.ts";
import { configOfSystem } from "./config-of-system.ts";
import { openToRead } from "./open-to-read.ts";

const USAGE = `npm run pull -- list
npm run pull -- put <file.json>
npm run pull -- run <source>
npm run pull -- enable <source> [reason]
npm run pull -- disable <source> [reason]`;
const STEP_MS = 500;
/** Beside the time a source itself may take. */
const STORING_MS = 120_000;
const ACTOR = "cli";

const OUTCOMES = {
  stored: "Đã lưu / Stored",
  partial: "Lưu một phần / Stored in part",
  unchanged: "Không có gì mới / Unchanged",
  failed: "Không lấy được / Failed",
  interrupted: "Bị ngắt / Interrupted",
} as const satisfies Record<NonNullable<PullRun["outcome"]>, string>;

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof DomainError ? `${error.text.vi}\n${error.text.en}` : wordsOf(error));
  process.exitCode = 1;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function run([verb, target, reason = ACTOR]: readonly string[]): Promise<number> {
  const config = configOfSystem(process.env);
  if (verb === "list") return await list(config);
  if (target === undefined) return usage();
  const stated = { at: systemClock.now().toISOString(), actor: ACTOR };
  switch (verb) {
    case "put": {
      const { enabled, ...source } = readSource(target);
      await ask(config, { name: "put-pull-source", input: { config: source, enabled, ...stated } });
      console.log(`Đã ghi cấu hình / Configured: ${source.code}`);
      return 0;
    }
    case "enable":
    case "disable":
      await ask(config, {
        name: "switch-pull-source",
        input: { source: target, enabled: verb === "enable", reason, ...stated },
      });
      console.log(verb === "enable" ? `Đã bật / Enabled: ${target}` : `Đã tắt / Disabled: ${target}`);
      return 0;
    case "run":
      await ask(config, { name: "ask-pull", input: { source: target, ...stated } }, (storage) =>
        pullHere(config, storage, target),
      );
      return tell(await endOf(config, target, stated.at));
    default:
      return usage();
  }
}

function usage(): number {
  console.error(USAGE);
  return 2;
}

function readSource(file: string): PullSourceFile {
  const parsed = PullSourceFile.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `  ${path.join(".") || "."}: ${message}`);
  throw pullFault("pull-config-malformed", { problems: problems.join("\n") });
}

/** Carries a request out on the database, or has the running server that owns it do so. */
async function ask(config: Config, request: PullRequest, then?: (storage: Storage) => Promise<void>): Promise<void> {
  const answer = await here(config, request, then).catch(async (error: unknown) => {
    if (!isInUse(error)) throw error;
    const left = leavePullRequest(config.dataDir, newId(systemClock), request);
    return PullAnswer.parse(await answerOfServer(left));
  });
  if (answer.kind === "refused") throw new Error(`${answer.text.vi}\n${answer.text.en}`);
}

async function here(
  config: Config,
  request: PullRequest,
  then?: (storage: Storage) => Promise<void>,
): Promise<PullAnswer> {
  const storage = await startWriter(config);
  try {
    const answer = await carryOutPull(request, (command) => storage.writer.execute(command));
    if (answer.kind === "done") await then?.(storage);
    return answer;
  } finally {
    await storage.close();
  }
}

/** Without a server there is nobody else to ask the source; on PostgreSQL a server may be quicker. */
async function pullHere(config: Config, { store, writer }: Storage, source: string): Promise<void> {
  const deps = {
    store,
    writer,
    config,
    clock: systemClock,
    catalogue: createCatalogueCache(),
    logger: createLogger({ level: config.logLevel }),
    instance: newId(systemClock),
    chance: systemChance,
  };
  await runPull(deps, { source, signal: new AbortController().signal });
}

/** The run that began after it was asked for, once it is over. */
async function endOf(config: Config, source: string, since: string): Promise<PullRun> {
  const store = await openToRead(config);
  try {
    const [known] = (await store.read((tx) => listPullSources(tx))).filter(({ code }) => code === source);
    const patience = STORING_MS + 1_000 * (known?.config.limits.timeoutSeconds ?? 0);
    for (let waited = 0; waited < patience; waited += STEP_MS) {
      const [last] = await store.read((tx) => listPullRuns(tx, source, 1));
      if (last !== undefined && last.startedAt >= since && last.outcome !== null) return last;
      await pause(STEP_MS);
    }
    throw new Error("The run is not over yet; see `list`. / Lần lấy chưa xong, hãy xem `list`.");
  } finally {
    await store.close();
  }
}

function tell({ outcome, submission, counts, records, rows, fault, faultVi, errors, errorCount }: PullRun): number {
  console.log(outcome === null ? "…" : OUTCOMES[outcome]);
  if (submission !== null) console.log(`${submission}  ${JSON.stringify(counts)}`);
  if (records !== null)
    console.log(`${records} bản ghi / records, ${rows ?? 0} dòng / rows, ${errorCount} lỗi / faults`);
  if (fault !== null) console.error(`${faultVi ?? ""}\n${fault}`);
  for (const { record, field, code, text } of errors) {
    console.error(`  #${record} ${field}  ${code}\n    ${text.vi}\n    ${text.en}`);
  }
  return outcome === "failed" || outcome === "interrupted" ? 1 : 0;
}

async function list(config: Config): Promise<number> {
  const store = await openToRead(config);
  try {
    for (const source of await store.read((tx) => listPullSources(tx))) {
      const { code, feed, version, enabled, nextAt, failures } = source;
      const [last] = await store.read((tx) => listPullRuns(tx, code, 1));
      const told = last === undefined ? "-" : `${last.startedAt} ${last.outcome ?? "…"} ${last.faultCode ?? ""}`.trim();
      console.log([code, feed, `v${version}`, enabled ? "on" : "off", nextAt ?? "-", failures, told].join("\t"));
    }
    return 0;
  } finally {
    await store.close();
  }
}
