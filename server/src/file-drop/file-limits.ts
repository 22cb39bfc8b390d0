import { MOST_ENTRY_ROWS, MOST_FILE_BYTES } from "@bochiso/shared/entry";

/** Limits of a dropped file; each is checked while reading, before what is beyond it takes memory. */
export const FILE_LIMITS = {
  bytes: MOST_FILE_BYTES,
  /** Of all parts of a spreadsheet together. */
  inflatedBytes: 80 * 1024 * 1024,
  /** Inflated to deflated, of one part larger than a megabyte: sheets of figures stay below 40. */
  ratio: 200,
  parts: 300,
  sheets: 50,
  cells: 600_000,
  columns: 200,
  textChars: 32_767,
  rows: MOST_ENTRY_ROWS,
  /** Findings that are told; all are counted. */
  findings: 300,
  ms: 20_000,
  heapMb: 512,
} as const;
