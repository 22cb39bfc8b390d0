import { createHash } from "node:crypto";
import type { EntryRow } from "@bochiso/shared/entry";
import type { PullConfig, PullRecordError, PullRow } from "@bochiso/shared/pull";
import { entryBody } from "../../file-drop/entry-submission.ts";
import { tooLarge } from "../../ingestion/decode/decode-error.ts";
import { LIMITS } from "../../ingestion/limits.ts";
import type { FieldFault, Reading } from "./field-fault.ts";
import { readColumn } from "./read-column.ts";
import { readPeriod } from "./read-period.ts";
import { readValue } from "./read-value.ts";
import { readRecords, type SourceRecord } from "./source-record.ts";

/** What an answer is read with. */
export type AnswerMapping = Pick<PullConfig, "feed" | "format" | "rows" | "url" | "document">;

/** An answer as a submission of the contract. Can be handed between threads. */
export interface MappedAnswer {
  /** The body of the submission; rows in an order of their own, so that the order of the source does not matter. */
  readonly body: Uint8Array;
  /** SHA-256 of it: equal for equal rows. */
  readonly digest: string;
  readonly rowCount: number;
  readonly records: number;
  /** Records, or columns of them, left out on purpose. */
  readonly leftOut: number;
  readonly errors: readonly PullRecordError[];
  readonly errorCount: number;
  /** The first rows. */
  readonly sample: readonly EntryRow[];
  readonly origins: RowOrigins;
}

/** Per row of the body where it comes from: record (from 1), line (0: none), which of the mapping's rows. */
export interface RowOrigins {
  readonly records: Uint32Array;
  readonly lines: Uint32Array;
  readonly mappings: Uint8Array;
}

const LISTED = { errors: 100, sample: 200 };

interface MadeRow {
  readonly row: EntryRow;
  readonly text: string;
  readonly record: number;
  readonly line: number;
  readonly mapping: number;
}

/** Reads an answer and maps its records. Faults of records are collected; throws what `readRecords` throws, `too-large`. */
export function mapAnswer(answer: Uint8Array, config: AnswerMapping): MappedAnswer {
  const made: MadeRow[] = [];
  const errors: PullRecordError[] = [];
  const counts = { records: 0, leftOut: 0, errors: 0 };
  for (const record of readRecords(answer, config.format, fieldsOf(config.rows))) {
    counts.records += 1;
    const at = { record: counts.records, ...(record.line === null ? {} : { line: record.line }) };
    for (const [mapping, wanted] of config.rows.entries()) {
      const found = mapRecord(record, wanted);
      if (found.kind === "left-out") counts.leftOut += 1;
      else if (found.kind === "row") {
        if (made.length === LIMITS.observations) throw tooLarge("observations");
        const text = JSON.stringify(found.row);
        made.push({ row: found.row, text, record: at.record, line: record.line ?? 0, mapping });
      } else {
        counts.errors += found.faults.length;
        const room = LISTED.errors - errors.length;
        errors.push(...found.faults.slice(0, room).map((fault) => ({ ...at, ...fault })));
      }
    }
  }
  return { ...asSubmission(made, config), ...counts, errors, errorCount: counts.errors };
}

type Mapped =
  | { readonly kind: "row"; readonly row: EntryRow }
  | { readonly kind: "left-out" }
  | { readonly kind: "faults"; readonly faults: readonly FieldFault[] };

/** A record as a row, with all its faults at once. A record that one column leaves out has no faults. */
function mapRecord(record: SourceRecord, wanted: PullRow): Mapped {
  const { indicator, area, period, status, scenario, note, breakdown } = wanted;
  const value = readValue(wanted.value, wanted.unit, record);
  const columns: [string, Reading][] = [
    ["indicator", readColumn(indicator, record)],
    ["area", readColumn(area, record)],
    ["period", readPeriod(period, record)],
    ...Object.entries({ status, scenario, note }).flatMap(([name, column]): [string, Reading][] =>
      column === undefined ? [] : [[name, readColumn(column, record)]],
    ),
  ];
  const dimensions = Object.keys(breakdown)
    .sort()
    .flatMap((name): [string, Reading][] => {
      const column = breakdown[name];
      return column === undefined ? [] : [[name, readColumn(column, record)]];
    });
  const readings = [...columns, ...dimensions].map(([, reading]) => reading);
  if (value.kind === "left-out" || readings.some(({ kind }) => kind === "left-out")) return { kind: "left-out" };
  const faults = [...readings, value].flatMap((it) => (it.kind === "fault" ? [it.fault] : []));
  if (faults.length > 0) return { kind: "faults", faults };
  const texts = textsOf(columns);
  const codes = textsOf(dimensions);
  return {
    kind: "row",
    row: {
      indicator: texts.indicator ?? "",
      area: texts.area ?? "",
      period: texts.period ?? "",
      ...texts,
      ...(Object.keys(codes).length === 0 ? {} : { breakdown: codes }),
      ...(value.kind === "missing" ? { status: value.status } : {}),
      value: value.kind === "text" ? value.text : null,
    },
  };
}

function textsOf(readings: readonly [string, Reading][]): Record<string, string> {
  return Object.fromEntries(readings.flatMap(([name, it]) => (it.kind === "text" ? [[name, it.text]] : [])));
}

/** Equal records give equal bytes, in whatever order the source lists them. */
function asSubmission(made: readonly MadeRow[], config: AnswerMapping) {
  const sorted = made.toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.record - b.record));
  const rows = sorted.map(({ row }) => row);
  const body = entryBody({ feed: config.feed, rows, document: documentOf(config) });
  return {
    body,
    digest: createHash("sha256").update(body).digest("hex"),
    rowCount: rows.length,
    sample: rows.slice(0, LISTED.sample),
    origins: {
      records: Uint32Array.from(sorted, ({ record }) => record),
      lines: Uint32Array.from(sorted, ({ line }) => line),
      mappings: Uint8Array.from(sorted, ({ mapping }) => mapping),
    },
  };
}

/** What stands in the receipt: the stated document, or the address without its query. */
function documentOf({ document, url }: Pick<PullConfig, "document" | "url">): string {
  const [address = url] = url.split("?", 1);
  return document ?? address.slice(0, 300);
}

/** Every field that a mapping asks for. */
function fieldsOf(rows: readonly PullRow[]): ReadonlySet<string> {
  return new Set(
    rows.flatMap(({ indicator, area, period, value, unit, status, scenario, note, breakdown }) =>
      [
        ...[indicator, area, unit, status, scenario, note, value, ...Object.values(breakdown)].map((it) => it?.field),
        period.field,
        period.year,
        period.month,
        period.quarter,
      ].flatMap((field) => field ?? []),
    ),
  );
}
