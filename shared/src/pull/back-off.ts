const FIRST_SECONDS = 60;
const LONGEST_SECONDS = 6 * 3_600;
/** A source may ask for more patience than ours, within a day. */
const LONGEST_ASKED_SECONDS = 24 * 3_600;

/**
 * Seconds to wait after so many failures in a row (at least 1): twice as long each time, from a minute to six hours, of which
 * the second half is left to `chance` (0 included to 1), so that sources that failed together do not come back together. A
 * longer `retryAfter` of the source (seconds) is kept, up to a day.
 */
export function backOffSeconds(failures: number, chance: number, retryAfter: number | null = null): number {
  const whole = Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** Math.min(failures - 1, 30));
  const own = Math.ceil(whole * (0.5 + chance / 2));
  return Math.max(own, Math.min(retryAfter ?? 0, LONGEST_ASKED_SECONDS));
}
