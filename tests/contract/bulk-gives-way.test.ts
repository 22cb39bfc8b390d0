import { AsyncLocalStorage } from "node:async_hooks";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changesSince } from "@bochiso/db/repositories/observations";
import { openSqliteStore, type Store } from "@bochiso/db/store";
import { sideBySide, type Turns } from "@bochiso/db/writer";
import { AcceptedSubmission } from "@bochiso/shared/wire";
import { afterEach, beforeEach, expect, it } from "vitest";
import { SMALL_COUNTRY } from "../../shared/src/aggregation/testing/index.ts";
import { anIndicator } from "../support/calculation/an-indicator.ts";
import { createPush } from "../support/calculation/push-rows.ts";
import { saveCatalogue } from "../support/calculation/save-catalogue.ts";

const none = { area: "none", time: "none" } as const;

let folder = "";
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "bochiso-bulk-"));
  store = await openSqliteStore({ databaseFile: join(folder, "test.db") });
  await saveCatalogue(store, {
    areas: SMALL_COUNTRY.filter(({ simulated }) => !simulated),
    definitions: [
      anIndicator("r.above", { aggregation: none }),
      anIndicator("r.below", { aggregation: none }),
      anIndicator("r.ratio", { formula: "r.above / r.below", aggregation: none }),
    ],
    feedOf: (indicator) => (indicator === "r.above" ? "feed.one" : "feed.two"),
  });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const textOf = (body: Uint8Array): string => new TextDecoder().decode(body);
const row = (indicator: string, period: string, value: number) => {
  return { indicator, area: "VN", period, value, status: "E" };
};

/** Lets `meanwhile` run where a bulk submission gives way for the n-th time, and says `waits` for others at every look. */
function turnsWith(meanwhile: (count: number) => Promise<unknown>, waits: (look: number) => boolean): Turns {
  let count = 0;
  let looks = 0;
  // As in the writer, what goes ahead is in no unit of work of the one that waits.
  const outside = AsyncLocalStorage.snapshot();
  return {
    othersWait: () => {
      looks += 1;
      return waits(looks);
    },
    giveWay: async () => {
      count += 1;
      await outside(() => meanwhile(count));
    },
  };
}

async function ratios(): Promise<Record<number, number | null>> {
  const { changes } = await store.read((tx) => changesSince(tx, { after: { commitSeq: 0 }, limit: 1_000 }));
  const current = changes.filter(({ indicator, supersededSeq }) => indicator === "r.ratio" && supersededSeq === null);
  return Object.fromEntries(current.map(({ ordinal, value }) => [ordinal, value]));
}

/** The second push of a sender goes the way of a bulk submission. */
async function bulkAfterOne(turns: Turns) {
  const bulk = createPush(store, { feed: "feed.one", turns, keyPrefix: "bulk" });
  await bulk([row("r.above", "2019-12", 1)]);
  return bulk([row("r.above", "2020-01", 10), row("r.above", "2020-02", 20)]);
}

it("is prepared anew where what it read was changed by who went first", async () => {
  const single = createPush(store, { feed: "feed.two", keyPrefix: "single" });
  const meanwhile = (count: number) => (count === 1 ? single([row("r.below", "2020-02", 4)]) : Promise.resolve());
  const output = await bulkAfterOne(turnsWith(meanwhile, () => false));
  expect(output).toMatchObject({ kind: "stored", status: 201 });
  expect(Object.values(await ratios())).toContain(5);
});

it("names the rows by which it replaced what was received after it", async () => {
  const later = { feed: "feed.one", keyPrefix: "later", receivedAt: "2027-01-01T00:00:05.000Z" };
  await createPush(store, later)([row("r.above", "2020-02", 21), row("r.above", "2020-03", 31)]);
  const output = await bulkAfterOne(sideBySide);
  const { warnings } = AcceptedSubmission.parse(JSON.parse(output.kind === "stored" ? textOf(output.body) : ""));
  expect(warnings).toMatchObject([{ code: "newer-value-replaced", count: 1, rows: [1] }]);
  const again = await createPush(store, later)([row("r.above", "2020-02", 21), row("r.above", "2020-03", 31)]);
  expect(again.kind === "stored" ? JSON.parse(textOf(again.body)) : again).not.toHaveProperty("warnings");
});

it("ends although somebody changes what it reads each time", async () => {
  const single = createPush(store, { feed: "feed.two", keyPrefix: "single" });
  const output = await bulkAfterOne(
    turnsWith(
      (count) => single([row("r.below", "2020-02", count)]),
      () => false,
    ),
  );
  expect(output).toMatchObject({ kind: "stored", status: 201 });
  expect(Object.values(await ratios()).every((value) => value === null || value > 0)).toBe(true);
});

it("appends from the start after giving way, once and whole", async () => {
  const single = createPush(store, { feed: "feed.two", keyPrefix: "single" });
  const meanwhile = (count: number) => (count === 3 ? single([row("r.below", "2021-05", 4)]) : Promise.resolve());
  const output = await bulkAfterOne(turnsWith(meanwhile, (look) => look === 1));
  expect(output).toMatchObject({ kind: "stored", status: 201 });
  const { changes } = await store.read((tx) => changesSince(tx, { after: { commitSeq: 0 }, limit: 1_000 }));
  const sent = changes.filter(({ indicator }) => indicator === "r.above");
  expect(sent.map(({ value, revision }) => [value, revision])).toEqual([
    [1, 1],
    [10, 1],
    [20, 1],
  ]);
  expect(new Set(sent.slice(1).map(({ commitSeq }) => commitSeq)).size).toBe(1);
});

it("is prepared anew where what it read is changed only after it began the write anew", async () => {
  const single = createPush(store, { feed: "feed.two", keyPrefix: "single" });
  const ahead = new Map([
    [1, row("r.below", "2021-05", 4)],
    [2, row("r.below", "2020-02", 4)],
  ]);
  let looked = 0;
  const waits = (look: number): boolean => {
    looked = look;
    return ahead.has(look);
  };
  const meanwhile = (): Promise<unknown> => {
    const next = ahead.get(looked);
    ahead.delete(looked);
    return next === undefined ? Promise.resolve() : single([next]);
  };
  const output = await bulkAfterOne(turnsWith(meanwhile, waits));
  expect(output).toMatchObject({ kind: "stored", status: 201 });
  expect(Object.values(await ratios())).toContain(5);
});
