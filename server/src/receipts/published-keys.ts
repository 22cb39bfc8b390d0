import { listSigningKeys } from "@bochiso/db/repositories/receipts";
import type { ReadTx } from "@bochiso/db/store";
import type { PublishedKey } from "./verify-receipt.ts";

/** Every key that ever sealed a receipt, as a JWK set with validity. */
export async function publishedKeys(tx: ReadTx): Promise<{ keys: PublishedKey[] }> {
  const keys = await listSigningKeys(tx);
  return {
    keys: keys.map(({ kid, publicKey, validFrom, validTo }) => ({
      kty: "OKP",
      crv: "Ed25519",
      alg: "Ed25519",
      use: "sig",
      kid,
      x: publicKey,
      validFrom,
      validTo,
    })),
  };
}
