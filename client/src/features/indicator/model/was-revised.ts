import type { RevisionRow } from "@bochiso/shared/screen";

/** Whether any value was replaced; a first publication alone is no revision. */
export const wasRevised = (rows: readonly RevisionRow[]): boolean => rows.some(({ revision }) => revision > 1);
