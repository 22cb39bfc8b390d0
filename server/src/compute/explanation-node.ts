import { type Observation, toValue } from "@bochiso/db/repositories/observations";
import type { Provenance } from "@bochiso/db/repositories/submissions";
import { type BreakdownKey, parseBreakdownKey } from "@bochiso/shared/breakdown";
import {
  coversYearToDate,
  differenceOf,
  growthOffset,
  originDifferenceReason,
  periodLabel,
  shownDisplay,
} from "@bochiso/shared/card";
import { describeFormula, type FormulaNames, parseFormula } from "@bochiso/shared/formula";
import type { Display, IndicatorDefinition } from "@bochiso/shared/indicator";
import type { Coverage } from "@bochiso/shared/observation";
import type { ExplainedObservation, ExplainedPart, ExplainedWhole, ExplanationNode } from "@bochiso/shared/screen";
import type { Text } from "@bochiso/shared/text";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { publisherName } from "../modules/screen/source-line.ts";
import type { CellToken } from "./cell-book.ts";
import type { DoubtOf } from "./doubts-of.ts";
import type { NodeDraft } from "./explained-cell.ts";
import { nounOfParts } from "./noun-of-parts.ts";

/** What nodes are put in words with. */
export interface NodeWords {
  readonly catalogue: Catalogue;
  readonly provenance: ReadonlyMap<number, Provenance>;
  /** Which reported values quality rules doubt. */
  readonly doubtOf: DoubtOf;
  /** The other origin of a node's cell. */
  readonly other: (node: NodeDraft) => CellToken;
}

/** A node of an explanation with everything below it, in the words of the catalogue. */
export function explanationNode(draft: NodeDraft, words: NodeWords): ExplanationNode {
  const { catalogue } = words;
  const { cell, value, origin } = draft;
  const definition = catalogue.definitions.get(cell.indicator);
  const area = catalogue.areas.get(cell.area);
  const toDate = definition !== undefined && coversYearToDate(definition, (code) => catalogue.definitions.get(code));
  const unit = catalogue.units.get(definition?.unit ?? "")?.name ?? itself(definition?.unit ?? "");
  return {
    ref: cell.ref,
    indicator: cell.indicator,
    name: definition?.name ?? itself(cell.indicator),
    area: cell.area,
    areaName: area?.name ?? itself(cell.area),
    breakdown: cell.breakdown,
    breakdownLabel: breakdownLabel(catalogue, cell.breakdown),
    scenario: cell.scenario,
    origin,
    period: periodLabel(cell.period, toDate),
    value,
    status: draft.status,
    ...(definition === undefined ? unknownShape(unit) : shapeOf(definition, unit)),
    way: draft.way,
    whole: wholeOf(draft, catalogue),
    partial: draft.partial && { coverage: draft.partial, parts: partsBelow(draft, catalogue) },
    part: partOf(draft, words),
    formula: draft.formula,
    formulaText: formulaText(catalogue, draft.formula),
    definitionVersion: draft.version,
    operands: draft.operands.map((operand) => explanationNode(operand, words)),
    omitted: draft.omitted,
    substitutions: [...draft.substitutions],
    observation: observationOf(draft, words),
    doubt: words.doubtOf(draft),
    beside: definition === undefined ? null : beside(definition, draft, words.other(draft)),
    simulated: area?.simulated ?? false,
    truncated: draft.truncated,
  };
}

const itself = (code: string): Text => ({ vi: code, en: code });

type Shape = Pick<ExplanationNode, "unit" | "decimals" | "display" | "growthOffset">;

function shapeOf(definition: IndicatorDefinition, unit: Text): Shape {
  const display: Display = shownDisplay(definition);
  return { unit, decimals: definition.decimals, display, growthOffset: growthOffset(definition) };
}

function unknownShape(unit: Text): Shape {
  return { unit, decimals: 0, display: { unit, factor: 1, decimals: 0 }, growthOffset: 0 };
}

