import type { BreakdownKey } from "@bochiso/shared/breakdown";
import type { ObservationStatus, Scenario } from "@bochiso/shared/observation";
import type { Period, PeriodId } from "@bochiso/shared/period";
import type { ExactDecimal } from "./exact-decimal.ts";

/** A row whose fields have the right shape; its codes may still be unknown. Defaults are filled in. */
export interface ParsedRow {
  row: number;
  indicator: string;
  area: string;
  period: string;
  breakdown: Readonly<Record<string, string>>;
  scenario: Scenario;
  status: ObservationStatus;
  /** Null: missing (status M, O, L) or a retraction. */
  value: ExactDecimal | null;
  note: string | null;
  retract: boolean;
  window: { start: string; end: string } | null;
  baseYear: number | null;
}

/** A row whose codes are resolved: it names one cell. */
export interface ResolvedRow extends ParsedRow {
  periodId: PeriodId;
  at: Period;
  breakdownKey: BreakdownKey;
}
