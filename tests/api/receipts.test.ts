import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Receipt } from "@bochiso/shared/submission";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rotateSigningKey } from "../../server/src/receipts/signing-key.ts";
import { assertReceipt, type PublishedKey, verifyReceipt } from "../../server/src/receipts/verify-receipt.ts";
import { type ApiClient, apiClient, aSubmission, aTradeRow } from "../support/http/api-client.ts";
import { type SeededServer, startSeededServer } from "../support/seeded-server.ts";

let server: SeededServer;
let api: ApiClient;
let folder: string;

beforeAll(async () => {
  server = await startSeededServer();
  api = apiClient(server);
  folder = mkdtempSync(join(tmpdir(), "bochiso-receipts-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.remove();
});

const keysNow = async () => (await api.get<{ keys: PublishedKey[] }>("/.well-known/bcs-keys.json", { key: null })).json;
const bodyOf = (period: string) => JSON.stringify(aSubmission([aTradeRow({ period })]));
const send = async (period: string) => {
  const body = bodyOf(period);
  const { json } = await api.submit(body);
  return { body: Buffer.from(body), receipt: Receipt.parse(json.receipt) };
};
const verdicts = (...input: Parameters<typeof verifyReceipt>) => verifyReceipt(...input).map(({ ok }) => ok);

describe("a receipt", () => {
  it("is verified with the published keys alone, and so is the body it is for", async () => {
    const { receipt, body } = await send("2025-03");
    const { keys } = await keysNow();
    expect(verdicts(receipt, keys, body)).toEqual([true, true]);
    expect(verdicts(receipt, keys, Buffer.concat([body, Buffer.from(" ")]))).toEqual([true, false]);
  });

  it("is refused when any part of it was altered, or its key is not published", async () => {
    const { receipt } = await send("2025-04");
    const { keys } = await keysNow();
    const altered: Receipt[] = [
      { ...receipt, feed: "mof.nso" },
      { ...receipt, receivedAt: "2020-01-01T00:00:00.000Z" },
      { ...receipt, counts: { ...receipt.counts, created: 2 } },
      { ...receipt, rowsRoot: receipt.contentSha256 },
      { ...receipt, seal: receipt.seal && { ...receipt.seal, sealedAt: receipt.receivedAt } },
    ];
    expect(altered.map((each) => verdicts(each, keys))).toEqual(altered.map(() => [false]));
    expect(verdicts({ ...receipt, seal: null }, keys)).toEqual([false]);
    expect(verdicts(receipt, [])).toEqual([false]);
    const early = keys.map((key) => ({ ...key, validTo: "2020-01-01T00:00:00.000Z" }));
    expect(verdicts(receipt, early)).toEqual([false]);
  });

  it("is refused when anything was added to it, wherever, under whatever name", async () => {
    const { receipt } = await send("2025-09");
    const { keys } = await keysNow();
    const sealed = JSON.stringify(receipt);
    const withMember = (name: string, place: RegExp) =>
      sealed.replace(place, (found) => `${found}"${name}":"Bộ trưởng",`);
    for (const place of [/^\{/, /"counts":\{/, /"seal":\{/])
      for (const name of ["approvedBy", "__proto__", "constructor"]) {
        const read: unknown = JSON.parse(withMember(name, place));
        assertReceipt(read);
        expect([name, place, verdicts(read, keys)]).toEqual([name, place, [false]]);
      }
    const untouched: unknown = JSON.parse(sealed);
    assertReceipt(untouched);
    expect(verdicts(untouched, keys)).toEqual([true]);
  });

  it("is sealed by a new key after a rotation; earlier ones stay verifiable", async () => {
    const before = await send("2025-05");
    const kid = rotateSigningKey(server.dataDir);
    const after = await send("2025-06");
    expect(after.receipt.seal?.kid).toBe(kid);
    const { keys } = await keysNow();
    expect(keys.find((key) => key.kid === before.receipt.seal?.kid)?.validTo).not.toBeNull();
    expect(keys.find((key) => key.kid === kid)?.validTo).toBeNull();
    expect([verdicts(before.receipt, keys), verdicts(after.receipt, keys)]).toEqual([[true], [true]]);
  });

  it("comes back with its seal when it is asked for", async () => {
    const { receipt } = await send("2025-07");
    const again = await api.get<{ receipt: unknown }>(`/api/v1/submissions/${receipt.id}`);
    expect(again.json.receipt).toEqual(receipt);
  });

  it("has its private key readable by its owner alone, and published nowhere", async () => {
    const file = join(server.dataDir, "receipt-key.json");
    expect(statSync(file).mode & 0o077).toBe(0);
    const parsed: unknown = JSON.parse(readFileSync(file, "utf8"));
    expect(JSON.stringify(parsed)).toContain("PRIVATE KEY");
    expect(JSON.stringify(await keysNow())).not.toMatch(/PRIVATE|"d":/);
  });
});

describe("the verifying command", () => {
  let files: readonly string[];
  let receipt: Receipt;
  beforeAll(async () => {
    files = ["receipt.json", "keys.json", "body.json"].map((name) => join(folder, name));
    const sent = await send("2025-08");
    receipt = sent.receipt;
    writeFileSync(join(folder, "keys.json"), JSON.stringify(await keysNow()));
    writeFileSync(join(folder, "body.json"), sent.body);
  });
  const run = (text: string) => {
    writeFileSync(join(folder, "receipt.json"), text);
    const script = new URL("../../server/src/cli/verify-receipt.ts", import.meta.url).pathname;
    return spawnSync(process.execPath, [script, ...files], { encoding: "utf8" });
  };

  it("reads files, says what it found, and shows what the seal is over and nothing else", () => {
    const right = run(JSON.stringify({ receipt, errors: [], errorCount: 0, signOff: "Bộ trưởng" }));
    expect([right.status, right.stdout.match(/✓/g)?.length]).toEqual([0, 2]);
    expect(right.stdout).toContain(JSON.stringify(receipt, null, 2));
    expect(right.stdout).not.toContain("Bộ trưởng");
    const wrong = run(JSON.stringify({ ...receipt, commitSeq: receipt.commitSeq + 1 }));
    expect([wrong.status, wrong.stdout]).toEqual([1, expect.stringContaining("✗ Nội dung biên nhận đã bị thay đổi.")]);
  });

  it("refuses what was added: to the receipt, beside a genuine one inside of it, or under a name used twice", () => {
    const added = run(JSON.stringify({ receipt: { ...receipt, counts: { ...receipt.counts, extra: 99 } } }));
    expect([added.status, added.stdout]).toEqual([1, expect.stringContaining("✗ Nội dung biên nhận đã bị thay đổi.")]);
    const around = run(JSON.stringify({ ...receipt, feed: "mof.nso", receipt }));
    expect([around.status, around.stdout]).toEqual([1, expect.stringContaining("✗")]);
    const twice = run(JSON.stringify(receipt).replace("{", '{"feed":"mof.nso",'));
    expect([twice.status, twice.stdout]).toEqual([2, ""]);
  });
});
