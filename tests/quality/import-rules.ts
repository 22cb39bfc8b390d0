import type { Finding } from "./finding.ts";
import type { GraphModule, ModuleGraph, ResolvedImport } from "./module-graph.ts";
import { isProduct, isTest, type PackageName, packageOf } from "./source-tree.ts";

/** What each package may use of the others; everything else points up or sideways. */
const MAY_IMPORT: Readonly<Record<PackageName, readonly PackageName[]>> = {
  tests: ["tests", "client", "server", "seed", "db", "shared"],
  client: ["client", "shared"],
  server: ["server", "seed", "db", "shared"],
  seed: ["seed", "shared"],
  db: ["db", "shared"],
  shared: ["shared"],
};

type Rule = (module: GraphModule, edge: ResolvedImport) => string | undefined;

const RULES: Readonly<Record<string, Rule>> = {
  "import-exists": (_module, { target, specifier }) =>
    target.kind === "unresolved" ? `${specifier} leads nowhere: ${target.reason}` : undefined,

  "imports-point-down": (module, { target, typeOnly }) => {
    const from = packageOf(module.path);
    const to = target.kind === "file" ? packageOf(target.path) : undefined;
    if (!from || !to || MAY_IMPORT[from].includes(to)) return undefined;
    if (from === "client" && to === "server" && typeOnly) return undefined;
    return `${from} must not import ${to}${from === "client" && to === "server" ? " except as types" : ""}`;
  },

  "through-exports": (module, { target, specifier }) => {
    // Tests of several packages may open a package; its own parts know each other by relative paths.
    if (target.kind !== "file" || packageOf(module.path) === "tests") return undefined;
    const crosses = packageOf(target.path) !== packageOf(module.path);
    return crosses && specifier.startsWith(".")
      ? `${target.path} is reached past the exports of its package`
      : undefined;
  },

  "shared-is-pure": (module, { target }) => {
    if (!isProductOf(module, "shared")) return undefined;
    if (target.kind === "node") return `shared must not use ${target.name}`;
    return target.kind === "package" && target.name !== "zod"
      ? `shared may only use zod, not ${target.name}`
      : undefined;
  },

  "client-runs-in-browsers": (module, { target }) =>
    isProductOf(module, "client") && target.kind === "node" ? `client must not use ${target.name}` : undefined,

  "charts-own-recharts": (module, { target }) => {
    const uses = target.kind === "package" && target.name === "recharts";
    return uses && isProduct(module.path) && !module.path.startsWith("client/src/charts/")
      ? "only client/src/charts may import recharts"
      : undefined;
  },

  "database-drivers-in-db": (module, { target }) => {
    const uses = target.kind === "package" && ["better-sqlite3", "pg", "drizzle-orm"].includes(target.name);
    return uses && isProduct(module.path) && packageOf(module.path) !== "db"
      ? `${target.name} belongs to db`
      : undefined;
  },

  "product-knows-no-tests": (module, { target }) =>
    target.kind === "file" && isProduct(module.path) && /\.(test|e2e)\.tsx?$/.test(target.path)
      ? "product code must not import a test"
      : undefined,

  "no-root-barrel": (_module, { target }) =>
    target.kind === "file" && isRootBarrel(target.path) ? `${target.path} is a root barrel` : undefined,
};

/** Every import that breaks a rule of the architecture. */
export function importFindings(graph: ModuleGraph): Finding[] {
  const findings: Finding[] = [];
  for (const module of graph.values()) {
    if (isRootBarrel(module.path)) {
      findings.push({ rule: "no-root-barrel", path: module.path, line: 1, message: "use subpath exports" });
    }
    for (const edge of module.resolved) {
      for (const [rule, broken] of Object.entries(RULES)) {
        const message = broken(module, edge);
        if (message !== undefined) findings.push({ rule, path: module.path, line: edge.line, message });
      }
    }
  }
  return findings;
}

function isRootBarrel(path: string): boolean {
  return /^[a-z]+\/(src\/)?index\.tsx?$/.test(path);
}

function isProductOf(module: GraphModule, name: PackageName): boolean {
  return packageOf(module.path) === name && isProduct(module.path) && !isTest(module.path);
}
