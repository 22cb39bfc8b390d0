import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { expectDescribed } from "../../support/http/openapi-check.ts";
import type { SeededServer } from "../../support/seeded-server.ts";
import { type FormattedBody, PROOF_FEED } from "./province-months.ts";

const Sent = z.object({
  status: z.number(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  text: z.string(),
});

/** A submission that waits in a thread of its own until it is sent; sending throws where it is not stored. */
export async function pushFromThread(
  server: SeededServer,
  { contentType, query, body }: FormattedBody,
  idempotencyKey: string,
): Promise<() => Promise<void>> {
  const path = `/api/v1/submissions${query}`;
  const headers = {
    Authorization: `Bearer ${server.keys.feeds[PROOF_FEED] ?? ""}`,
    "Idempotency-Key": idempotencyKey,
    "Content-Type": contentType,
  };
  const workerData = { url: `${server.url}${path}`, headers, body };
  const thread = new Worker(new URL("push-thread.ts", import.meta.url), { workerData });
  await once(thread, "message");
  return async () => {
    const answered = once(thread, "message");
    thread.postMessage("send");
    const [message] = await answered;
    await thread.terminate();
    const { status, headers: told, text } = Sent.parse(message);
    if (status !== 201) throw new Error(`the push was refused: ${text.slice(0, 500)}`);
    expectDescribed({ method: "POST", path, status, text, headers: new Headers(told) });
  };
}
