import type { ShownValue } from "../../../lib/format/index.ts";
import type { ChangeView } from "./change-view.ts";
import type { PlanView } from "./plan-view.ts";
import type { StatusView } from "./status-view.ts";

/** The texts of a card in its fixed order. */
export interface CardTexts {
  name: string;
  breakdown: string | null;
  value: ShownValue;
  period: string;
  status: StatusView;
  trend: string | null;
  plan: PlanView | null;
  changes: ChangeView[];
  /** What the state or the missing status is due to; null when there is nothing to explain. */
  note: string | null;
  /** The note as far as a card has room for: of a stale or partial value its first clause. */
  shortNote: string | null;
  /** What a computed value stands on; null for a reported one. */
  made: string | null;
  source: string;
  nextDue: string | null;
  flag: string | null;
}
