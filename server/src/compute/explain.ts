import { toValue } from "@bochiso/db/repositories/observations";
import { provenanceOf } from "@bochiso/db/repositories/submissions";
import type { ReadTx } from "@bochiso/db/store";
import type { AreaCode } from "@bochiso/shared/area";
import type { BreakdownKey } from "@bochiso/shared/breakdown";
import { DomainError } from "@bochiso/shared/errors";
import { type TracedOperand, traceFormula } from "@bochiso/shared/formula";
import { type AffectedPlan, operandRanges, type Rule } from "@bochiso/shared/graph";
import type { IndicatorCode, IndicatorDefinition } from "@bochiso/shared/indicator";
import {
  missingValue,
  type ObservationStatus,
  type Origin,
  type Scenario,
  type Value,
} from "@bochiso/shared/observation";
import type { Period } from "@bochiso/shared/period";
import type { ExplanationNode } from "@bochiso/shared/screen";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { CellBook, type CellToken } from "./cell-book.ts";
import { explanationNode } from "./explanation-node.ts";
import { fillBook } from "./fill-book.ts";
import { formulaRule } from "./formula-rule.ts";

/** The cell to explain. `formula` explains a formula over the cell instead of its value, such as `yoy(trade.export.value)`. */
export interface ExplainRequest {
  readonly indicator: IndicatorCode;
  readonly area: AreaCode;
  readonly breakdown: BreakdownKey;
  readonly scenario?: Scenario;
  readonly period: Period;
  /** Which origin; absent: the default reading. */
  readonly origin?: Origin;
  readonly formula?: string;
  /** Values as they stood after this commit. */
  readonly asOf?: number | undefined;
}

/** How far down and how wide an explanation goes; what is cut says so and can be asked for on its own. */
export const EXPLAIN_LIMITS = { depth: 6, operands: 60, nodes: 400 } as const;

const NOT_REPORTED = missingValue("not-reported");

interface Cell {
  readonly ref: string;
  readonly indicator: IndicatorCode;
  readonly area: AreaCode;
  readonly breakdown: BreakdownKey;
  readonly scenario: Scenario;
  readonly period: Period;
}

/**
 * Why a number is what it is: its formula with every operand as read, down to what feeds sent. Throws `indicator-unknown`,
 * `area-unknown`, `period-type-mismatch`.
 */
export async function explain(tx: ReadTx, catalogue: Catalogue, request: ExplainRequest): Promise<ExplanationNode> {
  const { indicator, area, breakdown, period, scenario = "actual", asOf } = request;
  checkCell(catalogue, request);
  const book = new CellBook((code) => catalogue.definitions.get(code)?.periodType);
  const work = new Explaining({ tx, catalogue, book, asOf });
  const cell: Cell = { ref: request.formula ?? indicator, indicator, area, breakdown, scenario, period };
  if (request.formula !== undefined) return work.formulaNode(cell, request.formula);
  const ranges = [{ first: period.ordinal, last: period.ordinal }];
  await fillBook(tx, book, [{ indicator, area, breakdown, scenario, periodType: period.type, ranges }], asOf);
  return work.cellNode(cell, request.origin ?? null);
}

function checkCell(catalogue: Catalogue, { indicator, area, period, scenario = "actual" }: ExplainRequest): void {
  const definition = catalogue.definitions.get(indicator);
  if (definition === undefined) {
    throw new DomainError(
      "indicator-unknown",
      { indicator },
      { vi: `Không có chỉ số "${indicator}".`, en: `There is no indicator "${indicator}".` },
    );
  }
  if (!catalogue.areas.has(area)) {
    throw new DomainError(
      "area-unknown",
      { area },
      { vi: `Không có địa bàn "${area}".`, en: `There is no area "${area}".` },
    );
  }
  if (scenario === "actual" && definition.periodType !== period.type) {
    throw new DomainError(
      "period-type-mismatch",
      { got: period.type, expected: definition.periodType },
      {
        vi: `Chỉ số này theo kỳ "${definition.periodType}".`,
        en: `This indicator has periods of type "${definition.periodType}".`,
      },
    );
  }
}

/** One explanation being built on one snapshot. */
class Explaining {
  readonly #tx: ReadTx;
  readonly #catalogue: Catalogue;
  readonly #book: CellBook;
  readonly #asOf: number | undefined;
  #nodes = 0;

  constructor(input: { tx: ReadTx; catalogue: Catalogue; book: CellBook; asOf: number | undefined }) {
    this.#tx = input.tx;
    this.#catalogue = input.catalogue;
    this.#book = input.book;
    this.#asOf = input.asOf;
  }

