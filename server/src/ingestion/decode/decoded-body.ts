import type { RowErrorCode } from "@bochiso/shared/submission";
import type { Text } from "@bochiso/shared/text";
import type { JsonValue } from "./json-value.ts";

/** The part of a submission that is not rows. Absent parts are null. */
export interface Envelope {
  feed: string;
  sequence: number | null;
  sentAt: string | null;
  publisher: string | null;
  document: string | null;
}

/** A row as decoded, whatever the media type; `line` for formats that have lines. */
export interface DecodedRow {
  fields: JsonValue;
  line?: number;
  /** What the row leaves out stays as it is stored, instead of taking its default. */
  merge?: boolean;
  /** The field in whose place this row's note stands, where that is another one. */
  noteIn?: string;
  /** What the format itself finds wrong with the row; it is refused with this alone. */
  fault?: DecodedRowFault;
}

/** A fault of a row that only its format can tell. */
export interface DecodedRowFault {
  code: RowErrorCode;
  field?: string;
  dimension?: string;
  got?: string;
  expected?: string;
  reason: Text;
}

/** How a sender finds a fault again in what was sent. Pointers are RFC 6901. */
export interface Pointers {
  field(row: number, field: string): string;
  dimension(row: number, dimension: string): string;
}

/** What every decoder gives and everything after it takes. */
export interface DecodedBody {
  envelope: Envelope;
  rows: DecodedRow[];
  pointers: Pointers;
}
