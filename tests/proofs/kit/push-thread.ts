import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { DemoKeys } from "../../../server/src/auth/write-demo-keys.ts";
import { FORMATS, provinceMonths } from "./province-months.ts";
import { timedPush } from "./timed-push.ts";

const Setup = z.object({
  url: z.string(),
  keys: DemoKeys,
  rows: z.number(),
  firstYear: z.number(),
  idempotencyKey: z.string(),
});

/** Writes one submission and sends it when it is told to. */
const { url, keys, rows, firstYear, idempotencyKey } = Setup.parse(workerData);
const sender = timedPush({ url, keys });
const body = FORMATS.json(provinceMonths(rows, firstYear));
parentPort?.once("message", () => {
  void (async () => {
    await sender.push(body, idempotencyKey);
    parentPort?.postMessage("stored");
  })();
});
parentPort?.postMessage("ready");
