import { DomainError } from "@bochiso/shared/errors";

/** How much may wait for the writer before senders are told to come back. */
const MAX_WAITING = 64;
const MAX_WAITING_BYTES = 256 * 1024 * 1024;

/** Lets submissions in: one at a time per idempotency key, and only as many as the writer can take soon. */
export function createAdmission() {
  const inFlight = new Set<string>();
  let waitingBytes = 0;
  return {
    /** Throws `idempotency-key-in-use` or `busy`; otherwise gives the function that ends the stay. */
    enter(request: { feed: string; idempotencyKey: string; bytes: number; pending: number }): () => void {
      const key = `${request.feed}\n${request.idempotencyKey}`;
      if (inFlight.has(key)) throw keyInUse();
      if (request.pending >= MAX_WAITING || waitingBytes + request.bytes > MAX_WAITING_BYTES) throw busy();
      inFlight.add(key);
      waitingBytes += request.bytes;
      return () => {
        inFlight.delete(key);
        waitingBytes -= request.bytes;
      };
    },
  };
}

function keyInUse(): DomainError {
  return new DomainError(
    "idempotency-key-in-use",
    {},
    {
      vi: "Yêu cầu trước có cùng Idempotency-Key đang được xử lý.",
      en: "An earlier request with the same Idempotency-Key is being processed.",
    },
  );
}

function busy(): DomainError {
  return new DomainError(
    "busy",
    {},
    {
      vi: "Hệ thống đang có nhiều lượt gửi chờ xử lý, vui lòng gửi lại sau.",
      en: "Many submissions are waiting; send it again later.",
    },
  );
}
