import { generateKeyPairSync, sign } from "node:crypto";
import { DomainError } from "@bochiso/shared/errors";
import { describe, expect, it } from "vitest";
import { verifySignature } from "./http-signature.ts";

const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const x = publicKey.export({ format: "jwk" }).x ?? "";
const NOW = new Date("2026-11-22T00:00:00Z");
const CREATED = NOW.getTime() / 1000;

const FIELDS: Record<string, string> = {
  "content-digest": "sha-256=:AAAA:",
  "content-type": "application/json",
  "idempotency-key": "key-1",
};
const COVERED = `("@method" "@path" "@query" "content-digest" "content-type" "idempotency-key")`;

/** Signs as a sender does, by the letter of RFC 9421, section 2.5. */
function signed(options: { covered?: string; parameters?: string; signedTarget?: string } = {}) {
  const { covered = COVERED, signedTarget = "/api/v1/submissions?dryRun=true" } = options;
  const params = `${covered};created=${CREATED};keyid="customs-2026"${options.parameters ?? ""}`;
  const [path = "", query = ""] = signedTarget.split("?");
  const values: Record<string, string> = { ...FIELDS, "@method": "POST", "@path": path, "@query": `?${query}` };
  const names = [...covered.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name);
  const base = [...names.map((name) => `"${name}": ${values[name]}`), `"@signature-params": ${params}`].join("\n");
  const signature = sign(null, Buffer.from(base), privateKey).toString("base64");
  return { ...FIELDS, "signature-input": `sig1=${params}`, signature: `sig1=:${signature}:` };
}

const refusals: DomainError[] = [];

function verified(
  fields: Record<string, string>,
  { target = "/api/v1/submissions?dryRun=true", now = NOW, keyid = "customs-2026" } = {},
): string {
  const request = { method: "POST", target, field: (name: string) => fields[name] };
  try {
    return verifySignature(request, { publicKeyOf: (id) => (id === keyid ? x : null), now });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    refusals.push(error);
    return `refused: ${String(error.facts["signature"])}`;
  }
}

it("accepts what was signed", () => {
  expect(verified(signed())).toBe("customs-2026");
});

it.each<[string, string, () => string]>([
  ["another address", "signature", () => verified(signed(), { target: "/api/v1/submissions" })],
  ["another body", "signature", () => verified({ ...signed(), "content-digest": "sha-256=:BBBB:" })],
  ["another idempotency key", "signature", () => verified({ ...signed(), "idempotency-key": "key-2" })],
  ["a key that is not registered", "keyid", () => verified(signed(), { keyid: "other" })],
  ["a signature of long ago", "created", () => verified(signed(), { now: new Date(NOW.getTime() + 301_000) })],
  ["one that ended", "expires", () => verified(signed({ parameters: `;expires=${CREATED - 1}` }))],
  ["another algorithm", "alg", () => verified(signed({ parameters: ';alg="hmac-sha256"' }))],
  [
    "a body that is not covered",
    "components",
    () => verified(signed({ covered: '("@method" "@path" "@query" "content-type" "idempotency-key")' })),
  ],
  ["no input", "signature-input", () => verified({ ...signed(), "signature-input": "" })],
  ["another label", "signature", () => verified({ ...signed(), signature: "sig2=:AAAA:" })],
  [
    "parameters that cannot be read",
    "parameters",
    () => verified({ ...signed(), "signature-input": `sig1=${COVERED};created=x` }),
  ],
])("refuses %s", (_what, part, run) => {
  expect(run()).toBe(`refused: ${part}`);
});

describe("a refusal says in words what is missing or wrong", () => {
  const refusal = (run: () => string) => {
    run();
    const told = refusals.pop();
    if (told === undefined) throw new Error("it was accepted");
    return { facts: told.facts, ...told.text };
  };

  it("all components that are not covered, at once", () => {
    const { facts, vi, en } = refusal(() => verified(signed({ covered: '("@method" "@path" "content-type")' })));
    const missing = '"@query" "content-digest" "idempotency-key"';
    expect(facts).toMatchObject({ missing, got: '"@method" "@path" "content-type"', expected: COVERED.slice(1, -1) });
    expect([vi, en]).toEqual([expect.stringContaining(missing), expect.stringContaining(missing)]);
  });

  it("how far the clock is off, and how far it may be", () => {
    const { facts, vi } = refusal(() => verified(signed(), { now: new Date(NOW.getTime() + 301_000) }));
    expect(facts).toMatchObject({ got: CREATED, expected: `${CREATED + 1}–${CREATED + 601}` });
    expect(vi).toContain("lệch -301 giây");
    expect(vi).toContain("cho phép lệch 300 giây");
  });

  it("which key it does not know", () => {
    expect(refusal(() => verified(signed(), { keyid: "other" }))).toMatchObject({
      facts: { got: "customs-2026" },
      vi: expect.stringContaining('"customs-2026"'),
    });
  });

  it("the lines that were checked, but for what is secret", () => {
    const covered = `${COVERED.slice(0, -1)} "authorization")`;
    const sent = { ...signed({ covered }), authorization: "Bearer bcs_secret", "idempotency-key": "key-2" };
    const { facts } = refusal(() => verified(sent));
    expect(String(facts["signatureBase"]).split("\n")).toEqual([
      '"@method": POST',
      '"@path": /api/v1/submissions',
      '"@query": ?dryRun=true',
      '"content-digest": sha-256=:AAAA:',
      '"content-type": application/json',
      '"idempotency-key": key-2',
      '"authorization": …',
      `"@signature-params": ${covered};created=${CREATED};keyid="customs-2026"`,
    ]);
  });

  it.each([
    ["Signature-Input", { "signature-input": "" }],
    ["base64", { signature: "sig1=AAAA" }],
    ["đã ký", { "content-type": "text/csv" }],
  ])("what to write: %s", (words, change) => {
    expect(refusal(() => verified({ ...signed(), ...change })).vi).toContain(words);
  });
});
