import type { ReadTx } from "@bochiso/db/store";
import type { BreakdownKey } from "@bochiso/shared/breakdown";
import type { FormerFigures } from "@bochiso/shared/card";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import type { Period } from "@bochiso/shared/period";
import type { Slices } from "../../platform/slices.ts";
import type { Scope } from "./resolve-scope.ts";
import type { ScreenWorld } from "./screen-world.ts";
import type { Address, SeriesBook } from "./series-book.ts";

/** What a screen stands on: one snapshot, one scope, one moment. */
export interface ScreenContext {
  readonly tx: ReadTx;
  readonly world: ScreenWorld;
  readonly scope: Scope;
  /** The period asked for; null = latest per indicator. */
  readonly asked: Period | null;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Between two pieces of work others have their turn. */
  readonly slices: Slices;
}

/** A card to be: its definition, the cell series it shows, how far that series reaches. */
export interface CardPlan {
  readonly definition: IndicatorDefinition;
  readonly address: Address & { readonly breakdown: BreakdownKey };
  readonly newest: number | null;
  /** Whether a figure answers the period asked for (any figure where none is asked); absent = not looked up. */
  readonly answers?: boolean;
  /** Of a province without own figures: what its former units published. */
  readonly former?: FormerFigures;
  /** Of a whole without any number: the newest period in which some of its parts have one. */
  readonly whole?: number;
}

/** The indicators of a scope with the breakdown each shows and its newest period. */
export interface ScopeReading {
  readonly book: SeriesBook;
  readonly plans: ReadonlyMap<string, CardPlan>;
}
