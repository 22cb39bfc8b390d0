import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PostgresCluster, startPostgres } from "./postgres-cluster.ts";

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const socketFolder = (url: string) => new URL(url).searchParams.get("host") ?? "";

describe("startPostgres", () => {
  let cluster: PostgresCluster;
  beforeAll(async () => {
    cluster = await startPostgres();
  });
  afterAll(() => cluster.stop());

  it("keeps the durability of production unless a test gives it up", async () => {
    expect(await ask(cluster.url, "show fsync")).toEqual([{ fsync: "on" }]);
    expect(await ask(cluster.url, "show synchronous_commit")).toEqual([{ synchronous_commit: "on" }]);
  });

  it("listens on no network address", async () => {
    expect(await ask(cluster.url, "show listen_addresses")).toEqual([{ listen_addresses: "" }]);
  });

  it("gives each caller an empty database of its own", async () => {
    const first = await cluster.createDatabase("first");
    await ask(first, "create table kept (id int)");
    const second = await cluster.createDatabase("second");
    const tables = "select tablename from pg_tables where schemaname = 'public'";
    expect(await ask(second, tables)).toEqual([]);
    expect(await ask(await cluster.createDatabase("first"), tables)).toEqual([]);
  });

  it("stores Vietnamese text as UTF-8", async () => {
    const url = await cluster.createDatabase("vietnamese");
    expect(await ask(url, "select upper('đắk lắk') as name, length('Bộ chỉ số') as size")).toEqual([
      { name: "ĐẮK LẮK", size: 9 },
    ]);
  });

  it("refuses a name that is not a plain identifier", async () => {
    await expect(cluster.createDatabase("x; drop database first")).rejects.toThrow("Not a database name");
  });
});

describe("a stopped cluster", () => {
  it("leaves no files, and stopping twice is harmless", async () => {
    const cluster = await startPostgres({ durability: "fast" });
    const folder = socketFolder(cluster.url);
    expect(await ask(cluster.url, "show fsync")).toEqual([{ fsync: "off" }]);
    expect(existsSync(folder)).toBe(true);
    await cluster.stop();
    await cluster.stop();
    expect(existsSync(folder)).toBe(false);
  });

  it("says what the server said when it cannot start", async () => {
    const attempt = startPostgres({ settings: { no_such_setting: "1" } });
    await expect(attempt).rejects.toThrow("no_such_setting");
  });

  it("disappears with a process that is killed", async () => {
    const module = fileURLToPath(new URL("./postgres-cluster.ts", import.meta.url));
    const script = `import { startPostgres } from ${JSON.stringify(module)};
      const cluster = await startPostgres(); console.log(cluster.url); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = await once(child.stdout, "data");
    const folder = socketFolder(String(line).trim());
    expect(readdirSync(folder)).toContain("data");
    child.kill("SIGKILL");
    await expect.poll(() => existsSync(folder), { timeout: 20_000 }).toBe(false);
  });
});
