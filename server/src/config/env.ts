import { resolve } from "node:path";
import { z } from "zod";

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

const Env = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z
    .string()
    .default("127.0.0.1")
    .refine((host) => LOOPBACK.test(host), {
      error: "Only a loopback address (127.0.0.1, ::1, localhost) is accepted until sign-in exists.",
    }),
  BOCHISO_DATA_DIR: z.string().min(1).default("./data"),
  BOCHISO_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, { error: "Expected postgres://…; leave it out for SQLite in the data directory." })
    .optional(),
  BOCHISO_DEMO: z.enum(["1", "real", "0"], { error: "Expected 1, real or 0." }).default("1"),
  BOCHISO_SIMULATOR: z.enum(["0", "1"], { error: "Expected 0 or 1." }).default("1"),
  BOCHISO_REQUESTS_PER_SECOND: z.coerce.number().int().min(1).max(1_000_000).default(200),
  BOCHISO_STORAGE_FLOOR_MB: z.coerce.number().int().min(0).max(10_000_000).default(512),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

/** The settings of one instance; nothing else is read from the environment. */
export interface Config {
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string | null;
  demo: "1" | "real" | "0";
  /** Whether the fictional province goes on sending while the process runs; only in a full demonstration. */
  simulator: boolean;
  /** Submissions of one key, on average. */
  requestsPerSecond: number;
  /** Free space below which nothing new is written. */
  storageFloorBytes: number;
  logLevel: z.infer<typeof Env>["LOG_LEVEL"];
  /** Secrets of pulled sources, by the name of their variable: read from no other variable. */
  pullSecrets: Readonly<Record<string, string | undefined>>;
}

/** A setting that cannot work; the message names it and says what would. */
export class ConfigError extends Error {}

/** Reads the settings from environment variables; empty ones count as absent. Throws `ConfigError`. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = Env.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new ConfigError(`Settings that cannot work / Thiết lập không dùng được:\n${lines.join("\n")}`);
  }
  const env = parsed.data;
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: resolve(env.BOCHISO_DATA_DIR),
    databaseUrl: env.BOCHISO_DATABASE_URL ?? null,
    demo: env.BOCHISO_DEMO,
    simulator: env.BOCHISO_SIMULATOR === "1" && env.BOCHISO_DEMO === "1",
    requestsPerSecond: env.BOCHISO_REQUESTS_PER_SECOND,
    storageFloorBytes: env.BOCHISO_STORAGE_FLOOR_MB * 1024 * 1024,
    logLevel: env.LOG_LEVEL,
    pullSecrets: Object.fromEntries(Object.entries(given).filter(([name]) => name.startsWith("BOCHISO_PULL_"))),
  };
}
