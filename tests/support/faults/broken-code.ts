/** Product code that is broken on purpose, for a control that a proof must find. */
export interface BrokenCode {
  readonly name: string;
  /** What is broken, in the words of a proof's result. */
  readonly what: string;
  /** Source file from the root of the repository. */
  readonly file: string;
  /** Each text must stand in the file exactly once. */
  readonly edits: readonly { readonly find: string; readonly replace: string }[];
}

const SQLITE_STORE = "db/src/dialects/sqlite/open-sqlite-store.ts";

export const BROKEN = {
  earlyAnswer: {
    name: "early-answer",
    what: "submissions are acknowledged before they are committed",
    file: SQLITE_STORE,
    edits: [
      { find: 'client.exec("BEGIN IMMEDIATE");', replace: 'if (!client.inTransaction) client.exec("BEGIN IMMEDIATE");' },
      {
        find: 'client.exec("COMMIT");',
        replace: 'setTimeout(() => client.inTransaction && client.exec("COMMIT"), 250).unref();',
      },
    ],
  },
  lazySync: {
    name: "lazy-sync",
    what: "synchronous=NORMAL: the log is not flushed with every commit",
    file: "db/src/dialects/sqlite/open-connection.ts",
    edits: [
      { find: "synchronous: 2,", replace: "synchronous: 1," },
      { find: '"synchronous = FULL"', replace: '"synchronous = NORMAL"' },
    ],
  },
  deafCommit: {
    name: "deaf-commit",
    what: "a commit that fails is taken for one that succeeded",
    file: SQLITE_STORE,
    edits: [
      {
        find: 'client.exec("COMMIT");',
        replace: 'try { client.exec("COMMIT"); } catch { if (client.inTransaction) client.exec("ROLLBACK"); }',
      },
    ],
  },
} as const satisfies Record<string, BrokenCode>;
