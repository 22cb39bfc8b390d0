import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqliteStore, type Store } from "@bochiso/db/store";
import Database from "better-sqlite3";
import { createPush, type PushRows, type SentRow } from "../support/calculation/push-rows.ts";
import { saveCatalogue } from "../support/calculation/save-catalogue.ts";
import {
  aRow,
  COMMUNES,
  communeCode,
  everyCommune,
  NATION,
  provinceCode,
  SIMULATED_COUNTRY,
} from "../support/calculation/simulated-country.ts";
import type { Proof, ProofContext, ProofResult } from "./kit/proof-definition.ts";
import { addHistory, storedCells } from "./kit/stored-history.ts";

const GOAL = 2;
const SMALL = 10_000;
const LARGE = { full: 10_000_000, small: 1_000_000 };
const ROUNDS = 40;
const WARM_UP = 8;

/** Months that are changed; the invented past lies elsewhere. */
const MONTH = "2025-09";
const CHANGED_PLACE = communeCode(7);

/** A change of one value, by what depends on it. */
interface Change {
  readonly name: string;
  readonly row: (value: number) => SentRow;
}
const ROLL_UP: Change = { name: "rollUp", row: (value) => aRow("s.value", CHANGED_PLACE, MONTH, value) };
const CHANGES: readonly Change[] = [
  { name: "one", row: (value) => aRow("one.value", CHANGED_PLACE, MONTH, value) },
  { name: "windows", row: (value) => aRow("w.value", CHANGED_PLACE, "2024-03", value) },
  { name: "rank", row: (value) => aRow("rank.value", provinceCode(7), MONTH, value) },
  ROLL_UP,
  { name: "constant", row: (value) => aRow("fixed.factor", CHANGED_PLACE, "2020-01-01", value) },
];

/** What one changed value costs beside few and many stored values, side by side in one run. */
export const proof: Proof = {
  promise: `One changed value costs at most ${GOAL} × as much beside 10 million stored values as beside 10 thousand, whatever depends on it, and a nation of ${COMMUNES} communes changes in the same write as the commune.`,
  run: async (context) => {
    const folder = mkdtempSync(join(tmpdir(), "bochiso-recompute-"));
    try {
      return await measure(folder, context);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

interface World {
  readonly location: string;
  readonly store: Store;
  readonly push: PushRows;
  readonly cells: number;
}

async function measure(folder: string, { args, log }: ProofContext): Promise<ProofResult> {
  const wanted = args.includes("--small") ? LARGE.small : LARGE.full;
  const few = join(folder, "few.db");
  const many = join(folder, "many.db");
  log(`a country of ${COMMUNES} communes with about ${SMALL} values`);
  await fill(few);
  copyFileSync(few, many);
  log(`the same with ${wanted} values`);
  // A constant is in force for every later month: more months of its place would be more affected cells.
  addHistory(many, {
    cells: wanted,
    except: ["fixed.value", "fixed.factor", "fixed.product"],
    area: CHANGED_PLACE,
  });
  const worlds = [await openWorld(few), await openWorld(many)] as const;
  try {
    const costs = new Map<string, Cost>();
    for (const change of CHANGES) {
      log(`changing one value: ${change.name}`);
      costs.set(change.name, await sideBySide(worlds, change));
    }
    log("control: the same after looking through all stored values of the indicator");
    const control = await sideBySide(worlds, { ...ROLL_UP, name: "control" }, readThrough);
    const isWhole = await changesInOneWrite(worlds[1]);
    return resultOf({ worlds, costs, control, isWhole });
  } finally {
    for (const { store } of worlds) await store.close();
  }
}

/** A month of every commune, two years of one of them, and what the other changes reach. */
async function fill(location: string): Promise<void> {
  const store = await openSqliteStore({ databaseFile: location });
  await saveCatalogue(store, SIMULATED_COUNTRY);
  const push = createPush(store, { keyPrefix: "fill" });
  const months = Array.from({ length: 60 }, (_, at) => monthId(2021 * 12 + at));
  const rows: SentRow[] = [
    ...everyCommune("s.value", MONTH),
    ...everyCommune("s.base", MONTH),
    ...months.slice(24, 56).map((month) => aRow("w.value", CHANGED_PLACE, month, 5)),
    aRow("one.value", CHANGED_PLACE, MONTH, 1),
    ...Array.from({ length: 34 }, (_, at) => aRow("rank.value", provinceCode(at), MONTH, at)),
    aRow("fixed.factor", CHANGED_PLACE, "2020-01-01", 2),
    ...months.map((month) => aRow("fixed.value", CHANGED_PLACE, month, 3)),
    ...everyCommune("fixed.value", MONTH).slice(100, 300),
  ];
  const answer = await push(rows);
  if (answer.kind !== "stored") throw new Error(`the country was refused: ${JSON.stringify(answer)}`);
  await store.close();
}

function monthId(ordinal: number): string {
  return `${Math.floor(ordinal / 12)}-${String((ordinal % 12) + 1).padStart(2, "0")}`;
}

async function openWorld(location: string): Promise<World> {
  const store = await openSqliteStore({ databaseFile: location });
  return { location, store, push: createPush(store, { keyPrefix: "measure" }), cells: storedCells(location) };
}

interface Cost {
  readonly fewMs: number;
  readonly manyMs: number;
  readonly computedCells: number;
}

/** Medians of the same change in both worlds by turns. `before` is done as a part of it. */
async function sideBySide(
  worlds: readonly [World, World],
  change: Change,
  before: (world: World) => void = () => undefined,
): Promise<Cost> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const at of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      // Now above and now below all others, so that every rank changes.
      const row = { ...change.row((round % 2 === 0 ? 1 : -1) * (1_000 + round)), note: "thử" };
      const started = performance.now();
      before(worlds[at]);
      const answer = await worlds[at].push([row]);
      const took = performance.now() - started;
      if (answer.kind !== "stored") throw new Error(`refused: ${JSON.stringify(answer)}`);
      if (round >= WARM_UP) times[at].push(took);
    }
  }
  const [few, many] = worlds.map(computedInLastCommit);
  if (few === undefined || few !== many)
    throw new Error(`${change.name} reached ${few} cells, but ${many} beside many`);
  return { fewMs: median(times[0]), manyMs: median(times[1]), computedCells: few };
}

