import { findApiKey, listApiKeys, listDeliveries, saveContract } from "@bochiso/db/repositories/feeds";
import { listObservations } from "@bochiso/db/repositories/observations";
import { provenanceOf } from "@bochiso/db/repositories/submissions";
import type { Store } from "@bochiso/db/store";
import { sideBySide } from "@bochiso/db/writer";
import type { DecisionOutcome } from "@bochiso/shared/feed";
import { periodAt } from "@bochiso/shared/period";
import { beforeEach, describe, expect, it } from "vitest";
import { makeKey } from "../../server/src/auth/api-key.ts";
import { createKey } from "../../server/src/auth/create-key.ts";
import { revokeKey } from "../../server/src/auth/revoke-key.ts";
import { rotateKey } from "../../server/src/auth/rotate-key.ts";
import { createCatalogueCache } from "../../server/src/catalogue/catalogue-cache.ts";
import { changeContract } from "../../server/src/feeds/change-contract.ts";
import { decideSubmission } from "../../server/src/feeds/decide-submission.ts";
import type { DecideCommand } from "../../server/src/feeds/feed-commands.ts";
import { readDeliveries } from "../../server/src/feeds/read-deliveries.ts";
import { systemClock } from "../../server/src/platform/clock.ts";
import type { IngestOutput } from "../../server/src/writer/commands.ts";
import { SMALL_COUNTRY } from "../../shared/src/aggregation/testing/index.ts";
import { anIndicator } from "../support/calculation/an-indicator.ts";
import { createPush } from "../support/calculation/push-rows.ts";
import { saveCatalogue } from "../support/calculation/save-catalogue.ts";
import { useContractWorld } from "./world/contract-world.ts";

const AREA = "vn63:10";
const BY = { name: "Trần Thị Duyệt", position: "Phó cục trưởng" };
const OPEN = { active: true, gapPolicy: "record", requireDigest: false, schedule: [], heartbeatMinutes: null } as const;

