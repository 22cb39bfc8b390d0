import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { fixedClock } from "../platform/clock.ts";
import { simulate } from "./simulate.ts";

interface Seen {
  readonly method: string;
  readonly path: string;
  readonly key: string;
  readonly authorization: string;
  readonly body: { feed?: string; observations?: { area: string; period: string }[] };
}

let close: (() => void) | undefined;
afterEach(() => close?.());

/** A server of the contract that answers as the test says; what it was asked is kept. */
async function aServer(answer: (seen: Seen, all: readonly Seen[]) => { status: number; body?: object }) {
  const all: Seen[] = [];
  const server = createServer((request, response) => {
    void read(request).then((seen) => {
      all.push(seen);
      const { status, body = {} } = answer(seen, all);
      response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { all, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function read(request: IncomingMessage): Promise<Seen> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  const text = Buffer.concat(chunks).toString("utf8");
  return {
    method: request.method ?? "",
    path: request.url ?? "",
    key: String(request.headers["idempotency-key"] ?? ""),
    authorization: String(request.headers.authorization ?? ""),
    body: text === "" ? {} : JSON.parse(text),
  };
}

const sent = (all: readonly Seen[]): Seen[] => all.filter(({ path }) => path.endsWith("/submissions"));
const reads = (all: readonly Seen[]): Seen[] => all.filter(({ method }) => method === "GET");
const taken = ({ method }: Seen) => (method === "GET" ? { status: 200, body: { observations: [] } } : { status: 201 });

/** Runs until enough was seen, then ends it as a server's stop does. */
async function run(url: string, enough: () => boolean): Promise<void> {
  const stopped = new AbortController();
  const running = simulate({
    url,
    key: "bcs_k",
    clock: fixedClock("2026-11-22T05:10:00.000Z"),
    chance: () => 0.5,
    signal: stopped.signal,
    pace: { beatMs: 1, longestMs: 5 },
  });
  await vi.waitFor(() => expect(enough()).toBe(true), 10_000);
  stopped.abort();
  await running;
}

describe("the simulator over HTTP", () => {
  it("reads where its series stand, makes up for what is missing, and goes on with the demonstration key", async () => {
    const { all, url } = await aServer(taken);
    await run(url, () => sent(all).length >= 4);
    expect(reads(all).every(({ path }) => path.includes("area=demo%3AMAU"))).toBe(true);
    const [first, second] = sent(all);
    expect(first?.body.observations?.length).toBeGreaterThan(100);
    expect(second?.body.observations?.length).toBeLessThan(5);
    expect(all.every(({ authorization }) => authorization === "Bearer bcs_k")).toBe(true);
    expect(new Set(sent(all).map(({ key }) => key)).size).toBe(sent(all).length);
    expect(sent(all).every(({ body }) => body.feed === "demo.tinhmau")).toBe(true);
    expect(
      sent(all)
        .flatMap(({ body }) => body.observations ?? [])
        .every(({ area }) => area === "demo:MAU"),
    ).toBe(true);
    expect(all.some(({ path }) => path.endsWith("/heartbeat"))).toBe(true);
  });

  it("looks again after a refusal or a failure, since others may have written", async () => {
    const { all, url } = await aServer((seen, asked) => {
      if (seen.method === "GET") return taken(seen);
      const count = sent(asked).length;
      return { status: count === 1 ? 503 : count === 2 ? 422 : 201 };
    });
    await run(url, () => sent(all).length >= 4);
    // Two kinds of periods, each read at the start, after the failure and after the refusal.
    expect(reads(all).length).toBe(6);
  });

  it("goes on asking while nothing answers as it should, and ends at once when told", async () => {
    const { all, url } = await aServer(() => ({ status: 500, body: {} }));
    await run(url, () => all.length >= 6);
    expect(sent(all)).toEqual([]);
  });
});
