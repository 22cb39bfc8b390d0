import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { type ImportEdge, type ParsedModule, parseModule } from "./parse-module.ts";
import { typescriptFiles } from "./source-tree.ts";

/** Where an import leads. */
export type Target =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "package"; readonly name: string }
  | { readonly kind: "node"; readonly name: string }
  | { readonly kind: "unresolved"; readonly reason: string };

export interface ResolvedImport extends ImportEdge {
  readonly target: Target;
}

export interface GraphModule extends ParsedModule {
  readonly resolved: readonly ResolvedImport[];
}

export type ModuleGraph = ReadonlyMap<string, GraphModule>;

const SCOPE = "@bochiso/";

/** Reads, parses and links every TypeScript file below the root. */
export function readModuleGraph(root: string): ModuleGraph {
  const graph = new Map<string, GraphModule>();
  for (const path of typescriptFiles(root)) {
    const parsed = parseModule({ path, code: readFileSync(join(root, path), "utf8") });
    const resolved = parsed.imports.map((edge) => ({ ...edge, target: resolve({ root, from: path, edge }) }));
    graph.set(path, { ...parsed, resolved });
  }
  return graph;
}

function resolve({ root, from, edge }: { root: string; from: string; edge: ImportEdge }): Target {
  const specifier = edge.specifier.replace(/\?.*$/, "");
  if (specifier.startsWith("node:")) return { kind: "node", name: specifier };
  if (specifier.startsWith(".")) return existing(root, normalize(join(dirname(from), specifier)));
  if (specifier.startsWith(SCOPE)) return resolveWorkspace(root, specifier.slice(SCOPE.length));
  const parts = specifier.split("/");
  return { kind: "package", name: parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/") };
}

function existing(root: string, path: string): Target {
  return existsSync(join(root, path))
    ? { kind: "file", path }
    : { kind: "unresolved", reason: `${path} does not exist` };
}

/** Follows the `exports` of the package: what is not exported cannot be imported. */
function resolveWorkspace(root: string, rest: string): Target {
  const slash = rest.indexOf("/");
  const name = slash === -1 ? rest : rest.slice(0, slash);
  const subpath = slash === -1 ? "." : `./${rest.slice(slash + 1)}`;
  const manifest = join(root, name, "package.json");
  if (!existsSync(manifest)) return { kind: "unresolved", reason: `no package ${SCOPE}${name}` };
  const target = exportedFile(readFileSync(manifest, "utf8"), subpath);
  if (target === undefined) return { kind: "unresolved", reason: `${SCOPE}${name} does not export ${subpath}` };
  return existing(root, normalize(join(name, target)));
}

function exportedFile(manifest: string, subpath: string): string | undefined {
  const parsed: { exports?: Record<string, string | Record<string, string>> } = JSON.parse(manifest);
  for (const [pattern, value] of Object.entries(parsed.exports ?? {})) {
    const file = typeof value === "string" ? value : (value["types"] ?? value["default"]);
    if (pattern === subpath) return file;
    const [before = "", after] = pattern.split("*");
    if (after === undefined || !subpath.startsWith(before) || !subpath.endsWith(after)) continue;
    return file?.replaceAll("*", subpath.slice(before.length, subpath.length - after.length));
  }
  return undefined;
}
