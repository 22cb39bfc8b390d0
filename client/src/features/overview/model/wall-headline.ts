import type { HeadlineRun } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";

/** Letters that fit in two lines of a wall. */
const FITS = 140;
const BETWEEN = "; ";

/** The headline for a wall: its leading clauses as far as two lines hold, at least the first. */
export function wallHeadline(runs: readonly HeadlineRun[], language: Language): string {
  const clauses = runs
    .map((run) => run.text[language])
    .join("")
    .split(BETWEEN);
  let said = clauses[0] ?? "";
  for (const clause of clauses.slice(1)) {
    if (said.length + BETWEEN.length + clause.length > FITS) break;
    said += BETWEEN + clause;
  }
  return /[.!?]$/.test(said) ? said : `${said}.`;
}
