import { canonicalJson } from "../json/canonical-json.ts";
import type { Receipt, ReceiptSeal } from "./receipt.ts";

/** The text that the signature of a receipt is over: the receipt as canonical JSON (RFC 8785), its seal without the signature. */
export function sealedText(receipt: Receipt, { alg, kid, sealedAt }: Omit<ReceiptSeal, "signature">): string {
  return canonicalJson({ ...receipt, seal: { alg, kid, sealedAt } });
}
