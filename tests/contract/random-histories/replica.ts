import type { ReadTx, Store } from "@bochiso/db/store";
import { openTestStore } from "@bochiso/db/testing";
import pg from "pg";
import type { Catalogue } from "../../../server/src/catalogue/catalogue.ts";
import { createCatalogueCache } from "../../../server/src/catalogue/catalogue-cache.ts";
import { createPush, type PushRows } from "../../support/calculation/push-rows.ts";
import { saveCatalogue } from "../../support/calculation/save-catalogue.ts";
import { WORLD } from "./world.ts";

/** A stored cell with everything it says, as texts that are equal only for equal bits. */
export interface StoredCell {
  readonly key: string;
  readonly origin: "reported" | "computed";
  readonly said: string;
}

/** One database with the catalogue of the world, used for many histories one after the other. */
export interface Replica {
  readonly name: string;
  readonly store: Store;
  readonly push: PushRows;
  catalogue(): Promise<Catalogue>;
  /** Every current cell in key order. */
  cells(): Promise<StoredCell[]>;
  /** Every superseded revision in key order; commits are counted from the start of the history. */
  revisions(): Promise<string[]>;
  /** Takes everything away that a history left. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Opens SQLite, or PostgreSQL where an empty database is given. */
export async function openReplica(
  options: {
    readonly databaseUrl?: string;
    /** A catalogue that is wrong on purpose, for pushes only. */
    readonly alter?: (catalogue: Catalogue) => Catalogue;
  } = {},
): Promise<Replica> {
  const { alter, ...where } = options;
  const opened = await openTestStore(where);
  const { store } = opened;
  await saveCatalogue(store, WORLD);
  const cache = createCatalogueCache();
  const values = resetOf(store, options.databaseUrl);
  return {
    name: store.dialect,
    store,
    push: createPush(store, alter === undefined ? {} : { alter }),
    catalogue: () => store.read((tx) => cache.current(tx)),
    cells: () => readCells(store),
    revisions: () => readRevisions(store),
    reset: values.reset,
    close: async () => {
      await values.close();
      await opened.close();
    },
  };
}

async function readCells(store: Store): Promise<StoredCell[]> {
  const { series, rows } = await store.read(async (tx) => ({
    series: await seriesNames(tx),
    rows: await tx.db.select().from(tx.schema.observation),
  }));
  const cells = rows.map((row): StoredCell => {
    const { name, origin } = series.get(row.seriesId) ?? UNKNOWN;
    return { key: `${name}|${row.ordinal}`, origin, said: saidOf(row) };
  });
  return cells.sort((a, b) => (a.key < b.key ? -1 : 1));
}

async function readRevisions(store: Store): Promise<string[]> {
  const { series, rows } = await store.read(async (tx) => ({
    series: await seriesNames(tx),
    rows: await tx.db.select().from(tx.schema.observationRevision),
  }));
  const first = rows.reduce((least, { commitSeq }) => Math.min(least, commitSeq), Number.POSITIVE_INFINITY);
  const said = rows.map((row) => {
    const key = `${series.get(row.seriesId)?.name}|${row.ordinal}#${row.revision}`;
    return `${key} ${row.commitSeq - first}–${row.supersededSeq - first}: ${saidOf(row)}`;
  });
  return said.sort();
}

interface SeriesName {
  readonly name: string;
  readonly origin: StoredCell["origin"];
}
const UNKNOWN: SeriesName = { name: "?", origin: "computed" };

async function seriesNames(tx: ReadTx): Promise<Map<number, SeriesName>> {
  const rows = await tx.db.select().from(tx.schema.series);
  return new Map(
    rows.map(({ id, indicator, area, breakdownKey, scenario, periodType, origin }) => {
      const name = `${indicator}|${area}|${breakdownKey}|${scenario}|${periodType}|${origin}`;
      return [id, { name, origin }];
    }),
  );
}

interface Said {
  readonly value: number | null;
  readonly status: string | null;
  readonly missingReason: string | null;
  readonly errorCode: string | null;
  readonly retracted: number;
  readonly way: string | null;
  readonly coverageHave: number | null;
  readonly coverageOf: number | null;
  readonly coverageWeight: number | null;
}

/** Shortest text that gives the same double again, and every other part of what a cell says. */
export function saidOf(row: Said): string {
  const { value, status, missingReason, errorCode, retracted, way, coverageHave, coverageOf, coverageWeight } = row;
  const number = Object.is(value, -0) ? "-0" : String(value);
  const weight = coverageWeight === null ? null : String(coverageWeight);
  return JSON.stringify([number, status, missingReason, errorCode, retracted, way, coverageHave, coverageOf, weight]);
}

const VALUE_TABLES = ["observation_revision", "observation", "submission_row", "submission", "outbox"];

/** Empties the tables of values; series stay, whose numbers connections remember, and say nothing. PostgreSQL truncates: thousands of deleted histories would slow every later one. */
function resetOf(store: Store, databaseUrl: string | undefined): Pick<Replica, "reset" | "close"> {
  if (databaseUrl === undefined) {
    const reset = (): Promise<void> =>
      store.write(async ({ db, schema }) => {
        const { observationRevision, observation, submissionRow, submission, outbox } = schema;
        const tables = [observationRevision, observation, submissionRow, submission, outbox];
        for (const table of tables) await db.delete(table);
      });
    return { reset, close: async () => undefined };
  }
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  return {
    reset: async () => {
      await pool.query(`TRUNCATE ${VALUE_TABLES.join(", ")}`);
    },
    close: () => pool.end(),
  };
}
