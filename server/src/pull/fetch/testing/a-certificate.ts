import { generateKeyPairSync, sign } from "node:crypto";

/** A certificate and its key as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const DAY_MS = 86_400_000;
const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  text: 0x0c,
  utcTime: 0x17,
  sequence: 0x30,
  set: 0x31,
  address: 0x87,
  version: 0xa0,
  extensions: 0xa3,
} as const;

/** OIDs in DER: ecdsa-with-SHA256, commonName, basicConstraints, subjectAltName. */
const OID = {
  signature: [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02],
  commonName: [0x55, 0x04, 0x03],
  basicConstraints: [0x55, 0x1d, 0x13],
  altName: [0x55, 0x1d, 0x11],
} as const;

/**
 * A certificate that signs itself (X.509 v3, RFC 5280, ECDSA over P-256), for an IPv4 address; `days` counted from today, the
 * day of its end, may lie in the past.
 */
export function aCertificate({ address, days }: { address: string; days: number }): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = sequence(der(TAG.oid, OID.signature));
  const name = sequence(der(TAG.set, sequence(der(TAG.oid, OID.commonName), der(TAG.text, Buffer.from("test")))));
  const now = Date.now();
  const body = sequence(
    der(TAG.version, der(TAG.integer, [2])),
    der(TAG.integer, [1]),
    algorithm,
    name,
    sequence(utcTime(now - 30 * DAY_MS), utcTime(now + days * DAY_MS)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(
      TAG.extensions,
      sequence(
        sequence(
          der(TAG.oid, OID.basicConstraints),
          der(TAG.boolean, [0xff]),
          der(TAG.octets, sequence(der(TAG.boolean, [0xff]))),
        ),
        sequence(
          der(TAG.oid, OID.altName),
          der(TAG.octets, sequence(der(TAG.address, address.split(".").map(Number)))),
        ),
      ),
    ),
  );
  const signature = der(TAG.bits, Buffer.concat([Buffer.from([0]), sign("sha256", body, privateKey)]));
  return {
    cert: pem(sequence(body, algorithm, signature)),
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

function sequence(...parts: readonly Uint8Array[]): Buffer {
  return der(TAG.sequence, Buffer.concat(parts));
}

/** Tag, length, content. */
function der(tag: number, content: Uint8Array | readonly number[]): Buffer {
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), Buffer.from(content)]);
}

/** `YYMMDDHHMMSSZ`. */
function utcTime(at: number): Buffer {
  return der(
    TAG.utcTime,
    Buffer.from(
      new Date(at)
        .toISOString()
        .replace(/[-:T]|\.\d+/g, "")
        .slice(2),
    ),
  );
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString("base64").match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}
