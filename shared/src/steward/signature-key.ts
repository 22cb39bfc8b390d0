import { z } from "zod";
import { Approver } from "../feed/approver.ts";

/** How a keyid may be written: what `Signature-Input` can carry, without quotes and backslashes. Source: RFC 9421, 2.3. */
export const SIGNATURE_KEYID = /^[\x21\x23-\x5b\x5d-\x7e]{1,120}$/;
/** A raw Ed25519 public key in base64url: 32 bytes, 43 characters. */
export const SIGNATURE_PUBLIC_KEY = /^[A-Za-z0-9_-]{43}$/;

/** A public key with which a feed will sign its requests. */
export const AddSignatureKeyInput = z.object({
  feed: z.string().min(1).max(120),
  keyid: z.string().regex(SIGNATURE_KEYID),
  publicKey: z.string().regex(SIGNATURE_PUBLIC_KEY),
  /** Unsigned submissions of the feed are refused while this key is live. */
  required: z.boolean(),
  by: Approver,
});
export type AddSignatureKeyInput = z.infer<typeof AddSignatureKeyInput>;

/** A signature key to be ended, and why. */
export const RevokeSignatureKeyInput = z.object({
  feed: z.string().min(1).max(120),
  keyid: z.string().min(1).max(120),
  reason: z.string().trim().min(3).max(1_000),
  by: Approver,
});
export type RevokeSignatureKeyInput = z.infer<typeof RevokeSignatureKeyInput>;

/** A signature key as screens list it, live ones first. */
export interface SignatureKeyLine {
  readonly keyid: string;
  readonly publicKey: string;
  readonly required: boolean;
  /** ISO instants. */
  readonly createdAt: string;
  /** Name and position as stated. */
  readonly createdBy: string;
  /** Null while it is live. */
  readonly revokedAt: string | null;
}
