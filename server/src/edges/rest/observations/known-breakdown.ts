import { findSeries } from "@bochiso/db/repositories/series";
import type { ReadTx } from "@bochiso/db/store";
import { type BreakdownKey, parseBreakdownKey } from "@bochiso/shared/breakdown";
import type { Catalogue } from "../../../catalogue/catalogue.ts";
import { nearestCode } from "../../../ingestion/rules/nearest-code.ts";
import { someOf } from "../../../ingestion/rules/some-of.ts";
import { malformedParameter, unknownParameter } from "../query-parameters.ts";
import { withNearest } from "./known-names.ts";
import type { ObservationQuery } from "./observation-query.ts";

const PREFIX = "breakdown.";
const EVERY = "*";
/** Whatever code there is, the total, and where the dimension does not apply. */
const OF_EVERY_DIMENSION: ReadonlySet<string> = new Set([EVERY, "_T", "_Z"]);

type Known = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Checks the breakdowns a list was narrowed to: mistyped they would answer with nothing, or with totals alone. A code is one
 * of a dimension of the indicators asked for; `*` and `_T` may be of any dimension there is, for an indicator without it has
 * its totals. Throws `parameter-unknown`, `parameter-malformed`, with the nearest name.
 */
export async function checkKnownBreakdown(
  tx: ReadTx,
  catalogue: Catalogue,
  { indicators, breakdown }: Pick<ObservationQuery, "indicators" | "breakdown">,
): Promise<void> {
  const defined = definedFor(catalogue, indicators);
  const isDefined = ([dimension, code]: readonly [string, string]): boolean =>
    OF_EVERY_DIMENSION.has(code)
      ? dimension === EVERY || catalogue.dimensions.has(dimension)
      : defined.get(dimension)?.has(code) === true;
  const others = [...breakdown.asked].filter((it) => !isDefined(it));
  if (others.length === 0) return;
  // What was stored under a definition that is over keeps its figures, and its names.
  const kept = await storedFor(tx, indicators);
  for (const [dimension, code] of others) {
    if (!isKept(kept.get(dimension), code)) throw unknownBreakdown(dimension, code, { defined, kept });
  }
}

function isKept(codes: ReadonlySet<string> | undefined, code: string): boolean {
  return codes !== undefined && (OF_EVERY_DIMENSION.has(code) || codes.has(code));
}

/** The dimensions of the indicators asked for with their codes, of all there are where none is. */
function definedFor({ definitions, dimensionCodes }: Catalogue, indicators: readonly string[] | null): Known {
  const asked = indicators === null ? [...definitions.values()] : indicators.flatMap((it) => definitions.get(it) ?? []);
  const names = asked.flatMap(({ breakdowns }) => breakdowns.map(({ dimension }) => dimension));
  return new Map(names.map((name) => [name, dimensionCodes.get(name) ?? new Set()]));
}

async function storedFor(tx: ReadTx, indicators: readonly string[] | null): Promise<Known> {
  const series = await findSeries(tx, indicators === null ? {} : { indicators: [...indicators] });
  const found = new Map<string, Set<string>>();
  for (const key of new Set(series.map(({ breakdownKey }) => breakdownKey as BreakdownKey))) {
    for (const [dimension, code] of Object.entries(parseBreakdownKey(key)))
      found.set(dimension, (found.get(dimension) ?? new Set()).add(code));
  }
  return found;
}

function unknownBreakdown(
  dimension: string,
  code: string,
  { defined, kept }: Record<"defined" | "kept", Known>,
): Error {
  const names = new Set([...defined.keys(), ...kept.keys()]);
  if (!names.has(dimension)) {
    const nearest = nearestCode(dimension, names);
    const known = [...names].map((name) => PREFIX + name);
    return unknownParameter(PREFIX + dimension, known, { nearest: nearest === null ? null : PREFIX + nearest });
  }
  const codes = new Set([...(defined.get(dimension) ?? []), ...(kept.get(dimension) ?? []), EVERY]);
  const nearest = nearestCode(code, codes);
  const expected = { vi: `một trong các mã ${someOf(codes)}`, en: `one of ${someOf(codes)}` };
  return malformedParameter(PREFIX + dimension, code, withNearest(expected, nearest), nearest);
}
