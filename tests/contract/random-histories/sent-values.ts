import type { BreakdownKey } from "@bochiso/shared/breakdown";
import {
  MISSING_STATUS_REASON,
  missingValue,
  numberValue,
  type ObservationStatus,
  type Scenario,
  STATUS_RANK,
  type Value,
} from "@bochiso/shared/observation";
import type { Period } from "@bochiso/shared/period";

/** A cell as a feed names it. */
export interface SentCell {
  readonly indicator: string;
  readonly area: string;
  readonly breakdown: BreakdownKey;
  readonly scenario: Scenario;
  readonly period: Period;
}

/** What stands in a cell after what was sent to it. */
export interface SentContent {
  readonly value: Value;
  readonly status: ObservationStatus | null;
  readonly retracted: boolean;
}

/** What a feed wants to say about a cell; made acceptable by what it said before. */
export interface Wish {
  readonly kind: "number" | "missing" | "retract";
  /** Decimal text. */
  readonly text: string;
  readonly status: ObservationStatus;
}

const MISSING: readonly (keyof typeof MISSING_STATUS_REASON)[] = ["M", "O", "L"];

/** Everything that was sent and accepted, kept beside the databases by the rules of the API alone. */
export class SentValues {
  readonly cells = new Map<string, { readonly cell: SentCell; readonly content: SentContent }>();

  /** The wish as rows may say it now: a status never falls, and only what stands can be taken back. */
  allow(cell: SentCell, wish: Wish): SentContent {
    const before = this.cells.get(keyOf(cell))?.content ?? null;
    const stands = before !== null && !before.retracted;
    if (wish.kind === "retract" && stands) {
      return { value: missingValue("retracted"), status: null, retracted: true };
    }
    if (wish.kind !== "number") {
      const status = MISSING[wish.text.length % MISSING.length] ?? "M";
      return { value: missingValue(MISSING_STATUS_REASON[status]), status, retracted: false };
    }
    const had = stands && before.status !== null ? (STATUS_RANK[before.status] ?? 0) : 0;
    const status = (STATUS_RANK[wish.status] ?? 0) >= had ? wish.status : (before?.status ?? wish.status);
    return { value: numberValue(Number(wish.text)), status, retracted: false };
  }

  put(cell: SentCell, content: SentContent): void {
    this.cells.set(keyOf(cell), { cell, content });
  }
}

function keyOf({ indicator, area, breakdown, scenario, period }: SentCell): string {
  return `${indicator}|${area}|${breakdown}|${scenario}|${period.type}|${period.ordinal}`;
}
