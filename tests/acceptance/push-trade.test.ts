import { Receipt } from "@bochiso/shared/submission";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { publishedRows } from "../support/publication/mapping.ts";
import { type SystemUnderTest, startSystem } from "./system-under-test.ts";

const Accepted = z.object({ receipt: Receipt, errors: z.array(z.unknown()).length(0), errorCount: z.literal(0) });

const EXPORT = 36_500.25;
const IMPORT = 34_250.5;
const MONTH = "2025-03";

/** The value of a month as first printed, million USD: what a sum over months is made of. */
function published(flow: "export" | "import", month: string): number {
  const row = publishedRows("nso_trade_monthly.csv").find(
    (it) => it["flow"] === flow && it["period"] === month && it["item_vi"]?.startsWith("TỔNG TRỊ GIÁ"),
  );
  return Number(row?.["month_musd"]);
}

const firstMonths = (year: number, count: number) =>
  Array.from({ length: count }, (_, at) => published("export", `${year}-0${at + 1}`)).reduce((sum, it) => sum + it, 0);

const bodyWith = (exported: number | string, note?: string) => ({
  feed: "mof.customs",
  sentAt: "2025-04-06T08:00:00+07:00",
  source: { publisher: "mof.nso", document: "Biểu số liệu tháng 03/2025" },
  observations: [
    {
      indicator: "trade.export.value",
      area: "VN",
      period: MONTH,
      value: exported,
      status: "E",
      ...(note ? { note } : {}),
    },
    { indicator: "trade.import.value", area: "VN", period: MONTH, value: IMPORT, status: "E" },
  ],
});

