import { z } from "zod";
import { type Answer, describedAnswer } from "./answer.ts";

/** One observation as `GET /api/v1/observations` answers it. */
export const ApiObservation = z.object({
  indicator: z.string(),
  area: z.string(),
  period: z.string(),
  breakdown: z.record(z.string(), z.string()),
  scenario: z.string(),
  origin: z.enum(["reported", "computed"]),
  value: z.number().nullable(),
  valueText: z.string().nullable(),
  status: z.string().nullable(),
  missing: z.string().nullable(),
  error: z.string().nullable(),
  revision: z.number().int(),
  recordedAt: z.iso.datetime(),
  commitSeq: z.number().int(),
  feed: z.string().nullable(),
  submission: z.string().nullable(),
  simulated: z.boolean(),
  way: z.enum(["formula", "carried", "recast", "roll-up", "total"]).nullable(),
  coverage: z.object({ have: z.number(), of: z.number(), weightShare: z.number().nullable() }).nullable(),
});
export type ApiObservation = z.infer<typeof ApiObservation>;

const Page = z.object({ observations: z.array(ApiObservation), next: z.string().nullable() });
const ScreenAnswer = z.object({ result: z.object({ data: z.unknown() }) });

export type Query = Readonly<Record<string, string | number | readonly string[]>>;

/** A running system as its neighbours and screens see it: HTTP alone. */
export interface SystemClient {
  readonly url: string;
  get(path: string, query?: Query): Promise<Answer>;
  submit(submission: { key: string; idempotencyKey: string; body: unknown }): Promise<Answer>;
  /** Every observation that answers the query, page after page. */
  observations(query: Query): Promise<ApiObservation[]>;
  /** A query of the screens, read by the schema given. */
  screen<T>(procedure: string, input: unknown, schema: z.ZodType<T>): Promise<T>;
}

const PAGE = 10_000;

/** A client of the system at an address such as `http://127.0.0.1:3000`; `reader` is the key it reads with. */
export function systemClient(url: string, reader?: string): SystemClient {
  const authorization: Record<string, string> = reader === undefined ? {} : { authorization: `Bearer ${reader}` };
  const get = async (path: string, query: Query = {}) =>
    describedAnswer(await fetch(addressOf(url, path, query), { headers: authorization }), { method: "GET", path });
  return {
    url,
    get,
    submit: async ({ key, idempotencyKey, body }) =>
      describedAnswer(
        await fetch(`${url}/api/v1/submissions`, {
          method: "POST",
          headers: {
            authorization: `Bearer ${key}`,
            "idempotency-key": idempotencyKey,
            "content-type": "application/json",
          },
          body: typeof body === "string" ? body : JSON.stringify(body),
        }),
        { method: "POST", path: "/api/v1/submissions" },
      ),
    async observations(query) {
      const found: ApiObservation[] = [];
      let cursor: string | null = null;
      do {
        const asked: Query = { limit: PAGE, ...query, ...(cursor === null ? {} : { cursor }) };
        const { status, text, json } = await get("/api/v1/observations", asked);
        if (status !== 200) throw new Error(`GET observations: ${status} ${text.slice(0, 500)}`);
        const page = Page.parse(json);
        found.push(...page.observations);
        cursor = page.next;
      } while (cursor !== null);
      return found;
    },
    async screen(procedure, input, schema) {
      const { status, text, json } = await get(
        `/trpc/${procedure}`,
        input === undefined ? {} : { input: JSON.stringify(input) },
      );
      if (status !== 200) throw new Error(`${procedure} ${JSON.stringify(input)}: ${status} ${text.slice(0, 500)}`);
      return schema.parse(ScreenAnswer.parse(json).result.data);
    },
  };
}

function addressOf(url: string, path: string, query: Query): URL {
  const address = new URL(path, url);
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value]) address.searchParams.append(name, String(each));
  }
  return address;
}
