/**
 * The known code nearest to what was written, or null where none is near: fewest insertions, deletions, substitutions
 * and swaps of neighbours, letter case ignored, at most a third of the length. Ties go to the earlier candidate.
 */
export function nearestCode(written: string, known: Iterable<string>): string | null {
  const text = written.toLowerCase();
  if (text.length > 80) return null;
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(text.length / 3)) + 1;
  for (const code of known) {
    if (Math.abs(code.length - text.length) >= bestDistance) continue;
    const distance = editDistance(text, code.toLowerCase());
    if (distance < bestDistance) {
      best = code;
      bestDistance = distance;
    }
  }
  return best;
}

/** Optimal string alignment distance. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let cost = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + same);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
