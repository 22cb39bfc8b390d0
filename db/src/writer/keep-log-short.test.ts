import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { openSqliteStore } from "../dialects/sqlite/open-sqlite-store.ts";
import { readMeta, writeMeta } from "../repositories/meta/meta.ts";
import { keepLogShort } from "./keep-log-short.ts";

it("copies beside the commits what is worth it; then the log starts over, and nothing is lost", async () => {
  const folder = mkdtempSync(join(tmpdir(), "bochiso-log-"));
  const databaseFile = join(folder, "test.db");
  const store = await openSqliteStore({ databaseFile, keepsLog: true });
  const log = keepLogShort(store, databaseFile);
  try {
    const long = "x".repeat(5_000_000);
    await store.write((tx) => writeMeta(tx, "long", long));
    expect(store.log().left).toBeGreaterThan(1_000);
    log.look(true);
    await vi.waitFor(() => expect(store.log().left).toBe(0), { timeout: 30_000 });
    await store.write((tx) => writeMeta(tx, "short", "y"));
    expect(store.log().pages).toBeLessThan(100);
    expect(await store.read((tx) => readMeta(tx, "long"))).toBe(long);
  } finally {
    await log.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

it("lets the writer copy the rest of a long log while nobody waits, and once where readers keep it from starting over", () => {
  let state = { pages: 16_000, left: 20 };
  const copyLog = vi.fn<() => void>();
  const log = keepLogShort({ log: () => state, copyLog }, "unused");
  log.look(false);
  expect(copyLog).toHaveBeenCalledTimes(0);
  log.look(true);
  log.look(true);
  expect(copyLog).toHaveBeenCalledTimes(1);
  state = { pages: 3, left: 3 };
  log.look(true);
  expect(copyLog).toHaveBeenCalledTimes(1);
  state = { pages: 16_000, left: 20 };
  log.look(true);
  expect(copyLog).toHaveBeenCalledTimes(2);
});
