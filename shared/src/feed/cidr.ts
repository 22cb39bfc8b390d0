/** A range of addresses: the leading `bits` of `bytes` are given (4 bytes IPv4, 16 bytes IPv6). */
export interface Cidr {
  readonly bytes: readonly number[];
  readonly bits: number;
}

/** A prefix of IPv4 written as IPv6 (RFC 4291, 2.5.5.2): such an address is the IPv4 one. */
const MAPPED = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255];

/** A range such as `10.1.0.0/16`, `2001:db8::/32` or one address; null where it is none or has bits behind its prefix. */
export function parseCidr(text: string): Cidr | null {
  const [address = "", length, ...rest] = text.split("/");
  const bytes = parseAddress(address);
  if (bytes === null || rest.length > 0 || (length !== undefined && !/^(0|[1-9]\d{0,2})$/.test(length))) return null;
  const bits = length === undefined ? 8 * bytes.length : Number(length);
  if (bits > 8 * bytes.length) return null;
  const range = { bytes, bits };
  return bytes.every((byte, at) => (byte & ~maskAt(bits, at) & 255) === 0) ? range : null;
}

/** Whether an address lies in a range; false where it is no address, or of the other family. */
export function cidrHolds({ bytes, bits }: Cidr, address: string): boolean {
  const asked = parseAddress(address);
  return (
    asked?.length === bytes.length && asked.every((byte, at) => ((byte ^ (bytes[at] ?? 0)) & maskAt(bits, at)) === 0)
  );
}

function maskAt(bits: number, at: number): number {
  const given = Math.min(8, Math.max(0, bits - 8 * at));
  return (0xff00 >> given) & 255;
}

/** The bytes of an address: 4, or 16; null where it is none. A zone (`%eth0`) is no part of it. */
function parseAddress(text: string): readonly number[] | null {
  const [address = ""] = text.split("%", 1);
  if (!address.includes(":")) return parseV4(address);
  const bytes = parseV6(address);
  const isMapped = bytes !== null && MAPPED.every((byte, at) => bytes[at] === byte);
  return isMapped ? bytes.slice(MAPPED.length) : bytes;
}

function parseV4(text: string): number[] | null {
  const parts = text.split(".");
  // A leading zero is octal to some and decimal to others: neither is guessed.
  const isSound = parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
  return isSound ? parts.map(Number) : null;
}

function parseV6(text: string): number[] | null {
  const halves = text.split("::");
  if (halves.length > 2) return null;
  const [head, tail] = [groupsOf(halves[0] ?? ""), groupsOf(halves[1] ?? "")];
  if (head === null || tail === null) return null;
  const missing = 16 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 2) return null;
  return [...head, ...new Array<number>(missing).fill(0), ...tail];
}

function groupsOf(text: string): number[] | null {
  if (text === "") return [];
  const bytes: number[] = [];
  const groups = text.split(":");
  for (const [at, group] of groups.entries()) {
    const v4 = at === groups.length - 1 && group.includes(".") ? parseV4(group) : null;
    if (v4 !== null) bytes.push(...v4);
    else if (/^[0-9a-fA-F]{1,4}$/.test(group))
      bytes.push(Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255);
    else return null;
  }
  return bytes;
}
