import type { ObservationJson } from "./observation-json.ts";

/** A page as a table shows it. */
export interface TablePage {
  readonly observations: readonly ObservationJson[];
  /** Every revision, in the order of commits, instead of what stands now. */
  readonly isHistory: boolean;
  /** Breakdown dimensions that have columns where a format has one for each. */
  readonly dimensions: readonly string[];
}

/** What stands in a table: a value that was taken back is no value, but a revision like any other. */
export function rowsOf({ observations, isHistory }: TablePage): readonly ObservationJson[] {
  return isHistory ? observations : observations.filter((it) => !isRetracted(it));
}

/** Whether the revision takes the value back. */
export function isRetracted({ missing }: ObservationJson): boolean {
  return missing === "retracted";
}

/** A cell of CSV (RFC 4180). */
export function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Lines of CSV, each ended. */
export function csvLines(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
}
