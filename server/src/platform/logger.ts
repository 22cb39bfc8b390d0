import { type Logger, pino } from "pino";

/** Structured log on standard output: one JSON object a line; credentials and bodies never reach it. */
export function createLogger(options: { level: string }): Logger {
  return pino({
    level: options.level,
    base: { app: "bochiso" },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: ["authorization", "headers.authorization", "req.headers.authorization", "key", "secret"],
      censor: "[redacted]",
    },
  });
}

export type { Logger };