  /** A formula that is not an indicator's own, evaluated over the cell. */
  async formulaNode(cell: Cell, formula: string): Promise<ExplanationNode> {
    const rule = formulaRule(this.#catalogue, this.#definition(cell.indicator), formula);
    const { value, status, operands } = await this.#trace(rule, cell);
    const children = await this.#children(operands, 1);
    return this.#node({ cell, value, status, origin: "computed", token: null, formula, version: null, ...children });
  }

  async cellNode(cell: Cell, origin: Origin | null, depth = 0): Promise<ExplanationNode> {
    const token = this.#tokenOf(cell, origin);
    return this.#nodeOf(cell, token, depth, origin);
  }

  async #nodeOf(cell: Cell, token: CellToken, depth: number, wanted: Origin | null): Promise<ExplanationNode> {
    const value = token === null ? NOT_REPORTED : toValue(token.cell.content);
    const status = token?.cell.content.status ?? null;
    const rule = this.#catalogue.graph.ruleOf.get(cell.indicator);
    const isComputed = token === null ? wanted !== "reported" : token.origin === "computed";
    if (rule === undefined || !isComputed || cell.scenario !== "actual") {
      return this.#node({
        cell,
        value,
        status,
        origin: token?.origin ?? null,
        token,
        formula: null,
        version: null,
        operands: [],
        truncated: false,
      });
    }
    const definition = this.#definition(cell.indicator);
    const shared = {
      cell,
      origin: "computed" as const,
      token,
      formula: definition.formula,
      version: definition.version,
    };
    if (depth >= EXPLAIN_LIMITS.depth || this.#nodes >= EXPLAIN_LIMITS.nodes) {
      return this.#node({ ...shared, value, status, operands: [], truncated: true });
    }
    const traced = await this.#trace(rule, cell);
    const children = await this.#children(traced.operands, depth + 1);
    const found = token === null ? traced : { value, status };
    return this.#node({ ...shared, value: found.value, status: found.status, ...children });
  }

  async #children(traced: readonly TracedOperand<CellToken>[], depth: number) {
    const operands: ExplanationNode[] = [];
    for (const operand of traced.slice(0, EXPLAIN_LIMITS.operands)) {
      const { ref, indicator, area, breakdown, scenario, period } = operand;
      operands.push(
        await this.#nodeOf({ ref, indicator, area, breakdown, scenario, period }, operand.token, depth, null),
      );
    }
    return { operands, truncated: traced.length > operands.length };
  }

  /** Evaluates a rule for a cell, having read everything it may read. */
  async #trace(rule: Rule, cell: Cell) {
    const { graph, space } = this.#catalogue;
    const { indicator, area, breakdown, period } = cell;
    const plan: AffectedPlan = {
      series: [{ indicator, area, breakdown, periodType: period.type, ordinals: [period.ordinal] }],
      cellCount: 1,
    };
    const ranges = operandRanges({ graph: { ...graph, ruleOf: new Map([[indicator, rule]]) }, plan, space });
    // Both origins of every operand, so that what stands beside it is known too.
    await fillBook(this.#tx, this.#book, ranges, this.#asOf);
    return traceFormula({ formula: rule.formula, cell: { area, breakdown, period }, source: this.#book, space });
  }

  async #node(parts: {
    cell: Cell;
    value: Value;
    status: ObservationStatus | null;
    origin: Origin | null;
    token: CellToken;
    formula: string | null;
    version: number | null;
    operands: ExplanationNode[];
    truncated: boolean;
  }): Promise<ExplanationNode> {
    this.#nodes += 1;
    const observation = parts.token?.cell.observation ?? null;
    const provenance =
      observation === null
        ? undefined
        : (await provenanceOf(this.#tx, [observation.commitSeq])).get(observation.commitSeq);
    const other = parts.token === null ? null : this.#other(parts.cell, parts.token);
    return explanationNode({ ...parts, catalogue: this.#catalogue, observation, provenance, other });
  }

  /** The other origin of the same cell; a static or coarser cell is found at the period that answered. */
  #other(cell: Cell, token: NonNullable<CellToken>): NonNullable<CellToken> | null {
    const origin = token.origin === "reported" ? "computed" : "reported";
    const beside = this.#book.at(cell, cell.period, origin);
    return beside === null || beside.content.retracted === 1 ? null : { origin, cell: beside };
  }

  #tokenOf(cell: Cell, origin: Origin | null): CellToken {
    if (origin === null) return this.#book.open(cell).at(cell.period.ordinal).token;
    const stored = this.#book.at(cell, cell.period, origin);
    return stored === null ? null : { origin, cell: stored };
  }

  #definition(code: string): IndicatorDefinition {
    const definition = this.#catalogue.definitions.get(code);
    if (definition === undefined) throw new Error(`the graph names ${code}, which the catalogue has not`);
    return definition;
  }
}
