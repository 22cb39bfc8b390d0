import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type LiveEvent, ScopeId } from "@bochiso/shared/screen";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type SeededScreens, seededScreens } from "./seeded-screens.ts";

const GOVERNMENT = ScopeId.parse("cp");

/** A month of trade as the customs feed sends it. */
function trade(period: string, exported: string) {
  const observation = (indicator: string, value: string) => ({
    indicator,
    area: "VN",
    period,
    value,
    status: "E" as const,
  });
  return {
    feed: "mof.customs",
    recordedAt: "2026-11-22T02:00:00.000Z",
    idempotencyKey: `test/${period}/${exported}`,
    submission: {
      feed: "mof.customs",
      source: { publisher: "mof.nso", document: "Biểu số liệu" },
      observations: [observation("trade.export.value", exported), observation("trade.import.value", "30000")],
    },
  };
}

describe("live events", () => {
  let screens: SeededScreens;
  let stop: AbortController;
  beforeAll(async () => {
    screens = await seededScreens("catalogue");
    await screens.live.start();
  });
  beforeEach(() => {
    stop = new AbortController();
  });
  afterEach(() => stop.abort());
  afterAll(() => screens?.close());

  const push = (period: string, exported: string) =>
    screens.commands["replay-batches"]({ batches: [trade(period, exported)] });
  const follow = (since: number | null) => screens.services.follow(since, stop.signal)[Symbol.asyncIterator]();
  const next = async (events: AsyncIterator<LiveEvent>): Promise<LiveEvent> => {
    const { value, done } = await events.next();
    if (done === true) throw new Error("the stream ended");
    return value;
  };
  const head = async () => (await screens.services.getShell()).commitSeq;

  it("begin with a beat that names the server and its clock", async () => {
    const seq = await head();
    expect(await next(follow(seq))).toMatchObject({
      kind: "beat",
      seq,
      instance: "test-instance",
      serverTime: "2026-11-22T03:00:00.000Z",
    });
  });

  it("tell which indicators and areas changed, inputs and derived alike, and no value", async () => {
    const events = follow(await head());
    await next(events);
    await push("2026-09", "36500.25");
    const change = await next(events);
    expect(change).toMatchObject({ kind: "change", seq: await head() });
    const changed = change.kind === "change" ? change.changed : {};
    for (const code of ["trade.export.value", "trade.import.value", "trade.balance", "trade.total"]) {
      expect(changed[code], code).toEqual(["VN"]);
    }
    expect(JSON.stringify(change)).not.toContain("36500");
  });

  it("tell that a contract changed, which no value does", async () => {
    const events = follow(await head());
    await next(events);
    const feed = (await screens.services.feeds.get({ feed: "mof.customs" })).contract;
    const contract = { ...feed, heartbeatMinutes: 30 };
    const said = { reason: "kiểm thử", at: "2026-11-22T02:00:00.000Z", actor: "test" };
    await screens.commands["change-feed-contract"]({ feed: "mof.customs", seen: feed, contract, ...said });
    expect(await next(events)).toEqual({ kind: "change", seq: await head(), changed: {}, feeds: ["mof.customs"] });
  });

  it("bring what was missed, each change once, to a screen that comes back", async () => {
    await push("2026-07", "30100");
    const since = await head();
    await push("2026-05", "36500");
    await push("2026-06", "37000");
    const events = follow(since);
    expect([await next(events), await next(events), await next(events)].map(({ kind, seq }) => [kind, seq])).toEqual([
      ["change", since + 1],
      ["change", since + 2],
      ["beat", since + 2],
    ]);
  });

  it("tell a screen that missed what is no longer kept to ask again, by a beat beyond what it knows", async () => {
    await push("2026-04", "36500");
    const event = await next(follow(0));
    expect(event).toMatchObject({ kind: "beat", seq: await head() });
  });

  it("are followed by screens that show the new value, its change and its new revision", async () => {
    await push("2026-09", "30000");
    await push("2026-10", "36000");
    await push("2026-10", "36500");
    const { cards } = await screens.services.getOverview({ scope: GOVERNMENT });
    const balance = cards.find(({ ref }) => ref.indicator === "trade.balance");
    expect(balance?.value).toEqual({ kind: "number", value: 6500 });
    expect(balance?.revised).toBe(true);
    expect(balance?.changes.find(({ kind }) => kind === "previous-period")?.value).toEqual({
      kind: "number",
      value: 6500,
    });
  });
});

describe("the procedures over HTTP", () => {
  let screens: SeededScreens;
  let server: Server;
  let url: string;
  beforeAll(async () => {
    screens = await seededScreens("catalogue");
    server = createServer(screens.app).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/trpc`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await screens.close();
  });

  const ask = (path: string, input: object) =>
    fetch(`${url}/${path}?input=${encodeURIComponent(JSON.stringify(input))}`);

  it("answer a screen with the scopes in the Government's order", async () => {
    const answer = await ask("shell.get", {});
    const body = await answer.json();
    expect(body.result.data.scopes.slice(0, 3).map(({ id }: { id: string }) => id)).toEqual(["cp", "bo/mod", "bo/mps"]);
    expect(body.result.data.scopes).toHaveLength(1 + 17 + 34 + 1);
  });

  it("answer an error of the domain with its code, facts and both texts", async () => {
    const answer = await ask("overview.get", { scope: "bo/nothing" });
    expect(answer.status).toBe(404);
    const { error } = await answer.json();
    expect(error.data).toMatchObject({
      domainCode: "scope-unknown",
      facts: { scope: "bo/nothing" },
      text: { vi: expect.stringContaining("phạm vi") },
    });
    expect(error.data.stack).toBeUndefined();
  });

  it("refuse malformed input without saying how they are built", async () => {
    const answer = await ask("overview.get", { scope: "../etc" });
    expect(answer.status).toBe(400);
    expect((await answer.json()).error.data).toMatchObject({ domainCode: "bad-request" });
  });

  it("stream events whose ids let a client resume", async () => {
    const answer = await fetch(`${url}/live.changes?input=${encodeURIComponent("{}")}`, {
      headers: { accept: "text/event-stream" },
    });
    expect(answer.headers.get("content-type")).toContain("text/event-stream");
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!text.includes('"beat"')) text += (await reader?.read())?.value ?? "";
    expect(text).toMatch(/id: \d+/);
    await reader?.cancel();
  });
});
