import { ScopeId } from "@bochiso/shared/screen";
import Database from "better-sqlite3";
import { type SeededScreens, seededScreens } from "../screens/seeded-screens.ts";
import type { Proof, ProofContext, ProofResult } from "./kit/proof-definition.ts";

const GOVERNMENT = ScopeId.parse("cp");
const GOAL = 3;
const GROWTH_GOAL = 1.3;
const ROUNDS = 60;
/** Values of other places stored beside those of the screen, before the second measurement. */
const FILLER = { small: 300_000, full: 5_000_000 };

interface Range {
  seriesId: number;
  from: number;
  to: number;
}

/** One home screen, nothing cached, against the bare indexed reads of the same values, side by side in one run. */
export const proof: Proof = {
  promise: `The Government's home, computed without a cache, takes at most ${GOAL} × the bare indexed reads of the same values, and no more than ${GROWTH_GOAL} × that when many more values are stored.`,
  run: measure,
};

async function measure({ args, log }: ProofContext): Promise<ProofResult> {
  let now = Date.parse("2026-11-22T03:00:00Z");
  const clock = { now: () => new Date(now) };
  const screens = await seededScreens("everything", clock);
  try {
    /** Every call is later than answers are kept, so that none is given twice. */
    const home = async () => {
      now += 60_000;
      return await screens.services.getOverview({ scope: GOVERNMENT });
    };
    const database = new Database(screens.location);
    const { cards, groups } = await home();
    const ranges = await recordedRanges(screens, home);
    const bare = bareReads(database, ranges);
    const perCard = async () => {
      now += 60_000;
      for (const { ref } of cards) await screens.services.getIndicator({ scope: GOVERNMENT, code: ref.indicator });
    };
    log("measuring the screen beside the bare reads");
    const first = await sideBySide(home, bare.run);
    const broken = await sideBySide(perCard, bare.run, 5);
    const filler = args.includes("--full") ? FILLER.full : FILLER.small;
    log(`storing ${filler} values more`);
    fill(database, filler);
    const second = await sideBySide(home, bare.run);
    database.close();
    const ratio = first.measured / first.bare;
    const growth = second.measured / second.bare / ratio;
    return {
      figures: {
        cards: cards.length + groups.flatMap(({ bands }) => bands.flatMap(({ rows }) => rows)).length,
        valuesRead: bare.values,
        snapshotMs: round(first.measured),
        bareReadsMs: round(first.bare),
        ratioToBare: round(ratio),
        goalRatio: GOAL,
        fillerValues: filler,
        ratioToBareAfterFilling: round(second.measured / second.bare),
        growthWithStoredValues: round(growth),
        goalGrowth: GROWTH_GOAL,
      },
      passed: ratio <= GOAL && growth <= GROWTH_GOAL,
      control: { broken: "one query per card instead of one per screen", failed: broken.measured / broken.bare > GOAL },
    };
  } finally {
    await screens.close();
  }
}

/** The ranges of values that one computation of the screen reads. */
async function recordedRanges(screens: SeededScreens, home: () => Promise<unknown>): Promise<Range[]> {
  const before = screens.ranges().length;
  await home();
  return screens.ranges().slice(before);
}

/** The same values by a prepared statement on the same file, in one transaction, nothing else done with them. */
function bareReads(database: Database.Database, ranges: readonly Range[]) {
  const statement = database.prepare(
    "SELECT ordinal, value, status, revision, commit_seq FROM observation WHERE series_id = ? AND ordinal BETWEEN ? AND ?",
  );
  const read = database.transaction((): number =>
    ranges.reduce((sum, { seriesId, from, to }) => sum + statement.all(seriesId, from, to).length, 0),
  );
  return { values: read(), run: () => Promise.resolve(read()) };
}

/** Medians in milliseconds of two works done in turn. */
async function sideBySide(work: () => Promise<unknown>, bare: () => Promise<unknown>, rounds = ROUNDS) {
  const times = { measured: [] as number[], bare: [] as number[] };
  for (let round_ = 0; round_ < rounds; round_ += 1) {
    times.measured.push(await timed(work));
    times.bare.push(await timed(bare));
  }
  return { measured: median(times.measured), bare: median(times.bare) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}

/** Values of other areas: a thousand periods a series. */
function fill(database: Database.Database, values: number): void {
  database.transaction(() => {
    database.exec(`
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${Math.ceil(values / 1000)})
      INSERT INTO series (indicator, area, breakdown_key, scenario, period_type, origin)
      SELECT 'filler.value', 'filler:' || i, '', 'actual', 'day', 'reported' FROM n;
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
      INSERT INTO observation (series_id, ordinal, revision, commit_seq, value, retracted)
      SELECT s.id, n.i, 1, 1, n.i, 0 FROM series s, n WHERE s.indicator = 'filler.value';
    `);
  })();
}
