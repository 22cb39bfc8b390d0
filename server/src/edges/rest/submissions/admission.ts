import { DomainError } from "@bochiso/shared/errors";

/** How much may be read or wait for the writer before senders are told to come back. */
export const CAPACITY = { submissions: 64, bytes: 256 * 1024 * 1024 };
/** The part of it that others leave free for what cannot wait. */
const RESERVED_SHARE = 1 / 4;

/** The place of one submission, from before its body is read until it is answered. */
export interface Stay {
  /** Says how many bytes its body takes in memory now or is about to. Throws `busy` where there is no room to grow. */
  hold(bytes: number): void;
  leave(): void;
}

/** Lets submissions in: one at a time per idempotency key, and only as many as can be held and written soon. */
export function createAdmission(capacity = CAPACITY) {
  const inFlight = new Set<string>();
  let heldBytes = 0;
  return {
    /** Throws `idempotency-key-in-use` or `busy`. `bytes`: what is announced, `pending`: commands at the writer. */
    enter(request: {
      feed: string;
      idempotencyKey: string;
      bytes: number;
      pending: number;
      /** It may take the places that are kept free. */
      urgent?: boolean;
    }): Stay {
      const key = `${request.feed}\n${request.idempotencyKey}`;
      if (inFlight.has(key)) throw keyInUse();
      const share = request.urgent === true ? 1 : 1 - RESERVED_SHARE;
      if (Math.max(request.pending, inFlight.size) >= capacity.submissions * share) throw busy();
      let held = 0;
      const hold = (bytes: number): void => {
        if (bytes > held && heldBytes - held + bytes > capacity.bytes * share) throw busy();
        heldBytes += bytes - held;
        held = bytes;
      };
      hold(request.bytes);
      inFlight.add(key);
      return {
        hold,
        leave() {
          hold(0);
          inFlight.delete(key);
        },
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
