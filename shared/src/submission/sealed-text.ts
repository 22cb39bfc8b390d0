import { canonicalJson } from "../json/canonical-json.ts";
import type { Receipt, ReceiptSeal } from "./receipt.ts";

/**
 * The text that the signature of a receipt is over: the receipt as canonical JSON (RFC 8785), its seal without the signature.
 * Members that no schema knows are in it too, so that nothing can be added to a sealed receipt.
 */
export function sealedText(receipt: Receipt, seal: Omit<ReceiptSeal, "signature">): string {
  return canonicalJson({ ...receipt, seal: { ...seal, signature: undefined } });
}
