import { addDeliveries, type Feed } from "@bochiso/db/repositories/feeds";
import type { WriteTx } from "@bochiso/db/store";
import type { HeldDelivery } from "@bochiso/shared/feed";
import { runSteps } from "@bochiso/shared/graph";
import { dueAt, type Period, periodAt } from "@bochiso/shared/period";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { AcceptedOutcome } from "../ingestion/merge-row.ts";
import { ROWS_PER_STEP } from "../platform/slices.ts";
import { dueRuleOf } from "./due-rule-of.ts";

/** Older periods than these, counted from receiving, stand in no strip. */
const PERIODS_NOTED = 60;

/** Rows as they were merged with what is stored, and when they were received (ISO instant). */
interface DeliveredRows {
  readonly catalogue: Catalogue;
  readonly feed: Feed;
  readonly rows: readonly DeliveredRow[];
  readonly receivedAt: string;
}

/** A row that was accepted. */
interface DeliveredRow {
  readonly outcome: AcceptedOutcome;
  readonly row: { readonly indicator: string; readonly scenario: string; readonly at: Period };
}

/** Which actual values come for the first time, and which of them after they were due. */
export function firstDeliveries(delivered: DeliveredRows): HeldDelivery[] {
  return runSteps(deliverySteps(delivered));
}

/** The same in steps. */
export function* deliverySteps({ catalogue, feed, rows, receivedAt }: DeliveredRows): Generator<void, HeldDelivery[]> {
  const deliveries = new Map<string, HeldDelivery>();
  const newest = new Map<string, number>();
  for (const [index, { outcome, row }] of rows.entries()) {
    if (index % ROWS_PER_STEP === 0) yield;
    const { indicator, scenario, at } = row;
    if (outcome !== "created" || scenario !== "actual" || at.type === "static") continue;
    const current = newest.get(at.type) ?? periodAt(at.type, Date.parse(receivedAt)).ordinal;
    newest.set(at.type, current);
    if (at.ordinal < current - PERIODS_NOTED) continue;
    const key = `${indicator} ${at.type} ${at.ordinal}`;
    const known = deliveries.get(key);
    const late = known === undefined ? isLate(catalogue, feed, row, receivedAt) : known.late > 0;
    const cells = (known?.cells ?? 0) + 1;
    deliveries.set(key, { periodType: at.type, indicator, ordinal: at.ordinal, cells, late: late ? cells : 0 });
  }
  return [...deliveries.values()];
}

/**
 * Counts values that come into force and had none before. What waits for sign-off is counted when it is approved, as
 * received when it was sent: however often a cell is returned, sent again, or sent twice, it is counted once.
 */
export async function recordDeliveries(
  tx: WriteTx,
  deliveries: readonly HeldDelivery[],
  { feed, receivedAt, isReplay }: { readonly feed: string; readonly receivedAt: string; readonly isReplay: boolean },
): Promise<void> {
  const noted = { feed, firstAt: receivedAt, lastAt: receivedAt };
  await addDeliveries(
    tx,
    deliveries.map((it) => ({ ...it, ...noted, replayed: isReplay ? it.cells : 0 })),
  );
}

function isLate(
  { definitions }: Catalogue,
  feed: Feed,
  { indicator, at }: DeliveredRow["row"],
  receivedAt: string,
): boolean {
  const definition = definitions.get(indicator);
  const rule = definition === undefined ? null : dueRuleOf(feed, definition);
  const due = rule === null ? null : dueAt({ period: at, rule });
  return due !== null && receivedAt > due;
}
