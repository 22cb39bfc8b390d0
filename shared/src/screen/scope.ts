import { z } from "zod";

/**
 * Whose dashboard a screen shows, as written in URLs and queries: `cp` (the Government),
 * `bo/<ministry>` (`bo/moh`), `tinh/<province>` (`tinh/01`, fictional: `tinh/MAU`).
 */
export const ScopeId = z
  .string()
  .regex(/^(cp|bo\/[a-z][a-z0-9.]*|tinh\/([0-9]{2}|MAU))$/)
  .brand<"ScopeId">();
export type ScopeId = z.infer<typeof ScopeId>;

/** Level of a scope; decides which groups of Art. 10.3 it has (points a, b, c). */
export type ScopeLevel = "government" | "ministry" | "province";
