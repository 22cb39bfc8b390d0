import type { ParsedModule } from "./parse-module.ts";

/** A passage of this many telling lines that occurs twice is a copy. */
const WINDOW = 8;
const TELLS_NOTHING = /^[\s{}()[\];,<>/]*$|^(import|export)\b.*\bfrom\b|^\/\/|^\/?\*/;

interface Line {
  readonly path: string;
  readonly text: string;
}

/** Share of telling lines (0–1) that stand in a passage occurring more than once, within a file or between files. */
export function duplicatedShare(modules: readonly ParsedModule[]): number {
  const files = modules.map(tellingLines);
  const total = files.reduce((sum, lines) => sum + lines.length, 0);
  const places = new Map<string, { file: number; at: number }[]>();
  files.forEach((lines, file) => {
    for (let at = 0; at + WINDOW <= lines.length; at++) {
      const passage = lines.slice(at, at + WINDOW).map((line) => line.text);
      const key = passage.join("\n");
      const known = places.get(key);
      if (known) known.push({ file, at });
      else places.set(key, [{ file, at }]);
    }
  });
  const copied = new Set<string>();
  for (const found of places.values()) {
    if (found.length < 2) continue;
    for (const { file, at } of found)
      for (let offset = 0; offset < WINDOW; offset++) copied.add(`${file}:${at + offset}`);
  }
  return total === 0 ? 0 : copied.size / total;
}

function tellingLines({ path, code }: ParsedModule): Line[] {
  const lines = code.split("\n").map((text) => ({ path, text: text.trim() }));
  return lines.filter(({ text }) => !TELLS_NOTHING.test(text));
}
