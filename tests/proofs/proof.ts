import { fileURLToPath } from "node:url";
import { runProof } from "./kit/run-proof.ts";

/** `pnpm proof <name>`: one promise, measured, as one JSON line on standard output. */
const [name, ...args] = process.argv.slice(2);
const folder = fileURLToPath(new URL(".", import.meta.url));
const { exitCode, output } = await runProof({ folder, name, args, log: (message) => console.error(`· ${message}`) });
console.log(output);
process.exitCode = exitCode;
