import pg from "pg";
import type { Statement, StatementRunner } from "../../statement/index.ts";
import { rowSource } from "./sql-functions.ts";

/** Bounds the memory of one message to the server. */
const CHUNK_ROWS = 10_000;
const INT8 = pg.types.builtins.INT8;

/** Numbers of 64 bits fit a double here: commits, series and ordinals stay far below 2^53. */
const NUMERIC_TYPES: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)),
};

const texts = new Map<string, string>();

function textOf<I, O>(statement: Statement<I, O>): string {
  const known = texts.get(statement.name);
  if (known !== undefined) return known;
  const text = statement.sql.replaceAll("{rows}", rowSource(statement.columns));
  texts.set(statement.name, text);
  return text;
}

/** Runs bulk statements set by set, prepared by name on each connection. */
export function createPostgresRunner(client: pg.ClientBase): StatementRunner {
  async function execute<I, O>(
    statement: Statement<I, O>,
    rows: readonly unknown[],
    shared: unknown = NONE,
  ): Promise<pg.QueryResult> {
    return await client.query({
      name: statement.name,
      text: textOf(statement),
      values: columnArrays(statement, rows, shared),
      types: NUMERIC_TYPES,
    });
  }
  return {
    async all<I, O>(statement: Statement<I, O>, rows: readonly I[]): Promise<O[]> {
      const found: O[] = [];
      for (let at = 0; at < rows.length; at += CHUNK_ROWS) {
        const result = await execute(statement, rows.slice(at, at + CHUNK_ROWS));
        // The declared output of a statement is what its SQL text selects.
        for (const row of result.rows as O[]) found.push(row);
      }
      return found;
    },
    async run<I, O>(statement: Statement<I, O>, rows: readonly unknown[], shared?: unknown): Promise<number> {
      let changed = 0;
      for (let at = 0; at < rows.length; at += CHUNK_ROWS) {
        changed += (await execute(statement, rows.slice(at, at + CHUNK_ROWS), shared)).rowCount ?? 0;
      }
      return changed;
    },
  };
}

const NONE = {};

function columnArrays<I, O>(statement: Statement<I, O>, rows: readonly unknown[], shared: unknown): unknown[][] {
  const records = rows as readonly Readonly<Record<string, unknown>>[];
  const inAll = shared as Readonly<Record<string, unknown>>;
  return statement.columns.map(({ name }) => records.map((row) => row[name] ?? inAll[name] ?? null));
}
