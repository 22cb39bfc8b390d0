import type { PeriodType } from "@bochiso/shared/period";
import { and, eq, gte } from "drizzle-orm";
import { defineStatement } from "../../statement/index.ts";
import type { ReadTx, WriteTx } from "../../unit-of-work.ts";

/** Cells of an indicator's period that came for the first time. */
export interface Delivery {
  readonly feed: string;
  readonly periodType: PeriodType;
  readonly indicator: string;
  readonly ordinal: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly cells: number;
  /** Of them after they were due. */
  readonly late: number;
  /** Of them in a replay of the past. */
  readonly replayed: number;
}

const addDelivery = defineStatement<never>()(
  "add_feed_delivery",
  {
    feed: "text",
    periodType: "text",
    indicator: "text",
    ordinal: "bigint",
    firstAt: "text",
    lastAt: "text",
    cells: "int",
    late: "int",
    replayed: "int",
  },
  `INSERT INTO feed_delivery (feed, period_type, indicator, ordinal, first_at, last_at, cells, late, replayed)
   SELECT v.feed, v."periodType", v.indicator, v.ordinal, v."firstAt", v."lastAt", v.cells, v.late, v.replayed
   FROM {rows} WHERE true
   ON CONFLICT (feed, period_type, ordinal, indicator) DO UPDATE SET
     first_at = CASE WHEN excluded.first_at < feed_delivery.first_at THEN excluded.first_at ELSE feed_delivery.first_at END,
     last_at = CASE WHEN excluded.last_at > feed_delivery.last_at THEN excluded.last_at ELSE feed_delivery.last_at END,
     cells = feed_delivery.cells + excluded.cells,
     late = feed_delivery.late + excluded.late, replayed = feed_delivery.replayed + excluded.replayed`,
);

/** Notes deliveries beside those noted before; each indicator and period once in a call. */
export async function addDeliveries(tx: WriteTx, deliveries: readonly Delivery[]): Promise<void> {
  await tx.statements.run(addDelivery, deliveries);
}

/** The deliveries of feeds (all where none is named) from an ordinal on, of one type of period. */
export async function listDeliveries(
  tx: ReadTx,
  { feed, periodType, from }: { readonly feed?: string; readonly periodType: PeriodType; readonly from: number },
): Promise<Delivery[]> {
  const { feedDelivery: d } = tx.schema;
  const rows = await tx.db
    .select()
    .from(d)
    .where(and(feed === undefined ? undefined : eq(d.feed, feed), eq(d.periodType, periodType), gte(d.ordinal, from)));
  return rows.map((row) => ({ ...row, periodType }));
}

/** An indicator that a feed has delivered, and the first of its periods. */
export interface EverDelivered {
  readonly feed: string;
  readonly periodType: PeriodType;
  readonly indicator: string;
  readonly since: number;
}

/** Which indicators each feed has ever delivered, by type of period, with the first period. */
export async function everDelivered(tx: ReadTx, feed?: string): Promise<EverDelivered[]> {
  const rows = await tx.statements.all(feed === undefined ? ever : everOf, [{ feed: feed ?? "" }]);
  return rows.map((row) => ({ ...row, since: Number(row.since) }));
}

const SELECT_EVER = `SELECT d.feed AS "feed", d.period_type AS "periodType", d.indicator AS "indicator", min(d.ordinal) AS "since"`;
const ever = defineStatement<EverDelivered>()(
  "ever_delivered",
  { feed: "text" },
  `${SELECT_EVER} FROM {rows} JOIN feed_delivery d ON v.feed = '' GROUP BY d.feed, d.period_type, d.indicator`,
);
const everOf = defineStatement<EverDelivered>()(
  "ever_delivered_by",
  { feed: "text" },
  `${SELECT_EVER} FROM {rows} JOIN feed_delivery d ON d.feed = v.feed GROUP BY d.feed, d.period_type, d.indicator`,
);
