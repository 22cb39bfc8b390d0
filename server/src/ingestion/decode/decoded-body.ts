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
