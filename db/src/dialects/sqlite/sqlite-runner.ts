import type { Statement as Prepared } from "better-sqlite3";
import type { Statement, StatementRunner } from "../../statement/index.ts";
import type { Connection } from "./open-connection.ts";
import { rowSource } from "./sql-functions.ts";

interface PreparedStatement {
  readonly prepared: Prepared<unknown[]>;
  readonly names: readonly string[];
}

/** Runs bulk statements row by row, each prepared once per connection. */
export function createSqliteRunner(client: Connection): StatementRunner {
  const cache = new Map<string, PreparedStatement>();

  function prepare<I, O>(statement: Statement<I, O>): PreparedStatement {
    const known = cache.get(statement.name);
    if (known) return known;
    const names = statement.columns.map((column) => column.name);
    const prepared = client.prepare<unknown[]>(statement.sql.replaceAll("{rows}", rowSource(names)));
    const made = { prepared, names };
    cache.set(statement.name, made);
    return made;
  }

  return {
    async all<I, O>(statement: Statement<I, O>, rows: readonly I[]): Promise<O[]> {
      const { prepared, names } = prepare(statement);
      const found: O[] = [];
      for (const row of rows) {
        // The declared output of a statement is what its SQL text selects.
        for (const one of prepared.all(parameters(row, names)) as O[]) found.push(one);
      }
      return found;
    },
    async run<I, O>(statement: Statement<I, O>, rows: readonly I[]): Promise<number> {
      const { prepared, names } = prepare(statement);
      let changed = 0;
      for (const row of rows) changed += prepared.run(parameters(row, names)).changes;
      return changed;
    },
  };
}

function parameters(row: unknown, names: readonly string[]): unknown[] {
  const values = row as Readonly<Record<string, unknown>>;
  const list = new Array<unknown>(names.length);
  for (let at = 0; at < names.length; at += 1) list[at] = values[names[at] ?? ""] ?? null;
  return list;
}
