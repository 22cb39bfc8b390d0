import { z } from "zod";

const Page = z.object({
  observations: z.array(
    z.object({
      indicator: z.string(),
      period: z.string(),
      value: z.number().nullable(),
      status: z.string().nullable(),
      breakdown: z.record(z.string(), z.string()),
    }),
  ),
});
export type StoredReading = z.infer<typeof Page>["observations"][number];

/** What an answer means to a source that goes on: taken, refused for its rows, or to be tried later. */
export type SendOutcome = "taken" | "refused" | "later";

const TIMEOUT_MS = 20_000;

/** Speaks the public contract with one key, as any source outside does. */
export function contractClient({ url, key, signal }: { url: string; key: string; signal: AbortSignal }) {
  const authorization = { Authorization: `Bearer ${key}` };
  const call = (path: string, init: { method?: string; headers?: Record<string, string>; body?: string } = {}) =>
    fetch(`${url}/api/v1${path}`, {
      ...init,
      headers: { ...authorization, ...init.headers },
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
  return {
    /** Newest values of some indicators in an area, since a period. */
    async read(asked: { indicators: readonly string[]; area: string; from: string }): Promise<StoredReading[]> {
      const query = new URLSearchParams([
        ...asked.indicators.map((code) => ["indicator", code]),
        ["area", asked.area],
        ["from", asked.from],
        ["limit", "1000"],
      ]);
      const answer = await call(`/observations?${query}`);
      if (!answer.ok) throw new Error(`reading answered ${answer.status}`);
      return Page.parse(await answer.json()).observations;
    },
    async send(submission: object, idempotencyKey: string): Promise<SendOutcome> {
      const answer = await call("/submissions", {
        method: "POST",
        headers: { "Content-Type": "application/json", "Idempotency-Key": idempotencyKey },
        body: JSON.stringify(submission),
      });
      await answer.arrayBuffer();
      if (answer.ok) return "taken";
      return answer.status === 422 ? "refused" : "later";
    },
    async beat(feed: string): Promise<void> {
      await (await call(`/feeds/${feed}/heartbeat`, { method: "POST" })).arrayBuffer();
    },
  };
}
