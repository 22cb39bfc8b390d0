import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { DemoKeys } from "../../../server/src/auth/write-demo-keys.ts";
import { timedSender } from "../../support/http/timed-sender.ts";
import { FORMATS, provinceMonths } from "./province-months.ts";
import { timedPush } from "./timed-push.ts";

const Setup = z.object({
  asks: z.enum(["snapshot", "single", "life"]),
  url: z.string(),
  keys: DemoKeys,
  firstYear: z.number(),
});
const SNAPSHOT = `/trpc/overview.get?input=${encodeURIComponent(JSON.stringify({ scope: "cp" }))}`;
const MOST_SINGLES = 20_000;

/** Asks the server one thing after another without a pause between "begin" and "end", then tells how long each answer took. */
const { asks, url, keys, firstYear } = Setup.parse(workerData);
const ask = { snapshot: () => reads(SNAPSHOT), single: singles, life: () => reads("/livez") }[asks]();
let isAsking = false;
parentPort?.on("message", (told) => {
  isAsking = told === "begin";
  if (isAsking) void askUntilEnd();
});

async function askUntilEnd(): Promise<void> {
  const took: number[] = [];
  while (isAsking) took.push(await ask());
  parentPort?.postMessage(took);
}

function reads(path: string): () => Promise<number> {
  const sender = timedSender(url);
  return async () => {
    const { ms, status } = await sender.send({ path });
    if (status !== 200) throw new Error(`${path} was answered with ${status}`);
    return ms;
  };
}

function singles(): () => Promise<number> {
  const sender = timedPush({ url, keys });
  const rows = provinceMonths(MOST_SINGLES, firstYear).entries();
  return async () => {
    const { value, done } = rows.next();
    if (done === true) throw new Error("no row is left to send");
    const [at, row] = value;
    return (await sender.push(FORMATS.json([row]), `single-${at}`)).ms;
  };
}
