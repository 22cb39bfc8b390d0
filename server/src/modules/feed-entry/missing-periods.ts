import type { Feed } from "@bochiso/db/repositories/feeds";
import type { ReadTx } from "@bochiso/db/store";
import { type PeriodType, periodFromId } from "@bochiso/shared/period";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import { connectedSince } from "../../feeds/connected-since.ts";
import { deliveryStart } from "../../feeds/delivery-start.ts";
import { readStrips } from "../feeds/read-strips.ts";

/** Of each type of period the ordinals of which something is missing after it was due, with how many indicators. */
export type MissingPeriods = ReadonlyMap<PeriodType, ReadonlyMap<number, number>>;

/** What a feed still owes, as far back as its strips reach and judged as they are. */
export async function missingPeriods(
  tx: ReadTx,
  { catalogue, feed, now }: { readonly catalogue: Catalogue; readonly feed: Feed; readonly now: string },
): Promise<MissingPeriods> {
  const feeds = [feed];
  const [start, connected] = [await deliveryStart(tx), await connectedSince(tx, feeds)];
  const strips = await readStrips(tx, { catalogue, feeds, now, start, connected });
  return new Map(
    (strips.get(feed.code) ?? []).map(({ strip: { periodType, cells } }) => [
      periodType,
      new Map(
        cells
          .filter(({ missing }) => missing > 0)
          .map(({ period, missing }) => [periodFromId(period, periodType).ordinal, missing]),
      ),
    ]),
  );
}
