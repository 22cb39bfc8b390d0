import type { ModuleGraph } from "./module-graph.ts";

/** Groups of files that import each other in a circle (types count too), each sorted; empty when there is none. */
export function importCycles(graph: ModuleGraph): string[][] {
  const order: string[] = [];
  const seen = new Set<string>();
  const targets = new Map([...graph.keys()].map((path) => [path, importsOf(graph, path)]));
  const sources = reversed(targets);
  for (const path of graph.keys()) collect({ from: path, edges: targets, seen, into: order });
  seen.clear();
  const cycles: string[][] = [];
  for (const path of order.reverse()) {
    const group: string[] = [];
    collect({ from: path, edges: sources, seen, into: group });
    if (group.length > 1 || targets.get(path)?.includes(path)) cycles.push(group.sort());
  }
  return cycles;
}

type Edges = ReadonlyMap<string, readonly string[]>;

function importsOf(graph: ModuleGraph, path: string): string[] {
  const files = (graph.get(path)?.resolved ?? []).flatMap(({ target }) =>
    target.kind === "file" ? [target.path] : [],
  );
  return files.filter((file) => graph.has(file));
}

function reversed(edges: Edges): Edges {
  const result = new Map<string, string[]>([...edges.keys()].map((path) => [path, []]));
  for (const [from, targets] of edges) for (const to of targets) result.get(to)?.push(from);
  return result;
}

/** Depth first, each node added after all it leads to (Kosaraju); without recursion, for graphs of any depth. */
function collect(options: { from: string; edges: Edges; seen: Set<string>; into: string[] }): void {
  const { from, edges, seen, into } = options;
  if (seen.has(from)) return;
  seen.add(from);
  const stack = [{ path: from, next: 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const target = edges.get(top.path)?.[top.next++];
    if (target === undefined) {
      into.push(top.path);
      stack.pop();
    } else if (!seen.has(target)) {
      seen.add(target);
      stack.push({ path: target, next: 0 });
    }
  }
}
