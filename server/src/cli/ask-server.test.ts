import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { leaveRequest, takeRequests } from "../platform/request-folder.ts";
import { answerOfServer } from "./ask-server.ts";

describe("who asks the running server", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "bochiso-requests-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("gets its answer, and leaves nothing behind", async () => {
    const left = leaveRequest(folder, "one", { verb: "do" });
    await takeRequests(folder, async (request) => ({ kind: "done", request }));
    expect(await answerOfServer(left, 0)).toEqual({ kind: "done", request: { verb: "do" } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is told that nothing was changed where nobody took it up, and nobody will", async () => {
    const left = leaveRequest(folder, "one", {});
    await expect(answerOfServer(left, 0)).rejects.toThrow(/nothing was changed/);
    const answerTo = vi.fn<() => Promise<unknown>>();
    await takeRequests(folder, answerTo);
    expect(answerTo).not.toHaveBeenCalled();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is told that it may still be done where the server is at it, and finds the answer later", async () => {
    const left = leaveRequest(folder, "one", {});
    const { promise, resolve } = Promise.withResolvers<string>();
    const working = takeRequests(folder, () => promise);
    await expect(answerOfServer(left, 0)).rejects.toThrow(/may still do it/);
    resolve("done");
    await working;
    expect(await answerOfServer(left, 0)).toBe("done");
  });

  it("is served at the next look where a step failed, and not twice where the server died over it", async () => {
    const left = leaveRequest(folder, "one", {});
    await expect(takeRequests(folder, () => Promise.reject(new Error("disk")))).rejects.toThrow("disk");
    await takeRequests(folder, async () => "done");
    expect(await answerOfServer(left, 0)).toBe("done");
    leaveRequest(folder, "two", {});
    // A server that dies never answers.
    void takeRequests(folder, () => new Promise(() => undefined));
    const answerTo = vi.fn<() => Promise<unknown>>();
    await takeRequests(folder, answerTo);
    expect(answerTo).not.toHaveBeenCalled();
    expect(readdirSync(folder)).toEqual([]);
  });
});
