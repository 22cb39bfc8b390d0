import { DomainError } from "@bochiso/shared/errors";
import type { Config } from "../../../config/env.ts";

/** What one key may send over time: evenly refilled, with a store that lets a short rush through. */
export interface RateLimits {
  readonly requestsPerSecond: number;
  readonly requestsAtOnce: number;
  readonly bytesPerSecond: number;
  readonly bytesAtOnce: number;
}

/** The limits of every key of an instance: a rush of ten seconds is let through at once. */
export function rateLimitsOf({ requestsPerSecond }: Pick<Config, "requestsPerSecond">): RateLimits {
  return {
    requestsPerSecond,
    requestsAtOnce: RUSH_SECONDS * requestsPerSecond,
    bytesPerSecond: BYTES_PER_SECOND,
    bytesAtOnce: RUSH_SECONDS * BYTES_PER_SECOND,
  };
}

const RUSH_SECONDS = 10;
const BYTES_PER_SECOND = 32 * 1024 * 1024;

interface Buckets {
  requests: number;
  bytes: number;
  /** Milliseconds of the clock at which the figures above are true. */
  at: number;
}

/** Keys remembered; a bucket that is full again says nothing. */
const MOST_KEYS = 10_000;

/** Counts what each key sends. `clock` tells milliseconds that never go back. */
export function createRateLimit(limits: RateLimits, clock: () => number = () => performance.now()) {
  const byKey = new Map<string, Buckets>();

  function bucketsOf(key: string): Buckets {
    const now = clock();
    const known = byKey.get(key);
    if (known === undefined) {
      if (byKey.size >= MOST_KEYS) forgetFull(now);
      const made = { requests: limits.requestsAtOnce, bytes: limits.bytesAtOnce, at: now };
      byKey.set(key, made);
      return made;
    }
    refill(known, now);
    return known;
  }
  function refill(buckets: Buckets, now: number): void {
    const seconds = (now - buckets.at) / 1000;
    buckets.requests = Math.min(limits.requestsAtOnce, buckets.requests + seconds * limits.requestsPerSecond);
    buckets.bytes = Math.min(limits.bytesAtOnce, buckets.bytes + seconds * limits.bytesPerSecond);
    buckets.at = now;
  }
  function forgetFull(now: number): void {
    for (const [key, buckets] of byKey) {
      refill(buckets, now);
      if (buckets.requests === limits.requestsAtOnce && buckets.bytes === limits.bytesAtOnce) byKey.delete(key);
    }
  }

  return {
    /** Takes one request out. Throws `rate-limited` with the seconds to wait. */
    enter(key: string): void {
      const buckets = bucketsOf(key);
      // Bytes are known once they are read: a key that took too many waits until it owes none.
      const wait = Math.max((1 - buckets.requests) / limits.requestsPerSecond, -buckets.bytes / limits.bytesPerSecond);
      if (wait > 0) throw rateLimited(Math.ceil(wait), limits);
      buckets.requests -= 1;
    },
    /** Takes the bytes of a body out, which may leave a debt. */
    spend(key: string, bytes: number): void {
      bucketsOf(key).bytes -= bytes;
    },
  };
}

function rateLimited(retryAfter: number, { requestsPerSecond, bytesPerSecond }: RateLimits): DomainError {
  return new DomainError(
    "rate-limited",
    { retryAfter, requestsPerSecond, bytesPerSecond },
    {
      vi: `Khóa này gửi quá nhanh; gửi lại sau ${retryAfter} giây. Nên gộp nhiều dòng vào một lượt.`,
      en: `This key sends too fast; send again after ${retryAfter} s. Put more rows into one submission.`,
    },
  );
}
