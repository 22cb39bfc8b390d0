import { type Observation, toValue } from "@bochiso/db/repositories/observations";
import type { Provenance } from "@bochiso/db/repositories/submissions";
import type { AreaCode } from "@bochiso/shared/area";
import { type BreakdownKey, parseBreakdownKey } from "@bochiso/shared/breakdown";
import { coversYearToDate, differenceOf, originDifferenceReason, periodLabel } from "@bochiso/shared/card";
import { describeFormula, type FormulaNames, parseFormula } from "@bochiso/shared/formula";
import type { IndicatorCode, IndicatorDefinition } from "@bochiso/shared/indicator";
import type { ObservationStatus, Origin, Scenario, Value } from "@bochiso/shared/observation";
import type { Period } from "@bochiso/shared/period";
import type { ExplainedObservation, ExplanationNode } from "@bochiso/shared/screen";
import type { Text } from "@bochiso/shared/text";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { publisherName } from "../modules/screen/source-line.ts";
import type { BookedCell } from "./cell-book.ts";

/** What a node is made of. */
export interface NodeParts {
  catalogue: Catalogue;
  cell: {
    ref: string;
    indicator: IndicatorCode;
    area: AreaCode;
    breakdown: BreakdownKey;
    scenario: Scenario;
    period: Period;
  };
  value: Value;
  status: ObservationStatus | null;
  origin: Origin | null;
  formula: string | null;
  version: number | null;
  operands: ExplanationNode[];
  truncated: boolean;
  observation: Observation | null;
  provenance: Provenance | undefined;
  other: { origin: Origin; cell: BookedCell } | null;
}

/** A node of an explanation, in the words of the catalogue. */
export function explanationNode(parts: NodeParts): ExplanationNode {
  const { catalogue, cell, value, origin, observation, provenance } = parts;
  const definition = catalogue.definitions.get(cell.indicator);
  const area = catalogue.areas.get(cell.area);
  const unknown = { vi: cell.indicator, en: cell.indicator };
  const toDate = definition !== undefined && coversYearToDate(definition, (code) => catalogue.definitions.get(code));
  return {
    ref: cell.ref,
    indicator: cell.indicator,
    name: definition?.name ?? unknown,
    area: cell.area,
    areaName: area?.name ?? { vi: cell.area, en: cell.area },
    breakdown: cell.breakdown,
    breakdownLabel: breakdownLabel(catalogue, cell.breakdown),
    scenario: cell.scenario,
    origin,
    period: periodLabel(cell.period, toDate),
    value,
    status: parts.status,
    unit: catalogue.units.get(definition?.unit ?? "")?.name ?? {
      vi: definition?.unit ?? "",
      en: definition?.unit ?? "",
    },
    decimals: definition?.decimals ?? 0,
    formula: parts.formula,
    formulaText: formulaText(catalogue, parts.formula),
    definitionVersion: parts.version,
    operands: parts.operands,
    // A computed value was sent by nobody: its operands tell where it comes from.
    observation: observation === null || origin !== "reported" ? null : explained(catalogue, observation, provenance),
    beside: definition === undefined ? null : beside(definition, { value, other: parts.other }),
    simulated: area?.simulated ?? false,
    truncated: parts.truncated,
  };
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
  const itself = (code: string): Text => ({ vi: code, en: code });
  return {
    indicator: (code) => definitions.get(code)?.name ?? itself(code),
    area: (code) => areas.get(code)?.name ?? itself(code),
    dimension: (id) => dimensions.get(id)?.name ?? itself(id),
    member: (id, code) => dimensions.get(id)?.codes.find((it) => it.code === code)?.name ?? itself(code),
  };
}

function breakdownLabel({ dimensions }: Catalogue, key: BreakdownKey): Text | null {
  const names = Object.entries(parseBreakdownKey(key)).map(
    ([dimension, code]) =>
      dimensions.get(dimension)?.codes.find((it) => it.code === code)?.name ?? { vi: code, en: code },
  );
  if (names.length === 0) return null;
  return { vi: names.map(({ vi }) => vi).join(", "), en: names.map(({ en }) => en).join(", ") };
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
function beside(
  definition: IndicatorDefinition,
  { value, other }: { value: Value; other: NodeParts["other"] },
): ExplanationNode["beside"] {
  if (other === null) return null;
  const otherValue = toValue(other.cell.content);
  const [reported, computed] = other.origin === "computed" ? [value, otherValue] : [otherValue, value];
  const difference = differenceOf(reported, computed);
  const reason = originDifferenceReason(definition, computed, difference);
  return { origin: other.origin, value: otherValue, difference, reason };
}
