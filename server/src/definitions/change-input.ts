import { IndicatorDefinition } from "@bochiso/shared/indicator";
import { z } from "zod";
import { type DefinitionProblem, problem } from "./definition-problem.ts";

/** A change as an operator writes it: whole definitions, each the next version of its indicator. */
export const ChangeFile = z.strictObject({
  /** First day on which the definitions apply (UTC+7). */
  effectiveFrom: z.iso.date({ error: "Expected a date such as 2026-01-31." }),
  author: z.string().trim().min(1),
  approvedBy: z.string().trim().min(1),
  definitions: z.array(IndicatorDefinition).min(1).max(500),
});
export type ChangeFile = z.infer<typeof ChangeFile>;

/** The change a text or value describes, or every place where it is none. */
export function parseChange(given: unknown): { change: ChangeFile } | { problems: DefinitionProblem[] } {
  const parsed = ChangeFile.safeParse(given);
  if (!parsed.success) return { problems: parsed.error.issues.map((issue) => malformed(given, issue)) };
  const { definitions, effectiveFrom } = parsed.data;
  // One day for all of them: what a definition says about itself is what the change says.
  return { change: { ...parsed.data, definitions: definitions.map((it) => ({ ...it, effectiveFrom })) } };
}

function malformed(given: unknown, issue: z.core.$ZodIssue): DefinitionProblem {
  const [list, at, ...path] = issue.path;
  const isOfOne = list === "definitions" && typeof at === "number";
  const field = (isOfOne ? path : issue.path).map(String).join(".");
  const code = isOfOne ? codeAt(given, at) : null;
  return problem(code, field, "definition-malformed", {
    vi: `Trường "${field}" sai định dạng: ${issue.message}`,
    en: `The field "${field}" is malformed: ${issue.message}`,
  });
}

const Named = z.object({ definitions: z.array(z.object({ code: z.string() }).catch({ code: "?" })) });

function codeAt(given: unknown, at: number): string | null {
  return Named.safeParse(given).data?.definitions[at]?.code ?? null;
}
