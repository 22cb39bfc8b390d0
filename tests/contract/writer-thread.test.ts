import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { headCommit } from "@bochiso/db/repositories/commits";
import { openSqliteReadStore, openSqliteStore } from "@bochiso/db/store";
import { type CommandExecutor, runInProcess, startWriterThread } from "@bochiso/db/writer";
import { DomainError } from "@bochiso/shared/errors";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestHandlers, type TestCommands } from "./fixtures/test-commands.ts";

const entry = new URL("./fixtures/writer-entry.ts", import.meta.url);

let folder = "";
let databaseFile = "";
let executor: CommandExecutor<TestCommands>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bochiso-writer-"));
  databaseFile = join(folder, "test.db");
});
afterEach(async () => {
  await executor.close();
  rmSync(folder, { recursive: true, force: true });
});

const start = {
  "in a thread": () => startWriterThread<TestCommands>({ entry, databaseFile, workerData: { prefix: "" } }),
  "in process": async () =>
    runInProcess({
      store: await openSqliteStore({ databaseFile }),
      createHandlers: createTestHandlers,
      workerData: { prefix: "" },
    }),
};

describe.each(["in a thread", "in process"] as const)("commands %s", (where) => {
  beforeEach(async () => {
    executor = await start[where]();
  });

  it("answer, and tell what was committed", async () => {
    const told = new Promise((resolve) => executor.onCommitted(resolve));
    expect(await executor.execute({ name: "note", input: { label: "a" } })).toBe(1);
    expect(await told).toEqual({ seq: 1, recordedAt: "2026-01-01T00:00:00.000Z" });
    expect(await executor.execute({ name: "log", input: null })).toEqual(["a"]);
    expect(executor.pending).toBe(0);
  });

  it("fail with the error of the domain, its code, facts and text", async () => {
    const error = await executor.execute({ name: "refuse", input: null }).catch((refusal: unknown) => refusal);
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({ code: "too-large", facts: { limit: 3 }, text: { vi: "Quá lớn", en: "Too large" } });
    await expect(executor.execute({ name: "break", input: null })).rejects.toThrow("not thought of");
    expect(await executor.execute({ name: "log", input: null })).toEqual([]);
  });

  it("are all worked off before closing, and none is taken after it", async () => {
    const notes = ["a", "b", "c"].map((label) => executor.execute({ name: "note", input: { label } }));
    const closing = executor.close();
    await expect(executor.execute({ name: "log", input: null })).rejects.toMatchObject({ code: "writer-closed" });
    expect((await Promise.all(notes)).sort((a, b) => a - b)).toEqual([1, 2, 3]);
    await closing;
    const readStore = openSqliteReadStore({ databaseFile });
    expect(await readStore.read(headCommit)).toMatchObject({ seq: 3 });
    await readStore.close();
  });
});

describe("the writer thread", () => {
  beforeEach(async () => {
    executor = await start["in a thread"]();
  });

  it("takes a single row that arrives during bulk work before the bulk that waits", async () => {
    const note = (label: string, priority: "high" | "normal", busyMs: number) =>
      executor.execute({ name: "note", input: { label, busyMs } }, { priority });
    await Promise.all([
      note("bulk 1", "normal", 150),
      note("bulk 2", "normal", 0),
      note("bulk 3", "normal", 0),
      note("row", "high", 0),
    ]);
    const log = await executor.execute({ name: "log", input: null });
    expect(log.indexOf("row")).toBeLessThan(log.indexOf("bulk 2"));
    expect(log.filter((label) => label !== "row")).toEqual(["bulk 1", "bulk 2", "bulk 3"]);
  });

  it("goes on with bulk work under a stream of single rows that never ends", async () => {
    const MOST = 600;
    let sent = 0;
    let isDone = false;
    const stream = async (): Promise<void> => {
      for (; !isDone && sent < MOST; sent += 1)
        await executor.execute({ name: "note", input: { label: "row", busyMs: 1 } }, { priority: "high" });
    };
    // So many senders that one always waits; each sends again as soon as it is answered.
    const senders = Array.from({ length: 6 }, stream);
    const bulk = executor.execute({ name: "slices", input: { count: 10 } }).finally(() => {
      isDone = true;
    });
    await Promise.all([...senders, bulk]);
    expect(sent).toBeLessThan(MOST);
  });

  it("is handed the bytes of a request instead of a copy", async () => {
    const bytes = new Uint8Array(1_000);
    const measured = executor.execute({ name: "measure", input: bytes }, { transfer: [bytes.buffer] });
    expect(bytes.byteLength).toBe(0);
    expect(await measured).toBe(1_000);
  });

  it("does not keep a command waiting that cannot be sent", async () => {
    const detached = new Uint8Array(8);
    structuredClone(null, { transfer: [detached.buffer] });
    const sending = executor.execute({ name: "measure", input: detached }, { transfer: [detached.buffer] });
    await expect(sending).rejects.toThrow();
    expect(executor.pending).toBe(0);
  });

  it("is reported and started again when it dies; what it was given is rejected, what is on disk stays", async () => {
    await executor.execute({ name: "note", input: { label: "kept" } });
    const crash = new Promise<Error>((resolve) => executor.onCrash(resolve));
    const dying = executor.execute({ name: "die", input: null });
    const behind = executor.execute({ name: "note", input: { label: "behind" } });
    await expect(dying).rejects.toMatchObject({ code: "writer-crashed" });
    await expect(behind).rejects.toMatchObject({ code: "writer-crashed" });
    expect((await crash).message).toContain("7");
    expect(await executor.execute({ name: "log", input: null })).toEqual(["kept"]);
  });

  it("does not start on a file that another writer has", async () => {
    const second = startWriterThread<TestCommands>({ entry, databaseFile, workerData: { prefix: "" } });
    await expect(second).rejects.toMatchObject({ code: "database-in-use" });
  });
});
