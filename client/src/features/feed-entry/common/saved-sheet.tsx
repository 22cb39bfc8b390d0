import type { EntrySaved } from "@bochiso/shared/entry";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "../../../lib/i18n/index.ts";
import { Sheet } from "../../../ui/index.ts";
import { entryCommonWords } from "./words.ts";

const COUNTED = ["created", "revised", "unchanged", "retracted", "rejected"] as const;

/** The receipt of what was saved, or that nothing was. */
export function SavedSheet({ feed, saved, children }: { feed: string; saved: EntrySaved; children?: ReactNode }) {
  const t = useWords(entryCommonWords);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus();
  }, []);
  if (saved.kind === "refused")
    return (
      <div ref={place} tabIndex={-1} role="alert" className="fe-saved wide">
        <p className="fe-bad">{t.refused}</p>
      </div>
    );
  const { receipt } = saved;
  return (
    <div ref={place} tabIndex={-1} className="fe-saved wide">
      <Sheet title={saved.replayed ? t.savedAgain : t.saved} id="da-luu">
        <p className="fe-part">
          {COUNTED.filter((outcome) => receipt.counts[outcome] > 0)
            .map((outcome) => `${receipt.counts[outcome]} ${t.counted[outcome]}`)
            .join(". ")}
          .
        </p>
        {children}
        {saved.approval === "pending" ? <p className="fe-part">{t.pending}</p> : null}
        <p className="fe-part">
          {t.receipt} <code>{receipt.id}</code> ·{" "}
          <Link to="/nguon-du-lieu/$feed/luot/$id" params={{ feed, id: receipt.id }} className="link">
            {t.toSubmission}
          </Link>
        </p>
      </Sheet>
    </div>
  );
}
