import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PeriodLocksModel, QualityRulesModel, RulePreviewModel, SignatureKeyLine } from "@bochiso/shared/steward";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../../server/src/start-server.ts";
import { type ApiClient, apiClient, aSubmission, aTradeRow } from "../support/http/api-client.ts";

/** One empty system: the catalogue of the seed, no value, no demonstration. */
const dataDir = mkdtempSync(join(tmpdir(), "bochiso-steward-"));
const BY = { name: "Trần Thị Duyệt", position: "Phó cục trưởng" };
const STATED = "Trần Thị Duyệt (Phó cục trưởng)";
const CUSTOMS = "mof.customs";
const EXPORTS = "trade.export.value";

let server: RunningServer;
let api: ApiClient;

beforeAll(async () => {
  server = await startServer({ PORT: "0", LOG_LEVEL: "silent", BOCHISO_DEMO: "0", BOCHISO_DATA_DIR: dataDir });
  const key = { feed: CUSTOMS, label: "HQ", holder: "Đơn vị gửi", expiresAt: null, cidrs: [], by: BY };
  const { key: secret } = await change<{ key: string }>("feeds.makeKey", key);
  api = apiClient({ url: server.url, keys: { reader: secret, feeds: { [CUSTOMS]: secret } } });
});
afterAll(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

interface TrpcAnswer<T> {
  result?: { data: T };
  error?: { data: { domainCode: string } };
}

async function tried<T>(name: string, input: object): Promise<TrpcAnswer<T>> {
  const init = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(input) };
  return (await (await fetch(`${server.url}/trpc/${name}`, init)).json()) as TrpcAnswer<T>;
}

async function change<T>(name: string, input: object): Promise<T> {
  return dataOf(name, await tried<T>(name, input));
}

async function ask<T>(name: string, input: object): Promise<T> {
  const query = encodeURIComponent(JSON.stringify(input));
  const answer = await fetch(`${server.url}/trpc/${name}?input=${query}`);
  return dataOf(name, (await answer.json()) as TrpcAnswer<T>);
}

function dataOf<T>(name: string, { result, error }: TrpcAnswer<T>): T {
  if (result === undefined) throw new Error(`${name}: ${error?.data.domainCode}`);
  return result.data;
}

async function refusalOf(name: string, input: object): Promise<string | undefined> {
  return (await tried(name, input)).error?.data.domainCode;
}

describe("a period is locked and lifted on screen", () => {
  const lock = { indicators: [EXPORTS], area: "*", period: "2025", reason: "Đã báo cáo Chính phủ", by: BY };

  it("keeps pushed values out while it is locked, says who and why, and remembers both", async () => {
    const { ids } = await change<{ ids: string[] }>("periodLocks.lock", lock);
    const id = ids[0] ?? "";
    const { json } = await api.submit(aSubmission([aTradeRow()]));
    expect(json.errors).toMatchObject([{ code: "period-locked", detailVi: expect.stringContaining(lock.reason) }]);
    const { inForce } = await ask<PeriodLocksModel>("periodLocks.list", { indicator: EXPORTS });
    expect(inForce).toMatchObject([
      {
        id,
        areaName: null,
        period: { id: "2025", type: "year" },
        lockedBy: STATED,
        firstDay: "2025-01-01",
        lastDay: "2025-12-31",
        reason: lock.reason,
        lifted: null,
      },
    ]);
    const lift = { id, reason: "Đính chính theo công văn", by: BY };
    expect(await change("periodLocks.lift", lift)).toEqual({ lifted: true });
    expect(await change("periodLocks.lift", lift)).toEqual({ lifted: false });
    expect((await api.submit(aSubmission([aTradeRow()]))).status).toBe(201);
    const after = await ask<PeriodLocksModel>("periodLocks.list", {});
    expect(after).toMatchObject({ inForce: [], lifted: [{ id, lifted: { by: STATED, reason: lift.reason } }] });
    expect(await ask("periodLocks.list", { indicator: "trade.import.value" })).toEqual({ inForce: [], lifted: [] });
  });

  it("is locked once, and only what there is", async () => {
    await change("periodLocks.lock", { ...lock, period: "2024" });
    expect(await refusalOf("periodLocks.lock", { ...lock, period: "2024" })).toBe("lock-double");
    const several = { ...lock, indicators: [EXPORTS, "trade.import.value", "trade.import.value"], period: "2024" };
    expect((await change<{ ids: string[] }>("periodLocks.lock", several)).ids).toHaveLength(1);
    expect(await refusalOf("periodLocks.lock", several)).toBe("lock-double");
    await change("periodLocks.lock", { ...lock, period: "2024", area: "01" });
    for (const wrong of [{ period: "hai" }, { indicators: [EXPORTS, "khong.co"] }, { area: "99999" }]) {
      expect(await refusalOf("periodLocks.lock", { ...lock, ...wrong })).toBe("lock-malformed");
    }
    expect(await refusalOf("periodLocks.lock", { ...lock, reason: " " })).toBe("bad-request");
    expect(await refusalOf("periodLocks.lift", { id: "khong-co", reason: "thử", by: BY })).toBe("lock-malformed");
  });
});

