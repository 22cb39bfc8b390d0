import { readFileSync } from "node:fs";
import { z } from "zod";
import { readJson } from "../ingestion/decode/read-json.ts";
import { assertReceipt, PublishedKeys, verifyReceipt } from "../receipts/verify-receipt.ts";

const USAGE = `npm run verify-receipt -- <receipt.json> <bcs-keys.json> [body-that-was-sent]

receipt.json   the answer to the submission, or its member "receipt"
bcs-keys.json  kept from /.well-known/bcs-keys.json
body           the bytes that were sent, before gzip`;

/** The receipt itself, or the one in an answer; what has a seal is a receipt, whatever was put into it. */
function receiptIn(read: unknown): unknown {
  return typeof read === "object" && read !== null && "receipt" in read && !("seal" in read) ? read.receipt : read;
}

/** `JSON.parse` lets the last of two members of one name speak, and a reader perhaps the first: such a file is refused. */
function readJsonFile(file: string): unknown {
  const text = readFileSync(file, "utf8");
  readJson(text);
  return JSON.parse(text);
}

const [receiptFile, keysFile, bodyFile] = process.argv.slice(2);
if (receiptFile === undefined || keysFile === undefined) {
  console.error(USAGE);
  process.exit(2);
}
try {
  const receipt = receiptIn(readJsonFile(receiptFile));
  assertReceipt(receipt);
  const { keys } = PublishedKeys.parse(readJsonFile(keysFile));
  const checks = verifyReceipt(receipt, keys, bodyFile === undefined ? null : readFileSync(bodyFile));
  for (const { ok, text } of checks) console.log(`${ok ? "✓" : "✗"} ${text.vi} / ${text.en}`);
  const genuine = checks.every(({ ok }) => ok);
  // Not the rest of the answer: no seal is over it.
  if (genuine) console.log(`Nội dung được xác thực / What the seal is over:\n${JSON.stringify(receipt, null, 2)}`);
  process.exitCode = genuine ? 0 : 1;
} catch (error) {
  console.error(error instanceof z.ZodError ? `${receiptFile}, ${keysFile}: ${z.prettifyError(error)}` : String(error));
  process.exitCode = 2;
}
