import { AreaCode } from "../area/area-code.ts";
import { type Breakdown, type BreakdownKey, breakdownKey, parseBreakdownKey } from "../breakdown/breakdown-key.ts";
import { operandBreakdown } from "../formula/compile-reference.ts";
import { dimensionRole } from "../formula/computed-dimensions.ts";
import type { AreaSpace } from "../formula/operand.ts";
import type { Rule } from "./dependency-graph.ts";
import type { AreaSpread, OperandPath } from "./operand-path.ts";
import type { StoredExtent } from "./stored-extent.ts";

/** What the mapping of places needs to know of the country and of what is stored. */
export interface Surroundings {
  readonly space: AreaSpace;
  readonly stored: StoredExtent;
}

/** Whether an operand is read at the result's own area and breakdown: the plain reference, by far the most common. */
export function isInPlace({ reference, spreads, over }: OperandPath): boolean {
  const { area, selection } = reference;
  return area.kind === "own" && spreads.length === 0 && over.length === 0 && selection.length === 0;
}

/** Areas whose cells read an operand in `area`. */
export function resultAreas(rule: Rule, path: OperandPath, area: AreaCode, around: Surroundings): readonly AreaCode[] {
  const selector = path.reference.area;
  if (selector.kind === "fixed") return selector.code === area ? anchoredAreas(rule, around) : [];
  if (selector.kind === "parent") {
    const below = new Set<AreaCode>(around.space.childrenOf(area, null));
    return anchoredAreas(rule, around).filter((candidate) => below.has(candidate));
  }
  return areasAbove(path.spreads, area, around);
}

/** Areas where the rule's cells can exist: those that its anchors have values for. */
function anchoredAreas(rule: Rule, around: Surroundings): readonly AreaCode[] {
  const areas = new Set<AreaCode>();
  for (const anchor of rule.anchors) {
    for (const area of around.stored.areasOf(anchor.operand.code)) {
      for (const above of areasAbove(anchor.spreads, area, around)) areas.add(above);
    }
  }
  return [...areas];
}

function areasAbove(spreads: readonly AreaSpread[], area: AreaCode, { space }: Surroundings): readonly AreaCode[] {
  let areas: readonly AreaCode[] = [area];
  for (const spread of spreads.toReversed()) {
    areas = areas.flatMap((below) => {
      const parent = space.parentOf(below);
      if (spread === "children") return parent === null ? [] : [parent];
      return parent === null
        ? [below]
        : [below, ...space.childrenOf(parent, null).filter((beside) => beside !== below)];
    });
  }
  return areas;
}

/** Areas a cell in `area` reads an operand in, in any period. */
export function operandAreas(path: OperandPath, area: AreaCode, space: AreaSpace): readonly AreaCode[] {
  const selector = path.reference.area;
  if (selector.kind === "fixed") return [AreaCode.parse(selector.code)];
  if (selector.kind === "parent") {
    const parent = space.parentOf(area);
    return parent === null ? [] : [parent];
  }
  let areas: readonly AreaCode[] = [area];
  for (const spread of path.spreads) {
    areas = areas.flatMap((from) => {
      if (spread === "children") return space.childrenOf(from, null);
      const parent = space.parentOf(from);
      return parent === null ? [from] : [from, ...space.childrenOf(parent, null).filter((beside) => beside !== from)];
    });
  }
  return areas;
}

/** Breakdowns of the rule's cells that read an operand at `breakdown` in `area`. */
export function resultBreakdowns(
  rule: Rule,
  path: OperandPath,
  breakdown: BreakdownKey,
  area: AreaCode,
  stored: StoredExtent,
): readonly BreakdownKey[] {
  const plain = plainBreakdown(path, breakdown);
  if (plain === null) return [];
  const key = breakdownKey(plain);
  const candidates = new Set<BreakdownKey>([key]);
  const held = [...rule.dimensions].filter((dimension) => dimensionRole(path, dimension, path.operand) === "total");
  if (held.length > 0) {
    for (const anchor of rule.anchors) {
      for (const below of stored.breakdownsOf(anchor.operand.code, area)) {
        const candidate = plainBreakdown(anchor, below);
        if (candidate !== null && breakdownKey(without(candidate, held)) === key)
          candidates.add(breakdownKey(candidate));
      }
    }
  }
  return [...candidates].filter((candidate) => isComputed(rule, candidate));
}

/** The result's breakdown as far as the operand's tells it; null where the operand is not read there. */
function plainBreakdown({ reference, over }: OperandPath, breakdown: BreakdownKey): Breakdown | null {
  const rest: Record<string, string> = { ...parseBreakdownKey(breakdown) };
  for (const { dimension, code } of reference.selection) {
    if ((rest[dimension] ?? "_T") !== code) return null;
    delete rest[dimension];
  }
  for (const dimension of over) {
    if (rest[dimension] === undefined) return null;
    delete rest[dimension];
  }
  return rest;
}

function without(breakdown: Breakdown, dimensions: readonly string[]): Breakdown {
  return Object.fromEntries(Object.entries(breakdown).filter(([dimension]) => !dimensions.includes(dimension)));
}

/** Whether the formula of a rule computes cells at a breakdown. */
export function isComputed(rule: Rule, key: BreakdownKey): boolean {
  const dimensions = Object.keys(parseBreakdownKey(key));
  return (
    dimensions.every((dimension) => rule.dimensions.has(dimension)) &&
    rule.required.every((dimension) => dimensions.includes(dimension))
  );
}

/** Breakdowns a cell at `breakdown` reads an operand at. */
export function operandBreakdowns(
  path: OperandPath,
  breakdown: BreakdownKey,
  space: AreaSpace,
): readonly BreakdownKey[] {
  let keys: readonly BreakdownKey[] = [breakdown];
  for (const dimension of path.over) {
    const codes = space.partsOf(dimension, path.operand.code) ?? [];
    keys = keys.flatMap((key) => codes.map((code) => breakdownKey({ ...parseBreakdownKey(key), [dimension]: code })));
  }
  return keys.map((key) => operandBreakdown(path.reference, key));
}
