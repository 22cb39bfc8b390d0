import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** Builds the client into `client/dist` with the Vite of the client package. */
export async function buildClient({ root }: { root: string }): Promise<void> {
  const cwd = join(root, "client");
  const vite = spawn(join(cwd, "node_modules", ".bin", "vite"), ["build", "--logLevel", "warn"], {
    cwd,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production" },
  });
  const [code] = await once(vite, "exit");
  if (code !== 0) throw new Error(`vite build ended with ${code}`);
}
