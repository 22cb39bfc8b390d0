import { expectDescribed } from "../../support/http/openapi-check.ts";
import { type TimedAnswer, timedSender } from "../../support/http/timed-sender.ts";
import type { SeededServer } from "../../support/seeded-server.ts";
import { type FormattedBody, PROOF_FEED } from "./province-months.ts";

/** Sends submissions of the proof's feed on a connection of its own and times them until their answer is there. */
export interface TimedPush {
  /** Throws where the submission is not stored; the answer is held against the document after the time was taken. */
  push(body: FormattedBody, idempotencyKey: string): Promise<TimedAnswer>;
  close(): void;
}

export function timedPush(server: Pick<SeededServer, "url" | "keys">): TimedPush {
  const sender = timedSender(server.url);
  const authorization = `Bearer ${server.keys.feeds[PROOF_FEED] ?? ""}`;
  return {
    push: async ({ contentType, query, body }, idempotencyKey) => {
      const path = `/api/v1/submissions${query}`;
      const headers = { Authorization: authorization, "Idempotency-Key": idempotencyKey, "Content-Type": contentType };
      const answer = await sender.send({ path, headers, body });
      if (answer.status !== 201) throw new Error(`the push was refused: ${answer.text.slice(0, 500)}`);
      expectDescribed({ method: "POST", path, ...answer });
      return answer;
    },
    close: sender.close,
  };
}
