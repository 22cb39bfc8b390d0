/** A number from 0 (included) to 1 (not), handed in wherever something is left to chance. */
export type Chance = () => number;

export const systemChance: Chance = () => Math.random();
