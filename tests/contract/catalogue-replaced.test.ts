import type { Store } from "@bochiso/db/store";
import { openTestStore } from "@bochiso/db/testing";
import { expect, it } from "vitest";
import { markCatalogueChanged } from "../../server/src/catalogue/catalogue-cache.ts";
import { SMALL_COUNTRY } from "../../shared/src/aggregation/testing/index.ts";
import { anIndicator } from "../support/calculation/an-indicator.ts";
import { createPush } from "../support/calculation/push-rows.ts";
import { saveCatalogue } from "../support/calculation/save-catalogue.ts";

/** A store whose catalogue is replaced right before its nth write. */
function replacedBefore(store: Store, nth: number): Store {
  let writes = 0;
  return {
    ...store,
    write: async (work, options) => {
      writes += 1;
      if (writes === nth) {
        await store.write(async (tx) => markCatalogueChanged(tx, await tx.nextCommit("2027-01-01T00:00:00.000Z")));
      }
      return store.write(work, options);
    },
  };
}

it("a State secret refused while definitions change is remembered once", async () => {
  const { store, close } = await openTestStore();
  try {
    await saveCatalogue(store, {
      areas: SMALL_COUNTRY.filter(({ simulated }) => !simulated),
      definitions: [anIndicator("s.value")],
    });
    const row = { indicator: "s.value", area: "31", period: "2026-01", value: 1, status: "E" };
    // The refusal is written first, the submission second: it is prepared anew.
    const output = await createPush(replacedBefore(store, 2))([row, { ...row, classification: "mật" }]);
    expect(output).toMatchObject({ kind: "rows-refused", errorCount: 1 });
    const audit = await store.read((tx) => tx.db.select().from(tx.schema.auditEntry));
    expect(audit.filter(({ action }) => action === "submission.state-secret-refused")).toHaveLength(1);
  } finally {
    await close();
  }
});
