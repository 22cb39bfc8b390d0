import { readFileSync } from "node:fs";
import { Receipt } from "@bochiso/shared/submission";
import { z } from "zod";
import { PublishedKeys, verifyReceipt } from "../receipts/verify-receipt.ts";

const USAGE = `npm run verify-receipt -- <receipt.json> <bcs-keys.json> [body-that-was-sent]

receipt.json   the answer to the submission, or its member "receipt"
bcs-keys.json  kept from /.well-known/bcs-keys.json
body           the bytes that were sent, before gzip`;

/** The receipt itself, or the answer it came in. */
const ReceiptFile = z.union([z.object({ receipt: Receipt }).transform(({ receipt }) => receipt), Receipt]);

const [receiptFile, keysFile, bodyFile] = process.argv.slice(2);
if (receiptFile === undefined || keysFile === undefined) {
  console.error(USAGE);
  process.exit(2);
}
try {
  const receipt = ReceiptFile.parse(JSON.parse(readFileSync(receiptFile, "utf8")));
  const { keys } = PublishedKeys.parse(JSON.parse(readFileSync(keysFile, "utf8")));
  const checks = verifyReceipt(receipt, keys, bodyFile === undefined ? null : readFileSync(bodyFile));
  for (const { ok, text } of checks) console.log(`${ok ? "✓" : "✗"} ${text.vi} / ${text.en}`);
  process.exitCode = checks.every(({ ok }) => ok) ? 0 : 1;
} catch (error) {
  console.error(error instanceof z.ZodError ? `${receiptFile}, ${keysFile}: ${z.prettifyError(error)}` : String(error));
  process.exitCode = 2;
}
