import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "./finding.ts";

/** What belongs to one machine or one workshop and must not be published. */
const FORBIDDEN: Readonly<Record<string, RegExp>> = {
  "path of one machine": /(?<![\w.-])\/(work\/(main|shared)|root\/|home\/[a-z]\w*\/|Users\/\w+\/)/,
  "file outside the repository": /\.\.\/shared\/(design|law|data)\b/,
};
const TEXT = /\.(tsx?|mjs|cjs|js|json|jsonc|md|ya?ml|css|html|svg|sql|sh|txt)$|(^|\/)(NOTICE|LICENSE|run|\.[a-z]+)$/;
const LARGEST = 1 << 20;

/** Forbidden strings in the text files of the repository. Data above one megabyte is not read. */
export function textFindings({ root, files }: { root: string; files: readonly string[] }): Finding[] {
  const findings: Finding[] = [];
  for (const path of files) {
    if (!TEXT.test(path) || statSync(join(root, path)).size > LARGEST) continue;
    const lines = readFileSync(join(root, path), "utf8").split("\n");
    for (const [what, pattern] of Object.entries(FORBIDDEN)) {
      lines.forEach((text, at) => {
        if (pattern.test(text)) findings.push({ rule: "no-local-paths", path, line: at + 1, message: what });
      });
    }
  }
  return findings;
}
