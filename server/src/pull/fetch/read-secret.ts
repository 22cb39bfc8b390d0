import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PullSecret } from "@bochiso/shared/pull";
import type { Config } from "../../config/env.ts";
import { pullFault } from "../pull-fault.ts";

/** The folder of the data directory that holds secrets of sources, one a file. */
const FOLDER = "pull-secrets";

/** Where secrets are looked for. */
export type SecretPlaces = Pick<Config, "pullSecrets" | "dataDir">;

/** The header that a secret makes; empty without one. Throws `pull-secret-missing`. */
export function secretHeader(secret: PullSecret | undefined, places: SecretPlaces): Readonly<Record<string, string>> {
  if (secret === undefined) return {};
  const value = readSecret(secret, places);
  switch (secret.kind) {
    case "bearer":
      return { authorization: `Bearer ${value}` };
    case "basic":
      return { authorization: `Basic ${Buffer.from(value).toString("base64")}` };
    case "header":
      return { [(secret.name ?? "").toLowerCase()]: value };
  }
}

/** Read anew for each run, so that it can be changed without a restart. */
function readSecret({ env, file }: PullSecret, { pullSecrets, dataDir }: SecretPlaces): string {
  const where = env ?? `${FOLDER}/${file}`;
  const found = (env === undefined ? readFileOf(join(dataDir, FOLDER, file ?? "")) : pullSecrets[env])?.trim() ?? "";
  // A line break within would be another header.
  if (found === "" || /[\r\n\0]/.test(found)) throw pullFault("pull-secret-missing", { where });
  return found;
}

function readFileOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
