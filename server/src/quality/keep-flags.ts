import { ownersOf } from "@bochiso/db/repositories/feeds";
import {
  contentOfFlag,
  type FlagContent,
  type FlagStep,
  flagKeyText,
  flagsInRanges,
  indicatorsWithFlags,
  putQualityFlags,
  type StoredFlag,
} from "@bochiso/db/repositories/quality";
import type { Commit, WriteTx } from "@bochiso/db/store";
import { wildcardOf } from "@bochiso/shared/feed";
import { lastDay } from "@bochiso/shared/period";
import { evidenceOf, type QualityFinding, VALUE_CHECKS } from "@bochiso/shared/quality";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { type BrokenCell, isWithin, type JudgedCells, mergedRanges, placeText } from "./judged-cells.ts";

/** Cells whose flags changed, as screens are told. */
export type ChangedPlaces = Record<string, string[]>;

/**
 * Brings the flags of the cells that were judged to what was found: new ones are raised, those that hold no more are
 * resolved, the others stand as somebody left them. Gives the places where a flag changed.
 */
export async function keepFlags(
  tx: WriteTx,
  commit: Commit,
  { catalogue, found }: { readonly catalogue: Catalogue; readonly found: JudgedCells },
): Promise<ChangedPlaces> {
  const { checked, broken } = found;
  const flagged = await indicatorsWithFlags(tx, [...new Set(checked.map((it) => it.indicator))]);
  const known = await storedFlags(
    tx,
    checked.filter(({ indicator }) => flagged.has(indicator)),
  );
  const findings = new Map(broken.map((cell) => [keyOf(cell), cell]));
  const steps: FlagStep[] = [];
  const asked = new Map(checked.map((it) => [`${it.rule.code}|${placeText(it)}`, it.ranges]));
  for (const flag of known) {
    const ranges = asked.get(`${flag.rule}|${placeText({ ...flag, breakdown: flag.breakdownKey })}`);
    if (ranges === undefined || !isWithin(ranges, flag.ordinal)) continue;
    const step = nextStep(flag, findings.get(flagKeyText(flag)) ?? null, commit);
    findings.delete(flagKeyText(flag));
    if (step !== null) steps.push(step);
  }
  steps.push(...(await raise(tx, commit, { catalogue, cells: [...findings.values()] })));
  await putQualityFlags(tx, commit, steps);
  return placesOf(steps);
}

function storedFlags(tx: WriteTx, checked: JudgedCells["checked"]): Promise<StoredFlag[]> {
  const ranges = [...Map.groupBy(checked, placeText).values()].flatMap((own) => {
    const [place] = own;
    if (place === undefined) return [];
    const { indicator, area, breakdown: breakdownKey } = place;
    return mergedRanges(own.flatMap((it) => it.ranges)).map(({ first: from, last: to }) => ({
      indicator,
      area,
      breakdownKey,
      from,
      to,
    }));
  });
  return flagsInRanges(tx, ranges);
}

/** What becomes of a flag; null where it stands as it is. Source: decision 012, point 6. */
export function nextStep(
  stored: StoredFlag,
  cell: BrokenCell | null,
  commit: Pick<Commit, "seq" | "recordedAt">,
): FlagStep | null {
  const flag = contentOfFlag(stored);
  if (cell === null) {
    if (flag.state === "resolved") return null;
    const resolved = { ...flag, state: "resolved", resolvedAt: commit.recordedAt, changedSeq: commit.seq } as const;
    return { kind: "resolved", flag: resolved };
  }
  const evidence = evidenceOf(cell.finding);
  const isSame = evidence === evidenceOf(flag.finding);
  const wasConfirmed = flag.confirmedEvidence === evidence;
  if (flag.state !== "resolved" && (isSame || (flag.state === "confirmed" && wasConfirmed))) return null;
  const { rule, finding } = cell;
  const changed = { ...flag, ruleVersion: rule.version, severity: rule.severity, finding, changedSeq: commit.seq };
  if (flag.state === "open") return { kind: "changed", flag: changed };
  return {
    kind: "reopened",
    flag: {
      ...changed,
      state: wasConfirmed ? "confirmed" : "open",
      raisedSeq: commit.seq,
      raisedAt: commit.recordedAt,
      resolvedAt: null,
    },
  };
}

async function raise(
  tx: WriteTx,
  commit: Commit,
  { catalogue, cells }: { catalogue: Catalogue; cells: readonly BrokenCell[] },
): Promise<FlagStep[]> {
  if (cells.length === 0) return [];
  const owners = await ownersOf(
    tx,
    cells.flatMap(({ indicator, area }) => [
      { indicator, area },
      { indicator, area: wildcardOf(area) },
    ]),
    commit.recordedAt,
  );
  return cells.flatMap(({ rule, indicator, area, breakdown, ordinal, finding }, at) => {
    const periodType = catalogue.definitions.get(indicator)?.periodType;
    if (periodType === undefined) return [];
    const flag: FlagContent = {
      rule: rule.code,
      ruleVersion: rule.version,
      indicator,
      area,
      breakdownKey: breakdown,
      periodType,
      ordinal,
      subject: VALUE_CHECKS.has(rule.check.kind) ? "value" : "delivery",
      severity: rule.severity,
      state: "open",
      feed: owners[2 * at] ?? owners[2 * at + 1] ?? null,
      periodEnd: lastDay({ type: periodType, ordinal }),
      finding,
      confirmedEvidence: null,
      review: null,
      raisedSeq: commit.seq,
      raisedAt: commit.recordedAt,
      changedSeq: commit.seq,
      resolvedAt: null,
    };
    return [{ kind: "raised", flag }];
  });
}

function keyOf({ rule, breakdown, ...cell }: BrokenCell & { finding: QualityFinding }): string {
  return flagKeyText({ ...cell, rule: rule.code, breakdownKey: breakdown });
}

function placesOf(steps: readonly FlagStep[]): ChangedPlaces {
  const places: ChangedPlaces = {};
  for (const { flag } of steps) {
    const areas = places[flag.indicator] ?? [];
    places[flag.indicator] = areas;
    if (!areas.includes(flag.area)) areas.push(flag.area);
  }
  return places;
}
