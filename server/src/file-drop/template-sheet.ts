import type { FileTable } from "./table.ts";

/** The hidden sheet by which a template is known again. */
export const TEMPLATE_SHEET = "_bochiso";
/** Version of its layout. */
export const TEMPLATE_VERSION = "1";

/** What a template says of itself. */
export interface TemplateMark {
  readonly feed: string;
  readonly period: string;
  readonly version: string;
}

/** The mark of a template among the sheets of a file; null where it is none. */
export function templateMark(tables: readonly FileTable[]): TemplateMark | null {
  const sheet = tables.find(({ name }) => name === TEMPLATE_SHEET);
  if (sheet === undefined) return null;
  const fields = new Map([...sheet.rows.values()].map((row) => [row.get(0)?.text ?? "", row.get(1)?.text ?? ""]));
  return {
    feed: fields.get("feed") ?? "",
    period: fields.get("period") ?? "",
    version: fields.get("version") ?? "",
  };
}
