import type { SubmissionModel } from "@bochiso/shared/feed";
import { formatNumber } from "@bochiso/shared/i18n";
import type { ReceiptCounts } from "@bochiso/shared/submission";
import { useLanguage, useWords } from "../../../lib/i18n/index.ts";
import { Sheet } from "../../../ui/index.ts";
import { submissionWords } from "./words.ts";

const COUNTS = ["received", "created", "revised", "unchanged", "retracted", "rejected"] as const;

/** What the rows did; where they were held, what they did once approved. */
export function OutcomeSheet({ model }: { model: SubmissionModel }) {
  const t = useWords(submissionWords);
  const approved = model.approval?.counts ?? null;
  return (
    <Sheet title={t.outcome} className="wide">
      <CountList counts={model.counts} />
      {approved === null ? null : (
        <>
          <h3 className="fd-h3 fd-body">{t.onApproval}</h3>
          <CountList counts={approved} />
        </>
      )}
    </Sheet>
  );
}

/** Rows by what became of them. */
export function CountList({ counts }: { counts: ReceiptCounts }) {
  const t = useWords(submissionWords);
  const language = useLanguage();
  return (
    <dl className="fd-facts fd-counts">
      {COUNTS.map((it) => (
        <div key={it}>
          <dt>{t.counts[it]}</dt>
          <dd className={it === "rejected" && counts[it] > 0 ? "bad" : undefined}>
            <b>{formatNumber(counts[it], { lang: language, decimals: 0 })}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}
