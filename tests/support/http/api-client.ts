import type { SeededServer } from "../seeded-server.ts";
import { type Answer, describedAnswer } from "./answer.ts";

interface Sent {
  key?: string;
  idempotencyKey?: string;
  headers?: Record<string, string>;
  query?: string;
}

let counter = 0;

/** Speaks to a server as a source system or a reader does. */
export function apiClient(server: Pick<SeededServer, "url" | "keys">) {
  return {
    async get<T = unknown>(
      path: string,
      options: { key?: string | null; headers?: Record<string, string> } = {},
    ): Promise<Answer<T>> {
      const key = options.key === undefined ? server.keys.reader : options.key;
      const authorization = key === null ? {} : { Authorization: `Bearer ${key}` };
      const init = { headers: { ...authorization, ...options.headers } };
      return describedAnswer<T>(await fetch(`${server.url}${path}`, init), { method: "GET", path });
    },
    /** Posts a submission; the body may be bytes, text, or an object to be written as JSON. */
    async submit<T = SubmissionAnswer>(body: object | string | Uint8Array, options: Sent = {}): Promise<Answer<T>> {
      counter += 1;
      const raw = typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);
      const headers: Record<string, string> = {
        Authorization: `Bearer ${options.key ?? server.keys.feeds["mof.customs"] ?? ""}`,
        "Idempotency-Key": options.idempotencyKey ?? `test-${counter}`,
        "Content-Type": "application/json",
        ...options.headers,
      };
      for (const [name, value] of Object.entries(headers)) if (value === "") delete headers[name];
      const init = { method: "POST", headers, body: raw as BodyInit };
      const path = `/api/v1/submissions${options.query ?? ""}`;
      return describedAnswer<T>(await fetch(`${server.url}${path}`, init), { method: "POST", path });
    },
  };
}

export type ApiClient = ReturnType<typeof apiClient>;

/** What comes back from `POST /api/v1/submissions`, accepted or refused. */
export interface SubmissionAnswer {
  receipt: { id: string; commitSeq: number; rowsRoot: string; contentSha256: string; counts: Record<string, number> };
  code: string;
  errors: {
    pointer: string;
    row: number;
    code: string;
    detailVi: string;
    got?: string;
    expected?: string;
    nearest?: string;
  }[];
  errorCount: number;
  warnings?: { code: string; first?: number; last?: number }[];
}

/** A monthly value of exports or imports of the nation. */
export function aTradeRow(change: object = {}): object {
  return { indicator: "trade.export.value", area: "VN", period: "2025-03", value: 38510.2, status: "E", ...change };
}

/** A submission of customs with these rows. */
export function aSubmission(observations: readonly object[], change: object = {}): object {
  return { feed: "mof.customs", observations, ...change };
}
