import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EntryEffect, EntryGridModel, EntryRow, EntrySaved, FileReading } from "@bochiso/shared/entry";
import { PeriodType } from "@bochiso/shared/period";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type RunningServer, startServer } from "../../server/src/start-server.ts";

/** One empty system: the catalogue of the seed, no value. */
const dataDir = mkdtempSync(join(tmpdir(), "bochiso-entry-"));
const BY = { name: "Lê Thị Nhập", position: "Chuyên viên" };
const CUSTOMS = "mof.customs";
const PERIOD = "2026-09";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ PORT: "0", LOG_LEVEL: "silent", BOCHISO_DEMO: "0", BOCHISO_DATA_DIR: dataDir });
});
afterAll(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Answer<T> {
  result?: { data: T };
  error?: { data: { domainCode: string; text: { vi: string } } };
}

async function tell<T>(name: string, input: object): Promise<Answer<T>> {
  const init = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(input) };
  return (await (await fetch(`${server.url}/trpc/${name}`, init)).json()) as Answer<T>;
}

async function entry<T>(name: string, input: object): Promise<T> {
  const { result, error } = await tell<T>(`feedEntry.${name}`, input);
  if (result === undefined) throw new Error(`${name}: ${error?.data.domainCode}`);
  return result.data;
}

async function ask<T>(name: string, input: object): Promise<T> {
  const query = encodeURIComponent(JSON.stringify(input));
  const answer = (await (await fetch(`${server.url}/trpc/${name}?input=${query}`)).json()) as Answer<T>;
  if (answer.result === undefined) throw new Error(`${name}: ${answer.error?.data.domainCode}`);
  return answer.result.data;
}

const grid = (period: string | null = PERIOD) => ask<EntryGridModel>("feedEntry.grid", { feed: CUSTOMS, period });

function aRow(change: Partial<EntryRow> = {}): EntryRow {
  return { indicator: "trade.export.value", area: "VN", period: PERIOD, value: "1234.50", ...change };
}

let made = 0;
function save(rows: readonly EntryRow[], change: object = {}): Promise<EntrySaved> {
  made += 1;
  const asked = {
    feed: CUSTOMS,
    rows,
    key: `test-key-${made}`,
    way: "entry",
    document: null,
    leaveOutFaulty: false,
    by: BY,
  };
  return entry<EntrySaved>("save", { ...asked, ...change });
}

async function contract(change: object): Promise<void> {
  const { contract: inForce } = await ask<{ contract: object }>("feeds.get", { feed: CUSTOMS });
  await tell("feeds.changeContract", {
    feed: CUSTOMS,
    seen: inForce,
    contract: { ...inForce, ...change },
    reason: "kiểm thử",
    by: BY,
  });
}

const text64 = (text: string) => Buffer.from(text, "utf8").toString("base64");
const readFile = (name: string, content: string) => entry<FileReading>("readFile", { feed: CUSTOMS, name, content });

