import type { ListedObservation } from "@bochiso/db/repositories/observations";
import { flagStatesAsOf, flagsInRanges, type StoredFlag } from "@bochiso/db/repositories/quality";
import type { ReadTx } from "@bochiso/db/store";

/** What is asked of a row: its flags now, after a commit, or after the very commit that brought it. */
export type FlagMoment = "now" | "own-commit" | { readonly asOf: number };

type Row = Pick<
  ListedObservation,
  "indicator" | "area" | "breakdownKey" | "ordinal" | "scenario" | "origin" | "commitSeq"
>;

/** Flags in these states are told: nobody looked yet, or somebody said that the value is wrong. */
const TOLD: ReadonlySet<string> = new Set(["open", "wrong"]);

/** Codes of the quality rules that each row breaks, in the order of rows. Only what feeds report is judged. */
export async function flagsOfRows(tx: ReadTx, rows: readonly Row[], moment: FlagMoment): Promise<string[][]> {
  const cells = new Map<string, Row>();
  for (const row of rows) if (isJudged(row)) cells.set(keyOf(row), row);
  const found = await flagsInRanges(
    tx,
    [...cells.values()].map(({ indicator, area, breakdownKey, ordinal }) => ({
      indicator,
      area,
      breakdownKey,
      from: ordinal,
      to: ordinal,
    })),
  );
  const flags = Map.groupBy(
    found.filter(({ subject }) => subject === "value"),
    keyOf,
  );
  const stateOf = await statesAt(tx, { rows, flags, moment });
  return rows.map((row) => {
    if (!isJudged(row)) return [];
    const broken = (flags.get(keyOf(row)) ?? []).filter((flag) => TOLD.has(stateOf(flag, row) ?? ""));
    return broken.map(({ rule }) => rule).sort();
  });
}

function isJudged({ scenario, origin }: Row): boolean {
  return scenario === "actual" && origin === "reported";
}

async function statesAt(
  tx: ReadTx,
  asked: { rows: readonly Row[]; flags: ReadonlyMap<string, readonly StoredFlag[]>; moment: FlagMoment },
): Promise<(flag: StoredFlag, row: Row) => string | undefined> {
  const { rows, flags, moment } = asked;
  if (moment === "now" || flags.size === 0) return (flag) => flag.state;
  const momentOf = (row: Row): number => (moment === "own-commit" ? row.commitSeq : moment.asOf);
  const wanted = rows.flatMap((row) =>
    isJudged(row) ? (flags.get(keyOf(row)) ?? []).map(({ id }) => ({ id, asOf: momentOf(row) })) : [],
  );
  const states = new Map((await flagStatesAsOf(tx, wanted)).map(({ id, asOf, state }) => [`${id}|${asOf}`, state]));
  return (flag, row) => states.get(`${flag.id}|${momentOf(row)}`);
}

function keyOf({
  indicator,
  area,
  breakdownKey,
  ordinal,
}: Pick<Row, "indicator" | "area" | "breakdownKey" | "ordinal">): string {
  return `${indicator}|${area}|${breakdownKey}|${ordinal}`;
}
