/** From before any submission: the start of what a feed owned from the first day (ISO instant). */
export const SINCE_EVER = "0001-01-01T00:00:00.000Z";
