/** Types a parameter of a bulk statement may have, the same on both databases. */
export interface ParameterTypes {
  int: number;
  bigint: number;
  real: number;
  text: string;
  bytes: Uint8Array;
}
export type ParameterType = keyof ParameterTypes;
/** Columns of the row source: name → type. Any of them may be null. */
export type ParameterColumns = Readonly<Record<string, ParameterType>>;

/**
 * One SQL text run over many rows. `{rows}` stands for a row source named `v` with the columns of
 * `input`: a single row of parameters on SQLite (run prepared, row by row), `unnest` of arrays on
 * PostgreSQL (run once per chunk). Every SQL text must mean the same over one row and over all.
 */
export interface Statement<Input, Output> {
  /** Name of the prepared statement; unique. */
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: ParameterType }[];
  readonly sql: string;
  /** Only types: what goes in and comes out. */
  readonly types?: { readonly input: Input; readonly output: Output };
}

type InputOf<C extends ParameterColumns> = { readonly [K in keyof C]: ParameterTypes[C[K]] | null };

/** Declares a bulk statement whose rows come back as `Output`. */
export function defineStatement<Output>() {
  return <const C extends ParameterColumns>(name: string, columns: C, sql: string): Statement<InputOf<C>, Output> => ({
    name,
    columns: Object.entries(columns).map(([column, type]) => ({ name: column, type })),
    sql,
  });
}

/** Runs bulk statements inside one transaction. */
export interface StatementRunner {
  /** Rows of every input row, in the order of the input on SQLite, in no order on PostgreSQL. */
  all<Input, Output>(statement: Statement<Input, Output>, rows: readonly Input[]): Promise<Output[]>;
  /** Number of rows changed. `shared` fills the columns that are the same in all rows and left out of them. */
  run<Input, Output, Shared extends Partial<Input> = Record<never, never>>(
    statement: Statement<Input, Output>,
    rows: readonly Omit<Input, keyof Shared>[],
    shared?: Shared,
  ): Promise<number>;
}
