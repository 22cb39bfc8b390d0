import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { headCommit } from "@bochiso/db/repositories/commits";
import { readMeta, writeMeta } from "@bochiso/db/repositories/meta";
import { defineStatement } from "@bochiso/db/statement";
import { openSqliteReadStore, openSqliteStore, type ReadTx, type Store } from "@bochiso/db/store";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { minute } from "./world/builders.ts";

const readSettings = defineStatement<{ synchronous: number; foreignKeys: number; timeout: number }>()(
  "read_settings",
  { unused: "int" },
  `SELECT s.synchronous AS "synchronous", f.foreign_keys AS "foreignKeys", b.timeout AS "timeout"
   FROM {rows} JOIN pragma_synchronous s JOIN pragma_foreign_keys f JOIN pragma_busy_timeout b`,
);

describe("the SQLite file", () => {
  let folder = "";
  let databaseFile = "";
  const open: Store[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "bochiso-file-"));
    databaseFile = join(folder, "test.db");
  });
  afterEach(async () => {
    for (const store of open.splice(0)) await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  async function openStore(): Promise<Store> {
    const store = await openSqliteStore({ databaseFile });
    open.push(store);
    return store;
  }

  it("is in WAL mode, clustered on the keys of its large tables", async () => {
    await openStore();
    const client = new Database(databaseFile, { readonly: true });
    expect(client.pragma("journal_mode", { simple: true })).toBe("wal");
    const sql = client.prepare("SELECT sql FROM sqlite_master WHERE name = ?").pluck();
    for (const table of ["observation", "observation_revision"]) {
      expect(sql.get(table)).toMatch(/WITHOUT ROWID$/);
    }
    client.close();
  });

  it("is open with the settings that keep acknowledged commits, for writing and for reading", async () => {
    const store = await openStore();
    const expected = { synchronous: 2, foreignKeys: 1, timeout: 5_000 };
    const settings = (tx: ReadTx) => tx.statements.all(readSettings, [{ unused: 0 }]);
    expect(await store.write(settings)).toEqual([expected]);
    expect(await store.read(settings)).toEqual([expected]);
  });

  it("enforces foreign keys", async () => {
    const store = await openStore();
    const orphan = store.write((tx) =>
      tx.db
        .insert(tx.schema.heartbeat)
        .values({ feed: "nobody", at: minute(0), details: {} })
        .then(() => undefined),
    );
    await expect(orphan).rejects.toThrow();
  });

  it("belongs to one store at a time, and is free again once that store is closed", async () => {
    const store = await openStore();
    await expect(openSqliteStore({ databaseFile })).rejects.toMatchObject({ code: "database-in-use" });
    await store.close();
    open.pop();
    await openStore();
  });

  it("belongs to one process at a time, and is free again once that process is killed", async () => {
    const holder = spawn(process.execPath, [
      fileURLToPath(new URL("./fixtures/hold-database.ts", import.meta.url)),
      databaseFile,
    ]);
    const [said] = await once(holder.stdout, "data");
    expect(String(said)).toBe("open\n");
    await expect(openSqliteStore({ databaseFile })).rejects.toMatchObject({ code: "database-in-use" });
    const gone = once(holder, "exit");
    holder.kill("SIGKILL");
    await gone;
    const store = await openStore();

    const second = spawn(process.execPath, [
      fileURLToPath(new URL("./fixtures/hold-database.ts", import.meta.url)),
      databaseFile,
    ]);
    const [refusal] = await once(second.stdout, "data");
    second.kill("SIGKILL");
    expect(String(refusal)).toBe("database-in-use\n");
    // The refused process has not disturbed the lock.
    await expect(openSqliteStore({ databaseFile })).rejects.toMatchObject({ code: "database-in-use" });
    expect(await store.write((tx) => tx.nextCommit(minute(1)))).toMatchObject({ seq: 1 });
  });

  it("rolls back and refuses a unit of work that waits for anything but the database", async () => {
    const store = await openStore();
    const waiting = store.write(async (tx) => {
      await writeMeta(tx, "half", true);
      await delay(1);
    });
    await expect(waiting).rejects.toMatchObject({ code: "foreign-await" });
    expect(await store.read((tx) => readMeta(tx, "half"))).toBeUndefined();
  });

  it("lets single rows go ahead of waiting bulk work", async () => {
    const store = await openStore();
    const order: string[] = [];
    const write = (label: string, priority: "high" | "normal") =>
      store.write(
        async (tx) => {
          order.push(label);
          await tx.nextCommit(minute(1));
        },
        { priority },
      );
    await Promise.all([
      write("bulk 1", "normal"),
      write("bulk 2", "normal"),
      write("row", "high"),
      write("bulk 3", "normal"),
    ]);
    expect(order).toEqual(["bulk 1", "row", "bulk 2", "bulk 3"]);
  });

  it("is read beside the writer by connections that cannot write", async () => {
    const store = await openStore();
    const readStore = openSqliteReadStore({ databaseFile });
    await store.write((tx) => tx.nextCommit(minute(1)));
    expect(await readStore.read(headCommit)).toMatchObject({ seq: 1 });
    const writing = readStore.read((tx) => tx.db.delete(tx.schema.meta).then(() => undefined));
    await expect(writing).rejects.toMatchObject({ code: "storage-failed" });
    await readStore.close();
  });

  it("keeps its contents and does not migrate twice when it is opened again", async () => {
    const store = await openStore();
    await store.write((tx) => tx.nextCommit(minute(1)));
    await store.close();
    open.pop();
    const again = await openStore();
    expect(await again.read(headCommit)).toMatchObject({ seq: 1 });
  });
});
