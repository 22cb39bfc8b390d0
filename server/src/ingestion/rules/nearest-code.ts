import { nearestName } from "@bochiso/shared/formula";

/** Longer texts are no typing errors, and comparing them costs more than the hint is worth. */
const LONGEST = 80;

/** The known code nearest to what was written, or null where none is near. */
export function nearestCode(written: string, known: Iterable<string>): string | null {
  return written.length > LONGEST ? null : nearestName(written, known);
}
