import { createHash } from "node:crypto";
import type { StoredTarget } from "@bochiso/db/repositories/targets";
import { breakdownKey } from "@bochiso/shared/breakdown";
import { canonicalJson } from "@bochiso/shared/json";
import { Target } from "@bochiso/shared/target";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import { checkTarget, type Fault } from "./check-target.ts";
import { problemText } from "./problem-text.ts";
import type { PutTargetsInput, TargetEntry, TargetProblem } from "./target-command.ts";

/** A version that the entries ask for, with the one it follows. */
export interface TargetChange {
  readonly entry: number;
  readonly target: Target;
  readonly retired: boolean;
  readonly reason: string | null;
  readonly before: StoredTarget | null;
}

/** What the entries of a command come to, before anything is written. */
export interface EntryPlan {
  readonly changes: readonly TargetChange[];
  readonly unchanged: readonly string[];
  readonly problems: readonly TargetProblem[];
}

/** What entries are held against: the catalogue and every target there ever was, each by its latest version. */
export interface EntryWorld {
  readonly catalogue: Catalogue;
  readonly stored: ReadonlyMap<string, StoredTarget>;
}

type Finding = TargetChange | { readonly unchanged: string } | readonly Fault[];

/** Judges every entry; faults of all entries are told at once. */
export function planEntries(world: EntryWorld, { entries, onlyNew }: PutTargetsInput): EntryPlan {
  const changes: TargetChange[] = [];
  const unchanged: string[] = [];
  const problems: TargetProblem[] = [];
  const seen = new Set<string>();
  const tell = (entry: number, faults: readonly Fault[]): void => {
    for (const { field, code, ...facts } of faults)
      problems.push({ entry, field, code, text: problemText(code, facts) });
  };
  for (const [entry, given] of entries.entries()) {
    const found = given.kind === "assign" ? assign(world, given, onlyNew) : retire(world, given);
    if (Array.isArray(found)) tell(entry, found);
    else if ("unchanged" in found) unchanged.push(found.unchanged);
    else if ("target" in found) {
      const { id } = found.target;
      if (seen.has(id)) tell(entry, [{ field: "id", code: "target-duplicate-entry", got: id }]);
      seen.add(id);
      changes.push({ ...found, entry });
    }
  }
  for (const { entry, fault } of doubles(world, changes)) tell(entry, [fault]);
  return { changes, unchanged, problems };
}

function assign(
  { catalogue, stored }: EntryWorld,
  { target: given, unit, reason }: Extract<TargetEntry, { kind: "assign" }>,
  onlyNew: boolean,
): Finding {
  const parsed = Target.safeParse(given);
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) => ({
      field: path.join("."),
      code: "target-malformed" as const,
      got: message,
    }));
  }
  const target = parsed.data;
  const before = stored.get(target.id) ?? null;
  if (before !== null && (onlyNew || (!before.retired && sha(target) === before.contentSha256))) {
    return { unchanged: target.id };
  }
  const faults = checkTarget(catalogue, target, unit);
  if (before !== null && cellText(target) !== cellText(before.target)) {
    faults.push({ field: "id", code: "target-cell-changed", got: target.id });
  }
  if (before !== null && isBlank(reason)) faults.push({ field: "reason", code: "reason-required", got: target.id });
  return faults.length > 0 ? faults : { entry: 0, target, retired: false, reason: before && reason, before };
}

function retire({ stored }: EntryWorld, { id, reason }: Extract<TargetEntry, { kind: "retire" }>): Finding {
  const before = stored.get(id);
  if (before === undefined || before.retired) return [{ field: "id", code: "target-unknown", got: id }];
  if (isBlank(reason)) return [{ field: "reason", code: "reason-required", got: id }];
  return { entry: 0, target: before.target, retired: true, reason, before };
}

/** One cell, one target in force: also among the entries of one command. */
function* doubles({ stored }: EntryWorld, changes: readonly TargetChange[]) {
  const retired = new Set(changes.filter((it) => it.retired).map(({ target }) => target.id));
  const holders = new Map<string, string>();
  for (const { target, retired: gone } of stored.values()) {
    if (!gone && !retired.has(target.id)) holders.set(cellText(target), target.id);
  }
  for (const { entry, target, retired: goes } of changes) {
    if (goes) continue;
    const cell = cellText(target);
    const holder = holders.get(cell);
    if (holder !== undefined && holder !== target.id) {
      yield { entry, fault: { field: null, code: "target-double", got: target.by, expected: holder } as const };
    } else holders.set(cell, target.id);
  }
}

/** The cell a target stands for, as text. */
export function cellText({ indicator, area, breakdown, scenario, by }: Target): string {
  return [indicator, area, breakdownKey(breakdown), scenario, by].join("\n");
}

function sha(target: Target): string {
  return createHash("sha256").update(canonicalJson(target)).digest("hex");
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === "";
}
