import { IndicatorDefinition } from "@bochiso/shared/indicator";
import { z } from "zod";
import { type DefinitionProblem, problem } from "./definition-problem.ts";

/** A change as it is staged: whole definitions, each the next version of its indicator. */
export const ChangeFile = z.strictObject({
  /** First day on which the definitions apply (UTC+7). */
  effectiveFrom: z.iso.date({ error: "Expected a date such as 2026-01-31." }),
  author: z.string().trim().min(1),
  approvedBy: z.string().trim().min(1),
  definitions: z.array(IndicatorDefinition).min(1).max(500),
});
export type ChangeFile = z.infer<typeof ChangeFile>;

/**
 * The change that an operator describes, or every place where it is none. A definition may leave out what stays as it is in
 * force, but not its version: who worked on another one is told.
 */
export function parseChange(
  given: unknown,
  inForce: ReadonlyMap<string, IndicatorDefinition>,
): { change: ChangeFile } | { problems: DefinitionProblem[] } {
  const parsed = ChangeFile.safeParse(completed(given, inForce));
  if (!parsed.success) return { problems: parsed.error.issues.map((issue) => malformed(given, issue)) };
  return { change: parsed.data };
}

const Described = z.looseObject({
  effectiveFrom: z.unknown(),
  definitions: z.array(z.looseObject({ code: z.string(), version: z.unknown() })),
});

/** With the fields that were left out, and one day for all: what a definition says of itself is what the change says. */
function completed(given: unknown, inForce: ReadonlyMap<string, IndicatorDefinition>): unknown {
  const described = Described.safeParse(given);
  if (!described.success) return given;
  const { effectiveFrom, definitions } = described.data;
  const whole = definitions.map((it) => ({ ...inForce.get(it.code), ...it, version: it.version, effectiveFrom }));
  return { ...described.data, definitions: whole };
}

function malformed(given: unknown, issue: z.core.$ZodIssue): DefinitionProblem {
  const [list, at, ...path] = issue.path;
  const isOfOne = list === "definitions" && typeof at === "number";
  const field = (isOfOne ? path : issue.path).map(String).join(".");
  const code = isOfOne ? codeAt(given, at) : null;
  return problem(code, field, "definition-malformed", {
    vi: `Trường "${field}" thiếu hoặc sai định dạng.`,
    en: `The field "${field}" is missing or malformed: ${issue.message}`,
  });
}

const Named = z.object({ definitions: z.array(z.object({ code: z.string() }).catch({ code: "?" })) });

function codeAt(given: unknown, at: number): string | null {
  return Named.safeParse(given).data?.definitions[at]?.code ?? null;
}
