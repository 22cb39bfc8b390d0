import type { ScreenFrame } from "@bochiso/shared/screen";
import { useEffect } from "react";
import { create } from "zustand";

interface FrameState {
  /** The frame of the page on screen; null while it loads or where a page has none. */
  frame: ScreenFrame | null;
  /** When the newest value on screen was received, ISO instant. */
  receivedAt: string | null;
}

/** What the top bar says about the page below it: its periods and the age of its values. */
export const useFrame = create<FrameState>(() => ({ frame: null, receivedAt: null }));

/** A page tells the top bar where and when it stands. */
export function useReportFrame(frame: ScreenFrame | undefined, receivedAt: string | null): void {
  useEffect(() => useFrame.setState({ frame: frame ?? null, receivedAt }), [frame, receivedAt]);
  useEffect(() => () => useFrame.setState({ frame: null, receivedAt: null }), []);
}

/** The newest of some instants (ISO text), or null. */
export function newestInstant(instants: Iterable<string | null | undefined>): string | null {
  let newest: string | null = null;
  for (const instant of instants) if (instant && (newest === null || instant > newest)) newest = instant;
  return newest;
}
