import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "./env.ts";

describe("readConfig", () => {
  it("has defaults for everything", () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      databaseUrl: null,
      demo: "1",
      requestsPerSecond: 200,
      storageFloorBytes: 512 * 1024 * 1024,
      pullSecrets: {},
      logLevel: "info",
    });
  });

  it.each(["0.0.0.0", "192.168.1.5", "::", "example.vn"])("refuses the address %s until sign-in exists", (HOST) => {
    expect(() => readConfig({ HOST })).toThrow(/HOST.*loopback/s);
  });

  it("names every setting that cannot work", () => {
    const read = () => readConfig({ PORT: "eighty", BOCHISO_DEMO: "yes", BOCHISO_DATABASE_URL: "mysql://x" });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/PORT[\s\S]*BOCHISO_DATABASE_URL[\s\S]*BOCHISO_DEMO/);
  });
});
