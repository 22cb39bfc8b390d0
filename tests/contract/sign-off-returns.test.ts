import { openReturnCounts, owedValues, saveContract } from "@bochiso/db/repositories/feeds";
import { sideBySide } from "@bochiso/db/writer";
import { beforeEach, describe, expect, it } from "vitest";
import { createCatalogueCache } from "../../server/src/catalogue/catalogue-cache.ts";
import { decideSubmission } from "../../server/src/feeds/decide-submission.ts";
import { tidyStep } from "../../server/src/feeds/tidy-step.ts";
import { listSubmissions } from "../../server/src/modules/feeds/list-submissions.ts";
import { systemClock } from "../../server/src/platform/clock.ts";
import { SMALL_COUNTRY } from "../../shared/src/aggregation/testing/index.ts";
import { anIndicator } from "../support/calculation/an-indicator.ts";
import { createPush, type PushRows } from "../support/calculation/push-rows.ts";
import { saveCatalogue, TEST_FEED } from "../support/calculation/save-catalogue.ts";
import { useContractWorld } from "./world/contract-world.ts";

const BY = { name: "Trần Thị Duyệt", position: "Phó cục trưởng" };
const AT = "2027-01-02T00:00:00.000Z";
const CONTRACT = { active: true, gapPolicy: "record", requireDigest: false, requireSignOff: true } as const;

describe.each(["sqlite", "postgres"] as const)("what was returned, on %s", (dialect) => {
  const world = useContractWorld(dialect);
  let push: PushRows;

  beforeEach(async () => {
    await saveCatalogue(world.store, {
      areas: SMALL_COUNTRY.filter(({ simulated }) => !simulated),
      definitions: [anIndicator("t.value"), anIndicator("t.other")],
    });
    const contract = { ...CONTRACT, schedule: [], heartbeatMinutes: null };
    await world.store.write((tx) => saveContract(tx, TEST_FEED, contract));
    push = createPush(world.store);
  });

  async function send(value: number, ...periods: readonly string[]): Promise<string> {
    const row = { indicator: "t.value", area: "vn63:10", value, status: "E" };
    const output = await push(periods.map((period) => ({ ...row, period })));
    if (output.kind !== "stored") throw new Error(JSON.stringify(output));
    return output.submission;
  }

  async function decide(submission: string, decision: "approve" | "return") {
    const deps = { store: world.store, catalogue: createCatalogueCache(), clock: systemClock, turns: sideBySide };
    const outcome = await decideSubmission(deps, { submission, decision, note: "sai đơn vị", by: BY, at: AT });
    if (outcome.kind !== "decided") throw new Error(JSON.stringify(outcome));
    return outcome.approval;
  }

  const left = async () =>
    (await world.store.read((tx) => owedValues(tx))).reduce((sum, { owed: values }) => sum + values, 0);
  const owed = async () => (await world.store.read(openReturnCounts)).get(TEST_FEED) ?? 0;

  it("is owed until every cell of it came anew, by one submission or several, whatever else comes and becomes of them", async () => {
    const returned = await send(10, "2023-03", "2023-04");
    expect(await decide(returned, "return")).toMatchObject({ state: "returned", answeredBy: null });
    expect(await owed()).toBe(1);
    await send(5, "2023-05");
    expect(await left()).toBe(2);
    const part = await send(1, "2023-04");
    expect([await owed(), await left()]).toEqual([1, 1]);
    await decide(part, "approve");
    await tidyStep({ store: world.store }, { now: AT });
    await send(2, "2023-04");
    expect([await owed(), await left()]).toEqual([1, 1]);
    const answer = await send(1, "2023-03", "2023-06");
    expect([await owed(), await left()]).toEqual([0, 0]);
    await decide(answer, "approve");
    await tidyStep({ store: world.store }, { now: AT });
    expect(await owed()).toBe(0);
    const asked = { feed: TEST_FEED, only: "returned", before: null, limit: 10 } as const;
    const deps = { store: world.store, catalogue: createCatalogueCache() };
    const { submissions } = await listSubmissions(deps, asked);
    const approval = { state: "returned", answeredBy: answer, owed: null };
    expect(submissions).toMatchObject([{ id: returned, approval }]);
  });

  it("is owed again where what answered it is returned too", async () => {
    await decide(await send(10, "2023-03"), "return");
    const second = await send(11, "2023-03");
    await decide(second, "return");
    expect(await owed()).toBe(1);
    await send(1, "2023-03");
    expect(await owed()).toBe(0);
  });

  it("is not owed where the correction had come before it was returned, waiting or in force", async () => {
    const [first, second] = [await send(10, "2023-03"), await send(1, "2023-03")];
    expect(await decide(first, "return")).toMatchObject({ answeredBy: second });
    const [whole, ahead] = [await send(30, "2023-07", "2023-08"), await send(3, "2023-07")];
    expect(await decide(whole, "return")).toMatchObject({ answeredBy: null, owed: 1 });
    expect(await send(3, "2023-08")).not.toBe(ahead);
    expect(await owed()).toBe(0);
    const [third, fourth] = [await send(20, "2023-06"), await send(2, "2023-06")];
    await decide(fourth, "approve");
    await tidyStep({ store: world.store }, { now: AT });
    expect(await decide(third, "return")).toMatchObject({ answeredBy: fourth });
    expect(await owed()).toBe(0);
  });
});
