import { Agent, request as httpRequest } from "node:http";
import { gunzipSync } from "node:zlib";
import type { Batch } from "./batch.ts";
import type { BatchSource } from "./batch-source.ts";
import type { Ledger } from "./ledger.ts";

/** A complete answer, or null where the connection broke before all of it was there. */
export type Answer = { readonly status: number; readonly replayed: boolean; readonly text: string } | null;

/** Sends a batch once. Never throws: a broken connection is an answer that was lost. */
export function sendOnce(url: string, batch: Batch, agent?: Agent): Promise<Answer> {
  return exchange(new URL(batch.path, url), { method: "POST", headers: batch.headers, body: batch.body, agent });
}

/** One exchange over HTTP that must arrive whole to count. */
export function exchange(
  url: URL,
  options: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: Buffer;
    readonly agent?: Agent | undefined;
  },
): Promise<Answer> {
  const { method, headers, body, agent } = options;
  return new Promise((resolve) => {
    const length = body === undefined ? {} : { "content-length": String(body.length) };
    const request = httpRequest(url, { method, headers: { ...headers, ...length }, ...(agent ? { agent } : {}) });
    request.on("error", () => resolve(null));
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", () => resolve(null));
      response.on("close", () => {
        if (!response.complete) return resolve(null);
        const replayed = response.headers["idempotent-replayed"] === "true";
        resolve({ status: response.statusCode ?? 0, replayed, text: Buffer.concat(chunks).toString("utf8") });
      });
    });
    request.end(body);
  });
}

/** Where the server is now; senders wait while it is nowhere. */
export class Whereabouts {
  #url: string | null = null;
  #waiting: ((url: string | null) => void)[] = [];
  #over = false;
  #abandoned = false;

  set(url: string | null): void {
    this.#url = url;
    if (url !== null) for (const tell of this.#waiting.splice(0)) tell(url);
  }

  /** No more batches: whoever has an answer to wait for waits on, the others end. */
  finish(): void {
    this.#over = true;
  }

  /** Ends even those that still wait. */
  abandon(): void {
    this.#over = true;
    this.#abandoned = true;
    for (const tell of this.#waiting.splice(0)) tell(null);
  }

  get isOver(): boolean {
    return this.#over;
  }

  next(): Promise<string | null> {
    if (this.#abandoned) return Promise.resolve(null);
    return this.#url === null ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(this.#url);
  }
}

/** What a sender does differently, for controls and measurements. */
export interface SenderHabits {
  /** What is sent after a lost answer; the same again unless told. */
  readonly again?: (batch: Batch, attempt: number) => Batch;
  /** Asks what became of a batch instead of sending it again; null where nothing is known of it. */
  readonly ask?: (batch: Batch) => Promise<string | null>;
  /** Whether an answer counts: a stamp may have come too late. */
  readonly counts?: () => boolean;
}

/** Sends batches one after the other, each until it is answered, until it is told to stop. */
export async function runSender(
  source: BatchSource,
  ledger: Ledger,
  where: Whereabouts,
  { again = (batch) => batch, counts = () => true, ask = () => Promise.resolve(null) }: SenderHabits = {},
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  while (!where.isOver) {
    let batch = source.next();
    ledger.send(batch, inflated(batch));
    for (let attempt = 0; ; attempt += 1) {
      const url = await where.next();
      if (url === null) break;
      if (attempt > 0) {
        const receipt = await ask(batch);
        if (receipt !== null) {
          ledger.recover(batch.idempotencyKey, receipt);
          break;
        }
        ledger.retries += 1;
        batch = again(batch, attempt);
        ledger.send(batch, inflated(batch));
      }
      const answer = await sendOnce(url, batch, agent);
      if (answer !== null && take(ledger, batch, answer, counts())) break;
      // Where the process is gone the address will be told anew; until then there is nobody to ask.
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  agent.destroy();
}

/** Whether the batch is dealt with. */
function take(ledger: Ledger, batch: Batch, { status, replayed, text }: NonNullable<Answer>, counts: boolean): boolean {
  ledger.count(status, /"code":"([a-z-]+)"/.exec(text)?.[1] ?? "");
  if (status === 409 || status === 429 || status >= 500) {
    if (status >= 500 && status !== 503 && !text.includes('"code":"storage-failed"'))
      ledger.complain(`${batch.idempotencyKey}: ${status} ${text.slice(0, 300)}`);
    return false;
  }
  const expected = batch.lenient ? [422] : [200, 201];
  if (!expected.includes(status) || !text.includes('"receipt":{')) {
    ledger.complain(`${batch.idempotencyKey}: unexpected ${status} ${text.slice(0, 300)}`);
    return true;
  }
  if (replayed) ledger.replayed += 1;
  if (counts) ledger.acknowledge(batch.idempotencyKey, text);
  return true;
}

function inflated({ gzip, body }: Batch): Uint8Array {
  return gzip ? gunzipSync(body) : body;
}
