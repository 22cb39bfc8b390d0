import { lockCommits } from "@bochiso/db/repositories/commits";
import { addToOutbox } from "@bochiso/db/repositories/outbox";
import {
  contentOfFlag,
  listFlags,
  listQualityRules,
  putQualityFlags,
  type StoredFlag,
} from "@bochiso/db/repositories/quality";
import { seriesExtents } from "@bochiso/db/repositories/series";
import type { ReadTx, Store, WriteTx } from "@bochiso/db/store";
import type { QualityRule } from "@bochiso/shared/quality";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { CatalogueCache } from "../catalogue/catalogue-cache.ts";
import type { Clock } from "../platform/clock.ts";
import { type CheckedRules, readCheckedRules, writeCheckedRules } from "./checked-rules.ts";
import { judgeConditionsOf } from "./judge-conditions.ts";
import { judgeCompletenessOf, judgeTimelinessOf } from "./judge-deliveries.ts";
import { type AskedSeries, judgeSeries } from "./judge-series.ts";
import { type JudgedCells, joined } from "./judged-cells.ts";
import { keepFlags } from "./keep-flags.ts";
import { isAsked, type RuleBook, ruleBook, ruleBookOf } from "./rule-book.ts";
import { ruleFingerprint } from "./rule-fingerprint.ts";

/** How far the judging of everything stored got. */
export interface RecheckProgress {
  /** Rules that are still to be judged after this step. */
  readonly left: number;
  readonly done: boolean;
}

/** Cells of one step, more or less: a few tens of milliseconds. */
const CELLS_PER_STEP = 2_000;
const FLAGS_PER_STEP = 500;
/** Fingerprint of a rule that is out of force and has no flag any more. */
const WITHDRAWN = "withdrawn";

interface RecheckDeps {
  readonly store: Store;
  readonly catalogue: CatalogueCache;
  readonly clock: Clock;
}

/**
 * One bounded step of judging everything stored by rules that are new or changed, or whose operands are defined otherwise
 * than when they were judged last. Resumes where the last one stopped; costs one reading where nothing is to be done.
 */
export async function recheckStep(deps: RecheckDeps): Promise<RecheckProgress> {
  const first = await deps.store.read(async (tx) => {
    const catalogue = await deps.catalogue.current(tx);
    return (await pendingRules(tx, catalogue)).length;
  });
  if (first === 0) return { left: 0, done: true };
  return deps.store.write(async (tx) => {
    await lockCommits(tx);
    const catalogue = await deps.catalogue.current(tx);
    const pending = await pendingRules(tx, catalogue);
    const [next] = pending;
    if (next === undefined) return { left: 0, done: true };
    const checked = await readCheckedRules(tx);
    const commit = await tx.nextCommit(deps.clock.now().toISOString());
    const work = { catalogue, next, checked, commit };
    const finished = next.rule === null ? await withdraw(tx, work) : await judgeOn(tx, { ...work, rule: next.rule });
    const left = pending.length - (finished ? 1 : 0);
    return { left, done: left === 0 };
  });
}

/** A rule that is to be judged. */
export interface PendingRule {
  readonly code: string;
  readonly fingerprint: string;
  /** Null: out of force, its flags are to be resolved. */
  readonly rule: QualityRule | null;
}

/** Rules by which everything stored is still to be judged, and those out of force whose flags still stand. */
export async function pendingRules(tx: ReadTx, catalogue: Catalogue): Promise<PendingRule[]> {
  const book = await ruleBookOf(tx, catalogue);
  const { rules: known } = await readCheckedRules(tx);
  const fingerprints = fingerprintsOf(book, catalogue);
  const inForce = [...book.rules.values()].flatMap((rule): PendingRule[] => {
    const fingerprint = fingerprints.get(rule.code) ?? "";
    return known[rule.code] === fingerprint ? [] : [{ code: rule.code, fingerprint, rule }];
  });
  const gone = (await listQualityRules(tx)).filter(
    ({ code }) => !book.rules.has(code) && known[code] !== undefined && known[code] !== WITHDRAWN,
  );
  return [...inForce, ...gone.map(({ code }) => ({ code, fingerprint: WITHDRAWN, rule: null }))];
}

const fingerprintsByBook = new WeakMap<RuleBook, ReadonlyMap<string, string>>();

function fingerprintsOf(book: RuleBook, catalogue: Catalogue): ReadonlyMap<string, string> {
  let known = fingerprintsByBook.get(book);
  if (known === undefined) {
    known = new Map([...book.rules.values()].map((rule) => [rule.code, ruleFingerprint(rule, catalogue)]));
    fingerprintsByBook.set(book, known);
  }
  return known;
}

interface RecheckWork {
  readonly catalogue: Catalogue;
  readonly next: PendingRule;
  readonly checked: CheckedRules;
  readonly commit: Awaited<ReturnType<WriteTx["nextCommit"]>>;
}

