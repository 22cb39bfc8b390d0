import type { SubmissionModel } from "@bochiso/shared/feed";
import { formatNumber } from "@bochiso/shared/i18n";
import type { ReceiptCounts } from "@bochiso/shared/submission";
import { useLanguage, useWords } from "../../../lib/i18n/index.ts";
import { Sheet } from "../../../ui/index.ts";
import { SubmissionWarnings } from "../common/submission-warnings.tsx";
import { submissionWords } from "./words.ts";

const COUNTS = ["received", "created", "revised", "unchanged", "retracted", "rejected"] as const;

/** What the rows did; where they were held, what they did once approved; nothing where they were returned. */
export function OutcomeSheet({ model }: { model: SubmissionModel }) {
  const t = useWords(submissionWords);
  const approved = model.approval?.counts ?? null;
  const isReturned = model.approval?.state === "returned";
  return (
    <Sheet title={t.outcome} className="wide">
      {isReturned ? <ReturnedList counts={model.counts} /> : <CountList counts={model.counts} />}
      {approved === null ? null : (
        <>
          <h3 className="fd-h3 fd-body">{t.onApproval}</h3>
          <CountList counts={approved} />
        </>
      )}
      {model.warnings.length === 0 ? null : (
        <div className="fd-body">
          <SubmissionWarnings warnings={model.warnings} />
        </div>
      )}
    </Sheet>
  );
}

/** Rows by what became of them. */
export function CountList({ counts }: { counts: ReceiptCounts }) {
  const t = useWords(submissionWords);
  return <Facts facts={COUNTS.map((it) => ({ name: t.counts[it], count: counts[it], isBad: it === "rejected" }))} />;
}

/** Of rows that were returned none did anything, whatever they would have done. */
function ReturnedList({ counts: { received, rejected } }: { counts: ReceiptCounts }) {
  const t = useWords(submissionWords);
  return (
    <Facts
      facts={[
        { name: t.counts.received, count: received, isBad: false },
        { name: t.notApplied, count: received - rejected, isBad: false },
        { name: t.counts.rejected, count: rejected, isBad: true },
      ]}
    />
  );
}

interface Fact {
  readonly name: string;
  readonly count: number;
  /** Bad as soon as there is one. */
  readonly isBad: boolean;
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  const language = useLanguage();
  return (
    <dl className="fd-facts fd-counts">
      {facts.map(({ name, count, isBad }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={isBad && count > 0 ? "bad" : undefined}>
            <b>{formatNumber(count, { lang: language, decimals: 0 })}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}
