import type { Statement as Prepared } from "better-sqlite3";
import type { Statement, StatementRunner } from "../../statement/index.ts";
import type { Connection } from "./open-connection.ts";
import { fromRows, rowSource } from "./sql-functions.ts";

/** Parameters of one call: beyond it a call costs what it saves, and SQLite has its own limit far above. */
const PARAMETERS_PER_CALL = 600;
/** What a block leaves over goes into blocks of this share of it, and so on down to single rows. */
const NEXT_BLOCK = 1 / 4;

interface PreparedStatement {
  prepared(): Prepared<unknown[]>;
  readonly names: readonly string[];
  /** Rows that one call takes. */
  readonly rows: number;
}

/**
 * Runs bulk statements, each prepared once per connection and size of block: many rows in one call, for crossing into
 * SQLite costs more than a row does.
 */
export function createSqliteRunner(client: Connection): StatementRunner {
  const known = new Map<string, PreparedStatement[]>();

  /** Largest block first, single rows last; each is prepared when it is first needed. */
  function blocksOf<I, O>(statement: Statement<I, O>): PreparedStatement[] {
    let blocks = known.get(statement.name);
    if (blocks === undefined) {
      blocks = blockSizes(statement.columns.length).map((rows) => prepareLater(client, statement, rows));
      known.set(statement.name, blocks);
    }
    return blocks;
  }

  function each<I, O>(statement: Statement<I, O>, { rows, shared = NONE }: Given, call: Call): void {
    let at = 0;
    for (const block of blocksOf(statement)) {
      if (rows.length - at < block.rows) continue;
      const { names } = block;
      const values = new Array<unknown>(names.length * block.rows);
      for (; at + block.rows <= rows.length; at += block.rows) {
        for (let row = 0; row < block.rows; row += 1)
          fill({ values, from: row * names.length, row: rows[at + row], shared, names });
        call(block.prepared(), values);
      }
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

function blockSizes(columns: number): number[] {
  const sizes: number[] = [];
  for (let rows = PARAMETERS_PER_CALL / columns; rows >= 1 / NEXT_BLOCK; rows *= NEXT_BLOCK)
    sizes.push(Math.floor(rows));
  return [...sizes, 1];
}

function prepareLater<I, O>(client: Connection, { sql, columns }: Statement<I, O>, rows: number): PreparedStatement {
  const names = columns.map((column) => column.name);
  let prepared: Prepared<unknown[]> | undefined;
  return {
    names,
    rows,
    prepared: () => {
      prepared ??= client.prepare<unknown[]>(fromRows(sql, rowSource(names, rows)));
      return prepared;
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
