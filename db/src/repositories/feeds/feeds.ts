import type { FeedContract } from "@bochiso/shared/feed";
import type { Text } from "@bochiso/shared/text";
import { asc, eq, sql } from "drizzle-orm";
import type { Details } from "../../schema/index.ts";
import type { ReadTx, WriteTx } from "../../unit-of-work.ts";
import { inChunks } from "../in-chunks.ts";

/** Kênh cung cấp dữ liệu: a source system of an agency, with its contract. */
export interface Feed extends FeedContract {
  readonly code: string;
  readonly agency: string;
  readonly name: Text;
  readonly simulated: boolean;
  /** Refused by the installation, whatever its contract says. */
  readonly barred: boolean;
  readonly createdAt: string;
  readonly details: Details;
}

/** A feed to be saved; what is left out of its contract takes its default. */
export type NewFeed = Omit<Feed, keyof FeedContract | "barred"> & Partial<FeedContract>;

/** Adds feeds, or renames those known: their contract and `createdAt` stay as they are. */
export async function saveFeeds(tx: WriteTx, feeds: readonly NewFeed[]): Promise<void> {
  const { feed } = tx.schema;
  const set = {
    agency: sql`excluded.agency`,
    name: sql`excluded.name`,
    simulated: sql`excluded.simulated`,
    details: sql`excluded.details`,
  };
  await inChunks(feeds.map(withDefaults), (part) =>
    tx.db.insert(feed).values(part).onConflictDoUpdate({ target: feed.code, set }),
  );
}

function withDefaults({ active = true, gapPolicy = "record", requireDigest = false, ...given }: NewFeed) {
  return { ...given, active, gapPolicy, requireDigest };
}

/** Puts a contract in force. */
export async function saveContract(tx: WriteTx, code: string, contract: FeedContract): Promise<void> {
  const { feed } = tx.schema;
  await tx.db.update(feed).set(contract).where(eq(feed.code, code));
}

/** Refuses the simulated feeds of an installation, or takes them again; their contracts stay. */
export async function barSimulatedFeeds(tx: WriteTx, barred: boolean): Promise<void> {
  const { feed } = tx.schema;
  await tx.db.update(feed).set({ barred }).where(eq(feed.simulated, true));
}

/** Every feed, in code order. */
export async function listFeeds(tx: ReadTx): Promise<Feed[]> {
  const { feed } = tx.schema;
  return (await tx.db.select().from(feed).orderBy(asc(feed.code))).map(feedOf);
}

export async function feedByCode(tx: ReadTx, code: string): Promise<Feed | null> {
  const { feed } = tx.schema;
  const [found] = await tx.db.select().from(feed).where(eq(feed.code, code));
  return found === undefined ? null : feedOf(found);
}

function feedOf({ schedule, ...stored }: ReadTx["schema"]["feed"]["$inferSelect"]): Feed {
  return { ...stored, schedule: [...(schedule ?? [])] };
}

/** Locks a feed until the commit: its submissions are taken one after the other. */
export function lockFeed(tx: WriteTx, code: string): Promise<void> {
  return tx.locks.feed(code);
}
