import { ObservationStatus, Scenario } from "@bochiso/shared/observation";
import { z } from "zod";
import type { KeptField, ResolvedRow } from "../ingestion/submitted-row.ts";

const KEPT_FIELDS = ["value", "status", "window", "baseYear"] as const satisfies readonly KeptField[];

/** A row that waits for sign-off, with its place in the submission: everything said, its value as it was sent. */
export const HeldRow = z.object({
  row: z.number().int(),
  indicator: z.string(),
  area: z.string(),
  period: z.string(),
  breakdown: z.record(z.string(), z.string()),
  scenario: Scenario,
  value: z.string().nullable(),
  status: ObservationStatus,
  note: z.string().nullable(),
  retract: z.boolean(),
  window: z.object({ start: z.string(), end: z.string() }).nullable(),
  baseYear: z.number().int().nullable(),
  /** Fields that were left out and filled by what was stored when it was received. */
  kept: z.array(z.enum(KEPT_FIELDS)).optional(),
});
export type HeldRow = z.infer<typeof HeldRow>;

/** The text a row is held as. */
export function heldRowText(row: ResolvedRow): string {
  const { indicator, area, periodId: period, breakdown, scenario, status, note, retract, window, baseYear } = row;
  const value = row.value?.sent ?? null;
  const held: HeldRow = {
    row: row.row,
    indicator,
    area,
    period,
    breakdown: { ...breakdown },
    scenario,
    value,
    status,
    note,
    retract,
    window,
    baseYear,
    ...(row.keeps.size === 0 ? {} : { kept: [...row.keeps] }),
  };
  return JSON.stringify(held);
}

export function readHeldRow(text: string): HeldRow {
  return HeldRow.parse(JSON.parse(text));
}
