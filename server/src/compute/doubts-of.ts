import {
  type FlagRange,
  flagStatesAsOf,
  flagsInRanges,
  indicatorsWithFlags,
  listQualityRules,
  type StoredFlag,
} from "@bochiso/db/repositories/quality";
import type { ReadTx } from "@bochiso/db/store";
import type { ExplainedDoubt } from "@bochiso/shared/screen";
import type { ExplainedCell, NodeDraft } from "./explained-cell.ts";

/** The doubt about the reported value of a node; null where there is none. */
export type DoubtOf = (node: NodeDraft) => ExplainedDoubt | null;

const NO_DOUBT: DoubtOf = () => null;

/**
 * Which of the reported values under an explanation quality rules doubt, and nobody has confirmed: as they stand now, or
 * as they stood after a commit. Costs one reading where no indicator among them was ever flagged.
 */
export async function doubtsOf(
  tx: ReadTx,
  { nodes, asOf }: { readonly nodes: readonly NodeDraft[]; readonly asOf: number | undefined },
): Promise<DoubtOf> {
  const reported = nodes.filter(isReported).map(({ cell }) => cell);
  const flagged = await indicatorsWithFlags(tx, [...new Set(reported.map(({ indicator }) => indicator))]);
  const ranges = new Map(
    reported.filter(({ indicator }) => flagged.has(indicator)).map((cell) => [cellText(cell), rangeOf(cell)]),
  );
  if (ranges.size === 0) return NO_DOUBT;
  const flags = (await flagsInRanges(tx, [...ranges.values()])).filter(({ subject }) => subject === "value");
  const states = await statesOf(tx, flags, asOf);
  const names = new Map((await listQualityRules(tx)).map(({ code, name }) => [code, name]));
  const doubts = new Map<string, ExplainedDoubt>();
  for (const { id, rule, indicator, area, breakdownKey: breakdown, periodType: type, ordinal } of flags) {
    const state = states.get(id);
    const key = cellText({ indicator, area, breakdown, period: { type, ordinal } });
    // What somebody found wrong weighs more than what nobody looked at.
    if ((state !== "open" && state !== "wrong") || (doubts.has(key) && state === "open")) continue;
    doubts.set(key, { flag: id, state, rule: names.get(rule) ?? { vi: rule, en: rule } });
  }
  return (node) => (isReported(node) ? (doubts.get(cellText(node.cell)) ?? null) : null);
}

function isReported({ token, cell }: NodeDraft): boolean {
  return token?.origin === "reported" && cell.scenario === "actual";
}

type Place = Pick<ExplainedCell, "period"> & {
  readonly indicator: string;
  readonly area: string;
  readonly breakdown: string;
};

function cellText({ indicator, area, breakdown, period }: Place): string {
  return `${indicator}|${area}|${breakdown}|${period.type}|${period.ordinal}`;
}

function rangeOf({ indicator, area, breakdown: breakdownKey, period: { ordinal } }: ExplainedCell): FlagRange {
  return { indicator, area, breakdownKey, from: ordinal, to: ordinal };
}

async function statesOf(
  tx: ReadTx,
  flags: readonly StoredFlag[],
  asOf: number | undefined,
): Promise<ReadonlyMap<number, StoredFlag["state"]>> {
  if (asOf === undefined) return new Map(flags.map(({ id, state }) => [id, state]));
  const asked = flags.map(({ id }) => ({ id, asOf }));
  return new Map((await flagStatesAsOf(tx, asked)).map(({ id, state }) => [id, state]));
}
