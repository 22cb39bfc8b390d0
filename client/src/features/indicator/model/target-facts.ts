import { formatDate } from "@bochiso/shared/i18n";
import type { IndicatorModel } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { targetWords } from "../target-words.ts";
import { goalWords } from "./goal-words.ts";
import { shownScale } from "./shown-scale.ts";
import type { TargetFigures } from "./target-figures.ts";

/** A name and what belongs to it. */
export interface TargetFact {
  key: string;
  name: string;
  text: string;
  note?: string | undefined;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const within = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** What was assigned, by which document, from when to when, from where, and how the way is counted. */
export function targetFacts(figures: TargetFigures, language: Language): TargetFact[] {
  const t = targetWords[language].fact;
  const { target, write } = figures;
  const date = (day: string) => formatDate(day, language);
  const { since, baseline, pace, validFrom, validTo, version, revisedBecause, actual } = target;
  const facts: (TargetFact | null)[] = [
    { key: "goal", name: t.goal, text: capital(goalWords(target.goal, figures, language)) },
    { key: "by", name: t.by, text: t.byEnd(within(target.by.label[language])) },
    baseline === null
      ? null
      : { key: "baseline", name: t.baseline, text: `${write(baseline.value)} (${baseline.period.short[language]})` },
    since === null ? null : { key: "since", name: t.since, text: capital(since.label[language]) },
    { key: "course", name: t.course, text: capital(target.course.words[language]) },
    target.course.kind === "holds" ? null : { key: "pace", name: t.pace, text: capital(pace.name[language]) },
    actual === null ? null : { key: "taken", name: t.taken, text: capital(actual.taken[language]) },
    { key: "legal", name: t.legalBasis, text: target.legalBasis[language] },
    {
      key: "validity",
      name: t.validity,
      text: capital(validTo === null ? t.from(date(validFrom)) : t.fromTo(date(validFrom), date(validTo))),
    },
    version < 2 ? null : { key: "version", name: t.version, text: t.versionText(version, revisedBecause) },
  ];
  return facts.filter((fact) => fact !== null);
}

/** The band of a definition that is followed without a target: its bounds and its basis. */
export function bandFacts({ definition, card }: IndicatorModel, language: Language): TargetFact[] {
  const band = definition.targetBand;
  if (band === null) return [];
  const t = targetWords[language].fact;
  const scale = shownScale(card, language);
  const write = (value: number) => scale.full({ kind: "number", value });
  const goal = { kind: "range" as const, min: band.min, max: band.max };
  return [
    { key: "band", name: t.band, text: capital(goalWords(goal, { write, lower: false }, language)) },
    { key: "basis", name: t.basis, text: band.basis },
  ];
}
