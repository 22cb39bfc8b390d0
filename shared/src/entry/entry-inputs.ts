import { z } from "zod";
import { Approver } from "../feed/approver.ts";
import type { ObservationStatus } from "../observation/observation-status.ts";
import { ColumnMapping, HeadingPlace } from "./column-mapping.ts";

const FeedCode = z.string().min(1).max(120);
const PeriodText = z.string().min(1).max(60);

/** Values that one entry or file may hold; larger loads go over the contract. */
export const MOST_ENTRY_ROWS = 20_000;
/** Bytes of a file that may be dropped. */
export const MOST_FILE_BYTES = 10 * 1024 * 1024;

/** One value as it will be submitted; empty fields are left out. */
export const EntryRow = z.object({
  indicator: z.string().max(200),
  area: z.string().max(60),
  period: z.string().max(60),
  breakdown: z.record(z.string().max(120), z.string().max(200)).optional(),
  /** Exact decimal text; null with a status of absence (M, O, L). */
  value: z.string().max(200).nullable(),
  status: z.string().max(20).optional(),
  scenario: z.string().max(40).optional(),
  note: z.string().max(1_000).optional(),
  /** Takes a value back. */
  retract: z.boolean().optional(),
  /** The window of the data where it is not the calendar period (ISO days). */
  window: z.object({ start: z.string().max(20), end: z.string().max(20) }).optional(),
  baseYear: z.string().max(10).optional(),
});
export type EntryRow = z.infer<typeof EntryRow>;

/** The grid of a feed for a period; without one the newest with something due. */
export const EntryGridInput = z.object({ feed: FeedCode, period: PeriodText.nullable() });
export type EntryGridInput = z.infer<typeof EntryGridInput>;

/** The template of a feed for a period. */
export const EntryTemplateInput = z.object({ feed: FeedCode, period: PeriodText });
export type EntryTemplateInput = z.infer<typeof EntryTemplateInput>;

/** Rows whose effect is asked for; nothing is stored. */
export const EntryCheckInput = z.object({ feed: FeedCode, rows: z.array(EntryRow).min(1).max(MOST_ENTRY_ROWS) });
export type EntryCheckInput = z.infer<typeof EntryCheckInput>;

/** Rows to be stored. `key` is made by the form once: the same again stores nothing twice. */
export const EntrySaveInput = EntryCheckInput.extend({
  key: z.string().regex(/^[A-Za-z0-9-]{8,100}$/),
  /** How they came in. */
  way: z.enum(["entry", "file"]),
  /** The document or file they are taken from. */
  document: z.string().trim().max(300).nullable(),
  /** Faulty rows are left out instead of refusing all of them. */
  leaveOutFaulty: z.boolean(),
  by: Approver,
});
export type EntrySaveInput = z.infer<typeof EntrySaveInput>;

/**
 * A file to be read; nothing is stored. `content` in base64. `decimalMark`: of numbers such as `1.234`, where nothing else in
 * their column tells. `mapping`: how a table whose headings are not understood is to be read; `headingsAt`: where they stand,
 * so that it is asked again about those.
 */
export const FileReadInput = z.object({
  feed: FeedCode,
  name: z.string().min(1).max(300),
  content: z.base64().max(Math.ceil(MOST_FILE_BYTES / 3) * 4),
  decimalMark: z.enum([".", ","]).optional(),
  mapping: ColumnMapping.optional(),
  headingsAt: HeadingPlace.optional(),
});
export type FileReadInput = z.infer<typeof FileReadInput>;

/** Statuses that a person may choose for a value. */
export const ENTRY_STATUSES = ["A", "P", "E", "M", "O", "L"] as const satisfies readonly ObservationStatus[];
