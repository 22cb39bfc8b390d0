import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ScreenOverview, ScreenShell } from "../support/http/screen-answers.ts";
import type { ApiObservation } from "../support/http/system-client.ts";
import { cellOf, publishedCells } from "../support/publication/published-records.ts";
import { breakdownText, type SystemUnderTest, startSystem } from "./system-under-test.ts";

const FICTIONAL = "demo:MAU";
const addressOf = (it: ApiObservation) => cellOf({ ...it, breakdown: breakdownText(it.breakdown) });

describe("the default demonstration with the fictional Tỉnh Mẫu", () => {
  let system: SystemUnderTest;
  let stored: ApiObservation[];
  beforeAll(async () => {
    system = await startSystem("1");
    stored = await system.everything({ origin: "all" });
  });
  afterAll(() => system?.stop());

  it("has no value in the name of a real place or agency that was not published", () => {
    const published = publishedCells();
    const real = stored.filter((it) => it.area !== FICTIONAL);
    const invented = real.filter((it) => it.origin === "reported" && published.get(addressOf(it)) === undefined);
    expect(invented.slice(0, 5)).toEqual([]);
    const changed = real.filter((it) => {
      const expected = published.get(addressOf(it));
      return it.origin === "reported" && Math.abs((expected?.value ?? 0) - (it.value ?? Number.NaN)) > 1e-9;
    });
    expect(changed.slice(0, 5)).toEqual([]);
    expect(real.filter((it) => it.origin === "reported")).toHaveLength(published.size);
    expect(real.filter((it) => it.simulated)).toEqual([]);
  });

  it("marks every value of the fictional province as simulated, sent and computed alike", () => {
    const fictional = stored.filter((it) => it.area === FICTIONAL);
    expect(fictional.length).toBeGreaterThan(300);
    expect(fictional.filter((it) => !it.simulated)).toEqual([]);
    expect(fictional.some((it) => it.origin === "computed")).toBe(true);
    expect(stored.filter((it) => it.area.startsWith("demo:") && it.area !== FICTIONAL)).toEqual([]);
  });

  it("keeps the plans of real places empty too: no target, plan or forecast was published", async () => {
    for (const scenario of ["plan", "target", "forecast", "baseline"]) {
      const found = await system.everything({ origin: "all", scenario });
      expect(found.filter((it) => it.area !== FICTIONAL)).toEqual([]);
    }
  });

  it("computes nothing of the nation or a real province from the fictional one", async () => {
    const real = await startSystem("real");
    try {
      const alone = await real.everything({ origin: "computed" });
      const beside = stored.filter((it) => it.origin === "computed" && it.area !== FICTIONAL);
      const text = (it: ApiObservation) => `${addressOf(it)} ${it.valueText} ${it.missing} ${it.error}`;
      expect(new Set(beside.map(text))).toEqual(new Set(alone.map(text)));
    } finally {
      await real.stop();
    }
  });

  it("fills every group of the fictional province and says on every card that it is simulated", async () => {
    const overview = await system.api.screen("overview.get", { scope: "tinh/MAU" }, ScreenOverview);
    expect(overview.frame.simulated).toBe(true);
    expect(overview.groups.length).toBeGreaterThan(0);
    expect(overview.groups.filter((group) => group.withData === 0).map((group) => group.code)).toEqual([]);
    const cards = [...overview.cards, ...overview.groups.flatMap((group) => group.bands.flatMap((band) => band.rows))];
    expect(cards.filter((card) => !card.simulated || card.ref.area !== FICTIONAL)).toEqual([]);
  });

  it("is not offered where only real series are wanted", async () => {
    const real = await startSystem("real");
    try {
      const { scopes, demoMode } = await real.api.screen("shell.get", undefined, ScreenShell);
      expect(demoMode).toBe("real");
      expect(scopes.filter((scope) => scope.simulated)).toEqual([]);
      expect(scopes.filter((scope) => scope.id.startsWith("tinh/"))).toHaveLength(34);
    } finally {
      await real.stop();
    }
  });
});
