import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepModule } from "./keep-module-paths.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bcs-bundle-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const keep = (code: string) =>
  keepModule({ code, path: join(folder, "db/src/open.ts"), outdir: join(folder, "server/dist") });

describe("keepModule", () => {
  it("points a path relative to the source at the same file from the bundle", () => {
    const { code } = keep(`const folder = new URL("../migrations", import.meta.url);`);
    const [, here] = /new URL\("\.\.\/migrations", (.*)\.href\)/.exec(code) ?? [];
    expect(here).toBe(`new URL("../../db/src/open.ts", import.meta.url)`);
    const bundled = new URL("../../db/src/open.ts", `file://${folder}/server/dist/main.js`);
    expect(new URL("../migrations", bundled).pathname).toBe(`${folder}/db/migrations`);
  });

  it("keeps import.meta.dirname and import.meta.filename those of the source", () => {
    const { code } = keep("export const at = [import.meta.dirname, import.meta.filename];");
    expect(code).not.toContain("import.meta.dirname");
    expect(code).not.toContain("import.meta.filename");
    expect(code.match(/db\/src\/open\.ts/g)).toHaveLength(2);
  });

  it("turns the address of a thread into that of its bundle and reports the thread", () => {
    writeFileSync(join(folder, "writer-thread.ts"), "");
    const { code, threads } = keepModule({
      code: `new Worker(new URL("./writer-thread.ts", import.meta.url), { name: "writer" });`,
      path: join(folder, "open.ts"),
      outdir: join(folder, "dist"),
    });
    expect(code).toBe(`new Worker(new URL("./writer-thread.js", import.meta.url), { name: "writer" });`);
    expect(threads).toEqual([join(folder, "writer-thread.ts")]);
  });

  it("leaves code without import.meta as it is", () => {
    expect(keep("export const one = 1;")).toEqual({ code: "export const one = 1;", threads: [] });
  });
});
