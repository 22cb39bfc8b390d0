// `npm test`: frozen install with whatever Node is here, then everything else with Node 24.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { checkLauncher, currentNode, installDependencies, root, toolEnvironment } from "../../server/bin/toolchain.mjs";

checkLauncher();
// Results of an earlier run must never be taken for those of this one.
rmSync(join(root, "test-results"), { recursive: true, force: true });
console.log("· Installing dependencies from the lockfile …");
installDependencies();

const args = [join(root, "tests", "bin", "run-tests.ts"), ...process.argv.slice(2)];
const done = spawnSync(currentNode(), args, { cwd: root, stdio: "inherit", env: toolEnvironment() });
process.exit(done.status ?? 1);
