import type { DialectName, Store } from "@bochiso/db/store";
import { openTestStore, type TestStore } from "@bochiso/db/testing";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { type PostgresCluster, startPostgres } from "../../support/postgres-cluster.ts";

/** What a contract test sees: a fresh, empty store of the dialect under test. */
export interface ContractWorld {
  readonly store: Store;
  readonly location: string;
}

/** A database of the present schema without a row, to copy from: a copy takes less than migrating anew. */
const TEMPLATE = "contract_template";

/** A fresh store before each test of the surrounding `describe`, on one cluster for all of them. */
export function useContractWorld(dialect: DialectName): ContractWorld {
  let cluster: PostgresCluster | undefined;
  let current: TestStore | undefined;
  let databases = 0;

  beforeAll(async () => {
    if (dialect === "sqlite") return;
    cluster = await startPostgres({ durability: "fast" });
    await (await openTestStore({ databaseUrl: await cluster.createDatabase(TEMPLATE) })).close();
  });
  afterAll(async () => {
    await cluster?.stop();
  });
  beforeEach(async () => {
    databases += 1;
    current = await openTestStore(
      cluster ? { databaseUrl: await cluster.createDatabase(`contract_${databases}`, TEMPLATE) } : {},
    );
  });
  afterEach(async () => {
    await current?.close();
    current = undefined;
  });

  function opened(): TestStore {
    if (!current) throw new Error("A contract test uses its store inside a test only");
    return current;
  }
  return {
    get store() {
      return opened().store;
    },
    get location() {
      return opened().location;
    },
  };
}
