import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ScreenOverview, ScreenShell } from "../support/http/screen-answers.ts";
import { type SystemClient, systemClient } from "../support/http/system-client.ts";
import { type SystemUnderTest, startEmptySystem, startSystem } from "./system-under-test.ts";

/** A key is made by a command of its own, which has to start first, as has a system that starts again. */
const WITH_STARTS = { timeout: 120_000 };

describe("a system without demonstration", () => {
  let system: SystemUnderTest;
  let reader: SystemClient;
  beforeAll(async () => {
    system = await startEmptySystem();
    reader = systemClient(system.api.url, await system.createKey("--reader"));
  }, WITH_STARTS.timeout);
  afterAll(() => system?.stop());

  it("starts with the catalogue and without a single value", async () => {
    expect(await reader.observations({ origin: "all" })).toEqual([]);
    const indicators = await reader.get("/api/v1/catalog/indicators");
    expect(indicators.status).toBe(200);
    expect(indicators.text).toContain("trade.export.value");
  });

  it("hands out no keys and knows no fictional place", async () => {
    expect(system.hasDemoKeys()).toBe(false);
    const { demoMode, scopes } = await system.api.screen("shell.get", undefined, ScreenShell);
    expect(demoMode).toBe("0");
    expect(scopes.filter((scope) => scope.simulated)).toEqual([]);
    expect(scopes.map((scope) => scope.id)).toContain("cp");
  });

  it("shows homes that say that there is nothing yet, instead of failing or inventing", async () => {
    for (const scope of ["cp", "bo/mof", "tinh/01"]) {
      const { cards, groups } = await system.api.screen("overview.get", { scope }, ScreenOverview);
      expect(cards.filter((card) => card.value.kind === "number" || card.state === "ready")).toEqual([]);
      expect(groups.length).toBeGreaterThan(0);
      expect(groups.every((group) => group.withData === 0)).toBe(true);
    }
    const fictional = await system.api.get("/trpc/overview.get", { input: JSON.stringify({ scope: "tinh/MAU" }) });
    expect(fictional.status).toBe(404);
  });

  // The last of this system: it is no longer empty afterwards.
  it("takes its first value from a feed whose key was made by hand", WITH_STARTS, async () => {
    const key = await system.createKey("mof.customs");
    const row = { area: "VN", period: "2025-03", status: "E" };
    const answer = await system.api.submit({
      key,
      idempotencyKey: "first",
      body: {
        feed: "mof.customs",
        observations: [
          { ...row, indicator: "trade.export.value", value: 38_500 },
          { ...row, indicator: "trade.import.value", value: 36_900 },
        ],
      },
    });
    expect(answer.status, answer.text).toBe(201);
    expect(await reader.observations({ indicator: "trade.balance" })).toMatchObject([
      { value: 1_600, simulated: false },
    ]);
    await expect(system.createKey("demo.tinhmau")).rejects.toThrow(/demo\.tinhmau/);
  });
});

describe("a system that was a demonstration and no longer is", () => {
  it("refuses what the fictional province sends", WITH_STARTS, async () => {
    const demonstration = await startSystem("1");
    const key = demonstration.keyOf("demo.tinhmau");
    const row = { indicator: "cct.met", area: "demo:MAU", period: "2025-01", value: 1, status: "E" };
    const body = { feed: "demo.tinhmau", observations: [row] };
    let serious: SystemUnderTest | undefined;
    try {
      serious = await demonstration.restartAs("0");
      const head = await serious.head();
      const answer = await serious.api.submit({ key, idempotencyKey: "simulated", body });
      expect(answer.status, answer.text).toBe(403);
      expect(answer.json).toMatchObject({ code: "feed-not-allowed" });
      expect(await serious.head()).toBe(head);
    } finally {
      await (serious ?? demonstration).stop();
    }
  });
});
