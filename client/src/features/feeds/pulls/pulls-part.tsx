import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { announce } from "../../../lib/announce/index.ts";
import { useWords } from "../../../lib/i18n/index.ts";
import { pullsQuery, useSource } from "../../../lib/source/index.ts";
import { Notice, Sheet } from "../../../ui/index.ts";
import { Loaded } from "../common/loaded.tsx";
import type { PullAct } from "./pull-act.ts";
import { PullSheet } from "./pull-sheet.tsx";
import { RunDialog } from "./run-dialog.tsx";
import { SwitchDialog } from "./switch-dialog.tsx";
import { pullWords } from "./words.ts";

/** Lấy tự động: the sources that are asked for a feed. */
export function PullsPart({ feed, title }: { feed: string; title: string }) {
  const t = useWords(pullWords);
  const queryClient = useQueryClient();
  const [act, setAct] = useState<PullAct | null>(null);
  const query = useQuery(pullsQuery(useSource(), feed));
  const { data } = query;
  const close = () => setAct(null);
  const done = (told: string) => {
    announce(told);
    close();
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => /^(pulls|feeds?)$/.test(String(queryKey[0])) });
  };
  if (data !== undefined && data.sources.length > 0) {
    return (
      <>
        {data.sources.map((pulled) => (
          <PullSheet key={pulled.code} pulled={pulled} onAct={setAct} />
        ))}
        {act?.kind === "run" ? <RunDialog pulled={act.source} onDone={done} onClose={close} /> : null}
        {act?.kind === "switch" ? <SwitchDialog pulled={act.source} onDone={done} onClose={close} /> : null}
      </>
    );
  }
  return (
    <Sheet title={title} className="wide">
      <div className="fd-body">
        <Loaded query={query} height={60}>
          {() => (
            <Notice title={t.none}>
              {t.noneNote} <code>npm run pull -- put nguon.json</code>
            </Notice>
          )}
        </Loaded>
      </div>
    </Sheet>
  );
}
