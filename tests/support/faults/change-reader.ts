import type { ReadStore } from "@bochiso/db/store";
import { periodId } from "@bochiso/shared/period";
import { z } from "zod";
import type { Chance } from "./chance.ts";
import { exchange, type Whereabouts } from "./sender.ts";

const Page = z.object({
  observations: z.array(
    z.object({
      indicator: z.string(),
      area: z.string(),
      period: z.string(),
      origin: z.string(),
      revision: z.number(),
      commitSeq: z.number(),
    }),
  ),
  next: z.string().nullable(),
});

/** A reader of the change feed that keeps in its own notes where it stands, and nothing else. */
export class ChangeReader {
  /** Every change in the order it came. */
  readonly seen: string[] = [];
  stops = 0;
  readonly #key: string;
  readonly #chance: Chance;
  #at: { readonly sinceSeq: number; readonly cursor: string | null } = { sinceSeq: 0, cursor: null };

  constructor(key: string, chance: Chance) {
    this.#key = key;
    this.#chance = chance;
  }

  /** Reads on until nothing is left after the senders ended. Now and then it dies before it noted what it just got. */
  async follow(where: Whereabouts, isAll: () => boolean): Promise<void> {
    for (;;) {
      const url = await where.next();
      if (url === null) return;
      // Asked before the page: what is written after it is on a later page.
      const all = isAll();
      const page = await this.#read(url);
      if (page === null || this.#chance.is(0.1)) {
        this.stops += 1;
        await new Promise((resolve) => setTimeout(resolve, 5 + this.#chance.below(20)));
        continue;
      }
      this.#note(page);
      if (page.next === null && page.observations.length === 0) {
        if (all) return;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    }
  }

  #note({ observations, next }: z.infer<typeof Page>): void {
    for (const { commitSeq, indicator, area, period, origin, revision } of observations) {
      this.seen.push(changeOf({ commitSeq, indicator, area, period, origin, revision }));
    }
    const last = observations.at(-1);
    const sinceSeq = next === null && last !== undefined ? last.commitSeq : this.#at.sinceSeq;
    this.#at = { sinceSeq, cursor: next };
  }

  async #read(url: string): Promise<z.infer<typeof Page> | null> {
    const address = new URL("/api/v1/observations", url);
    address.searchParams.set("sinceSeq", String(this.#at.sinceSeq));
    address.searchParams.set("limit", String(1 + this.#chance.below(this.#chance.is(0.5) ? 20 : 2_000)));
    if (this.#at.cursor !== null) address.searchParams.set("cursor", this.#at.cursor);
    const answer = await exchange(address, { method: "GET", headers: { authorization: `Bearer ${this.#key}` } });
    if (answer === null || answer.status >= 500) return null;
    if (answer.status !== 200)
      throw new Error(`the change feed answered ${answer.status} ${answer.text.slice(0, 300)}`);
    return Page.parse(JSON.parse(answer.text));
  }
}

interface ChangeName {
  readonly commitSeq: number;
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly origin: string;
  readonly revision: number;
}

function changeOf({ commitSeq, indicator, area, period, origin, revision }: ChangeName): string {
  return `${commitSeq} ${indicator} ${area} ${period} ${origin} #${revision}`;
}

/** How what a reader saw differs from what is stored; all 0 where it saw every change exactly once and in order. */
export interface ReaderReport {
  readonly changes: number;
  readonly missed: number;
  readonly twice: number;
  readonly outOfOrder: number;
}

/** Holds the notes of a reader against every revision there is: actual values of totals, which is what it asked for. */
export async function checkReader(store: ReadStore, reader: ChangeReader): Promise<ReaderReport> {
  const stored = await store.read(async (tx) => {
    const { series, observation, observationRevision } = tx.schema;
    const named = new Map((await tx.db.select().from(series)).map((it) => [it.id, it]));
    const rows = [...(await tx.db.select().from(observation)), ...(await tx.db.select().from(observationRevision))];
    return rows.flatMap(({ seriesId, ordinal, revision, commitSeq }) => {
      const of = named.get(seriesId);
      if (of?.scenario !== "actual" || of.breakdownKey !== "") return [];
      const period = periodId({ type: of.periodType, ordinal });
      return [changeOf({ ...of, period, revision, commitSeq })];
    });
  });
  const seen = new Set(reader.seen);
  const commits = reader.seen.map((change) => Number(change.split(" ", 1)[0]));
  return {
    changes: stored.length,
    missed: stored.filter((change) => !seen.has(change)).length,
    twice: reader.seen.length - seen.size,
    outOfOrder: commits.filter((commit, at) => commit < (commits[at - 1] ?? 0)).length,
  };
}
