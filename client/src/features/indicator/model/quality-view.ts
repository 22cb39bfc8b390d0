import type { IndicatorModel } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { doubtWords } from "../../explanation/doubt-words.ts";
import { doubtedInputs } from "../../explanation/model/doubted-inputs.ts";
import { indicatorWords } from "../words.ts";
import { shownScale } from "./shown-scale.ts";
import { wasRevised } from "./was-revised.ts";

/** One line of the source and quality block. */
export interface QualityLine {
  key: string;
  /** `good` and `doubt` have a shape; `fact` has none. */
  kind: "good" | "doubt" | "fact";
  text: string;
}

function pairLine(model: IndicatorModel, language: Language): QualityLine[] {
  const t = indicatorWords[language].qualityWords;
  const scale = shownScale(model.card, language);
  const pair = model.pairs.find(({ period }) => period.id === model.card.period?.id);
  if (pair === undefined || pair.difference.kind !== "number") return [];
  const shown = Math.abs(pair.difference.value * model.card.display.factor);
  const agrees = Number(shown.toFixed(scale.decimals)) === 0;
  if (agrees) return [{ key: "pair", kind: "good", text: t.agree }];
  const reason = pair.reason[language];
  const text = `${t.differ(scale.difference(pair.difference))}${reason === "" ? "" : `: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`}`;
  return [{ key: "pair", kind: "doubt", text }];
}

/** Most flags told of; the page of quality lists all. */
const MOST_FLAGS = 3;

/** What quality rules say: of the figure shown, of others in the series, or that there are none. */
function flagLines({ card, definition, quality }: IndicatorModel, language: Language): QualityLine[] {
  const t = indicatorWords[language].qualityWords;
  const told = quality.flags.slice(0, MOST_FLAGS).map((flag): QualityLine => {
    const text = `${flag.period.label[language]}: ${flag.text[language]}`;
    if (flag.state === "confirmed" && flag.review !== null)
      return { key: `flag-${flag.id}`, kind: "fact", text: t.confirmed(text, flag.review.name, flag.review.note) };
    return { key: `flag-${flag.id}`, kind: "doubt", text: flag.state === "wrong" ? t.wrong(text) : text };
  });
  const flag = card.state === "suspect" ? card.stateReason : card.qualityFlag;
  if (flag !== null) return [{ key: "flag", kind: "doubt", text: flag[language] }, ...told];
  const { min, max } = definition.limits;
  if (quality.rules === 0) told.unshift({ key: "flag", kind: "fact", text: t.noRules(min !== null || max !== null) });
  else if (told.length === 0) told.unshift({ key: "flag", kind: "good", text: t.rulesKept(quality.rules) });
  return told;
}

/** A computed number carries no flag of its own: its inputs do. */
function inputLines({ explanation }: IndicatorModel, language: Language): QualityLine[] {
  const { count, more } = explanation === null ? { count: 0, more: false } : doubtedInputs(explanation);
  return count === 0 ? [] : [{ key: "inputs", kind: "doubt", text: doubtWords[language].inputs(count, more) }];
}

/** What is known of the figures' source and quality; only what the model says, nothing assumed. */
export function qualityLines(model: IndicatorModel, language: Language): QualityLine[] {
  const t = indicatorWords[language].qualityWords;
  const { card, source } = model;
  const { have, of, what } = card.completeness;
  if (card.period === null) {
    return [{ key: "none", kind: "doubt", text: card.stateReason?.[language] ?? t.noSource }];
  }
  const full =
    what === "areas" ? t.completeAreas(have, of) : have === of ? t.complete(have, of) : t.incomplete(have, of);
  const lines: QualityLine[] = [{ key: "full", kind: have === of ? "good" : "doubt", text: full }];
  lines.push(...inputLines(model, language), ...flagLines(model, language));
  if (card.state === "partial" && card.stateReason !== null) {
    lines.push({ key: "state", kind: "doubt", text: card.stateReason[language] });
  }
  lines.push(...pairLine(model, language));
  const unrevised = !wasRevised(model.revisions) ? indicatorWords[language].noRevisionsDetail : t.notRevised;
  lines.push({ key: "revised", kind: "fact", text: card.revised ? t.revised : unrevised });
  if (source?.document) lines.push({ key: "document", kind: "fact", text: t.document(source.document) });
  if (source?.feed) lines.push({ key: "feed", kind: "fact", text: t.feed(source.feed) });
  if (source?.submission) lines.push({ key: "submission", kind: "fact", text: t.submission(source.submission) });
  return lines;
}
