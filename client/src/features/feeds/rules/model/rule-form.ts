import { type NumberInput, parseNumberInput } from "@bochiso/shared/i18n";
import type { QualityCheck, QualityCheckKind } from "@bochiso/shared/quality";
import type { Language } from "@bochiso/shared/text";
import { exactText } from "../../common/exact-text.ts";

/** What of a rule can be typed, each as text. */
export type ThresholdName = "min" | "max" | "floor" | "deviations" | "history" | "minHistory" | "tolerance" | "formula";
export type RuleForm = Readonly<Partial<Record<ThresholdName, string>>>;

/** How a threshold is read: a number that may be left out, a number, a whole number between two bounds, or words. */
export type ThresholdKind =
  | { readonly kind: "optional" }
  | { readonly kind: "positive"; readonly orZero: boolean }
  | { readonly kind: "whole"; readonly least: number; readonly most: number }
  | { readonly kind: "words" };

const POSITIVE = { kind: "positive", orZero: false } as const;

/** The thresholds of each kind of rule, in the order of the form. Bounds are those of `QualityCheck`. */
export const THRESHOLDS = {
  range: [
    ["min", { kind: "optional" }],
    ["max", { kind: "optional" }],
  ],
  change: [
    ["floor", POSITIVE],
    ["deviations", POSITIVE],
    ["history", { kind: "whole", least: 2, most: 60 }],
    ["minHistory", { kind: "whole", least: 2, most: 60 }],
  ],
  magnitude: [],
  "sum-of-parts": [["tolerance", { kind: "positive", orZero: true }]],
  expression: [["formula", { kind: "words" }]],
  completeness: [],
  timeliness: [],
} as const satisfies Readonly<Record<QualityCheckKind, readonly (readonly [ThresholdName, ThresholdKind])[]>>;

/** The thresholds of a rule as they are typed. */
export function formOf(check: QualityCheck, language: Language): RuleForm {
  const values = new Map(Object.entries(check));
  return Object.fromEntries(
    THRESHOLDS[check.kind].map(([name]) => {
      const value: unknown = values.get(name);
      return [
        name,
        typeof value === "number" ? exactText(String(value), language) : typeof value === "string" ? value : "",
      ];
    }),
  );
}

/** A threshold read; `ok: false` with why it cannot be. */
export type ReadThreshold =
  | { readonly ok: true; readonly value: number | string | null }
  | {
      readonly ok: false;
      readonly why: Extract<NumberInput, { ok: false }>["reason"] | "positive" | "whole" | "words";
      /** The two numbers it may be, as exact decimal text. */
      readonly readings?: readonly string[];
    };

/** Reads one threshold as it was typed. */
export function readThreshold(typed: string, as: ThresholdKind, language: Language): ReadThreshold {
  if (as.kind === "words") {
    return typed.trim() === "" ? { ok: false, why: "words" } : { ok: true, value: typed.trim() };
  }
  if (as.kind === "optional" && typed.trim() === "") return { ok: true, value: null };
  const read = parseNumberInput(typed, language === "vi" ? undefined : ".");
  if (!read.ok) return { ok: false, why: read.reason, readings: read.readings ?? [] };
  if (as.kind === "positive" && (read.value < 0 || (read.value === 0 && !as.orZero)))
    return { ok: false, why: "positive" };
  const isWhole =
    as.kind !== "whole" || (Number.isInteger(read.value) && as.least <= read.value && read.value <= as.most);
  return isWhole ? { ok: true, value: read.value } : { ok: false, why: "whole" };
}

/** The check as typed; null where a threshold cannot be read. What the form does not show stays as it was. */
export function checkOf(form: RuleForm, before: QualityCheck, language: Language): QualityCheck | null {
  const read = THRESHOLDS[before.kind].map(
    ([name, as]) => [name, readThreshold(form[name] ?? "", as, language)] as const,
  );
  const values = read.flatMap(([name, found]) => (found.ok ? [[name, found.value] as const] : []));
  return values.length < read.length ? null : { ...before, ...Object.fromEntries(values) };
}

/** One of two readings to be typed: `1.234` as `1,2340`, since a mark before three digits has two meanings. */
export function plainly(reading: string): string {
  return reading.includes(".") ? `${reading.replace(".", ",")}0` : reading;
}

/** Whether something is typed that cannot be read. */
export function isUnreadable(kind: QualityCheckKind, form: RuleForm, language: Language): boolean {
  return THRESHOLDS[kind].some(([name, as]) => {
    const typed = form[name] ?? "";
    return typed.trim() !== "" && !readThreshold(typed, as, language).ok;
  });
}
