import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { flushFolder, writeFlushed } from "../platform/write-flushed.ts";

/** The private key of receipts as it lies in the data directory, readable by the owner of the process alone. */
const KeyFile = z.object({
  kid: z.string(),
  /** Raw Ed25519 public key, base64url. */
  publicKey: z.string(),
  /** PKCS #8, PEM. */
  privateKey: z.string(),
  /** The key that this one replaced; null for the first. */
  replaces: z.string().nullable(),
});
type KeyFile = z.infer<typeof KeyFile>;

/** A key ready to sign. */
export interface SigningKeyPair extends Pick<KeyFile, "kid" | "publicKey" | "replaces"> {
  readonly privateKey: KeyObject;
}

const fileIn = (dataDir: string): string => join(dataDir, "receipt-key.json");

/** Gives the key of a data directory, making one where there is none; read again only when its file changed. */
export function signingKeyOf(dataDir: string): () => SigningKeyPair {
  const file = fileIn(dataDir);
  let known: { mtimeMs: number; key: SigningKeyPair } | null = null;
  return () => {
    const mtimeMs = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? makeFirst(dataDir);
    if (known === null || known.mtimeMs !== mtimeMs) known = { mtimeMs, key: readKey(file) };
    return known.key;
  };
}

/** Replaces the key of a data directory by a new one and forgets the old private key. Returns the new key's id. */
export function rotateSigningKey(dataDir: string): string {
  const file = fileIn(dataDir);
  const before = statSync(file, { throwIfNoEntry: false }) === undefined ? null : readKey(file).kid;
  const made = makeKey(before);
  // Written beside and moved: a rotation that is cut off leaves the old key or the new one.
  writeFlushed(`${file}.new`, text(made));
  renameSync(`${file}.new`, file);
  flushFolder(dataDir);
  return made.kid;
}

/**
 * Of two processes that start on one directory, the key of the first stands. It is on the disk before its name is there:
 * a power cut leaves no key or a whole one, and none that sealed an acknowledged receipt is lost.
 */
function makeFirst(dataDir: string): number {
  const file = fileIn(dataDir);
  const made = `${file}.${process.pid}`;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    writeFlushed(made, text(makeKey(null)));
    linkSync(made, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(made, { force: true });
  }
  flushFolder(dataDir);
  return statSync(file).mtimeMs;
}

function readKey(file: string): SigningKeyPair {
  const { privateKey, ...rest } = KeyFile.parse(JSON.parse(readFileSync(file, "utf8")));
  return { ...rest, privateKey: createPrivateKey(privateKey) };
}

function makeKey(replaces: string | null): KeyFile {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const { x = "" } = publicKey.export({ format: "jwk" });
  const pem = privateKey.export({ format: "pem", type: "pkcs8" });
  return { kid: thumbprint(x), publicKey: x, privateKey: String(pem), replaces };
}

/** JWK thumbprint (RFC 7638, for Ed25519 RFC 8037), base64url. */
function thumbprint(x: string): string {
  return createHash("sha256")
    .update(JSON.stringify({ crv: "Ed25519", kty: "OKP", x }))
    .digest("base64url");
}

function text(key: KeyFile): string {
  return `${JSON.stringify(key, null, 2)}\n`;
}
