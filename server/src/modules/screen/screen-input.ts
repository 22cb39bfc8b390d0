import { ScopeId } from "@bochiso/shared/screen";
import { z } from "zod";

/** Whose dashboard, and the month asked for (absent or null = latest per indicator). */
export const ScreenInput = z.object({ scope: ScopeId, period: z.string().max(40).nullish() });

/** A code of the catalogue as it comes in; whether it exists is told by the query. */
export const CodeInput = z.string().min(1).max(120);

/** A breakdown key as in URLs: `ownership=FDI`; empty for the total. */
export const BreakdownInput = z.string().max(400).optional();

/** Present provinces (34) or former ones (63). */
export const AreaBasisInput = z.enum(["present", "former"]).optional();
