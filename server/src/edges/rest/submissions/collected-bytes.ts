import { createHash, type Hash } from "node:crypto";

/** A whole that came in chunks. */
export interface Collected {
  /** In memory that is shared with nothing else, so that it can be handed to another thread. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256, lower-case hex. */
  readonly sha256: string;
}

/** Puts chunks together and hashes them as they come: neither is ever done for all of a large body in one go. */
export class CollectedBytes {
  #bytes: Uint8Array<ArrayBuffer>;
  #size = 0;
  readonly #hash: Hash = createHash("sha256");

  /** `expected`: the size it will most likely have. */
  constructor(expected: number) {
    this.#bytes = new Uint8Array(expected);
  }

  get size(): number {
    return this.#size;
  }

  add(chunk: Uint8Array): void {
    const size = this.#size + chunk.length;
    if (size > this.#bytes.length) {
      this.#bytes = new Uint8Array(this.#bytes.buffer.transfer(Math.max(size, 2 * this.#bytes.length)));
    }
    this.#bytes.set(chunk, this.#size);
    this.#hash.update(chunk);
    this.#size = size;
  }

  /** Ends the collection. */
  take(): Collected {
    const whole = this.#bytes.length === this.#size;
    const bytes = whole ? this.#bytes : new Uint8Array(this.#bytes.buffer.transfer(this.#size));
    return { bytes, sha256: this.#hash.digest("hex") };
  }
}
