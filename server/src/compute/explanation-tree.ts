import { toValue } from "@bochiso/db/repositories/observations";
import { provenanceOf } from "@bochiso/db/repositories/submissions";
import type { ReadTx } from "@bochiso/db/store";
import { type TracedOperand, traceFormula } from "@bochiso/shared/formula";
import { type DependencyGraph, operandRanges, type TracedCell, traceCell } from "@bochiso/shared/graph";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { isPartialCoverage, missingValue, type Origin } from "@bochiso/shared/observation";
import { childPeriods } from "@bochiso/shared/period";
import type { ExplanationNode } from "@bochiso/shared/screen";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { CellBook, type CellToken } from "./cell-book.ts";
import { doubtsOf } from "./doubts-of.ts";
import type { ExplainLimits } from "./explain-limits.ts";
import { type ExplainedCell, leafDraft, type NodeDraft } from "./explained-cell.ts";
import { explanationNode } from "./explanation-node.ts";
import { substitutionsOf } from "./explanation-substitutions.ts";
import { fillBook } from "./fill-book.ts";
import { foremostParts } from "./foremost-parts.ts";
import { formulaRule } from "./formula-rule.ts";
import { wholeOverTime } from "./whole-over-time.ts";

const NOT_REPORTED = missingValue("not-reported");
const NOT_STORED = { way: null, coverageHave: null, coverageOf: null, coverageWeight: null };

/** One explanation growing on one snapshot: level by level, so that each level is read at once and depth is cut before width. */
export class ExplanationTree {
  readonly #tx: ReadTx;
  readonly #catalogue: Catalogue;
  readonly #limits: ExplainLimits;
  readonly #asOf: number | undefined;
  readonly #book: CellBook;
  #nodes = 1;

  constructor(input: { tx: ReadTx; catalogue: Catalogue; limits: ExplainLimits; asOf: number | undefined }) {
    this.#tx = input.tx;
    this.#catalogue = input.catalogue;
    this.#limits = input.limits;
    this.#asOf = input.asOf;
    this.#book = new CellBook((code) => this.#catalogue.definitions.get(code)?.periodType);
  }

