import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { definitionChangeById, listStagedSeries } from "@bochiso/db/repositories/definition-changes";
import { loadCatalogue } from "@bochiso/seed/catalogue";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { systemClient } from "../support/http/system-client.ts";
import { type SeededServer, startSeededServer } from "../support/seeded-server.ts";

const CLI = fileURLToPath(new URL("../../server/src/cli/definitions.ts", import.meta.url));
const run = promisify(execFile);
const FAR = "2999-01-01";
const PAST = "2020-01-01";
const SIGNED = { author: "soan.thao", approvedBy: "phe.duyet" };

const definitions = new Map(loadCatalogue().map((definition) => [String(definition.code), definition]));
const Explained = z.object({ value: z.number().nullable(), formula: z.string().nullable() });
const Failed = z.object({ code: z.number(), stderr: z.string() });

function next(code: string, fields: Partial<IndicatorDefinition>, version = 2): IndicatorDefinition {
  const definition = definitions.get(code);
  if (definition === undefined) throw new Error(`There is no ${code}`);
  return { ...definition, ...fields, version };
}

describe("a change of definitions, brought in by an operator while the server runs", () => {
  let server: SeededServer;
  const folder = mkdtempSync(join(tmpdir(), "bochiso-change-"));
  beforeAll(async () => {
    server = await startSeededServer();
  }, 300_000);
  afterAll(async () => {
    await server.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const api = () => systemClient(server.url, server.keys.reader);
  const command = async (...words: string[]): Promise<string> => {
    const env = { ...process.env, BOCHISO_DATA_DIR: server.dataDir };
    return (await run(process.execPath, [CLI, ...words], { env })).stdout.trim();
  };
  const fileOf = (change: object): string => {
    const file = join(folder, "change.json");
    writeFileSync(file, JSON.stringify({ ...SIGNED, effectiveFrom: PAST, ...change }));
    return file;
  };
  const stage = (change: object) => {
    const input = { id: randomUUID(), change: { ...SIGNED, effectiveFrom: PAST, ...change }, actor: "test" };
    return server.services.writer.execute({ name: "stage-definition-change", input });
  };
  const apply = async (change: object): Promise<string> => {
    const staged = await stage(change);
    if (staged.kind === "refused") throw new Error(JSON.stringify(staged.problems));
    return staged.id;
  };
  const refusal = async (change: object): Promise<string[]> => {
    const staged = await stage(change);
    return staged.kind === "refused" ? staged.problems.map(({ code }) => code) : [];
  };
  const stateOf = async (id: string) =>
    (await server.services.store.read((tx) => definitionChangeById(tx, id)))?.state ?? null;
  const reaches = (id: string, state: string) =>
    expect.poll(() => stateOf(id), { timeout: 60_000, interval: 200 }).toBe(state);
  const balances = async (query = {}) => {
    const found = await api().observations({ indicator: "trade.balance", area: "VN", ...query });
    return new Map(found.map(({ period, value }) => [period, value ?? 0]));
  };
  const head = async () => z.object({ commitSeq: z.number() }).parse((await api().get("/readyz")).json).commitSeq;
  const explained = async (query = {}) => {
    const path = "/api/v1/observations/explain";
    const { json } = await api().get(path, { indicator: "trade.balance", area: "VN", period: "2024-12", ...query });
    return Explained.parse(json);
  };
  const version = async (code: string): Promise<number> => {
    const { json } = await api().get(`/api/v1/catalog/indicators/${code}`);
    return z.object({ version: z.number() }).parse(json).version;
  };
  const push = (observations: readonly object[]) =>
    api().submit({
      key: server.keys.feeds["mof.customs"] ?? "",
      idempotencyKey: `change-${observations.length}-${Math.round(performance.now())}`,
      body: { feed: "mof.customs", observations },
    });

  const turned = { formula: "trade.import.value - trade.export.value" };

  it("is refused on the command line with position, code, both reasons and the nearest name", async () => {
    const faulty = next("trade.balance", { formula: "trade.export.value - trade.imprt.value" });
    const said = await command("apply", fileOf({ definitions: [faulty] })).then(
      (id) => `accepted as ${id}`,
      (error: unknown) => Failed.parse(error).stderr,
    );
    expect(said).toContain("trade.balance  formula 22–38  indicator-unknown");
    expect(said).toContain("Gần nhất: trade.import.value.");
    expect(said).toContain("Nearest: trade.import.value.");
  }, 60_000);

  it("is refused where its author approves it, figures would change their meaning, or a retired indicator is in use", async () => {
    const definitions = [next("trade.balance", turned)];
    expect(await refusal({ approvedBy: SIGNED.author, definitions })).toEqual(["approver-is-author"]);
    expect(await refusal({ definitions: [...definitions, ...definitions] })).toEqual(["definition-repeated"]);
    expect(await refusal({ definitions: [next("trade.balance", turned, 4)] })).toEqual(["definition-version"]);
    expect(await refusal({ definitions: [next("trade.export.value", { unit: "bn_vnd" })] })).toContain(
      "attribute-fixed",
    );
    expect(await refusal({ definitions: [next("trade.export.value", { retired: true })] })).toContain(
      "indicator-in-use",
    );
    const circle = next("trade.export.value", { formula: "trade.balance + trade.import.value" });
    expect(await refusal({ definitions: [circle] })).toContain("cycle");
    expect(await refusal({ definitions: [{ code: "trade.balance", version: 2, decimals: -1 }] })).toContain(
      "definition-malformed",
    );
  });

  it("stays out of sight until its day while values go on arriving; cancelled it is gone", async () => {
    const before = await balances();
    // What is left out stays as it is.
    const described = { code: "trade.balance", version: 2, ...turned };
    const id = await command("apply", fileOf({ effectiveFrom: FAR, definitions: [described] }));
    await reaches(id, "ready");
    expect(await balances()).toEqual(before);
    expect(await version("trade.balance")).toBe(1);
    const answer = await push([
      { indicator: "trade.export.value", area: "VN", period: "2025-03", value: 40_000, status: "E" },
      { indicator: "trade.import.value", area: "VN", period: "2025-03", value: 30_000, status: "E" },
    ]);
    expect(answer.status).toBe(201);
    expect((await balances()).get("2025-03")).toBe(10_000);
    const overlapping = next("trade.export.value", { aggregation: { area: "none", time: "sum" } });
    expect(await refusal({ definitions: [overlapping] })).toEqual(["change-overlaps"]);
    expect(await command("list")).toContain(`${id}  ready`);
    await command("cancel", id, "thử");
    expect(await stateOf(id)).toBe("cancelled");
    expect((await balances()).get("2025-03")).toBe(10_000);
    expect(await version("trade.balance")).toBe(1);
    const left = (): Promise<unknown> =>
      server.services.store.read(async (tx) => [
        (await definitionChangeById(tx, id))?.holdsCells,
        (await listStagedSeries(tx, id, "trade.balance")).length,
      ]);
    await expect.poll(left, { timeout: 30_000 }).toEqual([false, 0]);
  }, 180_000);

  it("takes over in one commit: old before, new after it, and as of before it the old figures with their old formula", async () => {
    const old = await balances();
    const oldSeq = await head();
    const id = await apply({ definitions: [next("trade.balance", turned)] });
    const seen = new Set<string>();
    const look = async (): Promise<string> => {
      const now = await balances();
      const isOld = [...old].every(([period, value]) => now.get(period) === value);
      const isNew = [...old].every(([period, value]) => Math.abs((now.get(period) ?? 0) + value) < 1e-6);
      const view = isOld ? "old" : isNew ? "new" : "mixed";
      seen.add(view);
      return view;
    };
    await expect.poll(look, { timeout: 60_000, interval: 20 }).toBe("new");
    expect([...seen].filter((view) => view === "mixed")).toEqual([]);
    await reaches(id, "in-force");
    expect(await version("trade.balance")).toBe(2);
    expect(await explained()).toMatchObject({ formula: turned.formula });
    expect(await balances({ asOf: oldSeq })).toEqual(old);
    expect(await explained({ asOf: oldSeq })).toMatchObject({ formula: "trade.export.value - trade.import.value" });
  }, 120_000);

  it("puts a new indicator in force with its figures, and retires it again while its history stays readable", async () => {
    const cover = next(
      "trade.balance",
      { formula: "trade.export.value + trade.import.value", name: { vi: "Thử", en: "Trial" } },
      1,
    );
    const added = { ...cover, code: "trade.trial" };
    await reaches(await apply({ definitions: [added] }), "in-force");
    const found = await api().observations({ indicator: "trade.trial", area: "VN", from: "2025-03", to: "2025-03" });
    expect(found.map(({ value, origin }) => [value, origin])).toEqual([[70_000, "computed"]]);
    const seq = await head();
    await reaches(await apply({ definitions: [{ ...added, version: 2, retired: true }] }), "in-force");
    expect((await api().get("/api/v1/catalog/indicators/trade.trial")).status).toBe(404);
    expect(await head()).toBeGreaterThan(seq);
  }, 120_000);

  it("that only changes how figures are shown computes nothing", async () => {
    const seq = await head();
    const shown = next("trade.export.value", { decimals: 0, limits: { min: 0, max: 1e9, minExclusive: false } });
    await reaches(await apply({ definitions: [shown] }), "in-force");
    expect(await version("trade.export.value")).toBe(2);
    // Staged, ready, in force: a commit each, and no figure among them.
    expect((await head()) - seq).toBe(3);
    const since = await api().get("/api/v1/observations", { indicator: "trade.balance", since: seq });
    expect(since.text).not.toContain(`"commitSeq":${seq + 3}`);
  }, 60_000);
});
