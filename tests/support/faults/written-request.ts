import { createHash, randomBytes } from "node:crypto";
import type { FaultFeed, FaultKeys } from "./fault-world.ts";
import type { BadRow } from "./row-faults.ts";

export type Format = "json" | "ndjson" | "csv" | "sdmx";

/** A submission as it goes over HTTP. */
export interface WrittenRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

interface Draft {
  readonly feed: FaultFeed;
  readonly rows: readonly BadRow[];
  readonly format: Format;
}

interface Written {
  readonly type: string;
  /** Whether feed and sequence stand in the query, since the body has no place for them. */
  readonly feedInQuery: boolean;
  text(draft: Draft): string;
}

const PATH = "/api/v1/submissions";
const WRITTEN: Readonly<Record<Format, Written>> = {
  json: {
    type: "application/json",
    feedInQuery: false,
    text: ({ feed, rows }) => JSON.stringify({ feed, observations: rows }),
  },
  ndjson: {
    type: "application/x-ndjson",
    feedInQuery: false,
    text: ({ feed, rows }) => [{ feed }, ...rows].map((line) => JSON.stringify(line)).join("\n"),
  },
  csv: { type: "text/csv", feedInQuery: true, text: ({ rows }) => tableOf(rows) },
  sdmx: {
    type: "application/vnd.sdmx.data+csv;version=2.0.0",
    feedInQuery: true,
    text: ({ rows }) => tableOf(rows.map(asMessageRow)),
  },
};

const COMPONENTS: Readonly<Record<string, string>> = {
  indicator: "INDICATOR",
  area: "REF_AREA",
  period: "TIME_PERIOD",
  value: "OBS_VALUE",
  status: "OBS_STATUS",
  note: "COMMENT_OBS",
  scenario: "SCENARIO",
  classification: "CLASSIFICATION",
};

/** Rows as a submission under a key that was never used. */
export function written(draft: Draft, keys: FaultKeys): WrittenRequest {
  const { type, feedInQuery, text } = WRITTEN[draft.format];
  const body = Buffer.from(text(draft));
  return {
    path: feedInQuery ? `${PATH}?feed=${draft.feed}` : PATH,
    headers: {
      authorization: `Bearer ${keys.feeds[draft.feed]}`,
      "idempotency-key": `bad-${createHash("sha256").update(body).update(randomBytes(8)).digest("hex").slice(0, 32)}`,
      "content-type": type,
    },
    body,
  };
}

/** Where a field of a row stands in a body of this format. */
export function pointerOf(format: Format, row: number, field: string): string {
  if (format === "csv") return `/${row}/${field}`;
  if (format === "sdmx") return `/${row}/${COMPONENTS[field] ?? field}`;
  return `/observations/${row}/${field}`;
}

/** Whole observations that are merged, unless the row says another action. */
function asMessageRow(row: BadRow): BadRow {
  const components = Object.entries(row).map(([field, value]) => [COMPONENTS[field] ?? field, value]);
  return {
    STRUCTURE: "dataflow",
    STRUCTURE_ID: "BCS:OBSERVATIONS(1.0)",
    ACTION: "M",
    ...Object.fromEntries(components),
  };
}

function tableOf(rows: readonly BadRow[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cellOf = (row: BadRow, column: string): string => {
    const value = row[column];
    return typeof value === "string" ? value : "";
  };
  const lines = rows.map((row) => columns.map((column) => cellOf(row, column)));
  return `${[columns, ...lines].map((cells) => cells.join(",")).join("\n")}\n`;
}
