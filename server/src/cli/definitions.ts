import { readFileSync } from "node:fs";
import { type DefinitionChange, listDefinitionChanges } from "@bochiso/db/repositories/definition-changes";
import type { Config } from "../config/env.ts";
import { type ChangeAnswer, type ChangeRequest, carryOut, leaveChangeRequest } from "../definitions/change-requests.ts";
import type { DefinitionProblem } from "../definitions/definition-problem.ts";
import { systemClock } from "../platform/clock.ts";
import { newId } from "../platform/ids.ts";
import { startWriter } from "../writer/start-writer.ts";
import { answerOfServer, isInUse } from "./ask-server.ts";
import { configOfSystem } from "./config-of-system.ts";
import { openToRead } from "./open-to-read.ts";

const USAGE = "npm run definitions -- apply <file.json>   |   list   |   cancel <id> [reason]";
const ACTOR = "cli";

const [verb, target, reason = "cli"] = process.argv.slice(2);
try {
  process.exitCode = await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function run(): Promise<number> {
  const config = configOfSystem(process.env);
  if (verb === "list") return await list(config);
  if (verb === "apply" && target !== undefined) {
    const change: unknown = JSON.parse(readFileSync(target, "utf8"));
    return tell(await ask(config, { verb: "stage", id: newId(systemClock), change, actor: ACTOR }));
  }
  if (verb === "cancel" && target !== undefined)
    return tell(await ask(config, { verb: "cancel", id: target, reason, actor: ACTOR }));
  console.error(USAGE);
  return 2;
}

/** Carries a request out on the database, or has the running server that owns it do so. */
async function ask(config: Config, request: ChangeRequest): Promise<ChangeAnswer> {
  try {
    const storage = await startWriter(config);
    try {
      return await carryOut(request, {
        stage: (input) => storage.writer.execute({ name: "stage-definition-change", input }),
        cancel: (input) => storage.writer.execute({ name: "cancel-definition-change", input }),
      });
    } finally {
      await storage.close();
    }
  } catch (error) {
    if (!isInUse(error)) throw error;
    const left = leaveChangeRequest(config.dataDir, newId(systemClock), request);
    return (await answerOfServer(left)) as ChangeAnswer;
  }
}

function tell(answer: ChangeAnswer): number {
  if (answer.kind === "refused") {
    for (const problem of answer.problems) console.error(lineOf(problem));
    return 1;
  }
  if (answer.kind === "failed") {
    console.error(`${answer.text.vi} / ${answer.text.en}`);
    return 1;
  }
  if (answer.kind === "cancelled") console.log(`Đã hủy / Cancelled: ${answer.id}`);
  else {
    console.log(answer.id);
    console.error(`Đang tính / Computing: ${answer.indicators.length} chỉ số / indicators, ~${answer.cells} ô / cells`);
  }
  return 0;
}

function lineOf({ indicator, field, code, position, text }: DefinitionProblem): string {
  const at = position === null ? field : `${field} ${position.start + 1}–${position.end}`;
  return `${indicator ?? "-"}  ${at}  ${code}\n    ${text.vi}\n    ${text.en}`;
}

async function list(config: Config): Promise<number> {
  const store = await openToRead(config);
  try {
    const changes = await store.read((tx) => listDefinitionChanges(tx));
    for (const change of changes) console.log(summary(change));
    return 0;
  } finally {
    await store.close();
  }
}

function summary({ id, state, effectiveFrom, definitions, doneCells, ofCells, reason: why }: DefinitionChange): string {
  const codes = definitions.map(({ code, version }) => `${code}@${version}`).join(" ");
  const progress = state === "computing" ? `  ${doneCells}/${ofCells}` : "";
  return `${id}  ${state}${progress}  ${effectiveFrom}  ${codes}${why === null ? "" : `  ${JSON.stringify(why)}`}`;
}
