/** Milliseconds since 1970 on this computer's clock; ages and live events take the difference to the server's. */
export function computerClock(): number {
  return Date.now();
}
