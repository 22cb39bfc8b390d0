import type { Feed } from "@bochiso/db/repositories/feeds";
import type { StoredFlag, StoredFlagEvent } from "@bochiso/db/repositories/quality";
import type { AreaCode } from "@bochiso/shared/area";
import type { BreakdownKey } from "@bochiso/shared/breakdown";
import { figureText, periodLabel } from "@bochiso/shared/card";
import type { Display, IndicatorDefinition } from "@bochiso/shared/indicator";
import { periodId } from "@bochiso/shared/period";
import { type FindingWords, findingText, findingTitle, type QualityRule } from "@bochiso/shared/quality";
import type { QualityEventModel, QualityFlagRow } from "@bochiso/shared/screen";
import type { Text } from "@bochiso/shared/text";
import { breakdownWords } from "../screen/breakdown-words.ts";
import type { ScreenWorld } from "../screen/screen-world.ts";

/** What names a flag: the catalogue in words, the rules that ever were, the feeds. */
export interface FlagWorld {
  readonly world: ScreenWorld;
  /** Names of feeds by code; one that is not among them stands for itself. */
  readonly feeds: ReadonlyMap<string, Pick<Feed, "name">>;
  /** Latest version of every rule, retired ones included. */
  readonly rules: ReadonlyMap<string, QualityRule>;
}

/** A flag as lists show it; null where its indicator or rule is out of the catalogue. */
export function flagRow(flag: StoredFlag, around: FlagWorld): QualityFlagRow | null {
  const { world, feeds } = around;
  const definition = world.definitions.get(flag.indicator);
  const rule = around.rules.get(flag.rule);
  if (definition === undefined || rule === undefined) return null;
  const period = { type: flag.periodType, ordinal: flag.ordinal };
  const area = world.areas.get(flag.area);
  const { review } = flag;
  return {
    id: flag.id,
    rule: { code: rule.code, version: flag.ruleVersion, kind: rule.check.kind, name: rule.name },
    severity: flag.severity,
    state: flag.state,
    subject: flag.subject,
    cell: {
      indicator: definition.code,
      area: (area?.code ?? flag.area) as AreaCode,
      breakdown: flag.breakdownKey as BreakdownKey,
      period: periodId(period),
    },
    period: periodLabel(period, world.toDate.has(flag.indicator)),
    indicatorName: definition.name,
    areaName: area?.name ?? same(flag.area),
    breakdownLabel: breakdownWords(world, flag.breakdownKey as BreakdownKey),
    feed: flag.feed,
    feedName: flag.feed === null ? null : (feeds.get(flag.feed)?.name ?? same(flag.feed)),
    simulated: area?.simulated ?? false,
    display: publishedDisplay(definition, world),
    finding: flag.finding,
    title: findingTitle(rule.check.kind, flag.finding),
    text: findingText(rule.check, flag.finding, findingWords(definition, world)),
    raisedAt: flag.raisedAt,
    commitSeq: flag.changedSeq,
    review,
    resolvedAt: flag.resolvedAt,
  };
}

/** A step of a flag in words. */
export function flagEvent(
  event: StoredFlagEvent,
  { rule, words }: { rule: QualityRule; words: FindingWords },
): QualityEventModel {
  const { kind, state, recordedAt: at, commitSeq, finding, review } = event;
  const text = finding === null ? null : findingText(rule.check, finding, words);
  return { kind, state, at, commitSeq, finding, text, review };
}

/** Figures and expected cells as sentences about an indicator name them. */
export function findingWords(definition: IndicatorDefinition, world: ScreenWorld): FindingWords {
  const display = publishedDisplay(definition, world);
  return {
    figure: (value) => figureText(value, display),
    cell: (area, breakdown) => {
      const place = world.areas.get(area)?.name ?? same(area);
      const part = breakdownWords(world, breakdown as BreakdownKey);
      return part === null ? place : { vi: `${place.vi} – ${part.vi}`, en: `${place.en} – ${part.en}` };
    },
  };
}

/** Figures as they were sent, in the unit of the definition: they are to be held against the table they come from. */
export function publishedDisplay({ unit, decimals }: IndicatorDefinition, world: ScreenWorld): Display {
  return { unit: world.units.get(unit) ?? same(unit), factor: 1, decimals };
}

function same(text: string): Text {
  return { vi: text, en: text };
}
