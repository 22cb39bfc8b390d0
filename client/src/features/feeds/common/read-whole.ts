/** A whole number between two bounds as it was typed; null for anything else. */
export function readWhole(typed: string, { least, most }: { least: number; most: number }): number | null {
  const text = typed.trim();
  const value = Number(text);
  return /^\d+$/.test(text) && value >= least && value <= most ? value : null;
}
