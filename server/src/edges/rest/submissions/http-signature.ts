import { createPublicKey, verify } from "node:crypto";
import {
  componentAbsent,
  componentUnknown,
  differs,
  expired,
  inputUnreadable,
  keyUnknown,
  namedTwice,
  notCovered,
  notOfNow,
  otherAlgorithm,
  parametersUnreadable,
  signatureUnreadable,
} from "./signature-faults.ts";
import { MAX_AGE, MUST_COVER } from "./signature-terms.ts";

/** The parts of a request that a signature speaks of. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly target: string;
  /** Of a field that came more than once the values joined by ", ". */
  field(name: string): string | undefined;
}

/** What a signature says about itself. */
interface SignatureInput {
  readonly label: string;
  readonly components: readonly string[];
  /** The parameters as written, from the opening bracket on: they are signed as they stand. */
  readonly params: string;
  readonly keyid: string;
  readonly created: number;
  readonly expires: number | null;
  readonly alg: string | null;
}

/** `@target-uri` is not among them: behind a proxy neither scheme nor host of it is known here. */
const COVERS_TARGET = ["@request-target"];

const INPUT = /^([a-z*][a-z0-9_.*-]*)=(\((.*?)\)(;.*)?)$/;
const SIGNATURE = /^([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/]+={0,2}):$/;
const PARAMETER = /;([a-z*][a-z0-9_.*-]*)=("(?:[^"\\]|\\["\\])*"|-?\d+)/g;

/**
 * Verifies `Signature` and `Signature-Input` (RFC 9421, Ed25519, one signature) and gives the `keyid`. `publicKeyOf` gives the
 * raw public key, base64url, of a live key of the feed. Throws `key-invalid` with the reason.
 */
export function verifySignature(
  request: SignedRequest,
  { publicKeyOf, now }: { publicKeyOf: (keyid: string) => string | null; now: Date },
): string {
  const input = readInput(request.field("signature-input"));
  const signature = readSignature(request.field("signature"), input.label);
  checkParameters(input, now);
  const publicKey = publicKeyOf(input.keyid);
  if (publicKey === null) throw keyUnknown(input.keyid);
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKey }, format: "jwk" });
  const base = signatureBase(request, input);
  if (!verify(null, Buffer.from(base, "utf8"), key, signature)) throw differs(base);
  return input.keyid;
}

function readInput(field: string | undefined): SignatureInput {
  const match = INPUT.exec((field ?? "").trim());
  if (match === null) throw inputUnreadable(field);
  const [, label = "", params = "", list = "", tail = ""] = match;
  const components = list.split(" ").filter((item) => item !== "");
  const odd = components.find((item) => !/^"[^"]+"$/.test(item));
  if (odd !== undefined) throw componentUnknown(odd);
  const values = new Map([...tail.matchAll(PARAMETER)].map(([, name = "", value = ""]) => [name, value]));
  if ([...values].map(([name, value]) => `;${name}=${value}`).join("") !== tail) throw parametersUnreadable(tail);
  const created = Number(values.get("created") ?? Number.NaN);
  const expires = values.get("expires");
  return {
    label,
    components: components.map((item) => item.slice(1, -1)),
    params,
    keyid: unquoted(values.get("keyid")) ?? "",
    created,
    expires: expires === undefined ? null : Number(expires),
    alg: unquoted(values.get("alg")),
  };
}

function unquoted(value: string | undefined): string | null {
  return value?.startsWith('"') ? value.slice(1, -1).replaceAll(/\\(["\\])/g, "$1") : null;
}

function readSignature(field: string | undefined, label: string): Buffer {
  const match = SIGNATURE.exec((field ?? "").trim());
  if (match === null || match[1] !== label) throw signatureUnreadable(field, label);
  return Buffer.from(match[2] ?? "", "base64");
}

function checkParameters({ components, created, expires, alg }: SignatureInput, now: Date): void {
  const seconds = now.getTime() / 1000;
  if (!Number.isInteger(created) || Math.abs(seconds - created) > MAX_AGE) throw notOfNow(created, now);
  if (expires !== null && !(expires > seconds)) throw expired(expires, now);
  if (alg !== null && alg !== "ed25519") throw otherAlgorithm(alg);
  if (new Set(components).size !== components.length) throw namedTwice(components);
  const coversTarget = COVERS_TARGET.some((name) => components.includes(name));
  const missing = MUST_COVER.filter(
    (name) => !components.includes(name) && !(coversTarget && (name === "@path" || name === "@query")),
  );
  if (missing.length > 0) throw notCovered(components, missing);
}

function signatureBase(request: SignedRequest, { components, params }: SignatureInput): string {
  const lines = components.map((name) => {
    const value = componentOf(request, name);
    if (value === undefined) throw componentAbsent(name);
    return `"${name}": ${value}`;
  });
  return [...lines, `"@signature-params": ${params}`].join("\n");
}

function componentOf({ method, target, field }: SignedRequest, name: string): string | undefined {
  const at = target.indexOf("?");
  switch (name) {
    case "@method":
      return method.toUpperCase();
    case "@request-target":
      return target;
    case "@path":
      return at < 0 ? target : target.slice(0, at);
    case "@query":
      return at < 0 ? "?" : target.slice(at);
    case "@authority":
      return field("host")?.toLowerCase();
    default:
      return name.startsWith("@") ? undefined : field(name)?.trim();
  }
}
