import type { CardModel, PeriodLabel, ScreenFrame } from "@bochiso/shared/screen";
import { useEffect } from "react";
import { create } from "zustand";

interface FrameState {
  /** The frame of the page on screen; null while it loads or where a page has none. */
  frame: ScreenFrame | null;
  /** When the newest value on screen was received, ISO instant. */
  receivedAt: string | null;
  /** The period that newest value describes; null = the frame's own. */
  describes: PeriodLabel | null;
}

/** What the top bar says about the page below it: its periods and the age of its values. */
export const useFrame = create<FrameState>(() => ({ frame: null, receivedAt: null, describes: null }));

/** A page tells the top bar where and when it stands. */
export function useReportFrame(
  frame: ScreenFrame | undefined,
  receivedAt: string | null,
  describes: PeriodLabel | null = null,
): void {
  useEffect(() => useFrame.setState({ frame: frame ?? null, receivedAt, describes }), [frame, receivedAt, describes]);
  useEffect(() => () => useFrame.setState({ frame: null, receivedAt: null, describes: null }), []);
}

/** The newest of some instants (ISO text), or null. */
export function newestInstant(instants: Iterable<string | null | undefined>): string | null {
  let newest: string | null = null;
  for (const instant of instants) if (instant && (newest === null || instant > newest)) newest = instant;
  return newest;
}

/** The card whose value was received last; null when none has a value. */
export function newestCard(cards: readonly CardModel[]): CardModel | null {
  const received = newestInstant(cards.map((card) => card.source?.receivedAt));
  return received === null ? null : (cards.find((card) => card.source?.receivedAt === received) ?? null);
}
