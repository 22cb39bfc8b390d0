import type { Statement as Prepared } from "better-sqlite3";
import type { Statement, StatementRunner } from "../../statement/index.ts";
import type { Connection } from "./open-connection.ts";
import { fromRows, rowSource } from "./sql-functions.ts";

/** Parameters of one call: beyond it a call costs what it saves, and SQLite has its own limit far above. */
const PARAMETERS_PER_CALL = 600;

interface PreparedStatement {
  readonly prepared: Prepared<unknown[]>;
  readonly names: readonly string[];
  /** Rows that one call takes. */
  readonly rows: number;
}

/**
 * Runs bulk statements, each prepared once per connection: many rows in blocks, for crossing into SQLite costs more than a
 * row does, and what is left over row by row.
 */
export function createSqliteRunner(client: Connection): StatementRunner {
  const single = new Map<string, PreparedStatement>();
  const blocks = new Map<string, PreparedStatement>();

  function prepare<I, O>(
    cache: Map<string, PreparedStatement>,
    statement: Statement<I, O>,
    rows: number,
  ): PreparedStatement {
    const known = cache.get(statement.name);
    if (known) return known;
    const names = statement.columns.map((column) => column.name);
    const prepared = client.prepare<unknown[]>(fromRows(statement.sql, rowSource(names, rows)));
    const made = { prepared, names, rows };
    cache.set(statement.name, made);
    return made;
  }

  function each<I, O>(statement: Statement<I, O>, { rows, shared = NONE }: Given, call: Call): void {
    const perCall = Math.floor(PARAMETERS_PER_CALL / statement.columns.length);
    let at = 0;
    if (rows.length >= perCall) {
      const { prepared, names } = prepare(blocks, statement, perCall);
      const values = new Array<unknown>(names.length * perCall);
      for (; at + perCall <= rows.length; at += perCall) {
        for (let row = 0; row < perCall; row += 1)
          fill({ values, from: row * names.length, row: rows[at + row], shared, names });
        call(prepared, values);
      }
    }
    if (at === rows.length) return;
    const { prepared, names } = prepare(single, statement, 1);
    const values = new Array<unknown>(names.length);
    for (; at < rows.length; at += 1) {
      fill({ values, from: 0, row: rows[at], shared, names });
      call(prepared, values);
    }
  }

  return {
    async all<I, O>(statement: Statement<I, O>, rows: readonly I[]): Promise<O[]> {
      const found: O[] = [];
      each(statement, { rows }, (prepared, values) => {
        // The declared output of a statement is what its SQL text selects.
        for (const one of prepared.all(values) as O[]) found.push(one);
      });
      return found;
    },
    async run<I, O>(statement: Statement<I, O>, rows: readonly unknown[], shared?: unknown): Promise<number> {
      let changed = 0;
      each(statement, { rows, shared }, (prepared, values) => {
        changed += prepared.run(values).changes;
      });
      return changed;
    },
  };
}

type Call = (prepared: Prepared<unknown[]>, values: unknown[]) => void;

interface Given {
  readonly rows: readonly unknown[];
  readonly shared?: unknown;
}

const NONE = {};

function fill(work: {
  values: unknown[];
  from: number;
  row: unknown;
  shared: unknown;
  names: readonly string[];
}): void {
  const { values, from, names } = work;
  const row = work.row as Readonly<Record<string, unknown>>;
  const shared = work.shared as Readonly<Record<string, unknown>>;
  for (let at = 0; at < names.length; at += 1) {
    const name = names[at] ?? "";
    values[from + at] = row[name] ?? shared[name] ?? null;
  }
}
