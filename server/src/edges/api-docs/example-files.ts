import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../../platform/paths.ts";

/** The examples that stand beside the service, and what they are sent as. Tests run each of them. */
export const EXAMPLE_FILES = {
  "push.sh": "text/x-shellscript",
  "push.mjs": "text/javascript",
  "push.py": "text/x-python",
  "batch.json": "application/json",
  "verify-receipt.mjs": "text/javascript",
  "follow.py": "text/x-python",
} as const;
export type ExampleFile = keyof typeof EXAMPLE_FILES;

/** Whether there is an example of this name. */
export function isExampleFile(name: string): name is ExampleFile {
  return Object.hasOwn(EXAMPLE_FILES, name);
}

const READ = new Map<ExampleFile, string>();

/** The text of an example; read once. */
export function exampleText(name: ExampleFile): string {
  const text = READ.get(name) ?? readFileSync(join(repositoryRoot(), "server", "examples", name), "utf8");
  READ.set(name, text);
  return text;
}
