import { SIGNATURE_PUBLIC_KEY } from "@bochiso/shared/steward";

/** Bytes before the key in a SubjectPublicKeyInfo of Ed25519. Source: RFC 8410, section 4. */
const SPKI_PREFIX = "302a300506032b6570032100";
const KEY_BYTES = 32;

/**
 * The raw Ed25519 public key (base64url, 43 characters) in what was pasted: the key itself in base64url or base64, its
 * hexadecimal digits, or a PEM file of `openssl`. Null where it is none of these.
 */
export function publicKeyOf(pasted: string): string | null {
  const text = pasted.replace(/-----(BEGIN|END) PUBLIC KEY-----/g, "").replace(/\s/g, "");
  const bytes = /^[0-9a-fA-F]{64}$/.test(text) ? bytesOfHex(text) : bytesOfBase64(text);
  if (bytes === null) return null;
  const isSpki = bytes.length === SPKI_PREFIX.length / 2 + KEY_BYTES && hexOf(bytes).startsWith(SPKI_PREFIX);
  const raw = isSpki ? bytes.slice(-KEY_BYTES) : bytes;
  if (raw.length !== KEY_BYTES) return null;
  const key = btoa(String.fromCharCode(...raw))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
  return SIGNATURE_PUBLIC_KEY.test(key) ? key : null;
}

function bytesOfHex(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length / 2 }, (_, at) => Number.parseInt(text.slice(2 * at, 2 * at + 2), 16));
}

function bytesOfBase64(text: string): Uint8Array | null {
  const plain = text.replaceAll("-", "+").replaceAll("_", "/").replace(/=+$/, "");
  if (!/^[A-Za-z0-9+/]+$/.test(plain) || plain.length % 4 === 1) return null;
  return Uint8Array.from(atob(plain), (character) => character.charCodeAt(0));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
