import type { ReadTx } from "@bochiso/db/store";
import { TOTAL_KEY } from "@bochiso/shared/breakdown";
import { referencesIn } from "@bochiso/shared/formula";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { type Period, parsePeriod } from "@bochiso/shared/period";
import type { ExplanationNode, FormulaValueModel } from "@bochiso/shared/screen";
import type { Text } from "@bochiso/shared/text";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import { explain } from "../../compute/explain.ts";
import type { ScreenDeps } from "../screen/screen-deps.ts";
import { newestOf, readSeriesBook } from "../screen/series-book.ts";
import { type CheckedText, checkText } from "./check-formula-text.ts";
import type { FormulaValueInput } from "./formula-input.ts";

/** The operands as read, not what they were computed from. */
const LIMITS = { depth: 1, operands: 60, parts: 40, partsBelow: 0, nodes: 120 } as const;

const NOT_CHECKED: Text = { vi: "Công thức chưa đúng", en: "The formula is not right yet" };
const TOO_MUCH: Text = {
  vi: "Công thức đọc quá nhiều giá trị để tính thử",
  en: "The formula reads too many values to be tried",
};
const NO_FIGURE: Text = {
  vi: "Các chỉ số trong công thức chưa có số liệu tại địa phương này",
  en: "The indicators of the formula have no figures in this area yet",
};

/**
 * Tries a formula on stored figures, in an area and period, without breakdown: the result with its operands. Nothing is
 * stored; the same path as explanations.
 */
export async function evaluateFormulaText({
  deps,
  input,
}: {
  deps: ScreenDeps;
  input: FormulaValueInput;
}): Promise<FormulaValueModel> {
  return await deps.store.read(async (tx) => {
    const catalogue = await deps.catalogue.current(tx);
    const checked = checkText(catalogue, input);
    if (!checked.ok) return { ok: false, reason: checked.problems[0]?.text ?? NOT_CHECKED };
    if (!checked.model.canEvaluate) return { ok: false, reason: TOO_MUCH };
    const anchor = anchorOf(catalogue, checked.ast, input);
    const period = await periodOf(tx, catalogue, { ast: checked.ast, input });
    if (anchor === null || period === null) return { ok: false, reason: NO_FIGURE };
    if ("reason" in period) return { ok: false, reason: period.reason };
    const { printed, unit } = checked.model;
    const cell = { indicator: anchor.code, area: input.area, breakdown: TOTAL_KEY, period };
    const node = await explain(tx, catalogue, { ...cell, formula: printed, limits: LIMITS });
    return { ok: true, node: ofNobody(node, printed, unit) };
  });
}

type Ast = Extract<CheckedText, { ok: true }>["ast"];

/** A formula is explained over a cell of an indicator of its period type: the first operand of that type, or any. */
function anchorOf({ definitions }: Catalogue, ast: Ast, { periodType }: FormulaValueInput): IndicatorDefinition | null {
  const named = referencesIn(ast).flatMap(({ indicator }) => definitions.get(indicator) ?? []);
  const fits = (each: IndicatorDefinition): boolean => each.periodType === periodType;
  return named.find(fits) ?? [...definitions.values()].find(fits) ?? null;
}

/** The period asked for, else the newest one that every operand of the result's period type has. */
async function periodOf(
  tx: ReadTx,
  { definitions }: Catalogue,
  { ast, input }: { ast: Ast; input: FormulaValueInput },
): Promise<Period | { reason: Text } | null> {
  const { period, periodType, area } = input;
  if (period !== null && period !== undefined && period !== "") {
    const parsed = parsePeriod(period, periodType);
    return parsed.ok ? parsed.period : { reason: parsed.reason };
  }
  const references = referencesIn(ast).filter(({ indicator, scenario }) => {
    return scenario === "actual" && definitions.get(indicator)?.periodType === periodType;
  });
  const areaOf = (each: (typeof references)[number]) => (each.area.kind === "fixed" ? each.area.code : area);
  const filter = {
    indicators: references.map(({ indicator }) => indicator),
    areas: [...new Set(references.map(areaOf))],
  };
  if (references.length === 0) return null;
  const book = await readSeriesBook(tx, filter, () => periodType);
  const ends = references.flatMap((each) => {
    const end = newestOver(book, each.indicator, areaOf(each));
    return end === null ? [] : [end];
  });
  return ends.length === 0 ? null : { type: periodType, ordinal: Math.min(...ends) };
}

/** The newest period of an indicator over its breakdowns. */
function newestOver(book: Awaited<ReturnType<typeof readSeriesBook>>, indicator: string, area: string): number | null {
  const ends = [...book.byAddress.values()].flatMap(({ reported, computed }) => {
    const series = reported ?? computed;
    if (series?.indicator !== indicator || series.area !== area) return [];
    return newestOf(book, { indicator, area, breakdown: series.breakdownKey }) ?? [];
  });
  return ends.length === 0 ? null : Math.max(...ends);
}

/** The result belongs to no indicator: it has the unit that follows from the formula and no display of its own. */
function ofNobody(node: ExplanationNode, printed: string, found: Text | null): ExplanationNode {
  const unit = found ?? { vi: "", en: "" };
  const size = node.value.kind === "number" ? Math.abs(node.value.value) : 0;
  const decimals = size >= 1000 ? 0 : size >= 1 ? 2 : 4;
  const display = { unit, factor: 1, decimals };
  return {
    ...node,
    name: { vi: printed, en: printed },
    unit,
    decimals,
    display,
    growthOffset: 0,
    simulated: node.simulated,
  };
}
