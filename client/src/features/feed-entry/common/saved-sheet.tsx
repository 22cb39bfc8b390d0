import type { EntrySaved } from "@bochiso/shared/entry";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "../../../lib/i18n/index.ts";
import { Sheet } from "../../../ui/index.ts";
import { SubmissionWarnings } from "../../feeds/common/submission-warnings.tsx";
import { entryCommonWords } from "./words.ts";

const COUNTED = ["created", "revised", "unchanged", "retracted", "rejected"] as const;

interface Props {
  feed: string;
  saved: EntrySaved;
  /** Where a row stands: its place in a file, or the name of its cell. */
  placeOf: (row: number) => string;
  children?: ReactNode;
}

/** The receipt of what was saved, what should be looked at, or that nothing was. */
export function SavedSheet({ feed, saved, placeOf, children }: Props) {
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
        {saved.warnings.length === 0 ? null : (
          <div className="fe-part">
            <SubmissionWarnings warnings={saved.warnings} placeOf={placeOf} />
          </div>
        )}
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
