import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { configOfSystem } from "./config-of-system.ts";

it("names the folder in which there is no database, and makes none", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "no-system-"));
  try {
    const env = { BOCHISO_DATA_DIR: dataDir };
    expect(() => configOfSystem(env)).toThrow(join(dataDir, "bochiso.db"));
    writeFileSync(join(dataDir, "bochiso.db"), "");
    expect(configOfSystem(env).dataDir).toBe(dataDir);
    expect(
      configOfSystem({ BOCHISO_DATA_DIR: "/nowhere", BOCHISO_DATABASE_URL: "postgres://host/db" }).databaseUrl,
    ).toBe("postgres://host/db");
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});
