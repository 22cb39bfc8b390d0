import { BATCH_FORMATS, type Batch, type BatchRow, writeBatch } from "./batch.ts";
import type { Chance } from "./chance.ts";
import { FAULT_FEEDS, type FaultFeed, type FaultKeys } from "./fault-world.ts";

/** The batches of one sender, one after the other. Its cells are its own; what is computed from them is everyone's. */
export interface BatchSource {
  next(): Batch;
}

/** How large batches are: rows and how often, in shares that need not add up to anything. */
export type BatchSizes = readonly { readonly rows: number; readonly weight: number }[];

export const MIXED_SIZES: BatchSizes = [
  { rows: 1, weight: 10 },
  { rows: 6, weight: 6 },
  { rows: 40, weight: 3 },
  { rows: 300, weight: 1 },
];
export const SINGLE_ROWS: BatchSizes = [{ rows: 1, weight: 1 }];

interface Field {
  readonly feed: FaultFeed;
  readonly indicators: readonly string[];
  readonly areas: readonly string[];
  readonly periods: readonly string[];
}

const months = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => {
    const ordinal = from * 12 + at;
    return `${Math.floor(ordinal / 12)}-${String((ordinal % 12) + 1).padStart(2, "0")}`;
  });
const days = (month: string): string[] =>
  Array.from({ length: 28 }, (_, at) => `${month}-${String(at + 1).padStart(2, "0")}`);

const FORMER = ["01", "02", "04", "06", "08", "10", "11", "12", "14", "15", "17", "19", "20", "22", "24", "25"];
const PROVINCES = FAULT_FEEDS.filter((feed) => feed.startsWith("prov."));

/** Senders of the national feed share it, each with former provinces of its own; others send for one present province. */
function fieldOf(sender: number): Field {
  const province = PROVINCES[Math.floor(sender / 2) % PROVINCES.length] ?? "prov.01";
  if (sender % 2 === 0) {
    const areas = FORMER.filter((_, at) => at % 8 === sender % 8).map((code) => `vn63:${code}`);
    const indicators = ["trade.export.value", "trade.import.value"];
    return { feed: "mof.customs", indicators, areas, periods: months(2023, 24) };
  }
  const areas = [province.slice("prov.".length)];
  if (sender < 2 * PROVINCES.length) {
    const indicators = ["cct.met", "tour.revenue", "lab.jobs_created"];
    return { feed: province, indicators, areas, periods: months(2025, 20).slice(6) };
  }
  const indicators = ["psq.dossier_received", "psq.dossier_online", "psq.dossier_done"];
  return { feed: province, indicators, areas, periods: days("2026-01") };
}

/** A source of random batches; `sender` counts from 0 and decides which cells are its own. */
export function createBatchSource(options: {
  readonly sender: number;
  readonly keys: FaultKeys;
  readonly chance: Chance;
  readonly sizes?: BatchSizes;
  /** In front of every idempotency key. */
  readonly prefix?: string;
}): BatchSource {
  const { sender, keys, chance, sizes = MIXED_SIZES, prefix = "k" } = options;
  const field = fieldOf(sender);
  const key = keys.feeds[field.feed];
  const standing = new Set<string>();
  let count = 0;

  function row(retracts: boolean): BatchRow {
    const [indicator, area, period] = [
      chance.pick(field.indicators),
      chance.pick(field.areas),
      chance.pick(field.periods),
    ];
    const cell = { indicator, area, period, note: `lần ${sender}.${count}` };
    if (retracts && standing.has(idOf(cell))) return { ...cell, value: null, status: null, retract: true };
    if (chance.is(0.04)) return { ...cell, value: null, status: "M", retract: false };
    // Never a text that is stored already, so that every row leaves a revision.
    const value = `${chance.below(900_000) + 1}.${String(count % 99).padStart(2, "0")}7`;
    return { ...cell, value, status: "E", retract: false };
  }

  return {
    next: () => {
      count += 1;
      const format = chance.pick(BATCH_FORMATS);
      const lenient = chance.is(0.15);
      const retracts = !lenient && format !== "sdmx" && chance.is(0.3);
      const rows = new Map<string, BatchRow>();
      for (let wanted = sizeOf(sizes, chance); wanted > 0; wanted -= 1) {
        const made = row(retracts && chance.is(0.3));
        if (!rows.has(idOf(made))) rows.set(idOf(made), made);
      }
      for (const [id, { retract }] of rows) {
        if (retract) standing.delete(id);
        else standing.add(id);
      }
      const plan = {
        feed: field.feed,
        idempotencyKey: `${prefix}-${sender}-${count}`,
        rows: [...rows.values()],
        format,
      };
      return writeBatch({ ...plan, gzip: chance.is(0.2), lenient, sequence: null }, key);
    },
  };
}

/** The cell of a row, as one text. */
export function idOf({ indicator, area, period }: Pick<BatchRow, "indicator" | "area" | "period">): string {
  return `${indicator}|${area}|${period}`;
}

function sizeOf(sizes: BatchSizes, chance: Chance): number {
  let left = chance.below(sizes.reduce((sum, { weight }) => sum + weight, 0));
  for (const { rows, weight } of sizes) {
    if (left < weight) return 1 + chance.below(rows);
    left -= weight;
  }
  return 1;
}
