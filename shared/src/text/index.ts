export { guardFormula, unguardFormula } from "./formula-guard.ts";
export { Language, Text } from "./text.ts";
