import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";

/** An answer with the time it took: from the first byte written to the last one read. */
export interface TimedAnswer {
  readonly ms: number;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** What is sent; nothing but a path is a GET. */
export interface TimedRequest {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * Sends requests one after another on one connection that stays open, as a source system does, with next to no work of its
 * own: what it measures is the server.
 */
export function timedSender(url: string): {
  send(asked: TimedRequest): Promise<TimedAnswer>;
  close(): void;
} {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { hostname, port } = new URL(url);
  return {
    send: ({ path, headers = {}, body }) =>
      new Promise((resolve, reject) => {
        const method = body === undefined ? "GET" : "POST";
        const length = body === undefined ? {} : { "Content-Length": Buffer.byteLength(body) };
        const started = performance.now();
        const sent = request({ agent, hostname, port, path, method, headers: { ...headers, ...length } });
        sent.on("response", (response) => {
          text(response).then((read) => {
            const ms = performance.now() - started;
            const status = response.statusCode ?? 0;
            resolve({ ms, status, headers: headersOf(response.rawHeaders), text: read });
          }, reject);
        });
        sent.on("error", reject);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}

function headersOf(raw: readonly string[]): Headers {
  const headers = new Headers();
  for (let at = 0; at + 1 < raw.length; at += 2) headers.append(raw[at] ?? "", raw[at + 1] ?? "");
  return headers;
}
