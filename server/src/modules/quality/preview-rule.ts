import { setImmediate as nextTurn } from "node:timers/promises";
import { flagKeyText, listFlags, type StoredFlag } from "@bochiso/db/repositories/quality";
import type { ReadTx } from "@bochiso/db/store";
import { periodLabel } from "@bochiso/shared/card";
import { checkRule, findingText, type QualityRule, ruleText } from "@bochiso/shared/quality";
import type { RulePreviewInput, RulePreviewModel } from "@bochiso/shared/steward";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import type { BrokenCell } from "../../quality/judged-cells.ts";
import { nextStep } from "../../quality/keep-flags.ts";
import { judgeAll, seriesAfter } from "../../quality/recheck-rules.ts";
import { indicatorOf } from "../screen/indicator-of.ts";
import type { ScreenWorld } from "../screen/screen-world.ts";
import { worldOf } from "../screen/world-of.ts";
import { findingWords } from "./flag-row.ts";
import { type DraftedRule, newRule } from "./new-rule.ts";
import { draftProblems, nextRule, ruleAsSeen } from "./next-rule.ts";
import type { QualityDeps } from "./quality-deps.ts";

/** Cells looked at before an answer is given of what was seen so far. */
const MOST_CELLS = 200_000;
const MOST_FLAGS = 100_000;
const EXAMPLES = 5;
const NOTHING = { raised: 0, cleared: 0, reviewed: 0, kept: 0, examples: [], complete: true };

type Deps = Pick<QualityDeps, "store" | "catalogue" | "demo">;

/**
 * What a draft of a rule would do to the flags of what is stored, by the same judges that would do it; a new rule has none
 * yet. Nothing is written; between two steps everyone else has a turn. Throws `rule-unknown`, `rule-changed`,
 * `indicator-unknown`.
 */
export async function previewRule(deps: Deps, draft: RulePreviewInput): Promise<RulePreviewModel> {
  const isOff = "retired" in draft && draft.retired;
  const { catalogue, rule, problems } = await deps.store.read(async (tx) => {
    const current = await deps.catalogue.current(tx);
    const drafted = await draftedRule(tx, worldOf(current, deps.demo), draft);
    const world = { ...current, areas: new Set(current.areas.keys()) };
    const refusals = isOff ? [] : checkRule(drafted.rule, world);
    return { catalogue: current, rule: drafted.rule, problems: [...drafted.problems, ...refusals] };
  });
  const text = ruleText(rule.check, wordsOf(deps, catalogue, rule));
  if (problems.length > 0) return { ...NOTHING, problems, text };
  const { broken, complete } = isOff
    ? { broken: new Map<string, BrokenCell>(), complete: true }
    : await judgeStored(deps, catalogue, rule);
  const flags = await deps.store.read((tx) => listFlags(tx, { rule: rule.code }, { limit: MOST_FLAGS }));
  const { fresh, ...counts } = compare(flags, broken);
  const examples = fresh
    .toSorted((a, b) => b.ordinal - a.ordinal)
    .slice(0, EXAMPLES)
    .map((cell) => exampleOf(deps, catalogue, cell));
  return { problems, text, ...counts, examples, complete };
}

async function draftedRule(tx: ReadTx, world: ScreenWorld, draft: RulePreviewInput): Promise<DraftedRule> {
  if (!("code" in draft)) return newRule(tx, { draft, definition: indicatorOf(world, draft.indicator), basis: null });
  const stored = await ruleAsSeen(tx, draft);
  return { rule: nextRule(stored, draft, null), problems: draftProblems(stored, draft) };
}

/** Every cell that breaks a rule, by the key of its flag; incomplete where there is too much to look at. */
async function judgeStored(
  { store }: Deps,
  catalogue: Catalogue,
  rule: QualityRule,
): Promise<{ broken: Map<string, BrokenCell>; complete: boolean }> {
  const broken = new Map<string, BrokenCell>();
  let [after, cells] = [0, 0];
  while (cells < MOST_CELLS) {
    const step = await store.read(async (tx) => {
      const { series, ...rest } = await seriesAfter(tx, rule, after);
      return { ...rest, found: await judgeAll(tx, { catalogue, rule, series }) };
    });
    for (const cell of step.found.broken) broken.set(keyOf(cell), cell);
    if (step.isLast) return { broken, complete: true };
    [after, cells] = [step.last, cells + step.cells];
    await nextTurn();
  }
  return { broken, complete: false };
}

function keyOf({ rule, breakdown, ...cell }: BrokenCell): string {
  return flagKeyText({ ...cell, rule: rule.code, breakdownKey: breakdown });
}

/** What would become of each flag, and the cells that would be flagged anew. */
function compare(
  flags: readonly StoredFlag[],
  broken: ReadonlyMap<string, BrokenCell>,
): Pick<RulePreviewModel, "raised" | "cleared" | "reviewed" | "kept"> & { fresh: BrokenCell[] } {
  const fresh = new Map(broken);
  let [cleared, reviewed, kept] = [0, 0, 0];
  for (const flag of flags) {
    const key = flagKeyText(flag);
    const step = nextStep(flag, broken.get(key) ?? null, NOW);
    const isRaised = step?.kind === "reopened" && step.flag.state === "open";
    if (!isRaised) fresh.delete(key);
    if (step?.kind === "resolved") {
      cleared += 1;
      if (flag.review !== null) reviewed += 1;
    } else if (!isRaised && broken.has(key)) kept += 1;
  }
  return { raised: fresh.size, cleared, reviewed, kept, fresh: [...fresh.values()] };
}

/** The steps are only counted: when they would be taken says nothing. */
const NOW = { seq: 0, recordedAt: "" };

function exampleOf(deps: Deps, catalogue: Catalogue, cell: BrokenCell): RulePreviewModel["examples"][number] {
  const { rule, ordinal, area, breakdown, finding } = cell;
  const words = wordsOf(deps, catalogue, rule);
  const place = words.cell(area, breakdown);
  const type = catalogue.definitions.get(rule.indicator)?.periodType;
  const label = type === undefined ? null : periodLabel({ type, ordinal }).label;
  return {
    cell: label === null ? place : { vi: `${label.vi} · ${place.vi}`, en: `${label.en} · ${place.en}` },
    text: findingText(rule.check, finding, words),
  };
}

function wordsOf({ demo }: Deps, catalogue: Catalogue, { indicator }: QualityRule): ReturnType<typeof findingWords> {
  const world = worldOf(catalogue, demo);
  const definition = world.definitions.get(indicator);
  if (definition === undefined) throw new Error(`the rule names ${indicator}, which the catalogue has not`);
  return findingWords(definition, world);
}
