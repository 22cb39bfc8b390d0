/**
 * Lets at most `places` of the works that are large go on at once, in order of arrival; the others pass. For places where
 * commands run beside each other: what each of them holds in memory, and a connection for its snapshot, would add up.
 */
export function fewAtATime<I, O>(
  places: number,
  isLarge: (input: I) => boolean,
  work: (input: I) => Promise<O>,
): (input: I) => Promise<O> {
  const waiting: (() => void)[] = [];
  let free = places;

  async function inTurn(input: I): Promise<O> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work(input);
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  }
  return (input) => (isLarge(input) ? inTurn(input) : work(input));
}
