// Kiểm tra biên nhận không cần máy chủ. Verify a receipt without the system that gave it; Node 18 or later, no package.
//
//   node verify-receipt.mjs answer.json bcs-keys.json [body-that-was-sent]
//
// bcs-keys.json is a copy of /.well-known/bcs-keys.json. Exit: 0 genuine, 1 not.
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";

/** Canonical JSON (RFC 8785); a receipt holds whole numbers, texts, null and objects. */
function canonical(value) {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
}

const [answerFile, keysFile, bodyFile] = process.argv.slice(2);
const answer = JSON.parse(readFileSync(answerFile, "utf8"));
const receipt = answer.receipt ?? answer;
const { signature, ...seal } = receipt.seal ?? {};
const key = JSON.parse(readFileSync(keysFile, "utf8")).keys.find(({ kid }) => kid === seal.kid);

const faults = [];
if (key === undefined) faults.push("the key that sealed it is not published");
else {
  const sealed = Date.parse(seal.sealedAt);
  if (sealed < Date.parse(key.validFrom) || (key.validTo !== null && sealed >= Date.parse(key.validTo)))
    faults.push("it was sealed outside of the validity of the key");
  const publicKey = createPublicKey({ key: { kty: key.kty, crv: key.crv, x: key.x }, format: "jwk" });
  const text = Buffer.from(canonical({ ...receipt, seal }));
  if (!verify(null, text, publicKey, Buffer.from(signature, "base64url"))) faults.push("it was altered");
}
if (bodyFile !== undefined) {
  const sent = createHash("sha256").update(readFileSync(bodyFile)).digest("hex");
  if (sent !== receipt.contentSha256) faults.push("it is for another body");
}
for (const fault of faults) console.error(`✗ ${fault}`);
if (faults.length === 0) console.log(`✓ ${receipt.id}, received ${receipt.receivedAt}`);
process.exit(faults.length === 0 ? 0 : 1);
