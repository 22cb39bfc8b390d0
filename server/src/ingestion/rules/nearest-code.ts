import { nearestName } from "@bochiso/shared/formula";

/** Longer texts are no typing errors, and comparing them costs more than the hint is worth. */
const LONGEST = 80;
/** Shorter codes all lie near each other: HN is no misspelt VN. There the first character must be right. */
const SHORT = 3;

/** The known code nearest to what was written, or null where none is near. */
export function nearestCode(written: string, known: Iterable<string>): string | null {
  if (written.length > LONGEST) return null;
  if (written.length >= SHORT) return nearestName(written, known);
  const first = written.charAt(0).toLowerCase();
  return nearestName(
    written,
    [...known].filter((code) => code.charAt(0).toLowerCase() === first),
  );
}
