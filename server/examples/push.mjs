// Gửi một lượt số liệu bằng Node. Push one batch with Node 18 or later, without any package.
//
//   BOCHISO_URL=http://127.0.0.1:3000 BOCHISO_KEY=bcs_… node push.mjs batch.json
//
// Where the feed asks for signed requests: BOCHISO_SIGN_KEY=sign-key.pem (Ed25519, private) BOCHISO_SIGN_KEYID=hq-2026.
// Prints the answer with its receipt. Exit: 0 all rows stored, 1 refused, 3 no answer after all attempts.
import { createHash, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";

const [file] = process.argv.slice(2);
const api = `${process.env.BOCHISO_URL ?? "http://127.0.0.1:3000"}/api/v1`;
const url = `${api}/submissions`;
const attempts = Number(process.env.BOCHISO_ATTEMPTS ?? 8);
const body = readFileSync(file);
const compressed = gzipSync(body);

// The same file always has the same key: sent again, today or next year, it can never count twice. A header carries ASCII
// alone, so the name stands in it without its marks.
const name = basename(file)
  .replace(/[^A-Za-z0-9._]+/g, "-")
  .slice(0, 100);
const idempotencyKey = `${name}-${createHash("sha256").update(body).digest("hex").slice(0, 32)}`;
const authorization = `Bearer ${process.env.BOCHISO_KEY}`;
const headers = {
  Authorization: authorization,
  "Idempotency-Key": idempotencyKey,
  "Content-Type": "application/json",
  "Content-Encoding": "gzip",
  "Content-Digest": `sha-256=:${createHash("sha256").update(compressed).digest("base64")}:`,
};

/** The headers with a signature (RFC 9421) where there is a key: anew for each attempt, for it is good for minutes. */
function signed() {
  if (process.env.BOCHISO_SIGN_KEY === undefined) return headers;
  const { pathname, search } = new URL(url);
  const covered = {
    "@method": "POST",
    "@path": pathname,
    "@query": search === "" ? "?" : search,
    "content-digest": headers["Content-Digest"],
    "content-type": headers["Content-Type"],
    "idempotency-key": idempotencyKey,
  };
  const names = Object.keys(covered).map((component) => `"${component}"`);
  const created = Math.floor(Date.now() / 1000);
  const params = `(${names.join(" ")});created=${created};keyid="${process.env.BOCHISO_SIGN_KEYID}";alg="ed25519"`;
  const lines = Object.entries(covered).map(([component, value]) => `"${component}": ${value}`);
  const base = [...lines, `"@signature-params": ${params}`].join("\n");
  const signature = sign(null, Buffer.from(base), readFileSync(process.env.BOCHISO_SIGN_KEY)).toString("base64");
  return { ...headers, "Signature-Input": `sig1=${params}`, Signature: `sig1=:${signature}:` };
}

/** An answer, or null where none came. */
async function ask(address, options) {
  // What cannot be sent at all, a key with a line break in it, ends the program here: it is no lost answer.
  const request = new Request(address, options);
  try {
    const response = await fetch(request);
    return { status: response.status, retryAfter: response.headers.get("retry-after"), text: await response.text() };
  } catch {
    return null;
  }
}

/** What a large file exceeds, or null. A server ends the line under a body that is too large: its answer is lost with it. */
async function tooLarge() {
  // Only from 1 MiB on is it worth asking how much is taken.
  const told = body.length > 1024 * 1024 ? await ask(`${api}/limits`, { signal: AbortSignal.timeout(30_000) }) : null;
  if (told?.status !== 200) return null;
  const limits = JSON.parse(told.text);
  for (const [limit, size] of Object.entries({ wireBytes: compressed.length, inflatedBytes: body.length }))
    if (size > limits[limit])
      return `too-large: ${limit} is ${limits[limit]}, the file takes ${size}; split it into several files`;
  return null;
}

function send() {
  return ask(url, { method: "POST", headers: signed(), body: compressed, signal: AbortSignal.timeout(120_000) });
}

/** No answer: it may have been stored all the same. Ask before sending again; asking costs nothing. */
async function find() {
  const address = `${url}?idempotencyKey=${encodeURIComponent(idempotencyKey)}`;
  const found = await ask(address, { headers: { Authorization: authorization }, signal: AbortSignal.timeout(30_000) });
  return found?.status === 200 ? found : null;
}

/** What passes by itself: no answer, too many requests, a fault of the server, the same key under way. */
function passes(answer) {
  if (answer === null || answer.status === 429 || answer.status >= 500) return true;
  return answer.status === 409 && answer.text.includes("idempotency-key-in-use");
}

const excess = await tooLarge();
if (excess !== null) {
  console.error(excess);
  process.exit(1);
}
for (let attempt = 1, wait = 1; attempt <= attempts; attempt += 1, wait = Math.min(60, wait * 2)) {
  const answer = (await send()) ?? (await find());
  if (answer?.status === 200 || answer?.status === 201) {
    console.log(answer.text);
    process.exit(0);
  }
  if (!passes(answer)) {
    // Refused: every fault of every row is listed; correct the file and send it again.
    console.error(answer.text);
    process.exit(1);
  }
  const seconds = Number(answer?.retryAfter ?? wait);
  console.error(`status ${answer?.status ?? "none"}, attempt ${attempt} of ${attempts}, waiting ${seconds} s`);
  await pause(seconds * 1000);
}
console.error(`no answer after ${attempts} attempts; the same command can be run again at any time`);
process.exit(3);
