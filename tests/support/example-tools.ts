import { spawnSync } from "node:child_process";

/** The programs that the examples of clients run with, and the Debian packages that bring them. */
export const EXAMPLE_TOOLS = { curl: "curl", python3: "python3-minimal", openssl: "openssl", gzip: "gzip" } as const;
export type ExampleTool = keyof typeof EXAMPLE_TOOLS;
export const EXAMPLE_TOOL_NAMES: readonly ExampleTool[] = ["curl", "python3", "openssl", "gzip"];

/** The name of a program of the examples. Throws, saying what to install, where it is not there. */
export function exampleTool(tool: ExampleTool): string {
  const version = tool === "openssl" ? "version" : "--version";
  if (spawnSync(tool, [version], { stdio: "ignore" }).status === 0) return tool;
  throw new Error(`${tool} is not there. As root on Debian: apt-get install ${EXAMPLE_TOOLS[tool]}`);
}
