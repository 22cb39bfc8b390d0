import { hash, randomBytes, timingSafeEqual } from "node:crypto";

const KEY = /^bcs_([a-z0-9]{12})_([A-Za-z0-9_-]{43})$/;
const ID_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

/** A key as its holder has it, taken apart. */
export interface KeyParts {
  id: string;
  secret: string;
}

/** A new key: shown once, only its hash is stored. 256 bits of chance need no slow hash. */
export function makeKey(): KeyParts & { key: string; secretHash: string } {
  const id = Array.from(randomBytes(12), (byte) => ID_LETTERS[byte % ID_LETTERS.length]).join("");
  const secret = randomBytes(32).toString("base64url");
  return { id, secret, key: `bcs_${id}_${secret}`, secretHash: hashSecret(secret) };
}

/** The parts of `bcs_<keyId>_<secret>`, null where it is no key. */
export function readKey(text: string): KeyParts | null {
  const match = KEY.exec(text);
  return match === null ? null : { id: match[1] ?? "", secret: match[2] ?? "" };
}

/** SHA-256 of a secret, lower-case hex. */
export function hashSecret(secret: string): string {
  return hash("sha256", secret, "hex");
}

/** Compares in constant time. */
export function secretMatches(secret: string, secretHash: string): boolean {
  const stored = Buffer.from(secretHash, "hex");
  const given = Buffer.from(hashSecret(secret), "hex");
  return stored.length === given.length && timingSafeEqual(stored, given);
}
