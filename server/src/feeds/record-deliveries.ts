import { addDeliveries, type Delivery, type Feed } from "@bochiso/db/repositories/feeds";
import type { WriteTx } from "@bochiso/db/store";
import { dueAt, type Period, periodAt } from "@bochiso/shared/period";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { AcceptedOutcome } from "../ingestion/merge-row.ts";
import { dueRuleOf, NO_HOLIDAYS } from "./due-rule-of.ts";

/** Older periods than these, counted from receiving, stand in no strip. */
const PERIODS_NOTED = 60;

/** A row that was accepted. */
interface DeliveredRow {
  readonly outcome: AcceptedOutcome;
  readonly row: { readonly indicator: string; readonly scenario: string; readonly at: Period };
}

/** Notes which actual values came for the first time, and which of them after they were due. */
export async function recordDeliveries(
  tx: WriteTx,
  work: {
    readonly catalogue: Catalogue;
    readonly feed: Feed;
    readonly rows: readonly DeliveredRow[];
    readonly receivedAt: string;
    readonly isReplay: boolean;
  },
): Promise<void> {
  const { catalogue, feed, rows, receivedAt, isReplay } = work;
  const deliveries = new Map<string, Delivery>();
  const newest = new Map<string, number>();
  for (const { outcome, row } of rows) {
    const { indicator, scenario, at } = row;
    if (outcome !== "created" || scenario !== "actual" || at.type === "static") continue;
    const current = newest.get(at.type) ?? periodAt(at.type, Date.parse(receivedAt)).ordinal;
    newest.set(at.type, current);
    if (at.ordinal < current - PERIODS_NOTED) continue;
    const key = `${indicator} ${at.type} ${at.ordinal}`;
    const known = deliveries.get(key);
    const late = known === undefined ? isLate(catalogue, feed, row, receivedAt) : known.late > 0;
    const cells = (known?.cells ?? 0) + 1;
    deliveries.set(key, {
      feed: feed.code,
      periodType: at.type,
      indicator,
      ordinal: at.ordinal,
      firstAt: receivedAt,
      lastAt: receivedAt,
      cells,
      late: late ? cells : 0,
      replayed: isReplay ? cells : 0,
    });
  }
  await addDeliveries(tx, [...deliveries.values()]);
}

function isLate(
  { definitions }: Catalogue,
  feed: Feed,
  { indicator, at }: DeliveredRow["row"],
  receivedAt: string,
): boolean {
  const definition = definitions.get(indicator);
  const rule = definition === undefined ? null : dueRuleOf(feed, definition);
  const due = rule === null ? null : dueAt({ period: at, rule, holidays: NO_HOLIDAYS });
  return due !== null && receivedAt > due;
}
