// Plain JavaScript for whatever Node is on the machine (18 or later): it brings the Node the system runs on.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const PNPM = "pnpm@12.21.0";
const REQUIRED_MAJOR = 24;
const MANIFESTS = ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json"].concat(
  ["shared", "db", "seed", "server", "client", "tests"].map((name) => `${name}/package.json`),
);

/** Root of the checkout. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const stamp = join(root, "node_modules", ".bochiso-install");

/** Ends the process with an explanation a person can act on. */
export function fail(message) {
  console.error(`\n✗ ${message}\n`);
  process.exit(1);
}

/** Refuses a launcher too old even to start. */
export function checkLauncher() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 18) {
    fail(
      `Node ${process.versions.node} is too old to start the system. Install Node 18 or later (Debian 12: apt-get install nodejs npm).`,
    );
  }
}

function manifestHash() {
  const hash = createHash("sha256");
  for (const path of MANIFESTS) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest("hex");
}

/** True when node_modules was installed from exactly these manifests and this lockfile. */
export function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === manifestHash();
}

/** Installs what the lockfile says, nothing else. */
export function installDependencies() {
  const args = ["-y", PNPM, "install", "--frozen-lockfile"];
  // CI=true: pnpm must never stop to ask a question.
  const env = { ...process.env, CI: "true", npm_config_loglevel: "error" };
  const done = spawnSync("npx", args, { cwd: root, stdio: "inherit", env });
  if (done.error) fail(`npx could not be started (${done.error.message}). Install npm (Debian: apt-get install npm).`);
  if (done.status !== 0) {
    fail(
      "The dependencies could not be installed. Check that the npm registry can be reached (npm ping) and that " +
        "pnpm-lock.yaml is unchanged, then try again.",
    );
  }
  writeFileSync(stamp, manifestHash());
}

/** Path of a Node of at least version 24: the pinned one, else the one running this file. */
export function currentNode() {
  const pinned = join(root, "node_modules", ".bin", "node");
  if (existsSync(pinned)) return pinned;
  const major = Number(process.versions.node.split(".")[0]);
  if (major >= REQUIRED_MAJOR) return process.execPath;
  return fail(
    `Node ${REQUIRED_MAJOR} is needed and this machine (${process.platform} ${process.arch}) has only ` +
      `${process.versions.node}. Install Node ${REQUIRED_MAJOR} or later and start again.`,
  );
}

/** Environment in which every child finds that Node and the project's tools first. */
export function toolEnvironment() {
  return { ...process.env, PATH: `${join(root, "node_modules", ".bin")}:${process.env.PATH ?? ""}` };
}
