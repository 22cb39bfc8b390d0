/** Kinds of queries that a rule made or changed touches at once; flags follow in the background and tell by themselves. */
export const RULES_TOUCH = /^(rules|indicator)$/;
