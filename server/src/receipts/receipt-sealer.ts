import { sign } from "node:crypto";
import { appendAudit } from "@bochiso/db/repositories/audit";
import { addSigningKey, isSigningKeyKnown } from "@bochiso/db/repositories/receipts";
import type { Commit, WriteTx } from "@bochiso/db/store";
import { type Receipt, type ReceiptSeal, sealedText } from "@bochiso/shared/submission";
import type { Clock } from "../platform/clock.ts";
import { type SigningKeyPair, signingKeyOf } from "./signing-key.ts";

/** Seals a receipt in the write that stores it. */
export type ReceiptSealer = (tx: WriteTx, commit: Commit, receipt: Receipt) => Promise<Receipt>;

/** Seals receipts with the key of a data directory; a key is published in the commit of the first receipt it seals. */
export function createReceiptSealer(dataDir: string, clock: Clock): ReceiptSealer {
  const current = signingKeyOf(dataDir);
  const published = new Set<string>();
  return async (tx, commit, receipt) => {
    const key = current();
    const sealedAt = clock.now().toISOString();
    // Only what an earlier commit stored is remembered: this one may still be rolled back.
    if (!published.has(key.kid)) {
      if (await isSigningKeyKnown(tx, key.kid)) published.add(key.kid);
      else await publish(tx, commit, key, sealedAt);
    }
    return { ...receipt, seal: sealWith(key, receipt, sealedAt) };
  };
}

function sealWith({ kid, privateKey }: SigningKeyPair, receipt: Receipt, sealedAt: string): ReceiptSeal {
  const seal = { alg: "Ed25519", kid, sealedAt } as const;
  const signature = sign(null, Buffer.from(sealedText(receipt, seal)), privateKey).toString("base64url");
  return { ...seal, signature };
}

async function publish(tx: WriteTx, commit: Commit, key: SigningKeyPair, validFrom: string): Promise<void> {
  const { kid, publicKey, replaces } = key;
  await addSigningKey(tx, commit, { kid, publicKey, validFrom, replaces });
  const subject = `signing-key:${kid}`;
  await appendAudit(tx, commit, [
    { actor: "system", action: "signing-key.published", subject, details: { publicKey, replaces } },
  ]);
}
