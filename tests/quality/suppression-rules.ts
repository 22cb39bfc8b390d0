import type { Finding } from "./finding.ts";
import type { ModuleGraph } from "./module-graph.ts";

/** Each way to silence a tool, and how its reason is written. */
const SUPPRESSIONS: readonly { readonly mark: RegExp; readonly reason: RegExp }[] = [
  { mark: /^biome-ignore/, reason: /^biome-ignore(-all|-start|-end)?\s+[\w/\s().-]+:\s*\S.{9,}/ },
  { mark: /^(oxlint|eslint)-(disable|enable)/, reason: /\s--\s+\S.{9,}/ },
  { mark: /^@ts-expect-error/, reason: /^@ts-expect-error\s+\S.{9,}/ },
  { mark: /^(v8|istanbul|c8) ignore/, reason: /\s--\s+\S.{9,}/ },
];
const FORBIDDEN = /^@ts-(ignore|nocheck)/;

/** Suppressions without a reason of at least ten characters, and those for which no reason is good enough. */
export function suppressionFindings(graph: ModuleGraph): Finding[] {
  const findings: Finding[] = [];
  for (const { path, comments } of graph.values()) {
    for (const { text, line } of comments) {
      const message = fault(text.replace(/^\*+\s*/, ""));
      if (message !== undefined) findings.push({ rule: "suppression-reason", path, line, message });
    }
  }
  return findings;
}

function fault(comment: string): string | undefined {
  if (FORBIDDEN.test(comment)) return "use @ts-expect-error with a reason, it fails when it is no longer needed";
  const used = SUPPRESSIONS.find(({ mark }) => mark.test(comment));
  return used && !used.reason.test(comment) ? "say why this is suppressed" : undefined;
}