/** Judges the next series of a rule; gives whether it has been judged everywhere. */
async function judgeOn(tx: WriteTx, work: RecheckWork & { readonly rule: QualityRule }): Promise<boolean> {
  const { catalogue, next, checked, commit, rule } = work;
  const isSame = checked.at?.rule === next.code && checked.at.fingerprint === next.fingerprint;
  const after = isSame ? (checked.at?.series ?? 0) : 0;
  const { series, last, isLast } = await seriesAfter(tx, rule, after);
  const found = await judgeAll(tx, { catalogue, rule, series });
  const changed = await keepFlags(tx, commit, { catalogue, found });
  if (Object.keys(changed).length > 0) await addToOutbox(tx, commit, [{ topic: "quality", payload: { changed } }]);
  if (isLast) {
    await resolveStray(tx, work);
    await writeCheckedRules(tx, { rules: { ...checked.rules, [next.code]: next.fingerprint }, at: null });
  } else
    await writeCheckedRules(tx, { ...checked, at: { rule: next.code, fingerprint: next.fingerprint, series: last } });
  return isLast;
}

/** The next series that a rule has to be asked of, as many as make a step. */
export interface SeriesStep {
  readonly series: readonly AskedSeries[];
  /** Id of the last one: where the next step goes on. */
  readonly last: number;
  readonly isLast: boolean;
  readonly cells: number;
}

/** The series of a rule's indicator after the one of an id (0: from the first), in their order. */
export async function seriesAfter(tx: ReadTx, { indicator: code }: QualityRule, after: number): Promise<SeriesStep> {
  const extents = (await seriesExtents(tx, code)).filter(
    (it) => it.id > after && it.scenario === "actual" && it.origin === "reported",
  );
  const series: AskedSeries[] = [];
  let [cells, last] = [0, after];
  for (const { id, indicator, area, breakdownKey, first, last: end } of extents) {
    if (cells >= CELLS_PER_STEP) break;
    series.push({ indicator, area, breakdown: breakdownKey, ranges: [{ first, last: end }] });
    cells += end - first + 1;
    last = id;
  }
  return { series, last, isLast: series.length === extents.length, cells };
}

/** What one rule says of the whole of some series. */
export async function judgeAll(
  tx: ReadTx,
  { catalogue, rule, series }: { catalogue: Catalogue; rule: QualityRule; series: readonly AskedSeries[] },
): Promise<JudgedCells> {
  const world = { catalogue, book: ruleBook([rule], catalogue) };
  return joined([
    await judgeSeries(tx, world, { series, changed: false }),
    await judgeConditionsOf(tx, world, series),
    await judgeCompletenessOf(tx, world, series),
    await judgeTimelinessOf(tx, world, { series, now: null }),
  ]);
}

/** Flags of cells that the rule no longer asks about. */
async function resolveStray(
  tx: WriteTx,
  { commit, rule }: RecheckWork & { readonly rule: QualityRule },
): Promise<void> {
  const flags = await unresolved(tx, rule.code, Number.MAX_SAFE_INTEGER);
  const stray = flags.filter((flag) => flag.changedSeq !== commit.seq && !isStillAsked(rule, flag));
  await resolveAll(tx, commit, stray);
}

function isStillAsked(rule: QualityRule, { area, breakdownKey }: StoredFlag): boolean {
  const { check } = rule;
  if (check.kind === "completeness") return check.areas[0] === area && check.breakdowns[0] === breakdownKey;
  if (check.kind === "timeliness") return check.areas.some((it) => it === area);
  return isAsked(rule, area, breakdownKey);
}

/** Resolves the flags of a rule that is out of force; gives whether none is left. */
async function withdraw(tx: WriteTx, { next, checked, commit }: RecheckWork): Promise<boolean> {
  const flags = await unresolved(tx, next.code, FLAGS_PER_STEP);
  await resolveAll(tx, commit, flags);
  if (flags.length === FLAGS_PER_STEP) return false;
  await writeCheckedRules(tx, { rules: { ...checked.rules, [next.code]: WITHDRAWN }, at: null });
  return true;
}

function unresolved(tx: WriteTx, rule: string, limit: number): Promise<StoredFlag[]> {
  return listFlags(tx, { rule, states: ["open", "confirmed", "wrong"] }, { limit });
}

async function resolveAll(tx: WriteTx, commit: RecheckWork["commit"], flags: readonly StoredFlag[]): Promise<void> {
  const { seq: changedSeq, recordedAt: resolvedAt } = commit;
  await putQualityFlags(
    tx,
    commit,
    flags.map((flag) => ({
      kind: "resolved",
      flag: { ...contentOfFlag(flag), state: "resolved", resolvedAt, changedSeq },
    })),
  );
}