describe("signature keys of a feed on screen", () => {
  const { x: publicKey = "" } = generateKeyPairSync("ed25519").publicKey.export({ format: "jwk" });
  const key = { feed: CUSTOMS, keyid: "hq-2026", publicKey, required: true, by: BY };

  it("are registered, required at once, revoked with a reason, and never given again", async () => {
    await change("feeds.addSignatureKey", key);
    expect(await refusalOf("feeds.addSignatureKey", key)).toBe("signature-key-taken");
    expect((await api.submit(aSubmission([aTradeRow({ period: "2025-04" })]))).status).toBe(401);
    const listed = () => ask<SignatureKeyLine[]>("feeds.signatureKeys", { feed: CUSTOMS });
    expect(await listed()).toMatchObject([{ keyid: "hq-2026", required: true, createdBy: STATED, revokedAt: null }]);
    const revoke = { feed: CUSTOMS, keyid: "hq-2026", reason: "Thay máy chủ", by: BY };
    await change("feeds.revokeSignatureKey", revoke);
    expect(await listed()).toMatchObject([{ keyid: "hq-2026", revokedAt: expect.any(String) }]);
    expect((await api.submit(aSubmission([aTradeRow({ period: "2025-04" })]))).status).toBe(201);
    expect(await refusalOf("feeds.revokeSignatureKey", revoke)).toBe("signature-key-malformed");
    expect(await refusalOf("feeds.addSignatureKey", key)).toBe("signature-key-taken");
    const { changes } = await ask<{ changes: object[] }>("feeds.get", { feed: CUSTOMS });
    expect(changes[0]).toMatchObject({
      actor: `person:${STATED}`,
      action: "signature-key.revoked",
      details: { keyid: "hq-2026", reason: "Thay máy chủ" },
    });
  });

  it("are checked before anything is stored", async () => {
    for (const wrong of [{ publicKey: "ngắn" }, { keyid: 'có "ngoặc"' }]) {
      expect(await refusalOf("feeds.addSignatureKey", { ...key, keyid: "k2", ...wrong })).toBe("bad-request");
    }
    expect(await refusalOf("feeds.addSignatureKey", { ...key, keyid: "k3", feed: "khong.co" })).toBe(
      "signature-key-malformed",
    );
  });
});

describe("quality rules on screen", () => {
  it("are told in words, drafted, and changed by the next version", async () => {
    const { rules } = await ask<QualityRulesModel>("quality.rules", {});
    expect(rules.length).toBeGreaterThan(80);
    expect(new Set(rules.map(({ state }) => state))).toEqual(new Set(["in-force"]));
    const own = await ask<QualityRulesModel>("quality.rules", { indicator: "macro.iip.index" });
    const range = own.rules.find(({ check }) => check.kind === "range");
    if (range === undefined) throw new Error("the rule of the seed");
    expect(range.text.vi).toMatch(/^Giá trị không thấp hơn 30,00 %.*, không cao hơn 250,00 %.*\.$/);
    const draft = { code: range.rule.code, seen: 1, severity: range.severity, retired: false };
    const check = { kind: "range", min: 40, max: 250 };
    const preview = await ask<RulePreviewModel>("quality.previewRule", { ...draft, check });
    expect(preview).toMatchObject({ problems: [], raised: 0, cleared: 0, kept: 0, complete: true });
    const input = { ...draft, check, basis: "Rà soát quý IV/2026", note: "Thu hẹp", by: BY };
    expect(await change("quality.changeRule", input)).toEqual({ code: range.rule.code, version: 2 });
    expect(await refusalOf("quality.changeRule", input)).toBe("rule-changed");
    const after = await ask<QualityRulesModel>("quality.rules", { indicator: "macro.iip.index" });
    expect(after.rules.find(({ rule }) => rule.code === range.rule.code)).toMatchObject({
      rule: { version: 2 },
      check,
      review: "reviewed",
    });
  });
});
