import type { DefinitionChange } from "@bochiso/db/repositories/definition-changes";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { rulesFingerprint } from "../compute/rules-fingerprint.ts";
import { withDefinitions } from "./with-definitions.ts";

const HELD = new WeakMap<Catalogue, Map<string, Catalogue>>();

/** The catalogue as a change will make it, built once per catalogue in force. */
export function stagedCatalogue(inForce: Catalogue, { id, definitions }: DefinitionChange): Catalogue {
  const held = HELD.get(inForce) ?? new Map<string, Catalogue>();
  HELD.set(inForce, held);
  let staged = held.get(id);
  if (staged === undefined) {
    staged = withDefinitions(inForce, definitions);
    held.set(id, staged);
  }
  return staged;
}

/** What a change is computed beside: the rules its cells are computed by, their method in front, and the definitions in force. */
export function baseVersionOf(catalogue: Catalogue): string {
  return `${rulesFingerprint(catalogue)} ${catalogue.definitionsVersion}`;
}

/** In place of a base: the cells computed so far are not current, the change is to be computed anew. */
export function staleBase(method: number): string {
  return `m${method} stale`;
}
