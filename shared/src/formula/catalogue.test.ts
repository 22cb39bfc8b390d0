import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Dimension } from "../breakdown/index.ts";
import { IndicatorDefinition } from "../indicator/index.ts";
import { checkCycle } from "./check-cycle.ts";
import { checkFormula } from "./check-formula.ts";
import type { FormulaDefinition } from "./formula-definition.ts";
import { parseFormula } from "./parse-formula.ts";
import { printFormula } from "./print-formula.ts";

/** The catalogue as shipped; field names are those of its file. */
function readCatalogue(): Map<string, FormulaDefinition> {
  const shape = IndicatorDefinition.shape;
  const Row = z.object({
    code: shape.code,
    unit: shape.unit,
    period: shape.periodType,
    accumulation: shape.accumulation,
    formula: shape.formula,
    breakdowns: shape.breakdowns,
    aggregation: shape.aggregation,
    direction: shape.direction,
    breaks: z.array(
      z.object({
        from: z.string(),
        areas: z.array(z.string()).optional(),
        reason_vi: z.string(),
        reason_en: z.string(),
      }),
    ),
  });
  const { indicators } = z.object({ indicators: z.array(Row) }).parse(readJson("indicators.json"));
  return new Map(
    indicators.map(({ period, breaks, ...row }) => {
      const own = breaks.map(({ from, areas, reason_vi, reason_en }) => ({
        from,
        ...(areas === undefined ? {} : { areas }),
        reason: { vi: reason_vi, en: reason_en },
      }));
      return [row.code, { ...row, periodType: period, breaks: own }];
    }),
  );
}

function readDimensions(): Map<string, Dimension> {
  const Code = z.object({ code: z.string(), name_vi: z.string(), name_en: z.string() }).loose();
  const Row = z.object({
    id: z.string(),
    name_vi: z.string(),
    name_en: z.string(),
    open: z.boolean().optional(),
    codes: z.array(Code).optional(),
  });
  const { dimensions } = z.object({ dimensions: z.array(Row) }).parse(readJson("dimensions.json"));
  return new Map(
    dimensions.map(({ id, name_vi, name_en, open = false, codes = [] }) => [
      id,
      {
        id,
        name: { vi: name_vi, en: name_en },
        open,
        codes: codes.map((c) => ({ code: c.code, name: { vi: c.name_vi, en: c.name_en } })),
      },
    ]),
  );
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../seed/data/catalog/${name}`, import.meta.url), "utf8"));
}

const definitions = readCatalogue();
const dimensions = readDimensions();
const derived = [...definitions.values()].filter(({ formula }) => formula !== null);

describe("the formulas of the catalogue", () => {
  it("are 85", () => {
    expect(derived).toHaveLength(85);
  });

  it.each(derived.map((definition) => [definition.code, definition] as const))(
    "%s checks clean",
    (_code, definition) => {
      const parsed = parseFormula(definition.formula ?? "");
      expect(parsed).toMatchObject({ ok: true });
      if (!parsed.ok) return;
      const check = checkFormula({ ast: parsed.ast, definition, definitions, dimensions });
      expect(check).toMatchObject({ ok: true, unit: { code: definition.unit } });
      expect(checkCycle({ code: definition.code, ast: parsed.ast, definitions })).toBeNull();
      expect(printFormula(parsed.ast)).toBe(definition.formula);
    },
  );
});
