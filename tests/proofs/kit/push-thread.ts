import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";

const Setup = z.object({ url: z.string(), headers: z.record(z.string(), z.string()), body: z.string() });

/** Sends one submission when it is told to, so that the work of sending is done by another thread than the one measured. */
const { url, headers, body } = Setup.parse(workerData);
const bytes = new TextEncoder().encode(body);
parentPort?.once("message", () => {
  void (async () => {
    const answer = await fetch(url, { method: "POST", headers, body: bytes });
    parentPort?.postMessage({ status: answer.status, headers: [...answer.headers], text: await answer.text() });
  })();
});
parentPort?.postMessage("ready");
