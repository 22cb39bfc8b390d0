import { execFileSync } from "node:child_process";

export interface UnprivilegedUser {
  readonly uid: number;
  readonly gid: number;
}

const CANDIDATES = ["postgres", "nobody"] as const;

/** The user PostgreSQL is run as: it refuses root. Undefined when this process is not root and needs no change. */
export function unprivilegedUser(): UnprivilegedUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of CANDIDATES) {
    try {
      const [, , uid, gid] = execFileSync("getent", ["passwd", name], { encoding: "utf8" }).split(":");
      return { uid: Number(uid), gid: Number(gid) };
    } catch {
      // Not on this machine: try the next one.
    }
  }
  throw new Error(`PostgreSQL does not run as root and none of the users ${CANDIDATES.join(", ")} exists.`);
}
