import { z } from "zod";
import { SCOPE_ID } from "./scope-id-text.ts";

/**
 * Whose dashboard a screen shows, as written in URLs and queries: `cp` (the Government),
 * `bo/<ministry>` (`bo/moh`), `tinh/<province>` (`tinh/01`, fictional: `tinh/MAU`).
 */
export const ScopeId = z.string().regex(SCOPE_ID).brand<"ScopeId">();
export type ScopeId = z.infer<typeof ScopeId>;

/** Level of a scope; decides which groups of Art. 10.3 it has (points a, b, c). */
export type ScopeLevel = "government" | "ministry" | "province";
