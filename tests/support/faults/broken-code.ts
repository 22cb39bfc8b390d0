/** Product code that is broken on purpose, for a control that a proof must find. */
export interface BrokenCode {
  readonly name: string;
  /** What is broken, in the words of a proof's result. */
  readonly what: string;
  /** Each text must stand in the built server exactly once. */
  readonly edits: readonly { readonly find: string; readonly replace: string }[];
}

export const BROKEN = {
  earlyAnswer: {
    name: "early-answer",
    what: "submissions are acknowledged before they are committed",
    edits: [
      {
        find: 'client.exec("BEGIN IMMEDIATE");',
        replace: 'if (!client.inTransaction) client.exec("BEGIN IMMEDIATE");',
      },
      {
        find: 'client.exec("COMMIT");',
        replace: 'setTimeout(() => client.inTransaction && client.exec("COMMIT"), 250).unref();',
      },
    ],
  },
  lazySync: {
    name: "lazy-sync",
    what: "synchronous=NORMAL: the log is not flushed with every commit",
    edits: [
      { find: "synchronous: 2,", replace: "synchronous: 1," },
      { find: '"synchronous = FULL"', replace: '"synchronous = NORMAL"' },
    ],
  },
  deafCommit: {
    name: "deaf-commit",
    what: "a commit that fails is taken for one that succeeded",
    edits: [
      {
        find: 'client.exec("COMMIT");',
        replace: 'try { client.exec("COMMIT"); } catch { if (client.inTransaction) client.exec("ROLLBACK"); }',
      },
    ],
  },
  forgetfulCursor: {
    name: "forgetful-cursor",
    what: "a page of changes that ends in the middle of a commit goes on after that commit",
    edits: [{ find: "{ ...ALL_OF_COMMIT, ...options.after }", replace: "{ ...options.after, ...ALL_OF_COMMIT }" }],
  },
  noLimits: {
    name: "no-limits",
    what: "the natural limits of an indicator are not checked",
    edits: [{ find: "if (!tooLow && !tooHigh) return;", replace: "return;" }],
  },
} as const satisfies Record<string, BrokenCode>;
