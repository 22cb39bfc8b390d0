import type { Language } from "@bochiso/shared/text";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { use, useEffect, useRef } from "react";
import { announce } from "../../lib/announce/index.ts";
import { computerClock } from "../../lib/clock/index.ts";
import { connectionWords, connectLive, LiveContext, useLive } from "../../lib/live/index.ts";
import { shellQuery, useSource } from "../../lib/source/index.ts";

/** One live connection per tab, from the sequence the shell was read at; its changes of state are announced. */
export function useLiveConnection(language: Language): void {
  const source = useSource();
  const queryClient = useQueryClient();
  const store = use(LiveContext);
  const seq = useQuery(shellQuery(source)).data?.commitSeq;
  useEffect(() => {
    if (seq === undefined) return;
    return connectLive({ source, queryClient, store, now: computerClock }, seq);
  }, [source, queryClient, store, seq]);

  const connection = useLive((state) => state.connection);
  const before = useRef(connection);
  useEffect(() => {
    const first = before.current === "connecting";
    if (before.current !== connection && !(first && connection === "online")) {
      announce(connectionWords[language][connection]);
    }
    before.current = connection;
  }, [connection, language]);
}
