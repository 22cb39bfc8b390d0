import { Target } from "../target.ts";

/** A small target for tests: 1,200 (of the unit) by the end of 2026, by a provincial resolution; override what matters. */
export function aTarget(changes: Partial<Record<keyof Target, unknown>> = {}): Target {
  return Target.parse({
    id: "t1",
    indicator: "trade.export.value",
    area: "01",
    goal: { kind: "value", value: 1200 },
    by: "2026",
    legalBasis: {
      number: "42/NQ-HĐND",
      date: "2025-12-10",
      issuer: { vi: "Hội đồng nhân dân", en: "People's Council" },
      clause: null,
    },
    validity: { from: "2026-01-01", to: "2026-12-31" },
    ...changes,
  });
}
