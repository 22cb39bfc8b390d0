import { gzipSync } from "node:zlib";
import type { FaultFeed } from "./fault-world.ts";

/** What a sound row says about its cell. */
export interface BatchRow {
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  /** Decimal text; null with a retraction or a status of absence. */
  readonly value: string | null;
  readonly status: string | null;
  readonly note: string;
  readonly retract: boolean;
}

/** How a batch is written down. */
export const BATCH_FORMATS = ["json", "ndjson", "csv", "semicolon", "sdmx"] as const;
export type BatchFormat = (typeof BATCH_FORMATS)[number];

export interface BatchPlan {
  readonly feed: FaultFeed;
  readonly idempotencyKey: string;
  readonly rows: readonly BatchRow[];
  readonly format: BatchFormat;
  readonly gzip: boolean;
  /** Lenient batches carry one row more, of a unit that does not exist. */
  readonly lenient: boolean;
  readonly sequence: number | null;
}

/** A batch as it goes over the wire, again and again the same bytes. */
export interface Batch extends BatchPlan {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const PATH = "/api/v1/submissions";
const TYPES: Readonly<Record<BatchFormat, string>> = {
  json: "application/json",
  ndjson: "application/x-ndjson",
  csv: "text/csv",
  semicolon: "text/csv; charset=utf-8",
  sdmx: "application/vnd.sdmx.data+csv;version=2.0.0",
};

/** Writes a batch down. */
export function writeBatch(plan: BatchPlan, key: string): Batch {
  const rows = plan.lenient ? [...plan.rows, faultyLike(plan.rows)] : plan.rows;
  const text = WRITERS[plan.format](plan, rows);
  const inBody = plan.format === "json" || plan.format === "ndjson";
  const query = new URLSearchParams({ feed: plan.feed });
  if (plan.sequence !== null) query.set("sequence", String(plan.sequence));
  return {
    ...plan,
    path: inBody ? PATH : `${PATH}?${query}`,
    headers: {
      authorization: `Bearer ${key}`,
      "idempotency-key": plan.idempotencyKey,
      "content-type": TYPES[plan.format],
      ...(plan.gzip ? { "content-encoding": "gzip" } : {}),
      ...(plan.lenient ? { prefer: "handling=lenient" } : {}),
    },
    body: plan.gzip ? gzipSync(text) : Buffer.from(text),
  };
}

/** The same batch under another key, as a careless sender repeats it. */
export function underKey(batch: Batch, idempotencyKey: string): Batch {
  return { ...batch, idempotencyKey, headers: { ...batch.headers, "idempotency-key": idempotencyKey } };
}

function faultyLike([first]: readonly BatchRow[]): BatchRow {
  if (first === undefined) throw new Error("a batch has rows");
  return { ...first, area: "vn63:00", value: "1", status: "E", retract: false };
}

type Writer = (plan: BatchPlan, rows: readonly BatchRow[]) => string;

const WRITERS: Readonly<Record<BatchFormat, Writer>> = {
  json: (plan, rows) => JSON.stringify({ ...envelope(plan), observations: rows.map(asJson) }),
  ndjson: (plan, rows) => [envelope(plan), ...rows.map(asJson)].map((line) => JSON.stringify(line)).join("\n"),
  csv: (_plan, rows) =>
    table(
      CSV_HEADER,
      ",",
      rows.map((row) => csvCells(row, (value) => value)),
    ),
  semicolon: (_plan, rows) =>
    table(
      CSV_HEADER,
      ";",
      rows.map((row) => csvCells(row, (value) => value.replace(".", ","))),
    ),
  sdmx: (_plan, rows) => table(SDMX_HEADER, ",", rows.map(sdmxCells)),
};

function envelope({ feed, sequence }: BatchPlan): object {
  return sequence === null ? { feed } : { feed, sequence };
}

function asJson({ indicator, area, period, value, status, note, retract }: BatchRow): object {
  const cell = { indicator, area, period, note };
  return retract ? { ...cell, retract } : { ...cell, value, status };
}

const CSV_HEADER = ["indicator", "area", "period", "value", "status", "note", "retract"];

function csvCells(
  { indicator, area, period, value, status, note, retract }: BatchRow,
  write: (value: string) => string,
) {
  return [indicator, area, period, write(value ?? ""), status ?? "", note, retract ? "true" : ""];
}

const SDMX_HEADER = ["STRUCTURE", "STRUCTURE_ID", "ACTION", "INDICATOR", "REF_AREA", "TIME_PERIOD"].concat([
  "OBS_VALUE",
  "OBS_STATUS",
  "COMMENT_OBS",
]);

function sdmxCells({ indicator, area, period, value, status, note, retract }: BatchRow): string[] {
  const action = retract ? "D" : "R";
  return ["dataflow", "BCS:OBSERVATIONS(1.0)", action, indicator, area, period, value ?? "", status ?? "", note];
}

function table(header: readonly string[], delimiter: string, rows: readonly (readonly string[])[]): string {
  return `${[header, ...rows].map((cells) => cells.join(delimiter)).join("\n")}\n`;
}
