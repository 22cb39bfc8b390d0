import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { keyLimit } from "./key-errors.ts";
import { KeyAnswer, type KeyRequest, leaveKeyRequest, takeKeyRequests } from "./key-requests.ts";

const AT = "2026-11-22T05:00:00.000Z";
const BASE = { id: "abcdefghij01", at: AT, actor: "cli" };
const HASH = "0".repeat(64);
const REQUESTS: readonly KeyRequest[] = [
  {
    verb: "create",
    input: {
      ...BASE,
      kind: "feed",
      feed: "moh",
      label: "HIS",
      secretHash: HASH,
      holder: "An",
      expiresAt: null,
      cidrs: [],
    },
  },
  { verb: "rotate", input: { ...BASE, old: "abcdefghij00", secretHash: HASH, expiresAt: null, overlapUntil: AT } },
  { verb: "revoke", input: { ...BASE, reason: "đổi máy" } },
];

it("the running server carries out what the command line leaves, and tells what it refuses", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "bochiso-keys-"));
  try {
    const left = REQUESTS.map((request) => leaveKeyRequest(dataDir, request));
    const commands = {
      create: vi.fn<(input: unknown) => Promise<void>>(() => Promise.reject(keyLimit("moh"))),
      rotate: vi.fn<(input: unknown) => Promise<void>>(() => Promise.resolve()),
      revoke: vi.fn<(input: unknown) => Promise<void>>(() => Promise.resolve()),
    };
    await takeKeyRequests(dataDir, commands);
    const told = left.map(({ answer }) => KeyAnswer.parse(JSON.parse(readFileSync(answer, "utf8"))));
    expect(told).toEqual([{ kind: "refused", text: keyLimit("moh").text }, { kind: "done" }, { kind: "done" }]);
    expect(commands.rotate).toHaveBeenCalledExactlyOnceWith(REQUESTS[1]?.input);
    expect(commands.revoke).toHaveBeenCalledExactlyOnceWith(REQUESTS[2]?.input);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});
