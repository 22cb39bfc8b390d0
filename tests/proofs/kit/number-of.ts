/** The whole number above zero after an option such as `--seed 7`; null where there is none. */
export function numberOf(args: readonly string[], name: string): number | null {
  const at = args.indexOf(name);
  const value = at < 0 ? Number.NaN : Number(args[at + 1]);
  return Number.isInteger(value) && value > 0 ? value : null;
}
