import { fromValue } from "@bochiso/db/repositories/observations";
import { AreaCode } from "@bochiso/shared/area";
import type { BreakdownKey } from "@bochiso/shared/breakdown";
import { IndicatorCode } from "@bochiso/shared/indicator";
import { missingValue } from "@bochiso/shared/observation";
import { type FullCell, FullRecompute } from "./full-recompute.ts";
import { FAULTY_ROW, type History, rowsOf } from "./history.ts";
import { type Replica, type StoredCell, saidOf } from "./replica.ts";
import { type SentContent, SentValues } from "./sent-values.ts";

/** What was found in one history. */
export interface Outcome {
  readonly pushes: number;
  readonly refused: number;
  readonly rows: number;
  readonly computedCells: number;
  /** Computed cells by how they came about. */
  readonly ways: Readonly<Record<string, number>>;
  /** Computed cells that hold an error. */
  readonly errors: number;
  /** In words, at most some; none where everything is equal. */
  readonly differences: readonly string[];
}

const MOST_TOLD = 12;

/** Plays a history into every replica, and compares each with a full recompute and with the others, to the last bit. */
export async function checkHistory(replicas: readonly Replica[], history: History): Promise<Outcome> {
  const sent = new SentValues();
  const tally = { pushes: 0, refused: 0, rows: 0 };
  const differences: string[] = [];
  await Promise.all(replicas.map((replica) => replica.reset()));
  for (const step of history.steps) {
    const made = rowsOf(history, step, sent);
    if (made.length === 0) continue;
    const rows = [...made.map(({ row }) => row), ...(step.faulty ? [FAULTY_ROW] : [])];
    const answers = await Promise.all(replicas.map((replica) => replica.push(rows)));
    for (const answer of answers) {
      if ((answer.kind === "stored") === step.faulty) throw new Error(`unexpected: ${JSON.stringify(answer)}`);
    }
    tally.pushes += 1;
    tally.refused += step.faulty ? 1 : 0;
    if (step.faulty) continue;
    tally.rows += made.length;
    for (const { cell, content } of made) sent.put(cell, content);
  }
  const [first] = replicas;
  if (first === undefined) throw new Error("no database to check");
  const full = new FullRecompute(await first.catalogue(), sent);
  const stored = await Promise.all(replicas.map((replica) => replica.cells()));
  for (const [at, cells] of stored.entries()) {
    differences.push(...compare(replicas[at]?.name ?? "?", cells, { sent, full }));
  }
  differences.push(...(await betweenReplicas(replicas, stored)));
  const computed = (stored[0] ?? []).filter(({ origin }) => origin === "computed");
  return { ...tally, ...summary(computed), differences: differences.slice(0, MOST_TOLD) };
}

function summary(computed: readonly StoredCell[]): Pick<Outcome, "computedCells" | "ways" | "errors"> {
  const ways: Record<string, number> = {};
  let errors = 0;
  for (const { said } of computed) {
    const [, , , error, , way]: unknown[] = JSON.parse(said);
    ways[String(way)] = (ways[String(way)] ?? 0) + 1;
    if (error !== null) errors += 1;
  }
  return { computedCells: computed.length, ways, errors };
}

/** Every stored cell against what it should say, and every cell that should be stored. */
export function compare(
  name: string,
  stored: readonly StoredCell[],
  { sent, full }: { sent: SentValues; full: FullRecompute },
): string[] {
  const expected = new Map<string, string>();
  for (const { cell, content } of sent.cells.values()) {
    const { indicator, area, breakdown, scenario, period } = cell;
    const key = `${indicator}|${area}|${breakdown}|${scenario}|${period.type}|reported|${period.ordinal}`;
    expected.set(key, saidBySource(content));
  }
  for (const [key, cell] of full.live) expected.set(key, saidByFull(cell));
  const differences: string[] = [];
  for (const { key, said } of stored) {
    // What was there once and is no more is stored as an absence.
    const should = expected.get(key) ?? lapsed(full, key);
    if (should !== said) differences.push(`${name} ${key}: stored ${said}, should be ${should ?? "nothing"}`);
    expected.delete(key);
  }
  for (const [key, said] of expected) differences.push(`${name} ${key}: not stored, should be ${said}`);
  return differences;
}

const NOT_REPORTED = missingValue("not-reported");

function lapsed(full: FullRecompute, key: string): string | null {
  const [indicator = "", area = "", breakdown = "", , , origin, ordinal] = key.split("|");
  if (origin !== "computed") return null;
  const address = { indicator: IndicatorCode.parse(indicator), area: AreaCode.parse(area) };
  const cell = full.at({ ...address, breakdown: breakdown as BreakdownKey }, Number(ordinal));
  if (cell === null)
    return saidByFull({ value: NOT_REPORTED, status: null, live: false, way: "formula", coverage: null });
  const value = cell.value.kind === "number" ? NOT_REPORTED : cell.value;
  return saidByFull({ ...cell, value });
}

function saidBySource({ value, status, retracted }: SentContent): string {
  return saidOf({ ...EMPTY, ...fromValue(value), status, retracted: retracted ? 1 : 0 });
}

function saidByFull({ value, status, live, way, coverage }: FullCell): string {
  return saidOf({
    ...EMPTY,
    ...fromValue(value),
    status: live ? status : null,
    retracted: live ? 0 : 1,
    way,
    coverageHave: coverage?.have ?? null,
    coverageOf: coverage?.of ?? null,
    coverageWeight: coverage?.weightShare ?? null,
  });
}

const EMPTY = { retracted: 0, way: null, coverageHave: null, coverageOf: null, coverageWeight: null };

/** Both databases say the same in every cell and every superseded revision. */
async function betweenReplicas(replicas: readonly Replica[], stored: readonly StoredCell[][]): Promise<string[]> {
  const [first, ...others] = stored.map((cells) => cells.map(({ key, said }) => `${key} ${said}`).join("\n"));
  const differences = others.flatMap((cells) => (cells === first ? [] : ["the databases hold different cells"]));
  const [history, ...others2] = await Promise.all(
    replicas.map(async (replica) => (await replica.revisions()).join("\n")),
  );
  return [
    ...differences,
    ...others2.flatMap((it) => (it === history ? [] : ["the databases hold different revisions"])),
  ];
}
