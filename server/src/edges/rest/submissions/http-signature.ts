import { createPublicKey, verify } from "node:crypto";
import { DomainError } from "@bochiso/shared/errors";

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

/** Without these a signature would let a request be sent again as another one. */
const MUST_COVER = ["@method", "@path", "@query", "content-digest", "content-type", "idempotency-key"];
/** `@target-uri` is not among them: behind a proxy neither scheme nor host of it is known here. */
const COVERS_TARGET = ["@request-target"];
/** Seconds that clocks may differ and a request may be under way. */
const MAX_AGE = 300;

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
  if (publicKey === null) throw invalid("keyid");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKey }, format: "jwk" });
  const base = signatureBase(request, input);
  if (!verify(null, Buffer.from(base, "utf8"), key, signature)) throw invalid("signature");
  return input.keyid;
}

function readInput(field: string | undefined): SignatureInput {
  const match = INPUT.exec((field ?? "").trim());
  if (match === null) throw invalid("signature-input");
  const [, label = "", params = "", list = "", tail = ""] = match;
  const components = list.split(" ").filter((item) => item !== "");
  if (!components.every((item) => /^"[^"]+"$/.test(item))) throw invalid("components");
  const values = new Map([...tail.matchAll(PARAMETER)].map(([, name = "", value = ""]) => [name, value]));
  if ([...values].map(([name, value]) => `;${name}=${value}`).join("") !== tail) throw invalid("parameters");
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
  if (match === null || match[1] !== label) throw invalid("signature");
  return Buffer.from(match[2] ?? "", "base64");
}

function checkParameters({ components, created, expires, alg }: SignatureInput, now: Date): void {
  const seconds = now.getTime() / 1000;
  if (!Number.isInteger(created) || Math.abs(seconds - created) > MAX_AGE) throw invalid("created");
  if (expires !== null && !(expires > seconds)) throw invalid("expires");
  if (alg !== null && alg !== "ed25519") throw invalid("alg");
  if (new Set(components).size !== components.length) throw invalid("components");
  const coversTarget = COVERS_TARGET.some((name) => components.includes(name));
  const missing = MUST_COVER.find(
    (name) => !components.includes(name) && !(coversTarget && (name === "@path" || name === "@query")),
  );
  if (missing !== undefined) throw invalid(`components: "${missing}"`);
}

function signatureBase(request: SignedRequest, { components, params }: SignatureInput): string {
  const lines = components.map((name) => {
    const value = componentOf(request, name);
    if (value === undefined) throw invalid(`components: "${name}"`);
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

function invalid(part: string): DomainError {
  return new DomainError(
    "key-invalid",
    { signature: part },
    {
      vi: `Chữ ký của yêu cầu (RFC 9421, Ed25519) không hợp lệ: ${part}.`,
      en: `The signature of the request (RFC 9421, Ed25519) is not valid: ${part}.`,
    },
  );
}
