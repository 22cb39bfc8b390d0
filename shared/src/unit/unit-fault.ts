import type { Text } from "../text/text.ts";

/** Why units do not fit; the codes are among the formula problem codes. */
export interface UnitFault {
  readonly code: "unit-mismatch" | "unit-scale" | "unit-not-arithmetic" | "unit-result";
  readonly text: Text;
}

/** Either a quantity or why there is none. */
export type UnitResult<T> =
  | { readonly ok: true; readonly quantity: T }
  | { readonly ok: false; readonly fault: UnitFault };

/** A good outcome. */
export function fits<T>(quantity: T): UnitResult<T> {
  return { ok: true, quantity };
}

/** A bad outcome. */
export function refuses<T>(code: UnitFault["code"], vi: string, en: string): UnitResult<T> {
  return { ok: false, fault: { code, text: { vi, en } } };
}
