import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, expect, it } from "vitest";
import { curlCommand } from "../../client/src/features/feeds/keys/model.ts";
import { createFeedServices } from "../../server/src/modules/feeds/create-feed-services.ts";
import type { FeedServices } from "../../server/src/modules/feeds/feed-services.ts";
import { type EmptyServer, startEmptyServer } from "../support/empty-server.ts";
import { apiClient, aSubmission, aTradeRow } from "../support/http/api-client.ts";

const FEED = "mof.customs";
const BY = { name: "Trần Thị Duyệt", position: "Phó cục trưởng" };
let server: EmptyServer;
let feeds: FeedServices;

beforeAll(async () => {
  server = await startEmptyServer([FEED]);
  feeds = createFeedServices({ ...server.services, demo: server.services.config.demo });
});
afterAll(() => server.remove());

/** Runs the command in a shell, with the request in place of curl. */
async function run(command: string): Promise<{ status: number; json: Record<string, unknown> }> {
  const curl = `curl() { for part in "$@"; do printf '%s\\0' "$part"; done; }`;
  const { stdout } = spawnSync("sh", ["-c", `${curl}\n${command}`], { encoding: "utf8" });
  const parts = stdout.split("\0");
  const url = parts.find((part) => part.startsWith("http")) ?? "";
  const headers = parts.flatMap((part, at) => {
    const [name = "", ...value] = part.split(": ");
    return parts[at - 1] === "-H" ? [[name, value.join(": ")] as [string, string]] : [];
  });
  const body = parts[parts.indexOf("--data") + 1] ?? "";
  const answer = await fetch(url, { method: "POST", headers, body });
  return { status: answer.status, json: await answer.json() };
}

async function firstCommand() {
  const { row, needsDigest, ...rest } = await feeds.example({ feed: FEED });
  if (row === null) throw new Error("no row");
  const key = server.keys.feeds[FEED] ?? "";
  return { row, ...rest, command: curlCommand({ origin: server.url, feed: FEED, key, row, needsDigest }) };
}

it("runs as it is: with nothing sent, with a value sent, and where a digest is agreed", async () => {
  const fresh = await firstCommand();
  expect(fresh).toMatchObject({ row: { value: null, status: "O" }, accepts: true, needsSignature: false });
  expect(await run(fresh.command)).toMatchObject({ status: 200, json: { dryRun: true, counts: { created: 1 } } });

  const sent = aTradeRow({ period: "2025-03", value: 42150.3 });
  expect((await apiClient(server).submit(aSubmission([sent]))).status).toBe(201);
  const { contract: seen } = await feeds.get({ feed: FEED });
  const contract = { ...seen, requireDigest: true };
  await feeds.changeContract({ feed: FEED, seen, contract, reason: "kiểm thử", by: BY });
  const again = await firstCommand();
  expect(again.row).toMatchObject({ indicator: "trade.export.value", period: "2025-03", value: "42150.3" });
  expect(again.command).toContain("Content-Digest");
  expect(await run(again.command)).toMatchObject({ status: 200, json: { dryRun: true, counts: { unchanged: 1 } } });
});

it("there is a row for every feed that owns anything", async () => {
  const without: string[] = [];
  for (const { code, indicators } of (await feeds.list()).feeds) {
    const { row } = await feeds.example({ feed: code });
    if (row === null && indicators > 0) without.push(code);
  }
  expect(without).toEqual([]);
});