function wholeOf({ whole, way, cell, operands }: NodeDraft, catalogue: Catalogue): ExplainedWhole | null {
  if (whole === null) return null;
  return { ...whole, parts: nounOfParts(catalogue, { way, whole: cell, part: operands[0]?.cell ?? null }) };
}

/** What the parts are that a formula lacks: those of the whole that its coverage comes from, where the tree goes that far. */
function partsBelow(node: NodeDraft, catalogue: Catalogue): Text {
  for (const below of node.operands) {
    const of = below.whole?.coverage ?? below.partial;
    if (of === null || node.partial === null || !sameCoverage(of, node.partial)) continue;
    return wholeOf(below, catalogue)?.parts ?? partsBelow(below, catalogue);
  }
  return nounOfParts(catalogue, { way: null, whole: node.cell, part: null });
}

function sameCoverage(a: Coverage, b: Coverage): boolean {
  return a.have === b.have && a.of === b.of && a.weightShare === b.weightShare;
}

function partOf({ part }: NodeDraft, words: NodeWords): ExplainedPart | null {
  return part === null ? null : { ...part, weights: part.weights.map((each) => explanationNode(each, words)) };
}

/** The formula in both languages, in the names of the catalogue. */
function formulaText(catalogue: Catalogue, formula: string | null): Text | null {
  const parsed = formula === null ? null : parseFormula(formula);
  if (parsed === null || !parsed.ok) return null;
  const { ast } = parsed;
  const names = formulaNames(catalogue);
  return { vi: describeFormula({ ast, names, lang: "vi" }), en: describeFormula({ ast, names, lang: "en" }) };
}

function formulaNames({ definitions, areas, dimensions }: Catalogue): FormulaNames {
  return {
    indicator: (code) => definitions.get(code)?.name ?? itself(code),
    area: (code) => areas.get(code)?.name ?? itself(code),
    dimension: (id) => dimensions.get(id)?.name ?? itself(id),
    member: (id, code) => dimensions.get(id)?.codes.find((it) => it.code === code)?.name ?? itself(code),
  };
}

function breakdownLabel({ dimensions }: Catalogue, key: BreakdownKey): Text | null {
  const names = Object.entries(parseBreakdownKey(key)).map(
    ([dimension, code]) => dimensions.get(dimension)?.codes.find((it) => it.code === code)?.name ?? itself(code),
  );
  if (names.length === 0) return null;
  return { vi: names.map(({ vi }) => vi).join(", "), en: names.map(({ en }) => en).join(", ") };
}

/** A computed value was sent by nobody: its operands tell where it comes from. */
function observationOf(
  { token, origin }: NodeDraft,
  { catalogue, provenance }: NodeWords,
): ExplainedObservation | null {
  const observation = token?.cell.observation ?? null;
  if (observation === null || origin !== "reported") return null;
  return explained(catalogue, observation, provenance.get(observation.commitSeq));
}

function explained(
  catalogue: Catalogue,
  observation: Observation,
  provenance: Provenance | undefined,
): ExplainedObservation {
  return {
    revision: observation.revision,
    status: observation.status,
    valueText: observation.valueText ?? (observation.value === null ? null : String(observation.value)),
    note: observation.note,
    feed: provenance?.feed ?? null,
    submission: provenance?.submission ?? null,
    publisher: provenance === undefined ? null : publisherName(catalogue, provenance),
    document: provenance?.document ?? null,
    recordedAt: provenance?.recordedAt ?? "",
    commitSeq: observation.commitSeq,
  };
}

/** The other origin with its difference, reported less computed whichever of the two is explained. */
function beside(definition: IndicatorDefinition, { value }: NodeDraft, other: CellToken): ExplanationNode["beside"] {
  if (other === null) return null;
  const otherValue = toValue(other.cell.content);
  const [reported, computed] = other.origin === "computed" ? [value, otherValue] : [otherValue, value];
  const difference = differenceOf(reported, computed);
  const reason = originDifferenceReason(definition, computed, difference);
  return { origin: other.origin, value: otherValue, difference, reason };
}
