import { codeFindings } from "./code-rules.ts";
import { importCycles } from "./cycles.ts";
import type { Finding } from "./finding.ts";
import { importFindings } from "./import-rules.ts";
import { type ModuleGraph, readModuleGraph } from "./module-graph.ts";
import { gitFiles, isTypeScript } from "./source-tree.ts";
import { suppressionFindings } from "./suppression-rules.ts";
import { textFindings } from "./text-rules.ts";

export interface TreeReport {
  readonly graph: ModuleGraph;
  readonly findings: readonly Finding[];
}

/**
 * All hard rules over one tree. `minimumModules` guards against a check that passes because it saw nothing; `git` is
 * the list of files to compare with, asked of git unless given.
 */
export function checkTree(options: { root: string; minimumModules: number; git?: readonly string[] }): TreeReport {
  const { root, minimumModules, git = gitFiles(root) } = options;
  const graph = readModuleGraph(root);
  const findings = [
    ...coverageFindings({ graph, git, minimumModules }),
    ...importCycles(graph).map((cycle) => ({
      rule: "no-cycles",
      path: cycle[0] ?? "",
      line: 1,
      message: cycle.join(" ↔ "),
    })),
    ...importFindings(graph),
    ...codeFindings(graph),
    ...suppressionFindings(graph),
    ...textFindings({ root, files: git }),
  ];
  return { graph, findings };
}

function coverageFindings(options: { graph: ModuleGraph; git: readonly string[]; minimumModules: number }): Finding[] {
  const { graph, git, minimumModules } = options;
  const finding = (path: string, message: string): Finding => ({ rule: "sees-every-module", path, line: 1, message });
  const known = new Set(git.filter(isTypeScript));
  const few =
    graph.size < minimumModules ? [finding(".", `${graph.size} modules, at least ${minimumModules} expected`)] : [];
  return [
    ...few,
    ...[...known].filter((path) => !graph.has(path)).map((path) => finding(path, "in git, not seen by the checks")),
    ...[...graph.keys()].filter((path) => !known.has(path)).map((path) => finding(path, "seen, but ignored by git")),
  ];
}
