import { useQueryClient } from "@tanstack/react-query";
import { createContext, use, useCallback } from "react";
import { useStore } from "zustand";
import { setPaused } from "./connect-live.ts";
import { createLiveStore, type LiveState, type LiveStore } from "./live-store.ts";

/** Outside an application (tests of single components) a store that is never connected. */
export const LiveContext = createContext<LiveStore>(createLiveStore(0));

/** A part of the live state. */
export function useLive<T>(select: (state: LiveState) => T): T {
  return useStore(use(LiveContext), select);
}

/** Pauses and resumes updates. */
export function usePause(): (paused: boolean) => void {
  const store = use(LiveContext);
  const queryClient = useQueryClient();
  return useCallback((paused) => setPaused({ queryClient, store }, paused), [queryClient, store]);
}