function computedInLastCommit({ location }: World): number {
  const sql = `SELECT count(*) AS n FROM observation o JOIN series s ON s.id = o.series_id
    WHERE s.origin = 'computed' AND o.commit_seq = (SELECT seq FROM commit_counter)`;
  return rowOf<{ n: number }>(location, sql)?.n ?? 0;
}

/** What a planner does that finds how far series reach by reading them. */
function readThrough({ location }: World): void {
  rowOf(
    location,
    `SELECT count(*) AS n FROM (SELECT min(o.ordinal), max(o.ordinal) FROM series s JOIN observation o ON o.series_id = s.id
     WHERE s.indicator = 's.value' GROUP BY s.id)`,
  );
}

/** Whether the nation is the sum of its communes, by the commit that changed one of them. */
async function changesInOneWrite(world: World): Promise<boolean> {
  await world.push([{ ...aRow("s.value", CHANGED_PLACE, MONTH, 77), note: "thử" }]);
  const found = rowOf<{ sum: number; nation: number; seqs: number }>(
    world.location,
    `WITH month AS (SELECT s.area, s.origin, o.value, o.commit_seq FROM series s JOIN observation o ON o.series_id = s.id
       WHERE s.indicator = 's.value' AND o.ordinal = ${2025 * 12 + 8})
     SELECT (SELECT sum(value) FROM month WHERE origin = 'reported') AS "sum",
       (SELECT value FROM month WHERE area = '${NATION}') AS "nation",
       (SELECT count(DISTINCT commit_seq) FROM month WHERE area IN ('${NATION}', '${CHANGED_PLACE}')) AS "seqs"`,
  );
  return found !== undefined && found.sum === found.nation && found.seqs === 1;
}

function rowOf<Row>(location: string, sql: string): Row | undefined {
  const database = new Database(location, { readonly: true });
  try {
    return database.prepare<[], Row>(sql).get();
  } finally {
    database.close();
  }
}

function resultOf(found: {
  worlds: readonly [World, World];
  costs: ReadonlyMap<string, Cost>;
  control: Cost;
  isWhole: boolean;
}): ProofResult {
  const { worlds, costs, control, isWhole } = found;
  const ratios = [...costs.values()].map(ratioOf);
  const each = [...costs].flatMap(([name, cost]) => [
    [`${name}Cells`, cost.computedCells],
    [`${name}FewMs`, round(cost.fewMs)],
    [`${name}ManyMs`, round(cost.manyMs)],
    [`${name}Ratio`, round(ratioOf(cost))],
  ]);
  return {
    figures: {
      storedFew: worlds[0].cells,
      storedMany: worlds[1].cells,
      ...Object.fromEntries(each),
      worstRatio: round(Math.max(...ratios)),
      goalRatio: GOAL,
      communesOfTheNation: COMMUNES,
      nationChangesWithTheCommune: isWhole,
      controlRatio: round(ratioOf(control)),
    },
    passed: ratios.every((ratio) => ratio <= GOAL) && isWhole,
    control: {
      broken: "planning reads through the stored values of the indicator",
      failed: ratioOf(control) > GOAL,
    },
  };
}

function ratioOf({ fewMs, manyMs }: Cost): number {
  return manyMs / fewMs;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
