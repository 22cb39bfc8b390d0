/** A breakdown as sent: dimension → code; totals are left out. */
export type Breakdown = Readonly<Record<string, string>>;

/**
 * Canonical text of a breakdown: `dimension=code` joined by `;`, dimensions in code-unit order,
 * totals (`_T`) left out; the empty text is the total of everything.
 */
export type BreakdownKey = string & { readonly __brand: "BreakdownKey" };

/** The key of the total over every dimension. */
export const TOTAL_KEY = "" as BreakdownKey;

/** Canonical key of a breakdown. `_T` entries vanish: `{ownership:"_T"}` and `{}` are one key. */
export function breakdownKey(breakdown: Breakdown): BreakdownKey {
  return Object.entries(breakdown)
    .filter(([, code]) => code !== "_T")
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([dimension, code]) => `${dimension}=${code}`)
    .join(";") as BreakdownKey;
}

/** The breakdown a canonical key stands for. */
export function parseBreakdownKey(key: BreakdownKey): Breakdown {
  if (key === "") return {};
  return Object.fromEntries(
    key.split(";").map((part) => {
      const at = part.indexOf("=");
      return [part.slice(0, at), part.slice(at + 1)];
    }),
  );
}
