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
// What has a seal is the receipt, whatever was put into it.
const receipt = answer.seal === undefined ? (answer.receipt ?? answer) : answer;
const { signature, ...seal } = receipt.seal ?? {};
const key = JSON.parse(readFileSync(keysFile, "utf8")).keys?.find(({ kid }) => kid === seal.kid);

const faults = [];
if (typeof signature !== "string") faults.push("it has no seal, or is no receipt");
else if (key === undefined) faults.push("the key that sealed it is not published");
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
// What is printed is what the seal is over; the rest of an answer is under no seal.
if (faults.length === 0) console.log(`✓ ${JSON.stringify(receipt, null, 2)}`);
process.exit(faults.length === 0 ? 0 : 1);
