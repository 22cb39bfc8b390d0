/** The only source of the present moment; handed in wherever one is needed. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still, for tests and for replays whose moment is given. */
export function fixedClock(instant: string): Clock {
  const moment = new Date(instant);
  return { now: () => moment };
}
