import type { OverviewModel } from "@bochiso/shared/screen";
import { useEffect, useRef } from "react";
import { announce } from "../../lib/announce/index.ts";
import { useLanguage } from "../../lib/i18n/index.ts";
import { statusChanges } from "./model/status-changes.ts";

/** Says which headline indicators changed their status while the screen of one scope and period was open. */
export function useAnnounceStatus(model: OverviewModel | undefined): void {
  const language = useLanguage();
  const before = useRef<OverviewModel | undefined>(undefined);
  useEffect(() => {
    const last = before.current;
    before.current = model;
    if (last === undefined || model === undefined) return;
    if (last.frame.scope !== model.frame.scope || last.frame.period?.id !== model.frame.period?.id) return;
    for (const change of statusChanges(last.cards, model.cards, language)) announce(change);
  }, [model, language]);
}
