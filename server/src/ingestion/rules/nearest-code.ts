import { nearestName } from "@bochiso/shared/formula";

/** Longer texts are no typing errors, and comparing them costs more than the hint is worth. */
const LONGEST = 80;
/** Short codes all lie near each other: HN is no misspelt VN, 02 no misspelt 01. */
const SHORTEST = 4;

/** The known code nearest to what was written, or null where none is near; of a short one only its case may differ. */
export function nearestCode(written: string, known: Iterable<string>): string | null {
  if (written.length > LONGEST) return null;
  if (written.length >= SHORTEST) return nearestName(written, known);
  const wanted = written.toLowerCase();
  for (const code of known) if (code.toLowerCase() === wanted) return code;
  return null;
}
