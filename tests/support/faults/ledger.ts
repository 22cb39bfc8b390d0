import { createHash } from "node:crypto";
import type { Batch, BatchRow } from "./batch.ts";

/** What is kept of a batch: enough to know it again in storage. */
export interface SentBatch {
  readonly feed: string;
  readonly contentSha256: string;
  readonly rows: readonly BatchRow[];
  /** Rows as sent, the faulty one of a lenient batch included. */
  readonly received: number;
}

const MOST_COMPLAINTS = 1_000;

/** What clients sent and were told, kept outside the server. */
export class Ledger {
  /** By idempotency key, whatever became of it. */
  readonly sent = new Map<string, SentBatch>();
  /** Idempotency key → the first complete answer that acknowledges it, byte for byte. */
  readonly acknowledged = new Map<string, string>();
  /** Idempotency key → the receipt that was asked for after an answer was lost, as JSON. */
  readonly recovered = new Map<string, string>();
  /** Complete answers by status and code. */
  readonly answers = new Map<string, number>();
  /** What should never happen, in words. */
  readonly complaints: string[] = [];
  retries = 0;
  replayed = 0;
  #waiting: { readonly count: number; readonly tell: () => void; readonly fail: (why: Error) => void }[] = [];

  send(batch: Batch, inflated: Uint8Array): void {
    if (this.sent.has(batch.idempotencyKey)) return;
    this.sent.set(batch.idempotencyKey, {
      feed: batch.feed,
      contentSha256: createHash("sha256").update(inflated).digest("hex"),
      rows: batch.rows,
      received: batch.rows.length + (batch.lenient ? 1 : 0),
    });
  }

  /** A complete answer with a receipt: rows are promised to be there. */
  acknowledge(idempotencyKey: string, answer: string): void {
    const before = this.acknowledged.get(idempotencyKey);
    if (before === undefined) {
      this.acknowledged.set(idempotencyKey, answer);
      this.#waiting = this.#waiting.filter(({ count, tell }) => count > this.acknowledged.size || tell() !== undefined);
    } else if (before !== answer) this.complain(`${idempotencyKey} was answered twice, differently`);
  }

  /** A receipt that was found by asking for it: it promises as much as an answer. */
  recover(idempotencyKey: string, receipt: string): void {
    this.recovered.set(idempotencyKey, receipt);
  }

  count(status: number, code: string): void {
    const name = code === "" ? String(status) : `${status} ${code}`;
    this.answers.set(name, (this.answers.get(name) ?? 0) + 1);
  }

  /** Every batch of which a client was promised that it is stored. */
  get promised(): string[] {
    return [...new Set([...this.acknowledged.keys(), ...this.recovered.keys()])];
  }

  /** Waits until so many batches more are acknowledged. */
  further(count: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ count: this.acknowledged.size + count, tell: () => resolve(), fail: reject });
    });
  }

  complain(what: string): void {
    this.complaints.push(what);
    // Nothing good will come any more: whoever waits for it must not wait for ever.
    if (this.complaints.length < MOST_COMPLAINTS) return;
    for (const { fail } of this.#waiting.splice(0)) fail(new Error(`the server only says: ${what}`));
  }
}