  /** The cell itself, of one origin or by the default reading. */
  async rootOf(cell: ExplainedCell, wanted: Origin | null): Promise<NodeDraft> {
    const { indicator, area, breakdown, scenario, period } = cell;
    const ranges = [{ first: period.ordinal, last: period.ordinal }];
    const own = { indicator, area, breakdown, scenario, periodType: period.type, ranges };
    await fillBook(this.#tx, this.#book, [own], this.#asOf);
    return this.#draft(cell, this.#tokenOf(cell, wanted), wanted);
  }

  /** A period coarser than the indicator's own: a ratio by its formula there, else its own periods as parts. */
  async overTimeRoot(cell: ExplainedCell): Promise<NodeDraft> {
    const definition = this.#definition(cell.indicator);
    const { aggregation, formula, periodType, version } = definition;
    if (aggregation.time === "recompute" && formula !== null) return { ...this.formulaRoot(cell, formula), version };
    const { indicator, area, breakdown, scenario, period } = cell;
    const ranges = [childPeriods(period, periodType)];
    await fillBook(this.#tx, this.#book, [{ indicator, area, breakdown, scenario, periodType, ranges }], this.#asOf);
    const width = this.#limits.parts;
    const { root, shown } = wholeOverTime(this.#catalogue, this.#book, { cell, definition, width });
    this.#nodes += shown.length;
    root.operands = shown.map(({ operand }) => {
      const part = this.#operandDraft(root, operand);
      part.part = { share: 1, weight: null, weights: [] };
      return part;
    });
    return root;
  }

  /** A formula that is not an indicator's own, over the cell; at the cell's period type. */
  formulaRoot(cell: ExplainedCell, formula: string): NodeDraft {
    const definition = { ...this.#definition(cell.indicator), periodType: cell.period.type };
    const own = formulaRule(this.#catalogue, definition, formula);
    const found = { value: NOT_REPORTED, status: null };
    return { ...leafDraft(cell, null, found), own, origin: "computed", way: "formula", formula };
  }

  /** Everything below a node, within the limits. */
  async grow(root: NodeDraft): Promise<ExplanationNode> {
    const isGrown = root.way === "over-time";
    const all = isGrown ? [root, ...root.operands] : [root];
    let level = isGrown ? root.operands : [root];
    for (let depth = isGrown ? 1 : 0; level.length > 0; depth += 1) {
      const open = level.filter((node) => node.way !== null);
      if (depth >= this.#limits.depth) {
        for (const node of open) this.#close(node);
        break;
      }
      await this.#read(open);
      level = open.flatMap((node) => this.#expand(node, depth));
      all.push(...level);
    }
    const commits = all.flatMap(({ token }) => token?.cell.observation?.commitSeq ?? []);
    const provenance = await provenanceOf(this.#tx, [...new Set(commits)]);
    const catalogue = this.#catalogue;
    const other = (node: NodeDraft) => this.#other(node);
    const nodes = [...all, ...all.flatMap(({ part }) => part?.weights ?? [])];
    const doubtOf = await doubtsOf(this.#tx, { nodes, asOf: this.#asOf });
    return explanationNode(root, { catalogue, provenance, doubtOf, other });
  }

  /** Both origins of everything that the nodes may stand on, so that what stands beside it is known too. */
  async #read(nodes: readonly NodeDraft[]): Promise<void> {
    const { graph, space } = this.#catalogue;
    const rangesOf = (graphOf: DependencyGraph, some: readonly NodeDraft[]) => {
      const series = some.map(({ cell: { indicator, area, breakdown, period } }) => {
        return { indicator, area, breakdown, periodType: period.type, ordinals: [period.ordinal] };
      });
      return operandRanges({ graph: graphOf, plan: { series, cellCount: series.length }, space });
    };
    const ranges = rangesOf(
      graph,
      nodes.filter(({ own }) => own === null),
    );
    for (const node of nodes) {
      if (node.own === null) continue;
      const ruleOf = new Map([[String(node.cell.indicator), node.own]]);
      ranges.push(...rangesOf({ ...graph, ruleOf, aggregation: null }, [node]));
    }
    if (ranges.length > 0) await fillBook(this.#tx, this.#book, ranges, this.#asOf);
  }

  /** Adds what a node was computed from, unless that would be too much; gives what was added. */
  #expand(node: NodeDraft, depth: number): NodeDraft[] {
    const traced = this.#trace(node);
    if (traced === null) return this.#asLeaf(node);
    if (node.token === null) {
      // What was not computed at that time is not made up afterwards.
      if (this.#asOf !== undefined && node.own === null && traced.value.kind === "number") return this.#asLeaf(node);
      // What cannot be made of anything was not computed: there is nothing to open, and readers find nothing.
      if (!traced.live && (traced.parts !== null || this.#ruleOf(node) === null)) return this.#asLeaf(node);
      // An absence is told with its reason, though nothing is stored: "not reported" would hide what is lacking below.
      if (traced.live || node.own !== null || traced.value.kind === "missing") {
        node.value = traced.value;
        node.status = traced.status;
      }
    }
    this.#tell(node, traced);
    return traced.parts === null ? this.#addOperands(node, traced.operands) : this.#addParts(node, traced.parts, depth);
  }

  /** How a node came about, by which rule of which version. */
  #tell(node: NodeDraft, { way, coverage }: Pick<TracedCell<CellToken>, "way" | "coverage">): void {
    node.way = way;
    node.partial = way === "formula" && isPartialCoverage(coverage) ? coverage : null;
    if (node.own !== null) return;
    const definition = this.#definition(node.cell.indicator);
    node.version = definition.version;
    const rule = this.#catalogue.graph.aggregation?.ruleOf.get(definition.code);
    if (way === "formula" || rule === undefined) {
      node.formula = definition.formula;
      return;
    }
    const combination = way === "carried" ? null : rule.combine;
    node.whole = { combination, partialAllowed: rule.partialAllowed && way === "roll-up", coverage };
  }

  /** A node at the end of the tree: told by what was stored with it, to be opened on its own. */
  #close(node: NodeDraft): void {
    const stored = node.token?.cell.observation ?? null;
    if (stored === null && this.#ruleOf(node) === null) {
      this.#asLeaf(node);
      return;
    }
    const { way, coverageHave: have, coverageOf: of, coverageWeight: weightShare } = stored ?? NOT_STORED;
    const coverage = have === null || of === null ? null : { have, of, weightShare };
    this.#tell(node, { way: way ?? "formula", coverage });
    node.truncated = true;
  }

  #asLeaf(node: NodeDraft): NodeDraft[] {
    node.way = null;
    node.origin = node.token?.origin ?? null;
    return [];
  }

  #trace({ own, cell }: NodeDraft): TracedCell<CellToken> | null {
    const { graph, space } = this.#catalogue;
    if (own === null) return traceCell({ graph, cell, source: this.#book, space });
    const traced = traceFormula({ formula: own.formula, cell, source: this.#book, space });
    return { ...traced, way: "formula", parts: null };
  }

  #ruleOf({ own, cell }: NodeDraft) {
    return own ?? this.#catalogue.graph.ruleOf.get(cell.indicator) ?? null;
  }

  #addOperands(node: NodeDraft, traced: readonly TracedOperand<CellToken>[]): NodeDraft[] {
    const shown = traced.slice(0, this.#limits.operands);
    if (this.#isFull(node, shown.length)) return [];
    const rest = traced.slice(shown.length);
    const withoutNumber = rest.filter(({ value }) => value.kind !== "number").length;
    node.omitted = rest.length === 0 ? null : { count: rest.length, withoutNumber };
    node.truncated = rest.length > 0;
    node.operands = shown.map((operand) => this.#operandDraft(node, operand));
    return node.operands;
  }

  #addParts(node: NodeDraft, parts: NonNullable<TracedCell<CellToken>["parts"]>, depth: number): NodeDraft[] {
    const width = depth === 0 ? this.#limits.parts : this.#limits.partsBelow;
    const { shown, omitted } = foremostParts(parts, width);
    const count = shown.reduce((sofar, { weights }) => sofar + 1 + weights.length, 0);
    if (this.#isFull(node, count)) return [];
    node.omitted = omitted;
    node.truncated = omitted !== null;
    const added: NodeDraft[] = [];
    node.operands = shown.map(({ operand, share, weight, weights }) => {
      const part = this.#operandDraft(node, operand);
      part.part = { share, weight, weights: weights.map((each) => this.#operandDraft(node, each)) };
      added.push(part, ...part.part.weights);
      return part;
    });
    return added;
  }

  /** Whether the tree has no room for more nodes; then the node can only be opened on its own. */
  #isFull(node: NodeDraft, more: number): boolean {
    const isFull = this.#nodes > 1 && this.#nodes + more > this.#limits.nodes;
    if (isFull) node.truncated = true;
    else this.#nodes += more;
    return isFull;
  }

  #operandDraft(above: NodeDraft, operand: TracedOperand<CellToken>): NodeDraft {
    const { ref, indicator, area, breakdown, scenario, period } = operand;
    const node = this.#draft({ ref, indicator, area, breakdown, scenario, period }, operand.token, null);
    node.substitutions = substitutionsOf(this.#catalogue, { above, node, beside: this.#other(node) });
    return node;
  }

  /** A node that is computed or could have been is still to be opened: its `way` is set until that is known. */
  #draft(cell: ExplainedCell, token: CellToken, wanted: Origin | null): NodeDraft {
    const value = token === null ? NOT_REPORTED : toValue(token.cell.content);
    const leaf = leafDraft(cell, token, { value, status: token?.cell.content.status ?? null });
    const isComputed = token === null ? wanted !== "reported" : token.origin === "computed";
    if (!isComputed || cell.scenario !== "actual" || !this.#isComputable(cell)) return leaf;
    return { ...leaf, origin: "computed", way: "formula" };
  }

  #isComputable({ indicator, period }: ExplainedCell): boolean {
    const { graph, definitions } = this.#catalogue;
    if (definitions.get(indicator)?.periodType !== period.type) return false;
    return graph.ruleOf.has(indicator) || graph.aggregation?.ruleOf.has(indicator) === true;
  }

  /** The other origin of the same cell; a static or coarser cell is found at the period that answered. */
  #other({ cell, token }: NodeDraft): NonNullable<CellToken> | null {
    if (token === null) return null;
    const origin = token.origin === "reported" ? "computed" : "reported";
    const beside = this.#book.at(cell, cell.period, origin);
    return beside === null || beside.content.retracted === 1 ? null : { origin, cell: beside };
  }

  #tokenOf(cell: ExplainedCell, origin: Origin | null): CellToken {
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
