import { type LookupAddress, lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import type { Cidr } from "@bochiso/shared/feed";
import { pullFault } from "../pull-fault.ts";
import { addressKind, mayConnect } from "./address-guard.ts";

/** What may be connected to. */
export interface AddressRule {
  /** Ranges inside the network that the configuration names. */
  readonly named: readonly Cidr[];
  /** The connection carries a secret in the clear: it stays inside the network. */
  readonly insideOnly: boolean;
}

/** Throws for an address that must not be connected to: `pull-address-refused`, `pull-secret-exposed`. */
export function checkAddress(host: string, address: string, rule: AddressRule): void {
  if (!mayConnect(address, rule.named)) throw pullFault("pull-address-refused", { host, address });
  if (rule.insideOnly && addressKind(address) === "public") throw pullFault("pull-secret-exposed", { host });
}

/** The host of an address as a name or an IP, without the brackets of IPv6. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, "$1");
}

/** A host that is an address itself is never looked up: it is checked here. */
export function checkLiteral(url: URL, rule: AddressRule): void {
  const host = hostOf(url);
  if (isIP(host) !== 0) checkAddress(host, host, rule);
}

/**
 * Resolves a name for the socket itself, and lets only those addresses through that were checked: there is no moment
 * between check and connection at which the name could mean something else. One refused address refuses the name.
 */
export function guardedLookup(rule: AddressRule, resolve: typeof lookup = lookup): LookupFunction {
  return (host, options, callback) => {
    resolve(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      try {
        if (error !== null) throw pullFault("pull-name-unresolved", { host });
        const [first] = found;
        if (first === undefined) throw pullFault("pull-name-unresolved", { host });
        for (const { address } of found) checkAddress(host, address, rule);
        if (options.all) callback(null, found);
        else callback(null, first.address, first.family);
      } catch (fault) {
        callback(fault instanceof Error ? fault : pullFault("pull-name-unresolved", { host }), "");
      }
    });
  };
}
