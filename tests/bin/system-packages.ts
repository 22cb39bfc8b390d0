import { execFileSync, spawnSync } from "node:child_process";
import { chromiumPath } from "../support/chromium.ts";
import { EXAMPLE_TOOL_NAMES, EXAMPLE_TOOLS, exampleTool } from "../support/example-tools.ts";
import { postgresBinaries } from "../support/postgres-binaries.ts";

interface SystemPackage {
  /** Debian packages that provide it, best first. */
  readonly debian: readonly string[];
  readonly find: () => string;
}

const NEEDED: readonly SystemPackage[] = [
  { debian: ["chromium"], find: () => chromiumPath() },
  { debian: ["postgresql-15", "postgresql"], find: () => postgresBinaries() },
  ...EXAMPLE_TOOL_NAMES.map((tool) => ({ debian: [EXAMPLE_TOOLS[tool]], find: () => exampleTool(tool) })),
];

/** Brings the browser, the database server and the programs of the examples that the tests need; false, with instructions printed, when it cannot. */
export function installSystemPackages(): boolean {
  const missing = NEEDED.filter((each) => !isThere(each));
  if (missing.length === 0) return true;
  const wanted = missing.map(({ debian }) => debian[0]).join(" ");
  if (process.getuid?.() !== 0 || !hasAptGet()) {
    console.error(`✗ The tests need ${wanted}. As root on Debian: apt-get update && apt-get install ${wanted}`);
    return false;
  }
  console.log(`· Installing ${wanted} with apt-get …`);
  apt("update");
  for (const { debian } of missing) {
    if (!debian.some((name) => apt("install", "--yes", "--no-install-recommends", name))) {
      console.error(`✗ apt-get could not install ${debian.join(" or ")}; its messages are above.`);
    }
  }
  return missing.every(isThere);
}

function isThere({ find }: SystemPackage): boolean {
  try {
    find();
    return true;
  } catch {
    return false;
  }
}

function hasAptGet(): boolean {
  try {
    execFileSync("apt-get", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function apt(...args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync("apt-get", ["--quiet", ...args], { stdio: ["ignore", "inherit", "inherit"], env }).status === 0;
}
