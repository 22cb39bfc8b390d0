import { QualityCheck, type QualityCheckKind, type QualitySeverity, VALUE_CHECKS } from "@bochiso/shared/quality";
import { NewRuleDraft, type RuleSubject } from "@bochiso/shared/steward";
import type { Language } from "@bochiso/shared/text";
import { type RuleForm, readThreshold, THRESHOLDS } from "./rule-form.ts";

/** A new rule as far as it is filled in; null for areas and breakdowns: all of them. */
export interface NewRuleForm {
  readonly kind: QualityCheckKind;
  readonly thresholds: RuleForm;
  readonly severity: QualitySeverity;
  readonly against: "previous" | "year-ago";
  readonly measure: "ratio" | "difference";
  readonly dimension: string;
  readonly codes: readonly string[];
  readonly areas: readonly string[] | null;
  readonly breakdowns: readonly string[] | null;
}

/** What most rules of change have: those of the seeded rules. */
const USUAL: RuleForm = { deviations: "6", history: "36", minHistory: "12" };

/** An empty form for an indicator. */
export function emptyForm({ kinds, measure, dimensions }: RuleSubject): NewRuleForm {
  const [dimension] = dimensions;
  return {
    kind: kinds[0] ?? "range",
    thresholds: USUAL,
    severity: "warning",
    against: "previous",
    measure,
    dimension: dimension?.id ?? "",
    codes: dimension?.codes.map(({ code }) => code) ?? [],
    areas: null,
    breakdowns: null,
  };
}

/** What the rule looks at beside its thresholds; deliveries name their cells, all of them where nothing is chosen. */
function checkBase(form: NewRuleForm, subject: RuleSubject): object {
  const areas = form.areas ?? subject.areas.map(({ code }) => code);
  const { kind, against, measure, dimension, codes } = form;
  switch (kind) {
    case "change":
      return { kind, against, measure };
    case "sum-of-parts":
      return { kind, dimension, codes };
    case "completeness":
      return { kind, areas, breakdowns: form.breakdowns ?? subject.breakdowns.map(({ key }) => key) };
    case "timeliness":
      return { kind, areas };
    default:
      return { kind };
  }
}

/** The rule as filled in; null while something is missing or cannot be read. */
export function newRuleDraft(form: NewRuleForm, subject: RuleSubject, language: Language): NewRuleDraft | null {
  const thresholds: Record<string, unknown> = {};
  for (const [name, as] of THRESHOLDS[form.kind]) {
    const read = readThreshold(form.thresholds[name] ?? "", as, language);
    if (!read.ok) return null;
    thresholds[name] = read.value;
  }
  if (form.kind === "range" && thresholds.min === null && thresholds.max === null) return null;
  const check = QualityCheck.safeParse({ ...checkBase(form, subject), ...thresholds });
  if (!check.success) return null;
  const isValue = VALUE_CHECKS.has(form.kind);
  const draft = NewRuleDraft.safeParse({
    indicator: subject.indicator,
    check: check.data,
    severity: isValue ? form.severity : "notice",
    areas: isValue ? form.areas : null,
    breakdowns: isValue && form.kind !== "sum-of-parts" ? form.breakdowns : null,
  });
  return draft.success ? draft.data : null;
}
