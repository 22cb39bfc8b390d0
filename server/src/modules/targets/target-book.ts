import { listTargets, type StoredTarget } from "@bochiso/db/repositories/targets";
import { breakdownKey } from "@bochiso/shared/breakdown";
import type { ScreenContext } from "../screen/card-plan.ts";
import { type Address, addressText } from "../screen/series-book.ts";

/** Targets in force by the address of their series. */
export type TargetBook = ReadonlyMap<string, readonly StoredTarget[]>;

/** What was read for a screen: its cards, counts and pages ask again and again. */
const read = new WeakMap<ScreenContext, Map<string, Promise<TargetBook>>>();

/** The targets of an area as the screen's snapshot has them: one statement per area and screen, whoever asks. */
export async function targetBook(context: ScreenContext, area: string): Promise<TargetBook> {
  const books = read.get(context) ?? new Map<string, Promise<TargetBook>>();
  read.set(context, books);
  const known = books.get(area) ?? readBook(context, area);
  books.set(area, known);
  return await known;
}

/** The targets of several areas in one book. */
export async function targetBooks(context: ScreenContext, areas: Iterable<string>): Promise<TargetBook> {
  const book = new Map<string, readonly StoredTarget[]>();
  for (const area of new Set(areas)) for (const [key, own] of await targetBook(context, area)) book.set(key, own);
  return book;
}

/** The targets of one series. */
export function targetsAt(book: TargetBook, address: Address): readonly StoredTarget[] {
  return book.get(addressText(address)) ?? [];
}

async function readBook({ tx }: ScreenContext, area: string): Promise<TargetBook> {
  const stored = await listTargets(tx, { areas: [area] });
  return Map.groupBy(stored, ({ target }) =>
    addressText({ indicator: target.indicator, area: target.area, breakdown: breakdownKey(target.breakdown) }),
  );
}
