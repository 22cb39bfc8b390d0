import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("Usage: pnpm --filter @bochiso/db migrations <name_of_the_change>");
  process.exit(2);
}
const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const kit = join(folder, "node_modules", ".bin", "drizzle-kit");
for (const dialect of ["sqlite", "postgres"]) {
  const options = ["generate", `--config=drizzle.${dialect}.config.ts`, `--name=${name}`];
  const { status } = spawnSync(kit, options, { cwd: folder, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
