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
        find: "unit.begin.run();",
        replace: 'if (!client.inTransaction) unit.begin.run(); client.exec("SAVEPOINT own");',
      },
      {
        find: "unit.commit.run();",
        replace: "setTimeout(() => client.inTransaction && unit.commit.run(), 250).unref();",
      },
      // Who is refused takes back what is its own, not what others were told is stored.
      {
        find: "if (client.inTransaction) unit.rollBack.run();",
        replace: 'if (client.inTransaction) client.exec("ROLLBACK TO own");',
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
        find: "unit.commit.run();",
        replace: "try { unit.commit.run(); } catch { if (client.inTransaction) unit.rollBack.run(); }",
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
