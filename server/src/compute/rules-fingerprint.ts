import { createHash } from "node:crypto";
import { readMeta, writeMeta } from "@bochiso/db/repositories/meta";
import type { ReadTx, WriteTx } from "@bochiso/db/store";
import type { Catalogue } from "../catalogue/catalogue.ts";

const RULES_KEY = "computedRules";

/** To be raised where the same definitions give other cells than before: the evaluator or the ways of making wholes. */
export const METHOD = 3;

/** Every set of definitions has a graph of its own, which outlives a change of feeds alone. */
const known = new WeakMap<Catalogue["graph"], string>();

/**
 * Identifies by which rules the cells of a catalogue are computed: definitions, what is part of what, the method. The
 * method stands in front, readable: a server that knows an older one must leave alone what a newer one computed.
 */
export function rulesFingerprint(catalogue: Catalogue): string {
  let fingerprint = known.get(catalogue.graph);
  if (fingerprint === undefined) {
    const hash = createHash("sha256").update(JSON.stringify(rulesOf(catalogue)));
    fingerprint = `m${METHOD} ${hash.digest("hex")}`;
    known.set(catalogue.graph, fingerprint);
  }
  return fingerprint;
}

/** Whether the stored cells were all computed by the rules in force. */
export async function hasRulesComputed(tx: ReadTx, catalogue: Catalogue): Promise<boolean> {
  return (await readMeta(tx, RULES_KEY)) === rulesFingerprint(catalogue);
}

/** Remembers that the stored cells are those of the rules in force: there are none yet, or all were computed anew. */
export async function markRulesComputed(tx: WriteTx, catalogue: Catalogue): Promise<void> {
  await writeMeta(tx, RULES_KEY, rulesFingerprint(catalogue));
}

/** Remembers that the stored cells are not all of one set of rules, of this method at the newest unless told. */
export async function forgetRulesComputed(tx: WriteTx, method: number = METHOD): Promise<void> {
  await writeMeta(tx, RULES_KEY, `m${method} mixed`);
}

/** The method in a stored mark of rules; 0 where the mark is of a release that did not name it, or there is none. */
export function methodIn(mark: unknown): number {
  return Number(typeof mark === "string" ? (/^m(\d+) /.exec(mark)?.[1] ?? 0) : 0);
}

/** The method by which stored cells were last computed. */
export async function methodComputed(tx: ReadTx): Promise<number> {
  return methodIn(await readMeta(tx, RULES_KEY));
}

/**
 * To be called by every write that computes cells. Where a server of a newer method computed what is stored, as may be
 * while servers are replaced one after another, the cells of this write are of an older one: the newer server computes
 * them anew when it looks next.
 */
export async function noteOlderCells(tx: WriteTx): Promise<void> {
  const stands = await methodComputed(tx);
  if (stands > METHOD) await forgetRulesComputed(tx, stands);
}

function rulesOf({ graph, areas, agencies, dimensions }: Catalogue): unknown {
  const definitions = sorted(graph.definitions).map((it) => [
    it.code,
    it.unit,
    it.periodType,
    it.accumulation,
    it.formula,
    it.breakdowns,
    it.aggregation,
    it.breaks,
    it.direction,
  ]);
  const places = sorted(areas).map((it) => [
    it.code,
    it.level,
    it.parent,
    it.region,
    it.validFrom,
    it.validTo,
    it.predecessors,
    it.simulated,
  ]);
  const ministries = sorted(agencies).map((it) => [
    it.code,
    it.successor,
    it.mergedWhole,
    it.validFrom,
    it.validTo,
    it.simulated,
  ]);
  const codes = sorted(dimensions).map((it) => [it.id, it.codes.map(({ code }) => code)]);
  return { method: METHOD, isAggregated: graph.aggregation !== null, definitions, places, ministries, codes };
}

function sorted<T>(records: ReadonlyMap<string, T>): T[] {
  return [...records].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
}