describe("a push of exports and imports of 2025-03 by the customs feed", () => {
  let system: SystemUnderTest;
  beforeAll(async () => {
    system = await startSystem("real");
  });
  afterAll(() => system?.stop());

  const read = async (indicator: string, extra: Record<string, string> = {}) => {
    const found = await system.api.observations({ indicator, area: "VN", from: MONTH, to: MONTH, ...extra });
    expect(found.length, `${indicator} of ${MONTH}`).toBeLessThanOrEqual(1);
    return found[0];
  };
  const push = (idempotencyKey: string, body: unknown) =>
    system.api.submit({ key: system.keyOf("mof.customs"), idempotencyKey, body });

  it("finds nothing of that month beforehand", async () => {
    for (const indicator of ["trade.export.value", "trade.balance", "trade.total", "trade.export.yoy"]) {
      expect(await read(indicator)).toBeUndefined();
    }
  });

  it("is answered 201 with the place of a receipt that covers both rows", async () => {
    const sent = bodyWith(EXPORT);
    const answer = await push("trade-2025-03", sent);
    expect(answer.text).toContain("receipt");
    expect(answer.status).toBe(201);
    const { receipt } = Accepted.parse(answer.json);
    expect(receipt).toMatchObject({ feed: "mof.customs", idempotencyKey: "trade-2025-03", seal: { alg: "Ed25519" } });
    expect(receipt.counts).toEqual({ received: 2, created: 2, revised: 0, unchanged: 0, retracted: 0, rejected: 0 });
    expect(receipt.rowsRoot).toMatch(/^[0-9a-f]{64}$/);
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(sent)));
    expect(receipt.contentSha256).toBe(Buffer.from(digest).toString("hex"));

    const location = answer.headers.get("location") ?? "";
    expect(location).toBe(`/api/v1/submissions/${receipt.id}`);
    const again = await system.api.get(location);
    expect(again.status).toBe(200);
    expect(z.object({ receipt: Receipt }).parse(again.json).receipt).toEqual(receipt);
  });

  it("shows what is computed from it at once: balance, total and growth since January", async () => {
    expect(await read("trade.export.value")).toMatchObject({
      value: EXPORT,
      valueText: "36500.25",
      status: "E",
      revision: 1,
    });
    const balance = await read("trade.balance");
    expect(balance).toMatchObject({ origin: "computed", simulated: false });
    expect(balance?.value).toBeCloseTo(EXPORT - IMPORT, 6);
    expect((await read("trade.total"))?.value).toBeCloseTo(EXPORT + IMPORT, 6);

    const now = firstMonths(2025, 2) + EXPORT;
    const yearAgo = firstMonths(2024, 3);
    expect(yearAgo).toBe(33_570 + 24_820 + 34_010);
    const growth = await read("trade.export.yoy");
    expect(growth).toMatchObject({ origin: "computed" });
    expect(growth?.value).toBeCloseTo((now / yearAgo - 1) * 100, 9);
  });

  it("has the values and what is computed from them under one commit", async () => {
    const cells = ["trade.export.value", "trade.import.value", "trade.balance", "trade.total", "trade.export.yoy"];
    const seqs = await Promise.all(cells.map(async (indicator) => (await read(indicator))?.commitSeq));
    expect(new Set(seqs).size).toBe(1);
  });

  it("answers the same request with the same bytes and changes nothing", async () => {
    const head = await system.head();
    const first = await push("trade-2025-03", bodyWith(EXPORT));
    const second = await push("trade-2025-03", bodyWith(EXPORT));
    expect(first.status).toBe(200);
    expect(first.headers.get("idempotent-replayed")).toBe("true");
    expect(second.text).toBe(first.text);
    const stored = await system.as("mof.customs").get("/api/v1/submissions", { idempotencyKey: "trade-2025-03" });
    expect(Accepted.parse(JSON.parse(first.text)).receipt).toEqual(
      z.object({ receipt: Receipt }).parse(stored.json).receipt,
    );
    expect(await system.head()).toBe(head);
    expect(await read("trade.export.value")).toMatchObject({ revision: 1 });
  });

  it("refuses the key for another content", async () => {
    const head = await system.head();
    const answer = await push("trade-2025-03", bodyWith(EXPORT + 1));
    expect(answer.status).toBe(422);
    expect(answer.json).toMatchObject({ code: "idempotency-key-reused" });
    expect(await system.head()).toBe(head);
  });

  it("makes a revision of a changed value; the earlier one can still be read as of then", async () => {
    const before = await read("trade.export.value");
    const answer = await push("trade-2025-03-b", bodyWith("37000.5", "số sơ bộ thay số ước"));
    expect(answer.status).toBe(201);
    const { receipt } = Accepted.parse(answer.json);
    expect(receipt.counts).toEqual({ received: 2, created: 0, revised: 1, unchanged: 1, retracted: 0, rejected: 0 });

    expect(await read("trade.export.value")).toMatchObject({ value: 37_000.5, revision: 2 });
    expect((await read("trade.balance"))?.value).toBeCloseTo(37_000.5 - IMPORT, 6);
    expect(await read("trade.import.value")).toMatchObject({ value: IMPORT, revision: 1 });

    const then = before?.recordedAt ?? "";
    expect(await read("trade.export.value", { asOf: then })).toMatchObject({ value: EXPORT, revision: 1 });
    expect((await read("trade.balance", { asOf: then }))?.value).toBeCloseTo(EXPORT - IMPORT, 6);
    const growth = ((firstMonths(2025, 2) + EXPORT) / firstMonths(2024, 3) - 1) * 100;
    expect((await read("trade.export.yoy", { asOf: then }))?.value).toBeCloseTo(growth, 9);
  });

  it("takes the first answer for the first key also after the revision", async () => {
    const answer = await push("trade-2025-03", bodyWith(EXPORT));
    expect(answer.status).toBe(200);
    expect(Accepted.parse(answer.json).receipt.counts.created).toBe(2);
    expect(await read("trade.export.value")).toMatchObject({ value: 37_000.5, revision: 2 });
  });

  it("tells a change feed exactly what the revision touched", async () => {
    const head = await system.head();
    const changed = await system.api.observations({ sinceSeq: head - 1, origin: "all" });
    const codes = new Set(changed.map((it) => it.indicator));
    for (const code of ["trade.export.value", "trade.balance", "trade.total", "trade.export.yoy"]) {
      expect(codes).toContain(code);
    }
    expect(codes).not.toContain("trade.import.value");
    expect(changed.every((it) => it.commitSeq === head && it.area === "VN")).toBe(true);
  });
});
