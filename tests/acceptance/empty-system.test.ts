import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ScreenOverview, ScreenShell } from "../support/http/screen-answers.ts";
import { type SystemUnderTest, startEmptySystem, startSystem } from "./system-under-test.ts";

describe("a system without demonstration", () => {
  let system: SystemUnderTest;
  beforeAll(async () => {
    system = await startEmptySystem();
  });
  afterAll(() => system?.stop());

  it("starts with the catalogue and without a single value", async () => {
    expect(await system.everything({ origin: "all" })).toEqual([]);
    const indicators = await system.api.get("/api/v1/catalog/indicators");
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
});

describe("a system that was a demonstration and no longer is", () => {
  it("refuses what the fictional province sends", async () => {
    const demonstration = await startSystem("1");
    const key = demonstration.keyOf("prov.MAU");
    const row = { indicator: "cct.met", area: "demo:MAU", period: "2025-01", value: 1, status: "E" };
    const body = { feed: "prov.MAU", observations: [row] };
    let serious: SystemUnderTest | undefined;
    try {
      serious = await demonstration.restartAs("0");
      const head = await serious.head();
      const answer = await serious.api.submit({ key, idempotencyKey: "simulated", body });
      expect([401, 403, 422]).toContain(answer.status);
      expect(await serious.head()).toBe(head);
    } finally {
      await (serious ?? demonstration).stop();
    }
  });
});
