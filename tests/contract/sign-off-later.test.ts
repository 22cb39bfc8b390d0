import { createHash } from "node:crypto";
import { appendDefinitions } from "@bochiso/db/repositories/catalogue";
import { headCommit } from "@bochiso/db/repositories/commits";
import { saveContract } from "@bochiso/db/repositories/feeds";
import { listObservations } from "@bochiso/db/repositories/observations";
import { readFirstReceipts } from "@bochiso/db/repositories/quality";
import { findSeries } from "@bochiso/db/repositories/series";
import { sideBySide } from "@bochiso/db/writer";
import { beforeEach, describe, expect, it } from "vitest";
import { createCatalogueCache, markCatalogueChanged } from "../../server/src/catalogue/catalogue-cache.ts";
import { decideSubmission } from "../../server/src/feeds/decide-submission.ts";
import { ingestSubmission } from "../../server/src/ingestion/pipeline.ts";
import { systemClock } from "../../server/src/platform/clock.ts";
import { SMALL_COUNTRY } from "../../shared/src/aggregation/testing/index.ts";
import { anIndicator } from "../support/calculation/an-indicator.ts";
import { saveCatalogue, TEST_FEED } from "../support/calculation/save-catalogue.ts";
import { useContractWorld } from "./world/contract-world.ts";

const AREA = "vn63:10";
const BY = { name: "Trần Thị Duyệt", position: "Phó cục trưởng" };
const CONTRACT = { active: true, gapPolicy: "record", requireDigest: false, requireSignOff: true } as const;
const AT = "2027-01-01T00:00:00.000Z";

/** What happens between the receiving of values and their approval. */
describe("values that wait for sign-off", () => {
  const world = useContractWorld("sqlite");
  let sent = 0;

  beforeEach(async () => {
    await saveCatalogue(world.store, {
      areas: SMALL_COUNTRY.filter(({ simulated }) => !simulated),
      definitions: [anIndicator("s.value"), anIndicator("s.other")],
    });
    await world.store.write((tx) => saveContract(tx, TEST_FEED, { ...CONTRACT, schedule: [], heartbeatMinutes: null }));
  });

  /** Sends one record of an SDMX-CSV merge and gives the id of the held submission. */
  async function merge(fields: Readonly<Record<string, string>>): Promise<string> {
    const record = { INDICATOR: "s.value", REF_AREA: AREA, TIME_PERIOD: "2023-03", ...fields };
    const header = ["STRUCTURE", "STRUCTURE_ID", "ACTION", ...Object.keys(record)].join(",");
    const line = ["dataflow", "BCS:OBSERVATIONS(1.0)", "M", ...Object.values(record)].join(",");
    const body = new TextEncoder().encode(`${header}\n${line}\n`);
    const sha = createHash("sha256").update(body).digest("hex");
    sent += 1;
    const output = await ingestSubmission(
      { store: world.store, catalogue: createCatalogueCache(), clock: systemClock, turns: sideBySide },
      {
        feed: TEST_FEED,
        idempotencyKey: `key-${sent}`,
        mediaType: "application/vnd.sdmx.data+csv;version=2.0.0",
        envelope: { feed: TEST_FEED, sequence: null, sentAt: null, publisher: null, document: null },
        body,
        contentSha256: sha,
        requestSha256: sha,
        receivedAt: AT,
        recordedAt: null,
        actor: "test",
      },
    );
    if (output.kind !== "stored") throw new Error(JSON.stringify(output));
    return output.submission;
  }

  function approve(submission: string) {
    const deps = { store: world.store, catalogue: createCatalogueCache(), clock: systemClock, turns: sideBySide };
    return decideSubmission(deps, { submission, decision: "approve", note: null, by: BY, at: AT });
  }

  async function stored(): Promise<(string | null)[]> {
    const page = await world.store.read((tx) => listObservations(tx, { indicators: ["s.value"], limit: 10 }));
    return page.observations
      .filter(({ area, origin }) => area === AREA && origin === "reported")
      .map(({ valueText, status }) => `${valueText} ${status}`);
  }

  it("do not bring back a figure that a merge left out and an earlier submission has changed since", async () => {
    await approve(await merge({ OBS_VALUE: "100", OBS_STATUS: "E" }));
    const figure = await merge({ OBS_VALUE: "200", OBS_STATUS: "E" });
    const onlyStatus = await merge({ OBS_STATUS: "P" });
    expect(await approve(figure)).toMatchObject({ kind: "decided" });
    expect(await approve(onlyStatus)).toMatchObject({ kind: "conflicts", conflicts: [{ code: "newer-value-stored" }] });
    expect(await stored()).toEqual(["200 E"]);
  });

  it("are approved one after the other where a merge leaves out what nobody has changed", async () => {
    await approve(await merge({ OBS_VALUE: "100", OBS_STATUS: "E" }));
    const [one, two] = [await merge({ OBS_VALUE: "200", OBS_STATUS: "E" }), await merge({ OBS_VALUE: "300" })];
    expect([await approve(one), await approve(two)]).toMatchObject([{ kind: "decided" }, { kind: "decided" }]);
    expect(await approve(await merge({ OBS_STATUS: "P" }))).toMatchObject({ kind: "decided" });
    expect(await stored()).toEqual(["300 P"]);
  });

  it("came when they were sent, however long they waited", async () => {
    const held = await merge({ OBS_VALUE: "100", OBS_STATUS: "E" });
    const { recordedAt } = await world.store.read(headCommit);
    const clock = { now: () => new Date("2031-01-01T00:00:00.000Z") };
    await decideSubmission(
      { store: world.store, catalogue: createCatalogueCache(), clock, turns: sideBySide },
      { submission: held, decision: "approve", note: null, by: BY, at: AT },
    );
    const received = await world.store.read(async (tx) => {
      const [series] = await findSeries(tx, { indicators: ["s.value"], areas: [AREA], origins: ["reported"] });
      return readFirstReceipts(tx, [{ seriesId: series?.id ?? 0, from: 0, to: 100_000 }]);
    });
    expect(received.map((it) => it.recordedAt)).toEqual([recordedAt]);
  });

  it("are not applied in another unit than the one they were sent in", async () => {
    const held = await merge({ OBS_VALUE: "100", OBS_STATUS: "E" });
    await world.store.write(async (tx) => {
      const commit = await tx.nextCommit(AT);
      const definition = { ...anIndicator("s.value"), version: 2, unit: "percent" };
      await appendDefinitions(tx, commit, [{ definition, author: "a", approvedBy: "b", approvedAt: AT }]);
      await markCatalogueChanged(tx, commit);
    });
    expect(await approve(held)).toMatchObject({ kind: "conflicts", count: 1 });
    expect(await stored()).toEqual([]);
  });
});
