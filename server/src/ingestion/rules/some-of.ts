/** Codes named in an error. */
const MOST_NAMED = 20;

/** Some of the codes that would have been right, for a reader. */
export function someOf(codes: ReadonlySet<string>): string {
  const first = [...codes].slice(0, MOST_NAMED).join(", ");
  return codes.size > MOST_NAMED ? `${first}, …` : first;
}
