import { parseBreakdownKey, TOTAL_KEY } from "@bochiso/shared/breakdown";
import type { ObservationStatus, Scenario } from "@bochiso/shared/observation";
import { firstDay, lastDay, type PeriodType, periodId } from "@bochiso/shared/period";
import fc from "fast-check";
import type { SentRow } from "../../support/calculation/push-rows.ts";
import type { SentCell, SentContent, SentValues, Wish } from "./sent-values.ts";
import { BREAKDOWNS, INPUT_CODES, LEAVES, SENT_PERIODS, WORLD } from "./world.ts";

/** A row before it is known what it may say. Numbers choose among what is possible. */
interface RawRow {
  /** A cell that something was sent to before, as far as there is one: revisions and retractions. */
  readonly again: number | null;
  readonly indicator: number;
  readonly area: number;
  readonly breakdown: number;
  readonly scenario: Scenario;
  readonly period: number;
  readonly wish: Wish;
}

/** One submission; a faulty one is refused whole and must leave no trace. */
export interface Step {
  readonly rows: readonly RawRow[];
  /** Indicators and periods of which every unit sends a value at once, so that wholes are whole. */
  readonly dense: readonly { readonly indicator: number; readonly period: number; readonly salt: number }[];
  readonly faulty: boolean;
}

/** Steps over a few indicators, so that they meet the same cells again. */
export interface History {
  readonly indicators: readonly string[];
  readonly areas: readonly number[];
  /** Choices among the periods that are sent: neighbours, and the same months of two years. */
  readonly periods: readonly number[];
  readonly steps: readonly Step[];
}

const AREAS = WORLD.areas;
const DEFINITIONS = new Map(WORLD.definitions.map((definition) => [definition.code as string, definition]));
/** Numbers whose sums and quotients show every careless rounding, order of addition or zero. */
const NUMBERS = [
  "0",
  "1",
  "2",
  "3",
  "5",
  "7",
  "9",
  "-2",
  "0.1",
  "0.2",
  "0.7",
  "1234567.89",
  "100000000000000.3",
  "0.0001",
];
const FIRM: readonly ObservationStatus[] = ["A", "P", "E", "F"];

const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.oneof(
    { weight: 7, arbitrary: fc.constant("number" as const) },
    { weight: 1, arbitrary: fc.constant("missing" as const) },
    { weight: 2, arbitrary: fc.constant("retract" as const) },
  ),
  text: fc.constantFrom(...NUMBERS),
  status: fc.constantFrom(...FIRM),
});

const rawRow: fc.Arbitrary<RawRow> = fc.record({
  again: fc.option(fc.nat(999), { freq: 2 }),
  indicator: fc.nat(99),
  area: fc.nat(99),
  breakdown: fc.oneof(fc.constant(0), fc.nat(99)),
  scenario: fc.oneof(
    { weight: 9, arbitrary: fc.constant("actual" as const) },
    fc.constantFrom("target" as const, "plan" as const),
  ),
  period: fc.nat(99),
  wish,
});

const denseFill = fc.record({ indicator: fc.nat(99), period: fc.nat(99), salt: fc.nat(9) });

/** Late values, revisions, retractions, absences with reasons, zeros, plans and targets, in any order. */
export const history: fc.Arbitrary<History> = fc.record({
  indicators: fc.oneof(
    fc.uniqueArray(fc.constantFrom(...INPUT_CODES), { minLength: 2, maxLength: 6 }),
    fc
      .uniqueArray(fc.constantFrom(...INPUT_CODES), { minLength: 1, maxLength: 4 })
      .map((some) => [...some, "t.x", "t.y"]),
  ),
  areas: fc.uniqueArray(fc.nat(AREAS.length - 1), { minLength: 2, maxLength: 6 }),
  periods: fc.constantFrom([0, 3], [1, 4], [2, 3, 4], [3, 4, 5], [0, 1, 3, 4], [0, 1, 2, 3, 4, 5, 6]),
  steps: fc.array(
    fc.record({
      rows: fc.array(rawRow, { maxLength: 10, size: "max" }),
      dense: fc.oneof(fc.constant([]), fc.array(denseFill, { maxLength: 3 })),
      faulty: fc.oneof({ weight: 11, arbitrary: fc.constant(false) }, fc.constant(true)),
    }),
    { minLength: 2, maxLength: 8, size: "max" },
  ),
});

