import type { z } from "zod";

/** What the schema `ScopeId` gives, without the schema. */
type ScopeId = string & z.$brand<"ScopeId">;

/** How a scope id is written. */
export const SCOPE_ID = /^(cp|bo\/[a-z][a-z0-9.]*|tinh\/([0-9]{2}|MAU))$/;

/** The scope an address names, or null. The same rule as the schema, for pages that must not carry a schema library. */
export function scopeIdOf(text: string): ScopeId | null {
  return isScopeId(text) ? text : null;
}

/** The Government's scope, where every visit starts. */
export const GOVERNMENT_SCOPE: ScopeId = certain("cp");

function certain(text: string): ScopeId {
  if (!isScopeId(text)) throw new Error(`not a scope id: ${text}`);
  return text;
}

function isScopeId(text: string): text is ScopeId {
  return SCOPE_ID.test(text);
}
