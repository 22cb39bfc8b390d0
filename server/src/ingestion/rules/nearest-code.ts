import { nearestName } from "@bochiso/shared/formula";

/** Longer texts are no typing errors, and comparing them costs more than the hint is worth. */
const LONGEST = 80;
/** Shorter codes all lie near each other: HN is no misspelt VN. There the first character must be right. */
const SHORT = 3;

/** The known code nearest to what was written, or null where none is near. */
export function nearestCode(written: string, known: Iterable<string>): string | null {
  if (written.length > LONGEST) return null;
  // A code without its set: the former unit 27 is vn63:27.
  const codes = [...known];
  const inSet = codes.find((code) => code.endsWith(`:${written}`));
  if (inSet !== undefined && written !== "") return inSet;
  if (written.length >= SHORT) return nearestName(written, codes);
  const first = written.charAt(0).toLowerCase();
  return nearestName(
    written,
    codes.filter((code) => code.charAt(0).toLowerCase() === first),
  );
}