describe("entry by hand", () => {
  it("offers the cells of a period with their units, and what never came as well", async () => {
    const { cells, period, needsSignOff, choices } = await grid();
    const exports = cells.find(({ indicator }) => indicator === "trade.export.value");
    expect(exports).toMatchObject({ area: "VN", state: "new", current: null, unit: { isPercent: false } });
    expect([period.id, needsSignOff]).toEqual([PERIOD, false]);
    const order = choices.map(({ type }) => PeriodType.options.indexOf(type));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(await ask<EntryGridModel>("feedEntry.grid", { feed: CUSTOMS, period: null })).toMatchObject({
      period: { type: "month" },
    });
  });

  it("tells the effect before, cell by cell, and stores nothing by it", async () => {
    const balance = [aRow(), aRow({ indicator: "trade.import.value", value: "1000" })];
    const effect = await entry<EntryEffect>("check", { feed: CUSTOMS, rows: [...balance, aRow({ value: "x" })] });
    expect(effect.outcomes).toEqual(["created", "created", "rejected"]);
    expect(effect.errors).toMatchObject([{ row: 2, code: "value-not-a-number" }]);
    expect(effect.faulty).toMatchObject([{ row: 2, area: { vi: "Cả nước" }, period: { vi: "Tháng 09/2026" } }]);
    const told = effect.derived.find(({ indicator }) => indicator === "trade.balance");
    expect(told).toMatchObject({ before: null, after: { kind: "number", value: 234.5 }, period: { id: PERIOD } });
    expect((await grid()).cells.every(({ current }) => current === null)).toBe(true);
  });

  it("stores with a receipt in the name of who entered, and the same again stores nothing twice", async () => {
    const asked = { key: "the-same-key", document: "Công văn 12" };
    const first = await save([aRow()], asked);
    const again = await save([aRow()], asked);
    expect(first).toMatchObject({
      kind: "stored",
      replayed: false,
      approval: null,
      receipt: { counts: { created: 1 } },
    });
    expect(again).toEqual({ ...first, replayed: true });
    const { cells } = await grid();
    const stored = cells.find(({ indicator }) => indicator === "trade.export.value");
    expect(stored).toMatchObject({ state: "received", current: { value: "1234.50", status: "A" } });
    expect((await grid("2026-10")).cells.find(({ indicator }) => indicator === "trade.export.value")).toMatchObject({
      state: "missing",
      previous: { value: "1234.50" },
    });
    const { submissions } = await ask<{ submissions: { document: string; key: unknown }[] }>("feeds.submissions", {
      feed: CUSTOMS,
    });
    expect(submissions[0]).toMatchObject({ document: "Công văn 12", key: null });
  });

  it("tells what would change from what to what, a slip of the unit before all", async () => {
    const rows = [
      aRow({ indicator: "trade.import.value", value: "5" }),
      aRow({ period: "202610", value: "1300" }),
      aRow({ value: "1234500", note: "sửa" }),
    ];
    const { changes } = await entry<EntryEffect>("check", { feed: CUSTOMS, rows });
    expect(
      changes.map(({ row, value, stored, previous, change }) => [row, value, stored, previous, change?.text.vi]),
    ).toEqual([
      [2, "1234500", "1234.50", null, "gấp 1.000 lần"],
      [0, "5", null, null, undefined],
      [1, "1300", null, "1234.50", "+5,3%"],
    ]);
    expect(changes[0]).toMatchObject({
      areaName: { vi: "Cả nước" },
      period: { id: PERIOD },
      change: { isLarge: true },
    });
  });

  it("refuses all where one row is wrong, or leaves that one out when told to", async () => {
    const rows = [aRow({ period: "2026-08" }), aRow({ value: "2000" })];
    const refused = await save(rows);
    expect(refused).toMatchObject({ kind: "refused", errors: [{ row: 1, code: "note-required" }] });
    await vi.waitFor(async () => {
      const refusals = await ask<object[]>("feeds.refusals", { feed: CUSTOMS });
      expect(refusals).toMatchObject([
        { code: "rows-refused", person: `${BY.name} (${BY.position})`, key: null, codes: { "note-required": 1 } },
      ]);
    }, 5_000);
    const stored = await save(rows, { leaveOutFaulty: true });
    expect(stored).toMatchObject({ kind: "stored", errorCount: 1, receipt: { counts: { created: 1, rejected: 1 } } });
    const id = stored.kind === "stored" ? stored.receipt.id : "";
    expect(await ask("feeds.rowErrors", { id })).toMatchObject([{ row: 1, code: "note-required" }]);
  });

  it("takes nothing for a feed that does not exist or was stopped", async () => {
    expect((await tell("feedEntry.check", { feed: "nobody", rows: [aRow()] })).error?.data.domainCode).toBe(
      "feed-unknown",
    );
    await contract({ active: false });
    const stopped = await tell("feedEntry.check", { feed: CUSTOMS, rows: [aRow()] });
    expect(stopped.error?.data.domainCode).toBe("feed-not-accepting");
    await contract({ active: true });
  });

  it("waits for the sign-off of somebody else where the feed asks for it", async () => {
    await contract({ requireSignOff: true });
    const saved = await save([aRow({ period: "2026-07" })]);
    expect(saved).toMatchObject({ kind: "stored", approval: "pending" });
    const submission = saved.kind === "stored" ? saved.receipt.id : "";
    const decide = (name: string) =>
      tell<{ kind: string }>("feeds.decide", { submission, decision: "approve", note: null, by: { ...BY, name } });
    expect((await decide("LÊ THỊ NHẬP")).error?.data.domainCode).toBe("approver-is-sender");
    expect((await decide("Trần Văn Duyệt")).result?.data.kind).toBe("decided");
    await contract({ requireSignOff: false });
  });
});

describe("a file", () => {
  it("in the long form of the contract is read, shown and stored", async () => {
    const csv = "﻿indicator;area;period;value;note\r\ntrade.export.value;VN;2026-06;1234,5;theo biểu\r\n;;;;\r\n";
    const reading = await readFile("so-lieu.csv", text64(csv));
    expect(reading).toMatchObject({ layout: "long", places: ["D2"], findings: [] });
    expect(reading.rows).toEqual([
      { indicator: "trade.export.value", area: "VN", period: "2026-06", value: "1234.5", note: "theo biểu" },
    ]);
    expect(await save(reading.rows, { way: "file", document: "so-lieu.csv" })).toMatchObject({ kind: "stored" });
  });

  it("from the template comes back with nothing but what was filled in", async () => {
    const { content, fileName } = await ask<{ content: string; fileName: string }>("feedEntry.template", {
      feed: CUSTOMS,
      period: PERIOD,
    });
    expect(fileName).toBe("mau-mof.customs-2026-09.xlsx");
    const empty = await readFile(fileName, content);
    expect(empty).toMatchObject({ rows: [], template: { feed: CUSTOMS, period: PERIOD, version: "1" } });
    expect(empty.findings.map(({ code }) => code)).toEqual(["template-empty"]);
    const elsewhere = await entry<FileReading>("readFile", { feed: "mof.nso", name: fileName, content });
    expect([elsewhere.rows, elsewhere.findings.map(({ code }) => code)]).toEqual([[], ["template-feed"]]);
  });

  it("names what it speaks of as the screens do", async () => {
    const { cells } = await grid();
    const exports = cells.find(({ indicator }) => indicator === "trade.export.value");
    const csv = `Chỉ tiêu;Địa phương;Kỳ;Giá trị\n${exports?.indicatorName.vi};Cả nước;Tháng 5/2026;1234,5\n`;
    const reading = await readFile("bieu.csv", text64(csv));
    expect(reading.rows).toEqual([{ indicator: "trade.export.value", area: "VN", period: "2026-05", value: "1234.5" }]);
    expect(reading.findings.map(({ code }) => code)).toEqual(["names-read"]);
  });

  it("that is no table is refused in words", async () => {
    const pdf = await tell("feedEntry.readFile", { feed: CUSTOMS, name: "a.xlsx", content: text64("%PDF-1.7") });
    expect(pdf.error?.data).toMatchObject({ domainCode: "file-unreadable" });
    const reading = await readFile("ghi-chu.csv", text64("Bảng này\nkhông có cột nào\n"));
    expect(reading.findings).toMatchObject([{ code: "no-table", severity: "error" }]);
  });
});
