// `npm start`: install when stale, build when stale, then run the server with Node 24.
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import {
  checkLauncher,
  currentNode,
  fail,
  installDependencies,
  isInstalled,
  root,
  toolEnvironment,
} from "./toolchain.mjs";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
/** A terminal and npm both pass on the same Ctrl-C: copies within this time are one request. */
const SAME_REQUEST_MS = 500;

checkLauncher();
if (!isInstalled()) {
  console.log("· Installing dependencies (first start, or the lockfile changed) …");
  installDependencies();
}
const node = currentNode();
const env = { ...toolEnvironment(), NODE_ENV: process.env.NODE_ENV ?? "production" };

const built = spawnSync(node, [join(root, "server", "bin", "build.ts"), "--if-stale"], {
  cwd: root,
  stdio: "inherit",
  env,
});
if (built.status !== 0) fail("The build failed; the message above says where.");

// A process group of its own: the server gets each signal from here exactly once, also from a terminal.
const server = spawn(
  node,
  ["--enable-source-maps", join(root, "server", "dist", "main.js"), ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env,
    detached: true,
  },
);

let lastForwarded = 0;
for (const signal of SIGNALS) {
  process.on(signal, () => {
    const now = Date.now();
    if (now - lastForwarded < SAME_REQUEST_MS) return;
    lastForwarded = now;
    server.kill(signal);
  });
}

server.on("error", (error) => fail(`The server could not be started: ${error.message}`));
server.on("exit", (code, signal) => {
  if (signal === null) process.exit(code ?? 1);
  for (const name of SIGNALS) process.removeAllListeners(name);
  process.kill(process.pid, signal);
});
