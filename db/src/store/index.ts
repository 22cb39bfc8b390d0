export type {
  Commit,
  DialectName,
  Priority,
  QueryBuilder,
  ReadStore,
  ReadTx,
  RowLocks,
  Store,
  WriteTx,
} from "../unit-of-work.ts";