describe.each(["sqlite", "postgres"] as const)("sign-off on %s", (dialect) => {
  const world = useContractWorld(dialect);

  beforeEach(async () => {
    await saveCatalogue(world.store, {
      areas: SMALL_COUNTRY.filter(({ simulated }) => !simulated),
      definitions: [
        anIndicator("r.above"),
        anIndicator("r.below"),
        anIndicator("r.ratio", { formula: "r.above / r.below", aggregation: { area: "recompute", time: "none" } }),
      ],
      feedOf: (indicator) => (indicator === "r.above" ? "feed.signed" : "feed.other"),
    });
    await world.store.write((tx) => saveContract(tx, "feed.signed", { ...OPEN, schedule: [], requireSignOff: true }));
  });

  const row = (indicator: string, value: number, period = "2023-03") => ({
    indicator,
    area: AREA,
    period,
    value,
    status: "E",
  });
  const signed = (keyPrefix = "first") => createPush(world.store, { feed: "feed.signed", keyPrefix });
  const other = () => createPush(world.store, { feed: "feed.other" });

  function idOf(output: IngestOutput): string {
    if (output.kind !== "stored") throw new Error(JSON.stringify(output));
    return output.submission;
  }

  function decide(submission: string, asked: Partial<DecideCommand> = {}): Promise<DecisionOutcome> {
    const deps = { store: world.store, catalogue: createCatalogueCache(), clock: systemClock, turns: sideBySide };
    const at = "2027-01-02T00:00:00.000Z";
    return decideSubmission(deps, { submission, decision: "approve", note: null, by: BY, at, ...asked });
  }

  async function values(store: Store, indicator: string): Promise<(number | null)[]> {
    const page = await store.read((tx) => listObservations(tx, { indicators: [indicator], limit: 100 }));
    return page.observations.filter((it) => it.area === AREA && it.retracted === 0).map(({ value }) => value);
  }

  it("computes nothing from what is held, and everything once it is approved", async () => {
    const held = idOf(await signed()([row("r.above", 12)]));
    await other()([row("r.below", 4)]);
    expect([await values(world.store, "r.above"), await values(world.store, "r.ratio")]).toEqual([[], [null]]);
    const outcome = await decide(held);
    expect(outcome).toMatchObject({ kind: "decided", approval: { state: "approved" } });
    expect([await values(world.store, "r.above"), await values(world.store, "r.ratio")]).toEqual([[12], [3]]);
    const commitSeq = outcome.kind === "decided" ? (outcome.approval.commitSeq ?? 0) : 0;
    const from = await world.store.read((tx) => provenanceOf(tx, [commitSeq]));
    expect(from.get(commitSeq)).toMatchObject({ submission: held, feed: "feed.signed" });
  });

  it("takes one of two decisions at the same instant, and applies once", async () => {
    for (let round = 0; round < 5; round += 1) {
      const held = idOf(await signed(`round-${round}`)([row("r.above", round, `2022-0${round + 1}`)]));
      const outcomes = await Promise.allSettled([decide(held), decide(held, { decision: "return", note: "trả lại" })]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const refused = outcomes.find((it) => it.status === "rejected");
      expect(refused?.reason).toMatchObject({ code: "already-decided" });
    }
  });

  it("counts a cell once, as received when it was first sent and then approved", async () => {
    const push = signed();
    const returned = idOf(await push([row("r.above", 1, "2024-12")]));
    await decide(returned, { decision: "return", note: "sai đơn vị" });
    const [first, second] = [
      idOf(await push([row("r.above", 2, "2024-12"), row("r.above", 2, "2024-11")])),
      idOf(await push([row("r.above", 3, "2024-12")])),
    ];
    const counted = async () => {
      const from = periodAt("month", Date.parse("2024-11-15T00:00:00Z")).ordinal;
      const question = { feed: "feed.signed", periodType: "month", from } as const;
      const found = await world.store.read((tx) => listDeliveries(tx, question));
      return found.sort((a, b) => a.ordinal - b.ordinal).map(({ ordinal, cells }) => [ordinal - from, cells]);
    };
    const shown = async () => {
      const sent = await world.store.read((tx) =>
        readDeliveries(tx, { feed: "feed.signed", now: "2027-01-01T00:00:00.000Z", periods: 30 }),
      );
      return sent.deliveries.map(({ cells }) => cells);
    };
    // What waits was sent, and is shown so; nothing of it is counted.
    expect([await counted(), await shown()]).toEqual([[], [1, 1]]);
    for (const held of [first, second]) expect(await decide(held)).toMatchObject({ kind: "decided" });
    const once = [
      [0, 1],
      [1, 1],
    ];
    expect([await counted(), await shown()]).toEqual([once, [1, 1]]);
  });

  it("gives a reader's key one successor, however many ask at once or after another", async () => {
    const deps = { store: world.store };
    const at = "2027-01-02T00:00:00.000Z";
    const { id: old, secretHash } = makeKey();
    const reader = { kind: "reader", feed: null, label: "x", at, actor: "test" } as const;
    await createKey(deps, { id: old, secretHash, ...reader });
    const rotate = () => {
      const made = makeKey();
      const asked = { id: made.id, secretHash: made.secretHash, expiresAt: null, at, actor: "test" };
      return rotateKey(deps, { old, overlapUntil: "2027-01-09T00:00:00.000Z", ...asked });
    };
    const outcomes = await Promise.allSettled([rotate(), rotate(), rotate()]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(rotate()).rejects.toMatchObject({ code: "key-replaced" });
    const keys = await world.store.read((tx) => listApiKeys(tx));
    expect(keys.filter(({ label }) => label === "x")).toHaveLength(2);
    const successor = keys.find(({ id }) => id !== old)?.id ?? "";
    await revokeKey(deps, { id: successor, reason: "mất", at, actor: "test" });
    const again = await rotate();
    expect(await world.store.read((tx) => findApiKey(tx, old))).toMatchObject({ replacedBy: again.id });
  });

  it("puts one of two contracts in force that were made from the same one at once", async () => {
    const seen = { ...OPEN, schedule: [], requireSignOff: true };
    const put = (heartbeatMinutes: number) =>
      changeContract(
        { store: world.store },
        {
          feed: "feed.signed",
          seen,
          contract: { ...seen, heartbeatMinutes },
          reason: "kiểm thử",
          at: "2027-01-02T00:00:00.000Z",
          actor: "test",
        },
      );
    const outcomes = await Promise.allSettled([put(30), put(60)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = outcomes.find((it) => it.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "contract-changed" });
  });

  it("makes no third live key, however many ask at once", async () => {
    const asked = Array.from({ length: 5 }, () => {
      const { id, secretHash } = makeKey();
      const at = "2027-01-02T00:00:00.000Z";
      return createKey(
        { store: world.store },
        { id, kind: "feed", feed: "feed.other", label: "x", secretHash, at, actor: "test" },
      );
    });
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    expect(await world.store.read((tx) => listApiKeys(tx, { feed: "feed.other" }))).toHaveLength(2);
  });
});
