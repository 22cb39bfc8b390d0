import { type Cidr, cidrHolds, parseCidr } from "@bochiso/shared/feed";

/** Never asked, whatever a configuration says: nobody's, the neighbour's (cloud metadata), everybody's. */
const NEVER = rangesOf("0.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "240.0.0.0/4", "::/128", "fe80::/10", "ff00::/8");

/** Not reachable from everywhere. Sources: IANA special-purpose address registries (RFC 6890). */
const SPECIAL = rangesOf(
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  // Within the global unicast range: protocols, tunnels that carry another address, documentation.
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "3fff::/20",
);
const IPV4 = rangesOf("0.0.0.0/0");
const GLOBAL_IPV6 = rangesOf("2000::/3");

/** What an address is to this installation. */
export type AddressKind = "public" | "private" | "never";

/** Judges an address as it will be connected to; an IPv4 address written as IPv6 is the IPv4 one. */
export function addressKind(address: string): AddressKind {
  if (isIn(NEVER, address)) return "never";
  const isGlobal = isIn(IPV4, address) || isIn(GLOBAL_IPV6, address);
  return isGlobal && !isIn(SPECIAL, address) ? "public" : "private";
}

/** Whether an address may be connected to; `named` are the ranges inside the network that the configuration allows. */
export function mayConnect(address: string, named: readonly Cidr[]): boolean {
  const kind = addressKind(address);
  return kind === "public" || (kind === "private" && isIn(named, address));
}

/** Ranges as written; what is none is left out (the configuration was checked before). */
export function rangesOf(...written: readonly string[]): readonly Cidr[] {
  return written.flatMap((text) => parseCidr(text) ?? []);
}

function isIn(ranges: readonly Cidr[], address: string): boolean {
  return ranges.some((range) => cidrHolds(range, address));
}