/** A row as sent, with what it puts into its cell. */
export interface MadeRow {
  readonly row: SentRow;
  readonly cell: SentCell;
  readonly content: SentContent;
}

/** The rows of a step as they may be sent now: each cell once, each in a unit that existed then. */
export function rowsOf(
  { indicators, areas, periods }: Omit<History, "steps">,
  step: Step,
  sent: SentValues,
): MadeRow[] {
  const made = new Map<string, MadeRow>();
  const add = (cell: SentCell | null, own: Wish): void => {
    if (cell === null) return;
    const content = sent.allow(cell, own);
    made.set(JSON.stringify(cell), { row: asSent(cell, content), cell, content });
  };
  for (const { indicator: choice, period: at, salt } of step.dense) {
    const [indicator, period] = [pick(indicators, choice), pick(periods, at)];
    for (const [unit, area] of LEAVES.entries()) {
      const text = pick(NUMBERS, unit * 5 + salt * 3 + period);
      const cell = cellOf({ indicator, area, breakdown: TOTAL_KEY, scenario: "actual", period });
      add(cell, { kind: "number", text, status: pick(FIRM, unit + salt) });
    }
  }
  const known = [...sent.cells.values()];
  for (const { again, indicator: choice, area, breakdown, scenario, period, wish: own } of step.rows) {
    if (again !== null && known.length > 0) {
      add(pick(known, again).cell, own);
      continue;
    }
    const indicator = pick(indicators, choice);
    const declared = new Set(DEFINITIONS.get(indicator)?.breakdowns.map(({ dimension }) => dimension));
    const keys = BREAKDOWNS.toReversed().filter((key) =>
      Object.keys(parseBreakdownKey(key)).every((dimension) => declared.has(dimension)),
    );
    const at = pick(AREAS, pick(areas, area)).code;
    add(
      cellOf({ indicator, area: at, breakdown: pick(keys, breakdown), scenario, period: pick(periods, period) }),
      own,
    );
  }
  return [...made.values()];
}

function pick<T>(all: readonly T[], choice: number): T {
  const found = all[choice % all.length];
  if (found === undefined) throw new Error("nothing to choose from");
  return found;
}

function cellOf(raw: Omit<SentCell, "period"> & { readonly period: number }): SentCell | null {
  const definition = DEFINITIONS.get(raw.indicator);
  if (definition === undefined) return null;
  // An annual plan or target stands for the months of its year.
  const isCoarse = raw.scenario !== "actual" && definition.periodType === "month" && raw.period % 2 === 0;
  const type: PeriodType = isCoarse ? "year" : definition.periodType;
  const ordinals = SENT_PERIODS[type] ?? [];
  const ordinal = ordinals[raw.period % ordinals.length];
  if (ordinal === undefined) return null;
  const cell = { ...raw, period: { type, ordinal } };
  return wasThere(cell) ? cell : null;
}

/** Whether the unit existed on some day of the period. */
function wasThere({ area, period }: SentCell): boolean {
  const unit = AREAS.find(({ code }) => code === area);
  if (unit === undefined) return false;
  const { validFrom, validTo } = unit;
  return (validFrom ?? "0") <= lastDay(period) && (validTo ?? "9") >= firstDay(period);
}

function asSent({ indicator, area, breakdown, scenario, period }: SentCell, content: SentContent): SentRow {
  const codes = parseBreakdownKey(breakdown);
  const address = { indicator, area, period: periodId(period), scenario, breakdown: codes, note: "thử" };
  if (content.retracted) return { ...address, retract: true };
  const value = content.value.kind === "number" ? content.value.value : null;
  return { ...address, value, status: content.status };
}

/** A row that no server takes: its unit does not exist. */
export const FAULTY_ROW: SentRow = { indicator: "t.x", area: "99", period: "2025-01", value: 1 };
